import { z } from 'zod'
import { Done, File, None, operation, Task, upload } from '../../contract/operation.ts'
import { Day } from '../../model/calendar.ts'
import {
  Account,
  CommunityAccount,
  Finding,
  ProjectEvent,
  ProjectKey,
  ProjectLine,
  ProjectPlan,
  ProjectRules,
  UseAnswer,
} from '../../model/project.ts'
import { Dues } from '../../model/receipt.ts'
import { Problem } from '../../model/problem.ts'
import { Text } from '../../model/text.ts'
import { Year } from '../../model/year.ts'

const OfYear = z.strictObject({ year: Year.optional() })
const OneLanguage = z.enum(['zh', 'en'])
const OfProject = z.strictObject({ project: ProjectKey })
const ByPayer = z.record(z.string(), Account)
const Payer = z.object({ key: z.string(), name: Text })
/** What was paid by the end of each month, and what share of the year was gone. */
const Month = z.object({ month: z.number().int(), paidFen: z.number().int(), elapsed: z.number(), share: z.number().nullable() })

/** What the fund is spent on, from proposal to publication. */
export const projectsOperations = {
  'projects.list': operation(
    'query',
    "The year's projects, each with its state, amounts, and what of filing and publication is due",
    OfYear,
    z.object({ year: Year, today: Day, closed: z.boolean(), rules: ProjectRules, projects: z.array(ProjectLine) }),
  ),
  'projects.get': operation(
    'query',
    'A project with its dated steps',
    ProjectKey,
    z.object({ project: ProjectLine, events: z.array(ProjectEvent) }),
  ),
  'projects.accounts': operation(
    'query',
    'Carry-over + received - paid - committed = free, by community, place and payer at a date; with where ledger and register differ',
    OfYear.extend({ date: Day.optional() }),
    z.object({
      year: Year,
      date: Day,
      payers: z.array(Payer),
      communities: z.array(CommunityAccount.extend({ byPayer: ByPayer })),
      places: z.array(z.object({ district: z.string(), subdistrict: z.string().nullable(), account: Account, byPayer: ByPayer })),
      total: Account,
      byPayer: ByPayer,
      problems: z.array(Problem),
    }),
  ),
  'projects.supervision': operation(
    'query',
    'What is wrong with the use of the money, by project, community and place',
    OfYear,
    z.object({
      year: Year,
      today: Day,
      elapsed: z.number(),
      /** Whether a project or a receipt was entered; else nothing is known of the money. */
      kept: z.boolean(),
      findings: z.array(Finding),
      /** The year of the plan that comes next; null: none. */ next: Year.nullable(),
    }),
  ),
  'projects.ofCommunity': operation(
    'query',
    "One community's account, projects, findings, and what each payer owes it; of those merged into it as well",
    OfYear.extend({ key: z.string() }),
    z.object({
      year: Year,
      /** At which its account is looked at. */
      date: Day,
      /** Whether the year's register is kept; else nothing is known of the money. */
      kept: z.boolean(),
      /** null: the year does not have the community, nor any money of it. */
      account: CommunityAccount.nullable(),
      projects: z.array(ProjectLine),
      findings: z.array(Finding),
      payers: z.array(Dues.extend({ name: Text })),
    }),
  ),
  'projects.months': operation(
    'query',
    'What was paid by the end of each month, of the city, a district, a subdistrict or one community, against the time gone',
    OfYear.extend({ district: z.string().optional(), subdistrict: z.string().optional(), key: z.string().optional() }),
    z.array(Month),
  ),
  'projects.add': operation(
    'command',
    'Enters a project; with a day, as proposed on it',
    z.strictObject({
      ...OfYear.shape,
      key: z.string(),
      number: ProjectKey.shape.number.optional(),
      proposed: Day.optional(),
      plan: ProjectPlan,
    }),
    ProjectKey,
  ),
  'projects.edit': operation(
    'command',
    'Changes what is planned of projects, as it is typed into cells; all or none',
    z.strictObject({
      cells: z
        .array(z.strictObject({ project: ProjectKey, field: z.string(), text: z.string().max(2000) }))
        .min(1)
        .max(20_000),
    }),
    Done,
  ),
  'projects.step': operation(
    'command',
    'Enters a dated step of a project, or corrects the one at that position',
    OfProject.extend({ event: ProjectEvent, position: z.number().int().min(0).optional() }),
    Done,
  ),
  'projects.takeBack': operation(
    'command',
    'Takes a step of a project out again',
    OfProject.extend({ position: z.number().int().min(0) }),
    Done,
  ),
  'projects.answer': operation(
    'command',
    'Says whether a purpose with a suspected word is allowed, with the reason; null takes the answer back',
    OfProject.extend({ use: UseAnswer.nullable() }),
    Done,
  ),
  'projects.remove': operation('command', 'Removes a project that is not decided', OfProject, Done),
  'projects.rules': operation('command', 'Sets what is asked of projects: uses, caps, forbidden words, periods', ProjectRules, Done),
  'projects.close': operation(
    'command',
    "Closes a year's register, or opens it again",
    z.strictObject({ year: Year, closed: z.boolean() }),
    Done,
  ),
  'projects.toIndicators': operation(
    'command',
    "Takes a year's uncommitted carry-over and execution into the next year's indicators",
    OfYear,
    z.object({ year: Year, communities: z.number().int() }),
  ),
  'projects.preview': operation(
    'query',
    'Reads a sheet of projects and says what it would add and change',
    upload({ ...OfYear.shape, ...Task }),
    z.object({
      id: z.string(),
      file: z.string(),
      added: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      problems: z.array(Problem),
      errors: z.number().int(),
    }),
  ),
  'projects.apply': operation(
    'command',
    'Enters the projects of a previewed sheet as one step, all or none',
    z.strictObject({ id: z.string(), ...Task }),
    z.object({ added: z.number().int(), changed: z.number().int() }),
  ),
  'projects.export': operation(
    'query',
    "The year's projects as a sheet that can be changed and imported; an empty one where there is none",
    OfYear.extend({ language: OneLanguage.default('zh') }),
    File,
  ),
  'projects.paper': operation(
    'query',
    'The notice to residents or the filing sheet of projects as a workbook',
    z.strictObject({
      paper: z.enum(['publication', 'filing']),
      projects: z.array(ProjectKey).min(1).max(500),
      language: OneLanguage.default('zh'),
    }),
    File,
  ),
  'projects.overdue': operation(
    'query',
    'How many findings stand, and of how many communities',
    None,
    z.object({ findings: z.number().int(), communities: z.number().int() }),
  ),
} as const
