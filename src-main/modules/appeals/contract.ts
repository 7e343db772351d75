import { z } from 'zod'
import { Done, File, None, operation, Task, upload } from '../../contract/operation.ts'
import {
  AppealCount,
  AppealCountField,
  AppealCounts,
  AppealSource,
  AppealSubject,
  AppealSubjects,
  MOST_SUBJECTS,
  Month,
} from '../../model/appeal.ts'
import { AppealInequality, AppealLine, AppealMonth, AppealScope, AppealSum, ClassMove, Funnel } from '../../model/appeal-account.ts'
import { Community } from '../../model/plan.ts'
import { Place, Problem } from '../../model/problem.ts'
import { Year } from '../../model/year.ts'

const Cell = { month: Month, source: AppealSource, subject: AppealCount.shape.subject }
/** Left out: from the first month of the year that is counted to the last. */
const Asked = AppealScope.partial({ from: true, to: true })

/** Appeals by community, month, source and subject: counts only. */
export const appealsOperations = {
  'appeals.get': operation(
    'query',
    'What is counted of a month, of one source and subject, and of all subjects of that source together',
    z.strictObject(Cell),
    z.object({ year: Year, rows: z.array(Community.extend({ counts: AppealCount.nullable(), all: AppealCounts })) }),
  ),
  'appeals.enter': operation(
    'command',
    'Enters counts of a month, as they are typed into cells; counts only; all or none',
    z.strictObject({
      ...Cell,
      cells: z
        .array(z.strictObject({ key: z.string(), field: AppealCountField, text: z.string().max(200) }))
        .min(1)
        .max(20_000),
    }),
    z.object({ entered: z.int() }),
  ),
  'appeals.subjects': operation(
    'query',
    'What appeals are about, in the order of the list, with how many rows of any year are counted under each',
    None,
    z.array(AppealSubject.extend({ used: z.int() })),
  ),
  'appeals.saveSubjects': operation(
    'command',
    'Sets the list of subjects; one under which something is counted can be closed, and not be taken out',
    z.strictObject({ subjects: AppealSubjects }),
    Done,
  ),
  'appeals.account': operation(
    'query',
    'By community and place: counts, per 1,000 residents with exact limits, days to close, last year, trend, classes',
    Asked,
    z.object({
      year: Year,
      scope: AppealScope,
      /** The months of this year of which anything is counted. */
      counted: z.array(Month),
      /** The sources that anybody counted this year. */
      sources: z.array(AppealSource),
      communities: z.array(AppealLine),
      places: z.array(z.object({ district: z.string(), subdistrict: z.string().nullable(), sum: AppealSum })),
      total: AppealSum,
      months: z.array(AppealMonth),
      subjects: z.array(z.object({ id: z.string(), counts: AppealCounts })),
      funnel: Funnel,
      moves: z.array(ClassMove),
      inequality: AppealInequality.nullable(),
    }),
  ),
  'appeals.preview': operation(
    'query',
    'Reads a sheet of appeals (a row for each ticket, or for each community) and says what would come in and what has to be answered',
    upload({ source: AppealSource.default('hotline'), month: Month.optional(), ...Task }),
    z.object({
      id: z.string(),
      file: z.string(),
      kind: z.enum(['tickets', 'counts']),
      /** Tickets, or rows with counts, that were taken. */
      rows: z.int(),
      received: z.int(),
      repeats: z.int(),
      outOfScope: z.int(),
      /** Of communities that are known. replaces: of how many of them something is entered of that month and source. */
      months: z.array(z.object({ month: Month, received: z.int(), communities: z.int(), replaces: z.int() })),
      sources: z.array(z.object({ source: AppealSource, received: z.int() })),
      /** Communities that the plan does not know, or knows several of; place: by which they are answered. */
      unknown: z.array(
        z.object({ place: z.int(), name: z.string(), district: z.string(), subdistrict: z.string(), rows: z.int(), at: Place }),
      ),
      /** Subjects that the list does not have. */
      subjects: z.array(z.object({ name: z.string(), received: z.int() })),
      /** Headings that were not read, and those of persons among them. */
      leftOut: z.array(z.string()),
      personal: z.array(z.string()),
      /** Rows of communities without a ticket in a month of the sheet, of which nothing is entered: they can be taken as none. */
      without: z.int(),
      problems: z.array(Problem),
      errors: z.int(),
    }),
  ),
  'appeals.apply': operation(
    'command',
    'Enters a previewed sheet of appeals as one step, all or none; tickets are counted and not kept',
    z.strictObject({
      id: z.string(),
      /** Which community each unknown one is; null: it is not counted. */
      communities: z.array(z.strictObject({ place: z.int(), key: z.string().nullable() })).default([]),
      /** New subjects that are added to the list; the others are counted without a subject. */
      subjects: z.array(z.string().min(1).max(40)).max(MOST_SUBJECTS).default([]),
      /** Whether communities without a ticket had none. */
      zeros: z.boolean().default(false),
      ...Task,
    }),
    z.object({ received: z.int(), rows: z.int(), zeros: z.int() }),
  ),
  'appeals.toIndicators': operation(
    'command',
    'Takes the sums of the whole year into the indicators of this year or the next one, of communities of which all months are known',
    z.strictObject({ into: z.enum(['this', 'next']) }),
    z.object({ year: Year, communities: z.int(), lacking: z.int() }),
  ),
  'appeals.export': operation(
    'query',
    'The account as a workbook, with every count by month, source and subject as a sheet that can be changed and imported',
    Asked.extend({ language: z.enum(['zh', 'en']).default('zh') }),
    File,
  ),
  'appeals.of': operation(
    'query',
    'The appeals of a community this year, all sources together, and by month; null: nothing is counted',
    z.strictObject({ key: z.string() }),
    z.object({ line: AppealLine, months: z.array(z.object({ month: Month, received: z.int().nullable() })) }).nullable(),
  ),
} as const
