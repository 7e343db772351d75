import type { SameTexts } from '../../locales/texts.ts'
import type { zh } from './zh.ts'

export const en: SameTexts<typeof zh> = {
  pages: { targets: 'Targets' },
  operations: { targets: { enter: 'What is present of targets', import: 'What is present of targets, imported' } },
  texts: {
    targets: {
      tabs: { sums: 'Sums', lines: 'By community', items: 'Targets' },
      target: 'Target',
      all: 'All targets',
      place: 'Class, district, subdistrict',
      ofClass: 'Class {name}',
      communities: 'Communities',
      short: 'Short',
      open: 'Sample too small',
      needUnknown: 'Need unknown',
      presentUnknown: 'Present unknown',
      least: 'Least',
      most: 'Most',
      needed: 'Needed',
      present: 'Present',
      shortage: 'Short of (where short)',
      standing: 'Standing',
      due: 'Due',
      detail: 'Details',
      hoursAsked: 'Hours asked',
      hoursThere: 'Hours there',
      share: 'Visits that can be made',
      onlyGaps: 'Gaps and unknowns only',
      lines: '{count} lines',
      template: 'Sheet to fill in',
      import: 'Import…',
      export: 'Export to Excel',
      count: '{count} gaps',
      importing: 'Reading {file}',
      imported: '{entered} entered, {unchanged} unchanged',
      sumsNote:
        'A community whose need is unknown is no zero: it is counted apart and in no sum. What is short adds up the communities that are short; what others have above their need makes up for nothing.',
      linesNote: 'What comes from an indicator is entered on the page of communities; what is counted by hand, in "Present". Counts only.',
    },
  },
}
