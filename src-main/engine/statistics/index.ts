/** Shares and counts found by samples or in a time: exact intervals and limits, the sample it takes, and whether a series has a trend. */
export { exactInterval, isProvedAtMost, neededAtMost, type Interval } from './exact-interval.ts'
export { chanceOfAtLeast, chanceOfAtMost, countLimits, type CountLimits } from './poisson.ts'
export { trendOf, type Trend } from './trend.ts'
