import { crc32 } from 'node:zlib'

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10]
/** More than this no chart has, and a word processor can't show. */
const MOST_PIXELS = 10_000

/**
 * Reads a PNG from signature to last chunk, with the check sum of each (https://www.w3.org/TR/png-3/#5DataRep).
 * @returns its size in pixels; null where it is no PNG, is cut off, was damaged, or is of an impossible size
 */
export function sizeOfPng(bytes: Uint8Array): { width: number; height: number } | null {
  if (SIGNATURE.some((byte, at) => bytes[at] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kinds: string[] = []
  let at = SIGNATURE.length
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const end = at + 8 + length
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return null
    kinds.push(String.fromCharCode(...bytes.subarray(at + 4, at + 8)))
    at = end + 4
  }
  if (at !== bytes.length || kinds[0] !== 'IHDR' || kinds.at(-1) !== 'IEND' || !kinds.includes('IDAT')) return null
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  return [width, height].every((pixels) => pixels > 0 && pixels <= MOST_PIXELS) ? { width, height } : null
}
