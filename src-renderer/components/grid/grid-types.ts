/** The language of DataGrid: columns, rows of texts, marks and entries. Nothing of the grid library behind it shows through. */
export interface GridColumn {
  key: string
  title: string
  unit: string
  /** What its numbers count, where the heading says more than the unit: numbers of one measure add up. */
  measure?: string
  /** Said when the pointer rests on the heading. */
  note: string
  /** Heading above several columns. */
  group: string
  width: number
  /** Stays in view at the left. */
  frozen: boolean
  numeric: boolean
  readOnly: boolean
  /** Offered while typing; empty for free entry. */
  choices: string[]
}

/** A row: its texts by column key, as shown and as edited. */
export interface GridRow {
  key: string
  cells: Readonly<Record<string, string>>
  /** Second lines to compare with, by column key; never edited or copied. */
  below?: Readonly<Record<string, string>>
}

export interface CellPlace {
  rowKey: string
  columnKey: string
}

/** Something to say about a cell. */
export interface CellMark {
  level: 'error' | 'warning' | 'pending'
  reason: string
}

/** What was typed, pasted, filled or cleared. One batch is one action of the user. */
export interface CellEntry {
  rowKey: string
  columnKey: string
  text: string
}
export interface EntryBatch {
  entries: CellEntry[]
  /** Pasted cells that fell outside of the table. */
  outside: number
  /** Pasted cells that met a column that can't be edited. */
  readOnly: number
}

export interface GridSort {
  column: string
  direction: 'up' | 'down'
}
