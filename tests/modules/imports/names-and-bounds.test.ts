import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { ClassKey } from '../../../src-main/model/policy.ts'
import { Key } from '../../../src-main/model/indicator.ts'
import { readInWorker } from '../../../src-main/documents/import/index.ts'
import { importDictionary } from '../../support/import-dictionary.ts'
import { oneSheet, type CellInput } from '../../support/spreadsheet-files.ts'
import { emptyFolder } from '../../support/open-app.ts'
import { partsOf, zipOf } from '../../support/zip.ts'
import { base64Of, emptyPlan, file, files, HEADER } from './import-files.ts'

describe('names that every object of the language has', () => {
  const NAMES = ['constructor', 'toString', '__proto__', 'valueOf', 'hasOwnProperty']

  it('are communities, subdistricts, districts, sheets and headings as any others', async () => {
    const rows = NAMES.map((name): CellInput[] => [name, name, name, 1200, 10, 5, 'x', 'y', 'z', 'a', 'b'])
    const desk = await emptyPlan()
    const sheets = Object.fromEntries(NAMES.filter((name) => name !== '__proto__').map((name) => [name, [[...HEADER, ...NAMES], ...rows]]))
    const answer = await desk.ask('import.desk', {
      files: [file('一.xlsx', [[...HEADER, ...NAMES], ...rows], { name: '__proto__' }), files('二.xlsx', sheets)],
    })
    expect(answer.files[0]!.problems.map(({ code, params }) => [code, params.heading ?? params.value])).toEqual(
      expect.arrayContaining(NAMES.map((name) => ['import.columnUnknown', name])),
    )
    expect(answer.counts).toMatchObject({ added: NAMES.length, errors: 0, rows: NAMES.length * NAMES.length })
    await desk.ask('import.applyDesk', { id: answer.id })
    const list = await desk.ask('communities.list')
    expect(list.map(({ name, values }) => [name, values['residents']]).toSorted()).toEqual(NAMES.map((name) => [name, 1200]).toSorted())
  })

  it('are no keys', () => {
    for (const name of NAMES) expect([name, Key.safeParse(name).success]).toEqual([name, false])
    for (const name of NAMES) expect([name, ClassKey.safeParse(name).success]).toEqual([name, false])
  })
})

it('a text that is longer than a cell may be is cut before anything is looked for in it', async () => {
  const long = ' （'.repeat(100_000)
  const desk = await emptyPlan()
  const parts = await partsOf(oneSheet([HEADER, ['城北区', '一街道', '甲社区', 'LONG', 10, 5]]))
  const sheet = parts['xl/worksheets/sheet1.xml']!.replace('LONG', long)
  const csv = `${HEADER.join()}\n城北区,一街道,乙社区,${long},10,5\n`
  const { files: read } = await desk.ask('import.desk', {
    files: [
      { fileName: '长.xlsx', base64: base64Of(zipOf({ ...parts, 'xl/worksheets/sheet1.xml': sheet })) },
      { fileName: '长.csv', base64: base64Of(Buffer.from(csv)) },
    ],
  })
  for (const { problems } of read) {
    const values = problems.filter(({ code }) => code === 'import.numberExpected').map(({ params }) => String(params.value).length)
    expect([values.length, values[0]! > 32_000, values[0]! <= 32_767]).toEqual([1, true, true])
  }
})

/** A workbook in which one part is another. */
const withPart = async (path: string, part: string): Promise<Uint8Array> =>
  zipOf({ ...(await partsOf(oneSheet([HEADER, ['城北区', '一街道', '甲社区', 1200, 10, 5]]))), [path]: part })

/** Reads a file in a process of its own, and says how, how long, and with how much memory at most. */
async function measured(fileName: string, bytes: Uint8Array): Promise<{ codes: string; seconds: number; megabytes: number }> {
  const path = join(emptyFolder(), fileName)
  writeFileSync(path, bytes)
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'read-and-measure.ts'), path])
  return JSON.parse(stdout) as never
}

it.each<[string, () => Promise<[string, Uint8Array]> | [string, Uint8Array]]>([
  [
    'millions of texts',
    async () => ['弹.xlsx', await withPart('xl/sharedStrings.xml', `<sst>${'<si><t>a</t></si>'.repeat(15_000_000)}</sst>`)],
  ],
  [
    'millions of cells',
    async () => [
      '弹.xlsx',
      await withPart(
        'xl/worksheets/sheet1.xml',
        `<worksheet><sheetData><row r="1">${'<c><v>1</v></c>'.repeat(16_000_000)}</row></sheetData></worksheet>`,
      ),
    ],
  ],
  [
    'one text of hundreds of megabytes',
    async () => ['弹.xlsx', await withPart('xl/sharedStrings.xml', `<sst><si><t>${'（'.repeat(80_000_000)}</t></si></sst>`)],
  ],
  ['a text table of nothing but separators', () => ['弹.csv', Buffer.alloc(70_000_000, ',')]],
  ['a text table of nothing but line ends', () => ['弹.csv', Buffer.alloc(70_000_000, '\n')]],
])('a file of %s is refused in words within 30 seconds and 1 GiB', async (_, make) => {
  const { codes, seconds, megabytes } = await measured(...(await make()))
  expect(codes).toBe('file.tooMuch')
  expect(seconds).toBeLessThan(30)
  expect(megabytes).toBeLessThan(1024)
})

it('an .xls with a text of Excel 2 that never ends is damaged, and not read into gigabytes', async () => {
  const bytes = readFileSync(join(import.meta.dirname, '../../fixtures/workbooks/text-without-end.xls'))
  const { codes, megabytes } = await measured('坏.xls', bytes)
  expect(codes).toBe('file.corrupt')
  expect(megabytes).toBeLessThan(1024)
})

it.each([
  ['a cell', (sheet: string) => sheet.replace('r="A2"', 'r="A999999999"')],
  ['a row', (sheet: string) => sheet.replace('<row r="2"', '<row r="1048577"')],
  ['a column', (sheet: string) => sheet.replace('r="A2"', "r='ZZZZ2'")],
])('%s outside of any sheet makes a file damaged, with its place, and nobody waits for it', async (_, moved) => {
  const sheet = 'xl/worksheets/sheet1.xml'
  const parts = await partsOf(oneSheet([HEADER, ['城北区', '一街道', '甲社区', 1200, 10, 5]]))
  const after = moved(parts[sheet]!)
  expect(after).not.toBe(parts[sheet])
  const desk = await emptyPlan()
  const delivered = { fileName: '远.xlsx', base64: base64Of(zipOf({ ...parts, [sheet]: after })) }
  const { files: read } = await desk.ask('import.desk', { files: [delivered] })
  const found = read.flatMap(({ problems }) => problems.map(({ code, params }) => [code, params.what]))
  expect(found).toEqual([['file.corrupt', expect.stringMatching(/sheet1\.xml: (A999999999|1048577|ZZZZ2)$/)]])
})

it('a file that is read without an end is given up, in words, and its thread with it', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => ['城北区', '一街道', `第${at}社区`, 1200, 10, 5])
  const files = [{ fileName: '长.xlsx', content: { bytes: oneSheet([HEADER, ...rows]) }, mappings: [] }]
  const watch = { signal: new AbortController().signal, progress: () => undefined, log: () => undefined }
  const [outcome] = await readInWorker(files, importDictionary, [], { ...watch, silence: 1 })
  expect(outcome).toMatchObject({ problems: [{ code: 'file.tooLong', params: { file: '长.xlsx' } }] })
})
