import { brokenDemands, teamSizes, type TeamsProblem } from '../../../src-main/engine/teams/index.ts'
import type { TeamStaff } from '../../../src-main/model/teams.ts'

/** Every way to give each of so many communities one of so many teams. */
function* everyPosting(communities: number, teams: number): Generator<number[]> {
  for (let number = 0; number < teams ** communities; number++)
    yield Array.from({ length: communities }, (_, at) => (Math.floor(number / teams ** at) % teams) + 1)
}

/** Officers of one kind, as many in each team as is said. */
export const staffing = (sizes: readonly number[], key: string): TeamStaff[] =>
  sizes.map((officers, at) => ({ team: at + 1, officers: { [key]: officers } }))

/**
 * Tries every posting, with the larger teams at every place.
 * @returns the least range and, within it, the fewest changes; null: none keeps the demands
 */
export function bestOfAll({ communities, settings }: TeamsProblem): { range: number; changes: number } | null {
  let best: { range: number; changes: number } | null = null
  const sizes = teamSizes(settings)
  const orders = new Map(permutations(sizes).map((each) => [each.join(), each]))
  for (const teams of everyPosting(communities.length, settings.teams)) {
    const posted = communities.map(({ key }, at) => ({ key, team: teams[at]! }))
    const changes = communities.filter(({ today }, at) => today !== null && today !== teams[at]).length
    for (const own of orders.values()) {
      const staff = staffing(own, settings.bureaus[0]!.key)
      const each = own.map((size, team) => communities.reduce((sum, { work }, at) => sum + (teams[at] === team + 1 ? work : 0), 0) / size)
      const range = Math.max(...each) - Math.min(...each)
      if (best !== null && (range > best.range + 1e-9 || (range > best.range - 1e-9 && changes >= best.changes))) continue
      if (brokenDemands({ communities, settings, posted, staff }).length > 0) continue
      best = { range, changes }
    }
  }
  return best
}

const permutations = (values: readonly number[]): number[][] =>
  values.length <= 1
    ? [[...values]]
    : values.flatMap((each, at) => permutations(values.filter((_, other) => other !== at)).map((rest) => [each, ...rest]))
