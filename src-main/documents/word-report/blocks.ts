import { Footer, HeadingLevel, ImageRun, PageNumber, Paragraph, TextRun, type Table } from 'docx'
import type { ReportChart } from './input.ts'
import { sizeOfPng } from './png.ts'
import { STYLE, TEXT_WIDTH_MM } from './styles.ts'
import { table } from './table.ts'
import type { ReportTable } from './tables.ts'
import type { ReportWords } from './words.ts'

export type Block = Paragraph | Table

/** A paragraph in one of the styles. */
export const paragraph = (style: (typeof STYLE)[keyof typeof STYLE], text: string): Paragraph =>
  new Paragraph({ style, children: [new TextRun(text)] })

export const title = (lines: readonly string[]): Paragraph =>
  new Paragraph({ heading: HeadingLevel.TITLE, children: lines.map((text, at) => new TextRun({ text, ...(at > 0 && { break: 1 }) })) })

/** @param level 1: 一、 in 黑体; 2: （一） in 楷体 */
export const heading = (text: string, level: 1 | 2): Paragraph =>
  new Paragraph({ heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, children: [new TextRun(text)] })

/** A table with its caption and unit above and its notes below; nothing where it has no rows. */
export const tableBlocks = ({ head, rows, unit, notes }: ReportTable, caption: string, words: ReportWords): Block[] => [
  new Paragraph({ style: STYLE.caption, keepNext: true, children: [new TextRun(caption)] }),
  paragraph(STYLE.unit, words.unit(unit)),
  table(head, rows, { hasNotes: notes.length > 0 }),
  // A table without notes has an empty line below it.
  ...(notes.length === 0 ? [''] : notes).map(
    (note, at) => new Paragraph({ style: STYLE.note, keepNext: at < notes.length - 1, children: [new TextRun(note)] }),
  ),
]

/** Pixels as word processors count them. */
const PIXELS_PER_MM = 96 / 25.4
/** A picture leaves room for its caption and a line of text. */
const HIGHEST_MM = 200

/** A chart over the whole width of the text with its caption below; its line is as high as the picture. */
export function chartBlocks({ png, title: description }: ReportChart, caption: string): Block[] {
  const { width, height } = sizeOfPng(png)!
  const scale = Math.min(TEXT_WIDTH_MM / width, HIGHEST_MM / height) * PIXELS_PER_MM
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const image = new ImageRun({ type: 'png', data: png, transformation, altText: { name: caption, title: description, description } })
  return [new Paragraph({ style: STYLE.picture, children: [image] }), paragraph(STYLE.caption, caption)]
}

const pageNumber = (style: string): Footer =>
  new Footer({ children: [new Paragraph({ style, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] })] })
export const FOOTERS = { default: pageNumber(STYLE.pageOdd), even: pageNumber(STYLE.pageEven) }
