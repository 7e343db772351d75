import type { Block } from './clipboard-block.ts'
import type { GridColumn, GridRow } from './grid-types.ts'

/**
 * What a status line says of a selection. `cells` that are not empty, `numbers` among them; sum, average, least and greatest only where
 * all numbers have one unit: people and square kilometres add up to nothing.
 */
export interface SelectionFigures {
  cells: number
  numbers: number
  unit: string
  figures: { sum: string; average: string; least: string; greatest: string } | null
}

/** A decimal number, exactly: digits behind the point are `scale` many of the whole number `digits`. */
interface Exact {
  digits: bigint
  scale: number
}

/** Digits that an average has beyond those of the numbers. */
const MORE_DIGITS = 2

/** @returns a shown number, exactly as it is shown; null for any other text */
function read(text: string): Exact | null {
  const plain = text.replaceAll(/[,\s]/g, '').replace(/%$/, '').replace('−', '-')
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? []
  return whole === '' ? null : { digits: BigInt(sign + whole + fraction), scale: fraction.length }
}

const at = ({ digits, scale }: Exact, wanted: number): bigint => digits * 10n ** BigInt(wanted - scale)

/** @returns with thousands separators, without zeros at the end of a fraction */
function write(digits: bigint, scale: number): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  const whole = text.slice(0, text.length - scale).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  const fraction = text.slice(text.length - scale).replace(/0+$/, '')
  return `${digits < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** Half away from zero, as people round. */
const divided = (digits: bigint, by: bigint): bigint => (digits < 0n ? -((-digits * 2n + by) / (by * 2n)) : (digits * 2n + by) / (by * 2n))

/** @param block the selected cells, within the rows and columns as they are shown */
export function selectionFigures(block: Block, rows: readonly GridRow[], columns: readonly GridColumn[]): SelectionFigures {
  let cells = 0
  const numbers: Exact[] = []
  const units = new Set<string>()
  for (const row of rows.slice(block.top, block.bottom + 1)) {
    for (const column of columns.slice(block.left, block.right + 1)) {
      const text = (row.cells[column.key] ?? '').trim()
      if (text === '') continue
      cells += 1
      const number = column.numeric ? read(text) : null
      if (number === null) continue
      numbers.push(number)
      units.add(text.endsWith('%') ? '%' : (column.measure ?? column.unit))
    }
  }
  const [unit = ''] = units
  if (numbers.length === 0 || units.size > 1) return { cells, numbers: numbers.length, unit: '', figures: null }
  const scale = Math.max(...numbers.map((each) => each.scale))
  const whole = numbers.map((each) => at(each, scale))
  const sum = whole.reduce((total, each) => total + each, 0n)
  const [least, greatest] = whole.reduce(
    ([low, high], each) => [each < low ? each : low, each > high ? each : high],
    [whole[0]!, whole[0]!],
  )
  const average = divided(sum * 10n ** BigInt(MORE_DIGITS), BigInt(numbers.length))
  const said = (digits: bigint, digitsBehind: number): string => write(digits, digitsBehind) + (unit === '%' ? '%' : '')
  return {
    cells,
    numbers: numbers.length,
    unit: unit === '%' ? '' : unit,
    figures: {
      sum: said(sum, scale),
      average: said(average, scale + MORE_DIGITS),
      least: said(least, scale),
      greatest: said(greatest, scale),
    },
  }
}
