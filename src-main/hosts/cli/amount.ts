import { fenIn, TYPED } from '../../model/value.ts'
import { appError } from '../../shared/app-error.ts'

/**
 * Reads an amount in 元 as text, without ever making it a fraction: 200000, 200,000 or 200000.50.
 * @returns fen
 * @throws AppError usage.valueWrong
 */
export function fenFromYuan(option: string, text: string): number {
  // A command line is written once and run for years: of all that the reader takes, only digits, commas and a point.
  const fen = /^[\d,]+(\.\d{1,2})?$/.test(text) ? fenIn(text, TYPED) : null
  if (fen === null) throw appError('usage.valueWrong', { option, value: text, needed: '200000 | 200000.00' })
  return fen
}
