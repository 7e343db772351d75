import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { afterAll, expect, it, vi } from 'vitest'
import { keepToItself } from '../../src-main/hosts/electron/chromium.ts'
import { placesOf } from '../../src-main/hosts/electron/places.ts'
import { temporaryFolder } from '../support/project.ts'

const { folder, remove } = temporaryFolder('places')
afterAll(remove)
const program = join(folder, 'Quanheng.exe')
const local = join(folder, 'Local')
const windows = { APPDATA: join(folder, 'Roaming'), LOCALAPPDATA: local }

it('keeps caches out of the part of a Windows profile that travels, one folder for each data folder', () => {
  const usual = placesOf(program, windows, 'win32')
  expect(usual).toMatchObject({ data: join(windows.APPDATA, 'Quanheng'), own: join(windows.APPDATA, 'Quanheng', 'window') })
  expect(usual.caches.startsWith(join(local, 'Quanheng', 'window-'))).toBe(true)
  const share = placesOf(program, { ...windows, QUANHENG_DATA: join(folder, 'share') }, 'win32')
  expect(share.caches.startsWith(local)).toBe(true)
  expect(share.caches).not.toBe(usual.caches)
})

it('elsewhere keeps them with the window', () => {
  const { own, caches } = placesOf(program, { XDG_DATA_HOME: folder }, 'linux')
  expect(caches).toBe(own)
})

it('with portable.txt beside the program keeps everything beside it, unless another folder was named', () => {
  const beside = join(folder, '权衡 随身')
  mkdirSync(beside)
  writeFileSync(join(beside, 'portable.txt'), '')
  const data = join(beside, 'data')
  const portable = join(beside, 'Quanheng.exe')
  expect(placesOf(portable, windows, 'win32')).toEqual({ data, own: join(data, 'window'), caches: join(data, 'window') })
  expect(placesOf(portable, { ...windows, QUANHENG_DATA: folder }, 'win32').data).toBe(folder)
})

it('takes a relative data folder from where the program was started', () => {
  expect(placesOf(program, { QUANHENG_DATA: '数据' }, 'linux').data).toBe(join(process.cwd(), '数据'))
})

it('draws without the graphics driver where a switch or the environment says so, and with it otherwise', () => {
  const off = vi.spyOn(app, 'disableHardwareAcceleration')
  try {
    keepToItself(['electron', '.'])
    expect(off).not.toHaveBeenCalled()
    keepToItself(['electron', '.', '--safe-graphics'])
    expect(off).toHaveBeenCalledTimes(1)
    vi.stubEnv('QUANHENG_SAFE_GRAPHICS', '1')
    keepToItself(['electron', '.'])
    expect(off).toHaveBeenCalledTimes(2)
  } finally {
    vi.unstubAllEnvs()
    off.mockRestore()
  }
})
