import type { CatalogueItem } from '../../model/catalogue.ts'
import { hoursOf } from '../../model/hours.ts'
import { textIn, type Language } from '../../model/text.ts'
import { KIND_WORDS } from '../../words/catalogue-fields.ts'

/** A line of the work plan: what is due of an item in each month, over all its communities. */
export interface PlanLine {
  item: CatalogueItem
  communities: number
  months: readonly number[]
  total: number
  minutes: number
}

const SAY = {
  zh: {
    sheet: '工作计划',
    item: '事项',
    kind: '种类',
    department: '部门',
    communities: '社区数',
    month: (number: number) => `${number}月`,
    total: '全年',
    hours: '年工时（小时）',
  },
  en: {
    sheet: 'Work plan',
    item: 'Item',
    kind: 'Kind',
    department: 'Department',
    communities: 'Communities',
    month: (number: number) => `Month ${number}`,
    total: 'Year',
    hours: 'Hours a year',
  },
} as const
const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1)
const WIDTHS = [28, 8, 16, 10, ...MONTHS.map(() => 8), 9, 14]

/**
 * The work plan as a sheet that prints on one page across.
 * @param title stands above the table
 * @returns the bytes of an .xlsx file
 */
export async function planSheet(lines: readonly PlanLine[], title: string, language: Language): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  const say = SAY[language]
  const sheet = workbook.addWorksheet(say.sheet, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 2 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:2' },
  })
  sheet.addRow([title]).font = { bold: true, size: 14 }
  sheet.mergeCells(1, 1, 1, WIDTHS.length)
  sheet.addRow([say.item, say.kind, say.department, say.communities, ...MONTHS.map(say.month), say.total, say.hours]).font = { bold: true }
  for (const { item, communities, months, total, minutes } of lines)
    sheet.addRow([
      textIn(item.title, language),
      textIn(KIND_WORDS[item.kind], language),
      textIn(item.department, language),
      communities,
      ...months,
      total,
      item.kind === 'task' ? hoursOf(minutes) : null,
    ])
  WIDTHS.forEach((width, column) => {
    sheet.getColumn(column + 1).width = width
  })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
