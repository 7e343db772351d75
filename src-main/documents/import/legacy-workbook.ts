import type { WorkBook } from 'xlsx'
import { appError } from '../../shared/app-error.ts'
import type { Book } from './book.ts'
import { bookOf, type NumberFormatter } from './sheetjs-book.ts'

interface CompoundFile {
  FullPaths: string[]
  FileIndex: { name: string; content?: Uint8Array; size: number }[]
}

const BOF = 0x0809
const EOF = 0x000a
const FILE_PASSWORD = 0x002f
const BIFF8 = 0x0600

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
  const stream = (name: string): Uint8Array | undefined =>
    file.FileIndex.find((entry) => entry.name.toLowerCase() === name.toLowerCase())?.content
  if (stream('EncryptedPackage') !== undefined) throw fail('file.encrypted')
  if (stream('WordDocument') !== undefined) throw notSpreadsheet('word')
  if (stream('PowerPoint Document') !== undefined) throw notSpreadsheet('presentation')
  const entry = file.FileIndex.find(({ name }) => /^(workbook|book)$/i.test(name))
  if (entry === undefined) throw notSpreadsheet('compound')
  switch (stateOf(entry.content, entry.size)) {
    case 'encrypted':
      throw fail('file.encrypted')
    case 'corrupt':
      throw fail('file.corrupt')
    case 'old':
      throw notSpreadsheet('oldExcel')
    case 'whole':
      break
  }
  let workbook: WorkBook
  try {
    workbook = sheetjs.read(buffer, { dense: true, cellDates: true, cellNF: true, cellText: false, cellHTML: false, cellStyles: true })
  } catch (error) {
    throw fail('file.corrupt', error)
  }
  return bookOf(workbook, 'xls', fileName, [], sheetjs.SSF.format as NumberFormatter)
}

/**
 * Walks the records of the workbook stream ([MS-XLS] 2.1.4: type, length, data; every part from BOF to EOF). A stream that was cut
 * off ends within a part. 'old' is Excel 95 and older, whose texts have no stated encoding.
 */
function stateOf(content: Uint8Array | undefined, size: number): 'whole' | 'corrupt' | 'encrypted' | 'old' {
  if (content === undefined || content.length < size || size < 8) return 'corrupt'
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  if (view.getUint16(0, true) !== BOF) return (view.getUint16(0, true) & 0xff) === 0x09 ? 'old' : 'corrupt'
  if (view.getUint16(4, true) < BIFF8) return 'old'
  let depth = 0
  let parts = 0
  for (let at = 0; at + 4 <= size;) {
    const type = view.getUint16(at, true)
    if (type === FILE_PASSWORD) return 'encrypted'
    if (type === BOF) depth += 1
    // What follows the last EOF is padding.
    else if (depth === 0) break
    else if (type === EOF) {
      depth -= 1
      parts += 1
    }
    at += 4 + view.getUint16(at + 2, true)
    if (at > size) return 'corrupt'
  }
  return depth === 0 && parts > 1 ? 'whole' : 'corrupt'
}
