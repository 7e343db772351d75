import { EventEmitter } from 'node:events'
import type { Chromium } from './chromium.ts'

// What all parts of the double share: what the app has registered, what a person does, and what a test looks at.

export type Handler = (event: object, ...given: unknown[]) => unknown
/** Scheme, and whether its pages are a secure context: what the app has said before it was ready. */
export const schemes = new Map<string, { secure: boolean }>()
export const protocolHandlers = new Map<string, (request: Request) => Response | Promise<Response>>()
export const ipcHandlers = new Map<string, Handler>()
export const permissions = { request: null as ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void) | null }

/** What the person at the window, or the machine, will do next. */
export const coming = {
  /** Folder into which save dialogs save under the suggested name; null: the dialog is closed. */
  saveInto: null as string | null,
  /** Whole path that the save dialog answers, once. */
  saveAs: [] as string[],
  /** Number of the button that is pressed in a message box; none: it stays open. */
  buttons: [] as number[],
  /** Why printing fails, in the words that Chromium uses; null: it goes well. */
  printFails: null as string | null,
  /** What the system says when it can't open a file. */
  openFails: '',
  /** Operations whose answers are held back, each until its promise is kept. */
  held: new Map<string, Promise<void>>(),
  /** Says the operation whose answer, held back before, has reached its page. */
  told: new EventEmitter(),
}
/** What a test looks at. */
export const seen = {
  network: [] as string[],
  /** What the pages have sent: operations by name, and files. */
  sent: [] as { name: string; bytes: number }[],
  dialogs: [] as { kind: string; title?: string; message?: string; detail?: string; defaultPath?: string }[],
  prints: [] as object[],
  opened: [] as string[],
  switches: [] as [string, string | undefined][],
  errorBoxes: [] as string[],
  timesShown: 0,
  timesFocused: 0,
  spellChecker: true,
}

/** The browser under the windows, once the app is ready. */
export const under = { chromium: null as Chromium | null, firstPage: null as string | null }

/** @returns whether a listener has prevented what the event announces */
export function emitsPrevented(emitter: { emit(name: string, ...given: unknown[]): boolean }, name: string, ...given: unknown[]): boolean {
  const event = {
    defaultPrevented: false,
    preventDefault(): void {
      event.defaultPrevented = true
    },
  }
  emitter.emit(name, event, ...given)
  return event.defaultPrevented
}

const INVALID = '.invalid'
/** Chromium knows no app://, so pages of the app's own scheme live under names that can't exist elsewhere (RFC 2606). */
export function inside(address: string): string {
  const [, scheme = '', rest = ''] = /^([a-z]+):\/\/(.*)$/.exec(address) ?? []
  const known = schemes.get(scheme)
  if (known === undefined) return address
  const { host, pathname, search, hash } = new URL(`http://${rest}`)
  return `${known.secure ? 'https' : 'http'}://${host}.${scheme}${INVALID}${pathname}${search}${hash}`
}
export function outside(address: string): string {
  if (!URL.canParse(address)) return address
  const { hostname, pathname, search, hash } = new URL(address)
  if (!hostname.endsWith(INVALID)) return address
  const names = hostname.slice(0, -INVALID.length).split('.')
  return `${names.at(-1)}://${names.slice(0, -1).join('.')}${pathname}${search}${hash}`
}
