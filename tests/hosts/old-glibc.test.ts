import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, type TestContext } from 'vitest'
import { full } from '../support/full.ts'
import { inFull } from '../support/in-full.ts'
import { ROOT, temporaryFolder } from '../support/project.ts'
import { requireTool } from '../support/tools.ts'

// The database's native part for Kylin V10 and UOS 20, whose glibc is older than the one that better-sqlite3's own was made for.

const PACKAGE = join(ROOT, 'src-main', 'hosts', 'launch', 'package')
const load = <T>(name: string): Promise<T> => import(pathToFileURL(join(PACKAGE, name)).href) as Promise<T>
const { versionsAskedBy, askedBeyond } = await load<{
  versionsAskedBy: (bytes: Buffer) => string[]
  askedBeyond: (bytes: Buffer, oldest: string) => string[]
}>('elf.mjs')
const { nativeForOldGlibc, OLDEST_GLIBC } = await load<{
  nativeForOldGlibc: (processor: string) => Promise<string | null>
  OLDEST_GLIBC: string
}>('old-glibc.mjs')

const { compilerOf, compilerPackage } = await load<Record<'compilerOf' | 'compilerPackage', (processor: string) => string>>('compilers.mjs')

const delivered = (name: string): Buffer => readFileSync(join(ROOT, 'node_modules', 'better-sqlite3', 'prebuilds', name))

describe('what a native part asks of the system', () => {
  it.each(['linux-x64', 'linux-arm64'])(
    'is read from the file: %s as it is delivered asks for glibc 2.34 and a new C++ library',
    (target) => {
      const bytes = delivered(`${target}.node`)
      expect(versionsAskedBy(bytes)).toEqual(expect.arrayContaining(['GLIBC_2.28', 'GLIBC_2.33', 'GLIBC_2.34', 'GLIBCXX_3.4.29']))
      const beyond = askedBeyond(bytes, '2.28')
      expect(beyond).toEqual(expect.arrayContaining(['GLIBC_2.33', 'GLIBC_2.34', 'GLIBCXX_3.4.29']))
      expect(beyond).not.toContain('GLIBC_2.28')
      expect(askedBeyond(bytes, '2.34').filter((name) => /^GLIBC_/.test(name))).toEqual([])
    },
  )

  it.each(['win32-x64', 'darwin-arm64'])('is not made up for a file of another system: %s', (target) => {
    expect(() => versionsAskedBy(delivered(`${target}.node`))).toThrow('no program or library for Linux')
    expect(() => versionsAskedBy(Buffer.from('text'))).toThrow('no program or library for Linux')
  })
})

/** Options with which SQLite was compiled, but for the name of the compiler. */
const optionsOf = (database: Database.Database): string[] =>
  (database.pragma('compile_options') as { compile_options: string }[])
    .map(({ compile_options: option }) => option)
    .filter((option) => !option.startsWith('COMPILER='))

/** Compiling a whole database takes half a minute, on a busy machine several; so it is for the full run. */
const COMPILES = { timeout: 900_000 }

const KINDS = [
  { processor: 'x64', machine: 62 },
  { processor: 'arm64', machine: 183 },
]

describe.runIf(process.platform === 'linux')('the native part for older Linux', COMPILES, () => {
  const made = async (context: TestContext, processor: string): Promise<string> => {
    requireTool(context, compilerOf(processor), compilerPackage(processor))
    return (await nativeForOldGlibc(processor))!
  }

  it.for(full ? KINDS : [])(
    'is made for $processor, and asks for nothing newer than glibc 2.28',
    async ({ processor, machine }, context) => {
      const bytes = readFileSync(await made(context, processor))
      expect(bytes.readUInt16LE(18), 'its processor').toBe(machine)
      expect(OLDEST_GLIBC).toBe('2.28')
      expect(askedBeyond(bytes, OLDEST_GLIBC)).toEqual([])
      expect(versionsAskedBy(bytes)).toContain('GLIBC_2.28')
    },
  )

  it('says which compiler is missing, and what then cannot be served', () => {
    const { folder, remove } = temporaryFolder('no-compiler')
    const script = `const { nativeForOldGlibc } = await import(${JSON.stringify(pathToFileURL(join(PACKAGE, 'old-glibc.mjs')).href)})
      console.log(await nativeForOldGlibc('arm64', ${JSON.stringify(folder)}))`
    const env = { LANG: 'en_US.UTF-8', PATH: folder }
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8', env })
    remove()
    expect(stdout).toBe('null\n')
    expect(stderr).toMatch(/^There is no aarch64-linux-gnu-g\+\+ \(Debian: .+\): .+ needs glibc 2\.34, not for Kylin V10 and UOS 20\.\n$/)
  })

  inFull('is the same SQLite as the one that is delivered: it keeps, reckons, copies and refuses as that one does', async (context) => {
    const nativeBinding = await made(context, process.arch)
    const { folder, remove } = temporaryFolder('old-glibc')
    const [old, usual] = [new Database(join(folder, '方案 一.db'), { nativeBinding }), new Database(':memory:')]
    try {
      expect(optionsOf(old)).toEqual(optionsOf(usual))
      expect(old.pragma('journal_mode = WAL', { simple: true })).toBe('wal')
      old.exec('CREATE TABLE communities (name TEXT PRIMARY KEY, households INTEGER) STRICT')
      const add = old.prepare('INSERT INTO communities VALUES (?, ?)')
      old.transaction(() => Array.from({ length: 180 }, (_, at) => add.run(`社区${at}`, at)))()
      expect(() => add.run('社区7', 1)).toThrow('UNIQUE constraint failed')
      expect(existsSync(join(folder, '方案 一.db-wal'))).toBe(true)
      await old.backup(join(folder, '备份.db'))
      const copy = new Database(join(folder, '备份.db'), { readonly: true })
      expect(copy.prepare('SELECT count(*) AS n, sum(households) AS sum FROM communities').get()).toEqual({ n: 180, sum: 16_110 })
      copy.close()
      // Functions of which glibc has an old form and a new one.
      const reckon = "SELECT exp(1) AS e, ln(10) AS ln, log2(8) AS two, pow(2, 0.5) AS root, json_extract('[1]', '$[0]') AS json"
      expect(old.prepare(reckon).get()).toEqual(usual.prepare(reckon).get())
    } finally {
      for (const each of [old, usual]) each.close()
      remove()
    }
  })
})
