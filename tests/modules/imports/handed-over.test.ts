import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codesOf } from '../../support/desk.ts'
import { keptIn } from '../../support/project.ts'
import { emptyPlan, file, HEADER, type HandedOver, type ImportDeskApp } from './import-files.ts'

const row = (name: string, residents: number | string) => ['城北区', '一街道', name, residents, 5, 1]
const ODD = [...HEADER.slice(0, 3), '住着的人', ...HEADER.slice(4)]

async function twoFiles(): Promise<{ desk: ImportDeskApp; one: HandedOver; two: HandedOver }> {
  const desk = await emptyPlan()
  const one = await desk.handOver(file('一.xlsx', [HEADER, row('甲社区', 10)]))
  const two = await desk.handOver(file('二.xlsx', [ODD, row('乙社区', 20)]))
  return { desk, one, two }
}
/** Takes a file's bytes from the disk: whoever has to read it again can't. */
const takeFromDisk = (desk: ImportDeskApp, { kept }: HandedOver): void => {
  const paths = keptIn(desk.folder).filter((path) => path.endsWith(kept))
  expect(paths).toHaveLength(1)
  rmSync(paths[0]!)
}
const RESIDENTS = [{ sheet: '表一', fields: { D: 'residents' } }]

describe('files of the desk that were handed over', () => {
  it('are read, corrected and applied by their ids, and let go when they are applied', async () => {
    const { desk, one, two } = await twoFiles()
    const first = await desk.ask('import.desk', { files: [one, two] })
    expect(first.files[1]!.parts[0]!.columns.find(({ column }) => column === 'D')).toMatchObject({ heading: '住着的人', field: null })
    const { id, counts } = await desk.ask('import.desk', { files: [one, { ...two, mappings: RESIDENTS }] })
    expect(counts).toMatchObject({ added: 2, errors: 0 })
    expect(keptIn(desk.folder)).toHaveLength(2)
    await desk.ask('import.applyDesk', { id })
    const applied = await desk.ask('communities.list')
    expect(Object.fromEntries(applied.map(({ name, values }) => [name, values['residents']]))).toEqual({ 甲社区: 10, 乙社区: 20 })
    expect(keptIn(desk.folder)).toEqual([])
  })

  it('are not read again where nothing was changed about them', async () => {
    const { desk, one, two } = await twoFiles()
    const first = await desk.ask('import.desk', { files: [one, two] })
    takeFromDisk(desk, one)
    const told: string[] = []
    const again = await desk.ask(
      'import.desk',
      { files: [one, { ...two, mappings: RESIDENTS }] },
      { progress: (done, _, name) => done < 800 && told.push(name) },
    )
    expect(again.files[0]).toEqual(first.files[0])
    expect(again.files[1]!.parts[0]!.columns.find(({ column }) => column === 'D')).toMatchObject({ field: 'residents', how: 'chosen' })
    expect(new Set(told)).toEqual(new Set(['二.xlsx']))
    expect(await desk.ask('import.applyDesk', { id: again.id })).toMatchObject({ files: 2, added: 2 })
  })

  it.each([
    ['other columns are chosen', (one: HandedOver) => ({ ...one, mappings: RESIDENTS })],
    ['other sheets are chosen', (one: HandedOver) => ({ ...one, sheets: ['表一'] })],
    ['it is called otherwise, so that its problems name it rightly', (one: HandedOver) => ({ ...one, fileName: '甲.xlsx' })],
  ])('are read again where %s', async (_, changed) => {
    const { desk, one } = await twoFiles()
    await desk.ask('import.desk', { files: [one] })
    takeFromDisk(desk, one)
    const { files } = await desk.ask('import.desk', { files: [changed(one)] })
    expect(files[0]!.problems).toMatchObject([{ code: 'file.notKept' }])
  })

  it('are read again where the plan has changed: another dictionary reads otherwise', async () => {
    const { desk, one } = await twoFiles()
    await desk.ask('import.desk', { files: [one] })
    await desk.ask('communities.add', { code: '', name: '丙社区', district: '城北区', subdistrict: '一街道' })
    takeFromDisk(desk, one)
    expect((await desk.ask('import.desk', { files: [one] })).files[0]!.problems).toMatchObject([{ code: 'file.notKept' }])
  })

  it('keep the others on the desk where one is not there any more, and it can be taken away', async () => {
    const { desk, one, two } = await twoFiles()
    await desk.ask('file.free', { files: [two.kept] })
    const { files, id } = await desk.ask('import.desk', { files: [one, two] })
    expect(files.map(({ file: name, problems }) => [name, problems.map(({ code }) => code)])).toEqual([
      ['一.xlsx', expect.not.arrayContaining(['file.notKept'])],
      ['二.xlsx', ['file.notKept']],
    ])
    expect(await codesOf(desk.ask('import.applyDesk', { id }))).toEqual(['import.refused'])
    const { id: rest } = await desk.ask('import.desk', { files: [one] })
    expect(await desk.ask('import.applyDesk', { id: rest })).toMatchObject({ files: 1, added: 1 })
  })

  it('are given back with their comments, and can be given back again', async () => {
    const desk = await emptyPlan()
    const wrong = await desk.handOver(file('一.xlsx', [HEADER, row('甲社区', '很多')]))
    const { id } = await desk.ask('import.desk', { files: [wrong] })
    for (let time = 0; time < 2; time++)
      expect(await desk.ask('import.returnSheet', { id, file: '一.xlsx' })).toMatchObject({ base64: expect.stringMatching(/^UEsD/) })
    await desk.ask('file.free', { files: [wrong.kept] })
    expect(await codesOf(desk.ask('import.returnSheet', { id, file: '一.xlsx' }))).toEqual(['file.notKept'])
  })

  it('go when another plan is opened, and when the desk is closed', async () => {
    const { desk, one } = await twoFiles()
    await desk.ask('plan.create', { name: '另一', year: 2026 })
    expect(keptIn(desk.folder)).toEqual([])
    expect(await codesOf(desk.ask('import.preview', one))).toEqual(['file.notKept'])
    await desk.handOver(file('三.xlsx', [HEADER, row('丙社区', 30)]))
    expect(keptIn(desk.folder)).toHaveLength(1)
    await desk.close()
    expect(keptIn(desk.folder)).toEqual([])
  })
})
