import { demandsOf, withoutDemand, type TeamDemand, type TeamProof } from '../../model/teams.ts'
import { brokenDemands } from './check.ts'
import { contradiction } from './demands.ts'
import type { TeamsProblem } from './ground.ts'
import { postTeams, type TeamsAnswer, type TeamsWatch } from './solve.ts'

/** How even a posting could be without one demand. */
interface DemandPrice {
  demand: TeamDemand
  /** null: nothing was found in the time given. */
  proof: TeamProof | null
}
export interface DemandPrices {
  /** How even it can be with all demands, found as the others are; null: nothing was found. */
  all: TeamProof | null
  prices: DemandPrice[]
}

/** Officers are shared out as evenly as can be whatever is asked of them: only these demands can cost evenness. */
const COSTLY: readonly TeamDemand['kind'][] = ['reach', 'least', 'most', 'own']

/** Whether an answer to one problem is one to another as well. */
const answers = ({ teams, staff }: TeamsAnswer, { communities, settings }: TeamsProblem): boolean =>
  brokenDemands({ communities, settings, staff, posted: communities.map(({ key }, row) => ({ key, team: teams[row]! })) }).length === 0

/** @returns what each demand costs in evenness: the most even answer with all of them, and without each */
export async function demandPrices(problem: TeamsProblem, { left, progress = () => undefined }: TeamsWatch): Promise<DemandPrices> {
  const demands = demandsOf(problem.settings).filter(({ kind }) => COSTLY.includes(kind))
  const even = { ...problem, settings: { ...problem.settings, slack: 0 } }
  const solved = async (asked: TeamsProblem, at: number): Promise<TeamsAnswer | null> => {
    progress('sharing', at, demands.length + 1)
    const own = left() / (demands.length + 1 - at)
    const until = left() - own
    return (await contradiction(asked)) === null ? postTeams(asked, { left: () => left() - until }) : null
  }
  const all = await solved(even, 0)
  const prices: DemandPrice[] = []
  for (const [at, demand] of demands.entries()) {
    const without = { ...even, settings: withoutDemand(even.settings, demand) }
    const answer = await solved(without, at + 1)
    const isNoBetter = all !== null && (answer === null || all.proof.imbalance < answer.proof.imbalance) && answers(all, without)
    prices.push({ demand, proof: isNoBetter ? { ...all.proof, bound: answer?.proof.bound ?? 0, proven: false } : (answer?.proof ?? null) })
  }
  return { all: all?.proof ?? null, prices }
}
