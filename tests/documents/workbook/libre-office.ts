import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { findLibreOffice, missing } from '../../support/tools.ts'

/** The command of LibreOffice on this machine, or null. */
export const libreOffice: string | null = findLibreOffice()
export const WHY_SKIPPED = libreOffice === null ? ` (skipped: ${missing('LibreOffice', 'libreoffice-calc')})` : ''

/** Without this setting LibreOffice keeps the stored values of an .xlsx file, and comparing with them would prove nothing. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** @returns the workbooks as LibreOffice saves them after computing every formula anew, in the same order. */
export const recalculate = async (workbooks: readonly Uint8Array[]): Promise<Uint8Array[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'quanheng-recalculated-'))
  try {
    const profile = join(folder, 'profile')
    mkdirSync(join(profile, 'user'), { recursive: true })
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE)
    const names = workbooks.map((bytes, i) => {
      writeFileSync(join(folder, `${i}.xlsx`), bytes)
      return join(folder, `${i}.xlsx`)
    })
    const out = join(folder, 'out')
    const options = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--convert-to', 'xlsx', '--outdir', out]
    await promisify(execFile)(libreOffice!, [...options, ...names], { timeout: 240_000 })
    return workbooks.map((_, i) => new Uint8Array(readFileSync(join(out, `${i}.xlsx`))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
