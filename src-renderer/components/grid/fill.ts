import type { Block } from './clipboard-block.ts'
import type { CellEntry, EntryBatch, GridColumn, GridRow } from './grid-types.ts'

/**
 * Ctrl+D and Ctrl+R as in a spreadsheet: the first row (column) of the selection is repeated in those below (to the right); a selection of
 * one row (column) takes the one before it. Cells that already have the text are left alone, those of read-only columns are counted.
 */
export function fill(direction: 'down' | 'right', block: Block, rows: readonly GridRow[], columns: readonly GridColumn[]): EntryBatch {
  const isDown = direction === 'down'
  const top = isDown && block.top === block.bottom ? block.top - 1 : block.top
  const left = !isDown && block.left === block.right ? block.left - 1 : block.left
  const entries: CellEntry[] = []
  let readOnly = 0
  if (rows[top] === undefined || columns[left] === undefined) return { entries, outside: 0, readOnly }
  for (const row of rows.slice(isDown ? top + 1 : top, block.bottom + 1)) {
    for (const column of columns.slice(isDown ? left : left + 1, block.right + 1)) {
      const text = (isDown ? rows[top] : row)!.cells[isDown ? column.key : columns[left]!.key] ?? ''
      if (column.readOnly) readOnly++
      else if (text !== (row.cells[column.key] ?? '')) entries.push({ rowKey: row.key, columnKey: column.key, text })
    }
  }
  return { entries, outside: 0, readOnly }
}

/** @returns the entries that empty the cells of a selection, as far as they can be written and are not empty already */
export const emptied = (block: Block, rows: readonly GridRow[], columns: readonly GridColumn[]): CellEntry[] =>
  rows.slice(block.top, block.bottom + 1).flatMap((row) =>
    columns
      .slice(block.left, block.right + 1)
      .filter((column) => !column.readOnly && (row.cells[column.key] ?? '') !== '')
      .map((column) => ({ rowKey: row.key, columnKey: column.key, text: '' })),
  )
