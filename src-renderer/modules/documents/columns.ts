import type { TableColumnSetting, TableName } from '../../../src-main/model/paper.ts'

const PLACES = ['number', 'district', 'subdistrict']

/** Every column that a table can show, as its print view names them. */
export const COLUMNS_OF: Readonly<Record<TableName, readonly string[]>> = {
  allocation: [...PLACES, 'name', 'code', 'class', 'lastClass', 'previous', 'amount', 'change', 'paid'],
  classification: [...PLACES, 'name', 'code', 'class', 'lastClass', 'rule', 'remark'],
  payers: [...PLACES, 'count', 'amount', 'paid'],
  overrides: ['number', 'place', 'name', 'ruleClass', 'class', 'change', 'reason', 'document', 'who'],
  comparison: ['number', 'subdistrict', 'name', 'classBefore', 'class', 'before', 'after', 'change', 'reason'],
  history: ['step', 'subject', 'name', 'year', 'field', 'before', 'after'],
  statement: ['step', 'amount', 'running'],
  statistics: [],
  certificate: [],
}
const USUAL_WIDTH = 12

/** A row of the form: a column that is shown or could be. */
export interface ColumnChoice extends TableColumnSetting {
  shown: boolean
}

/** @returns those shown, in their order, then the others */
export const choicesOf = (table: TableName, columns: readonly TableColumnSetting[]): ColumnChoice[] => [
  ...columns.filter((each) => COLUMNS_OF[table].includes(each.key)).map((each) => ({ ...each, shown: true })),
  ...COLUMNS_OF[table].filter((key) => columns.every((each) => each.key !== key)).map((key) => ({ key, width: USUAL_WIDTH, shown: false })),
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
