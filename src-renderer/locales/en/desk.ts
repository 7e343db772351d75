import type { Messages } from '../zh/index.ts'

export const years: Messages['years'] = {
  title: 'Years', start: 'Start a year', startNamed: 'Start a year from {from}',
  startNote: 'The new year takes over the communities and indicators of {from}. Amounts and classes of {from} become last year\'s, and what the ledger says is left becomes the carry-over of the new year.',
  newYear: 'New year (four digits)', keepPolicy: 'The policy of {from}', overrides: 'Classes set by hand',
  overridesNone: 'Leave them behind; the policy decides anew', overridesKeep: 'Take them over, except those whose end has come',
  started: 'Year {year} started: {communities} communities, {overrides} classes set by hand, carry-over of {carryOver} communities',
  toMind: 'To mind in the new year', open: 'Open', openNamed: 'Open {year}', current: 'open', amount: 'Amount', adopted: 'Adopted',
  notAdopted: 'not adopted', noResult: 'The policy in use gives no result', empty: 'There is no year to start from',
  emptyNote: 'Import the indicators of a year first.', synthetic: 'sample',
}

export const units: Messages['units'] = {
  title: 'Map changes', yearNote: 'Changes in {year}; each is one step and can be undone',
  kinds: { found: 'Found', merge: 'Merge', split: 'Split', rename: 'Rename', move: 'Move', dissolve: 'Dissolve' },
  asked: {
    found: 'Found a community', merge: 'Merge communities', split: 'Split a community', rename: 'Rename a community',
    move: 'Move a community to another subdistrict', dissolve: 'Dissolve a community',
  },
  record: 'Record change', date: 'Date', documentLabel: 'Document (may be empty)', noteLabel: 'Note (may be empty)',
  noteRequired: 'Note (required)', community: 'Community', communityHint: 'Type a name and choose from the list',
  communityWrong: 'Choose a community from the list', newName: 'New name', foundKey: 'One that is in the table already',
  foundNew: 'A new community', foundHow: 'What is founded', addCommunity: 'One more community', take: 'Take away', into: 'Result',
  intoKept: '{name}, which absorbs the others', intoNew: 'A new community',
  mergeNote: 'Counts and last year\'s money are added up. Categories and shares that differ become unknown and are listed for you to check.',
  splitNote: 'Counts and last year\'s money are divided by the chosen indicator, the money to the fen; the total stays.',
  splitBy: 'Divided by', splitWhole: 'now {value}', splitUnknown: 'not known now; divided by what is entered below', part: 'Part {number}',
  partName: 'Name', partCode: 'Code (may be empty)', partAmount: '{indicator}', keepFirst: 'Part 1 keeps the name and code of the old community',
  addPart: 'One more part', partsRest: 'The parts are {sum} together; {rest} are missing', partsOver: 'The parts are {sum} together; {rest} too many',
  partsFit: 'The parts are {sum} together, as it is now', numberWrong: 'Enter a number', moneyTo: 'Last year\'s money goes to',
  moneyEnded: 'Nobody: it ends here', recorded: 'Recorded: {change}', toMind: 'The change is recorded; please check the following',
  conservation: 'Check against last year', holds: 'Every community and every fen is accounted for',
  holdsNot: '{count} not accounted for; adopting is blocked', noLastYear: 'The plan has no earlier year; there is nothing to check.',
  lastCount: 'Communities {year}', nowCount: 'Communities {year}', lastMoney: 'Money {year}', foundMoney: 'Taken up as last year\'s',
  endedMoney: 'Ended', difference: 'Difference',
  basis: {
    adopted: 'Money of {year} as adopted', ledger: 'Money of {year} as allocated in the ledger',
    none: 'Nothing was adopted or entered as allocated in {year}: the money can\'t be checked',
  },
  outcomesSaid: 'The {count} communities of {year}: {outcomes}', foundedSaid: 'newly founded {count}',
  outcomes: {
    continues: 'continue', renamed: 'renamed', moved: 'moved', merged: 'merged', split: 'split', dissolved: 'dissolved', lost: 'unaccounted',
  },
  partSubdistrict: 'Subdistrict', partValues: 'What else is known of the parts', partValuesNote: 'A blank is divided by the indicator above; a blank share becomes unknown, a blank category stays as it was.',
  addValue: 'Add what is known …', takeValue: 'Take out: {indicator}', partValue: '{indicator} of part {number}', valueWrong: 'The indicator can\'t have this value', wholeValue: 'was {value}',
  gaps: 'Not accounted for', gapLost: '{names} was there last year and is gone; nothing says where to',
  gapLostMoney: '{names} ({expected} yuan last year) was there last year and is gone; nothing says where to',
  gapUnexplained: '{names} was not there last year; nothing says whence',
  gapMoney: '{names}: {expected} yuan last year, but {found} yuan stand here as last year\'s; {difference} yuan apart',
  explainLost: 'Record as dissolved …', explainNew: 'Record as founded …', toGrid: 'Check last year\'s amounts',
  accounts: 'What became of last year\'s communities', outcome: 'Outcome', nowIn: 'Now in', changes: 'Changes of this year',
  empty: 'No changes of the map in this year yet',
  emptyNote: 'Communities founded, merged, split, renamed, moved or dissolved are recorded here; indicators and last year\'s money follow.',
  when: 'Date', kind: 'Change', before: 'Before', after: 'After', previousMoney: 'Last year (yuan)', ended: 'Ended', moveTo: 'Move to',
}

export const ledger: Messages['ledger'] = {
  title: 'Use of funds', search: 'Search', allocated: 'Allocated', spent: 'Spent', carried: 'Left', rate: 'Rate',
  doubt: 'Warning', doubtNote: 'Spent and left are not together what was allocated', differs: '{amount} apart',
  gridLabel: 'Ledger of the use of funds', fromAdopted: 'as adopted', reported: 'Reported', reportedOf: '{reported} / {count}',
  byDistrict: 'By district', onlyOpen: 'Only unreported', onlyDoubts: 'Only with warnings ({count})',
  rateNote: 'Spent ÷ allocated, over the communities of which both are known', saved: 'Amounts saved: {count}',
  moneyGroup: 'Funds {year}', hint: 'Type or paste from Excel, in yuan; Ctrl+Z undoes', rows: '{shown} of {total} communities',
  importFile: 'Import ledger', exportFile: 'Export ledger', exportNote: 'The ledger of {year}; blank cells can be filled in. Imported as it is, it changes nothing.',
  exported: 'Exported: {file}', importTitle: 'Import into the ledger of {year}: {file}', importing: 'Importing …', reading: 'Reading {file}',
  amountChanges: 'Amounts that will change', amount: 'Amount', apply: 'Import', giveUp: 'Give up', another: 'Another file', importSaid: '{count} amounts will change',
  importNothing: 'The file agrees with the ledger; there is nothing to change', importErrors: 'A file with errors is not imported: correct it and choose it again',
  applied: 'Imported: {count} amounts changed', moreChanges: '{count} more amounts are not listed',
  counts: { rows: 'Rows', changed: 'Amounts', unchanged: 'Unchanged', skipped: 'Skipped rows' },
}

export const completeness: Messages['completeness'] = {
  title: 'Completeness', search: 'Search', delivered: 'Communities delivered', share: 'Filled in', owing: 'Subdistricts owing a sheet',
  undecided: 'Undecided for lack of data', cells: '{filled} of {asked} cells', subdistricts: 'Subdistricts', gaps: 'What is missing',
  matters: 'Missing and decisive', others: 'Also missing', lastChange: 'Last delivery', lastFile: 'Last file: {file}', state: 'State', owes: 'owes', complete: 'complete',
  partly: 'gaps', matterCount: 'Decisive', onlyMatters: 'Only decisive', none: 'Nothing is missing',
  noneNote: 'The indicators of every community are there.', noneHere: 'Nothing is missing here', go: 'Fill in {indicator} of {name} in the table',
  goRow: 'See {name} in the table',
  mattersNote: 'Only these can change a class or an amount; whatever the others are, the result is the same', notDelivered: 'not delivered',
  notComputed: 'Classes and amounts can\'t be computed, so it is not known which missing values matter',
  ofCommunities: '{shown} communities with gaps', nothingMissing: 'none',
}
