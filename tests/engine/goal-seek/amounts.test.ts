import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Demand } from '../../../src-main/model/goal.ts'
import type { Policy, Step } from '../../../src-main/model/policy.ts'
import { seekAmounts } from '../../../src-main/engine/goal-seek/amounts.ts'
import { keepsTo } from '../../../src-main/engine/goal-seek/keeps.ts'
import { runPolicy, type FactColumns, type PolicyRun } from '../../../src-main/engine/index.ts'
import { AppError } from '../../../src-main/shared/app-error.ts'
import { columnsOf, combinations, policyOf, smallPlans, UNIT, WAN, type SmallPlan } from './small-plan.ts'

type Aim = 'leastChange' | 'highestTotal'
const standardsIn = (policy: Policy): Record<string, number> =>
  (policy.allocation.steps[0] as Extract<Step, { kind: 'standard' }>).amountsFen
const withStandards = (policy: Policy, amountsFen: Record<string, number>): Policy => ({
  ...policy,
  allocation: {
    ...policy.allocation,
    steps: policy.allocation.steps.map((step) => (step.kind === 'standard' ? { ...step, amountsFen } : step)),
  },
})
const totalOf = (run: PolicyRun): number => run.amounts.reduce((sum, fen) => sum + fen, 0)
const changeOf = (one: PolicyRun, other: PolicyRun): number =>
  one.amounts.reduce((sum, fen, row) => sum + Math.abs(fen - other.amounts[row]!), 0)
const isLess = (a: number[], b: number[]): boolean => {
  const at = a.findIndex((each, i) => each !== b[i])
  return at >= 0 && a[at]! < b[at]!
}

/** The best of all combinations that keep to the demands, by the order that the contract tells; undefined where none does. */
function triedOut({ classes, policy, columns, demands }: SmallPlan, aim: Aim, among = demands): Record<string, number> | undefined {
  const today = runPolicy(columns, policy)
  let best: { rank: number[]; standards: Record<string, number> } | undefined
  for (const units of combinations(classes)) {
    const standards = Object.fromEntries(classes.map((key, i) => [key, units[i]! * UNIT]))
    const tried = withStandards(policy, standards)
    const run = runPolicy(columns, tried)
    if (!among.every((demand) => keepsTo(demand, columns, tried, run))) continue
    const [change, total] = [changeOf(run, today), totalOf(run)]
    const isEmpty = (key: string): boolean => !run.classes.includes(key)
    const lower = classes.map((key) => (isEmpty(key) ? Math.abs(standards[key]! - standardsIn(policy)[key]!) : standards[key]!))
    const rank = [
      ...(aim === 'leastChange' ? [change, total] : [-total, change]),
      ...lower,
      ...classes.filter(isEmpty).map((key) => standards[key]!),
    ]
    if (best === undefined || isLess(rank, best.rank)) best = { rank, standards }
  }
  return best?.standards
}

const seek = ({ columns, policy, demands }: Omit<SmallPlan, 'classes'>, aim: Aim, unitFen = UNIT) =>
  seekAmounts(columns, policy, runPolicy(columns, policy), demands, { kind: 'amounts', unitFen, aim })

describe.each(['leastChange', 'highestTotal'] as const)('%s', (aim) => {
  test('is what trying every combination finds, and a contradiction is one that can not be made smaller', async () => {
    const seen = { found: 0, conflict: 0, several: 0 }
    await fc.assert(
      fc.asyncProperty(smallPlans, async (plan) => {
        const expected = triedOut(plan, aim)
        const found = await seek(plan, aim)
        if (found.conflict === undefined) {
          expect(standardsIn(found.policy)).toEqual(expected)
          expect(found.run.amounts).toEqual(runPolicy(plan.columns, found.policy).amounts)
          seen.found++
          return
        }
        expect(expected).toBeUndefined()
        seen.conflict++
        const limits = plan.demands.slice(0, plan.classes.length)
        const named = found.conflict.map((position) => plan.demands[position]!)
        // Trying out needs the limits; the solver's own set may do without them, or need some of them.
        expect(triedOut(plan, aim, [...limits, ...named])).toBeUndefined()
        if (named.length > 1) seen.several++
        for (const each of found.conflict) {
          const rest = found.conflict.filter((position) => position !== each).map((position) => plan.demands[position]!)
          const again = await seek({ ...plan, demands: rest }, 'leastChange')
          expect(again.conflict, 'without any one of them it works').toBeUndefined()
        }
      }),
      { numRuns: 60 },
    )
    expect(seen.found).toBeGreaterThan(10)
    expect(seen.conflict).toBeGreaterThan(2)
    expect(seen.several).toBeGreaterThan(0)
  })
})

/** The reference case: 72 A, 66 B, 22 C, 20 D. */
const CITY: Array<[string, number, number]> = [
  ['A', 72, 15],
  ['B', 66, 30],
  ['C', 22, 15],
  ['D', 20, 10],
]
const city = {
  columns: columnsOf(
    CITY.flatMap(([key, count]) =>
      Array.from({ length: count }, () => ({ class: key, homes: 1, previousFen: 20 * WAN, district: '东区' })),
    ),
  ),
  policy: policyOf(['A', 'B', 'C', 'D'], Object.fromEntries(CITY.map(([key, , amount]) => [key, amount * WAN]))),
}
const inWan = async (demands: Demand[], aim: Aim, unitFen = WAN): Promise<Record<string, number> | number[]> => {
  const found = await seek({ ...city, demands }, aim, unitFen)
  return found.conflict ?? Object.fromEntries(Object.entries(standardsIn(found.policy)).map(([key, fen]) => [key, fen / WAN]))
}

describe('the city', () => {
  it('stays as it is where it keeps to the demands already', async () => {
    expect(
      await inWan(
        [
          { kind: 'totalAtMost', fen: 3590 * WAN },
          { kind: 'classTimes', class: 'B', of: 'A', times: 2 },
        ],
        'leastChange',
      ),
    ).toEqual({ A: 15, B: 30, C: 15, D: 10 })
  })

  it('gives up the least to come down to 3,500', async () => {
    // 90 are to be saved, in portions of 72, 66, 22 and 20: nothing saves 90 or 91 alone, one of A's and one of D's amount save 92.
    expect(await inWan([{ kind: 'totalAtMost', fen: 3500 * WAN }], 'leastChange')).toEqual({ A: 14, B: 30, C: 15, D: 9 })
  })

  it('keeps everybody within a tenth of last year, at 18 each, and says what that contradicts', async () => {
    expect(await inWan([{ kind: 'lossAtMost', share: 0.1 }], 'leastChange')).toEqual({ A: 18, B: 30, C: 18, D: 18 })
    const demands: Demand[] = [
      { kind: 'totalAtMost', fen: 3590 * WAN },
      { kind: 'classOrder', classes: ['B', 'A', 'C', 'D'] },
      { kind: 'lossAtMost', share: 0.1 },
      { kind: 'classBetween', class: 'B', minFen: 30 * WAN },
    ]
    expect(await inWan(demands, 'leastChange')).toEqual([0, 2, 3])
  })

  it('spends the whole of a total that can be met, in thousands too', async () => {
    const found = (await inWan(
      [
        { kind: 'totalAtMost', fen: 3597 * WAN },
        { kind: 'classTimes', class: 'B', of: 'A', times: 2 },
      ],
      'highestTotal',
      WAN / 10,
    )) as Record<string, number>
    expect(found.A! * 72 + found.B! * 66 + found.C! * 22 + found.D! * 20).toBeCloseTo(3597, 6)
    expect(found.B).toBeGreaterThanOrEqual(2 * found.A!)
  })

  it('can not meet a total that is no sum of whole units', async () => {
    expect(
      await inWan(
        [
          { kind: 'lossAtMost', share: 1 },
          { kind: 'totalExactly', fen: 3590 * WAN + 1 },
        ],
        'leastChange',
      ),
    ).toEqual([1])
  })
})

describe('what can not be found exactly is refused', () => {
  const communities = [
    { class: 'A', homes: 1, previousFen: 5 * WAN, district: '东区' },
    { class: 'B', homes: 3, previousFen: null, district: '西区' },
  ]
  const refusal = async (
    more: Array<Record<string, unknown>>,
    columns: FactColumns = columnsOf(communities),
    demands: Demand[] = [],
    aim: Aim = 'leastChange',
  ) => {
    const policy = policyOf(['A', 'B'], { A: 3 * WAN, B: 2 * WAN }, more as Array<Omit<Step, 'name'>>)
    const error = await seek({ columns, policy, demands }, aim).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    if (error === null) return null
    if (!(error instanceof AppError)) throw error
    return { code: error.problems[0]!.code, ...error.problems[0]!.params }
  }

  it.each([
    ['a floor', { kind: 'floor', key: 'x', amountFen: 0 }],
    ['a cap', { kind: 'cap', key: 'x', amountFen: 90 * WAN }],
    ['a protection', { kind: 'protect', key: 'x', loss: 0.1 }],
    ['a fixed total', { kind: 'fit', key: 'x', totalFen: 7 * WAN }],
    ['a deduction', { kind: 'carryOver', key: 'x', indicator: 'surplus', share: 0, aboveFen: 0 }],
    [
      'a reserve',
      {
        kind: 'reserve',
        key: 'x',
        share: 0.1,
        when: { kind: 'flag', indicator: 'remote', value: true },
        shareOut: 'equal',
        released: false,
      },
    ],
  ])('%s stands in the way, and is named', async (_, step) => {
    const known = columnsOf(communities)
    known.facts.forEach((each) => {
      each.values.surplus = 0
    })
    known.table.columns.get('surplus')!.fill(0)
    expect(await refusal([step], known)).toMatchObject({ code: 'goal.stepInTheWay', step: '步骤x' })
  })

  it('rounding that changes an amount, but not one that does not', async () => {
    expect(await refusal([{ kind: 'round', key: 'x', unit: 'tenThousandYuan' }])).toBeNull()
    expect(
      await refusal([
        { kind: 'perUnit', key: 'h', indicator: 'homes', rateFen: 10_000, per: 1, above: 0, portions: 'full' },
        { kind: 'round', key: 'x', unit: 'yuan' },
      ]),
    ).toBeNull()
    expect(
      await refusal([
        { kind: 'perUnit', key: 'h', indicator: 'homes', rateFen: 10_000, per: 1, above: 0, portions: 'full' },
        { kind: 'round', key: 'x', unit: 'tenThousandYuan' },
      ]),
    ).toMatchObject({ code: 'goal.roundingBites', unitFen: WAN, community: '社区0' })
  })

  it('an amount that is not known', async () => {
    expect(
      await refusal([{ kind: 'perUnit', key: 'h', indicator: 'people', rateFen: 10_000, per: 1, above: 0, portions: 'full' }]),
    ).toMatchObject({ code: 'goal.undecided', count: 2 })
  })

  it('a highest total without a limit, an unknown class, an unknown district', async () => {
    expect(await refusal([], undefined, [], 'highestTotal')).toMatchObject({ code: 'goal.noLimit' })
    expect(await refusal([], undefined, [{ kind: 'classOrder', classes: ['A', 'Z'] }])).toMatchObject({
      code: 'policy.classUnknown',
      class: 'Z',
    })
    expect(await refusal([], undefined, [{ kind: 'districtTotalAtLeast', district: '南县', fen: 1 }])).toMatchObject({
      code: 'goal.districtUnknown',
    })
  })

  it('a policy without standards by class', async () => {
    const policy = policyOf(['A', 'B'], { A: 0, B: 0 }, [
      { kind: 'addOn', key: 'one', when: { kind: 'compare', indicator: 'homes', operator: '>=', value: 0 }, amountFen: WAN } as Omit<
        Step,
        'name'
      >,
    ])
    const without = { ...policy, allocation: { ...policy.allocation, steps: policy.allocation.steps.slice(1) } }
    await expect(seek({ columns: columnsOf(communities), policy: without, demands: [] }, 'leastChange')).rejects.toThrow('goal.noStandard')
  })
})

it('sums of other steps are constants: points and additions', async () => {
  const columns = columnsOf([
    { class: 'A', homes: 1, previousFen: null, district: '东区' },
    { class: 'B', homes: 3, previousFen: null, district: '西区' },
  ])
  const policy = policyOf(['A', 'B'], { A: 3 * WAN, B: 2 * WAN }, [
    { kind: 'points', key: 'p', totalFen: 4 * WAN, terms: [{ kind: 'unit', indicator: 'homes', points: 1, per: 1 }] },
    { kind: 'addOn', key: 'a', when: { kind: 'compare', indicator: 'homes', operator: '>=', value: 2 }, amountFen: 2 * WAN },
  ] as unknown as Array<Omit<Step, 'name'>>)
  const found = await seek({ columns, policy, demands: [{ kind: 'totalExactly', fen: 12 * WAN }] }, 'leastChange')
  expect(found.conflict).toBeUndefined()
  if (found.conflict === undefined) {
    expect(totalOf(found.run)).toBe(12 * WAN)
    // One more of either costs the same change; the cheapest are equal, so the first class gets the lower amount.
    expect(standardsIn(found.policy)).toEqual({ A: 3 * WAN, B: 3 * WAN })
  }
})

describe('a fund of several components', () => {
  const columns = columnsOf([
    { class: 'A', homes: 1, previousFen: 9 * WAN, district: '东区' },
    { class: 'B', homes: 3, previousFen: 9 * WAN, district: '西区' },
  ])
  const wider = (more: object[]): Policy => {
    const policy = policyOf(['A', 'B'], { A: 3 * WAN, B: 2 * WAN })
    const office = {
      key: 'office',
      name: { zh: '办公', en: '' },
      steps: [{ kind: 'standard', key: 'desks', name: { zh: '桌椅', en: '' }, amountsFen: { A: WAN, B: 4 * WAN } }, ...more],
    }
    return { ...policy, allocation: { ...policy.allocation, components: [office] } } as Policy
  }
  const seekIn = (policy: Policy, step: string) =>
    seekAmounts(columns, policy, runPolicy(columns, policy), [{ kind: 'totalAtMost', fen: 8 * WAN }], {
      kind: 'amounts',
      unitFen: WAN,
      aim: 'leastChange',
      step,
    })

  it('takes the sums of the other components as they are', async () => {
    for (const step of ['standard', 'desks']) {
      const found = await seekIn(wider([]), step)
      if (found.conflict !== undefined) return expect.unreachable()
      expect(totalOf(found.run)).toBe(8 * WAN)
      const changed = JSON.stringify(found.policy.allocation.components) !== JSON.stringify(wider([]).allocation.components)
      expect(changed).toBe(step === 'desks')
    }
  })

  it('is refused where a later component looks at the whole amount', async () => {
    const protectedOffice = wider([{ kind: 'protect', key: 'keep', name: { zh: '衔接', en: '' }, loss: 0.5 }])
    await expect(seekIn(protectedOffice, 'standard')).rejects.toThrow('goal.stepInTheWay')
    const cappedOffice = wider([{ kind: 'cap', key: 'most', name: { zh: '封顶', en: '' }, amountFen: 3 * WAN }])
    await expect(seekIn(cappedOffice, 'desks')).rejects.toThrow('goal.stepInTheWay')
    const found = await seekIn(cappedOffice, 'standard')
    expect(found.conflict === undefined && totalOf(found.run)).toBe(8 * WAN)
  })
})
