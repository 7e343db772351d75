const [DIRECTORY_END, DIRECTORY_ENTRY] = [0x06054b50, 0x02014b50]
const END_BYTES = 22
/** 1 January 1980, the earliest date that an entry can have, at midnight. */
const FIRST_DATE = 0x0021_0000

/**
 * Takes the times out of a zip package, so that the same content gives the same bytes whenever it is written (APPNOTE.TXT of the
 * ZIP format,
 * 4.3.7 and 4.3.12). The package has no comment and no ZIP64 parts.
 * @param bytes are changed in place
 */
export function withoutTimes(bytes: Buffer): Buffer {
  const end = bytes.length - END_BYTES
  if (bytes.readUInt32LE(end) !== DIRECTORY_END) throw new Error('the zip package does not end with its directory')
  let at = bytes.readUInt32LE(end + 16)
  while (bytes.readUInt32LE(at) === DIRECTORY_ENTRY) {
    bytes.writeUInt32LE(FIRST_DATE, at + 12)
    bytes.writeUInt32LE(FIRST_DATE, bytes.readUInt32LE(at + 42) + 10)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return bytes
}
