import type { Messages } from '../zh/index.ts'

export const importDesk: Messages['importDesk'] = {
  drop: 'Drop one or more spreadsheets here', more: 'Add files', startOver: 'Start over', export: "Export this year's indicators",
  exportNote: 'In the form of the template, filled in; importing it again changes nothing.', readAgain: 'Read again',
  reading: 'Reading {count} files', files: 'Files', file: 'File', sheetsRead: 'Sheets read', rows: 'Data rows', problems: 'Problems',
  layout: 'Layout', layoutUsed: 'as remembered', remove: 'Take out', removeNamed: 'Take out: {file}', returnSheet: 'Returned sheet',
  returnNamed: 'Download the returned sheet: {file}',
  returnNote: 'The sheet as delivered, with a comment on every cell that has a problem, to be sent back.',
  returned: 'Returned sheet saved: {file}', exported: 'Exported: {file}', see: 'See {file}', unreadable: 'no sheet could be read',
  noProblems: 'no problems', errorsAndWarnings: '{errors} errors, {warnings} warnings',
  counts: {
    rows: 'Data rows', added: 'Communities added', changed: 'Cells changed', unchanged: 'Communities unchanged', skipped: 'Rows left out',
    conflicts: 'Conflicts to decide',
  },
  conflicts: 'The files contradict each other',
  conflictsNote: 'Several sheets give the same cell differently: decide each, or a whole file. Import waits for it.', present: 'Now',
  sources: 'As delivered', allFrom: 'Always "{file}"', where: '{file} · {sheet} · row {row}, column {column}', decided: '{decided} of {total} decided',
  decideFirst: '{count} conflicts are not decided yet', moreConflicts: 'More conflicts', choice: '{field} of {community}', from: 'From', moreRows: 'More',
  applyNamed: '{files} files: {added} communities added, {changed} cells changed',
  applied: 'Imported {files} files: {added} communities added, {changed} cells changed, {delivered} communities delivered', layoutsKept: ', {count} layouts remembered',
  errorsFirst: 'Spreadsheets with errors are not imported: send the returned sheets back to be mended, or take those files out.',
  nothing: 'There is nothing to import',
  onlyDelivered: 'The spreadsheets agree with the plan; importing records that these communities were delivered', readSheets: 'Which sheets are read', noSheetLeft: 'At least one sheet is read',
  layouts: 'Remembered layouts', layoutsNote: 'Columns that were assigned by hand are assigned again when the same headings come.', saved: 'Remembered',
  headings: 'Assigned by hand', forget: 'Forget', forgetNamed: 'Forget: {file}', forgotten: 'Forgotten: {file}', chosenAs: '{heading} → {field}',
}
