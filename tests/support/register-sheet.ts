type Rows = readonly (readonly unknown[])[]

/** @returns an .xlsx file with one sheet of these rows, as base64 */
export const sheetBytes = (rows: Rows): Promise<string> => bookBytes({ Sheet1: rows })

/** @returns an .xlsx file with these sheets, as base64 */
export async function bookBytes(sheets: Readonly<Record<string, Rows>>): Promise<string> {
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  for (const [name, rows] of Object.entries(sheets)) workbook.addWorksheet(name).addRows(rows as unknown[][])
  return Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64')
}
