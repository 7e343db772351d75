import { appealSum } from '../../model/appeal.ts'
import { inPlaceOrder } from '../../model/place-order.ts'
import { communityOf } from '../../model/plan.ts'
import type { OutputOf } from '../../contract/operations.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Service } from '../../desk/service.ts'
import { appealAccount, appealsOfCommunity } from './account.ts'
import { typedCounts, type MonthCell } from './counts.ts'
import { refuseSubjects, subjectsOf } from './subjects.ts'

function monthOf(desk: Desk, { month, source, subject }: MonthCell): OutputOf<'appeals.get'>['rows'] {
  const ofSource = desk.store.read.appeals.ofMonth(desk.year.year, month).filter((each) => each.source === source)
  const byKey = Map.groupBy(ofSource, (each) => each.key)
  const rows = desk.facts.map((facts) => {
    const own = byKey.get(facts.key) ?? []
    return { ...communityOf(facts), counts: own.find((each) => each.subject === subject) ?? null, all: appealSum(own) }
  })
  return [...inPlaceOrder(rows, desk.placeOrder)]
}

export const appeals = (desk: Desk) =>
  ({
    'appeals.get': (cell) => ({ year: desk.year.year, rows: monthOf(desk, cell) }),
    'appeals.enter': async ({ cells, ...cell }) => {
      const { year } = desk.year
      const rows = typedCounts(desk, cell, cells)
      const params = { month: cell.month, count: cells.length }
      await desk.store.command('appeals.enter', { key: 'appealEnter', params }, (plan) => plan.appeals.save(year, rows))
      return { entered: cells.length }
    },
    'appeals.subjects': () => subjectsOf(desk),
    'appeals.saveSubjects': async ({ subjects }) => {
      refuseSubjects(desk, subjects)
      const params = { count: subjects.length }
      await desk.store.command('appeals.saveSubjects', { key: 'appealSubjects', params }, (plan) => plan.appealSubjects.save(subjects))
      return {}
    },
    'appeals.account': (wanted) => appealAccount(desk, wanted),
    'appeals.of': ({ key }) => appealsOfCommunity(desk, key),
  }) satisfies Partial<Service>
