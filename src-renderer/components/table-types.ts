export interface TableColumn {
  key: string
  title: string
  /** What its numbers are in, under the title. */
  unit?: string
  /** Pixels; the columns without a width share the rest. */
  width?: number
  /** For a column without a width: never narrower than this, the table scrolls instead. */
  minWidth?: number
  numeric?: boolean
  sortable?: boolean
}
export interface TableSort {
  column: string
  direction: 'up' | 'down'
}

/** A click on a heading: first rising, then falling, then the order of the data again. */
export const nextSort = (sort: TableSort | null, column: string): TableSort | null => {
  if (sort?.column !== column) return { column, direction: 'up' }
  return sort.direction === 'up' ? { column, direction: 'down' } : null
}

type Sortable = string | number | null

/** Sorts by a value; unknown ones come last in either direction, equal ones keep their order. */
export function sortedBy<T>(
  rows: readonly T[],
  direction: 'up' | 'down',
  valueOf: (row: T) => Sortable,
  compareTexts: (a: string, b: string) => number,
): T[] {
  const sign = direction === 'up' ? 1 : -1
  return [...rows].sort((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : compareTexts(String(a), String(b)))
  })
}
