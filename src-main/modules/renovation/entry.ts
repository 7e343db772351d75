import type { InputOf } from '../../contract/operations.ts'
import { problem, type Place, type Problem } from '../../model/problem.ts'
import {
  MOST_COURTYARDS,
  MOST_UNIT_FEN,
  MOST_YEARLY_FEN,
  PERCENT_PARTS,
  type LotPart,
  type MoneyPart,
  type RenovationLot,
  type RenovationMoney,
  type RenovationSettings,
} from '../../model/renovation.ts'
import { numberIn, readAmountText, TYPED } from '../../model/value.ts'
import { isBlankMark } from '../../model/written-number.ts'
import { LOT_PARTS, MONEY_PARTS } from '../../words/renovation.ts'
import { countIn } from '../../desk/count-in.ts'
import type { Desk } from '../../desk/desk.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { renovationSettings } from './book.ts'

/** Something said of a community: of a kind of courtyards, or of its money. `value` in fen, hundredths of a percent or courtyards; null: nothing. */
export type Said = { key: string; value: number | null; place: Place } & (
  { kind: string; part: LotPart } | { kind?: never; part: MoneyPart }
)

export interface RenovationRows {
  lots: RenovationLot[]
  money: RenovationMoney[]
}

const isShare = (part: LotPart | MoneyPart): boolean => part === 'aidShare' || part === 'share'
const mostOf = (part: LotPart | MoneyPart): number => (part === 'unitFen' || part === 'aidFen' ? MOST_UNIT_FEN : MOST_YEARLY_FEN)

/** A typed text as a value of a part, or why it is none. */
function readPart(part: LotPart | MoneyPart, text: string, place: Place): number | null | Problem {
  if (part === 'count') return countIn(text, place)
  if (isBlankMark(text)) return null
  if (isShare(part)) {
    const share = numberIn(text, 'percent')
    return share === null ? problem('renovation.shareExpected', { value: text }, place) : Math.round(share * PERCENT_PARTS)
  }
  const read = readAmountText(text, TYPED)
  return 'code' in read ? problem(read.code, read.params, place) : read.value
}

/** A value that no field can have, of itself. */
function boundProblem(part: LotPart | MoneyPart, value: number, place: Place): Problem | null {
  if (part === 'count') return value > MOST_COURTYARDS ? problem('renovation.tooMany', { value, limit: MOST_COURTYARDS }, place) : null
  if (isShare(part)) return value < 0 || value > PERCENT_PARTS ? problem('renovation.shareOutside', { value: value / 100 }, place) : null
  if (part === 'unitFen' && value === 0) return problem('renovation.unitZero', {}, place)
  return value > mostOf(part) ? problem('renovation.moneyAbove', { valueFen: value, limitFen: mostOf(part) }, place) : null
}

/** What speaks against a lot as a whole. */
export function lotProblems(lot: RenovationLot, settings: RenovationSettings, place: Place): Problem[] {
  if (lot.aidShare !== null && lot.aidFen !== null) return [problem('renovation.aidTwice', {}, place)]
  const unitFen = lot.unitFen ?? settings.kinds.find((each) => each.key === lot.kind)?.unitFen ?? null
  return lot.aidFen !== null && unitFen !== null && lot.aidFen > unitFen
    ? [problem('renovation.aidAboveCost', { valueFen: lot.aidFen, limitFen: unitFen }, place)]
    : []
}

/** What was said put into the rows that it changes. @throws everything that can't be, together, each at its place */
export function intoRows(desk: Desk, said: readonly Said[]): RenovationRows {
  const { year } = desk.year
  const settings = renovationSettings(desk, year)
  const lots = new Map(desk.store.read.renovationLots.list(year).map((each) => [`${each.kind} ${each.key}`, each]))
  const money = new Map(desk.store.read.renovationMoney.list(year).map((each) => [each.key, each]))
  const changed = { lots: new Map<string, Place>(), money: new Set<string>() }
  const problems: Problem[] = []
  for (const each of said) {
    const { key, value, place } = each
    const wrong = value === null ? null : boundProblem(each.part, value, place)
    if (wrong !== null) {
      problems.push(wrong)
    } else if (each.kind === undefined) {
      money.set(key, { ...(money.get(key) ?? { key, startFen: null, fixedFen: null, otherFen: null, share: null }), [each.part]: value })
      changed.money.add(key)
    } else {
      const at = `${each.kind} ${key}`
      const empty = { key, kind: each.kind, count: null, unitFen: null, aidShare: null, aidFen: null }
      lots.set(at, { ...(lots.get(at) ?? empty), [each.part]: value })
      changed.lots.set(at, place)
    }
  }
  for (const [at, place] of changed.lots) problems.push(...lotProblems(lots.get(at)!, settings, place))
  if (problems.length > 0) throw new AppError(problems)
  return { lots: [...changed.lots.keys()].map((at) => lots.get(at)!), money: [...changed.money].map((key) => money.get(key)!) }
}

type Cell = InputOf<'renovation.enter'>['cells'][number]

/** Typed or pasted cells as rows. @throws plan.communityUnknown, renovation.kindUnknown, and everything that can't be, together */
export function typedRows(desk: Desk, cells: readonly Cell[]): RenovationRows {
  const names = new Map(desk.facts.map((each) => [each.key, each.name]))
  const { kinds } = renovationSettings(desk, desk.year.year)
  const problems: Problem[] = []
  const said = cells.flatMap((cell): Said[] => {
    const name = names.get(cell.key)
    if (name === undefined) throw appError('plan.communityUnknown', { value: cell.key }, { community: cell.key })
    const kind = 'kind' in cell ? kinds.find((each) => each.key === cell.kind) : undefined
    if ('kind' in cell && kind === undefined) throw appError('renovation.kindUnknown', { value: cell.kind })
    const label = 'kind' in cell ? `${kind!.name.zh}${LOT_PARTS[cell.part].zh}` : MONEY_PARTS[cell.part].zh
    const place: Place = { community: name, key: cell.key, path: label }
    const value = readPart(cell.part, cell.text, place)
    if (typeof value === 'object' && value !== null) {
      problems.push(value)
      return []
    }
    return [
      'kind' in cell ? { key: cell.key, kind: cell.kind, part: cell.part, value, place } : { key: cell.key, part: cell.part, value, place },
    ]
  })
  if (problems.length > 0) throw new AppError(problems)
  return intoRows(desk, said)
}

/** What speaks against settings. @throws renovation.kindTwice, renovation.kindUsed, renovation.aidAboveCost */
export function refuseWrongSettings(desk: Desk, settings: RenovationSettings): void {
  const { year } = desk.year
  const names = new Map(desk.facts.map((each) => [each.key, each.name]))
  const before = renovationSettings(desk, year)
  const problems = settings.kinds.flatMap(({ key, name }, at) =>
    settings.kinds.findIndex((each) => each.key === key || each.name.zh === name.zh) === at
      ? []
      : [problem('renovation.kindTwice', { value: name.zh, valueEn: name.en || name.zh })],
  )
  const lots = desk.store.read.renovationLots.list(year)
  for (const { key, name } of before.kinds) {
    const used = lots.filter((each) => each.kind === key).length
    if (used > 0 && !settings.kinds.some((each) => each.key === key))
      problems.push(problem('renovation.kindUsed', { value: name.zh, valueEn: name.en || name.zh, count: used }))
  }
  for (const lot of lots) problems.push(...lotProblems(lot, settings, { community: names.get(lot.key) ?? lot.key, key: lot.key }))
  if (problems.length > 0) throw new AppError(problems)
}
