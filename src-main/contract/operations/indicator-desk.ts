import { z } from 'zod'
import { Completeness } from '../../model/completeness.ts'
import { HistoryChange, HistoryCheck } from '../../model/history.ts'
import { Indicator, IndicatorGroup, IndicatorOption, Key } from '../../model/indicator.ts'
import { ImportMapping } from '../../model/import.ts'
import { Ledger, LedgerEdit, LedgerPreview } from '../../model/ledger.ts'
import { None, operation, Year } from '../operation.ts'
import { Problem } from '../../model/problem.ts'
import { File, Upload } from './import-desk.ts'
import { Conservation, DissolveInput, FoundInput, MergeInput, MoveInput, RenameInput, SplitInput, UnitChange } from '../../model/units.ts'

export const YearSummary = z.object({
  year: Year,
  current: z.boolean(),
  synthetic: z.boolean(),
  policy: z.object({ id: z.string(), version: z.string() }),
  communities: z.number().int(),
  /** null where the year's result can't be computed. Sums of the communities that are decided. */
  amountFen: z.number().int().nullable(),
  undecided: z.number().int().nullable(),
  previousFen: z.number().int(),
  /** The plan adopted last in the year. */
  adopted: z.object({ id: z.number().int(), title: z.string(), amountFen: z.number().int() }).nullable(),
})

/** What is changed of an indicator; null takes away what is optional. The key never changes. */
const IndicatorChange = z
  .strictObject({
    label: Indicator.shape.label,
    kind: Indicator.shape.kind,
    group: Key,
    required: z.boolean(),
    step: z.number().positive(),
    notAbove: z.array(Key),
    options: z.array(IndicatorOption),
    synonyms: z.array(z.string()),
    unit: Indicator.shape.unit.unwrap().nullable(),
    range: Indicator.shape.range.unwrap().nullable(),
    note: Indicator.shape.note.unwrap().nullable(),
    formula: z.string().min(1).nullable(),
    whenDivisorIsZero: z.number().nullable(),
  })
  .partial()
export type IndicatorChange = z.infer<typeof IndicatorChange>

/** The change as recorded, and what became of values that could not simply be carried over. */
const MapChange = z.object({ change: UnitChange, problems: z.array(Problem) })
const Warnings = z.object({ problems: z.array(Problem) })
const Task = { task: z.string().optional() }

/** The indicator desk: years, the map of units, the dictionary, the ledger, completeness, and reading the change log. */
export const indicatorDesk = {
  'years.list': operation('query', 'The years of the plan with their totals', None, z.array(YearSummary)),
  'years.start': operation(
    'command',
    'Starts a year from the last one, and opens it',
    z.strictObject({
      year: Year,
      from: Year.optional(),
      overrides: z.enum(['none', 'keep']).default('none'),
      policy: z.object({ id: z.string(), version: z.string().optional() }).optional(),
    }),
    z.object({
      year: Year,
      from: Year,
      communities: z.number().int(),
      overrides: z.number().int(),
      carryOver: z.number().int(),
      problems: z.array(Problem),
    }),
  ),

  'ledger.list': operation(
    'query',
    'Amounts allocated, spent and carried over in a year',
    z.strictObject({ year: Year.optional() }),
    Ledger,
  ),
  'ledger.update': operation(
    'command',
    'Enters amounts allocated, spent or carried over',
    z.strictObject({ year: Year.optional(), edits: z.array(LedgerEdit).min(1) }),
    Warnings,
  ),
  'ledger.preview': operation(
    'query',
    'Reads a file of amounts and says what it would change in the ledger of a year',
    z.strictObject({ ...Upload, year: Year.optional(), mappings: z.array(ImportMapping).default([]), ...Task }),
    LedgerPreview,
  ),
  'ledger.apply': operation(
    'command',
    'Enters the amounts of a previewed file as one step, all or nothing',
    z.strictObject({ id: z.string(), ...Task }),
    z.object({ changed: z.number().int() }),
  ),
  'ledger.export': operation(
    'query',
    "The year's ledger as a sheet that can be filled in and imported",
    z.strictObject({ year: Year.optional() }),
    File,
  ),

  'units.list': operation('query', 'Changes of the map of units in a year', z.strictObject({ year: Year.optional() }), z.array(UnitChange)),
  'units.conservation': operation('query', "What became of last year's communities and money", None, Conservation),
  'units.found': operation('command', 'Founds a community, or explains one that came with a sheet', FoundInput, MapChange),
  'units.merge': operation('command', 'Merges communities', MergeInput, MapChange),
  'units.split': operation('command', 'Splits a community', SplitInput, MapChange),
  'units.rename': operation('command', 'Renames a community', RenameInput, MapChange),
  'units.move': operation('command', 'Moves a community to another subdistrict', MoveInput, MapChange),
  'units.dissolve': operation('command', 'Dissolves a community, or explains one that is gone', DissolveInput, MapChange),

  'dictionary.addIndicator': operation(
    'command',
    "Adds an indicator of one's own",
    z.strictObject({ indicator: Indicator, newGroup: IndicatorGroup.optional(), after: Key.optional() }),
    Warnings,
  ),
  'dictionary.changeIndicator': operation(
    'command',
    'Changes an indicator',
    z.strictObject({ key: Key, change: IndicatorChange, newGroup: IndicatorGroup.optional() }),
    Warnings,
  ),
  'dictionary.retireIndicator': operation('command', 'Retires an indicator; its values are kept', z.strictObject({ key: Key }), Warnings),
  'dictionary.restoreIndicator': operation('command', 'Brings a retired indicator back', z.strictObject({ key: Key }), Warnings),
  'dictionary.reorder': operation(
    'command',
    'Puts indicators and groups in another order',
    z.strictObject({ indicators: z.array(Key).min(1), groups: z.array(Key).optional() }),
    Warnings,
  ),

  'completeness.get': operation('query', 'What is missing, who owes a sheet, and which missing value matters', None, Completeness),

  /** The step that made the plan is told by what the plan began with; detailed: by its rows, as any other step. */
  'history.changes': operation(
    'query',
    'What a step changed, in words',
    z.strictObject({
      step: z.number().int(),
      detailed: z.boolean().default(false),
      limit: z.number().int().min(1).max(1000).default(200),
      offset: z.number().int().min(0).default(0),
    }),
    z.object({ rows: z.array(HistoryChange), more: z.boolean() }),
  ),
  'history.facets': operation(
    'query',
    'The operators and operations that the change log knows',
    None,
    z.object({ operators: z.array(z.string()), operations: z.array(z.string()) }),
  ),
  'history.verify': operation('query', 'Whether the change log is as it was written', z.strictObject({ ...Task }), HistoryCheck),
} as const
