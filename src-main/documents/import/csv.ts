import { appError } from '../../shared/app-error.ts'
import { BOUNDS, tooMuch } from './bounds.ts'
import { isUtf16 } from './file-kind.ts'

const SEPARATORS = [',', '\t', ';', '|']
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
/** Lines looked at to find out what separates the columns. */
const SAMPLE_LINES = 50

/**
 * Decodes a text table: UTF-16 by its mark, UTF-8 when it is valid as such, otherwise GB 18030, which holds GBK and GB 2312.
 * @throws AppError file.notSpreadsheet when it is neither.
 */
export function decodeText(bytes: Uint8Array, fileName: string): string {
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  throw appError('file.notSpreadsheet', { file: fileName, found: 'binary' }, { file: fileName })
}

/**
 * Reads a text table by RFC 4180: quoted cells may hold separators, line breaks and doubled quotes.
 * The separator (comma, tab, semicolon or bar) is the one that most of the first lines agree on.
 * @returns the cells of every line, blank lines included so that row numbers stay those of the spreadsheet.
 * @throws AppError file.corrupt with the line where a quote was opened and never closed; file.tooMuch
 */
export function parseCsv(text: string, fileName: string): string[][] {
  const separator = separatorOf(text)
  if (cellsAtMost(text, separator) > BOUNDS.cells) throw tooMuch(fileName, BOUNDS.cells)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const endCell = (cell: string): void => {
    row.push(cell)
  }
  while (at < text.length) {
    if (text[at] === '"') {
      const closed = readQuoted(text, at)
      if (closed === null) throw appError('file.corrupt', { file: fileName, what: 'quote' }, { file: fileName, row: rows.length + 1 })
      let end = closed.end
      while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
      endCell(closed.cell + text.slice(closed.end, end))
      at = end
    } else {
      let end = at
      while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
      endCell(text.slice(at, end))
      at = end
    }
    if (text[at] === separator) {
      at += 1
      if (at === text.length || text[at] === '\n' || text[at] === '\r') endCell('')
    }
    if (at >= text.length || text[at] === '\n' || text[at] === '\r') {
      rows.push(row)
      row = []
      at += text.startsWith('\r\n', at) ? 2 : 1
    }
  }
  return rows
}

/** Separators and ends of lines: no text has more cells and lines together. */
function cellsAtMost(text: string, separator: string): number {
  const separating = separator.charCodeAt(0)
  let cells = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === separating || sign === LINE_FEED || sign === CARRIAGE_RETURN) cells += 1
  }
  return cells
}

/** The cell that opens with the quote at `from`, and where the text goes on; null when no quote closes it. */
function readQuoted(text: string, from: number): { cell: string; end: number } | null {
  let end = from + 1
  for (;;) {
    end = text.indexOf('"', end)
    if (end < 0) return null
    if (text[end + 1] !== '"') return { cell: text.slice(from + 1, end).replaceAll('""', '"'), end: end + 1 }
    end += 2
  }
}

function separatorOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/, SAMPLE_LINES)
  const counts = SEPARATORS.map((separator) => lines.reduce((sum, line) => sum + line.split(separator).length - 1, 0))
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!
}
