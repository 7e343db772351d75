import { describe, expect, it } from 'vitest'
import type { Policy } from '../../../src-main/model/policy.ts'
import { codesOf, keyOf, MATURE, OLD, openDesk, problemsOf, smallPlan, type Desk } from '../../support/desk.ts'

const WAN = 1_000_000
const totalOf = async ({ ask }: Desk): Promise<number> => (await ask('result.get')).totals.amountFen
const keysNamed = async ({ ask }: Desk, names: string[]): Promise<string[]> => {
  const all = await ask('communities.list')
  return names.map((name) => all.find((each) => each.name === name)!.key)
}

describe('an expiry', () => {
  it('is kept, is the last year in which the class counts, and after it the rules decide again', async () => {
    const { ask } = await smallPlan({ 甲: MATURE }, 2025)
    const [key, rule] = [keyOf('甲'), 'A']
    const set = (expires: number) => ask('overrides.set', { key, class: 'C', reason: '核实', document: '纪要3号', expires })
    const classOf = async () => (await ask('result.get')).communities[0]!.class
    await set(2025)
    expect(await ask('overrides.list')).toEqual([{ key, class: 'C', reason: '核实', document: '纪要3号', expires: 2025 }])
    expect(await classOf()).toBe('C')
    await set(2024)
    expect(await classOf()).toBe(rule)
    expect((await ask('result.explain', { key })).decidedBy).toBe('rule')
    expect((await ask('overrides.report')).lines).toMatchObject([{ key, state: 'expired', costFen: 0, amountFen: 15 * WAN }])
    expect((await ask('overrides.list'))[0]).toMatchObject({ expires: 2024 })
    await ask('overrides.clear', { key })
    expect(await ask('overrides.list')).toEqual([])
  })

  it('ends with its year: a new year takes over what still counts, and names what does not', async () => {
    const { ask } = await smallPlan({ 甲: MATURE, 乙: OLD, 丙: MATURE, 丁: MATURE }, 2025)
    const set = (name: string, reached: string, expires?: number) =>
      ask('overrides.set', { key: keyOf(name), class: reached, reason: `核实${name}`, ...(expires !== undefined && { expires }) })
    await set('甲', 'C', 2025)
    await set('乙', 'C', 2026)
    await set('丙', 'D')
    const { overrides, problems } = await ask('years.start', { year: 2026, overrides: 'keep' })
    expect(overrides).toBe(2)
    expect(problems).toEqual([
      { code: 'plan.overrideExpired', level: 'warning', params: { class: 'C', year: 2025, reason: '核实甲' }, place: { community: '甲' } },
    ])
    expect((await ask('overrides.list')).map(({ key, expires }) => [key, expires ?? null])).toEqual([
      [keyOf('丙'), null],
      [keyOf('乙'), 2026],
    ])
    await ask('history.undo')
    await ask('years.start', { year: 2026, overrides: 'none' })
    expect(await ask('overrides.list')).toEqual([])
  })

  it('goes with the community through splitting, and is the earliest of those that merge', async () => {
    const { ask } = await smallPlan({ 甲: MATURE, 乙: OLD }, 2025)
    const why = { date: '2025-01-01', document: '', note: '' }
    for (const [name, expires] of [
      ['甲', 2027],
      ['乙', 2026],
    ] as const)
      await ask('overrides.set', { key: keyOf(name), class: 'C', reason: '核实', expires })
    await ask('units.merge', { ...why, keys: [keyOf('甲'), keyOf('乙')], into: { key: keyOf('甲') } })
    expect(await ask('overrides.list')).toMatchObject([{ key: keyOf('甲'), class: 'C', expires: 2026 }])
    await ask('units.rename', { ...why, key: keyOf('甲'), name: '新甲' })
    expect(await ask('overrides.list')).toMatchObject([{ key: keyOf('新甲'), expires: 2026 }])
  })
})

describe('many at once', () => {
  it('are locked at the class they have, as one step; later facts do not move them, and they are unlocked as one step', async () => {
    const desk = await smallPlan({ 甲: MATURE, 乙: OLD, 丙: MATURE })
    const { ask } = desk
    const keys = ['甲', '乙', '丙'].map((name) => keyOf(name))
    await ask('overrides.set', { key: keyOf('丙'), class: 'D', reason: '早先定的' })
    const before = await totalOf(desk)
    expect(await ask('overrides.setMany', { keys, reason: '年内不再调整', document: '纪要', expires: 2026 })).toEqual({ set: 2, kept: 1 })
    expect((await ask('overrides.list')).map(({ key, class: reached, reason }) => [key, reached, reason])).toEqual([
      [keyOf('丙'), 'D', '早先定的'],
      [keyOf('乙'), 'B', '年内不再调整'],
      [keyOf('甲'), 'A', '年内不再调整'],
    ])
    expect(await totalOf(desk)).toBe(before)
    const edits = Object.entries(MATURE).map(([field, value]) => ({ key: keyOf('乙'), field, value }))
    await ask('indicators.update', { edits })
    expect(await totalOf(desk)).toBe(before)
    expect((await ask('history.list', {}))[1]).toMatchObject({
      operation: 'overrides.setMany',
      said: { zh: '甲、乙：锁定现有类别', en: '甲, 乙: locked at their class' },
    })
    expect(await ask('overrides.clearMany', { keys })).toEqual({ cleared: 3 })
    expect(await ask('overrides.list')).toEqual([])
    await ask('history.undo')
    expect(await ask('overrides.list')).toHaveLength(3)
  })

  it('are set to one class, also those that were set by hand before', async () => {
    const { ask } = await smallPlan({ 甲: MATURE, 乙: OLD })
    const keys = ['甲', '乙'].map((name) => keyOf(name))
    await ask('overrides.set', { key: keys[0]!, class: 'D', reason: '早先定的' })
    expect(await ask('overrides.setMany', { keys: [...keys, ...keys], class: 'C', reason: '统一' })).toEqual({ set: 2, kept: 0 })
    expect((await ask('result.get')).communities.map((each) => each.class)).toEqual(['C', 'C'])
  })

  it('are refused as a whole where one can’t be locked, is not there, or the class is none', async () => {
    const { ask } = await smallPlan({ 甲: MATURE, 乙: {} })
    const keys = ['甲', '乙'].map((name) => keyOf(name))
    expect(await problemsOf(ask('overrides.setMany', { keys, reason: '锁定' }))).toMatchObject([
      { code: 'plan.overrideUndecided', params: { count: 1, names: '乙' } },
    ])
    expect(await codesOf(ask('overrides.setMany', { keys: ['nobody'], class: 'A', reason: '锁定' }))).toEqual(['plan.communityUnknown'])
    expect(await codesOf(ask('overrides.setMany', { keys, class: 'Z', reason: '锁定' }))).toEqual(['plan.classUnknown'])
    expect(await ask('overrides.list')).toEqual([])
  })
})

describe('the report', () => {
  it('tells of each what it costs against the rules, by whom, when and why; and what all cost together', async () => {
    const desk = await openDesk()
    const { ask } = desk
    await ask('app.rename', { operator: '王芳' })
    const [qilian, shanchuan] = await keysNamed(desk, ['祁连路西社区', '山川社区'])
    await ask('overrides.set', { key: qilian!, class: 'D', reason: '改造完成', document: '纪要〔2023〕1号' })
    await ask('overrides.set', { key: shanchuan!, class: 'B', reason: '人口密集', expires: 2024 })
    const { lines, sumFen, togetherFen, year } = await ask('overrides.report')
    expect(year).toBe(2023)
    const told = new Map(lines.map((each) => [each.key, each]))
    expect(told.get(qilian!)).toMatchObject({
      name: '祁连路西社区',
      state: 'counts',
      ruleClass: 'B',
      amountFen: 10 * WAN,
      ruleFen: 30 * WAN,
      costFen: -20 * WAN,
      operator: '王芳',
      override: { reason: '改造完成', document: '纪要〔2023〕1号' },
    })
    expect(told.get(shanchuan!)).toMatchObject({
      ruleClass: 'C',
      amountFen: 30 * WAN,
      ruleFen: 15 * WAN,
      costFen: 15 * WAN,
      override: { expires: 2024 },
    })
    expect([sumFen, togetherFen]).toEqual([-5 * WAN, -5 * WAN])
    expect(await totalOf(desk)).toBe(3585 * WAN)
    expect(told.get(qilian!)!.at).toMatch(/^2026-11-23T/)
  })

  it('tells costs by running the plan again, where a fixed sum is shared out anew', async () => {
    const desk = await smallPlan({ 甲: MATURE, 乙: OLD, 丙: MATURE })
    const { ask } = desk
    const policy: Policy = structuredClone(await ask('policy.get', {}))
    policy.id = 'shared'
    policy.examples = []
    policy.allocation = {
      steps: [
        {
          kind: 'points',
          key: 'points',
          name: { zh: '积分', en: '' },
          totalFen: 60 * WAN,
          terms: [{ kind: 'class', points: { A: 1, B: 2, C: 3, D: 4 } }],
        },
      ],
    }
    await ask('policy.add', { document: policy })
    await ask('policy.use', { id: 'shared' })
    const alone = await ask('result.get')
    for (const [name, reached] of [
      ['甲', 'C'],
      ['乙', 'D'],
    ] as const)
      await ask('overrides.set', { key: keyOf(name), class: reached, reason: '核实' })
    const now = await ask('result.get')
    const { lines, sumFen, togetherFen } = await ask('overrides.report')
    expect([sumFen, togetherFen]).toEqual([0, 0])
    for (const { key, ruleFen, amountFen, costFen } of lines) {
      await ask('overrides.clear', { key })
      const without = (await ask('result.get')).communities.find((each) => each.key === key)!.amountFen
      expect([ruleFen, costFen]).toEqual([without, 0])
      expect(amountFen).toBe(now.communities.find((each) => each.key === key)!.amountFen)
      await ask('history.undo')
    }
    expect(alone.totals.amountFen).toBe(now.totals.amountFen)
  })

  it('says where the sum of the single costs is not the cost of all together', async () => {
    const desk = await smallPlan({ 甲: MATURE, 乙: MATURE })
    const { ask } = desk
    const policy: Policy = structuredClone(await ask('policy.get', {}))
    policy.id = 'rounded'
    policy.examples = []
    policy.allocation = {
      steps: [
        {
          kind: 'standard',
          key: 'standard',
          name: { zh: '定额', en: '' },
          amountsFen: { A: 1_000_040, B: 1_000_040, C: 1_000_080, D: 1_000_080 },
        },
        { kind: 'round', key: 'round', name: { zh: '取整', en: '' }, unit: 'yuan' },
      ],
    }
    await ask('policy.add', { document: policy })
    await ask('policy.use', { id: 'rounded' })
    for (const name of ['甲', '乙']) await ask('overrides.set', { key: keyOf(name), class: 'C', reason: '核实' })
    // 20,000.80, 20,001.20 and 20,001.60 元, rounded in sum: each of the two makes the difference, and so do both.
    const { lines, sumFen, togetherFen } = await ask('overrides.report')
    expect(lines.map((each) => each.costFen)).toEqual([100, 100])
    expect([sumFen, togetherFen]).toEqual([200, 100])
  })
})
