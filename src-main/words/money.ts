import { FEN_PER_WAN, FEN_PER_YUAN } from '../model/money.ts'
import { decimalsFor, stepOf, stepsAsText } from '../model/sums.ts'
import type { Language } from '../model/text.ts'

/** The two units in which money is shown: 元 and 万元. */
export type MoneyUnit = 'yuan' | 'wan'

/**
 * Writes an amount exactly, with thousands separators and no more decimals than it has (`yuan` keeps both when there are any).
 * @param fen whole fen
 * @param least decimals that are written even where they are zero, for columns in which some amounts need them
 * @returns '150,000', '150,000.50' (yuan); '15', '0.0001' (wan)
 */
export function formatMoney(fen: number, unit: MoneyUnit, least = 0): string {
  const decimals = Math.max(least, decimalsFor([fen], unit))
  return stepsAsText(fen / stepOf(unit, decimals), decimals)
}

/** Like formatMoney, with a plus sign before gains: a change against last year. Zero has no sign. */
export const formatMoneyChange = (fen: number, unit: MoneyUnit, least = 0): string => (fen > 0 ? '+' : '') + formatMoney(fen, unit, least)

/** Amounts that are so many whole 百元, and at least 1 万元, are short in 万元: 15.5万元. */
const SHORT_IN_WAN = 100 * FEN_PER_YUAN

/** @returns an amount as people say it, exact to the fen: 15万元 where that is short, else 元 (12.30元); in English yuan. */
export function moneyInWords(fen: number, language: Language): string {
  if (language === 'en') return `${formatMoney(fen, 'yuan')} yuan`
  const inWan = fen % SHORT_IN_WAN === 0 && Math.abs(fen) >= FEN_PER_WAN
  return inWan ? `${formatMoney(fen, 'wan')}万元` : `${formatMoney(fen, 'yuan')}元`
}
