import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkPolicy } from '../../src-main/policy/check.ts'
import { stepsOf } from '../../src-main/model/fund.ts'
import type { Policy } from '../../src-main/model/policy.ts'
import { policyHash } from '../../src-main/desk/plan-result.ts'
import { runExamples } from '../../src-main/policy/examples.ts'
import { policyOf } from '../../src-main/policy/load.ts'
import { preset, presetNames, standardDictionary } from '../../src-main/policy/presets.ts'
import { policySchemaFile } from '../../src-main/policy/schema.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources')
const { indicators, groups } = standardDictionary(RESOURCES)

test('the presets are those the command line names', () => {
  expect(presetNames(RESOURCES)).toEqual([
    'base-and-headcount',
    'components-and-payers',
    'flat-2015',
    'flat-2018',
    'guarantee-financed',
    'points-with-guarantee',
    'reference',
  ])
  expect(preset(RESOURCES, '../indicators')).toBeNull()
})

test.each(presetNames(RESOURCES))('%s has its name as id, and nothing in it is wrong or doubtful', (name) => {
  const policy = preset(RESOURCES, name)!
  expect(policy.id).toBe(name)
  expect(checkPolicy(policy, indicators)).toEqual([])
})

/** The policy without one of its steps, for each step. */
function withoutEach(policy: Policy): Array<[string, Policy]> {
  return stepsOf(policy).map(({ key }) => {
    const less = structuredClone(policy)
    for (const component of [less.allocation, ...(less.allocation.components ?? [])])
      component.steps = component.steps.filter((step) => step.key !== key)
    return [key, less]
  })
}

test.each(presetNames(RESOURCES))('%s passes its own tests, which try each of its classes and each of its steps', (name) => {
  const policy = preset(RESOURCES, name)!
  const found = runExamples(policy, indicators)
  expect(found.filter((each) => !each.passed)).toEqual([])
  expect(policy.classes.map(({ key }) => key).filter((key) => !found.some((each) => each.class === key))).toEqual([])
  const untried = withoutEach(policy).filter(([, less]) => runExamples(less, indicators).every((each) => each.passed))
  expect(untried.map(([step]) => step)).toEqual([])
})

test('a policy without other communities in its examples is the same as before there were any, and has the same fingerprint', () => {
  const policy = preset(RESOURCES, 'components-and-payers')!
  const older = {
    ...policy,
    version: '1.0.1',
    examples: policy.examples!.filter(({ key }) => ['township', 'oldTown', 'unknown'].includes(key)),
  }
  expect(policyHash(policyOf(JSON.parse(JSON.stringify(older))), indicators)).toBe(
    '1e02c206725143374c2660ec6a0451f52761126f73d0399f4455e1d893d75ea9',
  )
})

test('amounts and years are those that were published', () => {
  const standardOf = (name: string) =>
    preset(RESOURCES, name)!.allocation.steps.map((step) => (step.kind === 'standard' ? step.amountsFen : step.kind))
  expect(standardOf('reference')).toEqual([{ A: 15_000_000, B: 30_000_000, C: 15_000_000, D: 10_000_000 }])
  expect(preset(RESOURCES, 'reference')!.allocation.previousAmountFen).toBe(20_000_000)
  expect([2015, 2018].map((year) => Object.values(standardOf(`flat-${year}`)[0]!))).toEqual([[10_000_000], [20_000_000]])
  expect(['reference', 'flat-2015', 'flat-2018'].map((name) => preset(RESOURCES, name)!.effectiveYear)).toEqual([2023, 2015, 2018])
})

test('the standard dictionary is whole: keys once, groups known, formulas checked like a policy’s own', () => {
  expect(new Set(indicators.map((each) => each.key)).size).toBe(indicators.length)
  for (const each of indicators) expect(groups.map((group) => group.key)).toContain(each.group)
  expect(checkPolicy({ ...preset(RESOURCES, 'reference')!, indicators }, [])).toEqual([])
})

test('the published schema is up to date (npm run schema writes it anew)', () => {
  expect(readFileSync(join(RESOURCES, 'policy.schema.json'), 'utf8')).toBe(policySchemaFile())
  expect(JSON.parse(policySchemaFile())).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://quanheng.invalid/policy.schema.json',
    required: ['format', 'formatVersion', 'id', 'version', 'title', 'effectiveYear', 'classes', 'classification', 'allocation'],
  })
})
