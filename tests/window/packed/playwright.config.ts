import { defineConfig } from '@playwright/test'
import { windowTests } from '../../support/playwright.ts'

/** What an office does, once, in the program as it was packed: reads sheets, computes, solves, writes Excel, Word and paper. */
const MAIN_JOB = [
  'opens on the sample city, which comes out exactly',
  'can be corrected where a column',
  'leaves the app as a workbook',
  'the note is exported as a Word file',
  'names the demands that contradict',
  'is A4 or A3, always across',
]

/** Run by `npm run package -- --check` over the packed program (QUANHENG_PROGRAM) and over one of a version to come (QUANHENG_NEXT_PROGRAM). */
export default defineConfig({
  ...windowTests('double'),
  testMatch: /browser\/.*\.spec\.ts$|window\/packed\/.*\.packed\.ts$/,
  grep: [/\.packed\.ts/, ...MAIN_JOB.map((title) => new RegExp(title))],
})
