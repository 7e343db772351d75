import type { Module } from '../../desk/module.ts'
import type { catalogueOperations } from './contract.ts'
import { catalogueRows } from './log.ts'
import { catalogue } from './service.ts'

export { catalogueEffects } from './effects.ts'
export { resolvedLists, type ResolvedLists } from './lists.ts'

export const catalogueModule = { service: catalogue, rows: catalogueRows } satisfies Module<keyof typeof catalogueOperations>
