import { payersOf, stepsOf } from '../../contract/fund.ts'
import type { CommunityResult, Override } from '../../contract/plan.ts'
import type { Policy } from '../../contract/policy.ts'
import { textIn } from '../../contract/text.ts'
import { classFormulas } from './class-formulas.ts'
import type { ClassFormulas } from './class-formulas.ts'
import type { WorkbookInput } from './input.ts'
import { allocationRows, inOrder } from './layout.ts'
import type { AllocationRow, CommunityRow } from './layout.ts'
import { bodyOf } from './page.ts'
import type { Body } from './page.ts'
import { planParameters } from './parameters.ts'
import type { Parameters } from './parameters.ts'
import { words } from './words.ts'
import type { Words } from './words.ts'

/** Columns of the allocation table that formulas refer to. The parts are there only when the policy has a split. */
export const ALLOCATION = { number: 1, class: 6, previous: 7, amount: 8, change: 9, city: 10, districtPart: 11 }
/** Columns of the list of steps; the steps follow `firstStep`, then amount and change. */
export const STEPS = { previousClass: 6, class: 7, previous: 8, firstStep: 9 }
export const CLASSIFICATION_CLASS = 6

export const ALLOCATION_HEADER = 4
export const LIST_HEADER = 3

/** The plan of the whole workbook: who stands where, so that sheets can refer to each other. */
export interface Book {
  input: WorkbookInput
  say: Words
  rows: AllocationRow[]
  communities: CommunityRow[]
  /** Rows of the allocation table without the grand total. */
  table: Body
  totalRow: number
  /** Rows of the flat lists: classification, steps, indicators. */
  list: Body
  parameters: Parameters
  classes: ClassFormulas
  /** The only step is a standard per class, so that amounts can be looked up live. */
  byStandardOnly: boolean
  hasSplit: boolean
  amountColumnOfSteps: number
}

const onlyStandard = (policy: Policy): boolean => stepsOf(policy).length === 1 && stepsOf(policy)[0]!.kind === 'standard'

/** City and district, and nobody else, pay everything: then their parts have columns that add up to the amounts. */
const paidByCityAndDistrict = (policy: Policy): boolean => payersOf(policy).map((payer) => payer.key).sort().join() === 'city,district'

/** @returns every class that occurs: those of the policy in its order, then others that a result or last year may hold. */
const classKeys = ({ result, policy }: WorkbookInput): string[] =>
  [...new Set([...policy.classes.map((each) => each.key), ...result.communities.flatMap((each) => (each.class === null ? [] : [each.class]))])]

/** @returns the override that set a community's class; one that the engine did not take (of an unknown class) is none. */
export const overrideOf = (community: CommunityResult, { overrides }: WorkbookInput): Override | undefined =>
  community.rule === 'override' ? overrides.find((each) => each.key === community.key) : undefined

/** @returns a row for each class and, if there are any, one for the undecided communities (key null), with the communities in it. */
export const classRows = ({ input, say }: Book): { key: string | null; label: string; name: string | null; own: CommunityResult[] }[] => {
  const names = new Map(input.policy.classes.map((each) => [each.key, textIn(each.name, input.language)]))
  const byClass = Map.groupBy(input.result.communities, (each) => each.class)
  return [
    ...classKeys(input).map((key) => ({ key, label: key, name: names.get(key) ?? null, own: byClass.get(key) ?? [] })),
    ...(byClass.has(null) ? [{ key: null, label: say.undecidedClass, name: null, own: byClass.get(null)! }] : []),
  ]
}

/** @returns the plan of the workbook for an input. */
export const planBook = (input: WorkbookInput): Book => {
  const { result, policy, language } = input
  const rows = allocationRows(result.communities, ALLOCATION_HEADER + 1)
  const communities = inOrder(rows)
  const totalRow = rows.at(-1)!.row
  const previousClasses = result.communities.flatMap((each) => (each.previousClass === null ? [] : [each.previousClass]))
  return {
    input, say: words[language], rows, communities, totalRow,
    table: { first: ALLOCATION_HEADER + 1, last: totalRow - 1 },
    list: bodyOf(LIST_HEADER, communities.length),
    parameters: planParameters(input),
    classes: classFormulas([...classKeys(input), ...previousClasses]),
    byStandardOnly: onlyStandard(policy),
    hasSplit: paidByCityAndDistrict(policy),
    amountColumnOfSteps: STEPS.firstStep + stepsOf(policy).length,
  }
}
