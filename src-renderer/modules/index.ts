import { shown as results } from './results/manifest.ts'
import { shown as years } from './years/manifest.ts'
import { shown as units } from './units/manifest.ts'
import { shown as communities } from './communities/manifest.ts'
import { shown as imports } from './imports/manifest.ts'
import { shown as completeness } from './completeness/manifest.ts'
import { shown as ledger } from './ledger/manifest.ts'
import { shown as projects } from './projects/manifest.ts'
import { shown as receipts } from './receipts/manifest.ts'
import { shown as selfEvaluation } from './self-evaluation/manifest.ts'
import { shown as requests } from './requests/manifest.ts'
import { shown as renovation } from './renovation/manifest.ts'
import { shown as teams } from './teams/manifest.ts'
import { shown as calendar } from './calendar/manifest.ts'
import { shown as dictionary } from './dictionary/manifest.ts'
import { shown as overrides } from './overrides/manifest.ts'
import { shown as catalogue } from './catalogue/manifest.ts'
import { shown as targets } from './targets/manifest.ts'
import { shown as registration } from './registration/manifest.ts'
import { shown as appeals } from './appeals/manifest.ts'
import { shown as policies } from './policies/manifest.ts'
import { shown as whatIf } from './what-if/manifest.ts'
import { shown as scenarios } from './scenarios/manifest.ts'
import { shown as analysis } from './analysis/manifest.ts'
import { shown as comparison } from './comparison/manifest.ts'
import { shown as documents } from './documents/manifest.ts'
import { shown as statistics } from './statistics/manifest.ts'
import { shown as rollup } from './rollup/manifest.ts'
import { shown as history } from './history/manifest.ts'
import { shown as plans } from './plans/manifest.ts'
import type { TableName } from '../../src-main/model/paper.ts'
import type { Shown } from './shown.ts'
import type { ShownModule } from './texts.ts'

/** What the modules show, in the order of the navigation. */
const SHOWN = {
  results,
  years,
  units,
  communities,
  imports,
  completeness,
  ledger,
  projects,
  receipts,
  'self-evaluation': selfEvaluation,
  dictionary,
  overrides,
  catalogue,
  targets,
  registration,
  appeals,
  requests,
  teams,
  renovation,
  policies,
  'what-if': whatIf,
  scenarios,
  analysis,
  comparison,
  documents,
  statistics,
  rollup,
  history,
  plans,
  calendar,
} as const satisfies Record<ShownModule, Shown>

type KeysOf<Part extends keyof Shown> = { [Name in ShownModule]: keyof (typeof SHOWN)[Name][Part] }[ShownModule] & string
/** The name of a module's page, as in its address. */
export type ModulePage = KeysOf<'pages'>

/** Every page of the modules. */
export const PAGES = Object.assign({}, ...Object.values(SHOWN).map((each) => each.pages)) as Readonly<
  Record<ModulePage, Shown['pages'][string]>
>

type Prints = Readonly<Record<TableName, NonNullable<Shown['prints'][TableName]>>>
/** The print view of every paper; a paper without one does not compile. */
export const PRINTS: Prints = Object.assign({}, ...Object.values(SHOWN).map((each) => each.prints)) as Pick<
  Prints,
  KeysOf<'prints'> & TableName
>
