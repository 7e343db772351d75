import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { componentsOf, payersOf, stepsOf } from '../../../src-main/model/fund.ts'
import type { CommunityResult } from '../../../src-main/model/plan.ts'
import type { Step } from '../../../src-main/model/policy.ts'
import { evaluate, type Evaluation, type EvaluationInput } from '../../../src-main/engine/index.ts'
import { checkPolicy } from '../../../src-main/policy/check.ts'
import { amountsUnknownIn } from '../../../src-main/model/open-counts.ts'
import { completionsOf, holds, withDerived, type Values } from '../../support/oracle.ts'
import { outcomeOf, withSteps } from '../../support/outcome.ts'
import { DELIVERED, DERIVED, INDICATORS, randomPlans, SURPLUS } from '../../support/random-plan.ts'

const sum = <T>(list: T[], of: (element: T) => number | null | undefined): number =>
  list.reduce((before, each) => before + (of(each) ?? 0), 0)
const knownOf = (result: Evaluation): CommunityResult[] => result.communities.filter((each) => each.amountFen !== null)
const wide = (missing = 12) => randomPlans({ wide: true, missing, communities: { min: 1, max: 8 } })

/** Runs a check on every plan that has a result and for which it says that it looked at something. */
function everyPlan(
  check: (result: Evaluation, input: EvaluationInput) => boolean | void,
  { plans = wide(), runs = 600, least = 200 } = {},
): void {
  let looked = 0
  fc.assert(
    fc.property(plans, (input) => {
      const { result } = outcomeOf(input)
      if (result !== undefined && check(result, input) !== false) looked++
    }),
    { numRuns: runs },
  )
  expect(looked).toBeGreaterThan(least)
}
/** The step's line in a community's trace; undefined where the amount is unknown. */
const lineOf = (community: CommunityResult, step: Step): number | undefined => community.trace.find((line) => line.step === step.key)?.fen

test('the plans are such as policy/check lets pass', () => {
  let several = 0
  fc.assert(
    fc.property(wide(), ({ policy }) => {
      const errors = checkPolicy(policy, INDICATORS)
        .filter((each) => each.level === 'error')
        .map((each) => each.code)
      // Rules and limits are drawn freely; what is looked at here is the fund.
      const free = [
        'policy.ruleNeverTrue',
        'policy.ruleUnreachable',
        'policy.rulesOverlap',
        'policy.rangeEmpty',
        'policy.outsideRange',
        'policy.floorAboveCap',
        'policy.totalNotMultiple',
      ]
      expect(errors.filter((code) => !free.includes(code))).toEqual([])
      if (componentsOf(policy).length > 1) several++
    }),
    { numRuns: 200 },
  )
  expect(several).toBeGreaterThan(50)
})

describe('every sum is exact', () => {
  test('a component is the sum of its trace lines, and the components are the amount', () =>
    everyPlan((result, { policy }) => {
      const components = componentsOf(policy)
      for (const each of result.communities) {
        expect(each.trace.map((line) => line.step)).toEqual(each.amountFen === null ? [] : stepsOf(policy).map((step) => step.key))
        if (each.amountFen === null) continue
        for (const component of components) {
          const fen = sum(component.steps, (step) => lineOf(each, step))
          expect([Number.isSafeInteger(fen), fen >= 0]).toEqual([true, true])
          expect(components.length === 1 ? each.amountFen : each.componentFen![component.key]).toBe(fen)
        }
        expect(sum(each.trace, (line) => line.fen)).toBe(each.amountFen)
      }
    }))

  test('components and payers add up for every community, subdistrict, district and in total', () =>
    everyPlan(
      (result, { policy }) => {
        const payers = payersOf(policy).map((each) => each.key)
        const components = componentsOf(policy).map((each) => each.key)
        const groups = [
          { ...result.totals, own: knownOf(result) },
          ...result.districts.map((each) => ({ ...each, own: knownOf(result).filter((row) => row.district === each.district) })),
          ...result.subdistricts.map((each) => ({
            ...each,
            own: knownOf(result).filter((row) => row.district === each.district && row.subdistrict === each.subdistrict),
          })),
        ]
        for (const each of knownOf(result)) {
          if (payers.length === 0) expect(each.paid).toBeNull()
          else
            expect([
              Object.keys(each.paid!),
              sum(Object.values(each.paid!), (fen) => fen),
              Object.values(each.paid!).every((fen) => fen >= 0),
            ]).toEqual([payers, each.amountFen, true])
        }
        for (const { own, amountFen, paid, componentFen, reserveFen } of groups) {
          expect(amountFen).toBe(sum(own, (row) => row.amountFen))
          expect([Object.keys(componentFen!), sum(Object.values(componentFen!), (fen) => fen)]).toEqual([components, amountFen])
          if (components.length > 1)
            for (const key of components) expect(componentFen![key]).toBe(sum(own, (row) => row.componentFen![key]))
          expect(reserveFen).toBe(sum(own, (row) => row.reserveFen))
          if (payers.length === 0) expect(paid).toBeNull()
          else {
            expect(sum(Object.values(paid!), (fen) => fen)).toBe(amountFen)
            for (const key of payers) expect(paid![key]).toBe(sum(own, (row) => row.paid![key]))
          }
        }
        return payers.length > 0 && components.length > 1
      },
      { least: 50 },
    ))

  test('the order of rows never matters', () => {
    const shuffled = wide().chain((input) =>
      fc.tuple(fc.constant(input), fc.shuffledSubarray(input.facts, { minLength: input.facts.length })),
    )
    fc.assert(
      fc.property(shuffled, ([input, facts]) => {
        expect(outcomeOf({ ...input, facts })).toEqual(outcomeOf(input))
      }),
      { numRuns: 200 },
    )
  })
})

describe('a financed guarantee', () => {
  const isFinanced = (step: Step) => step.kind === 'protect' && step.financed === true

  test('costs what is capped, line by line and transfer by transfer; nobody falls below it; who pays is capped at one level', () =>
    everyPlan(
      (result, { policy }) => {
        // A later step may leave an amount open that took part in this one.
        if (amountsUnknownIn(result.totals) > 0) return false
        let paid = 0
        for (const component of componentsOf(policy)) {
          const position = component.steps.findIndex(isFinanced)
          if (position < 0) continue
          const step = component.steps[position] as Extract<Step, { kind: 'protect' }>
          const lines = knownOf(result).map((each) => lineOf(each, step)!)
          const guarantee = result.guarantees!.find((each) => each.step === step.key)!
          const transfers = result.transfers!.filter((each) => each.step === step.key)
          const cost = sum(
            lines.filter((fen) => fen > 0),
            (fen) => fen,
          )
          expect([sum(lines, (fen) => fen), sum(transfers, (each) => each.fen), guarantee.costFen]).toEqual([0, cost, cost])
          expect(transfers.every((each) => each.fen > 0)).toBe(true)
          const earlier = stepsOf(policy).slice(0, stepsOf(policy).indexOf(step) + 1)
          /** Of those who gain: last year's amount, what they gain now, and whether they pay. */
          const gaining: Array<{ last: number; gain: number; pays: boolean }> = []
          for (const each of knownOf(result)) {
            const line = lineOf(each, step)!
            expect(line).toBe(
              sum(
                transfers.filter((transfer) => transfer.to === each.key),
                (transfer) => transfer.fen,
              ) -
                sum(
                  transfers.filter((transfer) => transfer.from === each.key),
                  (transfer) => transfer.fen,
                ),
            )
            const last = each.previousFen ?? 0
            if (last === 0 || (step.classes !== undefined && !step.classes.includes(each.class!))) {
              expect(line).toBe(0)
              continue
            }
            const after = sum(earlier, (other) => lineOf(each, other))
            expect(after).toBeGreaterThanOrEqual(last - Math.floor(last * step.loss! + 1e-6))
            if (line < 0) {
              expect(after).toBeGreaterThanOrEqual(last)
              paid++
            }
            if (line <= 0 && after >= last) gaining.push({ last, gain: after - last, pays: line < 0 })
          }
          const hasFloors = component.steps.some((other) => other.kind === 'floor' || (other.kind === 'protect' && other !== step))
          if (guarantee.highestGain === null || hasFloors || component !== componentsOf(policy)[0]) continue
          // Without floors to hold nobody keeps more than the level, but for the odd fen.
          const oddFen = 1 / Math.min(...gaining.filter((each) => each.pays).map((each) => each.last))
          for (const { last, gain } of gaining) expect(gain).toBeLessThanOrEqual((guarantee.highestGain + oddFen) * last + 1)
        }
        return paid > 0
      },
      { plans: wide(0), runs: 1500, least: 30 },
    ))

  test('leaves the total as it was', () =>
    everyPlan(
      (result, input) => {
        const { policy } = input
        if (
          amountsUnknownIn(result.totals) > 0 ||
          policy.allocation.components !== undefined ||
          !policy.allocation.steps.some(isFinanced) ||
          policy.allocation.steps.some((step) => step.kind === 'round' || step.kind === 'reserve')
        )
          return false
        expect(result.totals.amountFen).toBe(
          evaluate(
            withSteps(
              input,
              policy.allocation.steps.filter((step) => !isFinanced(step)),
            ),
          ).totals.amountFen,
        )
      },
      { plans: wide(0), runs: 1500, least: 30 },
    ))
})

describe('a reserve', () => {
  const parts = (input: EvaluationInput) => {
    const components = componentsOf(input.policy)
    const step = components.at(-1)!.steps.find((each) => each.kind === 'reserve')
    const steps = (list: Step[]) => list.filter((each) => each !== step)
    const { allocation } = input.policy
    const without = {
      ...input,
      policy: {
        ...input.policy,
        allocation: {
          ...allocation,
          steps: steps(allocation.steps),
          ...(allocation.components && { components: allocation.components.map((each) => ({ ...each, steps: steps(each.steps) })) }),
        },
      },
    }
    return { step, without }
  }

  test('and the amounts are the total without it while it is held back, and the same total once it is released', () =>
    everyPlan(
      (result, input) => {
        const { step, without } = parts(input)
        if (step === undefined || step.share === 0 || amountsUnknownIn(result.totals) > 0) return false
        const total = evaluate(without).totals.amountFen
        expect(result.totals.amountFen + result.totals.reserveFen!).toBe(total)
        if (step.released) expect(result.totals.reserveFen).toBe(0)
      },
      { plans: wide(0), runs: 1000, least: 100 },
    ))

  test('goes to those only who meet the standard', () =>
    everyPlan(
      (result, input) => {
        const { step } = parts(input)
        if (step === undefined || !step.released) return false
        for (const each of knownOf(result)) {
          const values = input.facts.find((row) => row.key === each.key)!.values
          if (holds(step.when, withDerived(values)) !== true) expect(lineOf(each, step)).toBeLessThanOrEqual(0)
        }
      },
      { plans: wide(0), runs: 1000, least: 50 },
    ))
})

describe('held against the plainest reading', () => {
  /** The fen of a step by its words; undefined where a value for it is missing. */
  function fenOf(step: Step, own: string | null, values: Values): number | undefined {
    if ('classes' in step && step.classes !== undefined && !step.classes.includes(own!)) return 0
    if (step.kind === 'addOn') {
      const found = holds(step.when, values)
      return found === undefined ? undefined : found ? step.amountFen : 0
    }
    if (step.kind !== 'attribute' && step.kind !== 'bands') return undefined
    const value = values[step.indicator]
    if (value === undefined || value === null) return undefined
    if (step.kind === 'attribute') return step.amountsFen[step.indicator === 'remote' ? (value === 1 ? 'yes' : 'no') : String(value)]
    const reached = step.bands.filter((band) => (value as number) >= band.from)
    return reached.length === 0 ? 0 : reached[reached.length - 1]!.amountFen
  }

  test('amounts by attribute, condition and band are what the step says', () => {
    const seen = new Map<string, number>()
    everyPlan((result, { policy, facts }) => {
      for (const each of knownOf(result)) {
        const values = withDerived(facts.find((row) => row.key === each.key)!.values)
        for (const step of stepsOf(policy).filter((other) => ['attribute', 'addOn', 'bands'].includes(other.kind))) {
          expect(lineOf(each, step)).toBe(fenOf(step, each.class, values))
          seen.set(step.kind, (seen.get(step.kind) ?? 0) + 1)
        }
      }
    })
    for (const kind of ['attribute', 'addOn', 'bands']) expect(seen.get(kind), kind).toBeGreaterThan(100)
  })

  test('an unknown is never zero: an amount that is known stays the same whatever the missing values are', () => {
    let tried = 0
    const oneByOne: Step['kind'][] = ['points', 'fit', 'round', 'reserve']
    fc.assert(
      fc.property(wide(3), fc.integer({ min: 0, max: 1_000 }), (input, seed) => {
        // Steps among all communities are left out: there a missing value of one changes the others.
        if (stepsOf(input.policy).some((step) => oneByOne.includes(step.kind) || (step.kind === 'protect' && step.financed === true)))
          return
        const { result } = outcomeOf(input)
        if (result === undefined) return
        for (const each of knownOf(result)) {
          const community = input.facts.find((row) => row.key === each.key)!
          const completions = completionsOf(community, DELIVERED)
          const completion = completions[seed % completions.length]!
          const surplus = community.values[SURPLUS.key] ?? seed
          const filled = { ...community, values: { ...completion, [SURPLUS.key]: surplus } as typeof community.values }
          const { result: found } = outcomeOf({ ...input, facts: input.facts.map((row) => (row === community ? filled : row)) })
          expect(found?.communities.find((row) => row.key === each.key)?.amountFen).toBe(each.amountFen)
          if (completions.length > 1) tried++
        }
      }),
      { numRuns: 1500 },
    )
    expect(tried).toBeGreaterThan(100)
    expect(DERIVED.length).toBeGreaterThan(0)
  })
})
