export { compare, type Comparison } from './compare.ts'
export { ENGINE_VERSION, evaluate, explain, type Evaluation, type EvaluationInput } from './evaluate.ts'
