import type { CellValue, Workbook, Worksheet } from 'exceljs'
import type { Language } from '../../contract/text.ts'
import { BODY_SIZE, fontOf, styleOf, type Look, type Tone } from '../workbook/look.ts'
import { widthOf } from '../workbook/width.ts'

/** What goes into a cell. A formula comes with the value that it has, so that readers which don't compute see it too. */
export type Content = string | number | null | { formula: string; result: string | number }

export interface StatisticsSheet {
  name: string
  title: string
  /** Beside the title, where the figures are invented. */
  mark: string
  unit: string
  language: Language
  headings: { heading: string; look: Look }[]
  /** Below each other; rows are made at the row where they stand, the total below the rows from `first` to `last`. */
  tables: { heading: string; rows: ((at: number) => Content[])[]; total: (first: number, last: number) => Content[] }[]
}

const FIRST_TABLE_ROW = 3
const NARROWEST = 9
const WIDEST = 30

function line(sheet: Worksheet, row: number, columns: number, text: string, horizontal: 'left' | 'center' | 'right', font: ReturnType<typeof fontOf>): void {
  const target = sheet.getCell(row, 1)
  target.value = text
  target.font = font
  target.alignment = { horizontal, vertical: 'middle' }
  if (columns > 1) sheet.mergeCells(row, 1, row, columns)
}

/** Writes the tables below each other on one sheet, printed on one page across. */
export function writeStatisticsSheet(workbook: Workbook, { name, title, mark, unit, language, headings, tables }: StatisticsSheet): void {
  const columns = headings.length
  const sheet = workbook.addWorksheet(name, {
    properties: { defaultRowHeight: 18 }, views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'landscape', horizontalCentered: true, fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.35, footer: 0.35 } },
  })
  const widths = headings.map(({ heading }) => Math.ceil(widthOf(heading) / 2))
  const write = (row: number, contents: readonly Content[], tone: Tone): void => contents.forEach((content, position) => {
    const target = sheet.getCell(row, position + 1)
    target.value = content as CellValue
    target.style = styleOf(headings[position]!.look, tone, language)
    const shown = content !== null && typeof content === 'object' ? content.result : content
    if (tone !== 'header') widths[position] = Math.max(widths[position]!, typeof shown === 'number' ? shown.toFixed(2).length + 4 : widthOf(shown ?? ''))
  })
  line(sheet, 1, columns, mark === '' ? title : `${title}　${mark}`, 'center', fontOf(language, 'title', 18, language === 'en'))
  sheet.getRow(1).height = 34
  line(sheet, 2, columns, unit, 'right', fontOf(language, 'body', BODY_SIZE))
  let at = FIRST_TABLE_ROW
  for (const { heading, rows, total } of tables) {
    line(sheet, at, columns, heading, 'left', fontOf(language, 'strong', 12, language === 'en'))
    write(at + 1, headings.map((each) => each.heading), 'header')
    sheet.getRow(at + 1).height = 32
    const first = at + 2
    rows.forEach((row, position) => write(first + position, row(first + position), 'body'))
    const last = first + Math.max(1, rows.length) - 1
    write(last + 1, total(first, last), 'total')
    at = last + 3
  }
  widths.forEach((width, position) => { sheet.getColumn(position + 1).width = Math.min(WIDEST, Math.max(NARROWEST, width + 2)) })
}
