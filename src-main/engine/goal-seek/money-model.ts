import { componentsOf, stepsOf } from '../../model/fund.ts'
import { ROUNDING_UNITS } from '../../model/money.ts'
import type { Policy, Step } from '../../model/policy.ts'
import { isConstant, type StepOf } from '../../model/step.ts'
import { appError } from '../../shared/app-error.ts'
import type { FactColumns } from '../columns/facts.ts'
import type { PolicyRun } from '../columns/run.ts'

type Standard = StepOf<'standard'>

/**
 * A community's amount is its class's standard, which is looked for, plus an own sum that is the same whatever the standards are.
 * In fen.
 */
export interface MoneyModel {
  step: Standard
  /** Class keys in the policy's order. */
  classes: string[]
  /** Today's standard of each class. */
  today: number[]
  /** Of each community: the position of its class, its own sum, last year's amount (NaN: none) and its district. */
  communities: Array<{ position: number; own: number; previous: number; district: string }>
}

const named = (step: Step): { step: string; stepEn: string } => ({ step: step.name.zh, stepEn: step.name.en || step.name.zh })

/** @throws goal.roundingBites where rounding would change an amount that is a whole number of units plus the community's own sum */
function refuseBitingRounding(step: Step, unitFen: number, model: MoneyModel, names: string[]): void {
  if (step.kind !== 'round') return
  const portion = ROUNDING_UNITS[step.unit]
  const odd = model.communities.findIndex((each) => each.own % portion !== 0)
  if (unitFen % portion === 0 && odd < 0) return
  throw appError(
    'goal.roundingBites',
    { ...named(step), unitFen: portion, ...(odd < 0 ? {} : { community: names[odd]! }) },
    { path: step.key },
  )
}

/**
 * Writes the plan as class amounts and constants, exactly, or refuses.
 * @param key of the standard step; the first one where it is left out
 * @param unitFen the standards that are looked for are multiples of it
 * @throws goal.noStandard; goal.undecided while an amount is unknown; goal.stepInTheWay and goal.roundingBites, naming the step
 *   through which an
 *   amount is not simply the standard plus a constant
 */
export function moneyModel(columns: FactColumns, policy: Policy, run: PolicyRun, key: string | undefined, unitFen: number): MoneyModel {
  const components = componentsOf(policy)
  const isMeant = (step: Step): step is Standard => step.kind === 'standard' && (key === undefined || step.key === key)
  const at = components.findIndex((component) => component.steps.some(isMeant))
  const step = components[at]?.steps.find(isMeant)
  if (step === undefined) throw appError('goal.noStandard', key === undefined ? {} : { step: key })
  const unknown = run.amounts.filter(Number.isNaN).length
  if (unknown > 0) throw appError('goal.undecided', { count: unknown })
  const inTheWay =
    components[at]!.steps.find((each) => !isConstant(each)) ??
    // A protection in a later component looks at what all components before it give.
    components
      .slice(at + 1)
      .flatMap((component) => component.steps)
      .find((each) => each.kind === 'protect')
  if (inTheWay !== undefined) throw appError('goal.stepInTheWay', named(inTheWay), { path: inTheWay.key })

  const classes = policy.classes.map((each) => each.key)
  const today = classes.map((each) => step.amountsFen[each]!)
  const inComponent = (row: number): number => run.components.get(components[at]!.key)![row]!
  const rounding = stepsOf(policy).flatMap((each, line) =>
    each.kind === 'round' && components[at]!.steps.includes(each) ? [run.lines[line]!] : [],
  )
  const communities = columns.facts.map(({ district }, row) => {
    const position = classes.indexOf(run.classes[row]!)
    return {
      position,
      own: rounding.reduce((sum, line) => sum - line[row]!, inComponent(row) - today[position]!),
      previous: run.previous[row]!,
      district,
    }
  })
  const model: MoneyModel = { step, classes, today, communities }
  for (const each of components[at]!.steps)
    refuseBitingRounding(
      each,
      unitFen,
      model,
      columns.facts.map((community) => community.name),
    )
  // What the other components give is a constant as well.
  return { ...model, communities: communities.map((each, row) => ({ ...each, own: run.amounts[row]! - today[each.position]! })) }
}

/** @returns the policy with other standards; all else is as it was. */
export function withStandards(policy: Policy, model: MoneyModel, amounts: number[]): Policy {
  const changed = structuredClone(policy)
  const step = componentsOf(changed)
    .flatMap((component) => component.steps)
    .find((each) => each.key === model.step.key)
  if (step?.kind === 'standard')
    model.classes.forEach((key, position) => {
      step.amountsFen[key] = amounts[position]!
    })
  return changed
}
