import { describe, expect, it } from 'vitest'
import { writePath } from '../../../src-main/policy/path.ts'
import { codesOf, openDesk, problemsOf } from '../../support/desk.ts'
import { openApp } from '../../support/open-app.ts'

const WAN = 1_000_000
const OLD_SHARE = 'classification/rules/oldCourtyards/when/of/0/value'

describe('equity', () => {
  it('counts every community of the sample, and leaves out an unknown and a zero population, never taking them for zero money', async () => {
    const { ask } = await openDesk()
    const whole = await ask('analysis.equity', { need: 'elderly' })
    expect(whole.residents).toMatchObject({
      indicator: 'residents',
      counted: 180,
      unknown: 0,
      zero: 0,
      withoutAmount: 0,
      amountFen: 3590 * WAN,
    })
    expect(whole.residents.perUnitFen).toBeCloseTo((3590 * WAN) / whole.residents.units, 6)
    expect(whole.residents.gini).toBeGreaterThan(0)
    expect(whole.residents.theil!.groups.map((each) => each.group).sort()).toEqual(
      [...new Set(whole.communities.map((each) => each.district))].sort(),
    )

    const [first, second] = whole.communities
    await ask('indicators.update', {
      edits: [
        { key: first!.key, field: 'floating', value: null },
        { key: first!.key, field: 'residents', value: null },
      ],
    })
    const { residents, communities } = await ask('analysis.equity')
    expect(residents.counted).toBe(179)
    expect(residents.unknown).toBe(1)
    expect(communities.find((each) => each.key === first!.key)).toMatchObject({ residents: null, perResidentFen: null })
    expect(communities.find((each) => each.key === second!.key)!.perResidentFen).toBeCloseTo(second!.amountFen! / second!.residents!, 9)
  })

  it('measures a supposition, and counts communities without any need apart', async () => {
    const { ask } = await openDesk()
    const flat = await ask('policy.get', { id: 'flat-2018' })
    const supposed = await ask('analysis.equity', { policy: flat, need: 'unmanagedCourtyards' })
    expect(supposed.residents.amountFen).toBe(3600 * WAN)
    expect(supposed.need!.zero).toBe(supposed.communities.filter((each) => each.need === 0).length)
    expect(supposed.need!.counted + supposed.need!.zero + supposed.need!.unknown).toBe(180)
  })

  it('refuses what money can not be measured against', async () => {
    const { ask } = await openDesk()
    expect(await codesOf(ask('analysis.equity', { need: 'location' }))).toEqual(['policy.indicatorKind'])
    expect(await codesOf(ask('analysis.equity', { need: 'nothing' }))).toEqual(['plan.indicatorUnknown'])
  })
})

describe('a sweep', () => {
  it("has both ends and today's value, and at every point the numbers of that policy", async () => {
    const { ask } = await openDesk()
    const { number, points } = await ask('analysis.sweep', { path: OLD_SHARE, from: 0.3, to: 0.9, most: 12 })
    expect(number).toMatchObject({ path: OLD_SHARE, value: 0.5, unit: { kind: 'indicator', indicator: 'oldShare' }, key: 'oldCourtyards' })
    expect(points.length).toBeLessThanOrEqual(12)
    expect([points[0]!.value, points.at(-1)!.value]).toEqual([0.3, 0.9])
    expect(points.find((each) => each.value === 0.5)).toMatchObject({
      amountFen: 3590 * WAN,
      byClass: { A: { count: 72 }, B: { count: 66, amountFen: 66 * 30 * WAN } },
    })
    const policy = await ask('policy.get')
    for (const point of points) {
      const { totals } = await ask('result.preview', { policy: writePath(policy, OLD_SHARE, point.value) })
      expect(point).toMatchObject({ amountFen: totals.amountFen, undecided: totals.undecided })
      for (const [key, own] of Object.entries(point.byClass))
        expect(own).toEqual({ count: totals.byClass[key]!.count, amountFen: totals.byClass[key]!.amountFen })
    }
    expect(new Set(points.map((each) => each.byClass.B!.count)).size).toBeGreaterThan(2)
  })

  it('is exact where the breakpoints are few', async () => {
    const { ask } = await openDesk()
    const { exact, points } = await ask('analysis.sweep', {
      path: 'classification/rules/smallTownship/when/of/1/value',
      from: 2950,
      to: 3050,
    })
    expect(exact).toBe(true)
    expect(points.map((each) => each.value)).toEqual(expect.arrayContaining([2950, 3000, 3050]))
    const wide = await ask('analysis.sweep', { path: 'classification/rules/smallTownship/when/of/1/value', from: 0, to: 20_000 })
    expect(wide.exact).toBe(false)
    expect(wide.points.length).toBeLessThanOrEqual(61)
  })

  it('goes over amounts in round steps', async () => {
    const { ask } = await openDesk()
    const { points } = await ask('analysis.sweep', { path: 'allocation/steps/standard/amountsFen/B', from: 20 * WAN, to: 40 * WAN })
    for (const { value, amountFen } of points) expect(amountFen).toBe(3590 * WAN + 66 * (value - 30 * WAN))
    expect(points.every((each) => each.value % (WAN / 2) === 0)).toBe(true)
  })

  it('refuses in words', async () => {
    const { ask } = await openDesk()
    const refused = (path: string, from: number, to: number) => codesOf(ask('analysis.sweep', { path, from, to }))
    expect(await refused('classification/rules/nothing/when/value', 0, 1)).toEqual(['policy.pathUnknown'])
    expect(await refused('title/zh', 0, 1)).toEqual(['policy.pathNotNumber'])
    expect(await refused(OLD_SHARE, 0.6, 0.5)).toEqual(['policy.sweepRange'])
    expect(await refused('allocation/steps/standard/amountsFen/B', 0, 10.5)).toEqual(['policy.shape'])
    const [outside] = await problemsOf(ask('analysis.sweep', { path: OLD_SHARE, from: 0.2, to: 1.2 }))
    expect(outside).toMatchObject({ code: 'policy.outsideRange', params: { value: 1.2, min: '0', max: '1' }, place: { path: OLD_SHARE } })
  })
})

describe('sensitivity', () => {
  it('names the borderline communities; the first of them does change its class when its indicator does', async () => {
    const { ask } = await openDesk()
    const { borderline, communities } = await ask('analysis.sensitivity', { within: 0.2 })
    expect(communities).toHaveLength(180)
    const first = communities.find((each) => each.key === borderline[0])!
    expect(
      communities
        .filter((each) => each.borderline)
        .map((each) => each.key)
        .sort(),
    ).toEqual([...borderline].sort())
    const [nearest] = first.distances
    await ask('indicators.update', { edits: [{ key: first.key, field: nearest!.indicator, value: nearest!.to }] })
    expect((await ask('result.get')).communities.find((each) => each.key === first.key)!.class).toBe(nearest!.class)
  })

  it('tells what each single move costs', async () => {
    const { ask } = await openDesk()
    const { communities } = await ask('analysis.sensitivity')
    const west = communities.find((each) => each.name === '祁连路西社区')!
    expect(west).toMatchObject({ class: 'B', amountFen: 30 * WAN, overridden: false })
    expect(west.moves.map((each) => [each.class, each.ownFen, each.totalFen])).toEqual([
      ['A', -15 * WAN, -15 * WAN],
      ['C', -15 * WAN, -15 * WAN],
      ['D', -20 * WAN, -20 * WAN],
    ])
  })

  it('says how far it is, and stops when asked to', async () => {
    const { service } = await openApp()
    const seen: number[] = []
    const input = { within: 0.1, numbers: [], values: [], overrides: [] }
    const controller = new AbortController()
    await service['analysis.sensitivity'](input, {
      host: 'test',
      signal: controller.signal,
      progress: (done, total) => seen.push(done / total),
    })
    expect(seen.at(-1)).toBe(1)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    const stopped = service['analysis.sensitivity'](input, { host: 'test', signal: controller.signal, progress: () => controller.abort() })
    await expect(stopped).rejects.toThrow('aborted')
  })
})

it('the timeline has the years of the plan with what was spent', async () => {
  const { ask } = await openDesk()
  const years = await ask('analysis.timeline')
  expect(years.map((each) => each.year)).toEqual([...years.map((each) => each.year)].sort())
  expect(years.find((each) => each.year === 2023)).toMatchObject({
    communities: 180,
    amountFen: 3590 * WAN,
    basis: 'computed',
    policy: { id: 'reference' },
    byClass: { B: { count: 66, amountFen: 66 * 30 * WAN } },
  })
  for (const { year, allocatedFen, spentFen, carriedFen, rate } of years) {
    const { total } = await ask('ledger.list', { year })
    expect({ allocatedFen, spentFen, carriedFen, rate }).toEqual({
      allocatedFen: total.allocatedFen,
      spentFen: total.spentFen,
      carriedFen: total.carriedFen,
      rate: total.rate,
    })
  }
  expect(years.some((each) => each.spentFen !== null)).toBe(true)
  await ask('plan.adopt', { title: '定案' })
  expect((await ask('analysis.timeline')).find((each) => each.year === 2023)).toMatchObject({ basis: 'adopted', amountFen: 3590 * WAN })
})
