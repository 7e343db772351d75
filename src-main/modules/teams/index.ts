import type { Module } from '../../desk/module.ts'
import type { teamsOperations } from './contract.ts'
import { teamRows } from './log.ts'
import { teams } from './service.ts'

export { carryTeams } from './carry-over.ts'
export { contradictionError, refuseHopeless } from './demands.ts'
export { doubtsOf } from './doubts.ts'
export { teamBasisOf, viewOf } from './posting.ts'
export { bureausOfTeams, plannedDuties } from './work-plan.ts'

export const teamsModule = { service: teams, rows: teamRows } satisfies Module<keyof typeof teamsOperations>
