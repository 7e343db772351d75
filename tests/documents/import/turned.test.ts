import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readFile, type PartRead } from '../../../src-main/documents/import/read-file.ts'
import { importDictionary } from '../../support/import-dictionary.ts'
import { oneSheet, type CellInput, type SheetInput } from '../../support/spreadsheet-files.ts'

const turnedRows = (rows: CellInput[][]): CellInput[][] =>
  Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, column) => rows.map((row) => row[column] ?? null))

async function read(rows: CellInput[][], more: Partial<SheetInput> = {}): Promise<PartRead> {
  const file = { fileName: '交表.xlsx', bytes: oneSheet(rows, more), mappings: [] }
  return (await readFile(file, importDictionary, [], () => undefined)).parts[0]!
}
const codesOf = ({ recognition, problems }: PartRead): string[] => [...recognition.problems, ...problems].map(({ code }) => code)
const valuesIn = ({ rows }: PartRead) => rows.map(({ name, values, subdistrict }) => ({ name, values, subdistrict }))

/** Tables whose communities are columns, as statistical yearbooks have them. */
const TABLES: [string, CellInput[][], Partial<SheetInput>][] = [
  [
    'with a heading that nobody knows over the names',
    [
      ['项目', '甲社区', '乙社区'],
      ['常住人口', 3000, 4000],
      ['楼院', 12, 15],
    ],
    {},
  ],
  [
    'with the known heading of names, which alone would look like a header',
    [
      ['社区名称', '甲社区', '乙社区'],
      ['常住人口', 3000, 4000],
      ['楼院', 12, 15],
    ],
    {},
  ],
  [
    'below a title over all columns and a line with the unit',
    [['各社区基本情况'], ['指标', '甲社区', '乙社区'], ['常住人口（人）', 3000, 4000], ['楼院', 12, 15]],
    { merges: ['A1:C1'] },
  ],
  [
    'with a column of units beside the indicators',
    [
      ['指标', '单位', '甲社区', '乙社区'],
      ['常住人口', '人', 3000, 4000],
      ['楼院', '个', 12, 15],
    ],
    {},
  ],
  [
    'in groups, with joined cells before the indicators',
    [
      ['类别', '指标', '甲社区', '乙社区'],
      ['人口', '常住人口', 3000, 4000],
      ['住房', '楼院', 12, 15],
    ],
    {},
  ],
]

describe('a table whose communities are columns', () => {
  test.each(TABLES)('is turned and read: %s', async (_, rows, more) => {
    const part = await read(rows, more)
    expect(valuesIn(part).map(({ name, values }) => [name, values['residents'], values['courtyards']])).toEqual([
      ['甲社区', 3000, 12],
      ['乙社区', 4000, 15],
    ])
    expect(codesOf(part)).toContain('import.turnedRead')
    expect(part.recognition.sheet).toMatch(/（转置）$/)
  })

  it('gives what the same table gives as it usually stands, whatever is in it', async () => {
    const fields = { residents: '常住人口', registered: '户籍人口', households: '常住户数', courtyards: '楼院' }
    const table = fc
      .tuple(
        fc.shuffledSubarray(Object.values(fields), { minLength: 2 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 12 }),
        fc.boolean(),
        fc.infiniteStream(fc.option(fc.integer({ min: 1, max: 99_999 }), { freq: 5 })),
      )
      .map(([headings, names, withPlace, cells]): CellInput[][] => [
        [...(withPlace ? ['街道'] : []), '社区名称', ...headings],
        ...names.map((each) => [
          ...(withPlace ? ['朝阳街道'] : []),
          `第${each}社区`,
          ...headings.map((): CellInput => cells.next().value as number | null),
        ]),
      ])
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const [usual, turned] = [await read(rows), await read(turnedRows(rows))]
        expect(valuesIn(turned)).toEqual(valuesIn(usual))
      }),
      { numRuns: 25 },
    )
  })

  it('that is turned names the cell of the turned sheet, and says how to find it', async () => {
    const { problems } = await read([
      ['社区名称', '甲社区', '乙社区'],
      ['常住人口', 3000, '很多'],
      ['楼院', 12, 15],
    ])
    expect(problems.find(({ level }) => level === 'error')?.place).toMatchObject({ sheet: '表一（转置）', row: 3, column: 'B' })
  })

  it('is not made of a list of indicators with what they mean, nor of communities below each other', async () => {
    const list = await read([
      ['指标', '说明'],
      ['常住人口', '住满半年的人'],
      ['楼院', '有院墙的'],
    ])
    expect(codesOf(list)).toContain('import.turned')
    expect(list.rows).toEqual([])
    const notes = await read([
      ['列', '怎样填'],
      ['社区名称', '社区全称。'],
      ['常住人口', '没有数据请留空。'],
      ['楼院', '没有数据请留空。'],
    ])
    expect(codesOf(notes)).toContain('import.turned')
    const usual = await read([
      ['社区名称', '常住人口', '楼院'],
      ['常住社区', 3000, 12],
      ['楼院社区', 4000, 15],
    ])
    expect(codesOf(usual)).not.toContain('import.turnedRead')
    expect(usual.rows.map(({ name }) => name)).toEqual(['常住社区', '楼院社区'])
  })
})
