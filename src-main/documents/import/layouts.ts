import type { ImportLayout } from '../../model/import-desk.ts'
import { hashOf } from '../../shared/canonical-json.ts'
import { columnLetters } from './book.ts'
import type { Header } from './header.ts'
import { comparable } from '../../model/text.ts'

/**
 * Headings that are known by their words have to be as many as this, and where the layout has them, for its other columns to be
 * trusted.
 */
const FEWEST_AGREEING = 2

/**
 * The headings of a sheet by column letter, as they are compared: without blanks and punctuation, half-width, and whatever the year. Next
 * year's sheet of the same make has the same ones.
 */
export function layoutHeadings(header: Header): Record<string, string> {
  const plain = (text: string): string => comparable(text).replaceAll(/(19|20)\d\d年?/g, '年')
  return Object.fromEntries(
    header.headings.map(({ column, parts }) => [
      columnLetters(column),
      parts.map(({ text, unitText }) => plain(`${text}（${unitText}）`)).join('/'),
    ]),
  )
}

/** The fingerprint under which a layout is remembered. */
export const layoutId = (headings: Record<string, string>): string => hashOf(headings)

/**
 * A remembered layout of the same shape: it has the same columns, and every heading that is known by its words is where the layout has it,
 * the community's name among them.
 * @param layouts the one to be preferred first
 * @param known field by column letter, of the headings that are known by their words
 */
export function layoutOfSameShape(
  layouts: readonly ImportLayout[],
  columns: readonly string[],
  known: ReadonlyMap<string, string>,
): ImportLayout | undefined {
  return layouts.find(
    ({ fields }) =>
      Object.keys(fields).length === columns.length &&
      columns.every((column) => Object.hasOwn(fields, column)) &&
      known.size >= FEWEST_AGREEING &&
      [...known.values()].includes('name') &&
      [...known].every(([column, field]) => fields[column] === field),
  )
}
