import { inPercent } from '../../model/number.ts'
import type { Indicator } from '../../model/indicator.ts'
import { problem, warning, type Place } from '../../model/problem.ts'
import type { Value } from '../../model/value.ts'
import type { ProblemList } from './problem-list.ts'
import type { RecognisedColumn } from './recognise.ts'
import { unitOf } from '../../model/measure.ts'

/** A community's yearly money below 1,000 元 is most likely written in 万元. */
const DOUBTFUL_BELOW_YUAN = 1000
/** No community has more than 100 million 元 a year: 万元 was written as 元, or a point is missing. */
const DOUBTFUL_ABOVE_YUAN = 100_000_000
/** From so many figures on, a column of percentages that are all at most 1 % is doubted. */
const ENOUGH_SHARES = 3

interface Shares {
  column: RecognisedColumn
  count: number
  most: number
  place: Place
}

/**
 * Doubts that need no other column but more than one cell: money without a stated unit that is too small for 元 (an error, told once
 * for each column) or too much for any community (a warning), and percentages that look like fractions (a warning).
 */
export function columnChecks(problems: ProblemList, place: Place) {
  const doubtedMoney = new Set<string>()
  const tooMuch = new Set<string>()
  const shares = new Map<string, Shares>()
  const seeMuch = (column: RecognisedColumn, yuan: number, shown: string, at: Place): void => {
    if (Math.abs(yuan) <= DOUBTFUL_ABOVE_YUAN || tooMuch.has(column.column)) return
    tooMuch.add(column.column)
    problems.add(warning('import.amountLarge', { heading: column.heading, value: shown }, at))
  }
  const seeMoney = (column: RecognisedColumn, yuan: number, shown: string, at: Place): void => {
    seeMuch(column, yuan, shown, at)
    if (column.unitStated || yuan === 0 || Math.abs(yuan) >= DOUBTFUL_BELOW_YUAN || doubtedMoney.has(column.column)) return
    doubtedMoney.add(column.column)
    problems.add(problem('import.amountUnit', { heading: column.heading, value: shown }, at))
  }
  return {
    see(indicator: Indicator, column: RecognisedColumn, reading: Value, shown: string, at: Place): void {
      if (typeof reading.value !== 'number') return
      if (indicator.kind === 'number' && unitOf(indicator)?.dimension === 'money') seeMoney(column, reading.value, shown, at)
      if (reading.plainShare !== true || reading.value === 0) return
      const seen = shares.get(column.column) ?? { column, count: 0, most: 0, place: at }
      shares.set(column.column, { ...seen, count: seen.count + 1, most: Math.max(seen.most, reading.value) })
    },
    seeAmount(column: RecognisedColumn, fen: number | null, shown: string, at: Place): void {
      if (fen !== null) seeMoney(column, fen / 100, shown, at)
    },
    finish(): void {
      for (const { column, count, most } of shares.values()) {
        if (count < ENOUGH_SHARES || most > 0.01) continue
        const at: Place = { ...place, column: column.column, indicator: column.field! }
        problems.add(warning('import.sharesVerySmall', { heading: column.heading, most: `${inPercent(most, 6)}%` }, at))
      }
    },
  }
}
