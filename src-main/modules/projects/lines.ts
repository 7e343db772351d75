import { dutiesOf, findingsOfCommunity, findingsOfProject, findingsOfRounds, type StandingProject } from '../../engine/projects/index.ts'
import { dayAfter, daysBetween, yearOfDay, type Day, type WorkingDays } from '../../model/calendar.ts'
import type { Finding, ProjectLine } from '../../model/project.ts'
import type { Desk } from '../../desk/desk.ts'
import { workingDaysOf } from '../calendar/index.ts'
import { accountsAt, dayOf, heirs, isKept, payersIn, placeOf } from './book.ts'
import { duesAt } from './dues.ts'

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

/** @returns the share of a year that is gone by a day */
export function elapsedOf(year: number, day: Day): number {
  if (yearOfDay(day) !== year) return yearOfDay(day) < year ? 0 : 1
  const first = `${year}-01-01`
  return daysBetween(first, dayAfter(day, 1)) / daysBetween(first, `${year + 1}-01-01`)
}

/** Payers who are short of what is due, once a register is kept at all; late in working days, as everything else here. */
function latePayers(desk: Desk, year: number, now: Day): Finding[] {
  if (!isKept(desk, year)) return []
  const days = remembering(workingDaysOf(desk))
  const names = new Map(payersIn(desk, year).map(({ key, name }) => [key, name]))
  return duesAt(desk, year).flatMap(({ key, payers }) =>
    payers.flatMap(({ payer, shortFen, instalments }): Finding[] => {
      const open = instalments.find((each) => each.receivedFen < each.fen)
      if (shortFen === null || shortFen === 0 || open === undefined) return []
      const { days: late, uncertain } = days.between(open.due, now)
      const about = { kind: 'receiptLate', year, key, number: null, duty: null } as const
      const { zh: word, en: wordEn } = names.get(payer)!
      return [{ ...about, fen: shortFen, days: late, uncertain, word, wordEn }]
    }),
  )
}

/** @returns everything that is wrong with the use of a year's money as of a day: of projects first, then of communities */
export const findingsAt = (desk: Desk, year: number, now: Day): Finding[] =>
  desk.derived(`findings ${year} ${now}`, () => {
    // Where nobody has entered a project or a receipt, nothing is known of the money: it is not idle, and nobody is late.
    if (!isKept(desk, year)) return []
    const rules = desk.store.read.spendingSettings.rules()
    const lines: readonly StandingProject[] = linesAt(desk, year, now)
    const heirIn = heirs(desk, year, year)
    const elapsed = elapsedOf(year, now)
    return [
      ...lines.flatMap((each) => findingsOfProject(each, rules)),
      ...latePayers(desk, year, now),
      ...accountsAt(desk, year, dayOf(desk, year)).flatMap((account) =>
        findingsOfCommunity({ year, key: account.key }, account, rules, elapsed),
      ),
      // Of a community that was merged since, told where its money is now.
      ...[...Map.groupBy(lines, (each) => each.key)].flatMap(([key, own]) => findingsOfRounds({ year, key: heirIn(key) }, own, rules)),
    ]
  })
