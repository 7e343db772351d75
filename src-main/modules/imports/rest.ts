import { fieldOf, isPlaceField } from '../../model/field.ts'
import type { ImportConflict } from '../../model/import-desk.ts'
import type { ImportRow } from '../../model/import.ts'
import { problem, type Problem } from '../../model/problem.ts'
import type { RefusedEntry } from '../../model/refused.ts'
import type { Delivery, DeliveredRow, Part } from './deliveries.ts'
import { contradictionsOf } from './notes.ts'
import type { PreparedImport } from './prepare.ts'

/** What was left for later, as the plan keeps it. */
export type LeftEntry = Omit<RefusedEntry, 'id'>

/** What errors are about: cells of rows, whole rows, columns of sheets, whole sheets. */
class Left {
  readonly #whole = new Set<string>()
  readonly #fields = new Map<string, Set<string>>()

  /** @param problem an error of one of the files */
  add({ code, params, place }: Problem, part: Part | undefined): void {
    const { row, indicator } = place
    const sheet = sheetKey(place.file!, place.sheet)
    const inHeading = row === undefined || (part !== undefined && row <= part.read.recognition.headerRows[1])
    const at = inHeading ? sheet : rowKey(sheet, row)
    if (indicator === undefined || isPlaceField(indicator)) this.#whole.add(at)
    else this.#fields.set(at, (this.#fields.get(at) ?? new Set()).add(indicator))
    // Of two rows about one community nobody but the user knows which is right.
    if (code === 'import.communityTwice') this.#whole.add(rowKey(sheet, Number(params['otherRow'])))
  }

  /** @returns the row with what can be taken of it; null where nothing can */
  restOf({ part, row }: DeliveredRow): DeliveredRow | null {
    const sheet = sheetKey(part.file, part.read.recognition.sheet)
    const own = rowKey(sheet, row.row)
    if (this.#whole.has(sheet) || this.#whole.has(own)) return null
    const fields = new Set([...(this.#fields.get(sheet) ?? []), ...(this.#fields.get(own) ?? [])])
    return fields.size === 0 ? { part, row } : { part, row: without(row, fields) }
  }
}

const sheetKey = (file: string, sheet = ''): string => JSON.stringify([file, sheet])
const rowKey = (sheet: string, row: number): string => `${sheet}:${row}`

function without(row: ImportRow, fields: ReadonlySet<string>): ImportRow {
  const { previousFen, previousClass, values, ...place } = row
  return {
    ...place,
    values: Object.fromEntries(Object.entries(values).filter(([field]) => !fields.has(field))),
    ...(previousFen === undefined || fields.has('previousAmount') ? {} : { previousFen }),
    ...(previousClass === undefined || fields.has('previousClass') ? {} : { previousClass }),
  }
}

const partIn = ({ files }: PreparedImport, { file, sheet }: Problem['place']): Part | undefined =>
  files.find(({ name }) => name === file)?.parts.find(({ read }) => read.recognition.sheet === sheet)

/**
 * @param errors of the files, and those that came up when the rest was put together
 * @returns what can be taken now. A new community of which the row that names it is left out is left out as a whole.
 */
export function restOf(prepared: PreparedImport, errors: readonly Problem[]): Delivery[] {
  const left = new Left()
  for (const error of errors) left.add(error, partIn(prepared, error.place))
  return prepared.deliveries.flatMap((delivery) => {
    const rows = delivery.rows.map((each) => left.restOf(each))
    const rest = rows.filter((each) => each !== null)
    return rest.length === 0 || (delivery.before === null && rows[0] === null) ? [] : [{ ...delivery, rows: rest }]
  })
}

/**
 * What is left, to be kept in the plan: at its cell where the community is known, else as a row of the file.
 * @param taken the deliveries that are taken now
 */
export function leftFor(
  prepared: PreparedImport,
  taken: readonly Delivery[],
  errors: readonly Problem[],
  conflicts: readonly ImportConflict[],
): LeftEntry[] {
  const keys = new Map<string, string>()
  for (const { key, rows } of taken)
    for (const { part, row } of rows) keys.set(rowKey(sheetKey(part.file, part.read.recognition.sheet), row.row), key)
  const isField = (field: string | undefined): field is string =>
    field !== undefined && fieldOf(field, prepared.dictionary.indicators) !== null
  const ofErrors = errors.map((error): LeftEntry => {
    const { file = '', sheet, row, indicator, community } = error.place
    const key = row === undefined ? undefined : keys.get(rowKey(sheetKey(file, sheet), row))
    const value = String(error.params['value'] ?? '')
    if (key !== undefined && isField(indicator) && !isPlaceField(indicator))
      return { key, field: indicator, text: value, file, problem: { ...error, place: { ...error.place, key } } }
    return { key: null, field: null, text: community ?? (value || sheet) ?? file, file, problem: error }
  })
  const ofConflicts = conflicts.map((conflict): LeftEntry => {
    const [said] = contradictionsOf(conflict, conflict.sources[0]!.file, prepared.dictionary)
    const { file } = conflict.sources[0]!
    return {
      key: conflict.key,
      field: conflict.field,
      text: String(said?.params['value'] ?? ''),
      file,
      problem: problem('import.conflict', said?.params ?? {}, { ...said?.place, key: conflict.key }),
    }
  })
  return [...ofErrors, ...ofConflicts]
}
