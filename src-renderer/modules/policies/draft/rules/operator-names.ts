import type { Operator } from '../../../../../src-main/model/condition.ts'

/** Under which name the words of an operator stand in policyEditor.operators. */
export const OPERATOR_NAMES = {
  '<': 'below',
  '<=': 'atMost',
  '>': 'above',
  '>=': 'atLeast',
  '=': 'equal',
  '!=': 'unequal',
} as const satisfies Record<Operator, string>
