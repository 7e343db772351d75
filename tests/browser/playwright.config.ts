import { defineConfig } from '@playwright/test'
import { isBrief, windowTests } from '../support/playwright.ts'
import { patternsOf } from '../support/titles.ts'
import { CHOSEN } from '../window/chosen.ts'
import { VARIATIONS } from './variations.ts'

/** The whole job in a real browser, through the loopback host; within `npm test` what does not run in the double there, once each. */
export default defineConfig({ ...windowTests('web'), ...(isBrief && { grepInvert: [...patternsOf(CHOSEN), ...patternsOf(VARIATIONS)] }) })
