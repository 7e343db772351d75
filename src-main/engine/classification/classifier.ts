import type { Policy, Rule } from '../../contract/policy.ts'
import { emptyTable, type Table } from '../indicators/table.ts'
import type { Vocabulary } from '../indicators/vocabulary.ts'
import { rangeOf, type Bounds } from '../indicators/range.ts'
import { cellValues, combinations, keysOfRules, thresholdsFor } from './cells.ts'
import { compileCondition, TRUE, UNKNOWN, type CompiledCondition } from './condition.ts'

/** Completions of one community that are tried before it is called undecided without trying. */
const MOST_COMPLETIONS = 20_000
/** What stands in place of a rule's key in results where no rule decided. */
export const FALLBACK = 'fallback'
export const OVERRIDE = 'override'

export interface Classification {
  /** null: undecided. */
  class: string | null
  /** The rule that decides in every completion, or null where several do. */
  rule: string | null
  possibleClasses: string[]
  /** Delivered indicators whose value is missing and can matter. */
  needs: string[]
}

export interface Classifier {
  classify(row: number): Classification
  rules: Array<{ rule: Rule; compiled: CompiledCondition }>
}

/** The bounds within which an indicator of a row can lie: its range, and what is known of those it is tied to by notAbove. */
export function boundsOf(key: string, row: number, table: Table, vocabulary: Vocabulary): Bounds {
  const boundsOfOther = (other: string): Bounds => {
    const known = table.columns.get(other)![row]!
    return Number.isNaN(known) ? rangeOf(vocabulary.indicators.get(other)!) : { min: known, max: known }
  }
  const own = rangeOf(vocabulary.indicators.get(key)!)
  return {
    min: Math.max(own.min, ...vocabulary.partsOf(key).map((part) => boundsOfOther(part).min)),
    max: Math.min(own.max, ...vocabulary.wholesOf(key).map((whole) => boundsOfOther(whole).max)),
  }
}

/** The combinations of values that stand for everything the missing indicators of a row may be. */
interface Completions {
  /** Encoded values, one list a missing indicator. */
  choices: number[][]
  /** Whether a combination keeps every part within its whole. */
  fits(values: number[]): boolean
}

/**
 * Missing indicators that are tied by notAbove are cut into the same cells, so that a part and its whole can stand in the same
 * cell. A derived indicator that can't be computed may take any value: its range is a statement about sound data only.
 */
function completionsOf(missing: string[], row: number, table: Table, vocabulary: Vocabulary, thresholds: Map<string, number[]>): Completions {
  const indicators = missing.map((key) => vocabulary.indicators.get(key)!)
  const bounds = indicators.map((indicator): Bounds => (indicator.formula === undefined ? boundsOf(indicator.key, row, table, vocabulary) : { min: -Infinity, max: Infinity }))
  const ties = missing.flatMap((key, part) => vocabulary.wholesOf(key).map((other) => ({ part, whole: missing.indexOf(other) })))
    .filter(({ part, whole }) => whole >= 0 && indicators[part]!.formula === undefined && indicators[whole]!.formula === undefined)
  const tied = new Set(ties.flatMap(({ part, whole }) => [part, whole]))
  const shared = [...tied].flatMap((i) => [...thresholds.get(missing[i]!)!, bounds[i]!.min, bounds[i]!.max]).filter(Number.isFinite)
  return {
    choices: indicators.map((indicator, i) => cellValues(indicator, tied.has(i) ? shared : thresholds.get(indicator.key)!, bounds[i]!)),
    fits: (values) => ties.every(({ part, whole }) => values[part]! <= values[whole]!),
  }
}

/**
 * Ordered rules, first match wins, explicit fallback. A community whose class is the same for every value its missing
 * indicators may take is classified; otherwise it is undecided, with the indicators that are needed.
 * A derived indicator that can't be computed is treated as free: never a wrong class, at worst one more question.
 */
export function compileClassifier(policy: Policy, table: Table, vocabulary: Vocabulary): Classifier {
  const { rules: ordered, fallback } = policy.classification
  const compile = (on: Table): Classifier['rules'] => ordered.map((rule) => ({ rule, compiled: compileCondition(rule.when, on, vocabulary.indicators) }))
  const rules = compile(table)
  const keys = keysOfRules(ordered)
  const thresholds = new Map(keys.map((key) => [key, thresholdsFor(ordered, key)]))
  const trial = emptyTable(vocabulary, 1)
  const trialRules = compile(trial)

  const firstTrue = (): number => trialRules.findIndex(({ compiled }) => compiled.test(0) === TRUE)
  const classOf = (position: number): string => ordered[position]?.class ?? fallback
  const ruleOf = (position: number): string => ordered[position]?.key ?? FALLBACK

  const missingInputs = (key: string, row: number): string[] => {
    const inputs = vocabulary.inputsOf(key)
    const missing = inputs.filter((input) => Number.isNaN(table.columns.get(input)![row]!))
    return missing.length > 0 ? missing : inputs
  }
  const inOrder = (needs: Set<string>): string[] => vocabulary.delivered.map((indicator) => indicator.key).filter((key) => needs.has(key))

  const tryCompletions = (row: number, missing: string[]): Classification => {
    for (const key of keys) trial.columns.get(key)![0] = table.columns.get(key)![row]!
    const { choices, fits } = completionsOf(missing, row, table, vocabulary, thresholds)
    const classes = new Set<string>()
    const deciders = new Set<string>()
    /** For each missing indicator: the class seen under each combination of the others. */
    const seen = missing.map(() => new Map<string, string>())
    const matters = new Set<number>()
    const tried = combinations(choices, MOST_COMPLETIONS, (values) => {
      if (!fits(values)) return
      missing.forEach((key, i) => { trial.columns.get(key)![0] = values[i]! })
      const position = firstTrue()
      const reached = classOf(position)
      classes.add(reached)
      deciders.add(ruleOf(position))
      missing.forEach((_, i) => {
        if (matters.has(i)) return
        const others = values.filter((__, j) => j !== i).join(' ')
        const before = seen[i]!.get(others)
        if (before === undefined) seen[i]!.set(others, reached)
        else if (before !== reached) matters.add(i)
      })
    })
    if (!tried || classes.size === 0) return { class: null, rule: null, possibleClasses: policy.classes.map((each) => each.key), needs: inOrder(new Set(missing.flatMap((key) => missingInputs(key, row)))) }
    const possibleClasses = policy.classes.map((each) => each.key).filter((key) => classes.has(key))
    if (possibleClasses.length === 1) return { class: possibleClasses[0]!, rule: deciders.size === 1 ? [...deciders][0]! : null, possibleClasses, needs: [] }
    return { class: null, rule: null, possibleClasses, needs: inOrder(new Set([...matters].flatMap((i) => missingInputs(missing[i]!, row)))) }
  }

  const classify = (row: number): Classification => {
    let position = 0
    for (; position < rules.length; position++) {
      const found = rules[position]!.compiled.test(row)
      if (found === TRUE) break
      if (found === UNKNOWN) return tryCompletions(row, keys.filter((key) => Number.isNaN(table.columns.get(key)![row]!)))
    }
    const reached = classOf(position)
    return { class: reached, rule: ruleOf(position), possibleClasses: [reached], needs: [] }
  }
  return { classify, rules }
}
