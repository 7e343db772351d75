import type { BrokenDemand, Posted, TeamSettings, TeamStaff } from '../../model/teams.ts'

/** What a posting is checked against. */
interface Checked {
  communities: readonly { key: string; district: string; subdistrict: string }[]
  settings: TeamSettings
  posted: readonly Posted[]
  staff: readonly TeamStaff[]
}

const same = (a: { district: string; subdistrict: string }, b: { district: string; subdistrict: string }): boolean =>
  a.district === b.district && a.subdistrict === b.subdistrict

/** Whether two communities may stand beside each other in one team. */
function areBeside({ reach, neighbours }: TeamSettings, a: Checked['communities'][number], b: Checked['communities'][number]): boolean {
  if (same(a, b) || reach === 'any') return true
  if (reach === 'subdistrict') return false
  if (neighbours.length === 0) return a.district === b.district
  return neighbours.some(([one, other]) => (same(one, a) && same(other, b)) || (same(one, b) && same(other, a)))
}

/** The communities that can't be reached from the first one, going from one to another that may stand beside it. */
function cutOff(settings: TeamSettings, own: readonly Checked['communities'][number][]): Checked['communities'][number][] {
  const reached = own.slice(0, 1)
  let rest = own.slice(1)
  for (let at = 0; at < reached.length; at++) {
    const next = rest.filter((each) => areBeside(settings, reached[at]!, each))
    reached.push(...next)
    rest = rest.filter((each) => !next.includes(each))
  }
  // Whichever is the smaller side is the one that was cut off.
  return rest.length > reached.length ? reached : rest
}

/**
 * Looks at a posting as somebody who knows nothing of how it was made: team by team, demand by demand. It shares no code with what solves.
 * @returns every demand that is broken, and where
 */
export function brokenDemands({ communities, settings, posted, staff }: Checked): BrokenDemand[] {
  const { teams, officersLeast, officersMost, bureaus, reach, least, most, own } = settings
  const teamOf = new Map(posted.map((each) => [each.key, each.team]))
  const broken: BrokenDemand[] = []
  for (const { key } of communities) {
    const team = teamOf.get(key)
    if (team === undefined || team > teams) broken.push({ kind: 'size', value: '', team: null, key, found: team ?? null })
  }
  for (let team = 1; team <= teams; team++) {
    const members = communities.filter((each) => teamOf.get(each.key) === team)
    const officers = staff.find((each) => each.team === team)?.officers ?? {}
    const number = Object.values(officers).reduce((sum, each) => sum + each, 0)
    if (number < officersLeast || number > officersMost)
      broken.push({ kind: 'size', value: `${officersLeast}-${officersMost}`, team, key: null, found: number })
    for (const { key, required } of bureaus)
      if (required && (officers[key] ?? 0) === 0) broken.push({ kind: 'bureau', value: key, team, key: null, found: 0 })
    const alone = members.filter((each) => own.includes(each.key))
    for (const { key } of alone) if (members.length > 1) broken.push({ kind: 'own', value: key, team, key, found: members.length })
    if (members.length < (least ?? 1) && !(alone.length === 1 && members.length === 1))
      broken.push({ kind: 'least', value: String(least ?? 1), team, key: null, found: members.length })
    if (most !== null && members.length > most) broken.push({ kind: 'most', value: String(most), team, key: null, found: members.length })
    for (const { key } of cutOff(settings, members)) broken.push({ kind: 'reach', value: reach, team, key, found: null })
  }
  return broken
}
