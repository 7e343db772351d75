import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PROBLEM_WORDS } from '../../src-main/modules/words.ts'
import type { Problem } from '../../src-main/model/problem.ts'
import { assertPolicy, checkPolicy } from '../../src-main/policy/check.ts'
import { policyOf, readPolicy } from '../../src-main/policy/load.ts'
import { standardDictionary } from '../../src-main/policy/presets.ts'
import { AppError } from '../../src-main/shared/app-error.ts'

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'policies')
const { indicators } = standardDictionary(join(import.meta.dirname, '..', '..', 'resources'))

/** For each wrong file: code and path of everything that must be said about it, and what must be named. */
const EXPECTED: Record<string, Array<[code: string, path: string | undefined, params?: object]>> = {
  good: [],
  'not-json': [['policy.notJson', undefined]],
  gbk: [['policy.notJson', undefined]],
  list: [['policy.shape', '/', { expected: 'object' }]],
  'newer-format': [['policy.newerFormat', '/formatVersion', { version: 2, limit: 1 }]],
  'other-format': [['policy.shape', '/format', { value: '"quanheng-indicators"', expected: 'quanheng-policy' }]],
  'title-missing': [['policy.shape', '/title', { value: '-', expected: 'object' }]],
  'amount-in-yuan-fraction': [['policy.shape', '/allocation/steps/0/amountsFen/大', { value: '2000.5' }]],
  'amount-negative': [['policy.shape', '/allocation/steps/0/amountsFen/大', { value: '-1', expected: '>= 0' }]],
  'threshold-as-text': [['policy.shape', '/classification/rules/0/when/value', { value: '"5000"', expected: 'number' }]],
  'operator-unknown': [['policy.shape', '/classification/rules/0/when/operator', { expected: '< | <= | > | >= | = | !=' }]],
  'condition-kind-unknown': [
    ['policy.shape', '/classification/rules/0/when/kind', { expected: 'all | any | not | compare | range | category | flag' }],
  ],
  'field-unknown': [['policy.shape', '/allocation', { expected: 'stepps', kind: 'unrecognized_keys' }]],
  'no-steps': [['policy.shape', '/allocation/steps']],
  'district-ratio-zero': [['policy.shape', '/allocation/split/byDistrict/东~1西区', { expected: 'ratio' }]],
  'ratio-negative': [['policy.shape', '/allocation/split/ratio/city']],
  'portion-zero': [['policy.shape', '/allocation/steps/1/per']],
  'indicator-unknown': [['policy.indicatorUnknown', '/classification/rules/0/when', { indicator: 'inhabitants' }]],
  'indicator-unknown-deep': [['policy.indicatorUnknown', '/classification/rules/0/when/of/1/of/of/1', { indicator: 'households' }]],
  'indicator-unknown-in-step': [['policy.indicatorUnknown', '/allocation/steps/1', { indicator: 'inhabitants' }]],
  'indicator-kind': [['policy.indicatorKind', '/classification/rules/0/when', { indicator: 'location', kind: 'category' }]],
  'indicator-kind-in-step': [['policy.indicatorKind', '/allocation/steps/1', { indicator: 'location' }]],
  'option-unknown': [['policy.optionUnknown', '/classification/rules/0/when', { value: 'island', options: 'urban, edge, township' }]],
  'class-unknown': [['policy.classUnknown', '/classification/rules/0/class', { class: '中', classes: '大, 小' }]],
  'fallback-unknown': [['policy.classUnknown', '/classification/fallback', { class: '中' }]],
  'class-unknown-in-step': [['policy.classUnknown', '/allocation/steps/1', { class: '中' }]],
  'class-twice': [['policy.classTwice', '/classes/2', { class: '大' }]],
  'rule-twice': [['policy.ruleTwice', '/classification/rules/1', { rule: 'large' }]],
  'rule-named-fallback': [['policy.ruleTwice', '/classification/rules/0', { rule: 'fallback' }]],
  'step-twice': [['policy.stepTwice', '/allocation/steps/1', { step: 'standard' }]],
  'rule-never-true': [
    ['policy.ruleNeverTrue', '/classification/rules/0', { position: 1 }],
    ['policy.classUnused', '/classes/0'],
  ],
  'rule-between-two-people': [
    ['policy.ruleNeverTrue', '/classification/rules/0'],
    ['policy.classUnused', '/classes/0'],
  ],
  'rule-unreachable': [['policy.ruleUnreachable', '/classification/rules/1', { position: 2 }]],
  'rule-unreachable-together': [['policy.ruleUnreachable', '/classification/rules/3', { position: 4 }]],
  'rules-overlap': [['policy.rulesOverlap', '/classification/rules/1/when', { position: 2, before: 1, from: 4000, to: 5000 }]],
  'rules-overlap-at-one-value': [['policy.rulesOverlap', '/classification/rules/1/when', { from: 5000, to: 5000 }]],
  'range-empty': [['policy.rangeEmpty', '/classification/rules/0/when', { from: 5000, to: 5000 }]],
  'threshold-outside-range': [
    ['policy.outsideRange', '/classification/rules/0/when', { indicator: 'oldShare', value: 50, min: '0', max: '1' }],
  ],
  'class-unused': [['policy.classUnused', '/classes/2', { class: '特' }]],
  'formula-wrong': [['policy.formulaWrong', '/indicators/0/formula', { position: 32, value: '' }]],
  'formula-unknown-indicator': [['policy.indicatorUnknown', '/indicators/0/formula', { indicator: 'households' }]],
  'formula-over-category': [['policy.indicatorKind', '/indicators/0/formula', { indicator: 'location' }]],
  'formula-circle': [
    ['policy.formulaCircle', '/indicators/0/formula', { indicator: 'one' }],
    ['policy.formulaCircle', '/indicators/1/formula', { indicator: 'two' }],
  ],
  'formula-as-category': [['policy.indicatorKind', '/indicators/0/formula', { indicator: 'kindOf' }]],
  'indicator-twice': [['policy.indicatorTwice', '/indicators/0', { indicator: 'residents' }]],
  'indicator-range-reversed': [['policy.rangeEmpty', '/indicators/0/range', { from: 10, to: 1 }]],
  'not-above-unknown': [['policy.indicatorUnknown', '/indicators/0/notAbove', { indicator: 'scores' }]],
  'class-without-standard': [['policy.classWithoutStandard', '/allocation/steps/0/amountsFen', { class: '小' }]],
  'no-money': [
    ['policy.classWithoutStandard', '/allocation/steps', { class: '大' }],
    ['policy.classWithoutStandard', '/allocation/steps', { class: '小' }],
  ],
  'floor-after-fit': [['policy.stepOrder', '/allocation/steps/1', { position: 2 }]],
  'fit-twice': [['policy.stepOrder', '/allocation/steps/1']],
  'cap-after-rounding': [['policy.stepOrder', '/allocation/steps/1']],
  'total-not-a-multiple': [['policy.totalNotMultiple', '/allocation/steps/1/totalFen', { totalFen: 3_600_000_100, unitFen: 100_000 }]],
  'floor-above-cap': [['policy.floorAboveCap', '/allocation/steps/1', { class: '小', floorFen: 3000, capFen: 2000 }]],
  'limits-crossed': [['policy.limitsCrossed', '/allocation/steps/1', { minFen: 500, maxFen: 400 }]],
  'class-look-alike': [['policy.classAlike', '/classes/1/key', { class: 'b', other: 'B' }]],
  'not-above-circle': ['one', 'two', 'three'].map((indicator, i) => ['policy.notAboveCircle', `/indicators/${i}/notAbove`, { indicator }]),
  'attribute-option-unknown': [
    ['policy.optionUnknown', '/allocation/steps/1/amountsFen', { value: 'island', options: 'urban, edge, township' }],
    ['policy.optionWithoutAmount', '/allocation/steps/1/amountsFen', { indicator: 'location', value: 'township' }],
  ],
  'attribute-over-number': [['policy.indicatorKind', '/allocation/steps/1', { indicator: 'residents', expected: 'category | flag' }]],
  'attribute-class-unknown': [['policy.classUnknown', '/allocation/steps/1', { class: '中' }]],
  'add-on-indicator-unknown': [['policy.indicatorUnknown', '/allocation/steps/1/when', { indicator: 'oldBase' }]],
  'amount-bands-overlap': [['policy.bandsOrder', '/allocation/steps/1/bands/1', { value: 1000, limit: 1000 }]],
  'amount-bands-outside-range': [['policy.outsideRange', '/allocation/steps/1/bands/1', { value: 25, max: '1' }]],
  'amount-bands-over-category': [['policy.indicatorKind', '/allocation/steps/1', { indicator: 'location' }]],
  'reserve-share-too-large': [['policy.shape', '/allocation/steps/1/share', { value: '10', expected: '<= 1' }]],
  'reserve-standard-unknown': [['policy.optionUnknown', '/allocation/steps/1/when', { value: 'island' }]],
  'reserve-not-last': [['policy.stepOrder', '/allocation/steps/1', { position: 2 }]],
  'protect-empty': [['policy.protectEmpty', '/allocation/steps/1', { step: '第二步' }]],
  'financed-without-loss': [['policy.financedWithoutLoss', '/allocation/steps/1']],
  'financed-with-gain': [['policy.financedWithGain', '/allocation/steps/1/gain']],
  'financed-before-fit': [['policy.stepOrder', '/allocation/steps/1', { position: 2 }]],
  'protect-after-reserve': [['policy.protectAfterReserve', '/allocation/components/0/steps/1', { step: '与上年衔接' }]],
  'component-twice': [['policy.componentTwice', '/allocation/components/1', { component: 'special' }]],
  'component-named-main': [['policy.componentTwice', '/allocation/components/0', { component: 'main' }]],
  'component-without-money': ['大', '小'].map((key) => ['policy.classWithoutStandard', '/allocation/components/0/steps', { class: key }]),
  'component-step-twice': [['policy.stepTwice', '/allocation/components/0/steps/0', { step: 'standard' }]],
  'component-step-order': [['policy.stepOrder', '/allocation/components/0/steps/1', { position: 2 }]],
  'component-indicator-unknown': [['policy.indicatorUnknown', '/allocation/components/0/steps/0', { indicator: 'inhabitants' }]],
  'split-and-payers': [['policy.splitAndPayers', '/allocation/payers']],
  'payer-twice': [['policy.payerTwice', '/allocation/payers/1', { payer: 'city' }]],
  'payer-with-two-names': [['policy.payerTwice', '/allocation/components/0/payers/0', { payer: 'city' }]],
  'payers-missing': [['policy.payersMissing', '/allocation', { component: '专项' }]],
  'payers-empty': [['policy.payersEmpty', '/allocation/payers']],
  'payer-rule-both': [['policy.shape', '/allocation/payers/0/pays', { expected: '{ ratio: 0, 1, 2 ... } | { fixedFen: 0, 1, 2 ... }' }]],
  'bands-order': [['policy.bandsOrder', '/allocation/steps/0/terms/0/bands/2', { value: 400, limit: 500 }]],
}
const ONLY_DOUBTFUL = ['policy.classUnused', 'policy.classAlike', 'policy.protectEmpty']

function problemsOf(run: () => Problem[] | void): Problem[] {
  try {
    return run() ?? []
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.problems
  }
}
const bytesOf = (name: string): Uint8Array => readFileSync(join(FOLDER, `${name}.json`))

test('every file of the folder is expected here, and every expected one is there', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(
    Object.keys(EXPECTED)
      .map((name) => `${name}.json`)
      .sort(),
  )
})

test.each(Object.entries(EXPECTED))('%s', (name, expected) => {
  const found = problemsOf(() => checkPolicy(readPolicy(bytesOf(name)), indicators))
  expect(found.map((each) => [each.code, each.place.path])).toEqual(expected.map(([code, path]) => [code, path]))
  found.forEach((each, i) => {
    expect(each.params).toMatchObject(expected[i]![2] ?? {})
    const { zh, en } = PROBLEM_WORDS[each.code]
    for (const words of [zh, en]) for (const [, gap] of words.matchAll(/\{(\w+)\}/g)) expect(Object.keys(each.params), words).toContain(gap)
    expect(each.level).toBe(ONLY_DOUBTFUL.includes(each.code) ? 'warning' : 'error')
  })
  // A doubt does not stop a plan, an error does.
  const stopped = problemsOf(() => assertPolicy(readPolicy(bytesOf(name)), indicators))
  expect(stopped).toEqual(found.filter((each) => each.level === 'error'))
})

test('a byte order mark is no fault', () => {
  expect(readPolicy(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytesOf('good')))).toEqual(readPolicy(bytesOf('good')))
})

test('everything that is wrong is said at once', () => {
  const document = { ...JSON.parse(new TextDecoder().decode(bytesOf('good'))), id: 'Two Classes', version: '1', effectiveYear: 1066 }
  expect(problemsOf(() => void policyOf(document)).map((each) => [each.code, each.place.path])).toEqual([
    ['policy.shape', '/id'],
    ['policy.shape', '/version'],
    ['policy.shape', '/effectiveYear'],
  ])
})

test.each([[null], ['text'], [7], [{}]])('%j is not a policy', (document) => {
  expect(problemsOf(() => void policyOf(document)).every((each) => each.code === 'policy.shape')).toBe(true)
  expect(problemsOf(() => void policyOf(document)).length).toBeGreaterThan(0)
})

test('conditions inside each other without end are refused in words', () => {
  const depth = 20_000
  const when = `${'{"kind":"not","of":'.repeat(depth)}{"kind":"flag","indicator":"remote","value":true}${'}'.repeat(depth)}`
  const good = JSON.parse(new TextDecoder().decode(bytesOf('good')))
  good.classification.rules[0].when = 'HERE'
  const text = JSON.stringify(good).replace('"HERE"', when)
  expect(problemsOf(() => void readPolicy(new TextEncoder().encode(text))).map((each) => each.code)).toEqual(['policy.shape'])
})

test('a district that payers name and the plan does not have is doubtful, where the districts are known', () => {
  const ratio = { city: 1, district: 1 }
  const good = policyOf(JSON.parse(new TextDecoder().decode(bytesOf('good'))))
  const split = { ...good, allocation: { ...good.allocation, split: { ratio, byDistrict: { 城东区: ratio, 东区: ratio } } } }
  const payers = [{ key: 'city', name: { zh: '市级', en: '' }, pays: { ratio: 1 }, byDistrict: { '东/西区': { ratio: 2 } } }]
  const listed = {
    ...good,
    allocation: {
      ...good.allocation,
      components: [{ key: 'special', name: { zh: '专项', en: '' }, steps: [{ ...good.allocation.steps[0]!, key: 'one' }], payers }],
      split: { ratio, byDistrict: {} },
    },
  }
  const said = (policy: typeof good, districts?: string[]) =>
    checkPolicy(policy, indicators, districts).map((each) => [each.level, each.code, each.place.path, each.params.district])
  expect(said(split, ['城东区', '城西区'])).toEqual([['warning', 'policy.districtUnknown', '/allocation/split/byDistrict/东区', '东区']])
  expect(said(listed, ['城东区'])).toEqual([
    ['warning', 'policy.districtUnknown', '/allocation/components/0/payers/0/byDistrict/东~1西区', '东/西区'],
  ])
  expect([said(split), said(listed)]).toEqual([[], []])
})
