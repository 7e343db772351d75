import type { CellEntry, CellPlace, EntryBatch, GridColumn, GridRow } from '../../components/grid/grid-types.ts'

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(',', '').trim()

/** @returns the cells whose shown text contains the sought one, row by row; thousands separators, width and case don't matter. */
export function findCells(sought: string, rows: readonly GridRow[], columns: readonly Pick<GridColumn, 'key'>[]): CellPlace[] {
  const text = plain(sought)
  if (text === '') return []
  return rows.flatMap((row) =>
    columns.flatMap(({ key }) => (plain(row.cells[key] ?? '').includes(text) ? [{ rowKey: row.key, columnKey: key }] : [])),
  )
}

/**
 * Puts another text in place of the sought one in cells; thousands separators are left out where they are in its way. As in findCells
 * width and case don't matter.
 * @returns the entries, and how many of the cells can't be written
 */
export function replacing(
  sought: string,
  by: string,
  cells: readonly CellPlace[],
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
): EntryBatch {
  const text = plain(sought)
  const rowOf = new Map(rows.map((each) => [each.key, each]))
  const columnOf = new Map(columns.map((each) => [each.key, each]))
  const entries: CellEntry[] = []
  let readOnly = 0
  for (const { rowKey, columnKey } of cells) {
    const shown = rowOf.get(rowKey)?.cells[columnKey] ?? ''
    if (text === '' || !plain(shown).includes(text)) continue
    if (columnOf.get(columnKey)?.readOnly !== false) {
      readOnly++
      continue
    }
    // Where the plain text is of another length, its letters no longer stand where those of the shown one do.
    const whole = plain(shown).length === shown.length ? shown : plain(shown)
    const lower = plain(whole).length === whole.length ? plain(whole) : whole
    let written = ''
    let from = 0
    for (let at = lower.indexOf(text); at >= 0; at = lower.indexOf(text, from)) {
      written += whole.slice(from, at) + by
      from = at + text.length
    }
    entries.push({ rowKey, columnKey, text: written + whole.slice(from) })
  }
  return { entries, outside: 0, readOnly }
}
