import type { Indicator, IndicatorValue } from './indicator.ts'
import { factorBetween, parseUnit, unitOf, YUAN, type Unit } from './measure.ts'
import { FEN_PER_YUAN } from './money.ts'
import { withoutDust } from './number.ts'
import type { Problem, ProblemCode } from './problem.ts'
import { rangeOf, rangeText } from './range.ts'
import { comparable } from './text.ts'
import { halfWidth, isBlankMark, parseWrittenNumber, type WrittenNumber } from './written-number.ts'

/** Why a text is not accepted. */
export interface Refusal {
  code: ProblemCode
  params: Problem['params']
}
/** `plainShare`: a number without % of its own under a heading with %. */
export interface Value<T = IndicatorValue> {
  value: T
  plainShare?: boolean
}
/** A text or cell read as a value, or why it can't be: never both, never a guess. */
export type Reading<T = IndicatorValue> = Value<T> | Refusal

/**
 * Where a text stands, which decides what a number without a unit of its own means.
 * factor: from the heading's unit to ours (10000 under 万人, 0.01 under %); unitStated: whether the heading names a unit at all;
 * typed: it was typed or pasted and stands under no heading of whoever wrote it.
 */
export interface Surroundings {
  factor: number
  unitStated: boolean
  typed?: boolean
}
export const TYPED: Surroundings = { factor: 1, unitStated: false, typed: true }

const PERCENT: Unit = { dimension: 'share', factor: 0.01 }
const ONE: Unit = { dimension: 'count', factor: 1 }
const UNKNOWN = { value: null } as const
export const refuse = (code: ProblemCode, params: Problem['params'] = {}): Refusal => ({ code, params })

/**
 * Reads a text as a value of an indicator: the one rule for cells of a sheet, of the grid and for fields.
 * A number takes the unit behind it (1.7万人, 325公顷, 3.5‰), else that of its heading, else the indicator's own. Shares become fractions; of
 * those without % see plainNumber. Blanks and marks for blank (- — / 无 ...) are null: unknown, never zero; for a flag 无 means no.
 * @returns the value, within the indicator's range and whole where it is counted in ones, or the reason why the text is not accepted
 */
export function readText(indicator: Indicator, text: string, around: Surroundings): Reading {
  if (isFailedFormula(text)) return refuse('import.formulaError')
  switch (indicator.kind) {
    case 'flag':
      return readFlag(text)
    case 'category':
      return readOption(indicator, text)
    case 'number':
    case 'share':
      return checkedNumber(readNumberText(indicator, text, around), indicator, around)
  }
}

/** What a spreadsheet shows, and copies, in place of a result: such a text has no value to take over. */
export const isFailedFormula = (text: string): boolean => /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/.test(text.trim())

/** A number read, not yet checked against what the indicator allows. `fraction`: a share that was taken as a fraction. */
export type NumberReading = { value: number | null; plainShare?: boolean; fraction?: boolean } | Refusal

/** Reads a text as a number in the indicator's unit, whatever its range: for filters, which may ask for any number. */
export function readNumberText(indicator: Indicator, text: string, around: Surroundings): NumberReading {
  if (isBlankMark(text)) return UNKNOWN
  const written = parseWrittenNumber(text)
  if (written === null || !Number.isFinite(written.number)) return refuse('import.numberExpected')
  if (written.behind === '') return plainNumber(written.number, indicator, around)
  const factor = factorOf(written, unitOf(indicator), around)
  return factor === null ? refuse('import.numberExpected') : { value: withoutDust(written.number * factor) }
}

/** The factor of the unit behind a number. 1.7万 under a heading with 万人 may be 1.7万 or 1.7亿 people: not for us to say. */
function factorOf({ behind }: WrittenNumber, own: Unit | null, around: Surroundings): number | null {
  const unit = parseUnit(behind)
  return unit === null || (unit.dimension === 'count' && around.factor !== 1) ? null : factorBetween(unit, own)
}

/**
 * A number without a unit of its own takes the heading's. A share under a heading without % is a fraction, as figures in a sheet are.
 * What was typed has no such heading: above 1 it can only be a percentage; from 0 to 1 it may be either (1 is 1 % or the whole), so it
 * is refused rather than guessed.
 */
export function plainNumber(number: number, { kind }: Indicator, around: Surroundings): NumberReading {
  const value = withoutDust(number * around.factor)
  if (kind !== 'share') return { value }
  if (around.typed !== true) return { value, plainShare: around.factor !== 1, fraction: around.factor === 1 }
  if (value > 0 && value <= 1) return refuse('import.shareOrPercent')
  return { value: withoutDust(value / 100) }
}

/** Checks a number that was read against what the indicator allows. */
export function checkedNumber(reading: NumberReading, indicator: Indicator, around: Surroundings): Reading {
  if (!('value' in reading) || reading.value === null) return reading
  const { value, fraction, plainShare } = reading
  // A column of percentages whose heading forgot the %: 35 is refused with the reason, and not as 3500 %.
  if (fraction === true && value > 1 && value <= 100 && !around.unitStated) return refuse('import.shareOrPercent')
  return refusalOf(indicator, value) ?? (plainShare === true ? { value, plainShare } : { value })
}

/**
 * Whether a value may stand under an indicator: kind, option, whole number, allowed range. Unknown (null) always may.
 * @returns the reason why it may not, or null
 */
export function refusalOf(indicator: Indicator, value: IndicatorValue): Refusal | null {
  if (value === null) return null
  if (indicator.kind === 'category') return indicator.options.some(({ key }) => key === value) ? null : optionUnknown(indicator)
  if (typeof value !== 'number' || !Number.isFinite(value)) return refuse('import.numberExpected')
  if (indicator.kind === 'flag') return value === 0 || value === 1 ? null : refuse('import.yesOrNoExpected')
  if (indicator.kind === 'number' && indicator.step === 1 && !Number.isInteger(withoutDust(value)))
    return refuse('import.wholeNumberExpected')
  const { min, max } = rangeOf(indicator)
  return value < min || value > max ? refuse('import.outOfRange', { range: rangeText(indicator) }) : null
}

const YES = new Set(['是', '有', '√', '✓', '✔', '☑', '对', '1', 'y', 'yes', 'true', 't', '已', '已有'])
const NO = new Set(['否', '无', '没有', '×', '✗', '✘', '☒', 'x', '0', 'n', 'no', 'false', 'f', '未', '不是', '错'])

/** Reads yes or no, as 1 and 0. */
export function readFlag(text: string): Reading {
  const word = halfWidth(text).toLowerCase()
  if (YES.has(word)) return { value: 1 }
  if (NO.has(word)) return { value: 0 }
  return isBlankMark(text) ? UNKNOWN : refuse('import.yesOrNoExpected')
}

/** Reads an option by its key, its words in either language or a synonym, whatever the case, width and punctuation. */
export function readOption(indicator: Indicator, text: string): Reading {
  const word = comparable(text)
  const namesOf = ({ key, label, synonyms }: Indicator['options'][number]): string[] => [key, label.zh, label.en, ...synonyms]
  const option = indicator.options.find((each) => namesOf(each).some((name) => name !== '' && comparable(name) === word))
  if (option !== undefined) return { value: option.key }
  return isBlankMark(text) ? UNKNOWN : optionUnknown(indicator)
}

const optionUnknown = ({ options }: Indicator): Refusal =>
  refuse('import.optionUnknown', {
    options: options.map(({ label }) => label.zh).join('、'),
    optionsEn: options.map(({ label }) => label.en || label.zh).join(', '),
  })

/**
 * Reads an amount of money, exactly: by its digits, so that no amount passes through a binary fraction.
 * @returns whole fen; null for a blank. A negative one, one that is finer than a fen and one with an exponent, which has lost digits, is
 *   refused.
 */
export function readAmountText(text: string, around: Surroundings): Reading<number | null> {
  if (isFailedFormula(text)) return refuse('import.formulaError')
  if (isBlankMark(text)) return UNKNOWN
  const fen = fenIn(text, around)
  return fen === null || fen < 0 ? refuse('import.amountExpected') : { value: fen }
}

/** @returns a written amount in whole fen, negative ones too; null when it is no amount or finer than a fen */
export function fenIn(text: string, around: Surroundings): number | null {
  const written = parseWrittenNumber(text)
  if (written === null || written.exponent !== '') return null
  const factor = written.behind === '' ? around.factor : factorOf(written, YUAN, around)
  return factor === null ? null : shifted(written, String(withoutDust(factor * FEN_PER_YUAN)))
}

/** All units of money are powers of ten of a fen, so that a change of the unit only moves the point. */
function shifted({ whole, fraction, isNegative }: WrittenNumber, powerOfTen: string): number | null {
  const significant = fraction.replace(/0+$/, '')
  const places = powerOfTen.length - 1
  if (!/^10*$/.test(powerOfTen) || significant.length > places) return null
  const fen = Number(whole + significant.padEnd(places, '0'))
  if (!Number.isSafeInteger(fen)) return null
  return isNegative && fen !== 0 ? -fen : fen
}

/**
 * Reads a number typed into a field beside which its unit stands: 35 and 35% in a field with % (a share is the result, 0.35), 12000 and
 * 1.2万 in any other.
 * @returns null when it is no such number
 */
export function numberIn(text: string, field: 'percent' | 'plain'): number | null {
  const written = parseWrittenNumber(text)
  if (written === null || !Number.isFinite(written.number)) return null
  const bare: Unit = field === 'percent' ? PERCENT : ONE
  const unit = written.behind === '' ? bare : parseUnit(written.behind)
  return unit?.dimension === bare.dimension ? withoutDust(written.number * unit.factor) : null
}

/** A class without 类 and full width, in capitals: as it is read, and as two are compared. */
export const plainClass = (text: string): string =>
  halfWidth(text)
    .replace(/(?<=.)(类社区|类别|类|级)$/, '')
    .toUpperCase()

/** Reads a class as it is written: 'B', 'Ｂ', 'B类', '二类'. @returns null for a blank */
export function readClassText(text: string): Reading<string | null> {
  if (isFailedFormula(text)) return refuse('import.formulaError')
  return isBlankMark(text) ? UNKNOWN : { value: plainClass(text) }
}
