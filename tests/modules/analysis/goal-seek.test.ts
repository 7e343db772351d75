import { describe, expect, it } from 'vitest'
import type { Demand } from '../../../src-main/model/goal.ts'
import { codesOf, openDesk } from '../../support/desk.ts'

const WAN = 1_000_000
const OLD_SHARE = 'classification/rules/oldCourtyards/when/of/0/value'
const MANAGED_SHARE = 'classification/rules/oldCourtyards/when/of/1/value'
const amounts = { kind: 'amounts', unitFen: WAN / 10 } as const

describe('amounts', () => {
  it('are found, told as changes of the policy, and confirmed by the result of that policy', async () => {
    const { ask } = await openDesk()
    const demands: Demand[] = [
      { kind: 'totalAtMost', fen: 3500 * WAN },
      { kind: 'classTimes', class: 'B', of: 'A', times: 2 },
      { kind: 'classBetween', class: 'D', minFen: 10 * WAN, maxFen: 10 * WAN },
      { kind: 'classOrder', classes: ['B', 'A', 'D'] },
    ]
    const answer = await ask('goal.solve', { search: amounts, demands })
    expect(answer.outcome).toBe('found')
    expect(answer.demands.map((each) => [each.today, each.holds])).toEqual([
      [false, true],
      [true, true],
      [true, true],
      [true, true],
    ])
    expect(answer.demands[1]!.words).toEqual({
      zh: 'B类社区的标准不低于A类社区的2倍',
      en: 'the amount of Class B is at least 2 times that of Class A',
    })
    expect(
      answer.changes.every(
        ({ number, to }) => number.path.startsWith('allocation/steps/standard/amountsFen/') && to % (WAN / 10) === 0 && to !== number.value,
      ),
    ).toBe(true)
    expect(answer.moved).toBe(0)
    const { totals } = await ask('result.preview', { policy: answer.policy! })
    expect(totals.amountFen).toBe(answer.answer!.amountFen)
    expect(totals.amountFen).toBeLessThanOrEqual(3500 * WAN)
    const today = await ask('result.get')
    const after = await ask('result.preview', { policy: answer.policy! })
    expect(answer.changedFen).toBe(
      after.communities.reduce((sum, each, row) => sum + Math.abs(each.amountFen! - today.communities[row]!.amountFen!), 0),
    )
  })

  it('contradictory demands are named, and nothing else', async () => {
    const { ask } = await openDesk()
    const demands: Demand[] = [
      { kind: 'classOrder', classes: ['B', 'C'] },
      { kind: 'lossAtMost', share: 0.1 },
      { kind: 'totalAtMost', fen: 3000 * WAN },
      { kind: 'districtTotalAtLeast', district: '城北区', fen: WAN },
    ]
    const answer = await ask('goal.solve', { search: amounts, demands })
    expect(answer).toMatchObject({ outcome: 'conflict', conflict: [1, 2], policy: null, answer: null, changes: [] })
    expect(answer.conflict.map((position) => answer.demands[position]!.words.zh)).toEqual([
      '任何社区比上年减少不超过10%',
      '总额不超过3,000万元',
    ])
    expect((await ask('result.get')).totals.amountFen, 'nothing is changed by asking').toBe(3590 * WAN)
  })

  it('under a policy with a fixed total the step in the way is named', async () => {
    const { ask } = await openDesk()
    const policy = await ask('policy.get', { id: 'points-with-guarantee' })
    expect(await codesOf(ask('goal.solve', { policy, search: amounts, demands: [] }))).toEqual(['goal.noStandard'])
    const headcount = await ask('policy.get', { id: 'base-and-headcount' })
    expect(['goal.stepInTheWay', 'goal.noStandard']).toContain(
      (await codesOf(ask('goal.solve', { policy: headcount, search: amounts, demands: [] })))[0],
    )
  })
})

describe('thresholds', () => {
  it('which threshold keeps the total within 3,500 with the fewest communities moved', async () => {
    const { ask } = await openDesk()
    const answer = await ask('goal.solve', {
      search: { kind: 'threshold', paths: [OLD_SHARE, MANAGED_SHARE] },
      demands: [{ kind: 'totalAtMost', fen: 3500 * WAN }],
    })
    expect(answer.outcome).toBe('found')
    expect(answer.candidates).toHaveLength(2)
    const fewest = Math.min(...answer.candidates.map((each) => each.moved ?? Infinity))
    expect(answer.moved).toBe(fewest)
    const [{ number, to }] = answer.changes as [(typeof answer.changes)[number]]
    const { totals, communities } = await ask('result.preview', { policy: answer.policy! })
    expect(totals.amountFen).toBe(answer.answer!.amountFen)
    expect(totals.amountFen).toBeLessThanOrEqual(3500 * WAN)
    const today = await ask('result.get')
    expect(communities.filter((each, row) => each.class !== today.communities[row]!.class)).toHaveLength(fewest)
    // A step back towards today's value is one that does not keep to it.
    const back = Number((to - Math.sign(to - number.value) * 0.001).toFixed(3))
    const { points } = await ask('analysis.sweep', { path: number.path, from: Math.min(back, to), to: Math.max(back, to) })
    expect(points.find((each) => each.value === back)!.amountFen).toBeGreaterThan(3500 * WAN)
  })

  it('today stays the answer where it keeps to the demands', async () => {
    const { ask } = await openDesk()
    const answer = await ask('goal.solve', {
      search: { kind: 'threshold', paths: [OLD_SHARE] },
      demands: [{ kind: 'totalAtMost', fen: 3590 * WAN }],
    })
    expect(answer).toMatchObject({ outcome: 'found', changes: [], moved: 0, changedFen: 0 })
  })

  it('a total that no value reaches is a contradiction of its own', async () => {
    const { ask } = await openDesk()
    const answer = await ask('goal.solve', {
      search: { kind: 'threshold', paths: [OLD_SHARE] },
      demands: [
        { kind: 'totalAtMost', fen: 3600 * WAN },
        { kind: 'totalAtMost', fen: 1000 * WAN },
      ],
    })
    expect(answer).toMatchObject({ outcome: 'conflict', conflict: [1], candidates: [{ to: null, moved: null, amountFen: null }] })
  })

  it('an amount is no threshold, and an unknown class no class', async () => {
    const { ask } = await openDesk()
    expect(
      await codesOf(ask('goal.solve', { search: { kind: 'threshold', paths: ['allocation/steps/standard/amountsFen/B'] }, demands: [] })),
    ).toEqual(['goal.notThreshold'])
    expect(
      await codesOf(
        ask('goal.solve', {
          search: { kind: 'threshold', paths: [OLD_SHARE] },
          demands: [{ kind: 'classTotalAtLeast', class: 'Z', fen: 1 }],
        }),
      ),
    ).toEqual(['policy.classUnknown'])
    expect(await codesOf(ask('goal.solve', { search: { kind: 'threshold', paths: ['nothing'] }, demands: [] }))).toEqual([
      'policy.pathUnknown',
    ])
  })
})
