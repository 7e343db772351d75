import type { Module } from '../../desk/module.ts'
import type { targetsOperations } from './contract.ts'
import { targetRows } from './log.ts'
import { targets } from './service.ts'

export { targetEffects } from './effects.ts'
export { gapsOf, targetsAccount } from './account.ts'
export { isOfRegister, linesOf, shortageOf, stateOf, targetsIn } from './states.ts'

export const targetsModule = { service: targets, rows: targetRows } satisfies Module<keyof typeof targetsOperations>
