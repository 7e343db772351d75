import fc from 'fast-check'
import { Indicator } from '../../src-main/model/indicator.ts'
import { FEN_PER_YUAN, ROUNDING_UNITS, type RoundingUnit } from '../../src-main/model/money.ts'
import type { CommunityFacts } from '../../src-main/model/plan.ts'
import type { Condition } from '../../src-main/model/condition.ts'
import { Policy, type PolicyDocument, type Step } from '../../src-main/model/policy.ts'
import type { EvaluationInput } from '../../src-main/engine/index.ts'

/**
 * Random policies and random communities over a dictionary so small that every completion can be tried by hand.
 * Whole numbers lie within 0 to 3, shares on quarters, so that thresholds are met often.
 */
const text = (zh: string) => ({ zh, en: zh })
const number = (key: string, more: object = {}): Indicator =>
  Indicator.parse({ key, label: text(key), kind: 'number', group: 'test', range: { min: 0, max: 3 }, ...more })
export const option = (key: string) => ({ key, label: text(key) })

export const DELIVERED: Indicator[] = [
  number('homes'),
  number('people'),
  number('young', { notAbove: ['people'] }),
  Indicator.parse({ key: 'vacant', label: text('vacant'), kind: 'share', group: 'test', step: 0.25 }),
  Indicator.parse({ key: 'place', label: text('place'), kind: 'category', group: 'test', options: ['town', 'edge', 'land'].map(option) }),
  Indicator.parse({ key: 'remote', label: text('remote'), kind: 'flag', group: 'test' }),
]
export const DERIVED: Indicator[] = [
  number('crowding', { formula: 'people / homes', range: undefined }),
  Indicator.parse({
    key: 'youngShare',
    label: text('youngShare'),
    kind: 'share',
    group: 'test',
    formula: 'young / people',
    whenDivisorIsZero: 0,
  }),
  number('adults', { formula: 'people - young', range: undefined }),
  number('spread', { formula: 'people * people / (homes + 1)', range: undefined }),
]
/** In 元 and with the fen, as carry-overs are. */
export const SURPLUS = number('surplus', { range: { min: 0 }, step: 0.01 })
export const INDICATORS = [...DELIVERED, ...DERIVED, SURPLUS]

/** Every value that a delivered indicator may have, in the form of the contract. */
export const domainOf = (indicator: Indicator): Array<number | string> => {
  if (indicator.kind === 'category') return indicator.options.map((each) => each.key)
  if (indicator.kind === 'flag') return [0, 1]
  return indicator.kind === 'share' ? [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1] : [0, 1, 2, 3]
}

const leafOf = (indicator: Indicator): fc.Arbitrary<Condition> => {
  if (indicator.kind === 'category') {
    return fc
      .subarray(
        indicator.options.map((each) => each.key),
        { minLength: 1, maxLength: 2 },
      )
      .map((anyOf) => ({ kind: 'category', indicator: indicator.key, anyOf }))
  }
  if (indicator.kind === 'flag') return fc.boolean().map((value) => ({ kind: 'flag', indicator: indicator.key, value }))
  const threshold = indicator.kind === 'share' ? fc.constantFrom(0, 0.25, 0.5, 0.75, 1) : fc.constantFrom(0, 0.5, 1, 1.5, 2, 3)
  const compare = fc.record({
    kind: fc.constant('compare' as const),
    indicator: fc.constant(indicator.key),
    operator: fc.constantFrom('<', '<=', '>', '>=', '=', '!='),
    value: threshold,
  })
  const range = fc
    .record({
      kind: fc.constant('range' as const),
      indicator: fc.constant(indicator.key),
      from: threshold,
      to: threshold,
      toIncluded: fc.boolean(),
    })
    .map((each) => ({ ...each, from: Math.min(each.from, each.to), to: Math.max(each.from, each.to) }))
  return fc.oneof({ weight: 3, arbitrary: compare as fc.Arbitrary<Condition> }, { weight: 1, arbitrary: range })
}

/** Condition trees over the given indicators, up to three levels deep. */
export const conditions = (indicators: Indicator[]): fc.Arbitrary<Condition> => {
  const leaf = fc.constantFrom(...indicators).chain(leafOf)
  const tree = (depth: number): fc.Arbitrary<Condition> => {
    if (depth === 0) return leaf
    const parts = fc.array(tree(depth - 1), { minLength: 1, maxLength: 3 })
    return fc.oneof(
      { weight: 2, arbitrary: leaf },
      { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('all', 'any'), of: parts }) as fc.Arbitrary<Condition> },
      { weight: 1, arbitrary: tree(depth - 1).map((of): Condition => ({ kind: 'not', of })) },
    )
  }
  return tree(2)
}

const fen = fc.integer({ min: 0, max: 40_000_000 })
/** A part of a step: kind and numbers, still without key and name. */
type Body = fc.Arbitrary<object>

const bodies = (classes: string[], numeric: string[], ruled: Indicator[]): { giving: Body; other: Body } => {
  const some = fc.option(fc.subarray(classes, { minLength: 1 }), { nil: undefined })
  const indicator = fc.constantFrom(...numeric)
  const points = fc.integer({ min: 0, max: 40 })
  const perClass = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
    fc.tuple(...classes.map(() => value)).map((list) => Object.fromEntries(list.map((each, i) => [classes[i]!, each])))
  const kind = <K extends string>(name: K): fc.Arbitrary<K> => fc.constant(name)
  const froms = fc.uniqueArray(fc.constantFrom(0, 0.5, 1, 2, 3), { minLength: 1, maxLength: 3 }).map((each) => each.sort((a, b) => a - b))
  const moneyBands = froms.chain((each) =>
    fc
      .tuple(...each.map(() => fc.integer({ min: 0, max: 5_000_000 })))
      .map((more) => each.map((from, i) => ({ from, amountFen: more.slice(0, i + 1).reduce((sum, fen) => sum + fen, 0) }))),
  )
  const options = (keys: string[]): Body =>
    fc
      .tuple(...keys.map(() => fc.integer({ min: 0, max: 8_000_000 })))
      .map((list) => Object.fromEntries(keys.map((key, i) => [key, list[i]!])))
  const bands = fc
    .uniqueArray(fc.constantFrom(0, 0.5, 1, 2, 3), { minLength: 1, maxLength: 3 })
    .chain((froms) =>
      fc
        .array(points, { minLength: froms.length, maxLength: froms.length })
        .map((each) =>
          froms.sort((a, b) => a - b).map((from, i) => ({ from, points: each.slice(0, i + 1).reduce((sum, more) => sum + more, 0) })),
        ),
    )
  const term = fc.oneof(
    fc.record({ kind: kind('class'), points: perClass(points) }),
    fc.record({ kind: kind('unit'), indicator, points, per: fc.constantFrom(1, 0.5, 3) }),
    fc.record({ kind: kind('bands'), indicator, bands }),
  )
  const limits = fc.tuple(fen, fen).map(([a, b]) => ({ minFen: Math.min(a, b), maxFen: Math.max(a, b) }))
  return {
    giving: fc.oneof(
      fc.record({ kind: kind('standard'), amountsFen: perClass(fen) }),
      fc.record({ kind: kind('attribute'), classes: some, indicator: kind('place'), amountsFen: options(['town', 'edge', 'land']) }),
      fc.record({ kind: kind('attribute'), classes: some, indicator: kind('remote'), amountsFen: options(['no', 'yes']) }),
      fc.record({ kind: kind('addOn'), classes: some, when: conditions(ruled), amountFen: fc.integer({ min: 0, max: 8_000_000 }) }),
      fc.record({ kind: kind('bands'), classes: some, indicator, bands: moneyBands }),
      fc
        .tuple(
          fc.record({
            kind: kind('perUnit'),
            classes: some,
            indicator,
            rateFen: fc.integer({ min: 0, max: 5_000_000 }),
            per: fc.constantFrom(1, 0.1, 2, 7),
            above: fc.constantFrom(0, 0.5, 1),
            portions: fc.constantFrom('started', 'full', 'exact'),
          }),
          fc.option(limits, { nil: {} }),
        )
        .map(([step, more]) => ({ ...step, ...more })),
      fc.record({
        kind: kind('points'),
        classes: some,
        totalFen: fc.integer({ min: 0, max: 300_000_000 }),
        terms: fc.array(term, { minLength: 1, maxLength: 3 }),
      }),
    ),
    other: fc.oneof(
      fc.record({
        kind: kind('carryOver'),
        classes: some,
        indicator: kind('surplus'),
        share: fc.constantFrom(0, 0.333333, 0.5, 1),
        aboveFen: fc.integer({ min: 0, max: 10_000_000 }),
      }),
      fc.record({ kind: kind('floor'), classes: some, amountFen: fc.integer({ min: 0, max: 15_000_000 }) }),
      fc.record({ kind: kind('cap'), classes: some, amountFen: fc.integer({ min: 15_000_000, max: 60_000_000 }) }),
      fc.record({
        kind: kind('protect'),
        classes: some,
        loss: fc.constantFrom(undefined, 0, 0.1, 0.333333, 1),
        gain: fc.constantFrom(undefined, 0, 0.2, 0.777777, 2),
      }),
    ),
  }
}

const UNITS = Object.keys(ROUNDING_UNITS) as RoundingUnit[]

/** What the steps of one component may be. */
interface StepOptions {
  classes: string[]
  numeric: string[]
  ruled: Indicator[]
  communities: number
  prefix: string
  wide: boolean
  last: boolean
}

/**
 * Steps in an order that policy/check allows: money, deductions and bounds in any order, then perhaps a fit, a financed
 * guarantee, rounding and a
 * reserve. A reserve stands in the last component only, because protections may come in any.
 */
const steps = ({ classes, numeric, ruled, communities, prefix, wide, last }: StepOptions): fc.Arbitrary<Step[]> => {
  const { giving, other } = bodies(classes, numeric, ruled)
  const maybe = (body: Body, possible: boolean): fc.Arbitrary<object[]> =>
    possible ? fc.option(body, { freq: 2, nil: null }).map((each) => (each === null ? [] : [each])) : fc.constant([])
  const some = fc.option(fc.subarray(classes, { minLength: 1 }), { nil: undefined, freq: 2 })
  return fc
    .record({
      body: fc
        .tuple(fc.array(giving, { minLength: 1, maxLength: 3 }), fc.array(other, { maxLength: wide ? 2 : 4 }))
        .chain(([gives, more]) => fc.shuffledSubarray([...gives, ...more], { minLength: gives.length + more.length })),
      unit: fc.option(fc.constantFrom(...UNITS), { nil: undefined, freq: wide ? 1 : 5 }),
      average: fc.option(fc.integer({ min: 0, max: 45_000_000 }), { nil: undefined, freq: wide ? 1 : 5 }),
      financed: maybe(
        fc.record({
          kind: fc.constant('protect'),
          financed: fc.constant(true),
          classes: some,
          loss: fc.constantFrom(0, 0.1, 0.333333, 0.6),
        }),
        wide,
      ),
      reserve: maybe(
        fc.record({
          kind: fc.constant('reserve'),
          classes: some,
          share: fc.constantFrom(0, 0.1, 0.333333, 1),
          when: conditions(ruled),
          shareOut: fc.constantFrom('equal', 'amount'),
          released: fc.boolean(),
        }),
        wide && last,
      ),
    })
    .map(({ body, unit, average, financed, reserve }) => {
      const size = unit === undefined ? 1 : ROUNDING_UNITS[unit]
      const fit = average === undefined ? [] : [{ kind: 'fit', totalFen: Math.round((average * communities) / size) * size }]
      const round = unit === undefined ? [] : [{ kind: 'round', unit }]
      return [...body, ...fit, ...financed, ...round, ...reserve].map((step, i) => ({
        key: `${prefix}${i}`,
        name: text(`第${i + 1}步`),
        ...step,
      })) as Step[]
    })
}

const ratio = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 })).map(([city, district]) => ({ city, district }))

/** Payers of every kind; the last one pays by ratio everywhere, so that nothing is left over. */
const payerLists = (prefix: string): fc.Arbitrary<object[]> => {
  const rule = fc.oneof(fc.record({ ratio: fc.nat(9) }), fc.record({ fixedFen: fc.integer({ min: 0, max: 9_000_000 }) }))
  const payer = fc.record({ pays: rule, byDistrict: fc.dictionary(fc.constantFrom('东区', '西区'), rule) })
  return fc
    .array(payer, { maxLength: 3 })
    .map((list) => [...list, { pays: { ratio: 1 } }].map((each, i) => ({ key: `${prefix}${i}`, name: text(`${prefix}${i}`), ...each })))
}

export interface PlanOptions {
  /** Several components, payers of every kind, financed guarantees and reserves as well. */
  wide?: boolean
  /** Indicators the rules look at. */
  ruled?: Indicator[]
  /** Numeric indicators the allocation looks at. */
  counted?: string[]
  /** One in so many values is missing; 0: none. */
  missing?: number
  communities?: { min: number; max: number }
}

export const policies = (
  {
    ruled = [...DELIVERED, ...DERIVED],
    counted = ['homes', 'people', 'vacant', 'remote', 'youngShare', 'adults'],
    wide = false,
  }: PlanOptions,
  communities: number,
): fc.Arbitrary<Policy> =>
  fc.integer({ min: 2, max: 6 }).chain((count) => {
    const classes = ['A', 'B', 'C', 'D', '戊', '己'].slice(0, count)
    const stepsOf = (prefix: string, last: boolean): fc.Arbitrary<Step[]> =>
      steps({ classes, numeric: counted, ruled, communities, prefix, wide, last })
    const payers = (prefix: string): fc.Arbitrary<object> =>
      fc.option(payerLists(prefix), { nil: null }).map((list) => (list === null ? {} : { payers: list }))
    return fc
      .record({
        rules: fc.array(fc.record({ class: fc.constantFrom(...classes), when: conditions(ruled) }), { maxLength: 5 }),
        fallback: fc.constantFrom(...classes),
        fund: wide
          ? fc.oneof(
              fc.record({ steps: stepsOf('step', true) }),
              fc.record({
                steps: stepsOf('step', false),
                components: fc
                  .tuple(stepsOf('more', true), payers('own'))
                  .map(([own, paying]) => [{ key: 'more', name: text('专项'), steps: own, ...paying }]),
              }),
            )
          : fc.record({ steps: stepsOf('step', true) }),
        payers: wide ? payers('payer') : fc.constant({}),
        split: fc.option(fc.record({ ratio, byDistrict: fc.dictionary(fc.constantFrom('东区', '西区'), ratio) }), { nil: undefined }),
        previousAmountFen: fc.option(fen, { nil: undefined }),
      })
      .map((random) => {
        const { rules, fallback, fund, payers: general, previousAmountFen, ...rest } = structuredClone(random)
        const needsPayers = 'components' in fund && fund.components.some((each) => 'payers' in each)
        const split = rest.split ?? (needsPayers ? { ratio: { city: 1, district: 1 }, byDistrict: {} } : undefined)
        const paying = 'payers' in general ? general : { ...(split && { split }) }
        const document: PolicyDocument = {
          format: 'quanheng-policy',
          formatVersion: 1,
          id: 'random',
          version: '1.0.0',
          title: text('随机'),
          effectiveYear: 2024,
          classes: classes.map((key) => ({ key, name: text(key), color: '#123456' })),
          classification: { rules: rules.map((rule, i) => ({ ...rule, key: `rule${i}`, name: text(`规则${i}`) })), fallback },
          allocation: { ...fund, ...paying, ...(previousAmountFen !== undefined && { previousAmountFen }) } as PolicyDocument['allocation'],
        }
        return Policy.parse(document)
      })
  })

/** Facts that agree with each other; some values are missing. */
export const facts = (row: number, missing: number): fc.Arbitrary<CommunityFacts> => {
  const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => (missing === 0 ? value : fc.option(value, { freq: missing - 1 }))
  const values = Object.fromEntries([
    ...DELIVERED.map((indicator) => [indicator.key, maybe(fc.constantFrom(...domainOf(indicator)))] as const),
    ['surplus', maybe(fc.integer({ min: 0, max: 30_000_000 }).map((each) => each / FEN_PER_YUAN))] as const,
  ])
  return fc
    .record({
      hasCode: fc.boolean(),
      district: fc.constantFrom('东区', '西区', '南县'),
      subdistrict: fc.constantFrom('一街道', '二镇'),
      values: fc.record(values),
      previousFen: fc.option(fen),
      previousClass: fc.constantFrom(null, 'A', 'B', '旧'),
    })
    .map(({ hasCode, district, subdistrict, values: drawn, previousFen, previousClass }) => {
      const name = `社区${row}`
      const code = hasCode ? `63010200${String((7919 * (row + 1)) % 10_000).padStart(4, '0')}` : ''
      const young = typeof drawn.young === 'number' && typeof drawn.people === 'number' ? Math.min(drawn.young, drawn.people) : drawn.young
      return {
        key: hasCode ? code : `${district}/${subdistrict}/${name}`,
        code,
        name,
        district,
        subdistrict,
        values: { ...drawn, young: young ?? null },
        previousFen,
        previousClass,
      }
    })
}

/** A policy, and communities with their facts, some of them with a class set by hand. */
export const randomPlans = (options: PlanOptions = {}): fc.Arbitrary<EvaluationInput> => {
  const { missing = 12, communities = { min: 1, max: 9 } } = options
  return fc
    .integer(communities)
    .chain((count) =>
      fc.record({
        policy: policies(options, count),
        facts: fc.tuple(...Array.from({ length: count }, (_, row) => facts(row, missing))),
        byHand: fc.array(fc.option(fc.nat(5), { freq: 5 }), { minLength: count, maxLength: count }),
      }),
    )
    .map(({ policy, facts: rows, byHand }) => ({
      policy,
      indicators: INDICATORS,
      facts: rows,
      overrides: rows.flatMap((each, row) =>
        byHand[row] === null || byHand[row] === undefined
          ? []
          : [{ key: each.key, class: policy.classes[byHand[row] % policy.classes.length]!.key, reason: '核实', document: '' }],
      ),
    }))
}
