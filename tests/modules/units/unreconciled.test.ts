import { expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { codesOf, openDesk, problemsOf, type Desk } from '../../support/desk.ts'
import { readDocx } from '../../documents/word-report/read-docx.ts'

const MARK = '草案（区划未核对）'

/** The sample city with one of its 180 communities gone and nothing said of it. */
async function withOneLost(): Promise<Desk> {
  const desk = await openDesk()
  const [first] = await desk.ask('communities.list')
  await desk.ask('communities.remove', { keys: [first!.key] })
  return desk
}

it('a lost unit refuses whatever leaves the house, in words, and names it; records of what was done are made', async () => {
  const desk = await withOneLost()
  const { ask } = desk
  const [lost] = (await ask('units.conservation')).gaps
  const sides = {
    base: { kind: 'year' as const, year: 2023 },
    other: { kind: 'policy' as const, year: 2023, id: 'flat-2018', version: '1.0.1' },
  }
  for (const made of [
    () => ask('workbook.export'),
    () => ask('package.export'),
    () => ask('package.export', { districts: ['城西区'] }),
    () => ask('report.export', {}),
    () => ask('statistics.export', {}),
    () => ask('comparison.export', sides),
    () => ask('document.pdf', { table: 'allocation' }),
  ]) {
    const problems = await problemsOf(made())
    expect(problems).toMatchObject([
      { code: 'plan.unreconciled', params: { year: 2023, last: 2022, count: 1 } },
      { code: 'plan.unitLost', place: { community: lost!.names[0] } },
    ])
  }
  expect(await codesOf(ask('document.pdf', { table: 'history' }))).toEqual(['document.noBrowser'])
  await ask('history.undo')
  expect(await codesOf(ask('document.pdf', { table: 'allocation' }))).toEqual(['document.noBrowser'])
  expect((await ask('workbook.export')).fileName).not.toContain('草案')
})

it('marked, as the user chooses, the title of every sheet, note and file says so', async () => {
  const { ask } = await withOneLost()
  const book = read(Buffer.from((await ask('workbook.export', { unreconciled: 'mark' })).base64, 'base64'))
  for (const name of book.SheetNames) {
    const top = utils.sheet_to_json<string[]>(book.Sheets[name]!, { header: 1 }).slice(0, 3).flat().join('')
    expect(top, name).toContain(MARK)
  }
  const statistics = read(Buffer.from((await ask('statistics.export', { unreconciled: 'mark' })).base64, 'base64'))
  expect(JSON.stringify(statistics.Sheets[statistics.SheetNames[0]!]!['A1'])).toContain(MARK)
  const note = await ask('report.export', { unreconciled: 'mark' })
  expect(note.fileName).toContain(MARK)
  expect(JSON.stringify(readDocx(note.base64).lines)).toContain(MARK)
  expect((await ask('package.export', { unreconciled: 'mark' })).fileName).toBe(
    `2023年城东区、城中区、城北区等7个区县${MARK}.quanheng-package`,
  )
})

it('the certificate carries what became of last year: it adds up to the fen, or does not hold and says why', async () => {
  const { ask } = await openDesk()
  const whole = await ask('certificate.get', {})
  expect(whole).toMatchObject({ holds: true, conservation: { last: 2022, communities: 180, count: 0, lastFen: 3_600_000_000_00 / 100 } })
  expect(whole.lines.at(-1)).toMatchObject({ key: 'conservation', differenceFen: 0 })
  const [first] = await ask('communities.list')
  await ask('communities.remove', { keys: [first!.key] })
  const found = await ask('certificate.get', {})
  expect(found).toMatchObject({ holds: false, conservation: { count: 1 }, findings: [{ code: 'plan.unitLost', level: 'warning' }] })
  expect(found.lines.at(-1)).toMatchObject({ key: 'conservation', differenceFen: -(first!.previousFen ?? 0) })
})

it('a marked package is merged only when its doubt was read', async () => {
  const sender = await withOneLost()
  const file = await sender.ask('package.export', { unreconciled: 'mark' })
  await sender.close()
  const city = await openDesk()
  const preview = await city.ask('rollup.preview', { files: [{ fileName: file.fileName, base64: file.base64 }] })
  expect(preview.errors).toBe(0)
  expect(preview.packages[0]!.problems).toMatchObject([{ code: 'plan.unitLost', level: 'warning' }])
  expect(await codesOf(city.ask('rollup.apply', { id: preview.id }))).toEqual(['rollup.unconfirmed'])
})
