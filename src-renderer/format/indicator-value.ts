import type { Indicator, IndicatorValue } from '../../src-main/model/indicator.ts'
import { valueInCell } from '../../src-main/words/values.ts'
import type { Words } from '../locales/words.ts'

/** @returns the value as it stands in a cell, in the reader's language */
export const formatIndicatorValue = (indicator: Indicator, value: IndicatorValue | undefined, words: Words): string =>
  valueInCell(indicator, value, words.language)
