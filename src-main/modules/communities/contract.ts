import { z } from 'zod'
import { Done, None, operation } from '../../contract/operation.ts'
import { IndicatorValue } from '../../model/indicator.ts'
import { PlaceOrder } from '../../model/place-order.ts'
import { CommunityFacts } from '../../model/plan.ts'
import { RefusedEntry, RefusedText } from '../../model/refused.ts'
import { Problem } from '../../model/problem.ts'
import { Year } from '../../model/year.ts'

/** The communities of a year and their values, as they are entered. */
export const communitiesOperations = {
  'communities.list': operation(
    'query',
    'All communities with their indicators in the year, or in another one; with keys those of them that the year has',
    z.strictObject({ year: Year.optional(), keys: z.array(z.string()).optional() }),
    z.array(CommunityFacts),
  ),
  'communities.check': operation(
    'query',
    'Values of the year that may not stand (errors) or are unusual (warnings), each with key and indicator; and the year they are compared with',
    None,
    z.object({ lastYear: Year.nullable(), problems: z.array(Problem) }),
  ),
  'communities.add': operation(
    'command',
    'Adds a community',
    z.strictObject({
      code: z.string().regex(/^(\d{12})?$/),
      name: z.string().min(1).max(60),
      district: z.string().min(1).max(60),
      subdistrict: z.string().max(60),
    }),
    z.object({ key: z.string() }),
  ),
  'communities.places': operation(
    'query',
    'Districts and their subdistricts in the order in which every table has them, with the numbers of communities in the year',
    None,
    z.array(
      z.object({
        district: z.string(),
        communities: z.number().int(),
        subdistricts: z.array(z.object({ name: z.string(), communities: z.number().int() })),
      }),
    ),
  ),
  'communities.arrange': operation(
    'command',
    'Sets the order of districts and subdistricts for every table, list and chart; none: that of the codes',
    z.strictObject({ order: PlaceOrder }),
    Done,
  ),
  'communities.remove': operation(
    'command',
    'Removes communities from the year',
    z.strictObject({ keys: z.array(z.string()).min(1) }),
    Done,
  ),
  /**
   * field: an indicator's key, previousAmount (fen) or previousClass; name, district or subdistrict are put right (an official change of
   * name or place is a change of the map). Values out of range are kept out: all edits or none. `refused` are entries that could not even
   * be sent: they are kept in the plan, in the same step, until something else is taken for their cells.
   */
  'indicators.update': operation(
    'command',
    'Edits indicator values, and puts names and places right',
    z.strictObject({
      edits: z.array(z.strictObject({ key: z.string(), field: z.string(), value: IndicatorValue })),
      refused: z.array(RefusedText).optional(),
    }),
    Done,
  ),
  'communities.refused': operation(
    'query',
    'What was entered or delivered for the year and not taken, as it waits to be mended or given up',
    None,
    z.array(RefusedEntry),
  ),
  'communities.dropRefused': operation(
    'command',
    'Gives up entries that were not taken',
    z.strictObject({ ids: z.array(z.number().int()).min(1) }),
    Done,
  ),
} as const
