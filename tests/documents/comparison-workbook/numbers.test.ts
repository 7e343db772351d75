import { describe, expect, it } from 'vitest'
import { comparisonWorkbook } from '../../../src-main/documents/comparison-workbook/index.ts'
import { cellOf, open, rowOf, rowsBelow } from '../workbook/reading.ts'
import { compared } from './compared.ts'

const inYuan = (fen: number | null): number | undefined => (fen === null ? undefined : fen / 100)
const sum = (list: Array<number | null>): number => list.reduce<number>((before, each) => before + (each ?? 0), 0)

describe.each([1, 2, 3, 4])('a comparison, %i', (seed) => {
  const input = compared(seed, 'zh')
  const { rows } = input

  it('has every community with classes, amounts and change, and the sums live below', async () => {
    const sheet = open(await comparisonWorkbook(input)).Sheets['社区']!
    const found = rowsBelow(sheet, 3)
    expect(found).toHaveLength(rows.length + 1)
    rows.forEach((each, i) => {
      const row = found[i]!
      expect([
        row['序号'],
        row['社区'],
        row['社区代码'] ?? '',
        row['基准类别'],
        row['对照类别'],
        row['基准金额'],
        row['对照金额'],
        row['增减'],
      ]).toEqual([
        i + 1,
        each.name,
        each.code,
        each.from ?? '（未定）',
        each.to ?? '（未定）',
        inYuan(each.baseFen),
        inYuan(each.withFen),
        inYuan(each.changeFen),
      ])
      if (each.changeFen !== null) expect(cellOf(sheet, 10, row.at)?.f).toBe(`ROUND(I${row.at}-H${row.at},2)`)
    })
    const total = found.at(-1)!
    expect([total['基准金额'], total['对照金额'], total['增减']]).toEqual([
      sum(rows.map((each) => each.baseFen)) / 100,
      sum(rows.map((each) => each.withFen)) / 100,
      sum(rows.map((each) => each.changeFen)) / 100,
    ])
    for (const column of [8, 9, 10]) expect(cellOf(sheet, column, total.at)?.f).toMatch(/^SUM\(/)
  })

  it('has a class matrix whose margins are the counts and the changes of the communities', async () => {
    const sheet = open(await comparisonWorkbook(input)).Sheets['类别变动']!
    for (const [header, valueOf] of [
      [4, (own: typeof rows) => own.length],
      [rowOf(sheet, '金额增减（行：基准；列：对照）') + 1, (own: typeof rows) => sum(own.map((each) => each.changeFen)) / 100],
    ] as const) {
      const found = rowsBelow(sheet, header)
      for (const row of found) {
        const from = row['基准 \\ 对照']
        for (const to of Object.keys(row).filter((each) => each !== 'at' && each !== '基准 \\ 对照')) {
          const own = rows.filter(
            (each) => (from === '合计' || (each.from ?? '（未定）') === from) && (to === '合计' || (each.to ?? '（未定）') === to),
          )
          expect(row[to], `${String(from)} ${to}`).toBeCloseTo(valueOf(own), 6)
        }
      }
      expect(found.at(-1)!['合计']).toBeCloseTo(valueOf(rows), 6)
    }
  })

  it('takes an unknown amount for neither gain nor loss, and says on every sheet of sums who is left out', async () => {
    const book = open(await comparisonWorkbook(input))
    const overview = book.Sheets['总览']!
    const [money] = rowsBelow(overview, rowOf(overview, '总额') + 1)
    expect(money!['增减']).toBeCloseTo(sum(rows.map((each) => each.changeFen)) / 100, 6)
    const left = rows.filter((each) => each.changeFen === null).length
    expect(left).toBeGreaterThan(0)
    for (const name of ['总览', '类别变动', '区县']) expect(book.Sheets[name]!['A2'].v, name).toContain(`${left}个社区有一方的金额未知`)
  })

  it('has districts, subdistricts, gains, losses and classes that add up to the same', async () => {
    const book = open(await comparisonWorkbook(input))
    const net = sum(rows.map((each) => each.changeFen)) / 100
    const districts = rowsBelow(book.Sheets['区县']!, 4)
    expect(
      districts
        .map((each) => each['区县'])
        .slice(0, -1)
        .sort(),
    ).toEqual([...new Set(rows.map((each) => each.district))].sort())
    expect(districts.at(-1)!['增减']).toBe(net)
    const subdistricts = rowsBelow(book.Sheets['区县']!, rowOf(book.Sheets['区县']!, '按街道') + 1)
    expect(sum(subdistricts.slice(0, -1).map((each) => each['社区数'] as number))).toBe(rows.length)
    const overview = book.Sheets['总览']!
    const gains = rowsBelow(overview, rowOf(overview, '增加与减少') + 1)
    expect(gains.map((each) => each['社区数'])).toEqual([
      rows.filter((each) => (each.changeFen ?? 0) > 0).length,
      rows.filter((each) => (each.changeFen ?? 0) < 0).length,
      rows.filter((each) => each.changeFen === 0).length,
      rows.filter((each) => each.changeFen !== null).length,
    ])
    expect(gains.at(-1)!['增减']).toBe(net)
    const classes = rowsBelow(overview, rowOf(overview, '按类别') + 1)
    const [before, after] = [sum(rows.map((each) => each.baseFen)) / 100, sum(rows.map((each) => each.withFen)) / 100]
    expect(classes.at(-1)).toMatchObject({
      基准社区数: rows.length,
      对照社区数: rows.length,
      社区数增减: 0,
      基准金额: before,
      对照金额: after,
    })
    expect(classes.at(-1)!['增减']).toBeCloseTo(after - before, 6)
    const members = rowsBelow(overview, rowOf(overview, '对照办法下归入各类的社区：以前、现在、增减（只含双方金额都已知的社区）') + 1)
    expect(members.at(-1)).toMatchObject({ 社区数: rows.filter((each) => each.changeFen !== null).length, 增减: net })
  })
})

it('speaks English, marks made-up data, and shows the reader which policies are compared', async () => {
  const book = open(await comparisonWorkbook(compared(5, 'en')))
  expect(book.SheetNames).toEqual(['Overview', 'Class to class', 'Districts', 'Communities'])
  expect(String(cellOf(book.Sheets.Overview!, 1, 1)?.v)).toContain('Sample data (synthetic)')
  expect(rowsBelow(book.Sheets.Overview!, 4).map((each) => [each.Item, each.Base, each.Compared])).toContainEqual([
    'Id and version',
    'random 1.0.0',
    'other 1.0.0',
  ])
})

it('can be written for no community at all', async () => {
  const input = compared(1, 'zh')
  const book = open(await comparisonWorkbook({ ...input, rows: [] }))
  expect(rowsBelow(book.Sheets['社区']!, 3).at(-1)).toMatchObject({ 序号: '合计', 增减: 0 })
})
