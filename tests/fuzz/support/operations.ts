import type { OperationName } from '../../../src-main/contract/operations.ts'

/** What the test and its child have in common. */
export const CLOSED_PLAN = 'closed.quanheng'
export const DATA = 'data'
export const PLAN = 'plan.quanheng'
/** Stands in an input for the id that the app has given last, of a preview for instance. */
export const LAST_ID = '@id'

export interface Asked {
  name: OperationName
  /** The input, as JSON. */
  text: string
}
export interface Heard {
  /** Of its problems; none where it was done. */
  codes: string[]
  /** What was written into the log of the app. */
  account: string
  polluted: string[]
}
export interface PlanStatus {
  plan: { file: string } | null
}
export type OperationsQuestion = ({ kind: 'ask' } & Asked) | { kind: 'answers' } | { kind: 'verify' } | { kind: 'renew' }
