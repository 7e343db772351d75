import type { Messages } from '../zh/index.ts'

export const log: Messages['log'] = {
  filters: 'Filters', communityPlaceholder: 'Community (type its name)', allFields: 'All indicators',
  allOperators: 'All operators', allOperations: 'All operations', from: 'from', to: 'to', fromLabel: 'First day', toLabel: 'Last day',
  indicators: 'Indicators', otherFields: 'Other fields', noneFound: 'No change matches', noneFoundNote: 'Try another filter, or clear them.',
  shown: 'Steps: {count}', shownMore: 'Steps: {count} and more', open: 'See the changes of step {step}', close: 'Hide the changes of step {step}',
  step: 'Step', subject: 'What', field: 'Field', before: 'Before', after: 'After', moreChanges: 'More changes',
  noChanges: 'This step changed no data', onlyMatching: 'Only changes that match the filters are listed',
  unknownCommunity: 'There is no community called "{name}"', verify: 'Verify the log', verifying: 'Verifying …',
  whole: 'The log is whole: every step ({steps}) is as it was written, and they lead to the data as they are.',
  altered: 'Step {step} was altered: from it on, the log proves nothing. Compare with a backup from before it.',
  missing: 'Step {step} is missing: from it on, the log proves nothing. Compare with a backup.',
  content: 'The log was not altered, but the data are not what it leads to: table {table}, row {row}. Somebody changed the file past this program; compare with a backup.',
  print: 'Print', everything: 'the whole log', printFilter: 'Filter: {filter}',
  printShortened: 'This step has more changes; only the first {count} are listed', printedSteps: 'Only the last {count} steps are listed',
  undone: ' (undone)', present: 'there', absent: 'not there',
  subjects: {
    community: 'Community', override: 'Class by hand', ledger: 'Use of funds', unitChange: 'Map change', indicator: 'Indicator',
    group: 'Group of indicators', policy: 'Policy', year: 'Year', settings: 'Plan', scenario: 'Scenario', adopted: 'Adopted plan', layout: 'Layout of sheets', delivery: 'Delivery', policyDraft: 'Draft of a policy', documentSetting: 'Papers', policyAdoption: 'Adoption of a policy',
  },
  fields: {
    present: 'Exists', code: 'Community code', name: 'Name', district: 'District', subdistrict: 'Subdistrict', previousAmount: 'Amount last year',
    previousClass: 'Class last year', override: 'Class set by hand', overrideReason: 'Reason of the class set by hand',
    overrideDocument: 'Document of the class set by hand', overrideExpires: 'Last year of the class set by hand', ledgerAllocated: 'Allocated', ledgerSpent: 'Spent', ledgerCarried: 'Carried over',
    unitChange: 'Map change', position: 'Position', label: 'Name', unit: 'Unit', kind: 'Kind', group: 'Group', required: 'Required', range: 'Range',
    step: 'Counted in steps of', notAbove: 'Not above', options: 'Options', synonyms: 'Synonyms', formula: 'Formula',
    whenDivisorIsZero: 'If the divisor is zero', note: 'Note', retired: 'Retired', key: 'Key', policy: 'Policy', synthetic: 'Sample data',
    currentYear: 'Current year', delivered: 'Communities delivered', count: 'Number',
  },
}
