import type { Messages } from '../zh/index.ts'

export const common: Messages['common'] = {
  yes: 'yes', no: 'no', close: 'Close', cancel: 'Cancel', confirm: 'OK', retry: 'Read again', loading: 'Reading …', year: 'Year',
  unit: 'Unit', yuan: 'yuan', wan: '10,000 yuan', communities: 'communities', clearFilters: 'Clear filters', yearNamed: '{year}',
  sample: 'Sample data', sampleNote: 'The indicators are synthetic sample data and describe no real community', listComma: ', ',
  sentenceComma: ', ', semicolon: '; ', withUnit: '{label} ({unit})', labelled: '{label}: {value}', counted: '{count}',
  showing: '{shown} of {total} shown', undecided: 'undecided', noClass: 'no class', notKnown: 'not known', total: 'Total',
  change: 'Change', name: 'Name', district: 'District', subdistrict: 'Subdistrict', community: 'Community', class: 'Class',
  className: 'class {key}', lastYear: 'Last year', thisYear: 'This year', cityPart: 'City part', districtPart: 'District part',
  amount: 'Amount', count: 'Count', reason: 'Reason', document: 'Document', sortBy: 'Sort by "{column}"',
  allDistricts: 'All districts', allSubdistricts: 'All subdistricts', allClasses: 'All classes',
  noPlan: 'No plan file is open',
  noPlanNote: 'A plan file holds the community indicators, policies and results of one city over the years. Look around with the sample city first, or start with an empty plan.',
  toPlans: 'Open or create a plan', notLoaded: 'This could not be read', dismiss: 'Dismiss',
  moreProblems: '{count} more are not listed', nothingFound: 'Nothing matches',
  nothingFoundNote: 'Try another word, or clear the filters.',
}

export const shell: Messages['shell'] = {
  product: 'Quanheng', skip: 'Skip to content', navigation: 'Main navigation', noPlan: 'No plan open', policy: 'Policy',
  undo: 'Undo', redo: 'Redo', undoNamed: 'Undo: {step} (Ctrl+Z)', redoNamed: 'Redo: {step} (Ctrl+Y)',
  nothingToUndo: 'Nothing to undo', nothingToRedo: 'Nothing to redo', undone: 'Undone: {step}', redone: 'Done again: {step}',
  language: '中文', languageLabel: '切换到中文', moneyUnit: 'Unit of money', operator: 'Operator',
  operatorNote: 'The name is written into the history and stays on this computer.', operatorSet: 'Set operator', busy: 'Working …', undoing: 'Undoing: {step}', redoing: 'Redoing: {step}', stopped: 'Stopped; nothing was changed',
  yearUsed: 'Now working on {year}', newYear: 'New year …',
  newYearLabel: 'Year (four digits)',
  failureTitle: 'The program could not start properly',
  failureNote: 'Below is the reason and what can be done. Your plan files have not been changed.', failureFolder: 'Data folder',
  failurePlans: 'Other plan files can still be opened:',
  pages: {
    overview: 'Overview', communities: 'Communities', import: 'Import', classification: 'Classification', allocation: 'Allocation',
    policy: 'Policy', history: 'History', plans: 'Plan files', help: 'Help',
    years: 'Years', units: 'Map changes', ledger: 'Use of funds', completeness: 'Completeness', dictionary: 'Indicators', 'what-if': 'What if', scenarios: 'Scenarios', analysis: 'Analysis', overrides: 'Classes by hand', comparison: 'Compare', rollup: 'Roll-up', statistics: 'Statistics', documents: 'Papers',
  },
  sections: { data: 'Data', result: 'Result', whatIf: 'What if', file: 'File' },
}

export const operations: Messages['operations'] = {
  app: { rename: 'Set operator' },
  plan: { create: 'Create plan', open: 'Open plan', close: 'Close plan', useYear: 'Change year', adopt: 'Adopt' },
  communities: { add: 'Add community', remove: 'Remove communities' }, indicators: { update: 'Edit indicators' },
  import: { apply: 'Import spreadsheet', applyDesk: 'Import spreadsheets', forgetLayout: 'Forget layout' }, policy: { add: 'Add policy', use: 'Change policy', adopt: 'Adopt policy', draft: { create: 'Begin draft of a policy', save: 'Change draft of a policy', remove: 'Remove draft of a policy' } },
  overrides: { set: 'Set class by hand', clear: 'Take back class set by hand', setMany: 'Set classes by hand', clearMany: 'Take back classes set by hand' },
  scenarios: {
    create: 'New scenario', save: 'Change scenario', revert: 'Take back changes of a scenario', duplicate: 'Copy scenario', stack: 'Stack scenarios', lock: 'Lock scenario', unlock: 'Unlock scenario',
    remove: 'Remove scenario', import: 'Import scenario',
  }, years: { start: 'Start year' },
  ledger: { update: 'Edit ledger', apply: 'Import ledger' },
  units: {
    found: 'Found community', merge: 'Merge communities', split: 'Split community', rename: 'Rename community',
    move: 'Move community', dissolve: 'Dissolve community',
  },
  dictionary: {
    addIndicator: 'Add indicator', changeIndicator: 'Change indicator', retireIndicator: 'Retire indicator',
    restoreIndicator: 'Restore indicator', reorder: 'Reorder indicators',
  },
  documents: { save: 'Change papers', reset: 'Put papers back' },
  package: { open: 'Opened a package as a plan' }, rollup: { apply: 'Merged packages' }, statistics: { configure: 'Settings of the statistics' },
  history: { undo: 'Undo', redo: 'Redo' },
}
