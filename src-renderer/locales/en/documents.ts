import type { Messages } from '../zh/index.ts'

export const documents: Messages['documents'] = {
  intro: 'How papers look is kept in the plan file and can be undone.', print: 'Print view', pdf: 'Save as PDF', making: 'Making the PDF', saved: 'Made: {file}', list: 'Tables', layout: 'Layout: {table}', preview: 'Preview',
  previewNote: 'As wide as on paper, with the same fonts; where pages end is seen on paper.',
  tables: { allocation: 'Allocation', classification: 'Classification', payers: 'By payer', overrides: 'Classes by hand', comparison: 'Comparison', history: 'History', statement: 'Statement of a community' },
  department: 'Department', departmentNote: 'Stands for {gap} in titles and in the note', departmentSave: 'Save the name', report: 'Explanatory note (Word)', reportExport: 'Export to Word', reportTitle: 'Title', reportBody: 'Template of the text', reportNote: 'One paragraph a line; a heading begins with #. There are: {gaps}; tables: {tables}.',
  paper: 'Paper', orientation: 'Orientation', landscape: 'Landscape', portrait: 'Portrait', margins: 'Margins', official: 'Official (GB/T 9704)', narrow: 'Narrow', unit: 'Unit', decimals: 'Decimals', asNeeded: 'As needed (not rounded)',
  attachment: 'Attachment', heading: 'Title', note: 'Note', signatures: 'Signatures (one a line)', columns: 'Columns', column: 'Show "{column}"', width: 'Width of "{column}"', up: 'Move "{column}" forward', down: 'Move "{column}" back',
  save: 'Save the layout', reset: 'As delivered', done: 'Layout saved: {table}', back: 'As delivered again: {table}', unsaved: 'There are changes that are not saved', community: 'Community', changed: 'changed', lastColumn: 'At least one column stays', gapsNote: 'The title may hold {gaps}',
  names: {
    number: 'No.', district: 'District', subdistrict: 'Subdistrict', name: 'Community', code: 'Code', class: 'Class', lastClass: 'Class last year', previous: 'Last year', amount: 'This year', change: 'Change', paid: 'Paid by', rule: 'Decided by', remark: 'Remarks',
    count: 'Communities', place: 'District, subdistrict', ruleClass: 'By the rules', reason: 'Reason', document: 'Document', who: 'Who and when', classBefore: 'Class before', before: 'Amount before', after: 'Amount now', step: 'Step', subject: 'Subject', year: 'Year', field: 'Field', running: 'Running sum',
  },
}
