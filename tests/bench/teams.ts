import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { factColumns, runPolicy } from '../../src-main/engine/index.ts'
import { brokenDemands, evennessOf, postTeams, workOf, type TeamsProblem } from '../../src-main/engine/teams/index.ts'
import { DELIVERED_TEAMS, type TeamSettings, type TeamStaff } from '../../src-main/model/teams.ts'
import { CommandLine } from '../../src-main/modules/command-line/index.ts'
import { solveInWorker } from '../../src-main/modules/teams/in-worker.ts'

// 33 teams over the 180 communities of the sample city, and 200 over 2,000 made from them: solved, beside the same number of communities for
// each team and a greedy posting within districts, in one run. Run: node tests/bench/teams.ts

const resourcesFolder = join(import.meta.dirname, '../../resources')
const SAMPLE = 'sample-city.xlsx'
const app = new CommandLine({ resourcesFolder, version: '0.0.0' })
const policy = app.policyNamed('reference')
const sheet = await app.factsFrom({ bytes: readFileSync(join(resourcesFolder, SAMPLE)), fileName: SAMPLE, policies: [policy] })
const columns = factColumns([...sheet.standard, ...policy.indicators], sheet.facts, [])
const works = workOf(columns, runPolicy(columns, policy), DELIVERED_TEAMS)
const city = columns.facts.map(({ key, district, subdistrict }, row) => ({
  key,
  district,
  subdistrict,
  work: works[row]!.work,
  today: null,
}))

/** The city so often anew, with work that differs by a fixed pattern, in subdistricts of its own within the same districts. */
const enlarged = (count: number): TeamsProblem['communities'] =>
  Array.from({ length: count }, (_, at) => {
    const [community, copy] = [city[at % city.length]!, Math.floor(at / city.length)]
    const factor = 0.6 + (0.8 * ((at * 7919) % 1000)) / 1000
    return {
      ...community,
      key: `${community.key}-${copy}`,
      subdistrict: `${community.subdistrict}${copy}`,
      work: Math.round(community.work * factor),
    }
  })

interface Posting {
  teams: readonly number[]
  staff: readonly TeamStaff[]
}
const officersOf = ({ staff }: Posting): number[] =>
  staff.map(({ officers }) => Object.values(officers).reduce((sum, each) => sum + each, 0))
const imbalanceOf = ({ communities }: TeamsProblem, posting: Posting): number => {
  const loads = officersOf(posting).map((officers) => ({ officers, work: 0 }))
  communities.forEach(({ work }, row) => (loads[posting.teams[row]! - 1]!.work += work))
  return evennessOf(loads)!.imbalance
}
const brokenIn = ({ communities, settings }: TeamsProblem, { teams, staff }: Posting): number =>
  brokenDemands({ communities, settings, staff, posted: communities.map(({ key }, row) => ({ key, team: teams[row]! })) }).length

/** The same number of communities for each team, one after the other in the order of their codes. */
const equalCounts = ({ communities, settings }: TeamsProblem): number[] =>
  communities.map((_, at) => 1 + Math.floor((at * settings.teams) / communities.length))

/** Teams shared out among districts by their work; within a district the most work first, to whichever team has least per officer. */
function greedy({ communities, settings }: TeamsProblem, officers: readonly number[]): number[] {
  const districts = [
    ...Map.groupBy(
      communities.map((_, row) => row),
      (row) => communities[row]!.district,
    ).values(),
  ]
  const workOfRows = (rows: readonly number[]): number => rows.reduce((sum, row) => sum + communities[row]!.work, 0)
  const all = workOfRows(communities.map((_, row) => row))
  const shares = districts.map((rows) => ({ rows, teams: Math.max(1, Math.floor((settings.teams * workOfRows(rows)) / all)) }))
  while (shares.reduce((sum, each) => sum + each.teams, 0) < settings.teams)
    shares.sort((a, b) => workOfRows(b.rows) / b.teams - workOfRows(a.rows) / a.teams)[0]!.teams += 1
  const teams = communities.map(() => 0)
  let first = 0
  for (const { rows, teams: count } of shares) {
    const loads = Array.from({ length: count }, () => 0)
    for (const row of [...rows].sort((a, b) => communities[b]!.work - communities[a]!.work)) {
      const each = loads.map((load, at) => load / officers[first + at]!)
      const least = each.indexOf(Math.min(...each))
      teams[row] = first + least + 1
      loads[least]! += communities[row]!.work
    }
    first += count
  }
  return teams
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`
const line = (name: string, problem: TeamsProblem, posting: Posting, note: string): void =>
  console.log(`  ${name.padEnd(44)}${percent(imbalanceOf(problem, posting)).padStart(10)}  broken ${brokenIn(problem, posting)}  ${note}`)

async function compare(title: string, problem: TeamsProblem, seconds: number): Promise<void> {
  console.log(`${title}: imbalance (most - least) / mean of work per officer`)
  const started = performance.now()
  const end = started + 1000 * seconds
  const answer = (await postTeams(problem, { left: () => (end - performance.now()) / 1000 }))!
  const took = (performance.now() - started) / 1000
  const { imbalance, bound } = answer.proof
  const same = { teams: equalCounts(problem), staff: answer.staff }
  line(
    'solved',
    problem,
    answer,
    `${took.toFixed(1)} s of ${seconds}; bound ${percent(bound)}, gap ${percent((imbalance - bound) / imbalance)} of it`,
  )
  line('greedy within districts', problem, { teams: greedy(problem, officersOf(answer)), staff: answer.staff }, '')
  line('the same number of communities for each team', problem, same, '')
  console.log(`  below the same number of communities by      ${percent(1 - imbalance / imbalanceOf(problem, same)).padStart(9)}`)
}

/** How long a solution under way takes to end when it is cancelled. */
async function cancelled(problem: TeamsProblem): Promise<void> {
  const controller = new AbortController()
  let asked = 0
  await solveInWorker({ job: 'solve', problem, seconds: 60 }, controller.signal, () => {
    if (asked === 0) asked = performance.now()
    controller.abort()
  }).catch(() => undefined)
  console.log(`cancelled while solving: ended after ${(performance.now() - asked).toFixed(0)} ms`)
}

const large: TeamSettings = {
  ...DELIVERED_TEAMS,
  teams: 200,
  least: 2,
  most: 20,
  bureaus: DELIVERED_TEAMS.bureaus.map((each) => ({ ...each, officers: Math.ceil((each.officers * 200) / 33) })),
}
await compare('33 teams, 180 communities', { communities: city, settings: DELIVERED_TEAMS }, 10)
await compare('200 teams, 2,000 communities', { communities: enlarged(2000), settings: large }, 60)
await cancelled({ communities: enlarged(2000), settings: large })
