import type { Module } from '../../desk/module.ts'
import type { registrationOperations } from './contract.ts'
import { registrationRows } from './log.ts'
import { registration } from './service.ts'

export { registrationAccount } from './account.ts'
export { REGISTER_COLUMNS } from './counts.ts'

export const registrationModule = { service: registration, rows: registrationRows } satisfies Module<keyof typeof registrationOperations>
