import { describe, expect, test } from 'vitest'
import { readSpreadsheet } from '../../../src-main/documents/import/read-spreadsheet.ts'
import { recognise } from '../../../src-main/documents/import/recognise.ts'
import { importDictionary } from '../../support/import-dictionary.ts'
import { oneSheet, type CellInput, type SheetInput } from '../../support/spreadsheet-files.ts'

const recognised = async (rows: CellInput[][], more: Partial<SheetInput> = {}) =>
  recognise(await readSpreadsheet(oneSheet(rows, more), '交表.xlsx'), importDictionary)

/** Sheets of whose headings none is known: their header rows, and the columns of communities and of subdistricts. */
const SHEETS: [string, CellInput[][], Partial<SheetInput>, [number, number], string, string?][] = [
  [
    'plain',
    [
      ['归口', '小微企业', '停车位'],
      ['甲社区', 12, 300],
      ['乙社区', 7, 120],
    ],
    {},
    [1, 1],
    'A',
  ],
  [
    'below a title and a remark',
    [
      ['某街道摸排情况'],
      ['截至六月底'],
      [],
      ['片区', '归口', '小微企业', '停车位'],
      ['朝阳街道', '甲社区', 12, 300],
      ['朝阳街道', '乙社区', 7, null],
    ],
    { merges: ['A1:D1'] },
    [4, 4],
    'B',
    'A',
  ],
  [
    'with a group above joined cells',
    [
      ['归口', '经营主体', null, '车位'],
      [null, '小微', '个体', null],
      ['甲村', 3, 4, 5],
      ['乙村', 6, 7, 8],
    ],
    { merges: ['B1:C1', 'A1:A2', 'D1:D2'] },
    [1, 2],
    'A',
  ],
  [
    'in two languages',
    [
      ['归口 Unit', '小微 Small firms', '车位 Parking'],
      ['甲居委会', 3, 4],
      ['乙居委会', 5, 6],
    ],
    {},
    [1, 1],
    'A',
  ],
  [
    'numbered, years as headings',
    [
      ['号', '归口', 2022, 2023],
      [1, '甲社区', 30, 31],
      [2, '乙社区', 40, 41],
    ],
    {},
    [1, 1],
    'B',
  ],
]

describe('a header that nobody knows', () => {
  test.each(SHEETS)('is found by its shape: %s', async (_, rows, more, header, name, subdistrict) => {
    const { headerRows, columns, problems } = await recognised(rows, more)
    expect(headerRows).toEqual(header)
    expect(problems.map(({ code }) => code)).toContain('import.headerByShape')
    expect(columns.find(({ field }) => field === 'name')).toMatchObject({ column: name, how: 'values' })
    expect(columns.find(({ field }) => field === 'subdistrict')?.column).toBe(subdistrict)
  })
  test('is not made of sentences', async () => {
    expect(
      (
        await recognised([
          ['本月工作总结', '三月'],
          ['一切正常', '无'],
        ])
      ).problems,
    ).toMatchObject([{ code: 'import.noHeader' }])
  })
  test('a table whose indicators are rows is refused for that reason, where no communities are known in it', async () => {
    const turned = await recognised([
      ['项目', '东片', '西片'],
      ['常住人口', 3000, 4000],
      ['楼院', 12, 15],
    ])
    expect(turned.problems.filter(({ level }) => level === 'error').map(({ code }) => code)).toContain('import.turned')
  })
  test('the first rows are told as they stand, with the letters of their columns', async () => {
    const { top } = await recognised(SHEETS[1]![1], SHEETS[1]![2])
    expect(top.columns).toEqual(['A', 'B', 'C', 'D'])
    expect(top.rows.map(({ row }) => row)).toEqual([1, 2, 4, 5, 6])
    expect(top.rows[3]!.cells).toEqual(['朝阳街道', '甲社区', '12', '300'])
  })
})
