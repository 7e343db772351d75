import type { SameTexts } from '../../locales/texts.ts'
import type { zh } from './zh.ts'

export const en: SameTexts<typeof zh> = {
  pages: { calendar: 'Working days' },

  operations: { calendar: { save: 'Calendar changed', reset: 'Calendar as delivered' } },

  texts: {
    calendar: {
      note: 'Admission periods are counted by these days; a year that is missing, by weekends, and marked as uncertain.',
      year: 'Year',
      delivered: 'as delivered',
      own: "the department's own",
      counts: 'holidays: {holidays}, working weekends: {working}',
      days: 'Holidays and working weekends of {year}',
      day: 'Day',
      weekday: 'Weekday',
      kind: 'Holiday or working',
      name: 'Note',
      document: 'Document it rests on',
      holiday: 'holiday',
      working: 'working',
      add: 'Add',
      remove: 'Remove {day}',
      reset: 'Back to the delivered calendar',
      export: 'Export to Excel',
      exported: 'Exported: {file}',
      import: 'Paste or import …',
      importTitle: 'Import a calendar',
      importNote:
        'One day a line, such as "2026-10-01 holiday National Day" or "2026-10-10 working". A year that is imported is replaced as a whole.',
      list: 'List',
      file: 'or choose an Excel or CSV file',
      read: 'Read',
      importYear: '{year}: holidays {holidays}, working weekends {working}',
      apply: 'Import {years}',
      saved: 'Calendar of {year} saved',
      imported: 'Calendar of {years} imported',
      resetDone: 'Calendar of {year} as before',
      weekdays: { d0: 'Sunday', d1: 'Monday', d2: 'Tuesday', d3: 'Wednesday', d4: 'Thursday', d5: 'Friday', d6: 'Saturday' },
    },
  },
}
