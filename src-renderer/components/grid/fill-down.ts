import type { Block } from './clipboard-block.ts'
import type { CellEntry, EntryBatch, GridColumn, GridRow } from './grid-types.ts'

/**
 * Ctrl+D as in a spreadsheet: the top row of the selection is repeated in the rows below; a selection of one row takes the row
 * above it. Cells that already have the text are left alone, those of read-only columns are counted.
 */
export function fillDown(block: Block, rows: readonly GridRow[], columns: readonly GridColumn[]): EntryBatch {
  const from = block.top === block.bottom ? block.top - 1 : block.top
  const source = rows[from]
  const entries: CellEntry[] = []
  let readOnly = 0
  if (source === undefined) return { entries, outside: 0, readOnly }
  for (const row of rows.slice(from + 1, block.bottom + 1)) {
    for (const column of columns.slice(block.left, block.right + 1)) {
      const text = source.cells[column.key] ?? ''
      if (column.readOnly) readOnly++
      else if (text !== (row.cells[column.key] ?? '')) entries.push({ rowKey: row.key, columnKey: column.key, text })
    }
  }
  return { entries, outside: 0, readOnly }
}
