import { dutiesOf, findingsOfCommunity, findingsOfProject, type StandingProject } from '../../engine/projects/index.ts'
import { yearOfDay, type Day, type WorkingDays } from '../../model/calendar.ts'
import type { Finding, ProjectLine } from '../../model/project.ts'
import type { Desk } from '../../desk/desk.ts'
import { workingDaysOf } from '../calendar/index.ts'
import { accountsAt, dayOf, heirOf, placeOf } from './book.ts'

/** The same counting, in which what was counted once is known: of thousands of projects most are due on the same days. */
function remembering(days: WorkingDays): WorkingDays {
  const [reached, counted] = [new Map<string, ReturnType<WorkingDays['add']>>(), new Map<string, ReturnType<WorkingDays['between']>>()]
  const of = <T>(known: Map<string, T>, name: string, count: () => T): T => {
    const found = known.get(name) ?? count()
    known.set(name, found)
    return found
  }
  return {
    ...days,
    add: (from, n) => of(reached, `${from} ${n}`, () => days.add(from, n)),
    between: (from, to) => of(counted, `${from} ${to}`, () => days.between(from, to)),
  }
}

/** @returns the year's projects as of a day, each with its place and what is due, in the order of the plan's communities */
export const linesAt = (desk: Desk, year: number, now: Day): ProjectLine[] =>
  desk.derived(`project lines ${year} ${now}`, () => {
    const rules = desk.store.read.spendingSettings.rules()
    const days = remembering(workingDaysOf(desk))
    const communityOf = placeOf(desk, year)
    const order = new Map(desk.factsOf(year).map(({ key }, at) => [key, at]))
    const at = (key: string): number => order.get(key) ?? order.size
    return desk.store.read.projects
      .list(year)
      .map((each) => ({ ...each, ...communityOf(each.key), duties: dutiesOf(each, rules, days, now) }))
      .sort((one, other) => at(one.key) - at(other.key))
  })

const A_DAY = 86_400_000
/** @returns the share of a year that is gone by a day */
export function elapsedOf(year: number, day: Day): number {
  if (yearOfDay(day) !== year) return yearOfDay(day) < year ? 0 : 1
  const [first, next] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)]
  return (Date.parse(day) + A_DAY - first) / (next - first)
}

/** @returns everything that is wrong with the use of a year's money as of a day: of projects first, then of communities */
export const findingsAt = (desk: Desk, year: number, now: Day): Finding[] =>
  desk.derived(`findings ${year} ${now}`, () => {
    const rules = desk.store.read.spendingSettings.rules()
    const lines: readonly StandingProject[] = linesAt(desk, year, now)
    const byCommunity = Map.groupBy(lines, ({ key }) => heirOf(desk, key, year, year))
    const elapsed = elapsedOf(year, now)
    return [
      ...lines.flatMap((each) => findingsOfProject(each, rules)),
      ...accountsAt(desk, year, dayOf(desk, year)).flatMap((account) =>
        findingsOfCommunity({ year, key: account.key }, account, byCommunity.get(account.key) ?? [], rules, elapsed),
      ),
    ]
  })
