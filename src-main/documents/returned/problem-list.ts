import type { Workbook } from 'exceljs'
import type { CellNote } from './index.ts'

const NAME = '问题清单'
const TITLE = '问题清单（由核对程序生成）'
const ADVICE = '有问题的单元格已标色并加批注，单击“单元格”一栏可以转到该处。请在原表中改正后发回；本页和批注可以保留，再次导入时会略过。'
const HEADINGS = ['序号', '类型', '工作表', '单元格', '社区', '问题']
const WIDTHS = [6, 8, 18, 10, 26, 100]
const HEADING_ROW = 3
const FONT = { name: '宋体', size: 10 }

/** Puts the list of all problems before the other sheets, in place of one from an earlier time. Errors come first. */
export function addProblemList(workbook: Workbook, notes: readonly (CellNote & { sheetName: string })[]): void {
  const former = workbook.worksheets.find((sheet) => sheet.getCell('A1').value === TITLE)
  if (former !== undefined) workbook.removeWorksheet(former.id)
  const taken = new Set(workbook.worksheets.map(({ name }) => name))
  const sheet = workbook.addWorksheet(taken.has(NAME) ? `${NAME}2` : NAME, { views: [{ state: 'frozen', xSplit: 0, ySplit: HEADING_ROW }] })
  // The order of sheets is the order of these numbers; those of a loaded workbook begin at 0.
  ;(sheet as unknown as { orderNo: number }).orderNo = -1
  WIDTHS.forEach((width, place) => {
    sheet.getColumn(place + 1).width = width
  })
  sheet.addRow([TITLE]).font = { ...FONT, size: 14, bold: true }
  sheet.addRow([ADVICE]).font = FONT
  sheet.addRow(HEADINGS).font = { ...FONT, bold: true }
  const sorted = notes.toSorted((one, other) => Number(one.level === 'warning') - Number(other.level === 'warning'))
  for (const [place, { level, sheetName, row, column, community, text }] of sorted.entries()) {
    const address = row === null ? '' : `${column ?? ''}${row}`
    const line = sheet.addRow([place + 1, level === 'error' ? '错误' : '提醒', sheetName, address, community, text])
    line.font = FONT
    line.alignment = { vertical: 'top', wrapText: true }
    if (row !== null && sheetName !== '')
      line.getCell(4).value = { text: address, hyperlink: `#'${sheetName.replaceAll("'", "''")}'!${column ?? 'A'}${row}` }
  }
  sheet.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
  // Two sheets that are both selected would be edited together.
  for (const other of workbook.worksheets)
    other.views = ((other.views as typeof other.views | null) ?? []).map((view) => ({ ...view, tabSelected: other === sheet }))
  workbook.views = [{ x: 0, y: 0, width: 20000, height: 12000, firstSheet: 0, activeTab: 0, visibility: 'visible' }]
}
