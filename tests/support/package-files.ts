import { createHash } from 'node:crypto'
import { PACKAGE_MANIFEST } from '../../src-main/model/package.ts'
import { hashOf } from '../../src-main/shared/canonical-json.ts'
import { readStoredZip, storedZip, type ArchivePart } from '../../src-main/shared/stored-zip.ts'

/** A part as it is written, to be altered at will. */
export type Raw = ReturnType<JSON['parse']>

const decoder = new TextDecoder()
const bytesOf = (content: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(content))

/** The parts of a package, by path. */
export const partsIn = (bytes: Uint8Array): Map<string, Uint8Array> =>
  new Map(readStoredZip(bytes, 'test', PACKAGE_MANIFEST).map((part) => [part.path, part.bytes]))

/** A part of a package, read. */
export const jsonIn = (bytes: Uint8Array, path: string): Raw => JSON.parse(decoder.decode(partsIn(bytes).get(path)))

const zipOf = (parts: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  storedZip([...parts].map(([path, content]): ArchivePart => ({ path, bytes: content })))

/**
 * A package altered by somebody who knows the format: one part is changed, and its fingerprints in the manifest with it, so that only its
 * content can give it away.
 */
export function forged(bytes: Uint8Array, path: string, change: (content: Raw) => unknown): Uint8Array {
  const parts = partsIn(bytes)
  const content = jsonIn(bytes, path)
  // As it is written and read again: what is nothing is not in it.
  const changed = JSON.parse(JSON.stringify(change(content) ?? content))
  parts.set(path, bytesOf(changed))
  const manifest = jsonIn(bytes, PACKAGE_MANIFEST)
  if (path === PACKAGE_MANIFEST) return zipOf(parts)
  for (const each of manifest.parts) {
    if (each.path !== path) continue
    each.bytes = parts.get(path)!.length
    each.sha256 = createHash('sha256').update(parts.get(path)!).digest('hex')
  }
  if (path === 'result.json') Object.assign(manifest, { resultHash: hashOf(changed), amountFen: changed.totals?.amountFen })
  parts.set(PACKAGE_MANIFEST, bytesOf(manifest))
  return zipOf(parts)
}

/** The same package with other parts, or parts of other names. */
export function repacked(bytes: Uint8Array, change: (parts: Map<string, Uint8Array>) => void): Uint8Array {
  const parts = partsIn(bytes)
  change(parts)
  return zipOf(parts)
}
