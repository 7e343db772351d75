import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { renameFile } from '../../src-main/shared/rename.ts'
import { temporaryFolder } from '../support/project.ts'

const { folder, remove } = temporaryFolder('rename')
afterAll(remove)
const from = join(folder, '方案 一.partial')
const to = join(folder, '方案 一.quanheng')

/** The system's renaming while another program holds the file until it was asked so many times. */
const heldFor = (times: number, code: string) => {
  const asked = { times: 0 }
  const rename = (...given: Parameters<typeof renameSync>): void => {
    asked.times += 1
    if (asked.times <= times) throw Object.assign(new Error(`${code}: operation not permitted, rename`), { code })
    renameSync(...given)
  }
  return { asked, rename }
}

it.each(['EBUSY', 'EPERM', 'EACCES'])('waits on Windows for whoever holds the file: %s', (code) => {
  writeFileSync(from, code)
  const { asked, rename } = heldFor(3, code)
  renameFile(from, to, 'win32', rename)
  expect(asked.times).toBe(4)
  expect(existsSync(from)).toBe(false)
})

it('waits for two seconds and no longer', () => {
  const { rename } = heldFor(Infinity, 'EBUSY')
  const began = performance.now()
  expect(() => renameFile(from, to, 'win32', rename)).toThrow('EBUSY')
  const waited = performance.now() - began
  expect(waited).toBeGreaterThanOrEqual(2000)
  expect(waited).toBeLessThan(4000)
})

it.each([
  ['a file that is not there', 'win32', 'ENOENT'],
  ['a refusal elsewhere', 'linux', 'EPERM'],
])('does not wait for %s', (_, platform, code) => {
  const { asked, rename } = heldFor(Infinity, code)
  expect(() => renameFile(from, to, platform, rename)).toThrow(code)
  expect(asked.times).toBe(1)
})
