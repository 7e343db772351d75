import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLeaf, leavesOf, partsOf, thresholdsOf, type Condition, type ConditionLeaf } from '../../src-main/model/condition.ts'
import { choicesOf, Indicator, INDICATOR_KINDS, isMeasured } from '../../src-main/model/indicator.ts'
import type { Step, StepKind } from '../../src-main/model/policy.ts'
import {
  askedBy,
  classesNamedBy,
  indicatorsNamedBy,
  isConstant,
  movesBounds,
  placeAtTheEnd,
  sharesOut,
  type StepOf,
} from '../../src-main/model/step.ts'
import { compileCondition } from '../../src-main/engine/classification/condition.ts'
import { emptyTable } from '../../src-main/engine/indicators/table.ts'
import { vocabularyOf } from '../../src-main/engine/indicators/vocabulary.ts'
import { checkPolicy } from '../../src-main/policy/check.ts'
import { preset, standardDictionary } from '../../src-main/policy/presets.ts'
import { RESOURCES } from '../support/open-app.ts'

const dictionary = standardDictionary(RESOURCES).indicators
const policy = preset(RESOURCES, 'reference')!

const number = fc.integer({ min: -3, max: 8 })
const measuredLeaf: fc.Arbitrary<ConditionLeaf> = fc.oneof(
  fc.record({
    kind: fc.constant('compare' as const),
    indicator: fc.constant('residents'),
    operator: fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const, '=' as const, '!=' as const),
    value: number,
  }),
  fc.record(
    { kind: fc.constant('range' as const), indicator: fc.constant('residents'), from: number, to: number, toIncluded: fc.boolean() },
    { requiredKeys: ['kind', 'indicator', 'toIncluded'] },
  ),
)
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    measuredLeaf,
    fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not' as const), of: tie('condition') }),
  ) as fc.Arbitrary<Condition>,
}))

/** Everything in a document that says which indicator is meant, found without knowing what a condition or a step is. */
const indicatorsWritten = (node: unknown): string[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([name, inner]) => (name === 'indicator' ? [inner as string] : indicatorsWritten(inner)))

describe('a condition', () => {
  it('has as leaves just the parts that look at an indicator', () =>
    fc.assert(
      fc.property(condition, (given) => {
        expect(leavesOf(given).map((leaf) => leaf.indicator)).toEqual(indicatorsWritten(given))
        expect(isLeaf(given)).toBe(partsOf(given).length === 0)
      }),
    ))

  it('gives the same for all values between two neighbouring thresholds, whatever the kind of its leaves', () => {
    const vocabulary = vocabularyOf(dictionary)
    const table = emptyTable(vocabulary, 1)
    const residents = table.columns.get('residents')!
    fc.assert(
      fc.property(
        condition,
        fc.double({ min: -6, max: 12, noNaN: true }),
        fc.double({ min: -6, max: 12, noNaN: true }),
        (given, one, two) => {
          const turns = leavesOf(given).flatMap(thresholdsOf)
          const apart = turns.some((turn) => turn === one || turn === two || turn < one !== turn < two)
          const { test } = compileCondition(given, table, vocabulary.indicators)
          const [first, second] = [one, two].map((value) => {
            residents[0] = value
            return test(0)
          })
          expect(apart || first === second).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('a kind of indicators', () => {
  it('either is measured or has values that can be counted up', () => {
    for (const kind of INDICATOR_KINDS) {
      const indicator = Indicator.parse({
        key: 'own',
        label: { zh: '甲' },
        kind,
        group: 'own',
        options: kind === 'category' ? [1, 2, 3].map((each) => ({ key: `o${each}`, label: { zh: String(each) } })) : [],
      })
      expect(isMeasured(indicator)).toBe(choicesOf(indicator) === null)
    }
  })
})

describe('a step', () => {
  const when: Condition = { kind: 'not', of: { kind: 'compare', indicator: 'residents', operator: '>', value: 3000 } }
  const name = { zh: '步骤', en: 'Step' }
  const classes = policy.classes.map((each) => each.key)
  const byClass = Object.fromEntries(classes.map((key) => [key, 1]))
  const SAMPLES: { [K in StepKind]: StepOf<K> } = {
    standard: { kind: 'standard', key: 'standard', name, amountsFen: byClass },
    perUnit: { kind: 'perUnit', key: 'perUnit', name, indicator: 'residents', rateFen: 1, per: 1, above: 0, portions: 'full' },
    attribute: { kind: 'attribute', key: 'attribute', name, indicator: 'locationType', amountsFen: {} },
    addOn: { kind: 'addOn', key: 'addOn', name, when, amountFen: 1 },
    bands: { kind: 'bands', key: 'bands', name, indicator: 'residents', bands: [{ from: 0, amountFen: 1 }] },
    points: {
      kind: 'points',
      key: 'points',
      name,
      totalFen: 1,
      terms: [
        { kind: 'class', points: byClass },
        { kind: 'unit', indicator: 'residents', points: 1, per: 1 },
        { kind: 'bands', indicator: 'oldShare', bands: [{ from: 0, points: 1 }] },
      ],
    },
    carryOver: { kind: 'carryOver', key: 'carryOver', name, indicator: 'carryOver', share: 0, aboveFen: 0 },
    floor: { kind: 'floor', key: 'floor', name, amountFen: 0 },
    cap: { kind: 'cap', key: 'cap', name, amountFen: 1 },
    protect: { kind: 'protect', key: 'protect', name, loss: 0.1 },
    fit: { kind: 'fit', key: 'fit', name, totalFen: 0 },
    round: { kind: 'round', key: 'round', name, unit: 'yuan' },
    reserve: { kind: 'reserve', key: 'reserve', name, share: 0.1, when, shareOut: 'equal', released: false },
  }
  const all: Step[] = Object.values(SAMPLES)

  it('names the indicators that are written in it, whatever its kind', () => {
    for (const step of all) expect(indicatorsNamedBy(step)).toEqual([...new Set(indicatorsWritten(step))])
  })
  it('names the classes it has amounts for and those it is limited to', () => {
    expect(classesNamedBy(SAMPLES.standard)).toEqual(classes)
    expect(classesNamedBy({ ...SAMPLES.points, classes: ['A'] })).toEqual(['A', ...classes])
    expect(classesNamedBy(SAMPLES.fit)).toEqual([])
  })
  it('asks its condition, and holds back for nobody else until it is released', () => {
    const { reserve } = SAMPLES
    expect(askedBy(reserve)).toEqual([when])
    expect([reserve, { ...reserve, released: true }].map(sharesOut)).toEqual([false, true])
  })
  it('that gives the same whatever was given before moves the bounds, but for a rounding', () => {
    for (const step of all.filter((each) => isConstant(each) && each.kind !== 'round')) expect(movesBounds(step)).toBe(true)
  })

  it('put before those that come later than it is never out of order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 1 }), (added) => {
        const steps = added.reduce<Step[]>((before, step) => {
          const later = before.findIndex((each) => placeAtTheEnd(each) > placeAtTheEnd(step))
          return before.toSpliced(later < 0 ? before.length : later, 0, step)
        }, [])
        const problems = checkPolicy({ ...policy, allocation: { ...policy.allocation, steps } }, dictionary)
        expect(problems.filter((each) => each.code === 'policy.stepOrder')).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
