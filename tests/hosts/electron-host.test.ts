import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron'
import type { Bridge } from '../../src-main/contract/bridge.ts'
import { KeptFiles, type KeepFile } from '../../src-main/desk/kept-files.ts'
import { startElectron } from '../../src-main/hosts/electron/start.ts'
import { LARGEST_FILE } from '../../src-main/model/file.ts'
import { bytesOf } from '../../src-main/shared/file-content.ts'
import { app, contextBridge, invokeFrom, invokeFromWindow, state, type BrowserWindow } from '../support/electron-stub.ts'
import { temporaryFolder } from '../support/project.ts'
import { smallService } from '../support/small-service.ts'

const { folder, remove } = temporaryFolder('electron')
const documents = join(folder, 'documents')
const kept = new KeptFiles(folder, () => new Date('2026-11-23T01:00:00Z'))
const keepFile: KeepFile = (content) => kept.keep(content)
let closed = 0
let bridge: Bridge
const close = async (): Promise<void> => {
  closed++
}

beforeAll(async () => {
  mkdirSync(documents)
  vi.stubEnv('QUANHENG_DATA', join(folder, 'data'))
  state.paths.set('documents', documents)
  await startElectron(async () => ({ service: smallService, keepFile, close }))
  await import('../../src-main/hosts/electron/preload.ts')
  bridge = contextBridge.exposed.get('bridge') as Bridge
})
const asked = async (name: string, input: unknown): Promise<unknown> => JSON.parse(await bridge.call(JSON.stringify({ name, input })))
const ADOPTED = JSON.stringify({ name: 'plan.adopted', input: {} })
afterAll(() => {
  kept.clear()
  remove()
})

const window = () => state.windows[0]!
const menuItems = (template: readonly MenuItemConstructorOptions[] = state.menu!.template): MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? menuItems(item.submenu) : [])])

describe('the window', () => {
  it('is one, sandboxed, isolated and without Node, on pages of an origin of its own', () => {
    expect(state.windows).toHaveLength(1)
    expect(window().options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      preload: expect.stringMatching(/out[\\/]preload[\\/]preload\.cjs$/),
    })
    expect(window()).toMatchObject({ loaded: 'app://quanheng/index.html', shown: true })
  })

  it('opens no other window and goes nowhere else', () => {
    expect(window().webContents.openHandler!({ url: 'https://example.org' })).toEqual({ action: 'deny' })
    for (const event of ['will-navigate', 'will-redirect', 'will-attach-webview']) {
      const preventDefault = vi.fn()
      window().webContents.emit(event, { preventDefault })
      expect(preventDefault, event).toHaveBeenCalledOnce()
    }
  })

  it.each([
    ['geolocation', false],
    ['media', false],
    ['notifications', false],
    ['clipboard-read', false],
    ['clipboard-sanitized-write', true],
  ])('asked for %s answers %s', (permission, granted) => {
    const answer = vi.fn()
    state.permissionRequest!(null, permission, answer)
    expect(answer).toHaveBeenCalledWith(granted)
  })

  it('remembers size and place, and forgets a place that is on no screen', async () => {
    const { readWindowState } = await import('../../src-main/hosts/electron/window-state.ts')
    const data = join(folder, 'data')
    expect(readWindowState(data)).toBeNull()
    window().emit('close')
    expect(readWindowState(data)).toEqual({ x: 10, y: 20, width: 1000, height: 700, maximized: false })
    writeFileSync(join(data, 'window.json'), JSON.stringify({ x: 5000, y: 20, width: 1000, height: 700, maximized: false }))
    expect(readWindowState(data)).toBeNull()
    writeFileSync(join(data, 'window.json'), '{')
    expect(readWindowState(data)).toBeNull()
  })
})

describe('its pages', () => {
  const get = (address: string) => state.schemeHandlers.get('app')!(new Request(address))
  it('have an origin that is standard and secure', () =>
    expect(state.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]))

  it('come with the security policy, and none from outside of their folder', async () => {
    for (const address of [
      'app://quanheng/../../package.json',
      'app://quanheng/..%2f..%2fpackage.json',
      'app://elsewhere/index.html',
      'app://quanheng/nothing.js',
    ]) {
      const answer = await get(address)
      expect(answer.status, address).toBe(404)
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
  })
})

describe('requests of the page', () => {
  it('reach the app and come back', async () => {
    expect(bridge.host).toBe('electron')
    expect(await asked('plan.adopted', {})).toEqual({ ok: true, value: [] })
    expect(await asked('history.undo', {})).toMatchObject({ ok: false, problems: [{ code: 'plan.nothingToUndo' }] })
    expect(await asked('nothing.there', {})).toMatchObject({ ok: false, problems: [{ code: 'request.unknownOperation' }] })
  })

  it.each([{ url: 'app://quanheng/index.html' }, { url: 'https://example.org/' }])(
    'are refused from a frame that is not the page itself: $url',
    async (frame) => {
      expect(JSON.parse((await invokeFrom(frame, 'quanheng:call', ADOPTED)) as string)).toMatchObject({
        ok: false,
        problems: [{ code: 'request.notAllowed' }],
      })
    },
  )

  it('are refused when the page has become another one', async () => {
    const { mainFrame } = window().webContents
    for (const url of ['https://example.org/', 'app://quanheng.evil/', 'file:///x']) {
      mainFrame.url = url
      expect(await invokeFrom(null, 'quanheng:save-file', 'a', '')).toMatchObject({
        saved: false,
        problems: [{ code: 'request.notAllowed' }],
      })
    }
    mainFrame.url = 'app://quanheng/index.html'
  })

  it('are refused with wrong arguments', async () => {
    for (const request of [5, '{', '[]', 'null', '{"name":5}'])
      expect(JSON.parse((await invokeFrom(null, 'quanheng:call', request)) as string)).toMatchObject({
        ok: false,
        problems: [{ code: 'request.invalid' }],
      })
    expect(await invokeFrom(null, 'quanheng:save-file', 'a.txt', 'no base64!')).toMatchObject({
      saved: false,
      problems: [{ code: 'request.invalid' }],
    })
    expect(await invokeFrom(null, 'quanheng:print-to-pdf', 'a.pdf', { paper: 'B5' })).toMatchObject({
      saved: false,
      problems: [{ code: 'request.invalid' }],
    })
  })
})

describe('a file handed over by the window', () => {
  it.each([
    ['50 MB', 50 * 1024 * 1024],
    ['exactly as much as is allowed', LARGEST_FILE],
    ['nothing', 0],
  ])('is kept as it came: %s', async (_, length) => {
    const bytes = Buffer.alloc(length, '社区')
    const reply = await bridge.keepFile(new Uint8Array(bytes))
    expect(reply).toEqual({ ok: true, value: { kept: expect.any(String) } })
    const handed = { fileName: '表.xlsx', ...(reply as { value: { kept: string } }).value }
    expect(bytes.equals(bytesOf(kept.contentOf(handed), '表.xlsx'))).toBe(true)
    kept.free([handed])
  })

  it('is refused with one byte more, in words', async () => {
    expect(await bridge.keepFile(new Uint8Array(LARGEST_FILE + 1))).toMatchObject({
      ok: false,
      problems: [{ code: 'file.tooLarge', params: { value: 81, limit: 80 } }],
    })
  })

  it('is refused from another page, and where it is no file', async () => {
    const bytes = new Uint8Array(1)
    expect(await invokeFrom({ url: 'https://example.org/' }, 'quanheng:keep-file', bytes)).toMatchObject({
      ok: false,
      problems: [{ code: 'request.notAllowed' }],
    })
    expect(await invokeFrom(null, 'quanheng:keep-file', 'text')).toMatchObject({ ok: false, problems: [{ code: 'request.invalid' }] })
  })
})

describe('saving a file', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const saveAs = (path: string, text: string) => {
    state.saveAnswers.push({ canceled: false, filePath: path })
    return bridge.saveFile('表.xlsx', base64(text))
  }

  it('asks where to, in the language of the app, with a name that is only a name', async () => {
    expect(await bridge.saveFile('../a/b:c.xlsx', base64('x'))).toEqual({ saved: false })
    expect(state.saveQuestions.at(-1)).toEqual({
      defaultPath: join(documents, '__a_b_c.xlsx'),
      filters: [
        { name: 'Excel 工作簿', extensions: ['xlsx'] },
        { name: '所有文件', extensions: ['*'] },
      ],
    })
  })

  it('writes the whole file and leaves nothing beside it', async () => {
    const path = join(documents, 'new.xlsx')
    expect(await saveAs(path, 'first')).toEqual({ saved: true })
    expect(await saveAs(path, 'second')).toEqual({ saved: true })
    expect(readFileSync(path, 'utf8')).toBe('second')
    expect(readdirSync(documents)).toEqual(['new.xlsx'])
  })

  it('replaces the file behind a link, not the link', async () => {
    const [target, link] = [join(folder, 'target.xlsx'), join(folder, 'link.xlsx')]
    writeFileSync(target, 'old')
    symlinkSync(target, link)
    expect(await saveAs(link, 'new')).toEqual({ saved: true })
    expect(readFileSync(target, 'utf8')).toBe('new')
  })

  it('says when it cannot write, and the former file is whole', async () => {
    const inNoFolder = join(folder, 'nowhere', 'a.xlsx')
    expect(await saveAs(inNoFolder, 'x')).toMatchObject({
      saved: false,
      problems: [{ code: 'file.notWritable', params: { file: inNoFolder } }],
    })
    const aFolder = join(folder, 'folder.xlsx')
    mkdirSync(join(aFolder, 'inside'), { recursive: true })
    expect(await saveAs(aFolder, 'x')).toMatchObject({ saved: false, problems: [{ code: 'file.notWritable' }] })
    expect(existsSync(join(aFolder, 'inside'))).toBe(true)
  })

  it('leaves a read-only file alone', async (context) => {
    if (process.getuid?.() === 0) context.skip('the administrator may write everything')
    const path = join(folder, 'readonly.xlsx')
    writeFileSync(path, 'old')
    chmodSync(path, 0o444)
    expect(await saveAs(path, 'new')).toMatchObject({ saved: false, problems: [{ code: 'file.notWritable' }] })
    expect(readFileSync(path, 'utf8')).toBe('old')
  })
})

describe('printing', () => {
  it("makes a PDF with the page's own page rule first", async () => {
    const path = join(folder, 'a.pdf')
    state.saveAnswers.push({ canceled: false, filePath: path })
    expect(await bridge.printToPdf('a.pdf', { paper: 'A3', landscape: true })).toEqual({ saved: true })
    expect(window().webContents.printed).toEqual([
      expect.objectContaining({ pageSize: 'A3', landscape: true, preferCSSPageSize: true, printBackground: true }),
    ])
    expect(readFileSync(path, 'utf8')).toMatch(/^%PDF/)
  })

  it('renders nothing when the user changed their mind', async () => {
    expect(await bridge.printToPdf('a.pdf', { paper: 'A4', landscape: true })).toEqual({ saved: false })
    expect(window().webContents.printed).toHaveLength(1)
  })

  it("opens the system's dialog", async () => expect(await bridge.print()).toEqual({ problems: [] }))
})

describe('a PDF without a dialog', () => {
  const printing = (answers: unknown[], during: (hidden: BrowserWindow) => Promise<void> = async () => undefined) => {
    let looked = Promise.resolve()
    let hidden: BrowserWindow | undefined
    state.onLoad = (opened) => {
      hidden = opened
      opened.webContents.answers = answers
      looked = during(opened)
    }
    const reply = asked('document.pdf', { table: 'payers', language: 'en' }).finally(() => {
      state.onLoad = null
    })
    return { reply, hidden: () => hidden!, looked: () => looked }
  }

  it("is made in a window that is never shown, closed in like the app's own, and gone afterwards", async () => {
    const { reply, hidden } = printing(['', '', 'ready'])
    expect(await reply).toMatchObject({
      ok: true,
      value: { mediaType: 'application/pdf', base64: Buffer.from('%PDF-1.7 stand-in').toString('base64') },
    })
    expect(hidden()).toMatchObject({ loaded: 'app://quanheng/index.html#/print/payers?language=en', shown: false })
    expect(hidden().options).toMatchObject({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
    })
    expect(hidden().webContents.openHandler!({ url: 'https://example.org' })).toEqual({ action: 'deny' })
    expect(hidden().webContents.printed).toEqual([expect.objectContaining({ preferCSSPageSize: true, printBackground: true })])
    expect(hidden().webContents.destroyed).toBe(true)
    expect(state.windows).toHaveLength(1)
  })

  it('lets the hidden page ask for operations while it is printed, and for nothing else, and not afterwards', async () => {
    const found: unknown[] = []
    const { reply, hidden, looked } = printing(['', 'ready'], async (opened) => {
      found.push(
        JSON.parse((await invokeFromWindow(opened, null, 'quanheng:call', ADOPTED)) as string),
        await invokeFromWindow(opened, null, 'quanheng:save-file', 'a.txt', ''),
      )
    })
    await reply
    await looked()
    expect(found).toEqual([
      { ok: true, value: [] },
      expect.objectContaining({ problems: [expect.objectContaining({ code: 'request.notAllowed' })] }),
    ])
    expect(JSON.parse((await invokeFromWindow(hidden(), null, 'quanheng:call', ADOPTED)) as string)).toMatchObject({
      ok: false,
      problems: [{ code: 'request.notAllowed' }],
    })
  })

  it('says what the page says in its place, and leaves no window', async () => {
    const { reply } = printing(['没能读出来'])
    expect(await reply).toMatchObject({ ok: false, problems: [{ code: 'document.pdfFailed', params: { detail: '没能读出来' } }] })
    expect(state.windows).toHaveLength(1)
  })
})

describe('the menu', () => {
  it('tells the page what was chosen, until it stops listening', () => {
    const heard: string[] = []
    const stop = bridge.onMenu((choice) => heard.push(choice))
    for (const item of menuItems()) (item.click as (() => void) | undefined)?.()
    stop()
    menuItems().find((item) => item.id === 'undo')!.click!(null as never, undefined, null as never)
    expect(heard).toEqual(['newPlan', 'openPlan', 'importSheet', 'exportWorkbook', 'print', 'undo', 'redo', 'help'])
  })

  it('speaks both languages, every word', async () => {
    const labels = () =>
      menuItems()
        .map((item) => item.label)
        .filter((label) => label !== undefined)
    expect(labels().every((label) => /[\u4e00-\u9fff]/.test(label))).toBe(true)
    await bridge.setLanguage('en')
    expect(labels().length).toBeGreaterThan(15)
    expect(labels().some((label) => /[\u4e00-\u9fff]/.test(label))).toBe(false)
  })

  it('has no key twice', () => {
    const keys = menuItems().flatMap((item) => (item.accelerator === undefined ? [] : [String(item.accelerator)]))
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the end', () => {
  it('waits until the plan file is closed', async () => {
    const quit = new Promise((resolve) => state.appEvents.once('has-quit', resolve))
    state.appEvents.emit('window-all-closed')
    expect(state.quit).toBe(false)
    await quit
    expect(closed).toBe(1)
    expect(app.getPath('userData')).toBe(join(folder, 'data', 'window'))
  })
})

describe('a second start', () => {
  it('brings the first window forward and ends at once', async () => {
    state.appEvents.emit('second-instance', {}, [process.execPath], folder)
    expect(window().focused).toBe(true)
    state.firstInstance = false
    const never = vi.fn(async () => ({ service: {}, keepFile, close }))
    await startElectron(never)
    expect(state.windows).toHaveLength(1)
    expect(never).not.toHaveBeenCalled()
    expect(state.quit).toBe(true)
  })
})
