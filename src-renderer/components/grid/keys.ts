import type { Move } from './cell-editor.ts'

/** How far an edited cell's successor is. */
export const STEPS: Record<Move, { down: number; right: number }> = {
  down: { down: 1, right: 0 },
  up: { down: -1, right: 0 },
  right: { down: 0, right: 1 },
  left: { down: 0, right: -1 },
  stay: { down: 0, right: 0 },
}

/** Rows that a page key goes on. */
const ROWS_A_PAGE = 20

/** A place in the table, counted from 0, frozen columns first. */
export interface At {
  rowIndex: number
  columnIndex: number
}

/**
 * @param size of the table, and the first column that is not frozen
 * @returns where a key takes the focus beyond the library's arrows, as in a spreadsheet; null for any other key
 */
export function targetOf(
  event: KeyboardEvent,
  { rowIndex, columnIndex }: At,
  size: { rows: number; columns: number; frozen: number },
): At | null {
  switch (event.key) {
    case 'Enter':
      return { rowIndex: rowIndex + (event.shiftKey ? -1 : 1), columnIndex }
    case 'PageDown':
      return { rowIndex: rowIndex + ROWS_A_PAGE, columnIndex }
    case 'PageUp':
      return { rowIndex: rowIndex - ROWS_A_PAGE, columnIndex }
    case 'Home':
      return { rowIndex: event.ctrlKey ? 0 : rowIndex, columnIndex: size.frozen }
    case 'End':
      return { rowIndex: event.ctrlKey ? size.rows - 1 : rowIndex, columnIndex: size.columns - 1 }
    default:
      return null
  }
}
