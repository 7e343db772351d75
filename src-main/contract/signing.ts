import type { OperationName } from './operations.ts'

/** Commands that leave nothing in a change log: what is looked at, and plan files as files. Every other command is signed. */
export const UNSIGNED_COMMANDS: readonly OperationName[] = [
  'app.rename',
  'plan.open',
  'plan.close',
  'plan.useYear',
  'plan.rename',
  'plan.copy',
  'plan.copyHere',
  'plan.remove',
  'plan.forget',
  'plan.takeOut',
  'plan.removeForGood',
  'plan.restoreBackup',
]
