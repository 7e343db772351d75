import type { Indicator, IndicatorValue } from '../../model/indicator.ts'
import { inPercent } from '../../model/number.ts'
import { choiceInWords } from '../../words/values.ts'
import type { Language } from '../../model/text.ts'
import { textIn } from '../../model/text.ts'
import type { WorkbookInput } from './input.ts'
import { words } from './words.ts'

/**
 * @returns the indicators of the sheet in its order: those that are delivered and that someone has, or lacks where the plan needs
 *   it; derived ones follow from these.
 */
export const shownIndicators = (input: WorkbookInput): Indicator[] => {
  const own = new Set(input.policy.indicators.map((each) => each.key))
  const all = [...input.dictionary.indicators.filter((each) => !own.has(each.key)), ...input.policy.indicators]
  const needed = new Set(input.result.communities.flatMap((each) => each.needs))
  const has = (key: string): boolean => input.facts.some((each) => (each.values[key] ?? null) !== null)
  return all.filter((each) => each.formula === undefined && (needed.has(each.key) || has(each.key)))
}

/** As many digits of a percentage as the sheets keep. */
const DIGITS = 13
/** @returns a share as the sheets show it, in percent */
export const sheetPercent = (share: number): number => inPercent(share, DIGITS)

/** @returns a value as the sheet shows it: options and flags in words, shares in percent; null where it is unknown. */
export const shownValue = (value: IndicatorValue, indicator: Indicator, language: Language): string | number | null => {
  if (value === null) return null
  if (indicator.kind === 'share' && typeof value === 'number') return sheetPercent(value)
  return typeof value === 'number' && indicator.kind !== 'flag' ? value : choiceInWords(indicator, value, language)
}

/** @returns what may be chosen in the cells of an indicator; none for numbers. */
export const choicesOf = (indicator: Indicator, language: Language): string[] => {
  if (indicator.kind === 'flag') return [words[language].no, words[language].yes]
  return indicator.options.map((option) => textIn(option.label, language))
}
