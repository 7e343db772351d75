import type { Page } from '@playwright/test'
import { expect, prepare, test as base } from '../browser/host.ts'
import { temporaryFolder } from '../support/project.ts'
import { BROWSER_MISSING, installedBrowser } from '../support/tools.ts'
import { Double } from './open-double.ts'

export { expect }

/** A guard against hanging, not a promise of speed. */
const OPEN_WITHIN_MS = 60_000

interface Opened {
  page: Page
  double: Double
}
interface Fixtures {
  home: string
  /** Starts the app on the test's data folder, with the sample city in it. */
  start: (env?: Record<string, string>, given?: string[]) => Promise<Double>
  /** The same, until its first page is there. */
  opened: (env?: Record<string, string>) => Promise<Opened>
}

/** Tests of the window itself: they begin and end the app by themselves. What they leave is ended. */
export const test = base.extend<Fixtures>({
  home: async ({}, use) => {
    const { folder, remove } = temporaryFolder('home')
    await use(folder)
    remove()
  },
  start: async ({ dataFolder, sampleFolder, home, begins, operator }, use) => {
    test.skip(installedBrowser() === null, BROWSER_MISSING())
    const started: Double[] = []
    await use(async (env = {}, given = []) => {
      if (started.length === 0) await prepare({ dataFolder, sampleFolder, begins, operator })
      const double = new Double(dataFolder, home, { env, given })
      started.push(double)
      return double
    })
    for (const double of started) await double.stop()
  },
  opened: async ({ start }, use) => {
    await use(async (env) => {
      const double = await start(env)
      const page = await double.page()
      await expect(page.getByRole('heading').first()).toBeVisible({ timeout: OPEN_WITHIN_MS })
      return { page, double }
    })
  },
})
