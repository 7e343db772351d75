import type { Worksheet } from 'exceljs'
import type { CatalogueItem } from '../../model/catalogue.ts'
import { hoursOf } from '../../model/hours.ts'
import { textIn, type Language } from '../../model/text.ts'
import type { DutyMonths, PlannedDuties } from '../../model/teams.ts'
import { bureausInWords, dutyInWords, teamInWords } from '../../words/teams.ts'
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
    duties: '服务队职责',
    duty: '职责',
    team: '服务队',
    bureaus: '单位',
    planned: '全年计划',
    done: '完成',
    all: '合计',
    doubled: (count: number) => `${count} 个季度数与该季度的月数并存，按月数计`,
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
    duties: 'Duties of service teams',
    duty: 'Duty',
    team: 'Team',
    bureaus: 'Bureaus',
    planned: 'Planned in the year',
    done: 'Done',
    all: 'Total',
    doubled: (count: number) => `${count} counts by quarter stand beside counts of its months: the months are counted`,
  },
} as const
const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1)
const WIDTHS = [28, 8, 16, 10, ...MONTHS.map(() => 8), 9, 14]

const PAGE = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:2' } as const

/** Planned and done counts of duties, by duty and below by team; both have the same sum. */
function addDuties(sheet: Worksheet, { duties, teams, all, doubled }: PlannedDuties, title: string, language: Language): void {
  const say = SAY[language]
  const bold = (cells: readonly (string | number | null)[]): void => {
    sheet.addRow([...cells]).font = { bold: true }
  }
  const numbers = ({ months, planned, done }: DutyMonths): (number | null)[] => [...months, planned, done]
  const sum = (): void => bold([say.all, null, null, ...numbers(all)])
  const rest = [say.communities, ...MONTHS.map(say.month), say.planned, say.done]
  sheet.addRow([title]).font = { bold: true, size: 14 }
  bold([say.duty, say.team, ...rest])
  for (const each of duties)
    sheet.addRow([dutyInWords(each.duty, language), each.teams.join(language === 'zh' ? '、' : ', '), each.communities, ...numbers(each)])
  sum()
  sheet.addRow([])
  bold([say.team, say.bureaus, ...rest])
  for (const each of teams)
    sheet.addRow([teamInWords(each.team, language), bureausInWords(each.bureaus, language) || null, each.communities, ...numbers(each)])
  sum()
  if (doubled > 0) sheet.addRow([say.doubled(doubled)])
  for (const [at, width] of [16, 28, 10, ...MONTHS.map(() => 8), 12, 9].entries()) sheet.getColumn(at + 1).width = width
}

/**
 * The work plan as a sheet that prints on one page across.
 * @param title stands above the table
 * @returns the bytes of an .xlsx file
 */
export async function planSheet(
  { lines, duties }: { lines: readonly PlanLine[]; duties: PlannedDuties },
  title: string,
  language: Language,
): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  const say = SAY[language]
  const sheet = workbook.addWorksheet(say.sheet, { views: [{ state: 'frozen', xSplit: 1, ySplit: 2 }], pageSetup: PAGE })
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
  if (duties.duties.length > 0) addDuties(workbook.addWorksheet(say.duties, { pageSetup: PAGE }), duties, title, language)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
