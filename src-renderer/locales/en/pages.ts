import type { Messages } from '../zh/index.ts'

export const overview: Messages['overview'] = {
  title: 'Overview', communities: 'Communities', undecided: 'Undecided', total: 'Service fund {year}',
  lastYear: 'Service fund last year', net: 'Net change', netWithout: '{unit}, without {count} lacking an amount', cityPart: 'City part', districtPart: 'District part', byClass: 'By class',
  shift: 'Change', shiftByLastClass: 'This year less last year of the communities in this class whose amounts of both years are known',
  flow: 'Flow between classes', flowNote: 'Left: class last year; right: class this year; width: number of communities',
  from: 'Last year', to: 'This year', fundChange: 'Change of fund', district: 'Change by district',
  districtNote: 'This year less last year where both are known, in 10,000 yuan', showTable: 'Show table', showChart: 'Show chart',
  quality: 'State of the data', qualityMissing: 'Required values missing',
  qualityMissingNote: '{cells} cells in {communities} communities', qualityComplete: 'All required values are there',
  qualityUndecided: 'Undecided for lack of data', qualityOverrides: 'Classes set by hand',
  qualityPreviousMissing: 'Last year\'s amount missing', next: 'Next steps', nextImport: 'Import the subdistricts\' spreadsheets',
  nextCommunities: 'Check the indicators', nextUndecided: 'See the undecided communities',
  nextAllocation: 'See and print the allocation', empty: 'No communities in this year yet',
  emptyNote: 'Import a spreadsheet of indicators, or add communities one by one under "Communities".',
  policyNote: 'Policy: {policy}', resultProblems: 'The policy in use gives no result',
}

export const communities: Messages['communities'] = {
  title: 'Communities', search: 'Search', add: 'Add community', remove: 'Remove',
  removeAsk: 'Remove {count} communities from this year?', removeNote: 'Undo brings them back.',
  removed: 'Removed: {count} communities', added: 'Added: {name}',
  hint: 'Type to edit; F2 opens the cell; Delete clears; paste a block from Excel or WPS; Ctrl+D fills down; Ctrl+F finds; Alt+↓ filters the column; Ctrl+Z undoes',
  saved: 'Cells saved: {count}', refusedTitle: 'Cells not saved: {count}',
  refusedNote: 'What stands in these cells does not fit and was not written to the plan. It is saved once corrected.',
  discard: 'Discard these entries', placeGroup: 'Community', ledgerGroup: 'Last year', previousAmount: 'Amount last year',
  previousClass: 'Class last year', name: 'Name', derived: 'Calculated from other indicators, not editable',
  pasteOutside: 'The pasted block is larger than the table: {count} cells were not written',
  pasteReadOnly: '{count} cells in columns that are not editable were skipped', empty: 'No communities in this year yet',
  emptyNote: 'Importing a spreadsheet is the quickest way.', codeLabel: 'Code (12 digits, may be empty)',
  codeWrong: 'A code has 12 digits', addTitle: 'Add community', subdistrictLabel: 'Subdistrict',
  gridLabel: 'Table of community indicators', onlyMissing: 'Only incomplete', required: 'required', saving: 'Saving …',
  rows: '{shown} of {total} communities',
}

export const imports: Messages['imports'] = {
  title: 'Import', choose: 'Choose file',
  formats: '.xlsx, .xls, .csv (UTF-8 or GBK). A preview comes first; nothing is changed before you say so.',
  template: 'Download template', templateNote: 'For the subdistricts to fill in: headings and units are already there.',
  applying: 'Importing', cancel: 'Stop', cancelled: 'Stopped; nothing was changed',
  headerRows: 'Header rows', headerFrom: 'from', headerTo: 'to', headerEnd: '',
  skipped: 'Rows left out',
  mapping: 'What the columns mean', column: 'Column', heading: 'Heading', field: 'Taken as', how: 'Because', notTaken: 'not taken',
  factor: 'Factor', factorTimes: '× {factor}', howLabel: 'same name', howSynonym: 'known synonym', howPinyin: 'same in pinyin', howRemembered: 'as last time', howPosition: 'by position', howChosen: 'chosen by you',
  howNone: 'not recognised', addedList: 'Communities to be added', changedList: 'What will change', before: 'Before',
  after: 'After', row: 'Row', problems: 'Problems', problemsNone: 'No problems found',
  apply: 'Import',
  fields: {
    code: 'Community code', name: 'Community name', district: 'District', subdistrict: 'Subdistrict',
    previousAmount: 'Amount last year', previousClass: 'Class last year',
  },
  mappingNote: 'Correct here what was recognised wrongly; the preview follows.',
}

export const classification: Messages['classification'] = {
  title: 'Classification', search: 'Search', rule: 'Deciding rule', lastClass: 'Class last year', changed: 'Class changed',
  overridden: 'by hand', overriddenOnly: 'Set by hand', undecidedOnly: 'Undecided',
  decidedBy: {
    rule: 'Decided by a rule', fallback: 'No rule fits: the fallback class', override: 'Set by hand',
    'every-completion': 'Indicators are missing, but whatever they are the class is the same',
    undecided: 'Indicators are missing: no class can be given',
  },
  fallback: 'fallback', everyCompletion: 'same in every case', why: 'Why this class', whyUndecided: 'Why there is no class yet',
  needs: 'Indicators still needed', possible: 'Possible classes', rulesTried: 'The rules one by one', ruleHolds: 'holds',
  ruleFails: 'fails', ruleUnknown: 'can\'t be told', theValue: 'is {value}', distances: 'How far other classes are',
  distanceNumber: '{indicator} from {from} to {to} ({by}): {class}', distanceChoice: '{indicator} from {from} to {to}: {class}',
  distancesNone: 'No change of a single indicator would change the class.', policySays: 'The policy says {class}',
  override: 'Class set by hand', overrideSet: 'Set class by hand …', overrideClear: 'Take back', overrideSave: 'Set class',
  overrideClass: 'Class', overrideReason: 'Reason (required)', overrideDocument: 'Document (may be empty)',
  overrideNote: 'A class set by hand goes before the rules, and is marked in tables and on paper.',
  overrideDone: '{name} is now {class}', overrideCleared: 'Back to the policy\'s class: {name}',
  choose: 'Choose a community on the left to see why', panel: 'Details of the community', print: 'Print classification',
  open: 'See why for {name}',
}

export const allocation: Messages['allocation'] = {
  wide: 'Components, payers and guarantees', components: 'Components', useCategory: 'Use category', budgetCode: 'Budget code', mainComponent: 'Main component', payers: 'Payers', reserve: 'Reserve', reserveNote: 'given later to those who meet the standard; not in the amounts above', guarantees: 'Financed guarantees', guaranteeCost: 'The guarantee costs {cost}, paid by capping gains', highestGain: 'highest gain {gain}', gives: 'Gives', receives: 'Receives',
  title: 'Allocation', search: 'Search', level: 'Show down to', levelDistrict: 'Districts', levelSubdistrict: 'Subdistricts',
  levelCommunity: 'Communities', sort: 'Order within groups', sortCode: 'Code', sortName: 'Name', sortAmount: 'Amount',
  sortChange: 'Change', export: 'Export Excel', print: 'Print allocation', exported: 'Exported: {file}', grandTotal: 'Total',
  filteredTotal: 'Total of the shown', subtotalOf: '{count} communities', leftOut: '{count} more are undecided',
  trace: 'How the amount comes about', step: 'Step', running: 'So far', splitRatio: 'city {city} : district {district}',
  unknownAmount: 'Indicators are missing: no amount yet', changed: 'Only changed amounts', exporting: 'Writing the workbook',
  open: 'See how the amount of {name} comes about', tableLabel: 'Allocation table',
  filteredNote: 'Subtotals and total count the shown communities only',
}

export const history: Messages['history'] = {
  title: 'History', empty: 'No changes yet',
  emptyNote: 'Edits, imports, classes set by hand and changes of policy are kept here and can be undone step by step.',
  when: 'Time', who: 'Operator', what: 'Operation', detail: 'Content', changes: 'Cells', undone: 'undone', more: 'Earlier steps',
  noName: 'no name',
}

export const plans: Messages['plans'] = {
  title: 'Plan files', folder: 'Folder: {folder}', create: 'New plan', createNote: 'Plan files are kept in the data folder.',
  name: 'Name', year: 'Year', policy: 'Policy', withSample: 'With the sample city (180 communities, synthetic data)',
  createButton: 'Create and open', open: 'Open', opened: 'Opened: {name}', created: 'Created: {name}', current: 'open',
  modified: 'Modified', size: 'Size', empty: 'There are no plan files in the data folder yet',
  emptyNote: 'Create one on the right. The sample city is a good start.', adopted: 'Adopted plans',
  adopt: 'Adopt the present result',
  adoptNote: 'An adopted plan is kept as it is; later changes of indicators or policy do not touch it.', adoptTitle: 'Title',
  adoptedDone: 'Adopted: {title}', adoptedEmpty: 'Nothing has been adopted yet.', adoptedAt: 'Adopted', amount: 'Amount',
  print: 'Print', defaultAdoptTitle: 'Service fund {year}: allocation plan', defaultName: 'Plan {year}',
  standardPolicy: 'Default policy',
}
