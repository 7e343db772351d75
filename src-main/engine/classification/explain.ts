import { isLeaf } from '../../model/condition.ts'
import type { ConditionFinding, Outcome, Reasons } from '../../model/explanation.ts'
import type { Override } from '../../model/plan.ts'
import { decode } from '../indicators/table.ts'
import type { Vocabulary } from '../indicators/vocabulary.ts'
import { FALLBACK, OVERRIDE, type Classifier } from './classifier.ts'
import type { CompiledCondition, Truth } from './condition.ts'

const OUTCOME: Record<Truth, Outcome> = { 0: 'false', 1: 'true', 2: 'unknown' }

function findingOf(compiled: CompiledCondition, row: number, vocabulary: Vocabulary): ConditionFinding {
  const { condition } = compiled
  const indicator = isLeaf(condition) ? vocabulary.indicators.get(condition.indicator) : undefined
  return {
    condition,
    outcome: OUTCOME[compiled.test(row)],
    value: indicator === undefined ? null : decode(indicator, compiled.column?.[row]),
    parts: compiled.parts.map((part) => findingOf(part, row, vocabulary)),
  }
}

/**
 * Why a community has its class: every rule up to the one that decided, each condition with value and outcome.
 * It runs the very closures that classify; there is no second path.
 */
export function explainRow(
  classifier: Classifier,
  row: number,
  key: string,
  vocabulary: Vocabulary,
  override: Override | undefined,
): Reasons {
  const found = classifier.classify(row)
  const rules = []
  for (const { rule, compiled } of classifier.rules) {
    const finding = findingOf(compiled, row, vocabulary)
    rules.push({ rule: rule.key, class: rule.class, outcome: finding.outcome, finding })
    if (finding.outcome === 'true') break
  }
  const decidedBy =
    override !== undefined
      ? 'override'
      : found.class === null
        ? 'undecided'
        : found.rule === null
          ? 'every-completion'
          : found.rule === FALLBACK
            ? 'fallback'
            : 'rule'
  return {
    key,
    class: override?.class ?? found.class,
    policyClass: found.class,
    decidedBy,
    rule: override === undefined ? found.rule : OVERRIDE,
    rules,
    possibleClasses: found.possibleClasses,
    needs: found.needs,
  }
}
