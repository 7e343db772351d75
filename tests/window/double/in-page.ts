// What runs inside of the page: once in the page's own world, once in an isolated one, as a preload does. Each function is sent there
// by its text, so it uses nothing from outside of itself but its parameters.

/** A value on its way from one world to the other; functions and promises stay at home and are named by numbers. */
type Parcel =
  | { is: 'value'; value: unknown }
  | { is: 'function'; id: number }
  | { is: 'promise'; id: number }
  | { is: 'error'; message: string }
  | { is: 'array'; items: Parcel[] }
  | { is: 'object'; entries: [string, Parcel][] }
type Message =
  | { tell: 'call'; call: number; id: number; given: Parcel[] }
  | { tell: 'answer'; call: number; value: Parcel }
  | { tell: 'thrown'; call: number; error: Parcel }
  | { tell: 'settled'; id: number; isKept: boolean; value: Parcel }
  | { tell: 'expose'; key: string; api: Parcel }
export interface Crossing {
  expose(key: string, api: unknown): void
}

/**
 * How values cross between the two worlds of a page. Electron 45, shell/renderer/api/electron_api_context_bridge.cc,
 * PassValueToOtherContext: plain objects and arrays member by member, functions and promises as stand-ins, errors by their message,
 * the rest by the serializer of V8, which refuses proxies; what is exposed is frozen.
 * @param ours event on which this world hears @param theirs event on which the other one does
 */
export function crossing(ours: string, theirs: string): Crossing {
  const functions = new Map<number, (...given: unknown[]) => unknown>()
  const promises = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  const answers = new Map<number, Message>()
  let count = 0
  // Events are dispatched within the call, and an object that they carry is cloned for the other world: strings, bytes and all.
  const post = (message: Message): void => void window.dispatchEvent(new CustomEvent(theirs, { detail: message }))

  const holdsFunction = (value: unknown, seen: Set<unknown>): boolean => {
    if (typeof value === 'function' || value instanceof Promise) return true
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value)) return false
    seen.add(value)
    return Object.values(value).some((each) => holdsFunction(each, seen))
  }
  /** A script can't tell a proxy from what it stands for, but the serializer can. One that holds functions as well is not found. */
  const refuseProxy = (value: object): void => {
    try {
      structuredClone(value)
    } catch {
      if (!holdsFunction(value, new Set())) throw new Error('An object could not be cloned.')
    }
  }

  const out = (value: unknown, depth = 0): Parcel => {
    if (depth >= 1000)
      throw new TypeError('Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.')
    if (typeof value === 'function') {
      functions.set(++count, value as never)
      return { is: 'function', id: count }
    }
    if (typeof value !== 'object' || value === null) return { is: 'value', value }
    if (value instanceof Promise) {
      const id = ++count
      value.then(
        (found: unknown) => post({ tell: 'settled', id, isKept: true, value: out(found) }),
        (error: unknown) => post({ tell: 'settled', id, isKept: false, value: out(error) }),
      )
      return { is: 'promise', id }
    }
    if (value instanceof Error) return { is: 'error', message: value.message }
    if (!ArrayBuffer.isView(value)) refuseProxy(value)
    if (Array.isArray(value)) return { is: 'array', items: value.map((each) => out(each, depth + 1)) }
    if (Object.prototype.toString.call(value) === '[object Object]')
      return { is: 'object', entries: Object.entries(value).map(([key, each]) => [key, out(each, depth + 1)]) }
    return { is: 'value', value: structuredClone(value) }
  }

  const into = (parcel: Parcel): unknown => {
    if (parcel.is === 'function') return standIn(parcel.id)
    if (parcel.is === 'promise') return new Promise((resolve, reject) => promises.set(parcel.id, { resolve, reject }))
    if (parcel.is === 'error') return new Error(parcel.message)
    if (parcel.is === 'array') return parcel.items.map(into)
    if (parcel.is === 'object') return Object.fromEntries(parcel.entries.map(([key, each]) => [key, into(each)]))
    return parcel.value
  }
  const standIn =
    (id: number) =>
    (...given: unknown[]): unknown => {
      const call = ++count
      post({ tell: 'call', call, id, given: given.map((each) => out(each)) })
      const answer = answers.get(call)
      answers.delete(call)
      if (answer?.tell === 'thrown') throw into(answer.error)
      if (answer?.tell !== 'answer') throw new Error('the other world does not answer')
      return into(answer.value)
    }

  const freeze = <T>(value: T): T => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
    Object.values(value).forEach(freeze)
    return Object.freeze(value)
  }
  /** ExposeAPIInWorld, in the same file. */
  const bind = (key: string, api: Parcel): void => {
    if (Object.hasOwn(window, key)) throw new Error('Cannot bind an API on top of an existing property on the window object')
    Object.defineProperty(window, key, { value: freeze(into(api)), enumerable: true, configurable: false, writable: false })
  }
  const answerTo = ({ call, id, given }: Message & { tell: 'call' }): void => {
    try {
      post({ tell: 'answer', call, value: out(functions.get(id)!(...given.map(into))) })
    } catch (error) {
      post({ tell: 'thrown', call, error: out(error) })
    }
  }
  window.addEventListener(ours, (event) => {
    const message = (event as CustomEvent<Message>).detail
    if (message.tell === 'call') answerTo(message)
    else if (message.tell === 'expose') bind(message.key, message.api)
    else if (message.tell === 'settled') {
      const waiting = promises.get(message.id)
      promises.delete(message.id)
      if (message.isKept) waiting?.resolve(into(message.value))
      else waiting?.reject(into(message.value))
    } else answers.set(message.call, message)
  })
  return { expose: (key, api) => post({ tell: 'expose', key, api: out(api) }) }
}

/** What main process and preload send each other, as JSON: bytes and what is undefined have a form of their own. */
type Sent = { id?: number; channel: string; given: unknown[] }
export type Heard = { reply: number; value?: unknown; error?: string } | { channel: string; given: unknown[] }

/**
 * What a sandboxed preload can require. Electron 45: lib/sandboxed_renderer/preload.ts (which modules), lib/renderer/api/ipc-renderer.ts,
 * shell/renderer/api/electron_api_ipc_renderer.cc (what is sent is cloned at once, and refused where it can't be),
 * lib/renderer/ipc-renderer-internal-utils.ts (the words of a failed invoke).
 * @param tell sends a text to the main process @param hear is how the main process answers
 */
export function preloadModules(
  bridge: Crossing,
  tell: (text: string) => void,
  hear: (listener: (text: string) => void) => void,
): (name: string) => unknown {
  const asked = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const listeners = new Map<string, ((event: object, ...given: unknown[]) => void)[]>()
  let number = 0
  const pack = (value: unknown): unknown => {
    if (value === undefined) return { $undefined: true }
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Uint8Array) return { $bytes: (value as Uint8Array & { toBase64(): string }).toBase64() }
    if (Array.isArray(value)) return value.map(pack)
    const kind = Object.prototype.toString.call(value)
    if (kind !== '[object Object]') throw new Error(`the double does not carry ${kind}`)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, pack(each)]))
  }
  const unpack = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(unpack)
    if ('$undefined' in value) return undefined
    if ('$bytes' in value) return (Uint8Array as unknown as { fromBase64(text: unknown): Uint8Array }).fromBase64(value.$bytes)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unpack(each)]))
  }
  const send = (sent: Sent): void => tell(JSON.stringify({ ...sent, given: pack(structuredClone(sent.given)) }))
  hear((text) => {
    const heard = JSON.parse(text) as Heard
    if ('channel' in heard) {
      for (const each of [...(listeners.get(heard.channel) ?? [])]) each({ ports: [] }, ...(unpack(heard.given) as unknown[]))
      return
    }
    const { resolve, reject } = asked.get(heard.reply)!
    asked.delete(heard.reply)
    if (heard.error === undefined) resolve(unpack(heard.value))
    else reject(new Error(heard.error))
  })
  const ipcRenderer = {
    invoke: (channel: string, ...given: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++number
        send({ id, channel, given })
        asked.set(id, { resolve, reject })
      }),
    send: (channel: string, ...given: unknown[]) => send({ channel, given }),
    on(channel: string, listener: (event: object, ...given: unknown[]) => void) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    off(channel: string, listener: (event: object, ...given: unknown[]) => void) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((each) => each !== listener),
      )
      return ipcRenderer
    },
  }
  const modules: Readonly<Record<string, unknown>> = { electron: { contextBridge: { exposeInMainWorld: bridge.expose }, ipcRenderer } }
  return (name) => {
    if (!Object.hasOwn(modules, name)) throw new Error(`module not found: ${name}`)
    return modules[name]
  }
}

/** The name under which the isolated world reaches the main process; it is gone before the preload begins. */
export const BINDING = '__toMain'
export const FROM_MAIN = '__fromMain'

/** @param token that no page can guess @returns the script for the page's own world */
export const pageScript = (token: string): string => `window.top === window && (${crossing})('page-${token}', 'preload-${token}')`

/** @param preload the text of the real preload @returns the script for the isolated world */
export const preloadScript = (token: string, preload: string): string => `window.top === window && (() => {
  const bridge = (${crossing})('preload-${token}', 'page-${token}')
  const tell = globalThis.${BINDING}
  delete globalThis.${BINDING}
  const hear = (listener) => { globalThis.${FROM_MAIN} = listener }
  const require = (${preloadModules})(bridge, tell, hear)
  const process = { type: 'renderer', sandboxed: true, contextIsolated: true, platform: ${JSON.stringify(process.platform)} }
  const exports = {}, module = { exports }
  ;(function (require, process, exports, module) {
${preload}
  })(require, process, exports, module)
})()`
