import type { Titles } from '../support/titles.ts'

/**
 * Which tests of tests/browser run in the double within `npm test`, and not over HTTP there: those that touch what differs between a
 * browser and the window. That is what crosses the bridge (layouts, choices of many, files), what is saved through a dialog, what is
 * printed in a window of its own, what is typed through an input method, copied and pasted, remembered after a reload. `npm run full` runs
 * all of them in both. By file: parts of titles.
 */
export const CHOSEN: Titles = {
  'host.spec.ts': ['opens the app on a page of its own', 'allows no script from anywhere else', 'shows a fault of'],
  'by-hand.spec.ts': ['a class set by hand has a reason', 'many are locked at the class they have'],
  'every-page.spec.ts': ['the language is switched at once and remembered'],
  'the-class.spec.ts': ['every known community comes out', 'a class is set by hand with a reason'],
  'the-money.spec.ts': [
    'adds up from community',
    'is shown in 元 or in 万元',
    'leaves the app as a workbook',
    'follows another policy at once',
  ],
  'the-map.spec.ts': ['two communities are merged and one is split'],
  'the-rollup.spec.ts': ['districts hand over their packages', 'the statistics are configured'],
  'the-desk.spec.ts': ['are read together, sent back', 'show a file that is no spreadsheet', "take the year's exported indicators back"],
  'the-handing-over.spec.ts': ['are sent once', 'are kept by the program no longer', 'of one byte more are refused'],
  'the-table.spec.ts': [
    'is typed into like a spreadsheet',
    'takes a block from a spreadsheet',
    'takes the text of an input method',
    'adds a community and removes it again',
  ],
  'the-grid.spec.ts': ['copies a range so that a spreadsheet', 'keeps a named view'],
  'the-report.spec.ts': ['has the charts that the department chose', 'tells an unknown placeholder'],
  'the-paper-settings.spec.ts': ['columns, unit, title and signatures', 'an unknown gap is refused', 'the note is exported as a Word file'],
  'the-paper.spec.ts': ['is A4 or A3, always across'],
  'the-analysis.spec.ts': ['a chart is saved as a picture', 'names the demands that contradict'],
  'the-comparison.spec.ts': ['goes to Excel and to paper'],
  'the-policy.spec.ts': ['go out as the file that comes in'],
  'the-policy-versions.spec.ts': ['are made of communities with one click'],
  'the-log.spec.ts': ['is verified, and finds the step'],
  'the-years.spec.ts': ['a year is started from the last one'],
  'what-if.spec.ts': ['is saved as a scenario', 'while another base is read', 'what is supposed and not saved'],
  'the-whole-job.spec.ts': ['keeps a result as adopted', 'can be corrected where a column', 'stops an import half way'],
}
