export { classEffect, effectDifferences, type ClassEffect, type SaidEffect } from './class-effect.ts'
export { factColumns, type FactColumns } from './columns/facts.ts'
export { runPolicy, type PolicyRun } from './columns/run.ts'
export { ENGINE_VERSION, evaluate, evaluateColumns, explain, type Evaluation, type EvaluationInput } from './evaluate.ts'
