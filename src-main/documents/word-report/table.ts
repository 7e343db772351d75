import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { STYLE, TEXT_WIDTH_MM } from './styles.ts'

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const WIDTH = Math.floor(convertMillimetersToTwip(TEXT_WIDTH_MM))
/** Room beside and above the text of a cell, in twips. */
const BESIDE = 80
const ABOVE = 30
/** Sizes of type in half points, the first with which the numbers have room; 小四, 五号, 小五. */
const SIZES = [24, 21, 18] as const
/** Signs that a line of a column of words holds: as many as it has, up to these; the fewer where there is no room in the smallest size. */
const SIGNS = { wished: 12, least: 6 }
/** A table of so many rows is not divided between pages. */
const KEPT_WHOLE = 16

/** Width of a text in halves of a sign. */
const halvesOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0)

/** @returns the width of the longest piece of a text within which no line can end: a word of letters, or a single sign */
const longestPiece = (text: string): number => Math.max(0, ...(text.match(/[^\s\u2e80-\uffff]+|[\u2e80-\uffff]/g) ?? []).map(halvesOf))
const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)
/** Fonts that stand in for a missing one have letters and digits that are a third wider. */
const WIDER = 1.33

/**
 * Columns of numbers are as wide as their widest number, so that none is broken; columns of words share the rest and wrap, and no
 * word of a head is broken.
 * @param largest size of type in half points that is not passed
 * @returns widths in twips, which add up to the width of the text, and the size of type
 */
export function columnsOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  words: readonly number[],
  largest: number = SIZES[0],
): { widths: number[]; size: number } {
  const longest = head.map((_, at) => Math.max(4, ...rows.map((row) => halvesOf(row[at] ?? ''))))
  const pieceOf = (row: readonly string[], at: number): number =>
    words.includes(at) ? Math.min(longestPiece(row[at] ?? ''), 2 * SIGNS.least) : 0
  const pieces = head.map((name, at) => Math.max(longestPiece(name), ...rows.map((row) => pieceOf(row, at))))
  /** Half a sign is a quarter of its size in points, which is half as many half points; ten twips each. */
  const needed = (size: number, signs: number): number[] =>
    longest.map(
      (halves, at) =>
        Math.ceil(Math.max(pieces[at]! * WIDER, words.includes(at) ? Math.min(halves, 2 * signs) : halves * WIDER) * size * 5) + 2 * BESIDE,
    )
  const hasRoom = (widths: readonly number[]): boolean => total(widths) <= WIDTH
  const size = SIZES.find((each) => each <= largest && hasRoom(needed(each, SIGNS.wished))) ?? SIZES.at(-1)!
  const wished = needed(size, SIGNS.wished)
  const least = hasRoom(wished) ? wished : needed(size, SIGNS.least)
  const rest = WIDTH - total(least)
  // What is left goes to the columns by what they hold; one of long words doesn't take it all.
  const shares = longest.map((halves, at) => (words.includes(at) ? Math.min(halves, 40) : words.length > 1 ? 1 : 8))
  // Where nothing helps, everything becomes narrower alike: what was added for wide fonts is given up first.
  const widths = least.map((width, at) =>
    Math.floor(rest < 0 ? (width * WIDTH) / total(least) : width + (rest * shares[at]!) / total(shares)),
  )
  widths[words[0] ?? 0]! += WIDTH - total(widths)
  return { widths, size }
}

interface Cell {
  text: string
  width: number
  size: number
  isNumber: boolean
  isHead: boolean
  keepNext: boolean
}

/**
 * What is special of a table: its columns of words (the first one always), a size of type in half points that is not passed,
 * notes below that belong to it.
 */
interface TableForm {
  words?: readonly number[]
  largest?: number
  hasNotes?: boolean
}

const cellOf = ({ text, width, size, isNumber, isHead, keepNext }: Cell): TableCell =>
  new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    width: { size: width, type: WidthType.DXA },
    margins: { left: BESIDE, right: BESIDE, top: ABOVE, bottom: ABOVE },
    children: [
      new Paragraph({
        style: isHead ? STYLE.head : STYLE.cell,
        keepNext,
        run: { size },
        ...(!isHead && { alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT }),
        children: [new TextRun({ text, size })],
      }),
    ],
  })

/**
 * A table over the whole width whose head is repeated on every page and whose rows are never divided; its last rows stay
 * together, so that no total stands alone.
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { words = [0], largest, hasNotes = false }: TableForm = {},
): Table {
  const { widths, size } = columnsOf(head, rows, words, largest)
  const isKept = (at: number): boolean => (at < rows.length - 1 || hasNotes) && (rows.length <= KEPT_WHOLE || at >= rows.length - 3)
  const cells = (texts: readonly string[], isHead: boolean, keepNext: boolean): TableCell[] =>
    texts.map((text, at) => cellOf({ text, width: widths[at]!, size, isNumber: !words.includes(at), isHead, keepNext }))
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, true, true) }),
      ...rows.map((row, at) => new TableRow({ cantSplit: true, children: cells(row, false, isKept(at)) })),
    ],
  })
}
