import { defineConfig } from '@playwright/test'
import { windowTests } from '../support/playwright.ts'

/**
 * The same tests as in the browser, in Electron's own window. Without its runtime they are skipped; REQUIRE_ELECTRON=1 makes that
 * a failure.
 */
export default defineConfig(windowTests('electron'))
