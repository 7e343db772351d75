import type { Bureau, TeamSettings, TeamStaff } from '../../model/teams.ts'

const present = ({ officers }: TeamStaff): number => Object.values(officers).reduce((sum, each) => sum + each, 0)

/**
 * Which officers each team has: one of every required bureau, then the others so that a bureau comes into as many teams as it can. What
 * remains to be posted of a bureau goes first where it has none yet. Nobody is posted twice: where a bureau has too few, teams are
 * without it.
 * @param sizes officers of each team; there are as many officers as that
 */
export function staffOf(bureaus: readonly Bureau[], sizes: readonly number[]): TeamStaff[] {
  const left = new Map(bureaus.map((each) => [each.key, each.officers]))
  const staff = sizes.map((_, at) => ({ team: at + 1, officers: Object.fromEntries(bureaus.map(({ key }) => [key, 0])) }))
  const take = (team: TeamStaff, key: string): void => {
    if (left.get(key)! === 0 || present(team) >= sizes[team.team - 1]!) return
    team.officers[key]! += 1
    left.set(key, left.get(key)! - 1)
  }
  for (const { key, required } of bureaus) if (required) for (const team of staff) take(team, key)
  const most = Math.max(...sizes)
  for (let round = 0; round < most; round++)
    for (const team of staff) {
      const free = bureaus.filter(({ key }) => left.get(key)! > 0)
      const [next] = free.sort((a, b) => team.officers[a.key]! - team.officers[b.key]! || left.get(b.key)! - left.get(a.key)!)
      if (next !== undefined) take(team, next.key)
    }
  return staff
}

/** @returns whether these officers are those that the bureaus have, in teams of which none breaks what is asked of officers */
export function staffHolds(staff: readonly TeamStaff[], { bureaus, teams, officersLeast, officersMost }: StaffDemands): boolean {
  const known = new Set(bureaus.map((each) => each.key))
  return (
    staff.length === teams &&
    bureaus.every(({ key, officers }) => staff.reduce((sum, each) => sum + (each.officers[key] ?? 0), 0) === officers) &&
    staff.every(
      (team) =>
        present(team) >= officersLeast &&
        present(team) <= officersMost &&
        Object.entries(team.officers).every(([key, officers]) => officers === 0 || known.has(key)) &&
        bureaus.every(({ key, required }) => !required || (team.officers[key] ?? 0) > 0),
    )
  )
}
type StaffDemands = Pick<TeamSettings, 'bureaus' | 'teams' | 'officersLeast' | 'officersMost'>
