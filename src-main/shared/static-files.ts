import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/**
 * Reads a page or a part of one. Addresses that lead out of the folder, in whatever spelling, find nothing.
 * @param folder absolute
 * @param address path part of a URL, still encoded; '/' is index.html
 * @returns its bytes and media type, or null where there is no such file
 */
export async function readStaticFile(folder: string, address: string): Promise<{ bytes: Uint8Array; type: string } | null> {
  const path = decoded(address)
  if (path === null || path.includes('\0') || path.includes('\\')) return null
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`)
  const type = TYPES[extname(file)]
  if (!file.startsWith(folder + sep) || type === undefined) return null
  try {
    return { bytes: await readFile(file), type }
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

const decoded = (address: string): string | null => {
  try {
    return decodeURIComponent(address)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}
