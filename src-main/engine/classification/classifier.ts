import type { Policy, Rule } from '../../model/policy.ts'
import { missingInputs, type Table } from '../indicators/table.ts'
import type { Vocabulary } from '../indicators/vocabulary.ts'
import { compileCondition, TRUE, UNKNOWN, type CompiledCondition } from './condition.ts'
import { completionTrier } from './trial.ts'

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
  const rules = ordered.map((rule) => ({ rule, compiled: compileCondition(rule.when, table, vocabulary.indicators) }))
  const classOf = (position: number): string => ordered[position]?.class ?? fallback
  const ruleOf = (position: number): string => ordered[position]?.key ?? FALLBACK
  const tryCompletions = completionTrier(policy, table, vocabulary, classOf)

  const inOrder = (needs: Set<string>): string[] => vocabulary.delivered.map((indicator) => indicator.key).filter((key) => needs.has(key))

  const withCompletions = (row: number): Classification => {
    const { positions, matters, tried } = tryCompletions(row)
    const reached = new Set(positions.map(classOf))
    const possibleClasses = policy.classes.map((each) => each.key).filter((key) => !tried || reached.has(key))
    if (tried && possibleClasses.length === 1) {
      const deciders = new Set(positions.map(ruleOf))
      return { class: possibleClasses[0]!, rule: deciders.size === 1 ? [...deciders][0]! : null, possibleClasses, needs: [] }
    }
    return {
      class: null,
      rule: null,
      possibleClasses,
      needs: inOrder(new Set(matters.flatMap((key) => missingInputs(key, row, table, vocabulary)))),
    }
  }

  const classify = (row: number): Classification => {
    let position = 0
    for (; position < rules.length; position++) {
      const found = rules[position]!.compiled.test(row)
      if (found === TRUE) break
      if (found === UNKNOWN) return withCompletions(row)
    }
    const reached = classOf(position)
    return { class: reached, rule: ruleOf(position), possibleClasses: [reached], needs: [] }
  }
  return { classify, rules }
}
