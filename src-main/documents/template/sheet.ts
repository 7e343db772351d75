import type { Column, Font, PaperSize, Workbook, Worksheet } from 'exceljs'
import type { TemplateColumn } from './columns.ts'

/** `rules` are printed on a second sheet; `spareRows` are prepared for filling in beyond those that are known. */
export interface SheetOptions {
  title: string
  synthetic: boolean
  sheetName: string
  rules: readonly string[]
  spareRows: number
}

const GROUP_ROW = 3
const HEADER_ROW = 4
const PLACE_COLUMNS = 4
const FONT: Partial<Font> = { name: '宋体', size: 10 }
const THIN = { style: 'thin', color: { argb: 'FF999999' } } as const
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN }
/** exceljs has no name for A3; the file format's number is 8 (ECMA-376, 18.3.1.63). */
const A3 = 8 as PaperSize
/** More columns than this can't be read on one page. */
const COLUMNS_PER_PAGE = 22

/**
 * Writes a sheet to be filled in: title, group and column headings with unit and comment, lists and limits for what is typed, frozen
 * headings, A3 landscape with repeated headings, and a second sheet that says how to fill it in.
 * @param rows that stand in the sheet already, and what a column writes of them
 * @returns the bytes of an .xlsx file
 */
export async function sheetWorkbook<Row>(
  columns: readonly TemplateColumn<Row>[],
  rows: readonly Row[],
  options: SheetOptions,
): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  writeTable(workbook.addWorksheet(options.sheetName), columns, rows, options)
  writeInstructions(workbook, columns, options)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function writeTable<Row>(sheet: Worksheet, columns: readonly TemplateColumn<Row>[], rows: readonly Row[], options: SheetOptions): void {
  const last = HEADER_ROW + rows.length + options.spareRows
  sheet.views = [{ state: 'frozen', xSplit: PLACE_COLUMNS, ySplit: HEADER_ROW }]
  columns.forEach((column, index) => prepareColumn(sheet.getColumn(index + 1), column, last))
  titleRow(sheet, 1, options.title, { ...FONT, size: 16, bold: true }, 'center', columns.length)
  const second = options.synthetic
    ? '合成数据，仅供演示，不对应任何真实社区。'
    : '填报单位：　　　　　　　　填报人：　　　　　　　　填报日期：　　　　年　　月　　日　　　　各列单位见表头'
  titleRow(sheet, 2, second, FONT, 'left', columns.length)
  writeHeader(sheet, columns)
  rows.forEach((each, index) => {
    const row = sheet.getRow(HEADER_ROW + 1 + index)
    columns.forEach(({ written }, column) => {
      row.getCell(column + 1).value = written(each)
    })
  })
  sheet.pageSetup = {
    paperSize: A3,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: Math.ceil(columns.length / COLUMNS_PER_PAGE),
    fitToHeight: 0,
    printTitlesRow: `${GROUP_ROW}:${HEADER_ROW}`,
    printTitlesColumn: 'A:C',
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  }
  sheet.headerFooter.oddFooter = '&C第 &P 页，共 &N 页'
}

function prepareColumn<Row>(target: Column, column: TemplateColumn<Row>, last: number): void {
  target.width = column.width
  const sheet = target.worksheet
  for (let row = HEADER_ROW + 1; row <= last; row++) {
    const cell = sheet.getCell(row, target.number)
    cell.font = FONT
    cell.border = BORDER
    if (column.format !== 'General') cell.numFmt = column.format
    if (column.validation !== null) cell.dataValidation = column.validation
  }
}

function titleRow(sheet: Worksheet, row: number, text: string, font: Partial<Font>, horizontal: 'left' | 'center', width: number): void {
  sheet.mergeCells(row, 1, row, width)
  const cell = sheet.getCell(row, 1)
  cell.value = text
  cell.font = font
  cell.alignment = { horizontal, vertical: 'middle' }
  sheet.getRow(row).height = row === 1 ? 30 : 20
}

function writeHeader<Row>(sheet: Worksheet, columns: readonly TemplateColumn<Row>[]): void {
  columns.forEach((column, index) => {
    const group = sheet.getCell(GROUP_ROW, index + 1)
    group.value = column.group
    const heading = sheet.getCell(HEADER_ROW, index + 1)
    heading.value = column.needed ? `*${column.heading}` : column.heading
    heading.note = { texts: [{ text: column.comment, font: { ...FONT, size: 9 } }], margins: { insetmode: 'auto' } }
    for (const cell of [group, heading]) {
      cell.font = { ...FONT, bold: true }
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
      cell.border = BORDER
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: cell === heading && column.needed ? 'FFD9E2EC' : 'FFF2F2F2' } }
    }
  })
  for (let from = 0; from < columns.length;) {
    let to = from
    while (to + 1 < columns.length && columns[to + 1]!.group === columns[from]!.group) to++
    if (to > from) sheet.mergeCells(GROUP_ROW, from + 1, GROUP_ROW, to + 1)
    from = to + 1
  }
  sheet.getRow(HEADER_ROW).height = 44
}

function writeInstructions<Row>(workbook: Workbook, columns: readonly TemplateColumn<Row>[], options: SheetOptions): void {
  const sheet = workbook.addWorksheet('填报说明')
  sheet.getColumn(1).width = 30
  sheet.getColumn(2).width = 90
  const put = (texts: string[], bold = false): void => {
    const row = sheet.addRow(texts)
    row.font = { ...FONT, bold }
    row.alignment = { vertical: 'top', wrapText: true }
  }
  put(['填报说明', options.title], true)
  options.rules.forEach((rule, index) => put([`第 ${index + 1} 条`, rule]))
  put([])
  put(['栏目', '含义'], true)
  for (const { heading, comment, needed } of columns) put([`${needed ? '*' : ''}${heading}`, comment])
  sheet.pageSetup = { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
}
