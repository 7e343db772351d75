import type { Messages } from '../zh/index.ts'

export const dictionary: Messages['dictionary'] = {
  title: 'Indicators', search: 'Search name, key, synonym', showRetired: 'Show retired', add: 'Add indicator', addTitle: 'Add indicator',
  changeTitle: 'Change indicator: {indicator}', save: 'Save',
  note: 'What is changed here is used at once by the template, the table, import and export. Every step can be undone.',
  counted: '{count} indicators', retiredCount: '{count} more are retired', indicator: 'Indicator', key: 'Key', kind: 'Kind', range: 'Range',
  synonyms: 'Synonyms', formula: 'Formula', retired: 'retired', groupUp: 'Move group up: {group}', groupDown: 'Move group down: {group}',
  change: 'Change', retire: 'Retire', restore: 'Restore', up: 'Move up', down: 'Move down', named: '{action}: {indicator}',
  added: 'Added: {indicator}', changed: 'Changed: {indicator}', retiredDone: 'Retired: {indicator}. Its values are kept and can be brought back.',
  restored: 'Brought back: {indicator}', moved: 'Moved: {indicator}',
  doubtful: 'Saved. These values no longer fit the definition; please check them', from: 'at least {min}', to: 'at most {max}',
  fromTo: '{min} to {max}', notAbove: 'not above {indicator}',
  kinds: { number: 'Number', share: 'Share', category: 'Category', flag: 'Yes or no' },
  form: {
    label: 'Name (Chinese)', labelEnglish: 'Name (English, may be empty)', key: 'Key',
    keyNote: 'Letters and digits, beginning with a small letter; used in formulas and policies, and never changed later.', kind: 'Kind',
    group: 'Group', newGroup: 'New group …', newGroupName: 'Name of the new group', unit: 'Unit (Chinese, may be empty)',
    unitEnglish: 'Unit (English, may be empty)', min: 'Least (may be empty)', max: 'Most (may be empty)', minPercent: 'Least % (may be empty)',
    maxPercent: 'Most % (may be empty)', step: 'Counted in steps of', required: 'Required',
    synonyms: 'Synonyms (other headings in delivered sheets, with commas between)', options: 'Options (one a line; English after a slash)',
    formula: 'Formula (if given, it is calculated and never filled in)', insert: 'Insert indicator …', insertLabel: 'Insert an indicator into the formula',
    whenDivisorIsZero: 'If the divisor is zero (empty: unknown)', note: 'What is counted (Chinese, may be empty; a comment in the template)',
    noteEnglish: 'What is counted (English, may be empty)', notNumber: 'A number belongs here',
    notAbove: 'Not above (these indicators; a value above them is refused)', addNotAbove: 'Add one …', takeNotAbove: 'Take out: {indicator}',
  },
}
