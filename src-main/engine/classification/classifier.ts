import type { Policy, Rule } from '../../model/policy.ts'
import { emptyTable, type Table } from '../indicators/table.ts'
import type { Vocabulary } from '../indicators/vocabulary.ts'
import { combinations, keysOfRules, thresholdsFor } from './cells.ts'
import { completionsOf } from './completions.ts'
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

/**
 * Ordered rules, first match wins, explicit fallback. A community whose class is the same for every value its missing
 * indicators may take is classified; otherwise it is undecided, with the indicators that are needed.
 * A derived indicator that can't be computed is treated as free: never a wrong class, at worst one more question.
 */
export function compileClassifier(policy: Policy, table: Table, vocabulary: Vocabulary): Classifier {
  const { rules: ordered, fallback } = policy.classification
  const compile = (on: Table): Classifier['rules'] =>
    ordered.map((rule) => ({ rule, compiled: compileCondition(rule.when, on, vocabulary.indicators) }))
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
      missing.forEach((key, i) => {
        trial.columns.get(key)![0] = values[i]!
      })
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
    if (!tried || classes.size === 0)
      return {
        class: null,
        rule: null,
        possibleClasses: policy.classes.map((each) => each.key),
        needs: inOrder(new Set(missing.flatMap((key) => missingInputs(key, row)))),
      }
    const possibleClasses = policy.classes.map((each) => each.key).filter((key) => classes.has(key))
    if (possibleClasses.length === 1)
      return { class: possibleClasses[0]!, rule: deciders.size === 1 ? [...deciders][0]! : null, possibleClasses, needs: [] }
    return {
      class: null,
      rule: null,
      possibleClasses,
      needs: inOrder(new Set([...matters].flatMap((i) => missingInputs(missing[i]!, row)))),
    }
  }

  const classify = (row: number): Classification => {
    let position = 0
    for (; position < rules.length; position++) {
      const found = rules[position]!.compiled.test(row)
      if (found === TRUE) break
      if (found === UNKNOWN)
        return tryCompletions(
          row,
          keys.filter((key) => Number.isNaN(table.columns.get(key)![row]!)),
        )
    }
    const reached = classOf(position)
    return { class: reached, rule: ruleOf(position), possibleClasses: [reached], needs: [] }
  }
  return { classify, rules }
}
