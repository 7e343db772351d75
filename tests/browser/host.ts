import { join } from 'node:path'
import { _electron, expect, test as base, type Browser, type Page } from '@playwright/test'
import { findBrowser } from '../../src-main/hosts/web/browser-window.ts'
import { electronRuntime } from '../support/electron-runtime.ts'
import { ROOT, temporaryFolder } from '../support/project.ts'
import { startWebHostProcess } from '../support/web-host.ts'

export { expect }

export interface HostOptions {
  hostKind: 'web' | 'electron'
}

interface HostFixtures {
  /** A new folder for this test's plan files. */
  dataFolder: string
  /** The app, opened on that folder: in Electron's window or in a tab of the browser. */
  page: Page
  /** Faults that the page reported: errors and warnings of scripts and of the security policy. Looked at after each test. */
  pageFaults: string[]
}

/** A refused operation has an HTTP status of its own, which the browser logs; the refusal itself is for the test to judge. */
const isRefusedOperation = (text: string, address: string): boolean =>
  text.startsWith('Failed to load resource') && address.endsWith('/api')

function collectFaults(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    const isFault = message.type() === 'error' || message.type() === 'warning'
    if (isFault && !isRefusedOperation(message.text(), message.location().url)) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
}

interface WorkerFixtures {
  /** Opened when the first test needs it, and shared by the tests of a worker; each has a context of its own. */
  installedBrowser: () => Promise<Browser>
}

export const test = base.extend<HostOptions & HostFixtures, WorkerFixtures>({
  hostKind: ['web', { option: true }],

  // Playwright reads the first parameter as a pattern, also where nothing is needed.
  dataFolder: async ({}, use) => {
    const { folder, remove } = temporaryFolder('window')
    await use(folder)
    remove()
  },

  pageFaults: async ({}, use) => {
    const faults: string[] = []
    await use(faults)
    expect(faults, 'faults that the page reported').toEqual([])
  },

  installedBrowser: [
    async ({ browserName, playwright, launchOptions }, use) => {
      const opened: Promise<Browser>[] = []
      await use(() => (opened[0] ??= playwright[browserName].launch(launchOptions)))
      for (const browser of opened) await (await browser).close()
    },
    { scope: 'worker' },
  ],

  context: async ({ hostKind, installedBrowser, contextOptions }, use) => {
    if (hostKind === 'electron') return use(undefined as never)
    test.skip(findBrowser() === null, 'no Chromium, Chrome or Edge is installed (Debian: chromium)')
    const context = await (await installedBrowser()).newContext(contextOptions)
    await use(context)
    await context.close()
  },

  page: async ({ hostKind, context, dataFolder, pageFaults }, use) => {
    if (hostKind === 'electron') return openInElectron(dataFolder, pageFaults, use)
    const host = await startWebHostProcess(dataFolder, join(ROOT, 'out', 'main', 'web.js'))
    const page = await context.newPage()
    collectFaults(page, pageFaults)
    await page.goto(host.address)
    await use(page)
    await page.close()
    expect(await host.end(), 'exit status of the host').toBe(0)
  },
})

async function openInElectron(dataFolder: string, pageFaults: string[], use: (page: Page) => Promise<void>): Promise<void> {
  const runtime = electronRuntime()
  if ('reason' in runtime) {
    if (process.env.REQUIRE_ELECTRON === '1') throw new Error(runtime.reason)
    return test.skip(true, runtime.reason)
  }
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const electron = await _electron.launch({
    executablePath: runtime.program,
    cwd: ROOT,
    args: [...(asRoot ? ['--no-sandbox'] : []), '.'],
    env: { ...process.env, QUANHENG_DATA: dataFolder } as Record<string, string>,
  })
  const page = await electron.firstWindow()
  collectFaults(page, pageFaults)
  await use(page)
  await electron.close()
}
