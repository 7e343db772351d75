import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { TestContext } from 'vitest'
import { findBrowser } from '../../src-main/hosts/web/browser-window.ts'

// The one door to programs beside Node: browser, LibreOffice, poppler. A test asks here for the program that it needs and is skipped where
// there is none. So `npm run quick` needs no list of such tests: it has none of the programs (QUANHENG_WITHOUT_TOOLS=1).

const areLeftOut = (): boolean => process.env['QUANHENG_WITHOUT_TOOLS'] === '1'

/** @returns the path of a program on PATH, or null */
export const findTool = (name: string): string | null =>
  areLeftOut()
    ? null
    : ((process.env.PATH ?? '')
        .split(delimiter)
        .map((folder) => join(folder, name))
        .find((path) => existsSync(path)) ?? null)

/** @returns the path of an installed Chromium, Chrome or Edge, or null */
export const installedBrowser = (): string | null => (areLeftOut() ? null : findBrowser())
/** The same, but one with windows, as users have it: the suites run with a lighter one (hosts/launch/suites.mjs). */
export const wholeBrowser = (): string | null => (areLeftOut() ? null : findBrowser({ ...process.env, CHROMIUM_PATH: undefined }))

const OFFICE_NAMES = [
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
]

/** @returns the command of LibreOffice on this machine, or null; it is tried, as on some machines it is only half there */
export const findLibreOffice = (): string | null =>
  areLeftOut() ? null : (OFFICE_NAMES.find((name) => spawnSync(name, ['--version'], { timeout: 20_000 }).status === 0) ?? null)

/** Why a test is skipped that needs a program. @param debianPackage that brings it */
export const missing = (program: string, debianPackage: string): string =>
  areLeftOut() ? `${program} is left out of a quick run` : `${program} is not installed (Debian: ${debianPackage})`
export const BROWSER_MISSING = (): string => missing('Chromium, Chrome or Edge', 'chromium')
export const POPPLER_MISSING = (): string => missing('poppler', 'poppler-utils')

/**
 * For a test that needs a program beside Node: skips the test, with the reason, where it is missing.
 * @returns the program's path
 */
export function requireTool(context: TestContext, name: string, debianPackage = name): string {
  const path = findTool(name)
  if (path === null) context.skip(missing(name, debianPackage))
  return path!
}
