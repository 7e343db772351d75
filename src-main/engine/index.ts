export {
  classEffect,
  effectDifferences,
  effectsOfClass,
  effectSums,
  type DepartmentPart,
  type EffectSide,
  type ClassEffect,
  type EffectFigure,
  type SaidEffect,
  type Side,
} from './class-effect.ts'
export { factColumns, type FactColumns } from './columns/facts.ts'
export { assertFitting, misfitProblem } from './columns/fitting.ts'
export { partsOf, withIndicators, type PolicyPart } from './columns/own-policies.ts'
export { runPolicy, type PolicyRun } from './columns/run.ts'
export { shareOut } from './allocation/largest-remainder.ts'
export {
  ENGINE_VERSION,
  evaluate,
  evaluateColumns,
  explain,
  reasonsOf,
  type DistrictPolicy,
  type Evaluation,
  type EvaluationInput,
} from './evaluate.ts'
export { flowsOf, withSums } from './totals.ts'
