import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')
export const RESOURCES = join(ROOT, 'resources')

/** @returns a new, empty folder and how to remove it */
export function temporaryFolder(name = 'test'): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), `quanheng-${name}-`))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Files that an app keeps in its data folder since they were handed over, by their whole paths. */
export function keptIn(dataFolder: string): string[] {
  const folder = join(dataFolder, 'kept')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((each) =>
    each.isFile() && !each.name.endsWith('.lock') ? [join(each.parentPath, each.name)] : [],
  )
}
