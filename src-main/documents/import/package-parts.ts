import { crc32, inflateRawSync } from 'node:zlib'
import { MEGABYTE } from '../../model/file.ts'

/** Unpacked, a workbook of 100,000 communities has some 150 MB of XML. What says it holds more is not unpacked. */
const MOST_UNPACKED_BYTES = 384 * MEGABYTE
/** A text in JavaScript holds at most half a gigabyte; one part must fit in well under that. */
const MOST_PART_BYTES = 320 * MEGABYTE

export type PackageTrouble = 'corrupt' | 'encrypted' | 'tooLarge'
/** `params` fills the message: `what` is the part that is damaged, `value` and `limit` are sizes in MB. */
export class PackageError extends Error {
  readonly trouble: PackageTrouble
  readonly params: Record<string, string | number>
  constructor(trouble: PackageTrouble, params: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(trouble, options)
    this.trouble = trouble
    this.params = params
  }
}

interface Entry {
  name: string
  method: number
  flags: number
  checksum: number
  packed: number
  unpacked: number
  offset: number
}

/**
 * Unpacks the XML parts of a zip package (.xlsx). The sizes in the central directory are added up before anything is unpacked,
 * no part may unpack to more than its entry says, and the checksum of each has to be right (APPNOTE.TXT of the ZIP format).
 * @returns the parts by path; pictures and other binary parts are left out.
 * @throws PackageError corrupt (cut off, or damaged), encrypted (a zip password), tooLarge.
 */
export function unpackParts(bytes: Uint8Array): Map<string, Buffer> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(buffer)
  if (entries.some((entry) => (entry.flags & 1) === 1)) throw new PackageError('encrypted')
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (total > MOST_UNPACKED_BYTES || entries.some((entry) => entry.unpacked > MOST_PART_BYTES)) {
    throw new PackageError('tooLarge', { value: Math.ceil(total / MEGABYTE), limit: MOST_UNPACKED_BYTES / MEGABYTE })
  }
  const parts = new Map<string, Buffer>()
  for (const entry of entries) {
    if (/\.(xml|rels|bin)$/i.test(entry.name) || entry.name === 'mimetype') parts.set(entry.name, unpack(buffer, entry))
  }
  return parts
}

function readDirectory(buffer: Buffer): Entry[] {
  const END_SIZE = 22
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + END_SIZE > buffer.length) throw new PackageError('corrupt')
  const count = buffer.readUInt16LE(end + 10)
  let at = buffer.readUInt32LE(end + 16)
  if (count === 0xffff || at === 0xffffffff) throw new PackageError('tooLarge', { limit: MOST_UNPACKED_BYTES / MEGABYTE })
  const entries: Entry[] = []
  for (let number = 0; number < count; number++) {
    if (at + 46 > end || buffer.readUInt32LE(at) !== 0x02014b50) throw new PackageError('corrupt')
    const nameLength = buffer.readUInt16LE(at + 28)
    entries.push({
      flags: buffer.readUInt16LE(at + 8),
      method: buffer.readUInt16LE(at + 10),
      checksum: buffer.readUInt32LE(at + 16),
      packed: buffer.readUInt32LE(at + 20),
      unpacked: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
    })
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return entries
}

function unpack(buffer: Buffer, entry: Entry): Buffer {
  if (entry.offset + 30 > buffer.length || buffer.readUInt32LE(entry.offset) !== 0x04034b50) {
    throw new PackageError('corrupt', { what: entry.name })
  }
  const start = entry.offset + 30 + buffer.readUInt16LE(entry.offset + 26) + buffer.readUInt16LE(entry.offset + 28)
  const packed = buffer.subarray(start, start + entry.packed)
  if (packed.length < entry.packed) throw new PackageError('corrupt', { what: entry.name })
  const content = entry.method === 0 ? packed : inflate(packed, entry)
  if (content.length !== entry.unpacked || crc32(content) !== entry.checksum) throw new PackageError('corrupt', { what: entry.name })
  return content
}

function inflate(packed: Buffer, entry: Entry): Buffer {
  if (entry.method !== 8) throw new PackageError('corrupt', { what: entry.name })
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.unpacked, 1) })
  } catch (error) {
    throw new PackageError('corrupt', { what: entry.name }, { cause: error })
  }
}
