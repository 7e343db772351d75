import fc from 'fast-check'
import { RESOURCES, sampleCity } from '../../../resources/generator/sample-city.ts'
import { planResult } from '../../../src-main/desk/plan-result.ts'
import type { CommunityFacts, Override } from '../../../src-main/model/plan.ts'
import type { WorkbookInput } from '../../../src-main/documents/workbook/index.ts'
import type { EvaluationInput } from '../../../src-main/engine/index.ts'
import { preset, standardDictionary } from '../../../src-main/policy/presets.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { INDICATORS, randomPlans } from '../../support/random-plan.ts'

/** Presets whose workbooks are looked at cell by cell. */
export const PRESETS = [
  'reference',
  'components-and-payers',
  'guarantee-financed',
  'flat-2018',
  'points-with-guarantee',
  'base-and-headcount',
]

export interface CityWishes {
  facts?: CommunityFacts[]
  overrides?: Override[]
  language?: 'zh' | 'en'
  adopted?: string | null
  synthetic?: boolean
}

/** The sample city under a preset, as the engine has it. */
export function cityPlan(
  name: string,
  { facts = sampleCity(), overrides = [], language = 'zh', adopted, synthetic = true }: CityWishes = {},
): WorkbookInput {
  const policy = preset(RESOURCES, name)!
  const dictionary = standardDictionary(RESOURCES)
  const result = planResult({ policy, dictionary: dictionary.indicators, facts, overrides, own: [], year: policy.effectiveYear, synthetic })
  return { result, policy, dictionary, facts, overrides, language, appVersion: '0.1.0', ...(adopted === undefined ? {} : { adopted }) }
}

/** A plan of random policy, communities, missing values and classes set by hand, as the engine has it. */
export function randomPlan(seed: number): WorkbookInput {
  const plans = randomPlans({ missing: 12, communities: { min: 5, max: 25 } }).filter((input) => outcomeOf(input).result !== undefined)
  const [found] = fc.sample(plans, { seed, numRuns: 1 }) as [EvaluationInput]
  const { policy, facts, overrides } = found
  const result = planResult({ policy, dictionary: INDICATORS, facts, overrides, own: [], year: 2024, synthetic: false })
  return {
    result,
    policy,
    facts,
    overrides,
    language: seed % 2 === 0 ? 'zh' : 'en',
    appVersion: '0.1.0',
    dictionary: { ...standardDictionary(RESOURCES), indicators: INDICATORS },
  }
}
