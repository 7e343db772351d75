import { defineConfig } from '@playwright/test'
import { windowTests } from '../support/playwright.ts'
import { CHOSEN } from './chosen.ts'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** In their file: a part of the title alone could be found in another one as well. */
const chosen = Object.entries(CHOSEN).flatMap(([file, titles]) => titles.map((title) => new RegExp(`${escaped(file)}.*${escaped(title)}`)))
const OWN = [/life\.spec\.ts/, /walls\.spec\.ts/]

/**
 * The same tests as in the browser in the app's real main program and preload, with Electron's modules doubled (tests/window/double), and
 * the tests of the window itself. QUANHENG_WINDOW=chosen leaves those of tests/browser out that another host would not change.
 */
export default defineConfig({ ...windowTests('double'), ...(process.env['QUANHENG_WINDOW'] === 'chosen' && { grep: [...OWN, ...chosen] }) })
