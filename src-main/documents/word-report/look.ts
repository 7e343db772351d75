import { AlignmentType, BorderStyle, ImageRun, LineRuleType, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType, type IRunOptions } from 'docx'

/**
 * The form of official letters, GB/T 9704-2012: A4, top 37 mm, binding edge 28 mm, text area 156 mm x 225 mm with 22 lines; title in
 * 小标宋 of size 2 (22 pt), body in 仿宋 of size 3 (16 pt), first headings in 黑体, second in 楷体. Where a font is missing, the word processor takes its own.
 */
const TWIPS_PER_MM = 1440 / 25.4
const twips = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM)
export const PAGE = {
  size: { width: twips(210), height: twips(297) },
  margin: { top: twips(37), left: twips(28), right: twips(210 - 28 - 156), bottom: twips(297 - 37 - 225), footer: twips(28) },
}
const LINE = { line: twips(225 / 22), lineRule: LineRuleType.EXACT }
/** Two signs of the body. */
const INDENT = { firstLine: 640 }

const font = (eastAsia: string): NonNullable<IRunOptions['font']> => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia })
const FONTS = { title: font('方正小标宋简体'), body: font('仿宋'), heading: font('黑体'), second: font('楷体') }
const BODY = 32
const TABLE_TEXT = 21

export const title = (text: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: twips(10) }, children: [new TextRun({ text, font: FONTS.title, size: 44 })] })

export const body = (text: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.BOTH, spacing: LINE, indent: INDENT, children: [new TextRun({ text, font: FONTS.body, size: BODY })] })

/** @param level 1: 一、 in 黑体; 2: （一） in 楷体 */
export const heading = (text: string, level: 1 | 2): Paragraph =>
  new Paragraph({ keepNext: true, spacing: LINE, indent: INDENT, children: [new TextRun({ text, font: level === 1 ? FONTS.heading : FONTS.second, size: BODY })] })

export const note = (text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT): Paragraph =>
  new Paragraph({ alignment, keepNext: alignment === AlignmentType.RIGHT, children: [new TextRun({ text, font: FONTS.body, size: TABLE_TEXT })] })

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

const cellOf = (text: string, isNumber: boolean, isHead: boolean): TableCell => new TableCell({
  verticalAlign: VerticalAlign.CENTER, margins: { left: 80, right: 80 },
  children: [new Paragraph({
    alignment: isHead ? AlignmentType.CENTER : isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
    children: [new TextRun({ text, font: isHead ? FONTS.heading : FONTS.body, size: TABLE_TEXT })],
  })],
})

/** A table over the whole width whose head is repeated on every page and whose rows are never divided. @param texts columns that hold words, the first one always */
export const table = (head: readonly string[], rows: readonly (readonly string[])[], texts: readonly number[] = [0]): Table => new Table({
  width: { size: 100, type: WidthType.PERCENTAGE }, borders: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE },
  rows: [
    new TableRow({ tableHeader: true, cantSplit: true, children: head.map((each) => cellOf(each, false, true)) }),
    ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((each, at) => cellOf(each, !texts.includes(at), false)) })),
  ],
})

/** Width of the text area in pixels, as pictures are measured. */
const WIDEST = Math.round(156 / 25.4 * 96)

/** Size in pixels as a PNG's head says it (IHDR, https://www.w3.org/TR/png-3/#11IHDR). */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** A chart over the whole width of the text. */
export function picture(png: Uint8Array): Paragraph {
  const { width, height } = sizeOf(png)
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new ImageRun({ type: 'png', data: png, transformation: { width: WIDEST, height: Math.round(WIDEST * height / width) } })] })
}
