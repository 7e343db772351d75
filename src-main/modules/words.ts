import { words as desk } from '../desk/words.ts'
import { words as plans } from './plans/words.ts'
import { words as years } from './years/words.ts'
import { words as units } from './units/words.ts'
import { words as catalogue } from './catalogue/words.ts'
import { words as targets } from './targets/words.ts'
import { words as registration } from './registration/words.ts'
import { words as appeals } from './appeals/words.ts'
import { words as communities } from './communities/words.ts'
import { words as imports } from './imports/words.ts'
import { words as completeness } from './completeness/words.ts'
import { words as ledger } from './ledger/words.ts'
import { words as projects } from './projects/words.ts'
import { words as receipts } from './receipts/words.ts'
import { words as selfEvaluation } from './self-evaluation/words.ts'
import { words as requests } from './requests/words.ts'
import { words as teams } from './teams/words.ts'
import { words as renovation } from './renovation/words.ts'
import { words as calendar } from './calendar/words.ts'
import { words as dictionary } from './dictionary/words.ts'
import { words as results } from './results/words.ts'
import { words as overrides } from './overrides/words.ts'
import { words as policies } from './policies/words.ts'
import { words as whatIf } from './what-if/words.ts'
import { words as scenarios } from './scenarios/words.ts'
import { words as analysis } from './analysis/words.ts'
import { words as comparison } from './comparison/words.ts'
import { words as documents } from './documents/words.ts'
import { words as statistics } from './statistics/words.ts'
import { words as rollup } from './rollup/words.ts'
import { words as history } from './history/words.ts'
import { words as commandLine } from './command-line/words.ts'
import type { CommandWords, ModuleWords, PaperForm, ProblemWords, SummaryWords } from './leaf.ts'
import type { ModuleName } from './names.ts'

/** The words of every module, gathered; model/ and words/ make their closed lists of them. */
const WORDS = {
  desk,
  plans,
  years,
  units,
  communities,
  imports,
  completeness,
  ledger,
  projects,
  receipts,
  'self-evaluation': selfEvaluation,
  requests,
  teams,
  renovation,
  calendar,
  dictionary,
  results,
  overrides,
  catalogue,
  targets,
  registration,
  appeals,
  policies,
  'what-if': whatIf,
  scenarios,
  analysis,
  comparison,
  documents,
  statistics,
  rollup,
  history,
  'command-line': commandLine,
} as const satisfies Record<ModuleName | 'desk', ModuleWords>

type Words = typeof WORDS
type KeysOf<Part extends keyof ModuleWords> = { [Name in keyof Words]: keyof Words[Name][Part] }[keyof Words]

const gathered = (part: keyof ModuleWords): object => Object.assign({}, ...Object.values(WORDS).map((each) => each[part])) as object

/** The same, in the order that each names for itself. */
const ordered = <Form extends { order: number }>(part: keyof ModuleWords): object =>
  Object.fromEntries(Object.entries(gathered(part) as Record<string, Form>).sort(([, a], [, b]) => a.order - b.order))

/** Everything that can be wrong, by its code. */
export const PROBLEM_WORDS = gathered('problems') as Readonly<Record<KeysOf<'problems'>, ProblemWords>>
/** Everything that a step of the history can say, by its key. */
export const SUMMARY_WORDS = gathered('summaries') as Readonly<Record<KeysOf<'summaries'>, SummaryWords>>
/** What a change in the log can be about, by its key. */
export const SUBJECT_WORDS = gathered('subjects') as Readonly<Record<KeysOf<'subjects'>, SummaryWords>>
/** The commands of the command line by their names, in the order of the help. */
export const COMMAND_WORDS = ordered<CommandWords>('commands') as Readonly<Record<KeysOf<'commands'>, CommandWords>>

/** Every paper by its name, in the order of the attachments. */
export const PAPER_FORMS = ordered<PaperForm>('papers') as Readonly<Record<KeysOf<'papers'>, PaperForm>>

type PapersOf<Name extends keyof Words> = Words[Name]['papers']
/** The keys of a paper's columns. */
export type ColumnOf<Paper extends KeysOf<'papers'>> = {
  [Name in keyof Words]: Paper extends keyof PapersOf<Name>
    ? PapersOf<Name>[Paper] extends { columns: readonly (infer Column extends { key: string })[] }
      ? Column['key']
      : never
    : never
}[keyof Words]
