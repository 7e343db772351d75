import { z } from 'zod'
import { Field, ImportChange, ImportColumn, ImportPreview } from './import.ts'
import { IndicatorValue } from './indicator.ts'
import { Problem } from './problem.ts'

/** Lists in an answer hold at most so many entries; `import.deskRows` gives the rest. */
export const MOST_LISTED = 1000

/** Where a value was delivered. `file` is unique within the desk: a second file of the same name is '名称.xlsx (2)'. */
const source = { file: z.string(), sheet: z.string() }

export const DeskAdded = ImportPreview.shape.added.element.extend(source)
export type DeskAdded = z.infer<typeof DeskAdded>
export const DeskChange = ImportChange.extend(source)
export type DeskChange = z.infer<typeof DeskChange>

/**
 * Two sheets give the same cell differently. Amounts are fen, as in ImportChange. An empty cell delivers nothing and is never in conflict.
 * `before` is what the plan has; null where it has nothing or the community is new.
 */
export const ImportConflict = z.object({
  key: z.string(),
  name: z.string(),
  field: Field,
  before: IndicatorValue,
  sources: z.array(z.object({ ...source, row: z.number().int(), column: z.string(), value: IndicatorValue })).min(2),
})
export type ImportConflict = z.infer<typeof ImportConflict>

/**
 * Which file is right: for one cell, or (without key, field or both) for all that it has a say in. A later decision goes before an
 * earlier one, so that the exception follows the rule. `sheet` where one file contradicts itself.
 */
export const ImportDecision = z.strictObject({
  key: z.string().optional(),
  field: Field.optional(),
  file: z.string(),
  sheet: z.string().optional(),
})
export type ImportDecision = z.infer<typeof ImportDecision>

/** A cell of a delivered sheet as it was put right at the desk; an empty text is an empty cell. Row from 1, column by its letters. */
export const CellMend = z.strictObject({
  sheet: z.string(),
  row: z.number().int().min(1),
  column: z.string().regex(/^[A-Z]{1,3}$/),
  text: z.string().max(1000),
})
export type CellMend = z.infer<typeof CellMend>

/** The first rows of a sheet as they are shown; columns by their letters. */
export const SheetTop = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })),
})
export type SheetTop = z.infer<typeof SheetTop>

/** A sheet of a file that is read as a table of communities. */
export const ImportPart = ImportPreview.pick({ sheet: true, headerRows: true, columns: true, rows: true, skipped: true }).extend({
  /** The remembered layout that was used for it. */
  layout: z.string().nullable(),
  /** Its first rows, in which the header can be pointed at. */
  top: SheetTop,
  /** What would come in if it is read like this: values of indicators and of last year, and cells or rows that are refused. */
  values: z.number().int(),
  refused: z.number().int(),
})
export type ImportPart = z.infer<typeof ImportPart>

/** `problems` are all of this file's, whatever the sheet: place.sheet and place.row say where. A file that can't be read has no parts. */
export const ImportDeskFile = z.object({
  file: z.string(),
  sheets: z.array(z.string()),
  parts: z.array(ImportPart),
  problems: z.array(Problem),
  errors: z.number().int(),
  /** Rows of which neither the file nor the plan says the district; the user may name it. */
  withoutDistrict: z.number().int(),
  /** The same of the subdistrict, of sheets that have neither it nor codes. */
  withoutSubdistrict: z.number().int(),
})
export type ImportDeskFile = z.infer<typeof ImportDeskFile>

/** What several files together would do. Nothing is changed until they are applied, as one step, all or nothing. */
export const ImportDesk = z.object({
  id: z.string(),
  files: z.array(ImportDeskFile),
  /** changed and unchanged count communities, values the changed cells; conflicts is how many cells are to be decided. */
  counts: z.object({
    rows: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    values: z.number().int(),
    conflicts: z.number().int(),
    skipped: z.number().int(),
    errors: z.number().int(),
  }),
  added: z.array(DeskAdded),
  changed: z.array(DeskChange),
  conflicts: z.array(ImportConflict),
  /** Districts that can be named for files that don't say theirs. */
  districts: z.array(z.string()),
  subdistricts: z.array(z.string()),
  synthetic: z.boolean(),
})
export type ImportDesk = z.infer<typeof ImportDesk>

/**
 * What was chosen by hand for sheets with these headings, used again when the same headings come. Years in headings are not looked at.
 * `headings` and `fields` by column letter, `chosen` those of them that were chosen.
 */
export const ImportLayout = z.object({
  id: z.string(),
  file: z.string(),
  saved: z.string(),
  headings: z.record(z.string(), z.string()),
  headerRows: ImportPreview.shape.headerRows.nullable(),
  fields: z.record(z.string(), ImportColumn.shape.field),
  chosen: z.array(z.string()),
})
export type ImportLayout = z.infer<typeof ImportLayout>
