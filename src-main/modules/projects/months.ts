import { yearOfDay, type Day } from '../../model/calendar.ts'
import type { OutputOf } from '../../contract/operations.ts'
import type { Community } from '../../model/plan.ts'
import type { Desk } from '../../desk/desk.ts'
import { accountsAt, dayOf, heirs, yearsOf } from './book.ts'
import { elapsedOf } from './lines.ts'

const MONTHS = 12
type ByMonth = ReadonlyMap<string, readonly number[]>

/** Adds what moved in each month to the account of its community. @returns fen by month, January first */
function addUp(moved: Iterable<{ account: string; month: number; fen: number }>): ByMonth {
  const sums = new Map<string, number[]>()
  for (const { account, month, fen } of moved) {
    const own = sums.get(account) ?? Array.from({ length: MONTHS }, () => 0)
    own[month - 1]! += fen
    sums.set(account, own)
  }
  return sums
}

/** What went out of the accounts and came into them in each month of a year, up to and with a day. */
const movedByMonth = (desk: Desk, year: number, now: Day): { paid: ByMonth; received: ByMonth } =>
  desk.derived(`moved by month ${year} ${now}`, () => {
    const { projects, receipts } = desk.store.read
    const last = `${year}-12-31`
    const [from, to] = [`${year}-01-01`, now < last ? now : last]
    const years = yearsOf(desk).filter((each) => each <= year)
    const of = (sumsOf: (each: number) => Array<{ key: string; month: number; fen: number }>): ByMonth =>
      addUp(
        years.flatMap((each) => {
          const heirIn = heirs(desk, each === year ? year : each + 1, year)
          return sumsOf(each).map(({ key, month, fen }) => ({ account: heirIn(key), month, fen }))
        }),
      )
    return { paid: of((each) => projects.paidByMonth(each, from, to)), received: of((each) => receipts.byMonth(each, from, to)) }
  })

const lastOf = (year: number, month: number): Day => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

/**
 * What was paid by the end of each month that has begun, in fen, and of what there was then.
 * @param isAsked whose accounts are added up
 */
export function monthsOf(desk: Desk, year: number, isAsked: (of: Community) => boolean): OutputOf<'projects.months'> {
  const now = dayOf(desk, year)
  const begun = yearOfDay(now) === year ? Number(now.slice(5, 7)) : yearOfDay(now) < year ? 0 : MONTHS
  const own = accountsAt(desk, year, now).filter(isAsked)
  const { paid, received } = movedByMonth(desk, year, now)
  const inMonth = (sums: ByMonth, at: number): number => own.reduce((sum, { key }) => sum + (sums.get(key)?.[at] ?? 0), 0)
  let [paidFen, available] = [0, own.reduce((sum, each) => sum + each.carryFen, 0)]
  return Array.from({ length: begun }, (_, at) => {
    paidFen += inMonth(paid, at)
    available += inMonth(received, at)
    const end = lastOf(year, at + 1)
    const elapsed = elapsedOf(year, end < now ? end : now)
    return { month: at + 1, paidFen, elapsed, share: available > 0 ? paidFen / available : null }
  })
}
