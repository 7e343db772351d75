import { demandsOf, withoutDemand, type TeamDemand, type TeamProof } from '../../model/teams.ts'
import { contradiction } from './demands.ts'
import type { TeamsProblem } from './ground.ts'
import { postTeams, type TeamsWatch } from './solve.ts'

/** How even a posting could be without one demand. */
export interface DemandPrice {
  demand: TeamDemand
  /** null: nothing was found in the time given. */
  proof: TeamProof | null
}

/** @returns what each demand costs in evenness: the answer without it, demand by demand */
export async function demandPrices(problem: TeamsProblem, { left, progress = () => undefined }: TeamsWatch): Promise<DemandPrice[]> {
  const demands = demandsOf(problem.settings)
  const prices: DemandPrice[] = []
  for (const [at, demand] of demands.entries()) {
    progress('sharing', at, demands.length)
    const own = left() / (demands.length - at)
    const until = left() - own
    const settings = { ...withoutDemand(problem.settings, demand), slack: 0 }
    const without = { ...problem, settings }
    const answer = (await contradiction(without)) === null ? await postTeams(without, { left: () => left() - until }) : null
    prices.push({ demand, proof: answer?.proof ?? null })
  }
  return prices
}
