import { decimalsFor } from '../../src-main/model/sums.ts'
import { fenIn } from '../../src-main/model/value.ts'
import { formatMoney, formatMoneyChange, type MoneyUnit } from '../../src-main/words/money.ts'

/** How money is written on the screen: as everywhere else. */
export { formatMoney, formatMoneyChange, type MoneyUnit }

/** Writes amounts and changes; what is not known is a dash. */
export interface MoneyWriter {
  money(fen: number | null | undefined): string
  change(fen: number | null | undefined): string
}

/**
 * Writes the amounts of one column alike, or of columns that are compared, so that their digits stand below each other: with as
 * many decimals as the longest of them needs.
 * @param amounts in fen; their sums and differences need no more decimals
 */
export function writtenAlike(amounts: Iterable<number | null | undefined>, unit: MoneyUnit): MoneyWriter {
  const least = decimalsFor(
    [...amounts].map((fen) => fen ?? null),
    unit,
  )
  const orDash =
    (write: typeof formatMoney) =>
    (fen: number | null | undefined): string =>
      fen === null || fen === undefined ? '–' : write(fen, unit, least)
  return { money: orDash(formatMoney), change: orDash(formatMoneyChange) }
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
