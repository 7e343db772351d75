import { fieldOf, type FixedField } from '../model/field.ts'
import type { Indicator, IndicatorValue } from '../model/indicator.ts'
import type { Language, Text } from '../model/text.ts'
import { moneyInWords } from './money.ts'
import { classInWords, valueInWords, type PolicySource } from './values.ts'

/** What the fields are called that are no indicators. */
const LABELS: Readonly<Record<FixedField, Text>> = {
  code: { zh: '社区代码', en: 'Code' },
  name: { zh: '社区名称', en: 'Community' },
  district: { zh: '区县', en: 'District' },
  subdistrict: { zh: '街道（镇）', en: 'Subdistrict' },
  previousAmount: { zh: '上年金额', en: "Last year's amount" },
  previousClass: { zh: '上年类别', en: "Last year's class" },
}

/** @returns what a field of a community is called; its key where nothing knows it */
export function fieldLabel(field: string, indicators: readonly Indicator[]): Text {
  const found = fieldOf(field, indicators)
  if (found === null) return { zh: field, en: field }
  return found.kind === 'indicator' ? found.indicator.label : LABELS[found.key]
}

/** @returns what a field of a community says, with its unit; an amount (in fen) in words; an unknown one is 未知, never zero */
export function fieldInWords(field: string, value: IndicatorValue, source: PolicySource, language: Language): string {
  const found = fieldOf(field, [])
  if (value === null || found === null) return valueInWords(field, value, source, language)
  switch (found.kind) {
    case 'amount':
      return moneyInWords(Number(value), language)
    case 'class':
      return classInWords(String(value), source.policy, language)
    case 'place':
      return String(value)
    case 'indicator':
      return valueInWords(field, value, source, language)
  }
}
