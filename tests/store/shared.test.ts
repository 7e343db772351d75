import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFileAtomically } from '../../src-main/shared/atomic-write.ts'
import { dataFolder } from '../../src-main/shared/data-folder.ts'
import { temporaryFolder } from './support/plans.ts'

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
  [{}, 'linux', join('/home/wang', '.local/share/quanheng')],
  [{ XDG_DATA_HOME: '/data' }, 'linux', join('/data', 'quanheng')],
  [{}, 'darwin', join('/home/wang', 'Library/Application Support/Quanheng')],
  [{ APPDATA: '/roaming' }, 'win32', join('/roaming', 'Quanheng')],
  [{}, 'win32', join('/home/wang', 'AppData/Roaming/Quanheng')],
])('plan files lie where the system has them: %j on %s', (environment, platform, folder) => {
  expect(dataFolder(environment, platform, '/home/wang')).toBe(folder)
})
