import { TEAM_DUTY_NAMES, type DutyCount, type DutyMonths, type DutyPlan, type TeamDuty } from '../../model/teams.ts'

const MONTHS = 12
const MONTHS_OF_QUARTER = 3
/** The month (0 to 11) in which a period ends: what is counted by quarter stands in its last month. */
const lastMonth = ({ per, period }: DutyCount): number => (per === 'month' ? period : period * MONTHS_OF_QUARTER) - 1
const quarterOf = (count: DutyCount): number => Math.floor(lastMonth(count) / MONTHS_OF_QUARTER)

type Field = 'planned' | 'done'
interface Entry {
  team: number
  duty: TeamDuty
  field: Field
  month: number
  units: number
}

/** Single numbers with their months; a quarter that is also counted by month is left to its months, and counted in `doubled`. */
function entriesOf(counts: readonly DutyCount[]): { entries: Entry[]; doubled: number } {
  const placeOf = (count: DutyCount, field: Field): string => `${count.team} ${count.duty} ${field} ${quarterOf(count)}`
  const fields = ['planned', 'done'] as const
  const byMonth = new Set(
    counts.flatMap((each) => (each.per === 'month' ? fields.flatMap((field) => (each[field] === null ? [] : [placeOf(each, field)])) : [])),
  )
  const entries: Entry[] = []
  let doubled = 0
  for (const count of counts)
    for (const field of fields) {
      const units = count[field]
      if (units === null) continue
      if (count.per === 'quarter' && byMonth.has(placeOf(count, field))) doubled += 1
      else entries.push({ team: count.team, duty: count.duty, field, month: lastMonth(count), units })
    }
  return { entries, doubled }
}

/** The planned numbers of entries by month, with what was planned and done in the year; null: nothing was entered. */
function monthsOf(entries: readonly Entry[]): DutyMonths {
  const months = new Array<number>(MONTHS).fill(0)
  const sum: Record<Field, number | null> = { planned: null, done: null }
  for (const { field, month, units } of entries) {
    sum[field] = (sum[field] ?? 0) + units
    if (field === 'planned') months[month]! += units
  }
  return { months, ...sum }
}

/**
 * The duties of service teams as a year's plan: by duty, by team and in all, each of the same numbers.
 * @param teams of which it is, in the order in which they are listed
 */
export function dutyPlan(counts: readonly DutyCount[], teams: readonly number[]): DutyPlan {
  const wanted = new Set(teams)
  const { entries, doubled } = entriesOf(counts.filter((each) => wanted.has(each.team)))
  const byDuty = Map.groupBy(entries, (each) => each.duty)
  const byTeam = Map.groupBy(entries, (each) => each.team)
  return {
    duties: TEAM_DUTY_NAMES.flatMap((duty) => {
      const own = byDuty.get(duty)
      return own === undefined ? [] : [{ duty, teams: [...new Set(own.map((each) => each.team))].sort((a, b) => a - b), ...monthsOf(own) }]
    }),
    teams: teams.flatMap((team) => {
      const own = byTeam.get(team)
      return own === undefined ? [] : [{ team, ...monthsOf(own) }]
    }),
    all: monthsOf(entries),
    doubled,
  }
}
