import { crc32, deflateRawSync } from 'node:zlib'
import { unpackParts } from '../../src-main/documents/import/package-parts.ts'

/** A zip of stored or deflated parts; `claim` lies about every part's unpacked size, `sum` about its checksum. */
export function zipOf(parts: Record<string, string | Buffer>, claim?: number, sum?: number): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const fixed = Buffer.alloc(26)
    fixed.writeUInt16LE(20, 0)
    fixed.writeUInt16LE(8, 4)
    fixed.writeUInt32LE(sum ?? crc32(raw), 10)
    fixed.writeUInt32LE(packed.length, 14)
    fixed.writeUInt32LE(claim ?? raw.length, 18)
    fixed.writeUInt16LE(Buffer.byteLength(name), 22)
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), fixed, Buffer.from(name), packed)
    const entry = Buffer.alloc(42)
    entry.writeUInt16LE(20, 0)
    fixed.copy(entry, 2, 0, 26)
    entry.writeUInt32LE(offset, 38)
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), entry, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(parts).length, 4)
  end.writeUInt16LE(Object.keys(parts).length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

/** The parts of a real workbook, to be damaged one by one. */
export async function partsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  return Object.fromEntries([...unpackParts(bytes)].map(([name, content]) => [name, content.toString('utf8')]))
}
