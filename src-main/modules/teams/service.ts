import type { TeamProof, TeamStaff } from '../../model/teams.ts'
import { appError } from '../../shared/app-error.ts'
import { namesIn } from '../../words/summaries.ts'
import { brokenDemands, staffHolds, type TeamsProblem } from '../../engine/teams/index.ts'
import { teamsWorkbook } from '../../documents/teams/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { fileAnswer } from '../../desk/file-answer.ts'
import type { OperationContext, Service } from '../../desk/service.ts'
import { contradictionError, refuseHopeless, refuseWrongSettings } from './demands.ts'
import { enteredDuties } from './duties.ts'
import { solveInWorker, type TeamsJob, type TeamsOutcome } from './in-worker.ts'
import { readNeighbours } from './neighbours.ts'
import { handPosts, postingNow, postsNow, problemHash, problemNow, settingsKept, settingsNow, staffFor } from './posting.ts'

/** What was solved last and waits to be taken. */
interface Proposal {
  problem: string
  teams: readonly number[]
  staff: readonly TeamStaff[]
  /** null: a repair proves nothing of evenness. */
  proof: TeamProof | null
}
const proposals = (desk: Desk): { last: Proposal | null } => desk.kept('team proposal', () => ({ last: null }))

const REPAIR_SECONDS = 20
/** From where to where the bar goes while a posting is shared out, divided, and brought near to today's. */
const STAGES = { sharing: [0, 30], dividing: [30, 60], keeping: [60, 100] } as const
const WHOLE = 100

/** Starts a thread and gives its answer, or why there is none. @throws teams.contradiction, teams.none ..., task.cancelled */
async function outcomeOf(desk: Desk, job: TeamsJob, { signal, progress }: OperationContext): Promise<TeamsOutcome> {
  const { settings, communities } = job.problem
  refuseHopeless(settings, communities.length)
  const outcome = await desk.inThread(signal, (until) =>
    solveInWorker(job, until, (stage, done, total) => {
      const [from, to] = job.job === 'prices' ? [0, WHOLE] : STAGES[stage]
      progress(from + Math.floor(((to - from) * done) / total), WHOLE, '')
    }),
  )
  const names = new Map(desk.facts.map((each) => [each.key, each.name]))
  if (outcome.kind === 'contradiction') {
    // Where nothing that is asked is to blame, there is not enough of something.
    if (outcome.demands.length === 0) throw appError('teams.tooMany', { teams: settings.teams, communities: communities.length })
    throw contradictionError(outcome.demands, settings, (key) => names.get(key) ?? key)
  }
  return outcome
}

const changesIn = ({ communities }: TeamsProblem, teams: readonly number[]): number =>
  communities.filter(({ today }, row) => today !== null && today !== teams[row]).length

/** Nothing is offered that does not keep to what is asked, whoever has solved it. @throws Error, a fault of ours */
function assertKept({ communities, settings }: TeamsProblem, teams: readonly number[], staff: readonly TeamStaff[]): void {
  const posted = communities.map(({ key }, row) => ({ key, team: teams[row]! }))
  const broken = brokenDemands({ communities, settings, posted, staff })
  if (broken.length > 0) throw new Error(`The posting breaks a demand: ${JSON.stringify(broken[0])}`)
}

async function solve(desk: Desk, seconds: number, context: OperationContext) {
  const problem = problemNow(desk, 'today')
  const outcome = await outcomeOf(desk, { job: 'solve', problem, seconds }, context)
  if (outcome.kind !== 'answer') throw appError('teams.notFound')
  const { teams, staff, proof } = outcome.answer
  assertKept(problem, teams, staff)
  proposals(desk).last = { problem: problemHash(problem), teams, staff, proof }
  return { proof, changes: changesIn(problem, teams), proven: proof.proven, imbalance: proof.imbalance }
}

async function repair(desk: Desk, kept: readonly string[], context: OperationContext) {
  const problem = problemNow(desk, 'team')
  const outcome = await outcomeOf(desk, { job: 'repair', problem, kept, seconds: REPAIR_SECONDS }, context)
  if (outcome.kind === 'impossible') throw appError(kept.length === 0 ? 'teams.impossible' : 'teams.repairImpossible')
  if (outcome.kind === 'tooLarge') throw appError('teams.repairTooLarge', { communities: problem.communities.length })
  if (outcome.kind !== 'repaired') throw appError('teams.repairUnknown')
  const { teams, changes, proven } = outcome.repaired
  const staff = staffNow(desk, problem)
  assertKept(problem, teams, staff)
  const proposal = { problem: problemHash(problem), teams, staff, proof: null }
  proposals(desk).last = proposal
  return { proof: null, changes, proven, imbalance: postingNow(desk, proposal).after?.imbalance ?? null }
}

/** The officers of the teams as they are kept; where they are not those that are asked for, by the work of each. */
function staffNow(desk: Desk, { settings, communities }: TeamsProblem): TeamStaff[] {
  const kept = desk.store.read.teamPlans.staff(desk.year.year)
  if (staffHolds(kept, settings)) return kept
  const works = new Map<number, number>()
  for (const { today, work } of communities) if (today !== null) works.set(today, (works.get(today) ?? 0) + work)
  return staffFor(settings, works)
}

async function take(desk: Desk): Promise<void> {
  const { last } = proposals(desk)
  const problem = problemNow(desk, 'today')
  if (last === null || last.problem !== problemHash(problem)) throw appError('teams.stale')
  const { year } = desk.year
  const before = desk.store.read.teamPlans.find(year)?.proof ?? null
  const proof = last.proof === null ? before : { bound: last.proof.bound, problem: last.problem }
  const planned = problemNow(desk, 'team')
  const count = planned.communities.filter(({ today }, row) => today !== last.teams[row]).length
  await desk.store.command('teams.take', { key: 'teamTake', params: { count } }, (plan) => {
    handPosts(desk).clear()
    plan.teamPlans.save(year, settingsKept(desk), proof)
    plan.teamPlans.saveStaff(year, last.staff)
    plan.teamPosts.save(
      year,
      problem.communities.map(({ key, today }, row) => ({ key, today, team: last.teams[row]! })),
    )
  })
  proposals(desk).last = null
}

async function move(desk: Desk, keys: readonly string[], team: number | null): Promise<void> {
  const settings = settingsNow(desk)
  if (team !== null && team > settings.teams) throw appError('teams.teamUnknown', { value: team, limit: settings.teams })
  const { year } = desk.year
  const names = new Map(desk.facts.map((each) => [each.key, each.name]))
  for (const value of keys) if (!names.has(value)) throw appError('plan.communityUnknown', { value }, { community: value })
  const planned = problemNow(desk, 'team')
  const before = new Map(desk.store.read.teamPosts.list(year).map((each) => [each.key, each]))
  const params = {
    ...namesIn(
      'names',
      keys.map((key) => names.get(key)!),
    ),
    team: team ?? 0,
  }
  await desk.store.command('teams.move', { key: team === null ? 'teamFree' : 'teamMove', params }, (plan) => {
    for (const key of keys) handPosts(desk).set(key, team)
    plan.teamPlans.save(year, settingsKept(desk), desk.store.read.teamPlans.find(year)?.proof ?? null)
    plan.teamPlans.saveStaff(year, staffNow(desk, planned))
    plan.teamPosts.save(
      year,
      keys.map((key) => ({ key, team, today: before.get(key)?.today ?? null })),
    )
  })
}

export const teams = (desk: Desk) =>
  ({
    'teams.get': () => desk.derived('teams now', () => postingNow(desk)),
    'teams.settings': async (settings) => {
      refuseWrongSettings(desk, settings)
      const { year } = desk.year
      const officers = settings.bureaus.reduce((sum, each) => sum + each.officers, 0)
      const posted = { ...problemNow(desk, 'team'), settings }
      const hasStaff = desk.store.read.teamPlans.staff(year).length > 0
      await desk.store.command('teams.settings', { key: 'teamSettings', params: { teams: settings.teams, officers } }, (plan) => {
        plan.teamPlans.save(year, settings, plan.teamPlans.find(year)?.proof ?? null)
        if (hasStaff) plan.teamPlans.saveStaff(year, staffNow(desk, posted))
      })
      return {}
    },
    'teams.proposal': () => {
      const { last } = proposals(desk)
      if (last === null || last.problem !== problemHash(problemNow(desk, 'today'))) throw appError('teams.stale')
      return postingNow(desk, last)
    },
    'teams.neighbours': ({ text }) => ({ pairs: readNeighbours(text, desk.facts) }),
    'teams.solve': ({ seconds }, context) => solve(desk, seconds, context),
    'teams.repair': ({ kept }, context) => repair(desk, kept, context),
    'teams.take': async () => {
      await take(desk)
      return {}
    },
    'teams.prices': async ({ seconds }, context) => {
      const outcome = await outcomeOf(desk, { job: 'prices', problem: problemNow(desk, 'today'), seconds }, context)
      return outcome.kind === 'prices' ? outcome.prices : { all: null, prices: [] }
    },
    'teams.move': async ({ keys, team }) => {
      await move(desk, keys, team)
      return {}
    },
    'teams.settle': async () => {
      const { year } = desk.year
      const posts = [...postsNow(desk).values()]
      const count = posts.filter((each) => each.today !== each.team).length
      await desk.store.command('teams.settle', { key: 'teamSettle', params: { count } }, (plan) => {
        plan.teamPlans.saveToday(year, plan.teamPlans.staff(year))
        plan.teamPosts.save(
          year,
          posts.map((each) => ({ ...each, today: each.team })),
        )
      })
      return {}
    },
    'teams.duties': () => desk.store.read.teamDuties.list(desk.year.year),
    'teams.enter': async ({ cells }) => {
      const counts = enteredDuties(desk, cells)
      await desk.store.command('teams.enter', { key: 'teamDuties', params: { count: cells.length } }, (plan) =>
        plan.teamDuties.save(desk.year.year, counts),
      )
      return { entered: cells.length }
    },
    'teams.export': async ({ language }) => {
      const { year, synthetic } = desk.year
      const duties = desk.store.read.teamDuties.list(year)
      const bytes = await teamsWorkbook({ ...postingNow(desk), duties, language, synthetic })
      return fileAnswer(language === 'en' ? `Service teams ${year}` : `${year}年服务队派驻`, 'xlsx', bytes)
    },
  }) satisfies Partial<Service>
