import type { RuleCount } from '../../model/scenario.ts'
import { FALLBACK } from '../classification/classifier.ts'
import { TRUE, UNKNOWN, type CompiledCondition } from '../classification/condition.ts'
import type { PolicyRun } from './run.ts'

/** A condition and all its parts, in reading order. */
const inReadingOrder = (compiled: CompiledCondition): CompiledCondition[] => [compiled, ...compiled.parts.flatMap(inReadingOrder)]

function holding(compiled: CompiledCondition, rows: number): { holds: number; unknown: number } {
  const counted = { holds: 0, unknown: 0 }
  for (let row = 0; row < rows; row++) {
    const found = compiled.test(row)
    if (found === TRUE) counted.holds++
    else if (found === UNKNOWN) counted.unknown++
  }
  return counted
}

/**
 * Counts communities, without those of districts under policies of their own, by what the rules alone say, before any class set by hand.
 * @returns of each rule how many communities it decides, and how many meet each of its conditions, whatever earlier rules say; and how
 *   many no rule catches
 */
export function ruleCounts({ parts, ...whole }: PolicyRun): { rules: RuleCount[]; fallback: number } {
  const run = parts?.[0]?.run ?? whole
  const decided = new Map<string | null, number>()
  for (const { rule } of run.found) decided.set(rule, (decided.get(rule) ?? 0) + 1)
  return {
    rules: run.classifier.rules.map(({ rule, compiled }) => ({
      rule: rule.key,
      caught: decided.get(rule.key) ?? 0,
      conditions: inReadingOrder(compiled).map((each) => holding(each, run.found.length)),
    })),
    fallback: decided.get(FALLBACK) ?? 0,
  }
}
