import { randomBytes } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { BrowserWindowConstructorOptions, PrintToPDFOptions } from 'electron'
import { pack, unpack } from './carried.ts'
import { BINDING, FROM_MAIN, pageScript, preloadScript, type Heard } from './in-page.ts'
import { coming, emitsPrevented, inside, ipcHandlers, outside, permissions, protocolHandlers, seen, under } from './world.ts'

const PRELOAD_WORLD = 'Electron Isolated Context'
const INCHES: Readonly<Record<string, readonly [number, number]>> = { letter: [8.5, 11], a3: [11.7, 16.54], a4: [8.27, 11.7] }

interface Paused {
  requestId: string
  request: { url: string; method: string; headers: Record<string, string>; postData?: string }
  resourceType: string
  frameId: string
}

/** Electron 45, shell/browser/api/electron_api_web_frame_main.cc: one object for a frame, as long as the frame lives. */
class Frame {
  readonly #contents: WebContents
  readonly #id: string
  constructor(contents: WebContents, id: string) {
    this.#contents = contents
    this.#id = id
  }
  get url(): string {
    return outside(this.#contents.addresses.get(this.#id) ?? '')
  }
}

/** Electron 45, shell/browser/api/electron_api_web_contents.cc and lib/browser/api/web-contents.ts. */
export class WebContents extends EventEmitter {
  readonly addresses = new Map<string, string>()
  readonly opened: Promise<void>
  /** The target in Chromium that this is. */
  target = ''
  zoomLevel = 0
  readonly #frames = new Map<string, Frame>()
  /** Contexts of the preload's world, and the frame of each. */
  readonly #contexts = new Map<number, string>()
  readonly #token = randomBytes(8).toString('hex')
  readonly #options: BrowserWindowConstructorOptions
  #session = ''
  #main = ''
  #expected = ''
  #isDestroyed = false
  #isCrashed = false
  #crashing: Promise<unknown> = Promise.resolve()
  #openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.#options = options
    this.opened = this.#open()
    this.opened.catch((error: unknown) => {
      if (!this.#isDestroyed) process.stderr.write(`[double] ${String(error)}\n`)
    })
  }

  get mainFrame(): Frame {
    return this.#frame(this.#main)
  }
  getURL(): string {
    return this.mainFrame.url
  }
  isDestroyed(): boolean {
    return this.#isDestroyed
  }
  isCrashed(): boolean {
    return this.#isCrashed
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.#openHandler = handler
  }
  setZoomLevel(level: number): void {
    this.zoomLevel = level
  }

  #frame(id: string): Frame {
    const known = this.#frames.get(id)
    if (known) return known
    const frame = new Frame(this, id)
    this.#frames.set(id, frame)
    return frame
  }
  #on<T>(name: string, listener: (params: T) => unknown): void {
    under.chromium!.on(`${this.#session} ${name}`, listener)
  }
  cdp<T = Record<string, unknown>>(method: string, params: object = {}): Promise<T> {
    return this.#isDestroyed
      ? Promise.reject(new TypeError('Object has been destroyed'))
      : under.chromium!.send<T>(method, params, this.#session)
  }

  async #open(): Promise<void> {
    const chromium = under.chromium!
    const isFirst = under.firstPage !== null
    this.target =
      under.firstPage ??
      (await chromium.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank', newWindow: true })).targetId
    under.firstPage = null
    this.#session = (
      await chromium.send<{ sessionId: string }>('Target.attachToTarget', { targetId: this.target, flatten: true })
    ).sessionId
    this.#listen()
    const { frameTree } = await this.cdp<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree')
    this.#main = frameTree.frame.id
    for (const domain of ['Page', 'Inspector']) await this.cdp(`${domain}.enable`)
    await this.cdp('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
    const { preload } = this.#options.webPreferences ?? {}
    if (preload !== undefined) {
      const source = preloadScript(this.#token, readFileSync(preload, 'utf8'))
      await this.cdp('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD })
      await this.cdp('Page.addScriptToEvaluateOnNewDocument', { source: pageScript(this.#token) })
      await this.cdp('Page.addScriptToEvaluateOnNewDocument', { source, worldName: PRELOAD_WORLD })
    }
    await this.cdp('Runtime.enable')
    await this.cdp('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    if (isFirst) process.send?.({ window: this.target })
  }

  #listen(): void {
    this.#on<Paused>('Fetch.requestPaused', (paused) => {
      this.#serve(paused).catch((error: unknown) => {
        if (!this.#isDestroyed) process.stderr.write(`[double] ${String(error)}\n`)
      })
    })
    this.#on<{ frame: { id: string; url: string } }>('Page.frameNavigated', ({ frame }) => this.addresses.set(frame.id, frame.url))
    this.#on<{ frameId: string; url: string }>('Page.navigatedWithinDocument', ({ frameId, url }) => {
      this.addresses.set(frameId, url)
      if (frameId === this.#main) this.emit('did-navigate-in-page', {}, outside(url), true)
    })
    this.#on<{ context: { id: number; name: string; auxData: { frameId: string } } }>('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === PRELOAD_WORLD) this.#contexts.set(context.id, context.auxData.frameId)
    })
    this.#on<{ executionContextId: number }>('Runtime.executionContextDestroyed', (gone) => this.#contexts.delete(gone.executionContextId))
    this.#on('Runtime.executionContextsCleared', () => this.#contexts.clear())
    this.#on<{ name: string; payload: string; executionContextId: number }>('Runtime.bindingCalled', (called) => {
      if (called.name === BINDING) void this.#hear(called)
    })
    this.#on('Page.loadEventFired', () => {
      this.#isCrashed = false
      this.emit('did-finish-load', {})
    })
    // ElectronBrowserClient tells its WebContents: PrimaryMainFrameRenderProcessGone.
    this.#on('Inspector.targetCrashed', () => {
      this.#isCrashed = true
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    })
    this.#on<{ sessionId: string; targetInfo: { type: string; url: string; targetId: string } }>('Target.attachedToTarget', (child) => {
      void this.#ask(child)
    })
    this.#on('Page.javascriptDialogOpening', () => void this.cdp('Page.handleJavaScriptDialog', { accept: false }))
  }

  /** A window that the page opens: _callWindowOpenHandler in web-contents.ts. */
  async #ask({
    sessionId,
    targetInfo: { type, url, targetId },
  }: {
    sessionId: string
    targetInfo: { type: string; url: string; targetId: string }
  }): Promise<void> {
    if (type === 'page' && this.#openHandler({ url: outside(url) }).action === 'deny')
      await under.chromium!.send('Target.closeTarget', { targetId })
    under.chromium!.send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(() => undefined)
  }

  /**
   * Answers each request by the app's own handler; nothing else is answered. shell/browser/electron_navigation_throttle.cc: a page that
   * goes elsewhere by itself is asked about first (a reload of the same address is not told from one that the app has asked for).
   */
  async #serve({ requestId, request, resourceType, frameId }: Paused): Promise<void> {
    const address = outside(request.url)
    const fail = (errorReason: string): Promise<unknown> => this.cdp('Fetch.failRequest', { requestId, errorReason })
    const goesElsewhere =
      resourceType === 'Document' && frameId === this.#main && request.url.split('#')[0] !== this.#expected.split('#')[0]
    if (goesElsewhere && emitsPrevented(this, 'will-navigate', address)) return void (await fail('Aborted'))
    // A disk that does not answer.
    if (process.env['DOUBLE_NEVER_LOADS'] === '1') return
    if (/^(data|blob|about):/.test(address)) return void (await this.cdp('Fetch.continueRequest', { requestId }))
    const handler = protocolHandlers.get(/^([a-z]+):/.exec(address)?.[1] ?? '')
    if (handler === undefined) {
      seen.network.push(address)
      return void (await fail('InternetDisconnected'))
    }
    const { method, headers, postData } = request
    const answer = await handler(new Request(address, { method, headers, ...(postData !== undefined && { body: postData }) }))
    await this.cdp('Fetch.fulfillRequest', {
      requestId,
      responseCode: answer.status,
      responseHeaders: [...answer.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await answer.arrayBuffer()).toString('base64'),
    }).catch((error: unknown) => {
      // A page that is left or read again meanwhile no longer waits for what it had asked for, and Electron says nothing of that either.
      if (!String(error).includes('Invalid InterceptionId')) throw error
    })
  }

  /** lib/browser/ipc-dispatch.ts: what a preload invokes; an error crosses as its text. */
  async #hear({ payload, executionContextId }: { payload: string; executionContextId: number }): Promise<void> {
    const { id, channel, given } = JSON.parse(payload) as { id?: number; channel: string; given: unknown }
    const event = { type: 'frame', sender: this, senderFrame: this.#frame(this.#contexts.get(executionContextId) ?? '') }
    if (id === undefined) return
    const asked = unpack(given) as unknown[]
    const operation = noted(asked)
    const held = coming.held.get(operation)
    let reply: Heard
    try {
      const handler = ipcHandlers.get(channel)
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      reply = { reply: id, value: pack(structuredClone(await handler(event, ...asked))) }
    } catch (error) {
      process.stderr.write(`Error occurred in handler for '${channel}': ${error instanceof Error ? error.stack : String(error)}\n`)
      reply = { reply: id, error: `Error invoking remote method '${channel}': ${String(error)}` }
    }
    await held
    await this.#tell(executionContextId, reply).catch(() => undefined)
    if (held !== undefined) coming.told.emit(operation)
  }
  #tell(executionContextId: number, heard: Heard): Promise<unknown> {
    const functionDeclaration = `function (text) { globalThis.${FROM_MAIN}(text) }`
    return this.cdp('Runtime.callFunctionOn', { executionContextId, functionDeclaration, arguments: [{ value: JSON.stringify(heard) }] })
  }
  send(channel: string, ...given: unknown[]): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed')
    const heard: Heard = { channel, given: pack(structuredClone(given)) as unknown[] }
    for (const [context, frame] of this.#contexts) if (frame === this.#main) this.#tell(context, heard).catch(() => undefined)
  }

  /** _awaitNextLoad in web-contents.ts. */
  async loadURL(address: string): Promise<void> {
    const failed = (words: string, number: number): Error =>
      Object.assign(new Error(`${words} (${number}) loading '${address}'`), { errno: number, code: words, url: address })
    const gone = once(this, 'destroyed').then(() => Promise.reject(failed('ERR_FAILED', -2)))
    gone.catch(() => undefined)
    await Promise.race([this.opened, gone])
    this.#expected = inside(address)
    const loaded = Promise.race([once(this, 'did-finish-load'), gone])
    loaded.catch(() => undefined)
    const { errorText } = await Promise.race([this.cdp<{ errorText?: string }>('Page.navigate', { url: this.#expected }), gone])
    if (errorText !== undefined) throw failed(errorText.replace('net::', ''), -2)
    await loaded
  }
  reload(): void {
    void this.#crashing.then(() => this.cdp('Page.reload')).catch(() => undefined)
  }
  forcefullyCrashRenderer(): void {
    const gone = once(this, 'render-process-gone')
    this.#crashing = gone
    this.cdp('Page.crash').catch(() => undefined)
  }

  async executeJavaScript(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.cdp<{ result: { value?: unknown }; exceptionDetails?: { text: string } }>(
      'Runtime.evaluate',
      { expression, returnByValue: true, awaitPromise: true },
    )
    if (exceptionDetails) throw new Error(exceptionDetails.text)
    return result.value
  }

  /** lib/browser/print-to-pdf.ts. */
  async printToPDF({ pageSize = 'Letter', ...given }: PrintToPDFOptions): Promise<Buffer> {
    const inches = typeof pageSize === 'string' ? INCHES[pageSize.toLowerCase()] : undefined
    if (inches === undefined) throw new Error(`Invalid pageSize ${String(pageSize)}`)
    const { landscape = false, printBackground = false, preferCSSPageSize = false, generateTaggedPDF = false } = given
    const options = { landscape, printBackground, preferCSSPageSize, generateTaggedPDF, paperWidth: inches[0], paperHeight: inches[1] }
    return Buffer.from((await this.cdp<{ data: string }>('Page.printToPDF', options)).data, 'base64')
  }
  /** WebContents::OnGetDeviceNameToUse and OnPDFCreated: success, or why not. */
  print(options: object, done?: (isPrinted: boolean, reason: string) => void): void {
    seen.prints.push(options)
    const reason = coming.printFails
    setImmediate(() => done?.(reason === null, reason ?? ''))
  }

  /** What a page asks of the system, such as where it is; electron_permission_manager.cc grants everything where nobody is asked. */
  asksFor(permission: string): boolean {
    let isGranted = permissions.request === null
    permissions.request?.(this, permission, (granted) => {
      isGranted = granted
    })
    return isGranted
  }

  destroyed(): void {
    this.#isDestroyed = true
    this.emit('destroyed')
  }
}

/** Notes what a page has sent. @returns the operation that is asked for; nothing where it is another request */
function noted([sent]: unknown[]): string {
  if (sent instanceof Uint8Array) seen.sent.push({ name: 'a file', bytes: sent.length })
  if (typeof sent !== 'string' || !sent.startsWith('{')) return ''
  const { name } = JSON.parse(sent) as { name: string }
  seen.sent.push({ name, bytes: Buffer.byteLength(sent) })
  return name
}
