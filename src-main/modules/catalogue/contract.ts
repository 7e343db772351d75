import { z } from 'zod'
import { Done, File, None, operation, upload } from '../../contract/operation.ts'
import { Burden, BurdenLine } from '../../model/burden.ts'
import {
  CatalogueException,
  CatalogueItem,
  ItemId,
  ItemKind,
  MeasureCount,
  Resolved,
  ServiceOffer,
  WorkPlanScope,
} from '../../model/catalogue.ts'
import { Community } from '../../model/plan.ts'
import { Problem } from '../../model/problem.ts'
import { PlannedDuties } from '../../model/teams.ts'
import { Text } from '../../model/text.ts'
import { Year } from '../../model/year.ts'

const OneLanguage = z.enum(['zh', 'en'])
const Classed = Community.extend({ class: z.string().nullable() })
const Cell = z.strictObject({ id: ItemId, field: z.string(), text: z.string().max(2000) })

/** What an item is decided for, counted by: communities by verdict. */
const Verdicts = z.object({ yes: z.array(z.string()), consent: z.array(z.string()), no: z.array(z.string()), unknown: z.array(z.string()) })

const Question = z.object({
  /** As it was pasted. */
  task: z.string(),
  community: z.string(),
  key: z.string().nullable(),
  item: CatalogueItem.nullable(),
  name: z.string(),
  class: z.string().nullable(),
  resolved: Resolved.nullable(),
  problem: Problem.nullable(),
})

const ServiceLine = z.object({ ...Community.shape, class: z.string().nullable(), resolved: Resolved, offer: ServiceOffer.nullable() })

const Changed = z.object({ added: z.number().int(), changed: z.number().int(), unchanged: z.number().int(), problems: z.array(Problem) })

/** Measures, tasks and services: one catalogue of what a class decides by lists. */
export const catalogueOperations = {
  'catalogue.get': operation(
    'query',
    'The catalogue of the year, with the withdrawn items, what was decided by hand, and what is doubtful in it',
    None,
    z.object({
      items: z.array(CatalogueItem),
      exceptions: z.array(CatalogueException),
      classes: z.array(z.string()),
      /** How many communities each item is answered yes, with consent, no and unknown for; none for a withdrawn one. */
      counts: z.record(z.string(), z.object({ yes: z.int(), consent: z.int(), no: z.int(), unknown: z.int() })),
      problems: z.array(Problem),
    }),
  ),
  'catalogue.of': operation(
    'query',
    'The one answer of every item for a community, with its reason',
    z.strictObject({ key: z.string(), kind: ItemKind.optional() }),
    z.object({ community: Classed, items: z.array(Resolved), counts: z.array(MeasureCount), offers: z.array(ServiceOffer) }),
  ),
  'catalogue.resolve': operation(
    'query',
    'Every item of a kind for every community, each with its one answer and the reason',
    z.strictObject({ kind: ItemKind }),
    z.object({ year: Year, communities: z.array(Classed.extend({ items: z.array(Resolved), burden: Burden.nullable() })) }),
  ),
  'catalogue.add': operation(
    'command',
    'Adds an item with an id of its own, to be filled in',
    z.strictObject({
      kind: ItemKind,
      id: z.string().optional(),
      title: z.string().trim().min(1).max(80),
      department: z.string().trim().min(1).max(60),
    }),
    z.object({ id: ItemId }),
  ),
  'catalogue.edit': operation(
    'command',
    'Changes fields of items, as they are typed into cells; all or none',
    z.strictObject({ edits: z.array(Cell).min(1).max(5000) }),
    Done,
  ),
  'catalogue.withdraw': operation(
    'command',
    'Withdraws items, which then resolve no more, or brings them back into use',
    z.strictObject({ ids: z.array(ItemId).min(1), withdrawn: z.boolean() }),
    Done,
  ),
  'catalogue.remove': operation('command', 'Deletes an item that nothing rests on', z.strictObject({ id: ItemId }), Done),
  'catalogue.reference': operation(
    'command',
    'Adds the set that comes with the app; items that are there already stay as they are',
    None,
    z.object({ added: z.number().int() }),
  ),
  'catalogue.import': operation('command', 'Takes over the items of a sheet or file as one step, all or none', upload({}), Changed),
  'catalogue.export': operation(
    'query',
    'The catalogue as a sheet that can be changed and imported, or as a file',
    z.strictObject({ form: z.enum(['xlsx', 'json']), language: OneLanguage.default('zh'), kind: ItemKind.optional() }),
    File,
  ),
  'catalogue.decide': operation('command', 'Decides by hand for one community, with the reason', CatalogueException, Done),
  'catalogue.undecide': operation(
    'command',
    'Takes back what was decided by hand',
    z.strictObject({ key: z.string(), item: ItemId }),
    Done,
  ),
  'catalogue.enter': operation(
    'command',
    'Enters planned and done counts of measures, and the figures of services, as they are typed into cells; counts only; all or none',
    z.strictObject({
      cells: z
        .array(
          z.discriminatedUnion('field', [
            z.strictObject({
              field: z.enum(['planned', 'done']),
              key: z.string(),
              item: ItemId,
              period: z.int().min(1),
              text: z.string().max(200),
            }),
            z.strictObject({ field: z.enum(['people', 'cases', 'metres']), key: z.string(), item: ItemId, text: z.string().max(200) }),
          ]),
        )
        .min(1)
        .max(20_000),
    }),
    z.object({ entered: z.number().int() }),
  ),
  'catalogue.unoffer': operation(
    'command',
    'A community offers a service no longer',
    z.strictObject({ key: z.string(), item: ItemId }),
    Done,
  ),
  'catalogue.ask': operation(
    'query',
    'May these tasks be sent to these communities? As they are pasted, by names or codes; each line is answered with the reason',
    z.strictObject({
      lines: z
        .array(z.object({ task: z.string(), community: z.string() }))
        .min(1)
        .max(5000),
    }),
    z.array(Question),
  ),
  'catalogue.department': operation(
    'query',
    "A department's tasks with the communities that each may be sent to",
    z.strictObject({ department: z.string() }),
    z.array(z.object({ id: ItemId, communities: Verdicts })),
  ),
  'catalogue.burden': operation(
    'query',
    'The account of tasks and hours, in all and by community, class, department and place, against everything to everyone and last year',
    None,
    z.object({
      total: Burden,
      /** null: there is no year before, or it had no catalogue. */
      lastYear: z.object({ year: z.int(), total: Burden, communities: z.record(z.string(), Burden) }).nullable(),
      classes: z.array(z.object({ class: z.string().nullable(), count: z.int(), burden: Burden })),
      departments: z.array(z.object({ department: Text, tasks: z.int(), burden: Burden })),
      places: z.array(BurdenLine),
      communities: z.array(Classed.extend({ burden: Burden })),
    }),
  ),
  'catalogue.services': operation(
    'query',
    'Where services are suggested and where they are offered, with the people served, cases and distance saved',
    None,
    z.object({
      services: z.array(
        z.object({
          id: ItemId,
          suggested: z.int(),
          offered: z.int(),
          people: z.int(),
          cases: z.int(),
          minutes: z.int(),
          /** Metres that all cases together spare. */
          metres: z.int(),
          /** Offers of which a number is not entered; the sums hold what is. */
          open: z.int(),
        }),
      ),
      lines: z.array(ServiceLine),
    }),
  ),
  'catalogue.plan': operation(
    'query',
    'The work plan: measures and tasks of a class, place or department by month, and the duties of the service teams there',
    WorkPlanScope,
    z.object({
      communities: z.int(),
      lines: z.array(
        z.object({
          id: ItemId,
          communities: z.int(),
          /** By month: how many of the year's units fall into it, over all its communities. */
          months: z.array(z.int()).length(12),
          total: z.int(),
          minutes: z.int(),
          /** Communities whose quantity is not known, for want of an indicator; the months hold the others. */
          open: z.int(),
        }),
      ),
      duties: PlannedDuties,
      /** Bureaus of service teams: a plan can be of each as of a department. */
      bureaus: z.array(Text),
    }),
  ),
  'catalogue.planSheet': operation(
    'query',
    'The work plan as a sheet',
    WorkPlanScope.extend({ language: OneLanguage.default('zh') }),
    File,
  ),
} as const
