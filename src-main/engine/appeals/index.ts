/** Appeals by month: per 1,000 residents with exact limits, days to close as bands, last year's months, trends, classes. Pure. */
export { appealInequality, appealLines, appealMonths, appealTotal, classMoves, type AppealCommunity, type AppealYears } from './account.ts'
export { funnelOf, standingOf } from './funnel.ts'
export { ALL_MONTHS, appealYear, receivedIn, type AppealYear } from './months.ts'
