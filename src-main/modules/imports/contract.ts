import { z } from 'zod'
import { Done, File, None, operation, Task, upload } from '../../contract/operation.ts'
import { ImportMapping, ImportPreview } from '../../model/import.ts'
import { CellMend, DeskAdded, DeskChange, ImportConflict, ImportDecision, ImportDesk, ImportLayout } from '../../model/import-desk.ts'
import { RefusedEntry } from '../../model/refused.ts'
import { Year } from '../../model/year.ts'

/**
 * sheets: which are read; left out: every visible one with a table of communities. mappings: at most one for each sheet, and one
 * without a sheet for all others. cells: what was put right in the file at the desk, before it is read. district and
 * subdistrict: where its communities are, as far as the file does not say it.
 */
const DeskFile = upload({
  sheets: z.array(z.string()).min(1).optional(),
  mappings: z.array(ImportMapping).default([]),
  cells: z.array(CellMend).optional(),
  district: z.string().min(1).max(60).optional(),
  subdistrict: z.string().min(1).max(60).optional(),
  /** Which community a row is about that looks like one of the plan (its key), or that it is a new one (null); by the row's own key. */
  answers: z.record(z.string(), z.string().nullable()).optional(),
})

/** Delivered sheets: several at once, what they contradict each other in, and what goes back to who delivered them. */
export const importsOperations = {
  'import.preview': operation(
    'query',
    'Reads a spreadsheet and says what it would change',
    upload({ mapping: ImportMapping.optional(), ...Task }),
    ImportPreview,
  ),
  'import.apply': operation(
    'command',
    'Applies a previewed spreadsheet, all or nothing',
    z.strictObject({ id: z.string(), task: z.string().optional() }),
    z.object({ added: z.number().int(), changed: z.number().int() }),
  ),
  'template.export': operation('query', 'An empty, commented sheet for subdistricts to fill in', None, File),
  'import.desk': operation(
    'query',
    'Reads several spreadsheets and says what they would change together',
    z.strictObject({ files: z.array(DeskFile).min(1).max(500), ...Task }),
    ImportDesk,
  ),
  'import.deskRows': operation(
    'query',
    'More of what the files of the desk would add and change, and of their conflicts',
    z.strictObject({ id: z.string(), offset: z.number().int().min(0), limit: z.number().int().min(1).max(1000).default(200) }),
    z.object({ added: z.array(DeskAdded), changed: z.array(DeskChange), conflicts: z.array(ImportConflict) }),
  ),
  /** later: what can't be taken (errors, cells that are not decided) is kept in the plan and everything else is taken. */
  'import.applyDesk': operation(
    'command',
    'Applies the files of the desk as one step, all or nothing',
    z.strictObject({ id: z.string(), decisions: z.array(ImportDecision).default([]), later: z.boolean().optional(), ...Task }),
    z.object({
      files: z.number().int(),
      added: z.number().int(),
      changed: z.number().int(),
      delivered: z.number().int(),
      layouts: z.number().int(),
      /** What each file brought: rows read, communities added, cells changed, and how much of it was left for later. */
      byFile: z.array(
        z.object({ file: z.string(), rows: z.number().int(), added: z.number().int(), changed: z.number().int(), left: z.number().int() }),
      ),
      /** What was left for later, as the plan keeps it; the first of many. */
      left: z.array(RefusedEntry.omit({ id: true })),
      leftCount: z.number().int(),
    }),
  ),
  'import.returnSheet': operation(
    'query',
    'A delivered file given back as .xlsx, with a comment on every cell that has a problem',
    z.strictObject({ id: z.string(), file: z.string(), ...Task }),
    File,
  ),
  'import.layouts': operation('query', 'Layouts of sheets whose columns were assigned by hand', None, z.array(ImportLayout)),
  'import.forgetLayout': operation('command', 'Forgets a remembered layout', z.strictObject({ id: z.string() }), Done),
  'indicators.export': operation(
    'query',
    "The year's indicators in the form of the template, filled in",
    z.strictObject({ year: Year.optional() }),
    File,
  ),
} as const
