import { appError } from '../../shared/app-error.ts'

/**
 * Reads an amount in 元 as text, without ever making it a fraction: 200000, 200,000 or 200000.50.
 * @returns fen
 * @throws AppError usage.valueWrong
 */
export function fenFromYuan(option: string, text: string): number {
  const wrong = () => appError('usage.valueWrong', { option, value: text, expected: '200000 | 200000.00' })
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(text)
  if (match === null) throw wrong()
  const fen = BigInt(match[1]!.replaceAll(',', '')) * 100n + BigInt((match[2] ?? '').padEnd(2, '0'))
  if (fen > BigInt(Number.MAX_SAFE_INTEGER)) throw wrong()
  return Number(fen)
}
