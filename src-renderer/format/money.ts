import { decimalsFor } from '../../src-main/model/sums.ts'

/** The two units in which money is shown: 元 and 万元. */
export type MoneyUnit = 'yuan' | 'wan'

const FEN_DIGITS: Record<MoneyUnit, number> = { yuan: 2, wan: 6 }

const withSeparators = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/**
 * Writes an amount exactly, with thousands separators and no more decimals than it has (`yuan` keeps both when there are any).
 * Works on the digits, so that no amount passes through a binary fraction.
 * @param fen whole fen
 * @param least decimals that are written even where they are zero, for columns in which some amounts need them
 * @returns '150,000', '150,000.50' (yuan); '15', '0.0001' (wan)
 */
export function formatMoney(fen: number, unit: MoneyUnit, least = 0): string {
  const places = FEN_DIGITS[unit]
  const digits = Math.abs(fen)
    .toFixed(0)
    .padStart(places + 1, '0')
  const fraction = digits.slice(-places)
  const needed = fraction.replace(/0+$/, '')
  const shown = fraction.slice(0, Math.max(least, unit === 'yuan' && needed !== '' ? places : needed.length))
  const sign = fen < 0 ? '-' : ''
  return `${sign}${withSeparators(digits.slice(0, -places))}${shown === '' ? '' : `.${shown}`}`
}

/** Like formatMoney, with a plus sign before gains: a change against last year. Zero has no sign. */
export const formatMoneyChange = (fen: number, unit: MoneyUnit, least = 0): string => (fen > 0 ? '+' : '') + formatMoney(fen, unit, least)

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
 * Reads an amount as people type or paste it: full-width digits, separators, 元/万/万元 behind it.
 * @param unit the unit meant when the text names none
 * @returns whole fen, or null when it is no amount or finer than a fen
 */
export function parseMoney(text: string, unit: MoneyUnit): number | null {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(万元|万|元)?$/.exec(plainDigits(text).replace(/^[¥￥]/, ''))
  if (match === null) return null
  const [, sign, whole = '', fraction = '', named] = match
  const places = FEN_DIGITS[named === undefined ? unit : named === '元' ? 'yuan' : 'wan']
  const significant = fraction.replace(/0+$/, '')
  if (significant.length > places) return null
  const fen = Number(whole + significant.padEnd(places, '0'))
  if (!Number.isSafeInteger(fen)) return null
  return sign === '-' && fen !== 0 ? -fen : fen
}

/** @returns the text with full-width characters made half-width, and without spaces and thousands separators. */
export const plainDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s,']/g, '')
    .replace(/[\u2212\u2013]/g, '-')
