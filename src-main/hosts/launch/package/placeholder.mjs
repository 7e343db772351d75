import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { modules } from '../folders.mjs'

/** How Electron's program marks the place of its fuses: https://github.com/electron/fuses (constants). */
const FUSES_ARE_HERE = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES_VERSION = 1
const FUSES = '011110010'
/** What gives the Windows program its name and icon wants a real one, and one that says its version. */
const SOME_WINDOWS_PROGRAM = join(modules, 'electron-winstaller', 'vendor', 'StubExecutable.exe')

const fuses = () => Buffer.concat([Buffer.from(FUSES_ARE_HERE), Buffer.from([FUSES_VERSION, FUSES.length]), Buffer.from(FUSES)])

function windowsProgram() {
  const { NtExecutable, NtExecutableResource, Resource } = createRequire(import.meta.url)('resedit')
  const program = NtExecutable.from(readFileSync(SOME_WINDOWS_PROGRAM), { ignoreCert: true })
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.setFileVersion(1, 0, 0, 0)
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  return Buffer.concat([Buffer.from(program.generate()), fuses()])
}

/**
 * Makes a folder that is Electron's runtime to whoever packs, and can't run: what is packed can be looked at without the network.
 * @param {string} folder @param {'linux' | 'win32'} system @param {string} version of Electron
 */
export function makePlaceholder(folder, system, version) {
  for (const each of ['resources', 'locales']) mkdirSync(join(folder, each), { recursive: true })
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'LICENSE'), 'placeholder\n')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'placeholder\n')
  for (const language of ['de', 'en-GB', 'en-US', 'zh-CN', 'zh-TW']) writeFileSync(join(folder, 'locales', `${language}.pak`), language)
  if (system === 'win32') writeFileSync(join(folder, 'electron.exe'), windowsProgram())
  else {
    writeFileSync(join(folder, 'electron'), fuses(), { mode: 0o755 })
    writeFileSync(join(folder, 'chrome-sandbox'), '', { mode: 0o755 })
  }
}
