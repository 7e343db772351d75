import type { CellPlace, GridColumn, GridRow } from '../../components/grid/grid-types.ts'

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(',', '').trim()

/** @returns the cells whose shown text contains the sought one, row by row; thousands separators, width and case don't matter. */
export function findCells(sought: string, rows: readonly GridRow[], columns: readonly Pick<GridColumn, 'key'>[]): CellPlace[] {
  const text = plain(sought)
  if (text === '') return []
  return rows.flatMap((row) =>
    columns.flatMap(({ key }) => (plain(row.cells[key] ?? '').includes(text) ? [{ rowKey: row.key, columnKey: key }] : [])),
  )
}
