import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { TestContext } from 'vitest'

/** @returns the path of a program on PATH, or null */
export const findTool = (name: string): string | null =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path)) ?? null

/**
 * For a test that needs a program beside Node: skips the test, with the reason, where it is missing.
 * @returns the program's path
 */
export function requireTool(context: TestContext, name: string, debianPackage = name): string {
  const path = findTool(name)
  if (path === null) context.skip(`${name} is not installed (Debian: ${debianPackage})`)
  return path!
}
