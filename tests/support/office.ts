import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { findLibreOffice } from './tools.ts'

// The one door to LibreOffice. Its settings are kept from test to test: a start without them takes twice as long.

/** As the program names it: 7.4 of 'LibreOffice 7.4.7.2 ...'. */
const versionOf = (office: string): string => /\d+\.\d+/.exec(execFileSync(office, ['--version']).toString())?.[0] ?? ''

/**
 * Without the first setting LibreOffice keeps the stored values of an .xlsx file, and comparing with them would prove nothing. Without
 * the second it takes every start for the first of a new version and tries its whole graphics before it reads the file: six seconds of
 * processor time instead of one.
 */
const settings = (version: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>${version}</value></prop></item>
</oor:items>`

/** Two of them can't use one folder of settings at the same time, so each worker has its own. */
function settingsFolder(office: string): string {
  const folder = join(inject('runFolder'), `office-${process.env['VITEST_POOL_ID'] ?? '0'}`)
  if (!existsSync(folder)) {
    mkdirSync(join(folder, 'user'), { recursive: true })
    writeFileSync(join(folder, 'user', 'registrymodifications.xcu'), settings(versionOf(office)))
  }
  return folder
}

/**
 * Opens files and saves them in another format, workbooks after computing every formula anew; all in one start of the program.
 * @param files contents of one kind
 * @param from extension of the kind: xlsx, docx
 * @param to extension, or with LibreOffice's name of the format: xlsx, pdf, 'xls:MS Excel 97'
 * @returns what it saved, in the same order
 */
export async function savedByOffice(files: readonly Uint8Array[], from: string, to: string): Promise<Uint8Array[]> {
  const office = findLibreOffice()!
  const folder = mkdtempSync(join(inject('runFolder'), 'saved-'))
  try {
    const names = files.map((_, at) => join(folder, `${at}.${from}`))
    for (const [at, bytes] of files.entries()) writeFileSync(names[at]!, bytes)
    const out = join(folder, 'out')
    const profile = `-env:UserInstallation=${pathToFileURL(settingsFolder(office)).href}`
    await promisify(execFile)(office, [profile, '--headless', '--convert-to', to, '--outdir', out, ...names], { timeout: 240_000 })
    return files.map((_, at) => new Uint8Array(readFileSync(join(out, `${at}.${to.split(':')[0]}`))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
