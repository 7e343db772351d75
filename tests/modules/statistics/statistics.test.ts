import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import type { InputOf, OutputOf } from '../../../src-main/contract/operations.ts'
import { STATISTICS_COLUMNS } from '../../../src-main/model/statistics.ts'
import { codesOf, MATURE, OLD, openDesk } from '../../support/desk.ts'
import { districtPlan } from '../rollup/rollup-support.ts'

const WAN = 1_000_000
type Table = OutputOf<'statistics.get'>
const rowsOf = ({ sections }: Table, section: string, column: string): [string, number | null][] =>
  sections.find((each) => each.key === section)!.rows.map((row) => [row.key, row.cells[column] ?? null])
const everything: InputOf<'statistics.configure'> = {
  title: '',
  columns: [...STATISTICS_COLUMNS],
  sections: ['area', 'class', 'district'],
  area: { indicator: 'location', urban: ['urban', 'edge'], township: ['township'] },
}

describe('the statistics', () => {
  it('count the sample city as its own pages do, and every section adds up to the total', async () => {
    const { ask } = await openDesk()
    const table = await ask('statistics.get')
    expect(table).toMatchObject({ year: 2023, synthetic: true, undecided: 0, problems: [] })
    expect(table.total).toMatchObject({
      communities: 180,
      inPlace: 180,
      amount: 3590 * WAN,
      urban: 160,
      township: 20,
      townshipAmount: 200 * WAN,
      change: -10 * WAN,
    })
    expect(rowsOf(table, 'class', 'communities')).toEqual([
      ['A', 72],
      ['B', 66],
      ['C', 22],
      ['D', 20],
    ])
    for (const { rows } of table.sections) {
      for (const column of STATISTICS_COLUMNS.filter((each) => each !== 'rate' && each !== 'average')) {
        expect(
          rows.reduce((sum, row) => sum + (row.cells[column] ?? 0), 0),
          column,
        ).toBe(table.total[column])
      }
    }
    const { total } = await ask('ledger.list')
    expect(table.total).toMatchObject({
      allocated: total.allocatedFen,
      spent: total.spentFen,
      rate: total.rate,
      carried: total.carriedFen,
      reported: total.reported,
    })
  })

  it('tell apart what is unknown: an undecided community has no fund in place, a rate is about those who reported both', async () => {
    const { ask } = await districtPlan('东区', {
      甲: MATURE,
      乙: { ...OLD, location: null },
      丙: { ...MATURE, location: 'township', residents: null, courtyards: null },
    })
    const keys = Object.fromEntries((await ask('communities.list')).map((each) => [each.name, each.key]))
    await ask('ledger.update', {
      edits: [
        { key: keys['甲']!, field: 'allocated', fen: 200 },
        { key: keys['甲']!, field: 'spent', fen: 150 },
        { key: keys['乙']!, field: 'spent', fen: 999 },
        { key: keys['乙']!, field: 'carried', fen: 7 },
      ],
    })
    await ask('statistics.configure', everything)
    const table = await ask('statistics.get')
    const undecided = (await ask('result.get')).totals.undecided
    expect(undecided).toBeGreaterThan(0)
    expect(table).toMatchObject({ undecided, problems: [{ code: 'statistics.areaUnknown', params: { count: 1 } }] })
    expect(table.total).toMatchObject({
      communities: 3,
      inPlace: 3 - undecided,
      reported: 1,
      allocated: 200,
      spent: 150,
      rate: 0.75,
      carried: 7,
    })
    expect(rowsOf(table, 'area', 'communities')).toEqual([
      ['urban', 1],
      ['township', 1],
      ['other', 1],
    ])
    expect(rowsOf(table, 'area', 'rate')).toEqual([
      ['urban', 0.75],
      ['township', null],
      ['other', null],
    ])
    // Nobody reported is not 0 reported; a group without communities has 0.
    expect(rowsOf(table, 'area', 'spent')).toEqual([
      ['urban', 150],
      ['township', null],
      ['other', null],
    ])
    expect(rowsOf(table, 'area', 'carried')).toEqual([
      ['urban', null],
      ['township', null],
      ['other', 7],
    ])
    expect(rowsOf(table, 'class', 'amount').filter(([key]) => key === '')).toEqual([['', null]])
  })

  it('are what was counted by hand, in the table, in the workbook and from fen to 元', async () => {
    const { ask } = await districtPlan('东区', {
      甲: { ...MATURE, previousAmount: 20_000_000 },
      乙: { ...OLD, previousAmount: 20_000_000 },
      丙: { ...MATURE, location: 'township', previousAmount: null },
      丁: { ...OLD, location: 'edge', previousAmount: 30_000_001 },
    })
    const classes = Object.fromEntries((await ask('result.get')).communities.map((each) => [each.name, [each.class, each.amountFen]]))
    const keys = Object.fromEntries((await ask('communities.list')).map((each) => [each.name, each.key]))
    const used = {
      甲: [15_000_000, 15_000_000, 0],
      乙: [30_000_000, 7_500_001, 22_499_999],
      丙: [null, 5, null],
      丁: [10_000_000, 12_500_000, null],
    } as const
    await ask('ledger.update', {
      edits: Object.entries(used).flatMap(([name, amounts]) =>
        (['allocated', 'spent', 'carried'] as const).map((field, position) => ({ key: keys[name]!, field, fen: amounts[position]! })),
      ),
    })
    await ask('statistics.configure', everything)
    const table = await ask('statistics.get')
    const fenOf = (...names: string[]): number => names.reduce((sum, name) => sum + (classes[name]![1] as number), 0)
    // 甲 and 乙 lie in the city, 丁 on its edge, which counts as urban; 丙 has reported only what it spent, 丁 has spent more than it was given.
    expect(table.total).toEqual({
      communities: 4,
      inPlace: 4,
      amount: fenOf('甲', '乙', '丙', '丁'),
      average: Math.round(fenOf('甲', '乙', '丙', '丁') / 4),
      previous: 70_000_001,
      change: fenOf('甲', '乙', '丁') - 70_000_001,
      urban: 3,
      urbanAmount: fenOf('甲', '乙', '丁'),
      township: 1,
      townshipAmount: fenOf('丙'),
      reported: 3,
      allocated: 55_000_000,
      spent: 35_000_001,
      rate: 35_000_001 / 55_000_000,
      carried: 22_499_999,
    })
    expect(rowsOf(table, 'area', 'rate')).toEqual([
      ['urban', 35_000_001 / 55_000_000],
      ['township', null],
    ])
    expect(rowsOf(table, 'area', 'amount')).toEqual([
      ['urban', fenOf('甲', '乙', '丁')],
      ['township', fenOf('丙')],
    ])
    const ofClass = (wanted: unknown): string[] => Object.keys(classes).filter((name) => classes[name]![0] === wanted)
    expect(rowsOf(table, 'class', 'amount')).toEqual(['A', 'B', 'C', 'D'].map((key) => [key, fenOf(...ofClass(key))]))
    const { base64 } = await ask('statistics.export')
    const sheet = read(Buffer.from(base64, 'base64')).Sheets['统计表']!
    const total = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true }).find((row) => row[0] === '合计')!
    const counts = new Set<string>(['communities', 'inPlace', 'urban', 'township', 'reported', 'rate'])
    expect(total.slice(1)).toEqual(
      STATISTICS_COLUMNS.map((column) => (counts.has(column) ? table.total[column] : table.total[column]! / 100)),
    )
  })

  it('tell a mean to the nearest fen', async () => {
    const communities = { 甲: MATURE, 乙: MATURE, 丙: MATURE, 丁: OLD, 戊: OLD, 己: OLD, 庚: OLD }
    const { ask } = await districtPlan('东区', communities)
    await ask('statistics.configure', everything)
    const table = await ask('statistics.get')
    // Three of 15万元 and four of 30万元: 165万元 among seven are 235,714.2857元.
    expect([table.total['amount'], table.total['average']]).toEqual([165 * WAN, 23_571_429])
    expect(rowsOf(table, 'class', 'average').filter(([, fen]) => fen !== null)).toEqual([
      ['A', 15 * WAN],
      ['B', 30 * WAN],
    ])
    const key = (await ask('communities.list')).find((each) => each.name === '丁')!.key
    await ask('overrides.set', { key, class: 'A', reason: '核实' })
    // 150万元 among seven are 214,285.7142857元.
    expect((await ask('statistics.get')).total).toMatchObject({ amount: 150 * WAN, average: 21_428_571 })
  })

  it('have the columns, sections and the meaning of urban that were chosen, kept in the plan and undone', async () => {
    const { ask } = await openDesk()
    await ask('statistics.configure', {
      title: '市委组织部统计表',
      columns: ['communities', 'rate'],
      sections: ['area'],
      area: { indicator: 'location', urban: ['urban'], township: ['township', 'edge'] },
    })
    const table = await ask('statistics.get')
    expect(table.settings).toMatchObject({ title: '市委组织部统计表', columns: ['communities', 'rate'] })
    expect(table.sections.map((each) => each.key)).toEqual(['area'])
    expect(table.total['urban']! + table.total['township']!).toBe(180)
    expect(table.total['urban']).toBeLessThan(160)
    expect((await ask('history.list'))[0]!.said).toEqual({ zh: '统计表设置：2列', en: 'Settings of the statistics: 2 columns' })
    await ask('history.undo')
    expect((await ask('statistics.get')).total['urban']).toBe(160)
  })

  it('refuse a definition that does not fit, and say when it no longer does', async () => {
    const { ask } = await openDesk()
    expect(
      await codesOf(ask('statistics.configure', { ...everything, area: { indicator: 'residents', urban: [], township: [] } })),
    ).toEqual(['statistics.indicatorGone'])
    expect(
      await codesOf(ask('statistics.configure', { ...everything, area: { indicator: 'location', urban: ['edge'], township: ['edge'] } })),
    ).toEqual(['statistics.optionTwice'])
    const { groups } = await ask('dictionary.get')
    const options = ['x', 'y'].map((key) => ({ key, label: { zh: key, en: key } }))
    await ask('dictionary.addIndicator', {
      indicator: { key: 'ownPlace', label: { zh: '自设', en: 'Own' }, kind: 'category', group: groups[0]!.key, options },
    })
    await ask('statistics.configure', { ...everything, area: { indicator: 'ownPlace', urban: ['x'], township: ['y'] } })
    await ask('dictionary.retireIndicator', { key: 'ownPlace' })
    expect((await ask('statistics.get')).problems.map((each) => each.code)).toEqual(['statistics.indicatorGone'])
    await ask('statistics.configure', { ...everything, area: null })
    expect((await ask('statistics.get')).problems).toEqual([])
  })

  it('stand for an empty year without dividing by nothing', async () => {
    const { ask } = await openDesk()
    await ask('plan.create', { name: '空', year: 2030 })
    expect((await ask('statistics.get')).total).toMatchObject({ communities: 0, amount: 0, average: null, rate: null })
  })
})
