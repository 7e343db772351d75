import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, expect, test as base, type Browser, type Page } from '@playwright/test'
import { electronRuntime } from '../support/electron-runtime.ts'
import { ROOT, temporaryFolder } from '../support/project.ts'
import { copyPlans, sampleFolderIn } from '../support/sample-plan.ts'
import { BROWSER_MISSING, installedBrowser as browserHere } from '../support/tools.ts'
import { ManyHosts } from '../support/many-hosts.ts'
import { isBrief } from '../support/playwright.ts'
import { startWebHostProcess } from '../support/web-host.ts'
import { Double } from '../window/open-double.ts'
import { atWindow, ofDouble, ofElectron } from './window.ts'

export { expect }

export interface HostOptions {
  /** The loopback host in a browser; the app's main program and preload with Electron's modules doubled; Electron itself. */
  hostKind: 'web' | 'double' | 'electron'
  /** What the test finds: the sample city as the first start leaves it, or nothing, so that this is the very first start. */
  begins: 'with the sample' | 'with nothing'
  /** Who works at this computer; '': nobody has said so yet, as before the first change. */
  operator: string
  /** Its host is a process of its own: what it finds in the environment is for this test. */
  hasOwnHost: boolean
}

const HOST = join(ROOT, 'out', 'main', 'web.js')
const VIEWPORT = { width: 1366, height: 768 }

interface HostFixtures {
  /** A new folder for this test's plan files. */
  dataFolder: string
  /** The app, opened on that folder: in a window or in a tab of the browser. */
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
  /** Starts a loopback host: within `npm test` in a process that the tests of a worker share, else in its own, as it was built. */
  startHost: (dataFolder: string) => Promise<StartedHost>
  /** A data folder with the sample city, made when the first test of a worker needs it, by the app's own first start. */
  sampleFolder: () => Promise<string>
}

interface StartedHost {
  address: string
  end(): Promise<void>
}

async function startOwn(dataFolder: string): Promise<StartedHost> {
  const host = await startWebHostProcess(dataFolder, HOST)
  return { address: host.address, end: async () => expect(await host.end(), 'exit status of the host').toBe(0) }
}
const startAndEnd = async (dataFolder: string): Promise<void> => (await startOwn(dataFolder)).end()

/** What a test finds in its data folder. */
export async function prepare({
  dataFolder,
  sampleFolder,
  begins,
  operator,
}: Pick<HostOptions, 'begins' | 'operator'> & { dataFolder: string } & Pick<WorkerFixtures, 'sampleFolder'>): Promise<void> {
  if (operator !== '') writeFileSync(join(dataFolder, 'preferences.json'), JSON.stringify({ operator }))
  if (begins === 'with the sample') copyPlans(await sampleFolder(), dataFolder)
}

/** The app's window while a test has it. @param use is given the page */
type OpenWindow = (dataFolder: string, faults: string[], use: (page: Page) => Promise<void>) => Promise<void>

const inDouble: OpenWindow = async (dataFolder, faults, use) => {
  const { folder, remove } = temporaryFolder('double')
  const double = new Double(dataFolder, folder)
  try {
    const page = await double.page()
    await page.setViewportSize(VIEWPORT)
    collectFaults(page, faults)
    atWindow(page, ofDouble(double, page))
    await use(page)
    const { network, errorBoxes } = await double.do('state')
    expect({ network, errorBoxes }, 'what left the window, and boxes that opened').toEqual({ network: [], errorBoxes: [] })
    expect(await double.end(), 'exit status of the window').toBe(0)
    expect(double.said, 'what the main program complained of').toBe('')
  } finally {
    await double.stop()
    remove()
  }
}

const inElectron =
  (program: string): OpenWindow =>
  async (dataFolder, faults, use) => {
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0
    const electron = await _electron.launch({
      executablePath: program,
      cwd: ROOT,
      args: [...(asRoot ? ['--no-sandbox'] : []), '.'],
      env: { ...process.env, QUANHENG_DATA: dataFolder } as Record<string, string>,
    })
    const page = await electron.firstWindow()
    await page.setViewportSize(VIEWPORT)
    collectFaults(page, faults)
    atWindow(page, ofElectron(electron))
    await use(page)
    await electron.close()
  }

/** @returns the window of that kind; null for a browser. Where it can't be had the test is skipped, or fails if it must not be. */
function windowFor(kind: HostOptions['hostKind']): OpenWindow | null {
  if (kind === 'web') return null
  if (kind === 'double') {
    test.skip(browserHere() === null, BROWSER_MISSING())
    return inDouble
  }
  const runtime = electronRuntime()
  if ('program' in runtime) return inElectron(runtime.program)
  if (process.env.REQUIRE_ELECTRON === '1') throw new Error(runtime.reason)
  test.skip(true, runtime.reason)
  return null
}

export const test = base.extend<HostOptions & HostFixtures, WorkerFixtures>({
  hostKind: ['web', { option: true }],

  begins: ['with the sample', { option: true }],
  operator: ['王建国', { option: true }],
  hasOwnHost: [false, { option: true }],

  // Playwright reads the first parameter as a pattern, also where nothing is needed.
  sampleFolder: [
    async ({}, use) => {
      const { folder, remove } = temporaryFolder('worker')
      await use(() => sampleFolderIn(folder, startAndEnd))
      remove()
    },
    { scope: 'worker' },
  ],

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

  startHost: [
    async ({}, use) => {
      const shared: ManyHosts[] = []
      await use((dataFolder) => (isBrief ? (shared[0] ??= new ManyHosts()).start(dataFolder) : startOwn(dataFolder)))
      shared[0]?.close()
    },
    { scope: 'worker' },
  ],

  context: async ({ hostKind, installedBrowser, contextOptions }, use) => {
    if (hostKind !== 'web') return use(undefined as never)
    test.skip(browserHere() === null, BROWSER_MISSING())
    const context = await (await installedBrowser()).newContext(contextOptions)
    await use(context)
    await context.close()
  },

  page: async ({ hostKind, begins, operator, context, dataFolder, sampleFolder, startHost, hasOwnHost, pageFaults }, use) => {
    const window = windowFor(hostKind)
    await prepare({ dataFolder, sampleFolder, begins, operator })
    if (window !== null) return window(dataFolder, pageFaults, use)
    const host = await (hasOwnHost ? startOwn : startHost)(dataFolder)
    const page = await context.newPage()
    collectFaults(page, pageFaults)
    await page.goto(host.address)
    await use(page)
    await page.close()
    await host.end()
  },
})
