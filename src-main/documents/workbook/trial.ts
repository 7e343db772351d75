import { componentsOf } from '../../model/fund.ts'
import type { Indicator } from '../../model/indicator.ts'
import type { CommunityFacts, CommunityResult } from '../../model/plan.ts'
import type { Step } from '../../model/policy.ts'
import { shownValue } from './indicator-values.ts'
import type { WorkbookInput } from './input.ts'
import { yuan } from './page.ts'
import { indicatorNamed, parametersOf } from './step-parameters.ts'
import type { StepParameter } from './step-parameters.ts'
import { ruleOfStep } from './step-rules.ts'
import type { StepFacts, StepRule } from './step-rules.ts'

/**
 * Whether a step follows when a reader tries another number: wholly; only its amount (who gets it stays); not, because it rests on all
 * communities at once, on a derived indicator that is not on any sheet, or, with some communities, on bounds of other steps.
 */
export type Following = 'follows' | 'amountOnly' | 'allCommunities' | 'derived' | 'bounds'

export interface StepTrial {
  step: Step
  /** Of all steps, and of the first of the same component. */
  position: number
  first: number
  indicator: Indicator | undefined
  parameters: StepParameter[]
  following: Following
  /** null: the lines of the step are written as values. */
  rule: StepRule | null
}

/** What trying out other numbers can reach: each step, in order. */
export interface Trial {
  steps: StepTrial[]
  factsOf: ReadonlyMap<string, CommunityFacts>
}

const sumOfLines = (community: CommunityResult, from: number, to: number): number =>
  community.trace.slice(from, to).reduce((sum, line) => sum + line.fen, 0)

/** @returns what the step's formula finds on a community's row; null where its amount is unknown. */
const factsFor = (
  { step, position, first, indicator }: StepTrial,
  community: CommunityResult,
  { factsOf }: Pick<Trial, 'factsOf'>,
  input: WorkbookInput,
): StepFacts | null => {
  const line = community.trace[position]
  if (line === undefined || community.class === null) return null
  const value = indicator === undefined ? null : (factsOf.get(community.key)?.values[indicator.key] ?? null)
  return {
    value: indicator === undefined ? null : shownValue(value, indicator, input.language),
    before: yuan(sumOfLines(community, first, position)),
    earlier: yuan(sumOfLines(community, 0, first)),
    previous: yuan(community.previousFen),
    standard: step.kind === 'standard' ? yuan(step.amountsFen[community.class] ?? null) : null,
    line: yuan(line.fen),
  }
}

const isMeant = (step: Step, community: CommunityResult): boolean =>
  !('classes' in step) || step.classes === undefined || step.classes.includes(community.class!)

/** @returns whether the step's formula gives a community's line; null: it says nothing of it. */
const givesLine = (trial: StepTrial, community: CommunityResult, all: Pick<Trial, 'factsOf'>, input: WorkbookInput): boolean | null => {
  const facts = factsFor(trial, community, all, input)
  if (facts === null || trial.rule === null) return null
  const found = trial.rule.yuan(facts)
  if (found === null) return null
  return Math.round((isMeant(trial.step, community) ? found : 0) * 100) === Math.round(facts.line * 100)
}

/** @returns whether the line of a community is written as the step's formula. */
export const isLive = (trial: StepTrial, community: CommunityResult, all: Trial, input: WorkbookInput): boolean =>
  givesLine(trial, community, all, input) === true

/** @returns what trying out can reach; a formula is taken only where it gives the engine's own number for every community. */
export const planTrial = (input: WorkbookInput, shown: readonly Indicator[]): Trial => {
  const { result, policy, facts } = input
  const factsOf = new Map(facts.map((each) => [each.key, each]))
  const isListed = result.communities.every((each) => factsOf.has(each.key))
  const indicatorOf = (step: Step): Indicator | undefined =>
    'indicator' in step && isListed && shown.some((each) => each.key === step.indicator) ? indicatorNamed(step.indicator, input) : undefined
  const inOrder = componentsOf(policy).flatMap(({ steps }) => steps.map((step, within) => ({ step, within })))
  const steps = inOrder.map(({ step, within }, position): StepTrial => {
    const parameters = parametersOf(step, input)
    const indicator = indicatorOf(step)
    const rule = ruleOfStep(step, indicator, parameters)
    const trial: StepTrial = {
      step,
      position,
      first: position - within,
      indicator,
      parameters,
      rule,
      following: step.kind === 'addOn' ? 'amountOnly' : 'follows',
    }
    if (rule === null) return { ...trial, following: 'indicator' in step && indicator === undefined ? 'derived' : 'allCommunities' }
    const differs = result.communities.some((each) => givesLine(trial, each, { factsOf }, input) === false)
    return differs ? { ...trial, rule: null, following: 'bounds' } : trial
  })
  return { steps, factsOf }
}
