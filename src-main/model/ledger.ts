import { z } from 'zod'
import { ImportPart } from './import-desk.ts'
import { Dictionary } from './indicator.ts'
import { Fen, FenNotNegative } from './money.ts'
import { Community } from './plan.ts'
import { Problem } from './problem.ts'
import type { Text } from './text.ts'

/** The three amounts of a community and year, as sheets and messages call them. */
export const AMOUNT_FIELDS = ['allocated', 'spent', 'carried'] as const
export const LedgerField = z.enum(AMOUNT_FIELDS)
export type LedgerField = z.infer<typeof LedgerField>
export const LEDGER_AMOUNTS: Readonly<Record<LedgerField, Text>> = {
  allocated: { zh: '核定金额', en: 'Allocated' },
  spent: { zh: '支出金额', en: 'Spent' },
  carried: { zh: '结余金额', en: 'Carried over' },
}

/** Use of the money in one year, in fen; null is not entered. rate = spent / allocated over the communities of which both are known. */
const use = { allocatedFen: Fen.nullable(), spentFen: Fen.nullable(), carriedFen: Fen.nullable(), rate: z.number().nullable() }

export const LedgerRow = Community.extend({
  ...use,
  /** 'adopted': not entered, and taken from the year's adopted plan. */
  allocatedFrom: z.enum(['entered', 'adopted']).nullable(),
})
export type LedgerRow = z.infer<typeof LedgerRow>

/** Sums of what is known; `reported` communities have both allocated and spent. */
export const LedgerTotal = z.object({ name: z.string(), count: z.number().int(), reported: z.number().int(), ...use })
export type LedgerTotal = z.infer<typeof LedgerTotal>

export const Ledger = z.object({
  year: z.number().int(),
  rows: z.array(LedgerRow),
  districts: z.array(LedgerTotal),
  /** Each in its district; those of several districts may have the same name. */
  subdistricts: z.array(LedgerTotal),
  total: LedgerTotal,
  /** Warnings where spent and carried over are not together what was allocated, or the project register tells it otherwise. */
  problems: z.array(Problem),
})
export type Ledger = z.infer<typeof Ledger>

export const LedgerEdit = z.strictObject({ key: z.string(), field: LedgerField, fen: FenNotNegative.nullable() })
export type LedgerEdit = z.infer<typeof LedgerEdit>

/** An amount that a file would change. `allocatedFen` taken from the adopted plan counts as what was there before. */
export const LedgerChange = z.object({
  sheet: z.string(),
  row: z.number().int(),
  key: z.string(),
  name: z.string(),
  field: LedgerField,
  beforeFen: Fen.nullable(),
  afterFen: Fen,
})
export type LedgerChange = z.infer<typeof LedgerChange>

/** What a file of amounts would change. Nothing is changed until it is applied, and with one error not at all. */
export const LedgerPreview = z.object({
  id: z.string(),
  file: z.string(),
  year: z.number().int(),
  /** The three amounts in the form of indicators, for assigning columns by hand. */
  dictionary: Dictionary,
  sheets: z.array(z.string()),
  parts: z.array(ImportPart),
  /** rows of communities, amounts changed; `changed` lists the first of them. */
  counts: z.object({ rows: z.number().int(), skipped: z.number().int(), changed: z.number().int() }),
  changed: z.array(LedgerChange),
  /** Communities of which the file says just what the ledger has. */
  unchanged: z.number().int(),
  problems: z.array(Problem),
  errors: z.number().int(),
})
export type LedgerPreview = z.infer<typeof LedgerPreview>
