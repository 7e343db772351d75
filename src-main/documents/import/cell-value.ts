import type { Indicator, IndicatorValue } from '../../model/indicator.ts'
import type { Problem, ProblemCode } from '../../model/problem.ts'
import { rangeOf, rangeText } from '../../engine/indicators/range.ts'
import type { Cell } from './book.ts'
import { comparable } from './heading-text.ts'
import { isBlankMark, parseWrittenNumber } from './number-text.ts'
import { factorBetween, parseUnit, precise, unitOf, YUAN, type Unit } from './units.ts'

/** `plainShare`: a number without % of its own under a heading with %. */
export interface Value<T = IndicatorValue> {
  value: T
  plainShare?: boolean
}
/** A cell read as a value, or why it can't be: never both, never a guess. */
export type Reading<T = IndicatorValue> = Value<T> | { code: ProblemCode; params: Problem['params'] }

/** What reading needs to know of a column: the factor from its heading, and whether the heading states a unit at all. */
export interface ColumnUnit {
  factor: number
  unitStated: boolean
}

const UNKNOWN = { value: null } as const
const wrong = (code: ProblemCode, params: Problem['params'] = {}): Reading<never> => ({ code, params })

/**
 * Reads the cell of an indicator. Numbers are brought to the indicator's unit by the unit in the cell (1.7万人), else by the heading's;
 * shares become fractions. Blank cells and marks for blank (- — / 无 ...) are null: unknown, never zero. For a flag 无 means no.
 * Integers are asked for where the indicator's step is 1, and the indicator's range is kept.
 */
export function readIndicator(cell: Cell, shown: string, indicator: Indicator, column: ColumnUnit): Reading {
  const trouble = troubleOf(cell, shown)
  if (trouble !== null) return trouble
  if (indicator.kind === 'flag') return readFlag(cell, shown)
  if (cell.kind === 'blank') return UNKNOWN
  if (indicator.kind === 'category') return readCategory(shown, indicator)
  const reading = readNumber(cell, unitOf(indicator), indicator.kind === 'share', column)
  if (!('value' in reading) || reading.value === null) return reading
  return checkedNumber(reading.value, indicator, column, reading)
}

/** Reads last year's amount. @returns fen; null for a blank cell. An amount that is no whole number of fen is refused. */
export function readAmount(cell: Cell, shown: string, column: ColumnUnit): Reading<number | null> {
  const trouble = troubleOf(cell, shown)
  if (trouble !== null) return trouble
  const reading = readNumber(cell, YUAN, false, column)
  if (!('value' in reading)) return wrong('import.amountExpected')
  if (reading.value === null) return UNKNOWN
  const fen = precise(reading.value * 100)
  return Number.isSafeInteger(fen) && fen >= 0 ? { value: fen } : wrong('import.amountExpected')
}

/** Formulas that failed or were never calculated have no value to take over. */
function troubleOf(cell: Cell, shown: string): Reading<never> | null {
  if (cell.kind === 'error' || /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/.test(shown)) return wrong('import.formulaError')
  return cell.kind === 'formulaWithoutValue' ? wrong('import.formulaWithoutValue') : null
}

type NumberReading = { value: number | null; plainShare?: boolean; fraction?: boolean } | { code: ProblemCode; params: Problem['params'] }

function readNumber(cell: Cell, own: Unit | null, isShare: boolean, column: ColumnUnit): NumberReading {
  if (cell.kind === 'number') {
    if (cell.percent) return isShare ? { value: precise(cell.number) } : wrong('import.numberExpected')
    return plainNumber(cell.number, isShare, column)
  }
  if (cell.kind === 'blank') return UNKNOWN
  if (cell.kind !== 'text') return wrong('import.numberExpected')
  if (isBlankMark(cell.text)) return UNKNOWN
  const written = parseWrittenNumber(cell.text)
  if (written === null || !Number.isFinite(written.number)) return wrong('import.numberExpected')
  if (written.behind === '') return plainNumber(written.number, isShare, column)
  const unit = parseUnit(written.behind)
  // 1.7万 under a heading with 万人 may be 1.7万 or 1.7亿 people: not for us to say.
  if (unit === null || (unit.dimension === 'count' && column.factor !== 1)) return wrong('import.numberExpected')
  const factor = factorBetween(unit, own)
  return factor === null ? wrong('import.numberExpected') : { value: precise(written.number * factor) }
}

/** A number without a unit of its own takes the heading's; a share without % in the heading has to be a fraction. */
function plainNumber(number: number, isShare: boolean, column: ColumnUnit): NumberReading {
  const value = precise(number * column.factor)
  return isShare ? { value, plainShare: column.factor !== 1, fraction: column.factor === 1 } : { value }
}

function checkedNumber(
  value: number,
  indicator: Indicator,
  column: ColumnUnit,
  reading: { plainShare?: boolean; fraction?: boolean },
): Reading {
  const isShare = indicator.kind === 'share'
  // 15 digits of the largest number there is are more than it.
  if (!Number.isFinite(value)) return wrong('import.numberExpected')
  if (isShare && reading.fraction === true && value > 1 && value <= 100 && !column.unitStated) return wrong('import.shareOrPercent')
  if (!isShare && indicator.step === 1 && !Number.isInteger(value)) return wrong('import.wholeNumberExpected')
  const { min, max } = rangeOf(indicator)
  if (value < min || value > max) return wrong('import.outOfRange', { range: rangeText(indicator) })
  return reading.plainShare === true ? { value, plainShare: true } : { value }
}

const YES = new Set(['是', '有', '√', '✓', '✔', '☑', '对', '1', 'y', 'yes', 'true', 't', '已', '已有'])
const NO = new Set(['否', '无', '没有', '×', '✗', '✘', '☒', 'x', '0', 'n', 'no', 'false', 'f', '未', '不是', '错'])

function readFlag(cell: Cell, shown: string): Reading {
  if (cell.kind === 'blank') return UNKNOWN
  if (cell.kind === 'boolean') return { value: cell.boolean ? 1 : 0 }
  if (cell.kind === 'number') return cell.number === 1 || cell.number === 0 ? { value: cell.number } : wrong('import.yesOrNoExpected')
  const word = shown.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
  if (cell.kind === 'text' && YES.has(word)) return { value: 1 }
  if (cell.kind === 'text' && NO.has(word)) return { value: 0 }
  return cell.kind === 'text' && isBlankMark(shown) ? UNKNOWN : wrong('import.yesOrNoExpected')
}

function readCategory(shown: string, indicator: Indicator): Reading {
  const word = comparable(shown)
  const namesOf = ({ key, label, synonyms }: Indicator['options'][number]): string[] => [key, label.zh, label.en, ...synonyms]
  const option = indicator.options.find((each) => namesOf(each).some((name) => name !== '' && comparable(name) === word))
  if (option !== undefined) return { value: option.key }
  if (isBlankMark(shown)) return UNKNOWN
  return wrong('import.optionUnknown', {
    options: indicator.options.map(({ label }) => label.zh).join('、'),
    optionsEn: indicator.options.map(({ label }) => label.en || label.zh).join(', '),
  })
}

/**
 * Reads a class: 'B', 'Ｂ', 'B类', '二类' as it is written, without 类 and full width.
 * @returns null for a blank cell.
 */
export function readClass(cell: Cell, shown: string): Reading<string | null> {
  const trouble = troubleOf(cell, shown)
  if (trouble !== null) return trouble
  if (cell.kind === 'blank' || isBlankMark(shown)) return UNKNOWN
  return { value: plainClass(shown) }
}

/** A class without 类 and full width, in capitals: as it is read, and as two are compared. */
export const plainClass = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/(?<=.)(类社区|类别|类|级)$/, '')
    .toUpperCase()

/**
 * Reads a community's code: 12 digits as text or as a number, full-width digits and blanks allowed. A number keeps all its digits
 * however it is shown; a text such as 6.3E+11 has lost them and is refused.
 * @returns '' for a blank cell.
 */
export function readCode(cell: Cell, shown: string): Reading<string> {
  const trouble = troubleOf(cell, shown)
  if (trouble !== null) return trouble
  if (cell.kind === 'blank') return { value: '' }
  if (cell.kind === 'number') return checkedCode(String(cell.number))
  if (cell.kind !== 'text') return wrong('import.codeWrong')
  if (isBlankMark(cell.text)) return { value: '' }
  const plain = cell.text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/^['‘’]/, '')
  const [, whole = '', fraction = ''] = /^(\d)\.(\d{11})e\+?11$/i.exec(plain) ?? []
  return checkedCode(whole === '' ? plain : whole + fraction)
}

const checkedCode = (code: string): Reading<string> => (/^\d{12}$/.test(code) ? { value: code } : wrong('import.codeWrong'))
