/** Shares found by samples: exact intervals, and how large a sample must be. */
export { exactInterval, isProvedAtMost, neededAtMost, type Interval } from './exact-interval.ts'
