/** The other way round: which amounts or thresholds keep to certain demands. */
export { seekAmounts } from './amounts.ts'
export { keepsTo } from './keeps.ts'
export { seekThresholds, type ThresholdCandidate } from './thresholds.ts'
