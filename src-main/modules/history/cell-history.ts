import type { CellChange } from '../../model/cell-history.ts'
import { fieldOf } from '../../model/field.ts'
import type { Desk } from '../../desk/desk.ts'
import type { LogReader } from '../../desk/row-in-log.ts'
import { vocabularyOf } from '../../engine/indicators/index.ts'
import { changesInWords } from './row-words.ts'

/** The fields a cell's value comes from: itself, or the delivered ones that it is computed from. */
function fieldsOf(desk: Desk, field: string): ReadonlySet<string> {
  const { indicators } = desk.dictionary
  const found = fieldOf(field, indicators)
  return new Set(found?.kind === 'indicator' ? vocabularyOf(indicators).inputsOf(field) : [field])
}

/**
 * @param keys under which the community was known
 * @param year whose facts are asked about
 * @returns every change of the cell, the newest first; of a computed one those of what it is computed from
 */
export function changesOfCell(desk: Desk, keys: readonly string[], field: string, year: number, reader: LogReader): CellChange[] {
  const { history } = desk.store.read
  const fields = fieldsOf(desk, field)
  const rows = keys.flatMap((key) => [
    ...history.changesOfRow('community_year', [year, key]),
    ...history.changesOfRow('community', [key]),
    ...history.changesOfRow('ledger', [year, key]),
    ...history.changesOfRow('override', [year, key]),
  ])
  return rows
    .flatMap(({ step, change }) =>
      changesInWords(change, desk.parts.rows, reader)
        .filter((each) => fields.has(each.field))
        .map((each): CellChange => ({
          ...step,
          field: each.field,
          before: each.before,
          after: each.after,
          file: history.deliveringFile(step.id, each.key) ?? null,
        })),
    )
    .toSorted((one, other) => other.id - one.id)
}
