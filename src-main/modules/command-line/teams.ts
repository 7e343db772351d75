import type { OutputOf } from '../../contract/operations.ts'
import { factColumns, runPolicy } from '../../engine/index.ts'
import { contradiction, postTeams, workOf } from '../../engine/teams/index.ts'
import { communityOf } from '../../model/plan.ts'
import type { Policy } from '../../model/policy.ts'
import { DELIVERED_TEAMS } from '../../model/teams.ts'
import { appError } from '../../shared/app-error.ts'
import { contradictionError, doubtsOf, refuseHopeless, viewOf } from '../teams/index.ts'
import type { SheetFacts } from './index.ts'

/** Longest time for a posting, in seconds. */
const SECONDS = 20

/** A posting as it is told. */
export type ToldPosting = Pick<
  OutputOf<'teams.get'>,
  'year' | 'settings' | 'communities' | 'staff' | 'teams' | 'after' | 'broken' | 'proof' | 'problems'
>

/**
 * Posts the delivered number of teams over the communities of a sheet.
 * @throws teams.contradiction, teams.tooMany, teams.none, teams.notFound; the engine's named errors
 */
export async function postingOfSheet({ facts, standard }: SheetFacts, policy: Policy): Promise<ToldPosting> {
  const columns = factColumns([...standard, ...policy.indicators], facts, [])
  const { classes } = runPolicy(columns, policy)
  const settings = DELIVERED_TEAMS
  const works = workOf(columns, { classes }, settings)
  const rows = columns.facts.map((each, row) => ({ ...communityOf(each), ...works[row]!, class: classes[row]!, team: null, today: null }))
  const problem = { settings, communities: rows }
  refuseHopeless(settings, rows.length)
  const demands = await contradiction(problem)
  if (demands !== null) throw contradictionError(demands, settings, (key) => rows.find((each) => each.key === key)?.name ?? key)
  const end = performance.now() + SECONDS * 1000
  const answer = await postTeams(problem, { left: () => (end - performance.now()) / 1000 })
  if (answer === null) throw appError('teams.notFound')
  const communities = rows.map((each, row) => ({ ...each, team: answer.teams[row]! }))
  const staff = [...answer.staff]
  const { teams, after, broken } = viewOf(settings, communities, staff, null)
  const labels = new Map([...standard, ...policy.indicators].map((each) => [each.key, each.label]))
  const problems = doubtsOf({
    facts: columns.facts,
    works,
    settings,
    unsaid: policy.classes.map((each) => each.key).filter((each) => settings.classes[each] === undefined),
    isCounted: (indicator) => labels.has(indicator),
    labelOf: (indicator) => labels.get(indicator) ?? { zh: indicator, en: indicator },
  })
  return { year: policy.effectiveYear, settings, communities, staff, teams, after, broken, proof: answer.proof, problems }
}
