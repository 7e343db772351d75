import type { Messages } from '../zh/index.ts'
import { common, operations, shell } from './common.ts'
import { completeness, ledger, units, years } from './desk.ts'
import { help } from './help.ts'
import { allocation, classification, communities, history, imports, overview, plans } from './pages.ts'
import { policy, words } from './policy.ts'
import { print } from './print.ts'

export const en: Messages = { common, shell, operations, overview, communities, imports, completeness, ledger, units, years, classification, allocation, policy, words, history, plans, help, print }
