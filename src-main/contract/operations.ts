import { z } from 'zod'
import { Explanation } from '../model/explanation.ts'
import { HistoryFilter } from '../model/history.ts'
import { ImportMapping, ImportPreview } from '../model/import.ts'
import { Dictionary, IndicatorValue } from '../model/indicator.ts'
import { Done, None, operation, Year } from './operation.ts'
import { analysis } from './operations/analysis.ts'
import { byHand } from './operations/by-hand.ts'
import { documents } from './operations/documents.ts'
import { File, importDesk, Upload } from './operations/import-desk.ts'
import { indicatorDesk } from './operations/indicator-desk.ts'
import { printDocuments } from './operations/print-documents.ts'
import { policyDesk, PolicySummary } from './operations/policy-desk.ts'
import { whatIf } from './operations/what-if.ts'
import { CommunityFacts, PlanResult } from '../model/plan.ts'
import { Policy } from '../model/policy.ts'
import { Problem } from '../model/problem.ts'
import { Text } from '../model/text.ts'

export const PlanInfo = z.object({
  file: z.string(),
  name: z.string(),
  years: z.array(Year),
  year: Year,
  synthetic: z.boolean(),
  policy: z.object({ id: z.string(), version: z.string() }),
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  /** The same in both languages. */
  undoSaid: Text.nullable(),
  redoSaid: Text.nullable(),
  /** Goes up with every committed change, so that a window knows when to read again. */
  revision: z.number().int(),
})
export const HistoryStep = z.object({
  id: z.number().int(),
  at: z.string(),
  operator: z.string(),
  operation: z.string(),
  summary: z.string(),
  undone: z.boolean(),
  changes: z.number().int(),
  /** The summary in both languages; English is empty where the step was written before there was any, or is a mere name. */
  said: Text,
})
export const Adopted = z.object({
  id: z.number().int(),
  year: Year,
  title: z.string(),
  adopted: z.string(),
  policy: z.object({ id: z.string(), version: z.string(), hash: z.string() }),
  inputHash: z.string(),
  communities: z.number().int(),
  amountFen: z.number().int(),
})

/**
 * Every operation that the outside may ask for. A query reads; a command is one committed transaction and one step of the
 * history. Both ends are checked against these schemas; types are inferred from them and written nowhere else.
 */
export const operations = {
  'app.status': operation(
    'query',
    'What is open and whether the start went well',
    None,
    z.object({
      version: z.string(),
      plan: PlanInfo.nullable(),
      startProblems: z.array(Problem),
      operator: z.string(),
      dataFolder: z.string(),
    }),
  ),
  'app.rename': operation('command', "Sets the operator's name for the history", z.strictObject({ operator: z.string().max(40) }), Done),
  'task.progress': operation(
    'query',
    'How far a long task is; null when it is not running',
    z.strictObject({ task: z.string() }),
    z.object({ done: z.number(), total: z.number(), label: z.string() }).nullable(),
  ),
  'task.cancel': operation('query', 'Asks a long task to stop; it leaves nothing behind', z.strictObject({ task: z.string() }), Done),

  'plan.list': operation(
    'query',
    'Plan files in the data folder',
    None,
    z.array(z.object({ file: z.string(), name: z.string(), modified: z.string(), bytes: z.number() })),
  ),
  'plan.create': operation(
    'command',
    'Creates a plan file and opens it',
    z.strictObject({
      name: z.string().min(1).max(80),
      year: Year.optional(),
      policy: z.string().optional(),
      sample: z.boolean().default(false),
    }),
    PlanInfo,
  ),
  'plan.open': operation('command', 'Opens a plan file of the data folder', z.strictObject({ file: z.string() }), PlanInfo),
  'plan.close': operation('command', 'Closes the plan file', None, Done),
  'plan.useYear': operation('command', 'Chooses the year that is worked on; years.start adds one', z.strictObject({ year: Year }), Done),
  'plan.adopt': operation(
    'command',
    'Keeps the present result of the year as adopted, unchangeable',
    z.strictObject({ title: z.string().min(1).max(120) }),
    Adopted,
  ),
  'plan.adopted': operation('query', 'Adopted plans', None, z.array(Adopted)),
  'plan.adoptedResult': operation('query', 'An adopted plan as it was', z.strictObject({ id: z.number().int() }), PlanResult),

  'dictionary.get': operation(
    'query',
    'The indicators of the plan; retired ones only when asked for',
    z.strictObject({ retired: z.boolean().default(false) }),
    Dictionary,
  ),
  'communities.list': operation(
    'query',
    'All communities with their indicators in the year, or in another one',
    z.strictObject({ year: Year.optional() }),
    z.array(CommunityFacts),
  ),
  'communities.check': operation(
    'query',
    'Values of the year that may not stand (errors) or are unusual (warnings), each with key and indicator; and the year they are compared with',
    None,
    z.object({ lastYear: Year.nullable(), problems: z.array(Problem) }),
  ),
  'communities.add': operation(
    'command',
    'Adds a community',
    z.strictObject({
      code: z.string().regex(/^(\d{12})?$/),
      name: z.string().min(1).max(60),
      district: z.string().min(1).max(60),
      subdistrict: z.string().max(60),
    }),
    z.object({ key: z.string() }),
  ),
  'communities.remove': operation(
    'command',
    'Removes communities from the year',
    z.strictObject({ keys: z.array(z.string()).min(1) }),
    Done,
  ),
  /** field: an indicator's key, previousAmount (fen) or previousClass. Values out of range are kept out: all edits or none. */
  'indicators.update': operation(
    'command',
    'Edits indicator values',
    z.strictObject({ edits: z.array(z.strictObject({ key: z.string(), field: z.string(), value: IndicatorValue })).min(1) }),
    Done,
  ),

  'import.preview': operation(
    'query',
    'Reads a spreadsheet and says what it would change',
    z.strictObject({ ...Upload, mapping: ImportMapping.optional(), task: z.string().optional() }),
    ImportPreview,
  ),
  'import.apply': operation(
    'command',
    'Applies a previewed spreadsheet, all or nothing',
    z.strictObject({ id: z.string(), task: z.string().optional() }),
    z.object({ added: z.number().int(), changed: z.number().int() }),
  ),
  'template.export': operation('query', 'An empty, commented sheet for subdistricts to fill in', None, File),

  'policy.list': operation('query', 'Policies of the plan and the presets', None, z.array(PolicySummary)),
  'policy.get': operation(
    'query',
    'A policy document',
    z.strictObject({ id: z.string().optional(), version: z.string().optional() }),
    Policy,
  ),
  'policy.check': operation(
    'query',
    'Everything that is wrong or doubtful in a policy document',
    z.strictObject({ document: z.unknown() }),
    z.array(Problem),
  ),
  'policy.add': operation('command', 'Adds a policy document to the plan', z.strictObject({ document: z.unknown() }), PolicySummary),
  'policy.use': operation(
    'command',
    'Chooses the policy of the year',
    z.strictObject({ id: z.string(), version: z.string().optional() }),
    Done,
  ),

  'result.get': operation(
    'query',
    'Classes and amounts of the year under the policy, or under a scenario',
    z.strictObject({ scenario: z.number().int().optional() }),
    PlanResult,
  ),
  'result.preview': operation(
    'query',
    'Classes and amounts under a policy that is not saved',
    z.strictObject({ policy: Policy }),
    PlanResult,
  ),
  'result.explain': operation(
    'query',
    'Why a community has its class, and what would change it',
    z.strictObject({ key: z.string() }),
    Explanation,
  ),

  'workbook.export': operation(
    'query',
    'The Excel workbook of the plan',
    z.strictObject({ language: z.enum(['zh', 'en']).default('zh'), task: z.string().optional() }),
    File,
  ),

  'history.list': operation('query', 'The change log, newest first', HistoryFilter, z.array(HistoryStep)),
  'history.undo': operation(
    'command',
    'Takes back the last step',
    z.strictObject({ task: z.string().optional() }),
    z.object({ summary: z.string(), said: Text }),
  ),
  'history.redo': operation(
    'command',
    'Does the step again that was taken back last',
    z.strictObject({ task: z.string().optional() }),
    z.object({ summary: z.string(), said: Text }),
  ),

  ...indicatorDesk,
  ...importDesk,
  ...policyDesk,
  ...byHand,
  ...printDocuments,
  ...whatIf,
  ...analysis,
  ...documents,
} as const

export type Operations = typeof operations
export type OperationName = keyof Operations
export type InputOf<N extends OperationName> = z.input<Operations[N]['input']>
export type ParsedInputOf<N extends OperationName> = z.output<Operations[N]['input']>
export type OutputOf<N extends OperationName> = z.output<Operations[N]['output']>
export const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name)
