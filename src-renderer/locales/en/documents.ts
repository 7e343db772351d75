import type { Messages } from '../zh/index.ts'

export const documents: Messages['documents'] = {
  intro: 'How papers look is kept in the plan file and can be undone.', print: 'Print view', pdf: 'Save as PDF', making: 'Making the PDF', saved: 'Made: {file}', list: 'Tables', layout: 'Layout: {table}', preview: 'Preview',
  previewNote: 'As wide as on paper, with the same fonts; where pages end is seen on paper.',
  tables: { allocation: 'Allocation', classification: 'Classification', payers: 'By payer', overrides: 'Classes by hand', comparison: 'Comparison', history: 'History', statement: 'Statement of a community', statistics: 'Statistics', certificate: 'Certificate' },
  department: 'Department', departmentNote: 'Stands for {gap} in titles and in the note', departmentSave: 'Save the name', report: 'Explanatory note (Word)', reportExport: 'Export to Word', reportTitle: 'Title', reportBody: 'Template of the text', reportNote: 'One paragraph a line; # begins a heading, ## a second one; > begins what is signed, on the right; tables and charts have a line of their own. In the title {bar} ends a line.',
  gapName: 'Placeholder', gapMeaning: 'Stands for', insertGap: 'Insert {gap} into the text', gapList: 'Placeholders', gapWrong: 'Unknown placeholders: {gaps}. Please use those in the list, or delete them.', gapNotAlone: 'These need a line of their own: {gaps}.',
  chartChoice: 'Charts (those without a place in the text stand behind it)', chartPlaced: 'in the text', chartAfter: 'behind the text', chartNothing: 'Left out, with nothing to draw: {charts}', makingReport: 'Making the note',
  chartSeparator: ', ', chartUndecided: 'undecided and not counted: {count}', chartCompared: 'communities of which both amounts are known: {count}', chartOuter: 'the {count} districts with the largest changes',
  charts: {
    classes: 'Money by class in both years', flow: 'From class to class', districts: 'Change by district', ranked: 'Change of each community',
    classesTitle: 'Service fund by class in both years (10,000 yuan)', flowTitle: 'From class to class (communities)', districtsTitle: 'Change by district (10,000 yuan)', rankedTitle: 'Change of each community, largest first (10,000 yuan)',
  },
  gaps: {
    year: 'Year', department: 'Name of the department', plan: 'Name of the plan', policy: 'Title of the policy', communities: 'Number of communities', total: 'Sum of this year', compared: 'A sentence that compares with last year', classes: 'Count and money of each class', districts: 'Money of each district', payers: 'Money of each payer', components: 'Money of each component',
    exceptions: 'Classes by hand and undecided amounts', signature: 'Name of the department as signed; without one the line is left out', previous: 'Sum of last year', change: 'Change in all', gainers: 'Communities that gain', gains: 'What they gain', losers: 'Communities that lose', losses: 'What they lose', undecided: 'Communities with an undecided amount', overrides: 'Classes set by hand',
    tables: { classes: 'Table: by class', districts: 'Table: by district', payers: 'Table: by payer', components: 'Table: by component' },
  },
  paper: 'Paper', orientation: 'Orientation', landscape: 'Landscape', portrait: 'Portrait', margins: 'Margins', official: 'Official (GB/T 9704)', narrow: 'Narrow', unit: 'Unit', decimals: 'Decimals', asNeeded: 'As needed (not rounded)',
  statisticsNote: '{gap} stands for the title set on the page of statistics, where its columns and groups are chosen too.', attachment: 'Attachment', heading: 'Title', note: 'Note', signatures: 'Signatures (one a line)', columns: 'Columns', column: 'Show "{column}"', width: 'Width of "{column}"', up: 'Move "{column}" forward', down: 'Move "{column}" back',
  save: 'Save the layout', reset: 'As delivered', done: 'Layout saved: {table}', back: 'As delivered again: {table}', unsaved: 'There are changes that are not saved', community: 'Community', changed: 'changed', lastColumn: 'At least one column stays', gapsNote: 'The title may hold {gaps}',
  names: {
    number: 'No.', district: 'District', subdistrict: 'Subdistrict', name: 'Community', code: 'Code', class: 'Class', lastClass: 'Class last year', previous: 'Last year', amount: 'This year', change: 'Change', paid: 'Paid by', rule: 'Decided by', remark: 'Remarks',
    count: 'Communities', place: 'District, subdistrict', ruleClass: 'By the rules', reason: 'Reason', document: 'Document', who: 'Who and when', classBefore: 'Class before', before: 'Amount before', after: 'Amount now', step: 'Step', subject: 'Subject', year: 'Year', field: 'Field', running: 'Running sum',
  },
}
