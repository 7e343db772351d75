import type { TableColumnSetting, TableName } from '../../../src-main/model/paper.ts'
import type { PaperColumn } from '../../../src-main/modules/leaf.ts'
import { PAPER_FORMS } from '../../../src-main/modules/words.ts'

/** Every column that a table can show. */
export const columnsOf = (table: TableName): readonly PaperColumn[] => PAPER_FORMS[table].columns

const USUAL_WIDTH = 12

/** A row of the form: a column that is shown or could be. */
export interface ColumnChoice extends TableColumnSetting {
  shown: boolean
}

/** @returns those shown, in their order, then the others */
export const choicesOf = (table: TableName, columns: readonly TableColumnSetting[]): ColumnChoice[] => [
  ...columns.filter(({ key }) => columnsOf(table).some((each) => each.key === key)).map((each) => ({ ...each, shown: true })),
  ...columnsOf(table)
    .filter(({ key }) => columns.every((each) => each.key !== key))
    .map(({ key, width }) => ({ key, width: width ?? USUAL_WIDTH, shown: false })),
]
export const columnsIn = (choices: readonly ColumnChoice[]): TableColumnSetting[] =>
  choices.filter((each) => each.shown).map(({ key, width }) => ({ key, width }))

/** @returns the choices with one moved by so many places; it stays within the list */
export function moved(choices: readonly ColumnChoice[], key: string, by: -1 | 1): ColumnChoice[] {
  const from = choices.findIndex((each) => each.key === key)
  const to = Math.max(0, Math.min(choices.length - 1, from + by))
  const rest = choices.filter((each) => each.key !== key)
  return [...rest.slice(0, to), choices[from]!, ...rest.slice(to)]
}
