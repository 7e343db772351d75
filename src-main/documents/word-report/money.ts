import { shownSums, stepOf, stepsAsText, usualDecimals, type ShownSum } from '../../model/sums.ts'
import type { ReportSettings } from '../../model/paper.ts'
import { sumOfKnown } from '../../model/places.ts'
import type { Language } from '../../model/text.ts'
import type { ReportWords } from './words.ts'

/** How the note writes money: all of it in the same unit, with the same decimals. */
export interface MoneyForm {
  unit: string
  /** A cell of a table, without its unit. */
  cell(steps: number): string
  /** In running text, with its unit. */
  money(steps: number): string
  alone(fen: number): string
  /**
   * A column whose cells add up as they are shown; unknown cells add nothing.
   * @param total their sum; null where it is unknown although a part is nothing
   */
  column(fens: readonly (number | null)[], total?: number | null): ShownSum
  /** Whether the last decimal does not show these amounts exactly. */
  isRounded(fens: readonly (number | null)[]): boolean
}

/**
 * English has no word for 万: an English note counts in 元, whatever the unit of the Chinese one.
 * @param amounts every amount that is shown, in fen: without a number of decimals there are as many as these need
 */
export function moneyForm(
  settings: ReportSettings,
  language: Language,
  words: ReportWords,
  amounts: readonly (number | null)[],
): MoneyForm {
  const isOwn = language === 'zh' || settings.unit === 'yuan'
  const unit = isOwn ? settings.unit : 'yuan'
  const decimals = (isOwn ? settings.decimals : null) ?? usualDecimals(amounts, unit)
  const step = stepOf(unit, decimals)
  const cell = (steps: number): string => stepsAsText(steps, decimals)
  const money = (steps: number): string => `${cell(steps)}${words.unitSpace}${words[unit]}`
  return {
    unit: words[unit],
    cell,
    money,
    alone: (fen) => money(shownSums({ fen }, step).steps!),
    column: (fens, total = sumOfKnown(fens)) => shownSums({ fen: total, parts: fens.map((fen) => ({ fen })) }, step),
    isRounded: (fens) => fens.some((fen) => fen !== null && fen % step !== 0),
  }
}
