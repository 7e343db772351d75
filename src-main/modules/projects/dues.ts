import { duesOf } from '../../engine/projects/index.ts'
import { communityOf } from '../../model/plan.ts'
import type { CommunityDues } from '../../model/receipt.ts'
import type { Desk } from '../../desk/desk.ts'
import { today } from '../calendar/index.ts'
import { heirs, payersIn, plannedDues } from './book.ts'

/** What each payer owes to each community of a year as of today, in the order of the plan; what came in for one that was merged counts to its heir. */
export const duesAt = (desk: Desk, year: number): CommunityDues[] => {
  const now = today(desk)
  return desk.derived(`dues ${year} ${now}`, () => {
    const instalments = desk.store.read.spendingSettings.instalments()
    const payers = payersIn(desk, year)
    const planned = plannedDues(desk, year)
    const heirIn = heirs(desk, year, year)
    const receipts = Map.groupBy(desk.store.read.receipts.list(year), ({ key, payer }) => `${heirIn(key)}\n${payer}`)
    return desk.factsOf(year).map((community) => {
      const due = planned.get(community.key) ?? null
      return {
        ...communityOf(community),
        payers: payers.map(({ key }) =>
          duesOf(key, due === null ? null : (due[key] ?? 0), receipts.get(`${community.key}\n${key}`) ?? [], instalments, year, now),
        ),
      }
    })
  })
}
