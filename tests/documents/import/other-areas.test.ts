import { describe, expect, it, test } from 'vitest'
import { readFile } from '../../../src-main/documents/import/read-file.ts'
import type { ImportMapping } from '../../../src-main/model/import.ts'
import { importDictionary } from '../../support/import-dictionary.ts'
import { oneSheet, type CellInput, type SheetInput } from '../../support/spreadsheet-files.ts'

const read = async (rows: CellInput[][], more: Partial<SheetInput> = {}, mappings: ImportMapping[] = []) => {
  const { parts } = await readFile({ fileName: '交表.xlsx', bytes: oneSheet(rows, more), mappings }, importDictionary, [], () => undefined)
  const [{ recognition, rows: communities, skipped, problems }] = parts as [(typeof parts)[number]]
  return {
    header: recognition.headerRows,
    names: communities.map(({ name }) => name),
    skipped: skipped.map(({ row }) => row),
    columns: recognition.columns,
    errors: [...recognition.problems, ...problems].filter(({ level }) => level === 'error').map(({ code }) => code),
  }
}

/** Sheets of areas that are called otherwise than communities, none of whose headings is known: header, areas, rows that are left out. */
const SHEETS: [string, CellInput[][], Partial<SheetInput>, [number, number], string[], number[]][] = [
  [
    'in another language, with figures as texts',
    [['Wards of the town'], ['Ward', 'Shops', 'Parking'], ['Abbey', '1,204', '30'], ['Bridge End', '986', '41'], ['Castle', '2,330', '17']],
    { merges: ['A1:C1'] },
    [2, 2],
    ['Abbey', 'Bridge End', 'Castle'],
    [],
  ],
  [
    'without a heading over the names, with units below the headings',
    [
      [null, '出生率', '死亡率'],
      [null, '(‰)', '(‰)'],
      ['东片', 11, 7.07],
      ['西片', 8.6, 7.26],
      ['南片', 8.21, 5.9],
    ],
    {},
    [1, 2],
    ['东片', '西片', '南片'],
    [],
  ],
  [
    'with three rows of headings that nobody joined',
    [
      ['地　区', '摊位', null, null, '车位'],
      [null, '合计', '按性质分', null, null],
      [null, null, '固定', '流动', null],
      ['东片', 70, 30, 40, 5],
      ['西片', 91, 51, 40, 6],
      ['南片', 67, 27, 40, 8],
    ],
    {},
    [1, 3],
    ['东片', '西片', '南片'],
    [],
  ],
  [
    'below groups that have no figures',
    [['片区', '摊位', '车位'], ['甲、城里'], ['东片', 70, 5], ['西片', 91, 6], ['乙、城外'], ['南片', 67, 8]],
    {},
    [1, 1],
    ['东片', '西片', '南片'],
    [2, 5],
  ],
  [
    'with a sum of columns that nobody knows, and a rate among them',
    [
      ['片区', '摊位', '车位', '每位摊主年收入'],
      ['全城', 70_231, 5_409, 3],
      ['东片', 30_111, 2_203, 2],
      ['西片', 40_120, 3_206, 4],
    ],
    {},
    [1, 1],
    ['东片', '西片'],
    [2],
  ],
  [
    'with a total of which not all rows were handed over',
    [
      ['Division', 'Shops', 'Parking'],
      ['Whole valley', 90_000, 4_000],
      ['Abbey', 1204, 30],
      ['Bridge End', 986, 41],
      ['Castle', 2330, 17],
      ['Dock', 1000, 12],
    ],
    {},
    [1, 1],
    ['Abbey', 'Bridge End', 'Castle', 'Dock'],
    [2],
  ],
  [
    'after the years before, with codes in front',
    [
      ['Kode', '片区', '摊位', '车位'],
      [null, '2019', 12, 3],
      [null, '2020', 13, 4],
      ['A1', '东片', 30, 2],
      ['A2', '西片', 40, 3],
      ['A3', '南片', 50, 7],
    ],
    {},
    [1, 1],
    ['东片', '西片', '南片'],
    [2, 3],
  ],
  [
    'below groups over which a formula was drawn down',
    [
      ['片区', '摊位', '车位', '增减'],
      ['甲、城里', null, null, 0],
      ['东片', 70, 5, 3],
      ['西片', 91, 6, -2],
      ['乙、城外', null, null, 0],
      ['南片', 67, 8, 4],
    ],
    {},
    [1, 1],
    ['东片', '西片', '南片'],
    [2, 5],
  ],
  [
    'of which one is kept secret',
    [
      ['片区', '摊位', '车位'],
      ['东片', 'X', 'X'],
      ['西片', 91, 6],
      ['南片', 67, 8],
      ['北片', 51, 7],
    ],
    {},
    [1, 1],
    ['东片', '西片', '南片', '北片'],
    [],
  ],
  [
    'of which one, among areas in no group, has no figures',
    [['片区', '摊位', '车位'], ['东片', 70, 5], ['西片', 91, 6], ['南片', 67, 8], ['北片'], ['中片', 51, 7]],
    {},
    [1, 1],
    ['东片', '西片', '南片', '北片', '中片'],
    [],
  ],
  [
    'of which several, one below the other, have no figures',
    [['片区', '摊位', '车位'], ['东片'], ['西片', 91, 6], ['南片'], ['北片'], ['中片'], ['河片', 51, 7], ['山片', 60, 9], ['湖片', 33, 4]],
    {},
    [1, 1],
    ['东片', '西片', '南片', '北片', '中片', '河片', '山片', '湖片'],
    [],
  ],
  [
    'below a little table of years, and above one of rates',
    [
      ['年份', '摊位', '车位', '收入'],
      ['2023', 190, 31, 2205],
      ['2024', 201, 33, 2380],
      [],
      ['片区', '摊位', '车位', '收入'],
      ['东片', 70, 5, 700],
      ['西片', 91, 6, 640],
      ['南片', 67, 8, 810],
      [],
      ['其他比率'],
      ['每人摊位', '3.1%'],
      ['每位收入', '1.2%'],
    ],
    {},
    [5, 5],
    ['东片', '西片', '南片'],
    [10, 11, 12],
  ],
  [
    'set in below the larger ones that they belong to, of which not all rows were handed over',
    [
      ['Area', 'Shops', 'Parking'],
      ['Upper valley', 900, 31],
      ['  Abbey', 204, 3],
      ['  Bridge End', 186, 4],
      ['Lower valley', 700, 29],
      ['  Castle', 330, 7],
      ['  Dock', 100, 2],
    ],
    {},
    [1, 1],
    ['Abbey', 'Bridge End', 'Castle', 'Dock'],
    [2, 5],
  ],
  [
    'told from the larger ones by a column of words, whose figures are of another day',
    [
      ['Area', 'Kind', 'Shops', 'Parking'],
      ['Upper valley', 'County', 905, 31],
      ['Abbey', 'Ward', 304, 13],
      ['Bridge End', 'Ward', 286, 4],
      ['Crossing', 'Ward', 310, 12],
      ['Lower valley', 'County', 880, 29],
      ['Dock', 'Ward', 100, 2],
      ['Edge', 'Ward', 330, 17],
      ['Ford', 'Ward', 430, 8],
    ],
    {},
    [1, 1],
    ['Abbey', 'Bridge End', 'Crossing', 'Dock', 'Edge', 'Ford'],
    [2, 6],
  ],
  [
    'with figures that have their units behind them',
    [
      ['片区', '摊位', '收入', '办理'],
      ['东片', '70个', '4.74万元', '已办'],
      ['西片', '91个', '6.10万元', '已办'],
      ['南片', '67个', '3.54万元', '已办'],
    ],
    {},
    [1, 1],
    ['东片', '西片', '南片'],
    [],
  ],
  [
    'below grades that are numbered',
    [
      ['No.', 'Area', 'Pupils', null, null],
      [null, null, 1, 2, 3],
      [1, 'ABBEY', 62, 50, 40],
      [2, 'BRIDGE END', 55, 57, 59],
      [3, 'CASTLE', 72, 47, 30],
    ],
    { merges: ['A1:A2', 'B1:B2', 'C1:E1'] },
    [1, 2],
    ['ABBEY', 'BRIDGE END', 'CASTLE'],
    [],
  ],
  [
    'above the same ones of another year, and above a source',
    [
      ['2025年'],
      ['片区', '摊位', '车位'],
      ['东片', 70, 5],
      ['西片', 91, 6],
      ['南片', 67, 8],
      [],
      ['2024年'],
      ['片区', '摊位', '车位'],
      ['东片', 60, 5],
      ['西片', 81, 6],
      ['南片', 57, 8],
      ['Fonte: a town', null, null],
    ],
    {},
    [2, 2],
    ['东片', '西片', '南片'],
    [],
  ],
]

describe('areas that are called otherwise', () => {
  test.each(SHEETS)('%s', async (_, rows, more, header, names, skipped) => {
    expect(await read(rows, more)).toMatchObject({ header, names, skipped })
  })

  it('are only guessed, which has to be confirmed; then they are the names, and groups stay groups', async () => {
    const [, rows] = SHEETS[3]!
    const guessed = await read(rows)
    expect(guessed.columns.find(({ field }) => field === 'name')).toMatchObject({ column: 'A', how: 'guessed' })
    expect(guessed.errors).toContain('import.nameGuessed')
    const confirmed = await read(rows, {}, [{ headerRows: [1, 1], fields: { A: 'name' } }])
    expect(confirmed.errors).not.toContain('import.nameGuessed')
    expect(confirmed).toMatchObject({ names: guessed.names, skipped: guessed.skipped })
    const taken = await read(rows, {}, [{ headerRows: [1, 1], fields: { A: 'name', B: 'residents' } }])
    expect(taken).toMatchObject({ names: guessed.names, skipped: guessed.skipped })
  })

  it('can be confirmed also where they have no heading', async () => {
    const [, rows] = SHEETS[1]!
    const { names, errors } = await read(rows, {}, [{ headerRows: [1, 2], fields: { A: 'name' } }])
    expect([names, errors.includes('import.nameGuessed')]).toEqual([['东片', '西片', '南片'], false])
  })

  it('are not guessed where the rows are districts: there are no communities then', async () => {
    const { names, columns, errors } = await read([
      ['县（市、区）', '摊位', '车位'],
      ['东区', 30, 2],
      ['西区', 40, 3],
      ['南县', 50, 7],
    ])
    expect(names).toEqual([])
    expect(columns[0]).toMatchObject({ field: 'district' })
    expect(errors).toEqual(['import.noCommunities'])
  })

  it('stand in columns, also of indicators that nobody knows', async () => {
    const { names, skipped } = await read([
      ['指标', '东河村', '西河村', '南河村', '合计'],
      ['摊位', 30, 40, 50, 120],
      ['车位', 2, 3, 7, 12],
    ])
    expect([names, skipped.length]).toEqual([['东河村', '西河村', '南河村'], 1])
  })

  it('are not what a column of figures counts, whatever its heading', async () => {
    const { columns } = await read([
      ['区域', '常住人口', '社区'],
      ['东片', 3000, 12],
      ['西片', 4000, 15],
      ['南片', 5000, 9],
    ])
    expect(columns.map(({ field }) => field)).toEqual(['name', 'residents', null])
  })
})

it('a list of some communities below their table is another table, which is told; its figures are not taken for those above', async () => {
  const bytes = oneSheet([
    ['社区', '常住人口', '楼院', '进度'],
    ['东河社区', 3100, 31, '80%'],
    ['西河社区', 4200, 42, '70%'],
    ['南河社区', 5300, 53, '60%'],
    [],
    ['后两位社区：'],
    ['社区', '进度', '原因'],
    ['西河社区', '70%', '空挂户多'],
    ['南河社区', '60%', '缺人'],
  ])
  const { parts } = await readFile({ fileName: '进度.xlsx', bytes, mappings: [] }, importDictionary, [], () => undefined)
  expect(parts.map(({ rows }) => rows.map(({ name, values }) => [name, values['residents']]))).toEqual([
    [
      ['东河社区', 3100],
      ['西河社区', 4200],
      ['南河社区', 5300],
    ],
  ])
  expect(parts[0]!.recognition.problems.filter(({ code }) => code === 'import.sheetsNotRead')).toMatchObject([
    { params: { sheets: '表一（第6行起）' } },
  ])
})

describe('what is no area', () => {
  test.each<[string, CellInput[]]>([
    ['what can be reached at most', ['满分', 100]],
    ['how many there are', ['共9条记录', null]],
    ['a total in English', ['TOTAL VALLEY', 7000]],
    ['of which day the figures are', ['数据截止6月30日', null]],
  ])('%s', async (_, row) => {
    const { names } = await read([['社区', '常住人口'], ['东河社区', 3100], ['西河社区', 4200], row])
    expect(names).toEqual(['东河社区', '西河社区'])
  })
  it('a district above its subdistricts', async () => {
    const { names } = await read([
      ['社区', '常住人口'],
      ['河东县', null],
      ['东河镇', 3100],
      ['西河镇', 4200],
      ['河西县', null],
      ['南河镇', 5200],
      ['北河乡', 5300],
    ])
    expect(names).toEqual(['东河镇', '西河镇', '南河镇', '北河乡'])
  })
})
