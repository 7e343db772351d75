import type { SaidEffect } from '../engine/index.ts'
import type { Catalogue } from '../model/catalogue.ts'
import { catalogueEffects } from './catalogue/index.ts'
import { projectEffects, type Bound } from './projects/effects.ts'
import { teamEffects, type TeamBasis } from './teams/effects.ts'
import { targetEffects } from './targets/index.ts'
import { renovationEffects } from './renovation/effects.ts'
import type { RenovationBasis } from './renovation/index.ts'
import type { ModuleName } from './names.ts'
import { moneyEffect } from './results/money-effect.ts'

/** What effects rest on beside facts and policy: lists of the year that the plan itself holds. */
export interface EffectBasis {
  catalogue: Catalogue
  /** null: nothing is asked of teams. */
  teams: TeamBasis | null
  /** What is paid and committed, by community. */
  bound: ReadonlyMap<string, Bound>
  renovation: RenovationBasis
}

/** What a class changes for a community, module by module; a module through which it changes nothing says so. */
const OF_MODULES: Record<ModuleName, ((basis: EffectBasis) => readonly SaidEffect[]) | 'none'> = {
  results: () => [moneyEffect],
  catalogue: ({ catalogue }) => catalogueEffects(catalogue),
  targets: ({ catalogue }) => targetEffects(catalogue),
  registration: 'none',
  appeals: 'none',
  years: 'none',
  units: 'none',
  communities: 'none',
  imports: 'none',
  completeness: 'none',
  ledger: 'none',
  projects: ({ bound }) => projectEffects(bound),
  receipts: 'none',
  'self-evaluation': 'none',
  requests: 'none',
  teams: ({ teams }) => (teams === null ? [] : teamEffects(teams)),
  renovation: ({ renovation }) => renovationEffects(renovation),
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

/** All of them over what the plan holds, in the order of the modules. */
export const classEffects = (basis: EffectBasis): readonly SaidEffect[] =>
  Object.values(OF_MODULES).flatMap((effects) => (effects === 'none' ? [] : effects(basis)))
