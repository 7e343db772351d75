import { describe, expect, it, test } from 'vitest'
import { readFile, type PartRead } from '../../../src-main/documents/import/read-file.ts'
import { asDelivered } from '../../../src-main/documents/import/turned.ts'
import { importDictionary } from '../../support/import-dictionary.ts'
import { oneSheet, type CellInput, type SheetInput } from '../../support/spreadsheet-files.ts'

async function readAll(rows: CellInput[][], more: Partial<SheetInput> = {}): Promise<PartRead[]> {
  const file = { fileName: '交表.xlsx', bytes: oneSheet(rows, more), mappings: [] }
  return (await readFile(file, importDictionary, [], () => undefined)).parts
}
const read = async (rows: CellInput[][], more: Partial<SheetInput> = {}): Promise<PartRead> => (await readAll(rows, more))[0]!
const codesOf = ({ recognition, problems }: PartRead): string[] => [...recognition.problems, ...problems].map(({ code }) => code)
const namesIn = ({ rows }: PartRead): string[] => rows.map(({ name }) => name)
const residentsIn = ({ rows }: PartRead): [string, unknown][] => rows.map(({ name, values }) => [name, values['residents']])
const BOTH: [string, unknown][] = [
  ['东河社区', 3100],
  ['西河社区', 4200],
]
const TWO: CellInput[][] = BOTH.map(([name, residents]) => [name, residents as number])

describe('a header in two languages', () => {
  test.each<[string, CellInput[][], [number, number]]>([
    [
      'with the translation below it',
      [
        ['社区', '常住人口（人）'],
        ['Community', 'Residents'],
      ],
      [1, 2],
    ],
    ['with the translation beside it', [['社区 Community', '常住人口 Residents']], [1, 1]],
    [
      'with a unit in the translation alone',
      [
        ['社区', '常住人口'],
        ['Community', 'Residents (person)'],
      ],
      [1, 2],
    ],
  ])('%s is one header', async (_, header, at) => {
    const part = await read([...header, ...TWO])
    expect([part.recognition.headerRows, residentsIn(part)]).toEqual([at, BOTH])
  })
  it('keeps a translation with a figure in it, which may be a unit that nobody knows', async () => {
    const part = await read([['社区', '常住人口', '户籍人口'], ['Community', 'Residents (100 persons)', 'Registered'], ...TWO])
    expect(part.recognition.columns.map(({ field }) => field)).toEqual(['name', null, 'registered'])
  })
  it('is not made of a short code behind the words', async () => {
    const part = await read([['社区', '常住人口', '楼院 A'], ...TWO.map((row) => [...row, 5])])
    expect(part.recognition.columns.at(-1)).toMatchObject({ field: null })
  })
})

describe('names below a heading that nobody knows', () => {
  test.each(['单位', '街道、社区', '社区\\项目', '村居情况'])('%s: are known by what they are, and that is told', async (heading) => {
    const part = await read([[heading, '常住人口', '楼院'], ['中河街道', 7300, 22], ...TWO.map((row) => [...row, 11])])
    expect([namesIn(part), codesOf(part).filter((code) => code === 'import.nameByValues')]).toEqual([
      ['东河社区', '西河社区'],
      ['import.nameByValues'],
    ])
  })
  it('are found where there is no heading at all, with units below the others', async () => {
    const rows = [['表4-7　面积与人口'], [null, '辖区面积', '常住人口', '常住人口密度'], [null, '（公顷）', '（万人）', '（人/平方公里）']]
    const part = await read([...rows, ['东河社区', 120, 0.31, 2583], ['西河社区', 90, 0.42, 4667]], { merges: ['A1:D1'] })
    expect([part.recognition.headerRows, residentsIn(part)]).toEqual([[2, 3], BOTH])
    expect(part.rows.map(({ values }) => values['area'])).toEqual([1.2, 0.9])
  })
  it('stay names under a group whose word belongs to another heading', async () => {
    const part = await read([['社区人口', null, null], ['社区', '常住人口', '户籍人口'], ...TWO], { merges: ['A1:C1'] })
    expect(residentsIn(part)).toEqual(BOTH)
  })
  it('are not looked for where a heading says them', async () => {
    const part = await read([['社区', '负责单位', '常住人口'], ...BOTH.map(([name, residents]) => [name, '某村', residents as number])])
    expect(codesOf(part)).not.toContain('import.nameByValues')
    expect(namesIn(part)).toEqual(['东河社区', '西河社区'])
  })
})

describe('what is no community', () => {
  test.each([['2.楼院按规划验收数统计'], ['以上数据截至年底，常住人口为推算数。']])('"%s" below a note is one, too', async (text) => {
    const part = await read([['社区', '常住人口'], ...TWO, ['注：1.常住人口为年末数'], [text]])
    expect(namesIn(part)).toEqual(['东河社区', '西河社区'])
  })
  it('a group of rows and its parts', async () => {
    const groups = [
      ['一、城市社区'],
      TWO[0]!,
      ['二、农村社区'],
      TWO[1]!,
      ['表2-1（续表）'],
      ['全部社区', 7300],
      ['其中：城市', 3100],
      ['农村', 4200],
    ]
    expect(residentsIn(await read([['社区', '常住人口'], ...groups]))).toEqual(BOTH)
  })
  it('but a numbered community without figures is one, where others are numbered so', async () => {
    const rows = [['社区', '常住人口'], ['一、东河社区', 3100], ['二、西河社区', 4200], ['三、南河社区']]
    expect(namesIn(await read(rows))).toHaveLength(3)
  })
  it('but a community without figures is one', async () => {
    expect(namesIn(await read([['社区', '常住人口'], ...TWO, ['南河社区'], ['2.北河社区', 900]]))).toHaveLength(4)
  })
  it('a subdistrict among its communities, with figures that are not their sum, is a total that differs', async () => {
    const part = await read([['社区', '常住人口'], ['中河街道', 7400], ...TWO, ['南河社区', 800], ['上河镇', null]])
    expect([namesIn(part), part.skipped.map(({ row }) => row)]).toEqual([
      ['东河社区', '西河社区', '南河社区'],
      [2, 6],
    ])
    expect(part.problems.find(({ code }) => code === 'import.totalDiffers')?.params).toMatchObject({ total: '7400', sum: '8100' })
  })
  it('a total below a header of groups is found by its figures', async () => {
    const rows = [
      ['社区', '人口', null],
      [null, '常住人口', '户籍人口'],
      ['中河', 7300, 6200],
      ['东河社区', 3100, 2900],
      ['西河社区', 4200, 3300],
    ]
    expect(namesIn(await read(rows, { merges: ['A1:A2', 'B1:C1'] }))).toEqual(['东河社区', '西河社区'])
  })
  it('a total in 万人 is found by its digits', async () => {
    const rows = [
      ['社区', '常住人口（万人）', '户籍人口（万人）'],
      ['中河', 1.93, 1.82],
      ['东河社区', 0.81, 0.77],
      ['西河社区', 1.12, 1.05],
    ]
    expect(residentsIn(await read(rows))).toEqual([
      ['东河社区', 8100],
      ['西河社区', 11_200],
    ])
  })
})

describe('several tables on one sheet', () => {
  it('below each other, with headers of their own, are all read', async () => {
    const parts = await readAll([
      ['表一 人口'],
      ['社区', '常住人口', '户籍人口'],
      ...TWO.map((row) => [...row, 2000]),
      ['表二 住房'],
      ['社区', '楼院', '老旧楼院'],
      ['东河社区', 12, 5],
      ['西河社区', 15, 6],
    ])
    expect(parts.map(({ recognition }) => [recognition.sheet, recognition.headerRows])).toEqual([
      ['表一', [2, 2]],
      ['表一（第5行起）', [6, 6]],
    ])
    expect(parts.map(({ rows }) => rows.map(({ row, values }) => [row, values['residents'], values['courtyards']]))).toEqual([
      [
        [3, 3100, undefined],
        [4, 4200, undefined],
      ],
      [
        [7, undefined, 12],
        [8, undefined, 15],
      ],
    ])
    expect(asDelivered({ sheet: '表一（第5行起）', row: 7, column: 'B' }, ['表一'])).toEqual({ sheet: '表一', row: 7, column: 'B' })
  })
  it('beside each other, under the same headings again, are all read', async () => {
    const parts = await readAll([
      ['序号', '社区', '常住人口', '序号', '社区', '常住人口'],
      [1, '东河社区', 3100, 3, '南河社区', 800],
      [2, '西河社区', 4200, null, null, null],
    ])
    expect(parts.map((part) => [part.recognition.sheet, residentsIn(part)])).toEqual([
      ['表一', BOTH],
      ['表一（D列起）', [['南河社区', 800]]],
    ])
    expect(parts.flatMap(codesOf)).not.toContain('import.columnTwice')
  })
  it('are not made of a page header that comes again, nor of two columns of names under other headings', async () => {
    const header = ['社区', '常住人口', '户籍人口']
    const paged = await readAll([header, ...TWO, header, ['南河社区', 800, 700]])
    expect(paged.map(namesIn)).toEqual([['东河社区', '西河社区', '南河社区']])
    const twice = await readAll([['社区', '常住人口', '社区名称', '楼院'], ...TWO.map((row) => [...row, row[0]!, 4])])
    expect(twice).toHaveLength(1)
    expect(codesOf(twice[0]!)).toContain('import.columnTwice')
  })
})

describe('communities in columns', () => {
  it('with English below each row, a total and a title: turned, and nothing of it is an unknown column', async () => {
    const part = await read(
      [
        ['中河街道各社区情况'],
        ['项目', '合计', '东河社区', '西河社区'],
        ['Item', 'Total', null, null],
        ['常住人口', 7300, 3100, 4200],
        ['Residents', null, null, null],
        ['楼院', 27, 12, 15],
        ['Courtyards', null, null, null],
      ],
      { merges: ['A1:D1'] },
    )
    expect(residentsIn(part)).toEqual(BOTH)
    expect(codesOf(part).filter((code) => code === 'import.columnUnknown')).toEqual([])
    expect(part.recognition.title).toContain('中河街道')
  })
  it('are not made of a form of one community, whose headings and figures stand in turn', async () => {
    const part = await read([
      ['社区名称：', '东河社区', '街道：', '中河街道'],
      ['常住人口', 3100, '户籍人口', 2900],
      ['楼院', 31, '老旧楼院', 12],
    ])
    expect(codesOf(part)).toContain('import.turned')
  })
})
