import { crc32 } from 'node:zlib'
import { appError } from './app-error.ts'

/** A named part of an archive. */
export interface ArchivePart {
  path: string
  bytes: Uint8Array
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const LOCAL_LENGTH = 30
const VERSION = 20
/** Names are UTF-8. */
const FLAGS = 0x0800
/** 1 January 1980, the first day that a ZIP knows: an archive of ours has no clock in it. */
const DATE = 0x0021

/** The fields that the head of a part and its line in the directory have in common. */
function commonFields({ path, bytes }: ArchivePart): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(VERSION, 0)
  fields.writeUInt16LE(FLAGS, 2)
  fields.writeUInt16LE(DATE, 8)
  fields.writeUInt32LE(crc32(bytes), 10)
  fields.writeUInt32LE(bytes.length, 14)
  fields.writeUInt32LE(bytes.length, 18)
  fields.writeUInt16LE(Buffer.byteLength(path), 22)
  return fields
}

const signature = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/**
 * A ZIP whose parts are not compressed, so that any program can open it and the same parts are the same bytes on every machine (deflate
 * differs from version to version of zlib). APPNOTE.TXT of the ZIP format.
 */
export function storedZip(parts: readonly ArchivePart[]): Uint8Array {
  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const part of parts) {
    const fields = commonFields(part)
    const name = Buffer.from(part.path)
    pieces.push(signature(LOCAL), fields, name, part.bytes)
    const tail = Buffer.alloc(16)
    tail.writeUInt32LE(offset, 12)
    directory.push(signature(CENTRAL), Buffer.from([VERSION, 0]), fields, tail.subarray(2), name)
    offset += LOCAL_LENGTH + name.length + part.bytes.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(
    directory.reduce((sum, each) => sum + each.length, 0),
    8,
  )
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...pieces, ...directory, signature(END), end]))
}

const climbs = (path: string): boolean =>
  path.includes('\\') || path.includes(':') || path.includes('\0') || path.startsWith('/') || path.split('/').includes('..')

const LENGTH_OF_END = 22
/** Where in a line of the directory the length of the name stands, and where the name begins. */
const CENTRAL_NAME_LENGTH = 28
const CENTRAL_LENGTH = 46

/** What the directory at the end of an archive calls its first part; null where there is no directory. */
function firstInDirectory(buffer: Buffer): string | null {
  const end = buffer.length - LENGTH_OF_END
  if (end < 0 || buffer.readUInt32LE(end) !== END) return null
  const directory = buffer.readUInt32LE(end + 16)
  if (directory + CENTRAL_LENGTH > end || buffer.readUInt32LE(directory) !== CENTRAL) return null
  const name = directory + CENTRAL_LENGTH
  return buffer.toString('utf8', name, name + buffer.readUInt16LE(directory + CENTRAL_NAME_LENGTH))
}

/** The first byte by which the head of the first part is not one of ours: in its signature or in its name; null where both are right. */
function wrongHead(buffer: Buffer, first: string): number | null {
  const expected: [from: number, bytes: Buffer][] = [
    [0, signature(LOCAL)],
    [LOCAL_LENGTH - 4, Buffer.from([Buffer.byteLength(first), 0, 0, 0])],
    [LOCAL_LENGTH, Buffer.from(first)],
  ]
  for (const [from, bytes] of expected) {
    const differing = bytes.findIndex((byte, position) => byte !== buffer[from + position])
    if (differing >= 0) return from + differing
  }
  return null
}

/**
 * Takes an archive apart that storedZip has made. Nothing is unpacked and nothing is written, and whatever is not as storedZip would have
 * written it is refused, so there is no second way to read the same bytes.
 * @param file its name, for the words
 * @param first path of the part that every archive of this kind begins with
 * @throws AppError package.notOurs, package.pathOutside, package.damaged (cut off, packed anew, or another byte outside of the
 *   parts; with the
 *   position in the file), package.partDiffers (a part that is not as it was written)
 */
export function readStoredZip(bytes: Uint8Array, file: string, first: string): ArchivePart[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const damagedAt = (position: number): Error => appError('package.damaged', { file, value: position }, { file })
  const wrong = wrongHead(buffer, first)
  // What says at its end that it is one of ours is no other file chosen by mistake.
  if (wrong !== null && firstInDirectory(buffer) === first) throw damagedAt(wrong)
  if (buffer.length < 4 || buffer.readUInt32LE(0) !== LOCAL) throw appError('package.notOurs', { file }, { file })
  const parts: ArchivePart[] = []
  let at = 0
  while (at + 4 <= buffer.length && buffer.readUInt32LE(at) === LOCAL) {
    if (at + LOCAL_LENGTH > buffer.length) throw damagedAt(buffer.length)
    const start = at + LOCAL_LENGTH + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28)
    const path = buffer.toString('utf8', at + LOCAL_LENGTH, at + LOCAL_LENGTH + buffer.readUInt16LE(at + 26))
    const length = buffer.readUInt32LE(at + 18)
    if (climbs(path)) throw appError('package.pathOutside', { file, value: path }, { file, path })
    if (parts.length === 0 && path !== first) throw appError('package.notOurs', { file }, { file })
    if (buffer.readUInt16LE(at + 8) !== 0) throw damagedAt(at + 8)
    if (start + length > buffer.length) throw damagedAt(buffer.length)
    const content = new Uint8Array(buffer.subarray(start, start + length))
    if (crc32(content) !== buffer.readUInt32LE(at + 14)) throw appError('package.partDiffers', { file, value: path }, { file, path })
    parts.push({ path, bytes: content })
    at = start + length
  }
  const again = storedZip(parts)
  if (buffer.equals(again)) return parts
  const differing = again.findIndex((byte, position) => byte !== bytes[position])
  throw damagedAt(differing >= 0 ? differing : again.length)
}
