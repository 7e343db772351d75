import { join } from 'node:path'
import type { PlaywrightTestConfig } from '@playwright/test'
import type { HostOptions } from '../browser/host.ts'
import { ROOT } from './project.ts'
import { installedBrowser } from './tools.ts'

/** Within `npm test`, where each promise is kept once. */
export const isBrief = process.env['QUANHENG_BRIEF'] === '1'

/**
 * Settings of the tests in a real window, the same for every host. The installed browser is used; none is downloaded.
 * @param kind of host in which the tests run
 */
export function windowTests(kind: HostOptions['hostKind']): PlaywrightTestConfig<HostOptions> {
  const browser = installedBrowser()
  return {
    testDir: join(ROOT, 'tests'),
    testMatch: kind === 'double' ? /(browser|window)\/.*\.spec\.ts$/ : /browser\/.*\.spec\.ts$/,
    outputDir: join(ROOT, 'test-results', kind),
    // Each test has a host and a folder of its own.
    fullyParallel: true,
    workers: 2,
    // Guards against hanging, not promises of speed.
    timeout: 120_000,
    expect: { timeout: 15_000 },
    forbidOnly: Boolean(process.env.CI),
    // Where every test is skipped for want of the runtime, a list of them would only bury what the other suites said.
    reporter: [[kind === 'electron' ? 'dot' : 'list'], [join(import.meta.dirname, 'playwright-counts.ts')]],
    use: {
      hostKind: kind,
      locale: 'zh-CN',
      // Nobody waits for what only moves.
      contextOptions: { reducedMotion: 'reduce' },
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1366, height: 768 },
      acceptDownloads: true,
      screenshot: 'only-on-failure',
      launchOptions: {
        ...(browser === null ? {} : { executablePath: browser }),
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      },
    },
  }
}
