import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ROUNDING_UNITS } from '../../../src-main/model/money.ts'
import type { CommunityResult } from '../../../src-main/model/plan.ts'
import { evaluate, type Evaluation, type EvaluationInput } from '../../../src-main/engine/index.ts'
import { deepFreeze, outcomeOf, withSteps } from '../../support/outcome.ts'
import { randomPlans } from '../../support/random-plan.ts'

const RUNS = { numRuns: 500 }
const sum = <T>(list: T[], of: (element: T) => number | null): number => list.reduce((before, each) => before + (of(each) ?? 0), 0)
const isFen = (fen: number | null): boolean => fen === null || Number.isSafeInteger(fen)
const stepsOf = (input: EvaluationInput) => input.policy.allocation.steps
const before = (input: EvaluationInput, ...kinds: string[]): EvaluationInput =>
  withSteps(
    input,
    stepsOf(input).filter((step) => !kinds.includes(step.kind)),
  )

/** Runs a check on every plan that has a result, and makes sure that most have one. */
function everyResult(
  check: (result: Evaluation, input: EvaluationInput) => void,
  plans = randomPlans(),
  parameters: fc.Parameters<[EvaluationInput]> = RUNS,
): void {
  let results = 0
  fc.assert(
    fc.property(plans, (input) => {
      const { result } = outcomeOf(input)
      if (result === undefined) return
      results++
      check(result, input)
    }),
    parameters,
  )
  expect(results).toBeGreaterThan(RUNS.numRuns / 2)
}

/** Last year's amounts are below 10^8 fen and shares have six decimals, so this is exact. */
const wholeFen = (fen: number): number => Math.floor(fen + 1e-7)

/**
 * The bounds of a community, followed from the policy and the trace alone: floors and caps in their order, the later one
 * prevails; what is added or taken after them moves them along.
 */
function boundsOf(community: CommunityResult, input: EvaluationInput): { lower: number; upper: number } {
  let [lower, upper] = [-Infinity, Infinity]
  stepsOf(input).forEach((step, position) => {
    const own = !('classes' in step) || step.classes === undefined || step.classes.includes(community.class!)
    if (['standard', 'perUnit', 'attribute', 'addOn', 'bands', 'points', 'carryOver'].includes(step.kind)) {
      lower += community.trace[position]!.fen
      upper += community.trace[position]!.fen
    }
    if (!own) return
    const last = step.kind === 'protect' && community.previousFen !== 0 ? community.previousFen : null
    const cap =
      step.kind === 'cap'
        ? step.amountFen
        : step.kind === 'protect' && step.gain !== undefined && last !== null
          ? last + wholeFen(last * step.gain)
          : Infinity
    const floor =
      step.kind === 'floor'
        ? step.amountFen
        : step.kind === 'protect' && step.loss !== undefined && last !== null
          ? last - wholeFen(last * step.loss)
          : -Infinity
    upper = Math.min(upper, cap)
    lower = Math.max(Math.min(lower, upper), floor)
    upper = Math.max(upper, lower)
  })
  return { lower: Math.max(0, lower), upper }
}

describe('every sum is exact under every combination of steps', () => {
  test('amounts are whole fen not below zero, and the trace adds up to them', () =>
    everyResult((result, input) => {
      for (const each of result.communities) {
        expect(each.amountFen === null || each.amountFen >= 0).toBe(true)
        expect([each.amountFen, each.cityFen, each.districtFen, ...each.trace.map((line) => line.fen)].every(isFen)).toBe(true)
        expect(each.trace.map((line) => line.step)).toEqual(each.amountFen === null ? [] : stepsOf(input).map((step) => step.key))
        expect(sum(each.trace, (line) => line.fen)).toBe(each.amountFen ?? 0)
      }
    }))

  test('communities, subdistricts, districts, classes, payers and flows give the same totals', () =>
    everyResult((result, input) => {
      const { totals, communities, districts, subdistricts, flows } = result
      const known = communities.filter((each) => each.amountFen !== null)
      const split = input.policy.allocation.split !== undefined
      for (const column of ['amountFen', 'previousFen', 'cityFen', 'districtFen'] as const) {
        const expected = (rows: CommunityResult[]): number | null =>
          column.startsWith('amount') || column === 'previousFen' || split ? sum(rows, (each) => each[column]) : null
        expect(totals[column]).toBe(expected(communities))
        for (const each of districts) expect(each[column]).toBe(expected(communities.filter((row) => row.district === each.district)))
        for (const each of subdistricts)
          expect(each[column]).toBe(
            expected(communities.filter((row) => row.district === each.district && row.subdistrict === each.subdistrict)),
          )
        expect(sum(districts, (each) => each[column])).toBe(totals[column] ?? 0)
        expect(sum(subdistricts, (each) => each[column])).toBe(totals[column] ?? 0)
      }
      const classes = Object.values(totals.byClass)
      const classless = communities.filter((each) => each.class === null)
      expect(sum(classes, (each) => each.amountFen) + sum(classless, (each) => each.amountFen)).toBe(totals.amountFen)
      expect(sum(classes, (each) => each.count) + classless.length).toBe(totals.communities)
      expect([totals.undecided, totals.amountUnknown]).toEqual([classless.length, communities.length - known.length])
      expect(sum(flows, (each) => each.fen)).toBe(totals.amountFen - sum(known, (each) => each.previousFen))
      expect(sum(flows, (each) => each.count)).toBe(communities.length)
      for (const column of ['count', 'undecided', 'amountUnknown'] as const)
        expect(sum(districts, (each) => each[column]!)).toBe(column === 'count' ? totals.communities : totals[column])
    }))

  test('city and district together pay the amount, and a district pays its ratio to the fen', () =>
    everyResult((result, input) => {
      const { split } = input.policy.allocation
      for (const each of result.communities) {
        if (split === undefined || each.amountFen === null) expect([each.cityFen, each.districtFen]).toEqual([null, null])
        else expect([each.cityFen! + each.districtFen!, each.cityFen! >= 0, each.districtFen! >= 0]).toEqual([each.amountFen, true, true])
      }
      if (split === undefined) return
      for (const district of result.districts) {
        const { city, district: own } = split.byDistrict[district.district] ?? split.ratio
        expect(Math.abs(district.cityFen! - (district.amountFen * city) / (city + own))).toBeLessThanOrEqual(0.5)
        for (const each of result.communities.filter((row) => row.district === district.district && row.cityFen !== null)) {
          expect(Math.abs(each.cityFen! - (each.amountFen! * city) / (city + own))).toBeLessThan(1.5)
        }
      }
    }))

  test('an undecided community never has an amount from a step that is for some classes only', () =>
    everyResult(
      (result, input) => {
        if (!stepsOf(input).some((step) => step.kind === 'standard' || ('classes' in step && step.classes !== undefined))) return
        for (const each of result.communities) expect(each.class === null && each.amountFen !== null).toBe(false)
      },
      randomPlans({ missing: 3 }),
    ))
})

describe('a fixed total and rounding', () => {
  test('a fixed total is met to the fen while every amount is known', () =>
    everyResult((result, input) => {
      const fit = stepsOf(input).find((step) => step.kind === 'fit')
      if (fit === undefined) return
      const known = result.communities.filter((each) => each.amountFen !== null)
      expect([0, result.communities.length]).toContain(known.length)
      if (known.length > 0) expect(result.totals.amountFen).toBe(fit.totalFen)
      else expect(result.problems.map((each) => each.code)).toContain('allocation.undecided')
    }))

  test('every rounded amount is a multiple of the unit', () =>
    everyResult((result, input) => {
      const round = stepsOf(input).find((step) => step.kind === 'round')
      if (round === undefined) return
      for (const each of result.communities) expect((each.amountFen ?? 0) % ROUNDING_UNITS[round.unit]).toBe(0)
    }))

  test('floors, caps and protections hold in the end', () =>
    everyResult(
      (result, input) => {
        for (const each of result.communities.filter((community) => community.amountFen !== null)) {
          const { lower, upper } = boundsOf(each, input)
          expect(each.amountFen! >= lower && each.amountFen! <= upper, `${lower} <= ${each.amountFen} <= ${upper}`).toBe(true)
        }
      },
      randomPlans({ missing: 0 }),
    ))

  test('rounding without a fixed total moves the sum by half a unit at most, unless bounds forbid it', () =>
    everyResult((result, input) => {
      const round = stepsOf(input).find((step) => step.kind === 'round')
      if (round === undefined || stepsOf(input).some((step) => ['fit', 'floor', 'cap', 'protect'].includes(step.kind))) return
      const unit = ROUNDING_UNITS[round.unit]
      const exact = evaluate(before(input, 'round'))
      expect(Math.abs(result.totals.amountFen - exact.totals.amountFen)).toBeLessThanOrEqual(unit / 2)
      result.communities.forEach((each, row) =>
        expect(Math.abs((each.amountFen ?? 0) - (exact.communities[row]!.amountFen ?? 0))).toBeLessThan(unit),
      )
    }))

  test('a total that can not be met is named, and by how much', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(randomPlans({ missing: 0, communities: { min: 1, max: 4 } }), (input) => {
        const { problem } = outcomeOf(input)
        if (problem === undefined) return
        seen.set(problem.code, (seen.get(problem.code) ?? 0) + 1)
        if (problem.code === 'allocation.noMultipleInBounds') return
        const step = stepsOf(input).find((each) => each.key === problem.place.path)!
        const byFen = problem.params.byFen as number
        expect(byFen).toBeGreaterThan(0)
        if (step.kind === 'points') expect([problem.code, byFen]).toEqual(['allocation.nothingToShare', step.totalFen])
        if (step.kind !== 'fit') return
        const unfitted = evaluate(before(input, 'fit', 'round')).communities
        const bounds = unfitted.map((each) => boundsOf(each, before(input, 'fit', 'round')))
        const floors = sum(bounds, (each) => each.lower)
        const caps = sum(bounds, (each) => each.upper)
        const reachable = bounds.reduce((total, each, row) => total + (unfitted[row]!.amountFen! > 0 ? each.upper : each.lower), 0)
        if (problem.code === 'allocation.totalBelowFloors') expect(byFen).toBe(floors - step.totalFen)
        else if (problem.code === 'allocation.totalAboveCaps') expect(byFen).toBe(step.totalFen - caps)
        else expect([problem.code, byFen]).toEqual(['allocation.nothingToShare', step.totalFen - reachable])
      }),
      { numRuns: 1500 },
    )
    for (const code of [
      'allocation.totalBelowFloors',
      'allocation.totalAboveCaps',
      'allocation.nothingToShare',
      'allocation.noMultipleInBounds',
    ])
      expect(seen.get(code), code).toBeGreaterThan(2)
  })
})

describe('the result depends on nothing but the facts', () => {
  test('the order of rows never matters', () => {
    const shuffled = randomPlans({ communities: { min: 2, max: 9 } }).chain((input) =>
      fc.tuple(fc.constant(input), fc.shuffledSubarray(input.facts, { minLength: input.facts.length })),
    )
    fc.assert(
      fc.property(shuffled, ([input, facts]) => {
        expect(outcomeOf({ ...input, facts })).toEqual(outcomeOf(input))
      }),
      RUNS,
    )
  })

  test('two runs are identical, and the input is not changed', () => {
    fc.assert(
      fc.property(randomPlans(), (input) => {
        const untouched = structuredClone(input)
        expect(outcomeOf(deepFreeze(input))).toEqual(outcomeOf(untouched))
      }),
      RUNS,
    )
  })

  // Few of the random policies pay by need at all, so it takes many of them.
  test('more need never lowers a community’s own amount before it is scaled', () => {
    const needy = randomPlans({ missing: 0, counted: ['homes', 'people', 'vacant', 'remote'] }).chain((input) =>
      fc.tuple(fc.constant(input), fc.nat(input.facts.length - 1), fc.constantFrom('homes', 'people', 'vacant', 'remote')),
    )
    let raised = 0
    fc.assert(
      fc.property(needy, ([input, row, key]) => {
        // Conditions and options may well give less to those who have more.
        const start = before(input, 'fit', 'round', 'addOn', 'attribute')
        // The class is held, so that only the amount can answer.
        const plan = {
          ...start,
          overrides: start.facts.map((each) => ({
            key: each.key,
            class: each.values.homes === 0 ? 'A' : 'B',
            reason: '核实',
            document: '',
          })),
        }
        const community = plan.facts[row]!
        const needier = {
          ...community,
          values: { ...community.values, [key]: (community.values[key] as number) + (key === 'vacant' ? 0.25 : 1) },
        }
        const [one, two] = [outcomeOf(plan), outcomeOf({ ...plan, facts: plan.facts.with(row, needier) })]
        if (one.result === undefined || two.result === undefined) return
        const amountIn = (result: Evaluation): number => result.communities.find((each) => each.key === community.key)!.amountFen!
        expect(amountIn(two.result)).toBeGreaterThanOrEqual(amountIn(one.result))
        if (amountIn(two.result) > amountIn(one.result)) raised++
      }),
      { ...RUNS, numRuns: 3 * RUNS.numRuns },
    )
    expect(raised).toBeGreaterThan(20)
  })

  test('a plan without communities is empty under every policy that can be met', () => {
    fc.assert(
      fc.property(randomPlans(), (input) => {
        const { result } = outcomeOf({ ...input, facts: [], overrides: [] })
        expect([result?.totals.communities, result?.totals.amountFen, result?.communities]).toEqual([0, 0, []])
      }),
      { numRuns: 200 },
    )
  })
})
