/** Rules over columns: conditions, completions of unknown values, classes. */
export { cellValues, combinations, keysOfRules, thresholdsFor } from './cells.ts'
export { FALLBACK, OVERRIDE } from './classifier.ts'
export { boundsOf } from './completions.ts'
export { compileCondition, TRUE } from './condition.ts'
