import { z } from 'zod'
import { Done, None, operation } from '../../contract/operation.ts'
import { AppealCount, AppealCountField, AppealSource, AppealSubject, AppealSubjects, Month } from '../../model/appeal.ts'
import { AppealInequality, AppealLine, AppealMonth, AppealScope, AppealSum, ClassMove, Funnel } from '../../model/appeal-account.ts'
import { AppealCounts } from '../../model/appeal.ts'
import { Community } from '../../model/plan.ts'
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
  'appeals.of': operation(
    'query',
    'The appeals of a community this year, all sources together, and by month; null: nothing is counted',
    z.strictObject({ key: z.string() }),
    z.object({ line: AppealLine, months: z.array(z.object({ month: Month, received: z.int().nullable() })) }).nullable(),
  ),
} as const
