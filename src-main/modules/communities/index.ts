import type { Module } from '../../desk/module.ts'
import type { communitiesOperations } from './contract.ts'
import { communityRows } from './log.ts'
import { communities } from './service.ts'

export { unusualWith } from './value-checks.ts'

export const communitiesModule = { service: communities, rows: communityRows } satisfies Module<keyof typeof communitiesOperations>
