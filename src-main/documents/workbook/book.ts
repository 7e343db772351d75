import { changeOf } from '../../model/compared-rows.ts'
import { componentsOf, payersOf, stepsOf, tellsComponents } from '../../model/fund.ts'
import type { FundComponent } from '../../model/fund.ts'
import type { Indicator } from '../../model/indicator.ts'
import type { CommunityResult, Override } from '../../model/plan.ts'
import type { Payer, Policy } from '../../model/policy.ts'
import { textIn } from '../../model/text.ts'
import { comparisonWords } from '../comparison-workbook/words.ts'
import { fixedCell, fixedRange } from './address.ts'
import { classFormulas } from './class-formulas.ts'
import type { ClassFormulas } from './class-formulas.ts'
import { shownIndicators } from './indicator-values.ts'
import type { WorkbookInput } from './input.ts'
import { allocationRows, inOrder } from './layout.ts'
import type { AllocationRow, CommunityRow } from './layout.ts'
import { bodyOf } from './page.ts'
import type { Body } from './page.ts'
import { planParameters } from './parameters.ts'
import type { Parameters } from './parameters.ts'
import { planTrial } from './trial.ts'
import type { Trial } from './trial.ts'
import { words } from './words.ts'
import type { Words } from './words.ts'

/** Columns of the allocation table that formulas refer to. The parts are there only where city and district pay everything. */
export const ALLOCATION = { number: 1, class: 6, previous: 7, amount: 8, change: 9, city: 10, districtPart: 11 }
/** Columns of the list of steps; the steps follow `firstStep`, then amount and change. */
export const STEPS = { previousClass: 6, class: 7, previous: 8, firstStep: 9 }
export const CLASSIFICATION_CLASS = 6
/** Columns of the tables that break the amounts down, by component or by payer. */
export const BREAKDOWN = { number: 1, amount: 6, firstPart: 7 }

export const ALLOCATION_HEADER = 4
export const LIST_HEADER = 3

/** The plan of the whole workbook: who stands where, so that sheets can refer to each other. */
export interface Book {
  input: WorkbookInput
  say: Words
  isDraft: boolean
  rows: AllocationRow[]
  communities: CommunityRow[]
  /** Rows of the allocation table without the grand total; the breakdowns keep the same rows. */
  table: Body
  totalRow: number
  /** Rows of the flat lists: classification, steps, indicators. */
  list: Body
  indicators: Indicator[]
  trial: Trial
  parameters: Parameters
  classes: ClassFormulas
  /** The only step is a standard per class, so that amounts can be looked up live. */
  byStandardOnly: boolean
  /** City and district, and nobody else, pay everything: then their parts are columns of the allocation table. */
  hasSplit: boolean
  payers: Array<Pick<Payer, 'key' | 'name'>>
  /** Empty where the policy tells no components. */
  components: FundComponent[]
  hasReserve: boolean
  amountColumnOfSteps: number
}

const onlyStandard = (policy: Policy): boolean => stepsOf(policy).length === 1 && stepsOf(policy)[0]!.kind === 'standard'

const paidByCityAndDistrict = (policy: Policy): boolean =>
  payersOf(policy)
    .map((payer) => payer.key)
    .sort()
    .join() === 'city,district'

/** @returns every class that occurs: those of the policy in its order, then others that a result or last year may hold. */
const classKeys = ({ result, policy }: WorkbookInput): string[] => [
  ...new Set([
    ...policy.classes.map((each) => each.key),
    ...result.communities.flatMap((each) => (each.class === null ? [] : [each.class])),
  ]),
]

const byCommunity = new WeakMap<readonly Override[], ReadonlyMap<string, Override>>()

/** @returns the override that set a community's class; one that the engine did not take (of an unknown class) is none. */
export const overrideOf = (community: CommunityResult, { overrides }: WorkbookInput): Override | undefined => {
  if (community.rule !== 'override') return undefined
  const known = byCommunity.get(overrides) ?? new Map(overrides.toReversed().map((each) => [each.key, each]))
  byCommunity.set(overrides, known)
  return known.get(community.key)
}

/** @returns a row for each class and, if there are any, one for the undecided communities (key null), with the communities in it. */
export const classRows = ({ input, say }: Book): { key: string | null; label: string; name: string | null; own: CommunityResult[] }[] => {
  const names = new Map(input.policy.classes.map((each) => [each.key, textIn(each.name, input.language)]))
  const byClass = Map.groupBy(input.result.communities, (each) => each.class)
  return [
    ...classKeys(input).map((key) => ({ key, label: key, name: names.get(key) ?? null, own: byClass.get(key) ?? [] })),
    ...(byClass.has(null) ? [{ key: null, label: say.undecidedClass, name: null, own: byClass.get(null)! }] : []),
  ]
}

/** @returns whether the amounts are broken down by component, or some of the money is held back. */
export const hasComposition = ({ components, hasReserve }: Pick<Book, 'components' | 'hasReserve'>): boolean =>
  components.length > 0 || hasReserve

/** @returns a community's class, which stands on the classification sheet and is only repeated elsewhere. */
export const classCell = ({ say, list }: Book, { number }: CommunityRow): string =>
  fixedCell(say.sheets.classification, CLASSIFICATION_CLASS, list.first + number - 1)

/** @returns the classes of all communities, as formulas of other sheets refer to them. */
export const classesOnClassification = ({ say, list }: Book): string =>
  fixedRange(say.sheets.classification, CLASSIFICATION_CLASS, list.first, list.last)

/** @returns a column of the list of steps, as formulas of other sheets refer to it. */
export const columnOfSteps = ({ say, list }: Book, column: number): string => fixedRange(say.sheets.steps, column, list.first, list.last)

/** @returns the plan of the workbook for an input. */
export const planBook = (input: WorkbookInput): Book => {
  const { result, policy, language } = input
  const rows = allocationRows(result.communities, ALLOCATION_HEADER + 1)
  const communities = inOrder(rows)
  const totalRow = rows.at(-1)!.row
  const previousClasses = result.communities.flatMap((each) => (each.previousClass === null ? [] : [each.previousClass]))
  const indicators = shownIndicators(input)
  const trial = planTrial(input, indicators)
  return {
    input,
    say: words[language],
    isDraft: input.adopted === null,
    rows,
    communities,
    totalRow,
    indicators,
    trial,
    table: { first: ALLOCATION_HEADER + 1, last: totalRow - 1 },
    list: bodyOf(LIST_HEADER, communities.length),
    parameters: planParameters(input, trial),
    classes: classFormulas([...classKeys(input), ...previousClasses]),
    byStandardOnly: onlyStandard(policy),
    hasSplit: paidByCityAndDistrict(policy),
    payers: payersOf(policy),
    components: tellsComponents(policy) ? componentsOf(policy) : [],
    hasReserve: stepsOf(policy).some((step) => step.kind === 'reserve'),
    amountColumnOfSteps: STEPS.firstStep + stepsOf(policy).length,
  }
}

const countIn = ({ input }: Book, isMeant: (community: CommunityResult) => boolean): number =>
  input.result.communities.filter(isMeant).length

/** @returns how many communities are in no change, in words; empty where there are none */
export function notCompared(book: Book): string {
  const count = countIn(book, (each) => changeOf(each) === null)
  return count === 0 ? '' : comparisonWords[book.input.language].notKnown(count)
}

/** @returns how many communities add nothing because their amount is undecided, in words; empty where there are none */
export function undecidedLeftOut(book: Book): string {
  const count = countIn(book, (each) => each.amountFen === null)
  return count === 0 ? '' : book.say.undecidedLeftOut(count)
}
