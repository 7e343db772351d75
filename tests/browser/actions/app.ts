import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test, type Page, type Request } from '@playwright/test'
import type { Reply } from '../../../src-main/contract/reply.ts'
import { windowOf, type Sent } from '../window.ts'

// What a test does with the app in whichever host it is: a window asks where to save and has a bridge, a browser downloads and fetches.

/** A file is written under another name first. */
const isWhole = (name: string): boolean => !name.endsWith('.partial')

/** Has a file handed over. @param act presses the button @returns the file's path, under the name that was suggested */
export async function savedFile(page: Page, act: () => Promise<unknown>): Promise<string> {
  const folder = test.info().outputPath(randomUUID())
  mkdirSync(folder, { recursive: true })
  const window = windowOf(page)
  if (window === null) {
    const [handed] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), act()])
    const path = join(folder, handed.suggestedFilename())
    await handed.saveAs(path)
    return path
  }
  await window.saveInto(folder)
  await act()
  await expect.poll(() => readdirSync(folder).filter(isWhole), { timeout: 60_000 }).toHaveLength(1)
  return join(folder, readdirSync(folder).find(isWhole)!)
}

/** The same. @returns the file's name and its bytes */
export async function saved(page: Page, act: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> {
  const path = await savedFile(page, act)
  return { name: basename(path), bytes: readFileSync(path) }
}

/** Asks the app for an operation, as its page does. @throws Error with the problems of a refusal */
export async function ask<T>(page: Page, name: string, input: object): Promise<T> {
  const text = await page.evaluate(async (request) => {
    if (window.bridge) return window.bridge.call(request)
    const response = await fetch('/api', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: request })
    return response.text()
  }, JSON.stringify({ name, input }))
  const reply = JSON.parse(text) as Reply<T>
  if (!reply.ok) throw new Error(JSON.stringify(reply.problems))
  return reply.value
}

/** Holds back what an operation answers, as a slow machine does. @returns lets it go, and ends when it has arrived */
export async function holdBack(page: Page, operation: string): Promise<() => Promise<void>> {
  const window = windowOf(page)
  if (window !== null) return window.holdBack(operation)
  const nameIn = (request: { postDataJSON(): unknown }): string => (request.postDataJSON() as { name: string }).name
  const held = Promise.withResolvers<void>()
  await page.route('**/api', async (route) => {
    if (nameIn(route.request()) !== operation) return route.continue()
    const response = await route.fetch()
    await held.promise
    await route.fulfill({ response })
  })
  return async () => {
    const answered = page.waitForResponse((response) => response.url().endsWith('/api') && nameIn(response.request()) === operation)
    held.resolve()
    await (await answered).finished()
  }
}

/** Writes the page as it is printed into a file. */
export async function printPage(page: Page, file: string): Promise<void> {
  const window = windowOf(page)
  if (window === null) await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true })
  else await window.printPage(file)
}

/** What the page sends is noted from now on. @returns operations by name, and files, each with the bytes of its body */
export async function listen(page: Page): Promise<() => Promise<Sent[]>> {
  const window = windowOf(page)
  if (window !== null) return window.listen()
  const requests: Request[] = []
  page.on('request', (request) => requests.push(request))
  const nameOf = (request: Request): string => {
    const { pathname } = new URL(request.url())
    return pathname === '/api' ? (request.postDataJSON() as Sent).name : pathname === '/files' ? 'a file' : pathname
  }
  return () =>
    Promise.all(
      requests.map(async (request) => ({ name: nameOf(request), bytes: Number((await request.allHeaders())['content-length'] ?? 0) })),
    )
}
