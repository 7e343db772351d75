import type { GridColumn, GridRow } from './grid-types.ts'

/** In which order the reader wants the columns, and how wide: by key; what is not named stays as it is. */
export interface ColumnLayout {
  order: readonly string[]
  widths: Readonly<Record<string, number>>
}
export const standardLayout = (): ColumnLayout => ({ order: [], widths: {} })

/** @returns the columns as the reader wants them: frozen ones first, those that the order does not name at the place they would have */
export function laidOut(columns: readonly GridColumn[], { order, widths }: ColumnLayout): GridColumn[] {
  const sized = columns.map((each) => ({ ...each, width: widths[each.key] ?? each.width }))
  const placed = [...sized.filter((each) => each.frozen), ...sized.filter((each) => !each.frozen)]
  if (order.length === 0) return placed
  const rank = new Map(order.map((key, at) => [key, at]))
  const named = placed.filter((each) => rank.has(each.key)).toSorted((one, other) => rank.get(one.key)! - rank.get(other.key)!)
  // A column that the order does not know, as a new indicator, keeps its place between those that it knows.
  const next = named.values()
  const merged = placed.map((each) => (rank.has(each.key) ? next.next().value! : each))
  return [...merged.filter((each) => each.frozen), ...merged.filter((each) => !each.frozen)]
}

/**
 * @param columns as they are laid out now
 * @returns the order with a column moved to the place of another, or the same where frozen and moving columns would mix
 */
export function moved(columns: readonly GridColumn[], key: string, to: number): string[] {
  const keys = columns.map((each) => each.key)
  const from = keys.indexOf(key)
  const target = columns[to]
  if (from < 0 || target === undefined || target.frozen !== columns[from]!.frozen) return keys
  return keys.toSpliced(from, 1).toSpliced(to, 0, key)
}

const PADDING = 20
const NARROWEST = 48
const WIDEST = 420
/** Rows that are measured at most: the widest text is among the longest. */
const MEASURED = 400

/** @returns the width that shows heading and texts of a column whole. @param measure the width of a text in pixels */
export function fittingWidth(column: GridColumn, rows: readonly GridRow[], measure: (text: string, bold: boolean) => number): number {
  const texts = rows.map((each) => each.cells[column.key] ?? '').toSorted((one, other) => other.length - one.length)
  const widest = Math.max(0, ...texts.slice(0, MEASURED).map((text) => measure(text, false)))
  const heading = Math.max(measure(`${column.title} ▲`, true), measure(column.unit, false) + PADDING)
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, widest, heading) + PADDING))
}
