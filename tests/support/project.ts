import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')
export const RESOURCES = join(ROOT, 'resources')

/** @returns a new, empty folder and how to remove it */
export function temporaryFolder(name = 'test'): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), `quanheng-${name}-`))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
