import type { Messages } from '../zh/index.ts'

export const print: Messages['print'] = {
  unitLine: 'Unit: {unit}', number: 'No.', subdistrict: 'Subdistrict', community: 'Community', class: 'Class',
  lastAmount: 'Last year', amount: 'This year', change: 'Change', cityPart: 'City part', districtPart: 'District part',
  subtotalOf: 'Subtotal {place}', districtTotal: 'Total {district}', total: 'Grand total', rule: 'Decided by', lastClass: 'Class last year',
  remark: 'Remarks', countOf: '{count} communities',
  pageBefore: 'Page ', pageMiddle: ' of ', pageAfter: '', policyLine: 'Policy: {policy}', sample: 'Sample data', paper: 'Paper',
  rulesNote: 'Note: the rules are tried from top to bottom; the first that holds decides.', saveAsPdf: 'Save as PDF …',
  byHandNote: '✎ marks a class set by hand: {count} communities.', withCount: '{label} ({note})', printNow: 'Print', back: 'Back', undecidedRemark: 'Missing: {needs}',
  undecidedNote: 'Note: undecided for lack of data: {count}; these communities are not in subtotals and total.', undecidedAgainstNote: 'Note: undecided for lack of data: {count}; only their amounts of last year are in subtotals and total.',
  unknownChangeNote: 'Note: communities of which one amount is not known: {count}; their change is not in totals.',
  hint: 'In the print dialog, switch off the browser\'s own header and footer.', remarkUndecided: 'undecided',
  place: 'District, subdistrict', ruleClass: 'By the rules', byHandClass: 'By hand', who: 'Who and when', expired: 'expired after {year}', overridesNote: 'Note: the change is what the community gets less what it would get by the rules; those that have expired change nothing.',
  draft: 'Draft', fontMissing: 'This computer has no Chinese font: characters are shown and printed as boxes. Please install one (SimSun, FangSong or Noto Serif CJK), then open this page again.', settings: 'Layout', code: 'Code', paid: 'Paid by', paidBy: 'Paid by {payer}', communities: 'Communities', noPlace: 'not given', step: 'Step', stepAmount: 'Amount', running: 'Running sum',
  roundedNote: 'Note: amounts are rounded to the last digit; each column is adjusted by largest remainder, so that what is listed adds up to subtotals and total. Columns of one row may differ by one in the last digit.', roundedStepsNote: 'Note: amounts are rounded to the last digit; steps and payers\' parts are adjusted by largest remainder, so that they add up to this year\'s amount.', reasonsNotKept: 'Note: the data have changed since the plan was adopted; reasons and documents of classes by hand were not kept with it and are left out.', indicatorsNotKept: 'The data have changed since the plan was adopted; its indicators were not kept with it and are left out.', payersNote: 'Note: {rule}.', noPayers: 'Note: the policy does not say who pays.',
  statementClass: '1. Class and reason', statementMoney: '2. How the amount came about', statementIndicators: '3. Indicators delivered',
}
