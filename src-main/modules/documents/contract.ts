import { z } from 'zod'
import { Done, File, None, operation, Outgoing } from '../../contract/operation.ts'
import { Department, DocumentSettings, ReportSettings, SetTable, TableName, TableSettings } from '../../model/paper.ts'
import { DrawnChart, MOST_CHARTS } from '../../model/report.ts'

const language = z.enum(['zh', 'en']).default('zh')

/** Papers that are handed in: how they look, and the files made of them. */
export const documentsOperations = {
  'documents.settings': operation(
    'query',
    'How the papers of the plan look: what the department has set, else as delivered',
    None,
    DocumentSettings,
  ),
  'documents.save': operation(
    'command',
    'Sets how papers look; what is left out stays',
    z.strictObject({ department: Department.optional(), table: SetTable.optional(), report: ReportSettings.optional() }),
    Done,
  ),
  'documents.sign': operation(
    'command',
    'Sets the signatures of all papers at once',
    z.strictObject({ signatures: TableSettings.shape.signatures }),
    Done,
  ),
  'documents.reset': operation(
    'command',
    'Puts a paper back to how it was delivered',
    z.strictObject({ name: z.union([TableName, z.enum(['department', 'report'])]) }),
    Done,
  ),
  /** query: what a table is about, as in the address of its print view: adopted, community, sides, a filter of the log. */
  'document.pdf': operation(
    'query',
    'A table as a PDF file, made without a dialog',
    z.strictObject({
      table: TableName,
      query: z.record(z.string().regex(/^\w{1,40}$/), z.string().max(2000)).default({}),
      language,
      task: z.string().optional(),
      ...Outgoing,
    }),
    File,
  ),
  'report.export': operation(
    'query',
    'The explanatory note as a Word file',
    z.strictObject({ language, charts: z.array(DrawnChart).max(MOST_CHARTS).default([]), ...Outgoing }),
    File,
  ),
} as const
