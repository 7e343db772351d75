/** The use of the fund: what may follow what in a project, whose money is where, what is due, and what is wrong. */
export { accountOf, byPayer, type Moved } from './accounts.ts'
export { duesOf } from './dues.ts'
export { dutiesOf } from './duties.ts'
export { findingsOfCommunity, findingsOfProject, findingsOfRounds, roundTooMany, type StandingProject } from './findings.ts'
export { stepProblems } from './steps.ts'
