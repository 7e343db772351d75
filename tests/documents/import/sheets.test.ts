import { describe, expect, test } from 'vitest'
import type { ImportMapping } from '../../../src-main/model/import.ts'
import { readInWorker } from '../../../src-main/documents/import/in-worker.ts'
import { readFile } from '../../../src-main/documents/import/read-file.ts'
import { readSpreadsheet } from '../../../src-main/documents/import/read-spreadsheet.ts'
import { recogniseAll } from '../../../src-main/documents/import/recognise.ts'
import { importDictionary } from '../../support/import-dictionary.ts'
import { oneSheet, workbookBytes, type SheetInput } from '../../support/spreadsheet-files.ts'

const table = (name: string, heading = '常住人口') => [
  ['社区名称', '街道', heading],
  [name, '朝阳街道', 1],
]
const SHEETS: SheetInput[] = [
  { name: '说明', rows: [['填表说明'], ['社区名称填全称']] },
  { name: '甲街道', rows: table('甲社区') },
  { name: '旧表', rows: table('旧社区'), hidden: true },
  { name: '乙街道', rows: table('乙社区', '住着的人') },
]
const recognised = async (sheets: SheetInput[], mappings: ImportMapping[] = [], asked?: string[]) =>
  recogniseAll(await readSpreadsheet(workbookBytes(sheets), 'a.xlsx'), importDictionary, mappings, [], asked)

describe('a workbook of many sheets', () => {
  test('all visible ones with communities are read, and the hidden one is named', async () => {
    const wide = [...SHEETS.slice(0, 3), { name: '乙街道', rows: table('乙社区', '户籍人口') }]
    const all = await recognised(wide)
    expect(all.map(({ sheet }) => sheet)).toEqual(['甲街道', '乙街道'])
    expect(
      all.flatMap(({ problems }) => problems.filter(({ code }) => code === 'import.sheetsNotRead').map(({ params }) => params)),
    ).toEqual([{ sheets: '旧表', read: '甲街道、乙街道' }])
  })

  test('a sheet that is asked for is read, hidden or not, with its own mapping', async () => {
    const all = await recognised(
      SHEETS,
      [{ sheet: '乙街道', fields: { C: 'residents' } }, { fields: { C: 'registered' } }],
      ['乙街道', '旧表'],
    )
    expect(all.map(({ sheet, columns }) => [sheet, columns[2]!.field, columns[2]!.how])).toEqual([
      ['旧表', 'registered', 'chosen'],
      ['乙街道', 'residents', 'chosen'],
    ])
    expect((await recognised(SHEETS, [{ sheet: '旧表' }])).map(({ sheet }) => sheet)).toEqual(['甲街道', '旧表'])
  })

  test('a sheet that is not there is an error, and where no sheet has communities the likeliest says what is missing', async () => {
    const [first] = await recognised(SHEETS, [], ['没有'])
    expect(first!.problems[0]).toMatchObject({
      code: 'import.mappingWrong',
      params: { given: '没有', known: '说明、甲街道、旧表、乙街道' },
    })
    const [only] = await recognised([{ name: '总结', rows: [['一切正常']] }])
    expect(only!.problems).toMatchObject([{ code: 'import.noHeader' }])
  })
})

describe('reading in a thread of its own', () => {
  const watch = { signal: new AbortController().signal, progress: () => undefined, log: () => undefined }
  test('gives what reading here gives, also of many rows, and of each file that is none what it is', async () => {
    const many = [
      ['社区名称', '街道', '常住人口'],
      ...Array.from({ length: 4500 }, (_, row) => [`${row}社区`, '朝阳街道', row % 7 === 0 ? '多' : row]),
    ]
    const files = [
      { fileName: '一.xlsx', bytes: oneSheet(many), mappings: [] },
      { fileName: '二.pdf', bytes: new TextEncoder().encode('%PDF-1.7'), mappings: [] },
      { fileName: '三.xlsx', bytes: workbookBytes(SHEETS), mappings: [] },
    ]
    const given = files.map(({ bytes, ...file }) => ({ ...file, content: { bytes } }))
    const [one, two, three] = await readInWorker(given, importDictionary, [], watch)
    expect(one).toEqual({ read: await readFile(files[0]!, importDictionary, [], () => undefined) })
    expect(two).toMatchObject({ problems: [{ code: 'file.notSpreadsheet', params: { found: 'pdf' } }] })
    expect(three).toEqual({ read: await readFile(files[2]!, importDictionary, [], () => undefined) })
  })

  test('lets others work meanwhile, and ends at once when it is cancelled', async () => {
    const rows = Array.from({ length: 3000 }, (_, row) => ['x', '朝阳街道', row])
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 1)
    const cancel = new AbortController()
    const reading = readInWorker(
      [{ fileName: '一.xlsx', content: { bytes: oneSheet([['社区名称', '街道', '常住人口'], ...rows]) }, mappings: [] }],
      importDictionary,
      [],
      { signal: cancel.signal, progress: () => cancel.abort(), log: () => undefined },
    )
    await expect(reading).rejects.toMatchObject({ problems: [{ code: 'task.cancelled' }] })
    clearInterval(timer)
    expect(turns).toBeGreaterThan(0)
  })
})
