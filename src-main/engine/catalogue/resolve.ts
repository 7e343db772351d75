import type { Answer, Catalogue, CatalogueException, CatalogueItem, Quantity, Resolved, Verdict, Why } from '../../model/catalogue.ts'
import { indicatorsIn, type Condition } from '../../model/condition.ts'
import type { Indicator } from '../../model/indicator.ts'
import { withoutDust } from '../../model/number.ts'
import type { TargetState } from '../../model/target.ts'
import { compileCondition, FALSE, leavesUnknown, TRUE, type CompiledCondition } from '../classification/condition.ts'
import { missingInputs } from '../indicators/table.ts'
import type { FactColumns } from '../columns/facts.ts'
import type { PolicyRun } from '../columns/run.ts'
import { compileTargets } from './targets.ts'
import { withRegister } from './register-columns.ts'

/** A verdict as it stands in a column. */
export const NO = 0
export const YES = 1
export const CONSENT = 2
export const OPEN = 3
const CODE: Readonly<Record<Answer, number>> = { no: NO, yes: YES, consent: CONSENT }
const VERDICTS: readonly Verdict[] = ['no', 'yes', 'consent', 'unknown']

/** What a class decides by lists needs of a run: the class that counts, and the possible ones where it is undecided. */
export type Classed = Pick<PolicyRun, 'classes' | 'found'>

/** The catalogue compiled over columns; a withdrawn item is not in it. */
export interface CompiledCatalogue {
  items: readonly CatalogueItem[]
  /** The verdicts of an item, one a community, as the codes above. */
  verdicts(item: number): Uint8Array
  /** The same of one community. */
  verdict(item: number, row: number): number
  /** The one answer of a pair, with its reason. */
  resolve(item: number, row: number): Resolved
  /** The quantity of an item: NaN where it is unknown; 1 where the item has none. */
  quantity(item: number, row: number): number
  /** How a community stands to a target, whatever its verdict; null where the item is none. */
  target(item: number, row: number): TargetState | null
}

function quantityOf(quantity: Quantity | undefined, { table }: FactColumns): (row: number) => number {
  if (quantity === undefined) return () => 1
  if (quantity.kind === 'fixed') return () => quantity.number
  const { rate, per, indicator } = quantity
  const column = table.columns.get(indicator)
  return (row) => (column === undefined ? Number.NaN : Math.ceil(withoutDust((column[row]! * rate) / per)))
}

/** What an item says of a community by its class alone. */
function answersByClass({ answers, others }: CatalogueItem, { classes, found }: Classed): Uint8Array {
  const codes = new Map<string | null, number>()
  const codeOf = (of: string): number => {
    const known = codes.get(of) ?? CODE[answers[of] ?? others]
    codes.set(of, known)
    return known
  }
  const said = new Uint8Array(classes.length)
  for (let row = 0; row < classes.length; row++) {
    const own = classes[row]!
    if (own !== null) said[row] = codeOf(own)
    else {
      // Undecided: where all classes that it may be say the same, the class does not matter.
      const possible = new Set(found[row]!.possibleClasses.map(codeOf))
      said[row] = possible.size === 1 ? [...possible][0]! : OPEN
    }
  }
  return said
}

/**
 * Resolves a catalogue over classes and indicators: same input, same answers, in whatever order the communities came. Conditions are
 * evaluated by the classification's own evaluator, one that several items share only once for each community.
 * @param given columns, beside which conditions and quantities read the housing register. Where an indicator that an item names is missing
 *   (retired, renamed), its answer is unknown and names it
 */
export function compileCatalogue(catalogue: Catalogue, given: FactColumns, run: Classed): CompiledCatalogue {
  const { items: all, exceptions } = catalogue
  const columns = withRegister(given, catalogue.register ?? [])
  const { table, vocabulary, facts } = columns
  const items = all.filter((each) => each.withdrawn !== true)
  const rows = new Map(facts.map((each, row) => [each.key, row]))
  const byHand = new Map<string, Map<number, CatalogueException>>()
  for (const each of exceptions) {
    const row = rows.get(each.key)
    if (row !== undefined) byHand.set(each.item, (byHand.get(each.item) ?? new Map<number, CatalogueException>()).set(row, each))
  }
  const conditions = new Map<string, { compiled: CompiledCondition | null; truths: Uint8Array | null; missing: string[] }>()
  const conditionOf = ({ when }: CatalogueItem) => {
    if (when === undefined) return null
    const written = JSON.stringify(when)
    const known = conditions.get(written)
    if (known !== undefined) return known
    const missing = missingIn(when, vocabulary.indicators)
    const compiled = missing.length > 0 ? null : compileCondition(when, table, vocabulary.indicators)
    const made = { compiled, missing, truths: compiled === null ? null : Uint8Array.from(facts, (_, row) => compiled.test(row)) }
    conditions.set(written, made)
    return made
  }
  const standing = compileTargets(catalogue, columns)
  const compiledItems = items.map((item) => {
    let said: Uint8Array | undefined
    return {
      target: item.kind === 'target' ? standing(item) : null,
      item,
      byClass: () => (said ??= answersByClass(item, run)),
      condition: conditionOf(item),
      hand: byHand.get(item.id),
      quantity: quantityOf(item.quantity, columns),
    }
  })

  const verdicts = (position: number): Uint8Array => {
    const { byClass, condition, hand } = compiledItems[position]!
    const said = Uint8Array.from(byClass())
    if (condition !== null) {
      const { truths } = condition
      for (let row = 0; row < said.length; row++) if (said[row] !== NO) said[row] = withCondition(said[row]!, truths?.[row])
    }
    if (hand !== undefined) for (const [row, each] of hand) said[row] = CODE[each.answer]
    return said
  }

  const verdict = (position: number, row: number): number => {
    const { byClass, condition, hand } = compiledItems[position]!
    const own = hand?.get(row)
    if (own !== undefined) return CODE[own.answer]
    const code = byClass()[row]!
    return code === NO || condition === null ? code : withCondition(code, condition.truths?.[row])
  }

  const resolve = (position: number, row: number): Resolved => {
    const { item, byClass, condition, hand, quantity } = compiledItems[position]!
    const amount = item.quantity === undefined ? Number.NaN : quantity(row)
    const answered = (code: number, why: Why, needs: string[] = [], reason = ''): Resolved => ({
      item: item.id,
      answer: VERDICTS[code]!,
      why,
      needs,
      quantity: Number.isNaN(amount) ? null : amount,
      reason,
    })
    const own = hand?.get(row)
    if (own !== undefined) return answered(CODE[own.answer], 'hand', [], own.reason)
    const code = byClass()[row]!
    const truth = condition === null ? TRUE : condition.truths?.[row]
    if (code === NO) return answered(NO, 'class')
    if (truth === FALSE) return answered(NO, 'condition')
    if (code === OPEN) return answered(OPEN, 'classUndecided', run.found[row]!.needs)
    if (truth === TRUE) return answered(code, condition === null ? 'class' : 'condition')
    const { compiled, missing } = condition!
    const needs =
      compiled === null ? missing : leavesUnknown(compiled, row).flatMap((leaf) => missingInputs(leaf.indicator, row, table, vocabulary))
    return answered(OPEN, 'conditionUnknown', [...new Set(needs)])
  }

  return {
    items,
    verdicts,
    verdict,
    resolve,
    quantity: (position, row) => compiledItems[position]!.quantity(row),
    target: (position, row) => compiledItems[position]!.target?.(row) ?? null,
  }
}

/** A class answer that is not no, under the truth of the condition; undefined: the condition can't be asked. */
const withCondition = (code: number, truth: number | undefined): number => (truth === TRUE ? code : truth === FALSE ? NO : OPEN)

/** The indicators of a condition that nobody knows here: retired ones, or those of another dictionary. */
const missingIn = (when: Condition, indicators: ReadonlyMap<string, Indicator>): string[] =>
  indicatorsIn([when]).filter((key) => !indicators.has(key))
