import { z } from 'zod'
import { IndicatorValue } from './indicator.ts'
import { Problem } from './problem.ts'

/**
 * What a column of a delivered sheet means: 'code', 'name', 'district', 'subdistrict', 'previousAmount' (元), 'previousClass',
 * or an indicator's key; null is not taken over.
 */
export const Field = z.string()

export const ImportColumn = z.object({
  /** Letter of the column, as in the spreadsheet. */
  column: z.string(),
  /** The heading, merged header rows joined with ' / '. */
  heading: z.string(),
  field: Field.nullable(),
  /** Factor from the unit named in the heading to ours: 10000 for 万人, 0.01 for %. */
  factor: z.number(),
  /** The first values below the heading, as they are shown. */
  samples: z.array(z.string()).default([]),
  /**
   * By its words; by pinyin; 'remembered': chosen by hand for the same headings before; 'position': as in a layout of the same shape;
   * 'values': by what stands below a heading that nobody knows; 'guessed': the same, but it has to be said that it is so.
   */
  how: z.enum(['label', 'synonym', 'pinyin', 'remembered', 'position', 'values', 'guessed', 'chosen', 'none']),
})
export type ImportColumn = z.infer<typeof ImportColumn>

/** The last row that a sheet can have, and more rows than any header has. */
const LAST_ROW = 1_048_576
const MOST_HEADER_ROWS = 100
const sheetRow = z.number().int().min(1).max(LAST_ROW)
const HeaderRows = z
  .tuple([sheetRow, sheetRow])
  .refine(([top, bottom]) => bottom - top < MOST_HEADER_ROWS, { message: `<= ${MOST_HEADER_ROWS} rows` })

/** Overrides the recognition: sheet by name, header rows (1-based, both included), field by column letter. */
export const ImportMapping = z.object({
  sheet: z.string().optional(),
  headerRows: HeaderRows.optional(),
  fields: z.record(z.string(), Field.nullable()).optional(),
})
export type ImportMapping = z.infer<typeof ImportMapping>

/** A row as delivered, after reading: only fields that the sheet has; null is an empty cell. */
export const ImportRow = z.object({
  row: z.number().int(),
  key: z.string(),
  code: z.string(),
  name: z.string(),
  district: z.string(),
  subdistrict: z.string(),
  values: z.record(z.string(), IndicatorValue),
  previousFen: z.number().int().nullable().optional(),
  previousClass: z.string().nullable().optional(),
})
export type ImportRow = z.infer<typeof ImportRow>

export const ImportChange = z.object({
  row: z.number().int(),
  key: z.string(),
  name: z.string(),
  field: Field,
  before: IndicatorValue,
  after: IndicatorValue,
})
export type ImportChange = z.infer<typeof ImportChange>

/** What a file would do. Nothing is changed until it is applied, and then all of it or nothing. */
export const ImportPreview = z.object({
  id: z.string(),
  file: z.string(),
  sheets: z.array(z.string()),
  sheet: z.string(),
  headerRows: z.tuple([z.number().int(), z.number().int()]),
  columns: z.array(ImportColumn),
  rows: z.number().int(),
  added: z.array(z.object({ row: z.number().int(), key: z.string(), name: z.string(), district: z.string(), subdistrict: z.string() })),
  changed: z.array(ImportChange),
  unchanged: z.number().int(),
  /** Rows that were recognised as titles, subtotals or notes and left out. */
  skipped: z.array(z.object({ row: z.number().int(), text: z.string() })),
  synthetic: z.boolean(),
  problems: z.array(Problem),
})
export type ImportPreview = z.infer<typeof ImportPreview>
