import { expect, it } from 'vitest'
import type { Policy } from '../../../src-main/model/policy.ts'
import { read, utils } from 'xlsx'
import { openApp } from '../../support/open-app.ts'

const YUAN = 100
const sum = <T>(list: T[], of: (each: T) => number): number => list.reduce((before, each) => before + of(each), 0)

it('sets last year against the plan: the shift of the reference case, and margins that are the totals', async () => {
  const { call } = await openApp()
  const {
    sides,
    versus: [shift],
    communities,
    districts,
    subdistricts,
  } = await call['comparison.get']({
    sides: [
      { kind: 'lastYear', year: 2023 },
      { kind: 'year', year: 2023 },
    ],
  })
  expect(sides.map((side) => side.totals.amountFen)).toEqual([36_000_000 * YUAN, 35_900_000 * YUAN])
  expect(
    Object.fromEntries(
      Object.entries(shift!.byClass)
        .filter(([, each]) => each.countWith > 0)
        .map(([key, each]) => [key, each.changeFen / YUAN]),
    ),
  ).toEqual({ A: -3_600_000, B: 6_600_000, C: -1_100_000, D: -2_000_000 })
  expect(shift!.shift).toMatchObject({
    gainsFen: 6_600_000 * YUAN,
    lossesFen: 6_700_000 * YUAN,
    netFen: -100_000 * YUAN,
    gainers: 66,
    losers: 114,
  })
  for (const { key } of sides[1]!.classes)
    expect(
      sum(
        shift!.flows.filter((flow) => flow.to === key),
        (flow) => flow.count,
      ),
    ).toBe(sides[1]!.totals.byClass[key]!.count)
  for (const groups of [districts, subdistricts]) {
    expect([0, 1].map((side) => sum(groups, (group) => group.sides[side]!.amountFen))).toEqual(sides.map((side) => side.totals.amountFen))
    expect(sum(groups, (group) => group.sides[1]!.changeFen)).toBe(-100_000 * YUAN)
  }
  expect(communities).toHaveLength(180)
})

it('keeps founded and vanished communities apart, to the fen', async () => {
  const { call } = await openApp()
  await call['years.start']({ year: 2027, overrides: 'none' })
  const [gone] = await call['communities.list']()
  await call['units.dissolve']({ key: gone!.key, date: '2027-01-01', document: '', note: '' })
  await call['communities.add']({ code: '', name: '新设社区', district: gone!.district, subdistrict: gone!.subdistrict })
  const {
    sides,
    versus: [shift],
    communities,
  } = await call['comparison.get']({
    sides: [
      { kind: 'year', year: 2026 },
      { kind: 'year', year: 2027 },
    ],
  })
  expect([shift!.founded.length, shift!.vanished]).toEqual([1, [gone!.key]])
  expect(shift!.vanishedFen).toBe(communities.find((each) => each.key === gone!.key)!.sides[0]!.amountFen)
  expect(sum(shift!.flows, (flow) => flow.count)).toBe(sides[0]!.totals.communities - 1)
  expect(communities.find((each) => each.name === '新设社区')!.sides.map((side) => [side.present, side.amountFen])).toEqual([
    [false, null],
    [true, null],
  ])
})

it('sets up to four plans side by side: last year, the plan, an adopted one and a scenario', async () => {
  const { call } = await openApp()
  const adopted = await call['plan.adopt']({ title: '2023年定案' })
  const policy: Policy = structuredClone(await call['policy.get']())
  policy.allocation.steps.find((each) => each.kind === 'standard')!.amountsFen.B = 31_000_000
  const { id } = await call['scenarios.create']({ name: '加一万', note: '', policy, numbers: [], values: [], overrides: [] })
  const found = await call['comparison.get']({
    sides: [
      { kind: 'lastYear', year: 2023 },
      { kind: 'year', year: 2023 },
      { kind: 'adopted', id: adopted.id },
      { kind: 'scenario', id },
    ],
  })
  expect(found.sides.map((side) => [side.name.zh, side.totals.amountFen / YUAN])).toEqual([
    ['上年（2022年）', 36_000_000],
    ['2023年方案', 35_900_000],
    ['2023年定案', 35_900_000],
    ['加一万', 36_560_000],
  ])
  expect(found.versus.map((each) => each.shift.netFen / YUAN)).toEqual([-100_000, -100_000, 560_000])
})

it('writes one plan against another as a workbook with the same shift, founded and vanished communities apart', async () => {
  const { call } = await openApp()
  const { base64, fileName } = await call['comparison.export']({
    base: { kind: 'lastYear', year: 2023 },
    other: { kind: 'year', year: 2023 },
    language: 'zh',
  })
  expect(fileName).toBe('方案比较 上年（2022年）—2023年方案.xlsx')
  const rows = (sheet: string, base = base64): unknown[][] =>
    utils.sheet_to_json(read(base, { type: 'base64' }).Sheets[sheet]!, { header: 1 })
  const classes = rows('总览').filter((row) => ['A', 'B', 'C', 'D'].includes(String(row[0])))
  // The amounts of each class under both plans with their difference; below, what the communities now in it had and have.
  expect(classes.slice(0, 4).map((row) => row.slice(4, 7))).toEqual([
    [0, 10_800_000, 10_800_000],
    [0, 19_800_000, 19_800_000],
    [0, 3_300_000, 3_300_000],
    [0, 2_000_000, 2_000_000],
  ])
  expect(classes.slice(4).map((row) => row.slice(2, 5))).toEqual([
    [14_400_000, 10_800_000, -3_600_000],
    [13_200_000, 19_800_000, 6_600_000],
    [4_400_000, 3_300_000, -1_100_000],
    [4_000_000, 2_000_000, -2_000_000],
  ])
  expect(
    rows('总览')
      .find((row) => row[0] === '净增减')!
      .slice(0, 3),
  ).toEqual(['净增减', 180, -100_000])
  expect(rows('总览').find((row) => row[0] === '方案')).toEqual(['方案', '上年（2022年）', '2023年方案'])

  await call['years.start']({ year: 2027, overrides: 'none' })
  const [gone] = await call['communities.list']()
  await call['units.dissolve']({ key: gone!.key, date: '2027-01-01', document: '', note: '' })
  const { base64: changed } = await call['comparison.export']({
    base: { kind: 'year', year: 2026 },
    other: { kind: 'year', year: 2027 },
    language: 'zh',
  })
  const line = rows('社区', changed).find((row) => row[3] === gone!.name)!
  expect([line[6], line[8], line[9]]).toEqual(['（无此社区）', undefined, -(line[7] as number)])
})
