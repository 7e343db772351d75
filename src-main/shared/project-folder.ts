import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder that holds resources/ and out/, whether the code runs from its sources, from out/ or from inside a packaged app.
 * @param from folder of the module that asks (import.meta.dirname)
 */
export function projectFolder(from: string): string {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'resources'))) return folder
  }
  throw new Error(`no project folder above ${from}`)
}

/** @returns the app's version, as in its package.json */
export const versionOf = (project: string): string =>
  (JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string }).version
