import type { CellEntry, EntryBatch, GridColumn, GridRow } from './grid-types.ts'

/**
 * Reads tab-separated text as spreadsheets put it on the clipboard: CRLF, quoted cells with tabs and line breaks, doubled
 * quotes, one line end at the end.
 */
export function parseTabSeparated(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = (): void => {
    rows.at(-1)!.push(cell)
    cell = ''
  }
  for (let position = 0; position < text.length; position++) {
    const character = text[position]!
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[position + 1] === '"') {
        cell += '"'
        position++
      } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === '\t') endCell()
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[position + 1] === '\n') position++
      endCell()
      rows.push([])
    } else cell += character
  }
  if (cell !== '' || rows.at(-1)!.length > 0) endCell()
  else rows.pop()
  return rows
}

/** A block of shown cells, both ends included. */
export interface Block {
  top: number
  left: number
  bottom: number
  right: number
}

/**
 * Lays a pasted block onto the table from the top left of the selection. A single cell fills the whole selection, as in a
 * spreadsheet. Cells beyond the table and cells of read-only columns are counted, not written.
 */
export function layBlock(block: string[][], onto: Block, rows: readonly GridRow[], columns: readonly GridColumn[]): EntryBatch {
  const single = block.length === 1 && block[0]!.length === 1
  const height = single ? onto.bottom - onto.top + 1 : block.length
  const entries: CellEntry[] = []
  let outside = 0
  let readOnly = 0
  for (let down = 0; down < height; down++) {
    const cells = single ? Array.from({ length: onto.right - onto.left + 1 }, () => block[0]![0]!) : block[down]!
    for (const [along, text] of cells.entries()) {
      const row = rows[onto.top + down]
      const column = columns[onto.left + along]
      if (row === undefined || column === undefined) outside++
      else if (column.readOnly) readOnly++
      else entries.push({ rowKey: row.key, columnKey: column.key, text })
    }
  }
  return { entries, outside, readOnly }
}
