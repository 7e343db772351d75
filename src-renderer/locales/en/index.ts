import type { Messages } from '../zh/index.ts'
import { common, operations, shell } from './common.ts'
import { completeness, ledger, units, years } from './desk.ts'
import { dictionary } from './dictionary.ts'
import { grid } from './grid.ts'
import { help } from './help.ts'
import { allocation, classification, communities, history, imports, overview, plans } from './pages.ts'
import { importDesk } from './import-desk.ts'
import { log } from './log.ts'
import { policy, words } from './policy.ts'
import { print } from './print.ts'

export const en: Messages = { common, shell, operations, overview, communities, grid, imports, completeness, ledger, units, years, dictionary, importDesk, log, classification, allocation, policy, words, history, plans, help, print }
