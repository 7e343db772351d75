import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { emptyFolder } from '../support/open-app.ts'
import { RESOURCES, ROOT } from '../support/project.ts'
import { runCli } from '../support/run-cli.ts'

const NOTING = pathToFileURL(join(ROOT, 'tests/support/note-packages.ts')).href

/** The packages that a command has loaded; a package that is only asked for when it is needed counts from then on. */
function packagesOf(given: readonly string[]): string[] {
  const noted = join(emptyFolder(), 'packages.json')
  const { status, stderr } = runCli(given, { env: { NODE_OPTIONS: `--import=${NOTING}`, PACKAGES_NOTED: noted } })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return JSON.parse(readFileSync(noted, 'utf8')) as string[]
}

it('a command that only names policies loads what checks them, and nothing that reads sheets, writes documents or opens plans', () => {
  expect(packagesOf(['policy', 'list'])).toEqual(['zod'])
  expect(packagesOf(['policy', 'show', 'reference'])).toEqual(['zod'])
})

it('a command that reads a sheet loads what reads it, and nothing that writes documents or opens plans', () => {
  const packages = packagesOf(['check', join(RESOURCES, 'sample-city.xlsx')])
  expect(packages).toContain('xlsx')
  for (const other of ['exceljs', 'docx', 'highs', 'better-sqlite3']) expect(packages).not.toContain(other)
})
