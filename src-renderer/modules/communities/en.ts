import type { SameTexts } from '../../locales/texts.ts'
import type { zh } from './zh.ts'

export const en: SameTexts<typeof zh> = {
  pages: { communities: 'Communities' },

  operations: {
    communities: {
      add: 'Add community',
      arrange: 'Arrange districts and subdistricts',
      remove: 'Remove communities',
      dropRefused: 'Give up entries not written',
    },
    indicators: { update: 'Edit indicators' },
  },

  texts: {
    communities: {
      title: 'Communities',
      search: 'Search',
      add: 'Add community',
      remove: 'Remove',
      removeAsk: 'Remove {count} communities from this year?',
      removeNote: 'Undo brings them back.',
      removed: 'Removed: {count} communities',
      added: 'Added: {name}',
      hint: 'Type to edit; F2 opens the cell; Delete clears; paste a block from Excel or WPS; Ctrl+D and Ctrl+R fill down and right; right-click for more; Ctrl+F finds; Alt+↓ filters the column; Ctrl+Z undoes',
      saved: 'Cells saved: {count}',
      refusedTitle: 'Cells not saved: {count}',
      refusedNote: 'These entries do not fit and are not among the values; they stay in the plan until they are corrected or given up.',
      discard: 'Give all up',
      drop: 'Give up',
      dropNamed: 'Give up: {cell}',
      correctNote: 'Here mistakes are put right; an official change of name or place is a change of the map.',
      placeGroup: 'Community',
      ledgerGroup: 'Last year',
      previousAmount: 'Amount last year',
      previousClass: 'Class last year',
      name: 'Name',
      derived: 'Calculated from other indicators, not editable',
      pasteOutside: 'The pasted block is larger than the table: {count} cells were not written',
      pasteReadOnly: '{count} cells in columns that are not editable were skipped',
      empty: 'No communities in this year yet',
      emptyNote: 'Importing a spreadsheet is the quickest way.',
      codeLabel: 'Code (12 digits, may be empty)',
      codeWrong: 'A code has 12 digits',
      addTitle: 'Add community',
      subdistrictLabel: 'Subdistrict',
      gridLabel: 'Table of community indicators',
      onlyMissing: 'Only incomplete',
      required: 'required',
      saving: 'Saving …',
      rows: '{shown} of {total} communities',
    },
  },
}
