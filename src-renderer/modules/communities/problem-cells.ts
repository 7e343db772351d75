import type { CellMark, CellPlace } from '../../components/grid/grid-types.ts'
import type { Problem } from '../../../src-main/model/problem.ts'

/** Marks by row key and column key. */
export type Marks = ReadonlyMap<string, ReadonlyMap<string, CellMark>>

/** @returns one mark for each cell with a problem: an error stands before a warning, several reasons one below the other. */
export function marksOf(problems: readonly Problem[], say: (problem: Problem) => string): Marks {
  const marks = new Map<string, Map<string, CellMark>>()
  for (const each of problems) {
    const { key, indicator } = each.place
    if (key === undefined || indicator === undefined) continue
    const row = marks.get(key) ?? new Map<string, CellMark>()
    const known = row.get(indicator)
    const reason = say(each)
    if (known === undefined || (known.level === 'warning' && each.level === 'error')) row.set(indicator, { level: each.level, reason })
    else if (known.level === each.level) row.set(indicator, { level: each.level, reason: `${known.reason}\n${reason}` })
    marks.set(key, row)
  }
  return marks
}

/** @returns the marks of both; where a cell has two, the one of `over`. */
export function marksOver(under: Marks, over: Marks): Marks {
  if (over.size === 0) return under
  const marks = new Map(under)
  for (const [row, cells] of over) marks.set(row, new Map([...(under.get(row) ?? []), ...cells]))
  return marks
}

/** @returns the cells of a level in the order of rows and columns; rows that are not shown come last. */
export function cellsMarked(
  marks: Marks,
  level: CellMark['level'],
  rowKeys: readonly string[],
  columnKeys: readonly string[],
): CellPlace[] {
  const shown = new Set(rowKeys)
  const order = [...rowKeys.filter((key) => marks.has(key)), ...[...marks.keys()].filter((key) => !shown.has(key))]
  return order.flatMap((rowKey) =>
    columnKeys.flatMap((columnKey) => (marks.get(rowKey)!.get(columnKey)?.level === level ? [{ rowKey, columnKey }] : [])),
  )
}

/** @returns the cell after the given one, round and round; the first when it is none of them. */
export function following(cells: readonly CellPlace[], last: CellPlace | null): CellPlace | undefined {
  const position = cells.findIndex((each) => each.rowKey === last?.rowKey && each.columnKey === last.columnKey)
  return cells[(position + 1) % Math.max(1, cells.length)]
}
