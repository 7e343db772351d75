import { defineConfig } from '@playwright/test'
import { isBrief, windowTests } from '../support/playwright.ts'
import { patternsOf } from '../support/titles.ts'
import { CHOSEN } from './chosen.ts'

const OWN = [/life\.spec\.ts/, /walls\.spec\.ts/]

/**
 * The same tests as in the browser in the app's real main program and preload, with Electron's modules doubled (tests/window/double), and
 * the tests of the window itself. Within `npm test` those of tests/browser are left out that another host would not change.
 */
export default defineConfig({ ...windowTests('double'), ...(isBrief && { grep: [...OWN, ...patternsOf(CHOSEN)] }) })
