import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeFileAtomically } from '../../src-main/shared/atomic-write.ts'
import { canonicalJson, hashOf } from '../../src-main/shared/canonical-json.ts'
import { dataFolder, forOwnerOnly } from '../../src-main/shared/data-folder.ts'
import { temporaryFolder } from './support/plans.ts'

describe('Canonical JSON', () => {
  /** Key by key, as the scheme says it. */
  const bySigns = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(bySigns).join(',')}]`
    if (value === null || typeof value !== 'object') return JSON.stringify(value)
    const keys = Object.keys(value).sort()
    return `{${keys.map((key) => `${JSON.stringify(key)}:${bySigns((value as Record<string, unknown>)[key])}`).join(',')}}`
  }

  it('sorts the keys at every level, also those that look like numbers, and hashes what it writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = bySigns(value)
        expect(canonicalJson(value)).toBe(text)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(hashOf(value)).toBe(createHash('sha256').update(text).digest('hex'))
      }),
      { numRuns: 500 },
    )
    expect(canonicalJson({ b: 1, 10: 2, 9: [{ z: 1, a: undefined }], a: null })).toBe('{"10":2,"9":[{"z":1}],"a":null,"b":1}')
  })

  it('hashes what is too long for one piece as it would be written', () => {
    const long = { rows: Array.from({ length: 5000 }, (_, i) => ({ name: `社区${i}`, key: String(i), values: { 2: i, 10: null } })) }
    expect(hashOf(long)).toBe(createHash('sha256').update(canonicalJson(long)).digest('hex'))
  })
})

describe('Writing a file atomically', () => {
  it('replaces the file and leaves nothing beside it', () => {
    const folder = temporaryFolder()
    const path = join(folder, '表.json')
    writeFileAtomically(path, 'one')
    writeFileAtomically(path, new Uint8Array([50]))
    expect(readFileSync(path, 'utf8')).toBe('2')
    expect(readdirSync(folder)).toEqual(['表.json'])
  })

  it('keeps the former file when it fails', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'target'))
    writeFileSync(join(folder, 'target', 'former'), 'former')
    expect(() => writeFileAtomically(join(folder, 'target'), 'new')).toThrow(/EISDIR|EPERM|ENOTEMPTY/)
    expect(readdirSync(folder)).toEqual(['target'])
    expect(readFileSync(join(folder, 'target', 'former'), 'utf8')).toBe('former')
  })
})

it.each([
  [{ QUANHENG_DATA: '/plans' }, 'linux', '/plans'],
  [{ QUANHENG_DATA: 'plans' }, 'linux', resolve('plans')],
  [{}, 'linux', join('/home/wang', '.local/share/quanheng')],
  [{ XDG_DATA_HOME: '/data' }, 'linux', join('/data', 'quanheng')],
  [{}, 'darwin', join('/home/wang', 'Library/Application Support/Quanheng')],
  [{ APPDATA: '/roaming' }, 'win32', join('/roaming', 'Quanheng')],
  [{}, 'win32', join('/home/wang', 'AppData/Roaming/Quanheng')],
])('plan files lie where the system has them: %j on %s', (environment, platform, folder) => {
  expect(dataFolder(environment, platform, '/home/wang')).toBe(folder)
})

it.skipIf(process.platform !== 'linux')(
  "the data folder is its owner's only, also one of before; a folder that was chosen keeps its rights",
  () => {
    const home = temporaryFolder()
    const environment = { XDG_DATA_HOME: home, APPDATA: home }
    const own = dataFolder(environment)
    mkdirSync(own, { mode: 0o755 })
    forOwnerOnly(own, environment)
    expect(statSync(own).mode & 0o777).toBe(0o700)
    const chosen = join(home, 'shared')
    mkdirSync(chosen, { mode: 0o755 })
    forOwnerOnly(chosen, { ...environment, QUANHENG_DATA: chosen })
    expect(statSync(chosen).mode & 0o777).toBe(0o755)
  },
)
