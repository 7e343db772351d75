import type { ConditionFinding } from '../../../../src-main/model/explanation.ts'

/** @returns the value of each indicator that the conditions compare, each once, in their order; null is unknown */
export function valuesAsked(findings: readonly ConditionFinding[]): Map<string, ConditionFinding['value']> {
  const found = new Map<string, ConditionFinding['value']>()
  for (const { condition, value, parts } of findings) {
    if ('indicator' in condition) found.set(condition.indicator, value)
    for (const [indicator, inner] of valuesAsked(parts)) found.set(indicator, inner)
  }
  return found
}
