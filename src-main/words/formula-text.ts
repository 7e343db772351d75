import type { Indicator } from '../model/indicator.ts'
import { inPercent, withoutDust } from '../model/number.ts'
import { textIn, type Language } from '../model/text.ts'

/**
 * A formula as it is typed into a cell, with the labels of indicators in place of their keys: 常住户数/15. A share may be typed in per cent.
 */
const KEY = /[A-Za-z][A-Za-z0-9]*/g

/** @returns the line for a formula; an indicator that nobody knows stands there by its key */
export function formulaText(formula: string, indicators: readonly Indicator[], language: Language): string {
  // A formula that is nothing but a share is a share.
  if (/^0?\.\d+$/.test(formula.trim())) return `${inPercent(Number(formula))}%`
  const labels = new Map(indicators.map((each) => [each.key, textIn(each.label, language)]))
  return formula.replaceAll(KEY, (key) => labels.get(key) ?? key)
}

/** @returns the formula that a line says, in which labels in either language have become keys; whether it is one is for others to say */
export function readFormula(text: string, indicators: readonly Indicator[]): string {
  const plain = text
    .normalize('NFKC')
    .replaceAll('×', '*')
    .replaceAll('÷', '/')
    .replaceAll(/(\d+(?:\.\d+)?)\s*%/g, (_, number: string) => String(withoutDust(Number(number) / 100)))
  return indicators
    .flatMap(({ key, label }) => [label.zh, label.en].map((said) => ({ key, said: said.normalize('NFKC') })))
    .filter(({ said }) => said !== '')
    .sort((a, b) => b.said.length - a.said.length)
    .reduce((line, { key, said }) => line.replaceAll(said, ` ${key} `), plain)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s?([-+*/()])\s?/g, (_, sign: string) => (sign === '(' || sign === ')' ? sign : ` ${sign} `))
    .trim()
}
