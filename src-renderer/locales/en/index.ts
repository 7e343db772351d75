import type { Messages } from '../zh/index.ts'
import { common, operations, shell } from './common.ts'
import { comparison } from './comparison.ts'
import { completeness, ledger, units, years } from './desk.ts'
import { dictionary } from './dictionary.ts'
import { documents } from './documents.ts'
import { grid } from './grid.ts'
import { help } from './help.ts'
import { allocation, classification, communities, history, imports, overview, plans } from './pages.ts'
import { importDesk } from './import-desk.ts'
import { log } from './log.ts'
import { overrides } from './overrides.ts'
import { policyEditor } from './policy-editor.ts'
import { policy, words } from './policy.ts'
import { print } from './print.ts'
import { analysis } from './analysis.ts'
import { charts } from './charts.ts'
import { rollup } from './rollup.ts'
import { scenarios } from './scenarios.ts'
import { statistics } from './statistics.ts'
import { whatIf } from './what-if.ts'

export const en: Messages = {
  common,
  shell,
  operations,
  overview,
  communities,
  comparison,
  grid,
  imports,
  completeness,
  ledger,
  units,
  years,
  dictionary,
  documents,
  importDesk,
  log,
  classification,
  allocation,
  policy,
  policyEditor,
  words,
  history,
  plans,
  help,
  print,
  analysis,
  charts,
  overrides,
  scenarios,
  whatIf,
  rollup,
  statistics,
}
