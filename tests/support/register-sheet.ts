/** @returns an .xlsx file with one sheet of these rows, as base64 */
export async function sheetBytes(rows: readonly (readonly unknown[])[]): Promise<string> {
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  workbook.addWorksheet('Sheet1').addRows(rows as unknown[][])
  return Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64')
}
