import { LAST_YEAR_FIELDS, PLACE_FIELDS } from '../../model/field.ts'
import type { ImportColumn } from '../../model/import.ts'
import type { ImportLayout } from '../../model/import-desk.ts'
import { columnLetters } from './book.ts'
import type { Header } from './header.ts'
import { layoutOfSameShape } from './layouts.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a column is taken for, and why. `file`: of the remembered layout that says so. */
export interface Assignment {
  field: string | null
  how: ImportColumn['how']
  file?: string
}

const BUILT_IN_FIELDS: ReadonlySet<string> = new Set([...PLACE_FIELDS, ...LAST_YEAR_FIELDS])

/** Whether columns can be assigned to a field: a built-in one or an indicator that is asked for. */
export const isField = (field: string, vocabulary: Vocabulary): boolean => vocabulary.indicators.has(field) || BUILT_IN_FIELDS.has(field)

/**
 * Assigns fields to columns. What is chosen now goes before what was chosen for the same headings earlier, then come the words of the
 * heading, and last, for headings nobody knows, the same place in a layout of the same shape.
 * @param chosen field by column letter
 * @param remembered the layout with the very same headings
 * @param layouts all remembered ones, the one saved last first
 */
export function assignFields(
  header: Header,
  vocabulary: Vocabulary,
  chosen: Readonly<Record<string, string | null>>,
  remembered: ImportLayout | undefined,
  layouts: readonly ImportLayout[],
): Map<string, Assignment> {
  const assigned = new Map<string, Assignment>()
  for (const { column, match } of header.headings) {
    const letters = columnLetters(column)
    const earlier = remembered?.chosen.includes(letters) === true ? (remembered.fields[letters] ?? null) : undefined
    if (Object.hasOwn(chosen, letters)) assigned.set(letters, { field: chosen[letters]!, how: 'chosen' })
    else if (earlier !== undefined && (earlier === null || isField(earlier, vocabulary)))
      assigned.set(letters, { field: earlier, how: 'remembered' })
    else assigned.set(letters, match ?? { field: null, how: 'none' })
  }
  if (remembered === undefined) assignByPosition(assigned, vocabulary, layouts)
  return assigned
}

function assignByPosition(assigned: Map<string, Assignment>, vocabulary: Vocabulary, layouts: readonly ImportLayout[]): void {
  const known = new Map(
    [...assigned].flatMap(([column, { field, how }]) => (field === null || how === 'chosen' ? [] : [[column, field] as const])),
  )
  const layout = layoutOfSameShape(layouts, [...assigned.keys()], known)
  if (layout === undefined) return
  const taken = new Set([...assigned.values()].map(({ field }) => field))
  for (const [column, { how }] of assigned) {
    const field = layout.fields[column] ?? null
    if (how === 'none' && field !== null && !taken.has(field) && isField(field, vocabulary))
      assigned.set(column, { field, how: 'position', file: layout.file })
  }
}
