import type { Bureau, TeamStaff } from '../../model/teams.ts'

/**
 * Which officers each team has: one of every required bureau, then the others so that a bureau comes into as many teams as it can. What
 * remains to be posted of a bureau goes first where it has none yet.
 * @param sizes officers of each team; there are as many officers as that, and enough of every required bureau
 */
export function staffOf(bureaus: readonly Bureau[], sizes: readonly number[]): TeamStaff[] {
  const left = new Map(bureaus.map((each) => [each.key, each.officers]))
  const staff = sizes.map((_, at) => ({ team: at + 1, officers: Object.fromEntries(bureaus.map(({ key }) => [key, 0])) }))
  const take = (team: TeamStaff, key: string): void => {
    team.officers[key]! += 1
    left.set(key, left.get(key)! - 1)
  }
  for (const { key, required } of bureaus) if (required) for (const team of staff) take(team, key)
  const present = (team: TeamStaff): number => Object.values(team.officers).reduce((sum, each) => sum + each, 0)
  const most = Math.max(...sizes)
  for (let round = present(staff[0]!); round < most; round++)
    staff.forEach((team, at) => {
      if (present(team) >= sizes[at]!) return
      const free = bureaus.filter(({ key }) => left.get(key)! > 0)
      const [next] = free.sort((a, b) => team.officers[a.key]! - team.officers[b.key]! || left.get(b.key)! - left.get(a.key)!)
      if (next !== undefined) take(team, next.key)
    })
  return staff
}
