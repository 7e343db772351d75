import type { Worksheet } from 'exceljs'
import type { CatalogueItem } from '../../model/catalogue.ts'
import { textIn, type Language } from '../../model/text.ts'
import type { CatalogueField, CatalogueSource } from '../../words/catalogue-field.ts'
import { catalogueFields } from '../../words/catalogue-fields.ts'

const SHEET = { zh: '治理目录', en: 'Catalogue' } as const
const THIN = { style: 'thin', color: { argb: 'FF999999' } } as const
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN }
/** Rows prepared for items that are not there yet. */
const SPARE_ROWS = 50
const SIGNS_PER_SHARE = 1.6

/**
 * The catalogue as a sheet that can be changed and read again: a row an item, a column a field, lists where there are choices. A field
 * that an item's kind does not have is grey.
 * @returns the bytes of an .xlsx file
 */
export async function catalogueWorkbook(items: readonly CatalogueItem[], source: CatalogueSource, language: Language): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  const sheet = workbook.addWorksheet(SHEET[language])
  const fields = catalogueFields(source)
  writeHeadings(sheet, fields, language)
  items.forEach((item, index) => {
    const row = sheet.getRow(index + 2)
    fields.forEach((field, column) => {
      const cell = row.getCell(column + 1)
      if (field.kinds?.includes(item.kind) ?? true) cell.value = field.write(item, source, language)
      else cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } }
    })
  })
  fields.forEach((field, column) => prepareColumn(sheet, field, column + 1, items.length + SPARE_ROWS, language))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function writeHeadings(sheet: Worksheet, fields: readonly CatalogueField[], language: Language): void {
  sheet.views = [{ state: 'frozen', xSplit: 3, ySplit: 1 }]
  fields.forEach(({ heading }, column) => {
    const cell = sheet.getCell(1, column + 1)
    cell.value = textIn(heading, language)
    cell.font = { bold: true }
    cell.border = BORDER
    cell.alignment = { wrapText: true, vertical: 'middle' }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } }
  })
}

function prepareColumn(sheet: Worksheet, { width, choices }: CatalogueField, column: number, rows: number, language: Language): void {
  sheet.getColumn(column).width = width * SIGNS_PER_SHARE
  const list =
    choices === undefined
      ? undefined
      : Object.values(choices)
          .map((each) => textIn(each, language))
          .join(',')
  for (let row = 2; row <= rows + 1; row++) {
    const cell = sheet.getCell(row, column)
    cell.alignment = { wrapText: true, vertical: 'top' }
    if (list !== undefined) cell.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${list}"`] }
  }
}
