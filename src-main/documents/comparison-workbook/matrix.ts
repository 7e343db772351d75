import { cell, range } from '../workbook/address.ts'
import { CENTRED, CHANGE, COUNT, type Look } from '../workbook/look.ts'
import { yuan, type Content, type SheetPlan } from '../workbook/page.ts'
import { sheetOfSections, type Section } from '../workbook/sections.ts'
import { columnLetters } from '../import/book.ts'
import type { ComparedRow } from './input.ts'
import { notKnown, sumOf, type ComparisonBook } from './plan.ts'

/**
 * A matrix from the base's classes (rows) to the other's (columns) with its margins.
 * @param header row of its header, which holds the classes that the columns are for
 */
function matrixOf(
  book: ComparisonBook,
  heading: string,
  look: Look,
  header: number,
  formula: (from: string, to: string) => string,
  valueOf: (rows: readonly ComparedRow[]) => number,
): Section {
  const { say, own, keys, input } = book
  const last = keys.length + 2
  const sumAcross = (at: number): string => `SUM(${cell(2, at)}:${cell(last - 1, at)})`
  const here = (from: string | null | undefined, to: string | null | undefined): readonly ComparedRow[] =>
    input.rows.filter((each) => (from === undefined || each.from === from) && (to === undefined || each.to === to))
  return {
    heading,
    columns: [
      { heading: own.fromTo, look: CENTRED, widest: 16 },
      ...keys.map(({ label }) => ({ heading: label, look, widest: 20 })),
      { heading: say.total, look },
    ],
    rows: keys.map((from) => (at) => [
      from.label,
      ...keys.map((to, i): Content => ({
        formula: formula(`$${cell(1, at)}`, `${columnLetters(i + 2)}$${header}`),
        result: valueOf(here(from.key, to.key)),
      })),
      { formula: sumAcross(at), result: valueOf(here(from.key, undefined)) },
    ]),
    total: (body) => [
      say.total,
      ...keys.map((to, i): Content => ({
        formula: `SUM(${range(i + 2, body.first, body.last)})`,
        result: valueOf(here(undefined, to.key)),
      })),
      { formula: `SUM(${range(last, body.first, body.last)})`, result: valueOf(here(undefined, undefined)) },
    ],
  }
}

/** How many communities go from which class to which, and what changes in money; the margins are the plans' own numbers. */
export function matrixSheet(book: ComparisonBook): SheetPlan {
  const { own, say, classes, column, input, keys } = book
  // The second matrix stands below the first: heading, header, a row a class, total, and a free row.
  const headers = [4, 4 + keys.length + 4]
  const sections = [
    matrixOf(
      book,
      own.counts,
      COUNT,
      headers[0]!,
      (from, to) => classes.countBoth(column('from'), from, column('to'), to),
      (rows) => rows.length,
    ),
    matrixOf(
      book,
      own.changes,
      CHANGE,
      headers[1]!,
      (from, to) => classes.sumBoth(column('from'), from, column('to'), to, column('change')),
      (rows) => yuan(sumOf(rows, 'changeFen')),
    ),
  ]
  const frame = {
    name: own.sheets.matrix,
    title: own.titles.matrix,
    left: notKnown(book),
    right: say.unit,
    columns: keys.length + 2,
    synthetic: input.base.result.input.synthetic,
    language: input.language,
  }
  return sheetOfSections(frame, sections)
}
