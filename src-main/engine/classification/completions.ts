import { rangeOf, type Bounds } from '../../model/range.ts'
import type { Table } from '../indicators/table.ts'
import type { Vocabulary } from '../indicators/vocabulary.ts'
import { cellValues } from './cells.ts'

/** The bounds within which an indicator of a row can lie: its range, and what is known of those it is tied to by notAbove. */
export function boundsOf(key: string, row: number, table: Table, vocabulary: Vocabulary): Bounds {
  const boundsOfOther = (other: string): Bounds => {
    const known = table.columns.get(other)![row]!
    return Number.isNaN(known) ? rangeOf(vocabulary.indicators.get(other)!) : { min: known, max: known }
  }
  const own = rangeOf(vocabulary.indicators.get(key)!)
  return {
    min: Math.max(own.min, ...vocabulary.partsOf(key).map((part) => boundsOfOther(part).min)),
    max: Math.min(own.max, ...vocabulary.wholesOf(key).map((whole) => boundsOfOther(whole).max)),
  }
}

/** The combinations of values that stand for everything the missing indicators of a row may be. */
export interface Completions {
  /** Encoded values, one list a missing indicator. */
  choices: number[][]
  /** Positions of those that are compared with another missing one. */
  tied: ReadonlySet<number>
  /** Whether a combination keeps every part within its whole. */
  fits(values: number[]): boolean
}

/**
 * Missing indicators that are tied by notAbove are cut into the same cells, so that a part and its whole can stand in the same
 * cell. A derived indicator that can't be computed may take any value: its range is a statement about sound data only.
 */
export function completionsOf(
  missing: readonly string[],
  row: number,
  table: Table,
  vocabulary: Vocabulary,
  thresholds: Map<string, number[]>,
): Completions {
  const indicators = missing.map((key) => vocabulary.indicators.get(key)!)
  const bounds = indicators.map((indicator): Bounds =>
    indicator.formula === undefined ? boundsOf(indicator.key, row, table, vocabulary) : { min: -Infinity, max: Infinity },
  )
  const ties = missing
    .flatMap((key, part) => vocabulary.wholesOf(key).map((other) => ({ part, whole: missing.indexOf(other) })))
    .filter(({ part, whole }) => whole >= 0 && indicators[part]!.formula === undefined && indicators[whole]!.formula === undefined)
  const tied = new Set(ties.flatMap(({ part, whole }) => [part, whole]))
  const shared = [...tied].flatMap((i) => [...thresholds.get(missing[i]!)!, bounds[i]!.min, bounds[i]!.max]).filter(Number.isFinite)
  return {
    choices: indicators.map((indicator, i) => cellValues(indicator, tied.has(i) ? shared : thresholds.get(indicator.key)!, bounds[i]!)),
    tied,
    fits: (values) => ties.every(({ part, whole }) => values[part]! <= values[whole]!),
  }
}
