/** Questions to a plan: sweeps, sensitivity, equity, costs of classes by hand. */
export { breakpointsOf } from './breakpoints.ts'
export { equityFigures } from './equity-figures.ts'
export { overrideCosts } from './override-costs.ts'
export { sensitivityOf } from './sensitivity.ts'
export { sweepPoint, sweepValues } from './sweep.ts'
