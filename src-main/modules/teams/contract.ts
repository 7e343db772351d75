import { z } from 'zod'
import { Done, File, None, operation, Task } from '../../contract/operation.ts'
import { Community } from '../../model/plan.ts'
import { Problem } from '../../model/problem.ts'
import {
  BrokenDemand,
  CommunityWork,
  DutyCount,
  DutyPeriod,
  Evenness,
  TeamArea,
  TeamDemand,
  TeamDuty,
  TeamNumber,
  TeamProof,
  TeamSettings,
  TeamStaff,
} from '../../model/teams.ts'

const PostedCommunity = Community.extend({
  class: z.string().nullable(),
  ...CommunityWork.omit({ key: true }).shape,
  team: TeamNumber.nullable(),
  today: TeamNumber.nullable(),
})

/** A team with its work, and why it is as large as it is. Work in tenths of a point. */
const TeamLine = z.object({
  team: TeamNumber,
  officers: z.number().int(),
  communities: z.number().int(),
  work: z.number().int(),
  visits: z.number().int(),
  /** Work of the communities that the team has today. */
  todayWork: z.number().int(),
  todayCommunities: z.number().int(),
  /** null: not known, or there is no such team today. */
  todayOfficers: z.number().int().nullable(),
  subdistricts: z.array(TeamArea),
  /** Out of which it can't reach: what lies there, and how many teams and officers share it. */
  part: z.object({
    districts: z.array(z.string()),
    communities: z.number().int(),
    work: z.number().int(),
    teams: z.number().int(),
    officers: z.number().int(),
  }),
  /** Demands that leave it no choice. */
  binding: z.array(TeamDemand),
})
export type TeamLine = z.infer<typeof TeamLine>

const Answer = z.object({
  proof: TeamProof.nullable(),
  changes: z.number().int(),
  proven: z.boolean(),
  /** What the posting comes to; null: there is no work. */
  imbalance: z.number().nullable(),
})

/** A posting with all that it comes to. */
const Posting = z.object({
  year: z.number().int(),
  settings: TeamSettings,
  /** The settings are those that are delivered, which are ours: nobody has put the department's own in their place. */
  delivered: z.boolean(),
  classes: z.array(z.string()),
  communities: z.array(PostedCommunity),
  /** Keys of communities that stand where somebody has put them since the posting was last solved or put right. */
  byHand: z.array(z.string()),
  staff: z.array(TeamStaff),
  teams: z.array(TeamLine),
  before: Evenness.nullable(),
  after: Evenness.nullable(),
  moved: z.number().int(),
  broken: z.array(BrokenDemand),
  /** null: it was never solved, or work or demands have changed since. */
  proof: TeamProof.nullable(),
  problems: z.array(Problem),
})

/** Service teams: what is asked of the year's posting, the posting itself, and the duties of each team. */
export const teamsOperations = {
  'teams.get': operation(
    'query',
    'The posting of the year: demands, work of each community, teams with their work before and after, broken demands, proof',
    None,
    Posting,
  ),
  'teams.proposal': operation('query', 'What was solved last as the posting that it would be', None, Posting),
  'teams.settings': operation('command', "Sets what is asked of the year's posting", TeamSettings, Done),
  'teams.neighbours': operation(
    'query',
    'Reads a list of neighbouring subdistricts, a line for each with those that it touches, as pairs for teams.settings',
    z.strictObject({ text: z.string().max(1_000_000) }),
    z.object({ pairs: TeamSettings.shape.neighbours }),
  ),
  'teams.solve': operation(
    'query',
    'Solves the posting: most even work, then few changes, then few subdistricts; teams.take makes it the posting of the year',
    z.strictObject({ ...Task, seconds: z.number().int().min(1).max(120).default(20) }),
    Answer,
  ),
  'teams.repair': operation(
    'query',
    'Puts the posting right with the fewest changes; communities that are named stay where they are; teams.take makes it the posting',
    z.strictObject({ ...Task, kept: z.array(z.string()).default([]) }),
    Answer,
  ),
  'teams.take': operation('command', 'Makes what was solved last the posting of the year', None, Done),
  'teams.prices': operation(
    'query',
    'How even the posting could be with all demands, and without each that can cost evenness',
    z.strictObject({ ...Task, seconds: z.number().int().min(1).max(300).default(40) }),
    z.object({ all: TeamProof.nullable(), prices: z.array(z.object({ demand: TeamDemand, proof: TeamProof.nullable() })) }),
  ),
  'teams.move': operation(
    'command',
    'Posts communities to a team by hand; without a team to none',
    z.strictObject({ keys: z.array(z.string()).min(1).max(1000), team: TeamNumber.nullable() }),
    Done,
  ),
  'teams.settle': operation('command', "Makes the posting today's, from which changes are counted", None, Done),
  'teams.duties': operation('query', 'Planned and done counts of the seven duties', None, z.array(DutyCount)),
  'teams.enter': operation(
    'command',
    'Enters planned and done counts of duties as they are typed or pasted; empty takes one away',
    z.strictObject({
      cells: z
        .array(
          z.strictObject({
            team: TeamNumber,
            duty: TeamDuty,
            per: DutyPeriod,
            period: z.number().int().min(1).max(12),
            field: z.enum(['planned', 'done']),
            text: z.string().max(100),
          }),
        )
        .min(1)
        .max(20_000),
    }),
    z.object({ entered: z.number().int() }),
  ),
  'teams.export': operation(
    'query',
    'The posting as a workbook: by team, by subdistrict, by community, and the duties',
    z.strictObject({ language: z.enum(['zh', 'en']).default('zh') }),
    File,
  ),
} as const
