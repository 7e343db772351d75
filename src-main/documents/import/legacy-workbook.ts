import type { ParsingOptions, WorkBook } from 'xlsx'
import { appError } from '../../shared/app-error.ts'
import type { Book, LeftOut } from './book.ts'
import { BOUNDS, tooMuch } from './bounds.ts'
import { knownFormat } from './number-formats.ts'
import { bookOf, type NumberFormatter } from './sheetjs-book.ts'

interface CompoundFile {
  FullPaths: string[]
  FileIndex: { name: string; content?: Uint8Array; size: number }[]
}

const BOF = 0x0809
const EOF = 0x000a
const FILE_PASSWORD = 0x002f
const BIFF8 = 0x0600
const FORMAT = 0x041e
/** The result of a formula in Excel 2, which nothing newer writes; the library reads one without content for ever. */
const OLD_TEXT = 0x0007
const XF = 0x00e0

/** Reads a compound file: an .xls of Excel 97 and newer. @throws AppError as readSpreadsheet says. */
export async function readLegacyWorkbook(bytes: Uint8Array, fileName: string): Promise<Book> {
  const sheetjs = await import('xlsx')
  const fail = (code: 'file.corrupt' | 'file.encrypted', cause?: unknown): Error =>
    appError(code, { file: fileName }, { file: fileName }, cause)
  const notSpreadsheet = (found: string): Error => appError('file.notSpreadsheet', { file: fileName, found }, { file: fileName })
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let file: CompoundFile
  try {
    file = sheetjs.CFB.read(buffer, { type: 'buffer' }) as CompoundFile
  } catch (error) {
    throw fail('file.corrupt', error)
  }
  // What stands in a folder is an object within the workbook: a Word document in a cell does not make it one.
  const atTop = file.FileIndex.filter((_, place) => file.FullPaths[place]!.split('/').length === 2)
  const has = (name: string): boolean => atTop.some((entry) => entry.name.toLowerCase() === name.toLowerCase())
  if (has('EncryptedPackage')) throw fail('file.encrypted')
  const entry = atTop.find(({ name }) => /^(workbook|book)$/i.test(name))
  if (entry === undefined) throw notSpreadsheet(has('WordDocument') ? 'word' : has('PowerPoint Document') ? 'presentation' : 'compound')
  const content = Buffer.from(entry.content ?? [])
  switch (stateOf(content, entry.size)) {
    case 'encrypted':
      throw fail('file.encrypted')
    case 'corrupt':
      throw fail('file.corrupt')
    case 'old':
      throw notSpreadsheet('oldExcel')
    case 'whole':
      break
  }
  if (cellsIn(content) > BOUNDS.cells) throw tooMuch(fileName, BOUNDS.cells)
  if (textsIn(content) > BOUNDS.texts) throw tooMuch(fileName, BOUNDS.texts)
  useKnownFormats(content)
  // Only the workbook itself is handed on, without what is embedded in it.
  const { parse_xlscfb: parseStream } = sheetjs as unknown as { parse_xlscfb(stream: Buffer, options: ParsingOptions): WorkBook }
  let workbook: WorkBook
  try {
    workbook = parseStream(content, {
      type: 'buffer',
      dense: true,
      cellDates: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellStyles: true,
    })
  } catch (error) {
    throw fail('file.corrupt', error)
  }
  const hasObjects = file.FullPaths.some((path) => /^[^/]+\/MBD[\da-f]{8}\//i.test(path))
  const leftOut: LeftOut[] = hasObjects ? [{ what: 'embedded', sheets: [] }] : []
  return { ...bookOf(workbook, 'xls', fileName, [], sheetjs.SSF.format as NumberFormatter), leftOut }
}

/**
 * Walks the records of the workbook stream ([MS-XLS] 2.1.4: type, length, data; every part from BOF to EOF). A stream that was cut
 * off ends within a part. 'old' is Excel 95 and older, whose texts have no stated encoding.
 */
function stateOf(content: Buffer, size: number): 'whole' | 'corrupt' | 'encrypted' | 'old' {
  if (content.length < size || size < 8) return 'corrupt'
  if (content.readUInt16LE(0) !== BOF) return (content.readUInt16LE(0) & 0xff) === 0x09 ? 'old' : 'corrupt'
  if (content.readUInt16LE(4) < BIFF8) return 'old'
  let depth = 0
  let parts = 0
  for (const { type, end } of recordsOf(content)) {
    if (type === FILE_PASSWORD) return 'encrypted'
    if (type === OLD_TEXT) return 'corrupt'
    if (type === BOF) depth += 1
    // What follows the last EOF is padding.
    else if (depth === 0) break
    else if (type === EOF) {
      depth -= 1
      parts += 1
    }
    if (end > size) return 'corrupt'
  }
  return depth === 0 && parts > 1 ? 'whole' : 'corrupt'
}

interface StreamRecord {
  type: number
  /** Where its data begin and end. */
  at: number
  end: number
}

function* recordsOf(content: Buffer): Generator<StreamRecord> {
  for (let at = 0; at + 4 <= content.length;) {
    const end = at + 4 + content.readUInt16LE(at + 2)
    yield { type: content.readUInt16LE(at), at: at + 4, end }
    at = end
  }
}

/** Records of one cell; those of several hold six bytes for each. */
const ONE_CELL = new Set([0x0006, 0x0203, 0x0204, 0x0205, 0x027e, 0x00d6, 0x00fd])
const SEVERAL_CELLS = 0x00bd
const TEXTS = 0x00fc

function cellsIn(content: Buffer): number {
  let cells = 0
  for (const { type, at, end } of recordsOf(content)) {
    if (ONE_CELL.has(type)) cells += 1
    else if (type === SEVERAL_CELLS) cells += (end - at) / 6
  }
  return cells
}

/** The different texts, as the table of them says itself. */
function textsIn(content: Buffer): number {
  for (const { type, at } of recordsOf(content)) if (type === TEXTS && at + 8 <= content.length) return content.readUInt32LE(at + 4)
  return 0
}

/** Puts formats that the library knows in place of those that the stream uses by number without writing them out. */
function useKnownFormats(content: Buffer): void {
  const written = new Set<number>()
  for (const { type, at, end } of recordsOf(content)) {
    if (end > content.length) return
    if (type === FORMAT) written.add(content.readUInt16LE(at))
    if (type !== XF) continue
    const format = content.readUInt16LE(at + 2)
    if (!written.has(format)) content.writeUInt16LE(knownFormat(format), at + 2)
  }
}
