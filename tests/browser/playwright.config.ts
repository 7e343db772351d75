import { defineConfig } from '@playwright/test'
import { windowTests } from '../support/playwright.ts'

/** The whole job in a real browser, through the loopback host. */
export default defineConfig(windowTests('web'))
