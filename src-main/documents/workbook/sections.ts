import { fontOf } from './look.ts'
import type { Look, Tone } from './look.ts'
import { bodyOf, endRow, put, putLine } from './page.ts'
import type { Body, Content, Page, PageFrame, SheetPlan } from './page.ts'

/** One of several tables below each other on a sheet. Rows are made at the row where they will stand. */
export interface Section {
  heading: string
  columns: { heading: string; look: Look; widest?: number }[]
  rows: ((at: number) => Content[])[]
  total?: (body: Body) => Content[]
}

/** First row of the first section: below title and line. */
export const FIRST_SECTION_ROW = 3

/** @returns for each section where its body stands: below a heading and a header row, with a row's distance to the next. */
export const placesOf = (sections: readonly { rows: readonly unknown[]; total?: unknown }[], first = FIRST_SECTION_ROW): Body[] => {
  const places: Body[] = []
  let at = first
  for (const section of sections) {
    const body = bodyOf(at + 1, section.rows.length)
    places.push(body)
    at = body.last + (section.total === undefined ? 2 : 3)
  }
  return places
}

const ROWS_ON_ONE_PAGE = 48

/** @returns whether all sections may be printed on one page and still be legible, so that none is torn from its heading. */
export const fitOnePage = (sections: readonly Section[]): boolean => (placesOf(sections).at(-1)?.last ?? 0) <= ROWS_ON_ONE_PAGE

/** Writes the sections where placesOf puts them, and stops after each row. */
export function* writeSections(page: Page, sections: readonly Section[], first = FIRST_SECTION_ROW): Generator<void> {
  const places = placesOf(sections, first)
  for (const [i, section] of sections.entries()) {
    const body = places[i]!
    const write = (at: number, contents: Content[], tone: Tone): void => {
      section.columns.forEach((column, position) =>
        put(page, at, position + 1, contents[position] ?? null, column.look, tone, column.widest),
      )
      endRow(page)
    }
    putLine(
      page,
      body.first - 2,
      1,
      section.columns.length,
      section.heading,
      'left',
      fontOf(page.language, 'strong', 12, page.language === 'en'),
      24,
    )
    write(
      body.first - 1,
      section.columns.map((column) => column.heading),
      'header',
    )
    for (const [position, row] of section.rows.entries()) yield write(body.first + position, row(body.first + position), 'body')
    if (section.rows.length === 0) write(body.first, [], 'body')
    if (section.total !== undefined) write(body.last + 1, section.total(body), 'total')
  }
}

/** @returns a sheet of nothing but sections. */
export const sheetOfSections = (
  frame: Omit<PageFrame, 'oneTable' | 'onePage'>,
  sections: readonly Section[],
  finish?: SheetPlan['finish'],
): SheetPlan => ({
  frame: { ...frame, oneTable: false, onePage: fitOnePage(sections) },
  rows: (page) => writeSections(page, sections),
  ...(finish === undefined ? {} : { finish }),
})
