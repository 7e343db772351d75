import { z } from 'zod'
import { File, operation, upload, None } from '../../contract/operation.ts'
import { CountPreview } from '../../model/count-preview.ts'
import { ItemId, Resolved } from '../../model/catalogue.ts'
import { Community } from '../../model/plan.ts'
import { GapScope, TargetLine, TargetPlace, TargetState, TargetSum } from '../../model/target.ts'
import { Year } from '../../model/year.ts'

const OneLanguage = z.enum(['zh', 'en']).default('zh')
const Classed = Community.extend({ class: z.string().nullable() })

/** What communities need between bounds, against what they have. The targets themselves are items of the catalogue. */
export const targetsOperations = {
  'targets.account': operation(
    'query',
    'What is needed and present of each target, in all and by class, district and subdistrict; unknown needs are counted apart',
    None,
    z.object({
      year: Year,
      targets: z.array(
        z.object({
          id: ItemId,
          register: z.boolean(),
          sum: TargetSum,
          classes: z.array(z.object({ class: z.string().nullable(), sum: TargetSum })),
          places: z.array(TargetPlace),
        }),
      ),
    }),
  ),
  'targets.lines': operation(
    'query',
    'A target for each community for which it holds or may hold, with bounds, present, shortage, standing and hours of visits',
    z.strictObject({ item: ItemId }),
    z.array(TargetLine),
  ),
  'targets.of': operation(
    'query',
    'All targets of a community',
    z.strictObject({ key: z.string() }),
    z.object({ community: Classed, targets: z.array(z.object({ resolved: Resolved, state: TargetState })) }),
  ),
  'targets.gaps': operation(
    'query',
    'Communities that fall short of targets, or of which it can not be said that they do not',
    GapScope,
    z.array(TargetLine),
  ),
  'targets.gapSheet': operation('query', 'The same as a sheet', GapScope.extend({ language: OneLanguage }), File),
  'targets.enter': operation(
    'command',
    'Enters what communities have of targets that are counted by hand, as it is typed into cells; counts only; all or none',
    z.strictObject({
      cells: z
        .array(z.strictObject({ key: z.string(), item: ItemId, text: z.string().max(200) }))
        .min(1)
        .max(20_000),
    }),
    z.object({ entered: z.int() }),
  ),
  'targets.template': operation('query', 'A sheet to fill in what communities have, with what is entered already', None, File),
  'targets.preview': operation(
    'query',
    'What the counts of a delivered sheet would change, which communities are not known, and what is refused and why',
    upload({}),
    CountPreview,
  ),
  'targets.import': operation(
    'command',
    'Enters the counts of a delivered sheet as one step, all or none; an empty cell changes nothing',
    upload({}),
    z.object({ entered: z.int(), unchanged: z.int() }),
  ),
} as const
