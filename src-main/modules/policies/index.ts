import type { Module } from '../../desk/module.ts'
import type { policiesOperations } from './contract.ts'
import { policyRows } from './log.ts'
import { policies } from './service.ts'
import { policyDrafts } from './drafts.ts'
import { policyExamples } from './examples.ts'

export { notYetIn, problemsInUse, refuseInUse } from './problems-of.ts'

export const policiesModule = {
  service: (desk) => ({ ...policies(desk), ...policyDrafts(desk), ...policyExamples(desk) }),
  rows: policyRows,
} satisfies Module<keyof typeof policiesOperations>
