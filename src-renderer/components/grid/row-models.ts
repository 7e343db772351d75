import type { GridRow } from './grid-types.ts'
import { BELOW, ROW_KEY } from './library-columns.ts'

/** A row as the library takes it: the texts by column key, beside them our row key and the second lines. */
export type RowModel = Record<string, unknown>

const fill = (model: RowModel, row: GridRow): void => {
  for (const key of Object.keys(model)) if (!(key in row.cells)) delete model[key]
  Object.assign(model, row.cells, { [ROW_KEY]: row.key, [BELOW]: row.below ?? {} })
}

/**
 * Keeps one model for each row. The library takes a new list for a new table and sets itself up anew, which takes long with thousands
 * of rows; what changed within the same rows is therefore written into their models, and the library only has to draw them.
 */
export function rowModels(): { list(rows: readonly GridRow[]): RowModel[] } {
  let known = new Map<string, { row: GridRow; model: RowModel }>()
  let list: RowModel[] = []
  function modelOf(row: GridRow): { row: GridRow; model: RowModel } {
    const found = known.get(row.key)
    if (found?.row === row) return found
    const model = found?.model ?? {}
    fill(model, row)
    return { row, model }
  }
  return {
    /** @returns the same list as before where the same rows stand in the same order */
    list(rows) {
      const now = rows.map(modelOf)
      known = new Map(now.map((each) => [each.row.key, each]))
      if (now.length !== list.length || now.some(({ model }, position) => model !== list[position])) list = now.map(({ model }) => model)
      return list
    },
  }
}
