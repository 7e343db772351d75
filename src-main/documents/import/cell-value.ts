import type { Indicator } from '../../model/indicator.ts'
import { FEN_PER_YUAN } from '../../model/money.ts'
import { withoutDust } from '../../model/number.ts'
import {
  checkedNumber,
  isFailedFormula,
  plainNumber,
  readAmountText,
  readClassText,
  readOption,
  readText,
  refuse,
  type Reading,
  type Surroundings,
} from '../../model/value.ts'
import { halfWidth, isBlankMark } from '../../model/written-number.ts'
import type { Cell, Sheet } from './book.ts'

const UNKNOWN = { value: null } as const

/**
 * Reads the cell of an indicator. Texts are read as they are everywhere; what a sheet knows better than any text are its numbers, which
 * need no reading, and percentages among them, which are fractions already.
 * @param column the unit that its heading states
 */
export function readIndicator(cell: Cell, shown: string, indicator: Indicator, column: Surroundings): Reading {
  const trouble = troubleOf(cell, shown)
  if (trouble !== null) return trouble
  if (cell.kind === 'blank') return UNKNOWN
  // A number may be the name of an option, as it is shown.
  if (indicator.kind === 'category') return readOption(indicator, shown)
  if (cell.kind === 'text') return readText(indicator, indicator.kind === 'flag' ? shown : cell.text, column)
  if (indicator.kind === 'flag') return readFlag(cell)
  if (cell.kind !== 'number') return refuse('import.numberExpected')
  if (!cell.percent) return checkedNumber(plainNumber(cell.number, indicator, column), indicator, column)
  if (indicator.kind !== 'share') return refuse('import.numberExpected')
  return checkedNumber({ value: withoutDust(cell.number) }, indicator, column)
}

function readFlag(cell: Cell): Reading {
  if (cell.kind === 'boolean') return { value: cell.boolean ? 1 : 0 }
  return cell.kind === 'number' && (cell.number === 1 || cell.number === 0) ? { value: cell.number } : refuse('import.yesOrNoExpected')
}

/** Reads last year's amount. @returns fen; null for a blank cell. An amount that is no whole number of fen is refused. */
export function readAmount(cell: Cell, shown: string, column: Surroundings): Reading<number | null> {
  const trouble = troubleOf(cell, shown)
  if (trouble !== null) return trouble
  if (cell.kind === 'blank') return UNKNOWN
  if (cell.kind === 'text') return readAmountText(cell.text, column)
  if (cell.kind !== 'number' || cell.percent) return refuse('import.amountExpected')
  const fen = withoutDust(withoutDust(cell.number * column.factor) * FEN_PER_YUAN)
  return Number.isSafeInteger(fen) && fen >= 0 ? { value: fen } : refuse('import.amountExpected')
}

/** Formulas that failed or were never calculated have no value to take over. */
function troubleOf(cell: Cell, shown: string): Reading<never> | null {
  if (cell.kind === 'error' || isFailedFormula(shown)) return refuse('import.formulaError')
  return cell.kind === 'formulaWithoutValue' ? refuse('import.formulaWithoutValue') : null
}

/** Reads a class as it is shown. @returns null for a blank cell. */
export function readClass(cell: Cell, shown: string): Reading<string | null> {
  return troubleOf(cell, shown) ?? (cell.kind === 'blank' ? UNKNOWN : readClassText(shown))
}

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
  if (cell.kind !== 'text') return refuse('import.codeWrong')
  if (isBlankMark(cell.text)) return { value: '' }
  const plain = halfWidth(cell.text).replace(/^['‘’]/, '')
  const [, whole = '', fraction = ''] = /^(\d)\.(\d{11})e\+?11$/i.exec(plain) ?? []
  return checkedCode(whole === '' ? plain : whole + fraction)
}

/** @returns the code in a cell; '' where there is none, also one that can't be read, and in column 0 */
export function codeAt(sheet: Sheet, row: number, column: number): string {
  const code = column === 0 ? null : readCode(sheet.cell(row, column), sheet.shown(row, column))
  return code !== null && 'value' in code ? code.value : ''
}

const checkedCode = (code: string): Reading<string> => (/^\d{12}$/.test(code) ? { value: code } : refuse('import.codeWrong'))
