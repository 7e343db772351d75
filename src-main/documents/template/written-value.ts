import type { Indicator, IndicatorValue } from '../../model/indicator.ts'
import { inPercent } from '../../model/number.ts'
import { readOption } from '../../model/value.ts'

/**
 * How a value is written into the sheet, so that reading the sheet gives it back: shares as figures under a heading with %, options and
 * yes or no by their words. What is unknown stays blank.
 * @returns null for a blank cell; also for an option that the indicator no longer has
 */
export function writtenValue(indicator: Indicator, value: IndicatorValue | undefined): string | number | null {
  if (value === null || value === undefined) return null
  switch (indicator.kind) {
    case 'number':
      return value
    case 'share':
      return inPercent(Number(value))
    case 'flag':
      return value === 1 ? '是' : '否'
    case 'category': {
      const option = indicator.options.find(({ key }) => key === value)
      const names = option === undefined ? [] : [option.label.zh, option.label.en, option.key, ...option.synonyms]
      return writtenText(names.find((name) => readsAs(indicator, name) === value) ?? '')
    }
  }
}

function readsAs(indicator: Indicator, text: string): IndicatorValue {
  const reading = readOption(indicator, text)
  return 'value' in reading ? reading.value : null
}

/**
 * Text as the file format wants it: what looks like its escape for a sign (_x0041_) has to be escaped itself (ECMA-376, 22.9.2.19).
 * @returns null for an empty text
 */
export const writtenText = (text: string): string | null => text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') || null
