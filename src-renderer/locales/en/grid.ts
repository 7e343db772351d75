/** The tools around the indicator table. */
export const grid = {
  filter: 'Filter: {column}', condition: 'Condition', contains: 'contains', atLeast: 'at least', atMost: 'at most', between: 'between', equals: 'equals', empty: 'is empty', filled: 'is filled in',
  value: 'Number', text: 'Text', upTo: 'to', apply: 'Apply', take: 'Remove', unreadable: 'Enter a number, such as 5,000 or 35%', sortUp: 'Rising', sortDown: 'Falling', hideColumn: 'Hide column',
  chipContains: '{column} contains "{from}"', chipAtLeast: '{column} ≥ {from}', chipAtMost: '{column} ≤ {from}', chipBetween: '{column} {from} to {to}', chipEquals: '{column} = {from}',
  chipEmpty: '{column} is empty', chipFilled: '{column} is filled in', removeChip: 'Remove filter: {what}',
  views: 'Columns and views', viewsNamed: 'View: {name}', columns: 'Columns shown', allColumns: 'Show all', saved: 'Saved views', savedNone: 'None yet. Choose columns, filters and order, then save them under a name below.',
  saveAs: 'Name of the view', save: 'Save this view', savedDone: 'View saved: {name}', removeView: 'Delete view: {name}', standard: 'Back to standard', close: 'Close',
  tree: 'Subdistricts', treeLabel: 'Districts and subdistricts', all: 'All', open: 'Unfold {name}', fold: 'Fold {name}', noSubdistrict: '(no subdistrict)',
  compare: 'Compare with last year', compareNote: 'The second line of each cell is the value of {year}', compareNone: 'The plan has no earlier year',
  find: 'Find', findLabel: 'Find in the table', findCount: '{at} / {count}', findNone: 'Not found', next: 'Next match', previous: 'Previous match',
  errors: 'Errors {count}', warnings: 'Warnings {count}', errorsNote: 'Cells that may not stand; click to go through them', warningsNote: 'Cells far from last year or from communities of the same class: please check them; if they are right, leave them. Click to go through them',
  lastYearNone: '—',
}
