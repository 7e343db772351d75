import type { Module } from '../../desk/module.ts'
import type { calendarOperations } from './contract.ts'
import { calendarRows } from './log.ts'
import { calendar } from './service.ts'

export { today, workingDaysOf } from './service.ts'
export const calendarModule = { service: calendar, rows: calendarRows } satisfies Module<keyof typeof calendarOperations>
