import { strFromU8, unzipSync } from 'fflate'
import { crc32, deflateSync } from 'node:zlib'
import type { InputOf } from '../../../src-main/contract/operations.ts'
import type { Desk } from '../../support/desk.ts'

const plain = (part: string): string =>
  part
    .replace(/<w:tab\/>/g, '\t')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
const rowsOf = (table: string): string[][] =>
  [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) => [...row.matchAll(/<w:tc[ >].*?<\/w:tc>/gs)].map(([cell]) => plain(cell)))

/** A Word file: its paragraphs as text (those of tables too), its tables as rows of cells, its parts. */
export interface ReadDocx {
  lines: string[]
  tables: string[][][]
  xml: string
  styles: string
  parts: Record<string, Uint8Array>
  /** The XML of the paragraphs. */ paragraphs: string[]
}

export function readDocx(base64: string): ReadDocx {
  const parts = unzipSync(Buffer.from(base64, 'base64'))
  const xml = strFromU8(parts['word/document.xml']!)
  const paragraphs = [...xml.matchAll(/<w:p[ >].*?<\/w:p>|<w:p\/>/gs)].map(([each]) => each)
  return {
    parts,
    xml,
    styles: strFromU8(parts['word/styles.xml']!),
    paragraphs,
    lines: paragraphs.map(plain),
    tables: [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => rowsOf(table)),
  }
}

/** The note of a plan as the app makes it. */
export async function exported({ ask }: Desk, input: InputOf<'report.export'> = {}) {
  const file = await ask('report.export', input)
  return { file, ...readDocx(file.base64) }
}

/** A picture of one colour. @param colour red, green, blue */
export function pngOf(width: number, height: number, colour: readonly [number, number, number] = [255, 0, 255]): Buffer {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: width }, () => Buffer.from(colour))])
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
