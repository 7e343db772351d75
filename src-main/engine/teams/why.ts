import type { TeamDemand, TeamSettings } from '../../model/teams.ts'
import { groundOf, type TeamsProblem } from './ground.ts'

/** Out of what a team can't reach, and which demands leave it no choice. */
interface TeamReason {
  part: { districts: string[]; communities: number; work: number; teams: number; officers: number }
  binding: TeamDemand[]
}

/** Less than this share of the mean is no reason. */
const NOTHING = 0.01

function bindingOf(settings: TeamSettings, keys: readonly string[], isApart: boolean): TeamDemand[] {
  const { least, most, own, reach } = settings
  const alone = keys.filter((key) => own.includes(key))
  return [
    ...(isApart ? [{ kind: 'reach', value: reach } as const] : []),
    ...(most !== null && keys.length === most ? [{ kind: 'most', value: String(most) } as const] : []),
    ...(least !== null && keys.length === least && alone.length === 0 ? [{ kind: 'least', value: String(least) } as const] : []),
    ...alone.map((key): TeamDemand => ({ kind: 'own', value: key })),
  ]
}

/**
 * Why each team is as large as it is.
 * @param teams the team of each community, from 1; 0: none
 * @param officers of each team
 */
export function reasonsOfTeams(problem: TeamsProblem, teams: readonly number[], officers: readonly number[]): TeamReason[] {
  const { parts, work } = groundOf(problem)
  const { communities, settings } = problem
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
  const mean = sum(work) / sum(officers)
  return officers.map((_, at) => {
    const rows = communities.flatMap((__, row) => (teams[row] === at + 1 ? [row] : []))
    const part = parts.find((each) => each.rows.includes(rows[0]!))?.rows ?? []
    const inside = new Set(part.map((row) => teams[row]!))
    const posted = officers.flatMap((number, team) => (inside.has(team + 1) ? [number] : []))
    const own = { work: sum(part.map((row) => work[row]!)), officers: sum(posted) }
    const isApart = parts.length > 1 && Math.abs(own.work / own.officers / mean - 1) > NOTHING
    return {
      part: {
        districts: [...new Set(part.map((row) => communities[row]!.district))],
        communities: part.length,
        teams: posted.length,
        ...own,
      },
      binding: bindingOf(
        settings,
        rows.map((row) => communities[row]!.key),
        isApart,
      ),
    }
  })
}
