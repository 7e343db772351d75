import type { TableSettings } from '../../src-main/contract/document-settings.ts'

/** A column that a table can show. `parts`: it stands for several that share its width, one for each payer; none of them: it is left out. */
export interface PrintColumn { key: string; title: string; kind: 'words' | 'middle' | 'number'; parts?: readonly { key: string; title: string }[] }
/** A row: a community's, the name of a place, or a sum, whose label takes the columns of words in front. */
export interface PrintLine { key: string; kind: 'line' | 'place' | 'subtotal' | 'district-total' | 'grand-total'; label?: string; cells: Readonly<Record<string, string>> }
/** Rows that belong together. */
export interface PrintBlock { key: string; lines: readonly PrintLine[] }

/** @returns the columns that are shown, in their order, with their part of the width in percent; a setting that names no column of the table is left out */
export function shownColumns(columns: readonly PrintColumn[], { columns: settings }: Pick<TableSettings, 'columns'>): Array<PrintColumn & { width: number }> {
  const found = settings.flatMap(({ key, width }) => {
    const column = columns.find((each) => each.key === key)
    if (column?.parts === undefined) return column === undefined ? [] : [{ ...column, width }]
    return column.parts.map((part) => ({ ...column, ...part, width: width / column.parts!.length }))
  })
  const whole = found.reduce((sum, each) => sum + each.width, 0)
  return found.map((each) => ({ ...each, width: 100 * each.width / whole }))
}
