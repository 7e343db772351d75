import type { SaidEffect } from '../engine/index.ts'
import type { ModuleName } from './names.ts'
import { moneyEffect } from './results/money-effect.ts'

/** What a class changes for a community, module by module; a module through which it changes nothing says so. */
const OF_MODULES: Record<ModuleName, readonly SaidEffect[] | 'none'> = {
  results: [moneyEffect],
  years: 'none',
  units: 'none',
  communities: 'none',
  imports: 'none',
  completeness: 'none',
  ledger: 'none',
  requests: 'none',
  calendar: 'none',
  dictionary: 'none',
  overrides: 'none',
  policies: 'none',
  'what-if': 'none',
  scenarios: 'none',
  analysis: 'none',
  comparison: 'none',
  documents: 'none',
  statistics: 'none',
  rollup: 'none',
  history: 'none',
  plans: 'none',
  'command-line': 'none',
}

/** All of them, in the order of the modules. */
export const CLASS_EFFECTS: readonly SaidEffect[] = Object.values(OF_MODULES).flatMap((effects) => (effects === 'none' ? [] : effects))
