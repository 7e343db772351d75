import { ref } from 'vue'
import { decimalsFor, shownSums, stepOf, stepsAsText, USUAL_DECIMALS, usualDecimals } from '../../src-main/model/sums.ts'
import { fenIn } from '../../src-main/model/value.ts'
import { formatMoney as exactMoney, type MoneyUnit } from '../../src-main/words/money.ts'

/** Every decimal there is: for fields that are typed into, and wherever an amount is told to the fen. */
export { exactMoney, type MoneyUnit }

/** How many decimals of 万元 the reader wants at most; more are rounded. */
export const WAN_DECIMALS = [USUAL_DECIMALS, 4, 6] as const
export const mostWanDecimals = ref<number>(USUAL_DECIMALS)

const stepsIn = (fen: number, unit: MoneyUnit, decimals: number): number => shownSums({ fen }, stepOf(unit, decimals)).steps!

/** Writes one amount as it is shown on the screen: 元 to the fen, 万元 with as many decimals as it needs, but no more than the reader wants. */
export function formatMoney(fen: number, unit: MoneyUnit, least = 0): string {
  const decimals = Math.max(least, usualDecimals([fen], unit, mostWanDecimals.value))
  const steps = stepsIn(fen, unit, decimals)
  // Where rounding leaves no decimals, none are written: 3,590 and not 3,590.00.
  const needed = Math.max(least, decimalsFor([steps * stepOf(unit, decimals)], unit))
  return stepsAsText(stepsIn(steps * stepOf(unit, decimals), unit, needed), needed)
}

/** Like formatMoney, with a plus sign before gains: a change against last year. Zero has no sign. */
export const formatMoneyChange = (fen: number, unit: MoneyUnit, least = 0): string => {
  const text = formatMoney(fen, unit, least)
  return fen > 0 && /[1-9]/.test(text) ? `+${text}` : text.replace(/^-(?=[0.,]*$)/, '')
}

/** Writes amounts and changes; what is not known is a dash. */
export interface MoneyWriter {
  money(fen: number | null | undefined): string
  change(fen: number | null | undefined): string
}

/**
 * Writes the amounts of one column alike, or of columns that are compared, so that their digits stand below each other: with as
 * many decimals as the longest of them needs, in 万元 no more than the reader wants.
 * @param amounts in fen; their sums and differences need no more decimals
 */
export function writtenAlike(amounts: Iterable<number | null | undefined>, unit: MoneyUnit): MoneyWriter {
  const least = usualDecimals(
    [...amounts].map((fen) => fen ?? null),
    unit,
    mostWanDecimals.value,
  )
  const orDash =
    (write: typeof formatMoney) =>
    (fen: number | null | undefined): string =>
      fen === null || fen === undefined ? '–' : write(fen, unit, least)
  return { money: orDash(formatMoney), change: orDash(formatMoneyChange) }
}

/** A column of a table with its total, in fen; null is not known and adds nothing. */
export interface MoneyColumn {
  cells: readonly (number | null)[]
  total: number | null
  /** The columns whose difference it is: later less earlier. */
  differenceOf?: readonly [later: string, earlier: string]
}
export interface WrittenTable<Key extends string = string> {
  columns: Readonly<Record<Key, { cells: readonly string[]; total: string }>>
  /** Some cells were rounded, so the reader is told how. */
  rounded: boolean
}

/**
 * Writes the amounts of a table so that it contradicts itself nowhere: all with the same decimals, each column adding up as it is
 * shown, each difference that of the numbers shown beside it. (A difference that leaves some communities out is none of the two
 * sums, and is written for itself.)
 */
export function writtenTable<Key extends string>(columns: Readonly<Record<Key, MoneyColumn>>, unit: MoneyUnit): WrittenTable<Key> {
  const all = Object.entries(columns) as [Key, MoneyColumn][]
  const fens = all.flatMap(([, { cells, total }]) => [...cells, total])
  const decimals = usualDecimals(fens, unit, mostWanDecimals.value)
  const step = stepOf(unit, decimals)
  const shown = new Map(all.map(([key, { cells, total }]) => [key, shownSums({ fen: total, parts: cells.map((fen) => ({ fen })) }, step)]))
  const stepsOf = (key: Key): (number | null)[] => {
    const { cells, differenceOf } = columns[key]
    const own = shown.get(key)!.parts.map((part) => part.steps)
    if (differenceOf === undefined) return own
    const [later, earlier] = differenceOf as readonly [Key, Key]
    return cells.map((fen, at) => {
      const [to, from] = [columns[later].cells[at] ?? null, columns[earlier].cells[at] ?? null]
      const isDifference = fen !== null && to !== null && from !== null && fen === to - from
      return isDifference ? shown.get(later)!.parts[at]!.steps! - shown.get(earlier)!.parts[at]!.steps! : own[at]!
    })
  }
  const say = (steps: number | null, signed: boolean): string =>
    steps === null ? '–' : `${signed && steps > 0 ? '+' : ''}${stepsAsText(steps, decimals)}`
  const written = all.map(([key, { total, differenceOf }]) => {
    const cells = stepsOf(key)
    const signed = differenceOf !== undefined
    const sum = !signed ? shown.get(key)!.steps : total === null ? null : cells.reduce<number>((whole, steps) => whole + (steps ?? 0), 0)
    return [key, { cells: cells.map((steps) => say(steps, signed)), total: say(sum, signed) }] as const
  })
  return {
    columns: Object.fromEntries(written) as unknown as WrittenTable<Key>['columns'],
    rounded: fens.some((fen) => fen !== null && fen % step !== 0),
  }
}

/**
 * Reads an amount typed into a field whose unit stands beside it; 元, 万 and 万元 behind the number go before it.
 * @returns whole fen, negative ones too, or null when it is no amount or finer than a fen
 */
export const parseMoney = (text: string, unit: MoneyUnit): number | null =>
  unit === 'yuan'
    ? fenIn(text, { factor: 1, unitStated: true })
    : // Beside a field in 万元 a bare 万 can only be meant as its unit.
      fenIn(text.replace(/万\s*$/, '万元'), { factor: 10_000, unitStated: true })
