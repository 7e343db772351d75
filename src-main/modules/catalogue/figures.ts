import type { z } from 'zod'
import { PERIODS, type MeasureCount, type ServiceOffer } from '../../model/catalogue.ts'
import { problem, type Problem } from '../../model/problem.ts'
import { textIn } from '../../model/text.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { countIn } from '../../desk/count-in.ts'
import type { Desk } from '../../desk/desk.ts'
import type { catalogueOperations } from './contract.ts'
import { itemOf } from './items.ts'

type Cell = z.output<(typeof catalogueOperations)['catalogue.enter']['input']>['cells'][number]

/**
 * Typed or pasted counts, read into the rows that they change.
 * @throws catalogue.itemUnknown, plan.communityUnknown, and everything that is no count, together, each at its place
 */
export function enteredFigures(desk: Desk, cells: readonly Cell[]): { counts: MeasureCount[]; offers: ServiceOffer[] } {
  const { year } = desk.year
  const names = new Map(desk.facts.map((each) => [each.key, each.name]))
  const counts = new Map(desk.store.read.measureCounts.list(year).map((each) => [`${each.key} ${each.item} ${each.period}`, each]))
  const offers = new Map(desk.store.read.serviceOffers.list(year).map((each) => [`${each.key} ${each.item}`, each]))
  const changed = { counts: new Set<string>(), offers: new Set<string>() }
  const problems: Problem[] = []
  for (const cell of cells) {
    const item = itemOf(desk, cell.item)
    const name = names.get(cell.key)
    const said = { name: item.title.zh, nameEn: textIn(item.title, 'en') }
    if (name === undefined) throw appError('plan.communityUnknown', { value: cell.key }, { community: cell.key })
    if (item.withdrawn === true) throw appError('catalogue.withdrawn', said)
    const place = { community: name, key: cell.key, path: item.title.zh }
    const read = countIn(cell.text, place)
    if (typeof read === 'object' && read !== null) problems.push(read)
    else if ('period' in cell) {
      const most = item.kind === 'measure' ? PERIODS[item.period] : 0
      if (cell.period > most) problems.push(problem('catalogue.periodUnknown', { ...said, limit: most, value: cell.period }, place))
      const at = `${cell.key} ${cell.item} ${cell.period}`
      const before = counts.get(at) ?? { key: cell.key, item: cell.item, period: cell.period, planned: null, done: null }
      counts.set(at, { ...before, [cell.field]: read })
      changed.counts.add(at)
    } else {
      if (item.kind !== 'service') throw appError('catalogue.itemUnknown', { value: cell.item })
      const at = `${cell.key} ${cell.item}`
      const before = offers.get(at) ?? { key: cell.key, item: cell.item, people: null, cases: null, metres: null }
      offers.set(at, { ...before, [cell.field]: read })
      changed.offers.add(at)
    }
  }
  if (problems.length > 0) throw new AppError(problems)
  return { counts: [...changed.counts].map((at) => counts.get(at)!), offers: [...changed.offers].map((at) => offers.get(at)!) }
}
