import type { z } from 'zod'
import { PERIODS, type MeasureCount, type ServiceOffer } from '../../model/catalogue.ts'
import { problem, type Place, type Problem } from '../../model/problem.ts'
import { textIn } from '../../model/text.ts'
import { isBlankMark, parseWrittenNumber } from '../../model/written-number.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import type { Desk } from '../../desk/desk.ts'
import type { catalogueOperations } from './contract.ts'
import { itemOf } from './items.ts'

type Cell = z.output<(typeof catalogueOperations)['catalogue.enter']['input']>['cells'][number]

const LARGEST = 1_000_000
/** A family name and one to three signs, nothing else: what stands beside a household in sheets of persons. */
const LIKE_A_NAME = /^[\p{Script=Han}]{2,4}$|^[\p{Script=Han}]{1,2}[某＊*]{1,2}[\p{Script=Han}]?$|^[A-Z][a-z]+(?: [A-Z][a-z]+)+$/u
/** After a count there may be what was counted. */
const COUNTED = ['', '人', '件', '次', '户', '米', '项', '个', '处', 'm']

/** A text as a count; null: nothing is entered. What looks like a person's name is told apart. */
export function countIn(text: string, place: Place): number | null | Problem {
  if (isBlankMark(text)) return null
  const plain = text.trim()
  if (LIKE_A_NAME.test(plain)) return problem('catalogue.nameInCounts', { value: plain }, place)
  const written = parseWrittenNumber(plain)
  const isCount = written !== null && COUNTED.includes(written.behind) && Number.isSafeInteger(written.number)
  return isCount && written.number >= 0 && written.number <= LARGEST
    ? written.number
    : problem('catalogue.countExpected', { value: plain }, place)
}

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
