import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { modules, root } from '../folders.mjs'
import { run } from '../processes.mjs'
import { packedTests } from '../suites.mjs'
import { askedBeyond } from './elf.mjs'
import { OLDEST_GLIBC } from './old-glibc.mjs'
import { aboutPackage, filesBelow, nativePartFor } from './program.mjs'

const load = createRequire(import.meta.url)
const MEGABYTE = 1024 * 1024
/** The archive and its native part together; without bundling they were 63 MB. */
const LARGEST = 16 * MEGABYTE
/** What has no business with an office. */
const NOT_DELIVERED = /\.(ts|tsx|vue|map|gyp|cc?|h|md)$|(^|\/)(tests?|src|deps|docs|examples)\/|bundled\.json$|\/(web|cli)\.js$/
const PAPERS = ['LICENSE.txt', 'THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json', 'LICENSES.chromium.html']
const LANGUAGES = ['en-US.pak', 'zh-CN.pak']
/** Electron's own doors: https://www.electronjs.org/docs/latest/tutorial/fuses */
const FUSES_OFF = ['RunAsNode', 'EnableNodeOptionsEnvironmentVariable', 'EnableNodeCliInspectArguments']
const FUSES_ON = ['EnableEmbeddedAsarIntegrityValidation', 'OnlyLoadAppFromAsar']

/** @returns the packages that the list of parts names */
const namesIn = (folder) => JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8')).components.map(({ name }) => name)

/**
 * Looks at a folder that was packed.
 * @param {string} folder @param {string} target as in 'linux-x64' @param {string} program name of the program's file
 * @returns {Promise<string[]>} what is wrong
 */
async function faultsOf(folder, target, program) {
  const { listPackage } = load('@electron/asar')
  const { getCurrentFuseWire, FuseV1Options } = load('@electron/fuses')
  const faults = []
  const expect = (holds, words) => !holds && faults.push(`${target}: ${words}`)
  const archive = join(folder, 'resources', 'app.asar')
  const files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1))
  expect(files.includes('out/main/electron.js'), 'the program does not begin at out/main/electron.js')
  for (const file of files.filter((each) => NOT_DELIVERED.test(each))) expect(false, `${file} is delivered`)
  const native = nativePartFor(target)
  expect(files.filter((each) => each.endsWith('.node')).join() === native, `the native parts are not ${native} alone`)
  const unpacked = filesBelow(`${archive}.unpacked`)
  expect(unpacked.join() === native, `beside the archive lies ${unpacked.join()}`)
  if (target.startsWith('linux')) {
    const beyond = askedBeyond(readFileSync(join(`${archive}.unpacked`, native)), OLDEST_GLIBC)
    expect(beyond.length === 0, `the native part asks for ${beyond.join(', ')}, and a system with glibc ${OLDEST_GLIBC} has none of it`)
  }
  const size = statSync(archive).size + statSync(join(`${archive}.unpacked`, native)).size
  expect(size <= LARGEST, `${(size / MEGABYTE).toFixed(1)} MB are too many`)
  for (const paper of PAPERS) expect(existsSync(join(folder, paper)), `${paper} is missing`)
  expect(readdirSync(join(folder, 'locales')).sort().join() === LANGUAGES.join(), 'languages are not Chinese and English alone')
  const notices = readFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8')
  for (const name of namesIn(folder)) expect(notices.includes(`\n${name} `), `no notice of ${name}`)
  const wire = await getCurrentFuseWire(join(folder, program))
  const state = (name) => String.fromCharCode(wire[FuseV1Options[name]])
  for (const name of FUSES_OFF) expect(state(name) === '0', `the fuse ${name} is not off`)
  for (const name of FUSES_ON) expect(state(name) === '1', `the fuse ${name} is not on`)
  process.stdout.write(`${target}: ${files.length} files, ${(size / MEGABYTE).toFixed(1)} MB\n`)
  return faults
}

/** Electron reads the archive as a folder; the double is Node, to which it has to be one. @returns the path of the main program */
function unpackProgram(folder, to) {
  load('@electron/asar').extractAll(join(folder, 'resources', 'app.asar'), to)
  return join(to, aboutMain(to))
}
const aboutMain = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).main

const NEXT = { version: '99.0.0', format: 99_990 }
const COPIED = ['src-main', 'src-renderer', 'resources', 'package.json', 'package-lock.json', 'electron.vite.config.ts']

/** Makes the sources of a version to come, whose plan files are newer. @returns their folder */
function sourcesOfNextVersion(folder) {
  for (const name of COPIED) cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(modules, join(folder, 'node_modules'), 'junction')
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...aboutPackage('.'), version: NEXT.version }, null, 2))
  const migrations = join(folder, 'src-main', 'store', 'migrations')
  const path = join(migrations, 'index.ts')
  const before = readFileSync(path, 'utf8')
  const after = before.replace(/\n {2}\],\n {2}tracked/, `\n    { version: ${NEXT.format}, name: 'next', up: () => {} },\n  ],\n  tracked`)
  if (after === before) throw new Error(`the migrations in ${path} are written otherwise than check.mjs expects`)
  writeFileSync(path, after)
  return folder
}

/**
 * Packs over a runtime that is none, looks at what was packed, and runs the main job and an update in the double (tests/window). Needs no
 * network.
 * @param {(wanted: { system: string, processor: string, made: string }) => Promise<string>} pack
 * @returns {Promise<number>} exit status
 */
export async function check(pack) {
  const made = mkdtempSync(join(tmpdir(), 'quanheng-package-'))
  try {
    const windows = await pack({ system: 'win32', processor: 'x64', made: join(made, 'windows') })
    const arm = await pack({ system: 'linux', processor: 'arm64', made: join(made, 'arm') })
    const here = await pack({ system: 'linux', processor: process.arch, made: join(made, 'here') })
    const faults = [
      ...(await faultsOf(windows, 'win32-x64', 'Quanheng.exe')),
      ...(await faultsOf(arm, 'linux-arm64', 'quanheng')),
      ...(await faultsOf(here, `linux-${process.arch}`, 'quanheng')),
    ]
    if (faults.length > 0) {
      process.stderr.write(`${faults.join('\n')}\n`)
      return 1
    }
    const sources = sourcesOfNextVersion(join(made, 'sources'))
    const launcher = join(sources, 'src-main', 'hosts', 'launch')
    const next = join(made, 'next')
    const failed =
      (await run(process.execPath, [join(launcher, 'run.mjs'), 'build'], { cwd: sources })) ||
      (await run(process.execPath, [join(launcher, 'package', 'package.mjs'), '--system', 'linux', '--placeholder-into', next], {
        cwd: sources,
      }))
    if (failed !== 0) return failed
    const nextPacked = join(
      next,
      readdirSync(next).find((name) => name.endsWith('-unpacked')),
    )
    return await packedTests(process.execPath, [], {
      QUANHENG_PROGRAM: unpackProgram(here, join(made, '权衡 程序')),
      QUANHENG_NEXT_PROGRAM: unpackProgram(nextPacked, join(made, '权衡 程序 新版')),
    })
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}
