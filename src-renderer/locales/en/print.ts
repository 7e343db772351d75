import type { Messages } from '../zh/index.ts'

export const print: Messages['print'] = {
  attachment: 'Attachment 1', attachmentClassification: 'Attachment 2',
  allocationTitle: 'Allocation of the Community Service Fund, {year}', classificationTitle: 'Classification of Communities, {year}',
  unitLine: 'Unit: {unit}', number: 'No.', subdistrict: 'Subdistrict', community: 'Community', class: 'Class',
  lastAmount: 'Last year', amount: 'This year', change: 'Change', cityPart: 'City part', districtPart: 'District part',
  subtotal: 'Subtotal', districtTotal: 'Total {district}', total: 'Grand total', rule: 'Decided by', lastClass: 'Class last year',
  remark: 'Remarks', countOf: '{count} communities', prepared: 'Prepared by:', checked: 'Checked by:', head: 'Head:', date: 'Date:',
  pageBefore: 'Page ', pageMiddle: ' of ', pageAfter: '', policyLine: 'Policy: {policy}', sample: 'Sample data', paper: 'Paper',
  rulesNote: 'Note: the rules are tried from top to bottom; the first that holds decides.', saveAsPdf: 'Save as PDF …',
  attachmentComparison: 'Annex 3', comparisonTitle: '{other} compared with {base}', byHandNote: '✎ marks a class set by hand: {count} communities.', withCount: '{label} ({note})', printNow: 'Print', back: 'Back', undecidedRemark: 'Missing: {needs}',
  undecidedNote: '{count} more communities are undecided for lack of data and not in the total.',
  hint: 'In the print dialog, switch off the browser\'s own header and footer.', remarkUndecided: 'undecided',
}
