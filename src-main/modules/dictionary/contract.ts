import { z } from 'zod'
import { operation } from '../../contract/operation.ts'
import { Dictionary, Indicator, IndicatorGroup, IndicatorOption, Key } from '../../model/indicator.ts'
import { Problem } from '../../model/problem.ts'

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

const Warnings = z.object({ problems: z.array(Problem) })

/** The indicators, the department's own among them. */
export const dictionaryOperations = {
  'dictionary.get': operation(
    'query',
    'The indicators of the plan; retired ones only when asked for',
    z.strictObject({ retired: z.boolean().default(false) }),
    Dictionary,
  ),
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
} as const
