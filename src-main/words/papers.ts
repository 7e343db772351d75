import type { WorkPlanScope } from '../model/catalogue.ts'
import type { PaperForm } from '../modules/leaf.ts'
import { PAPER_FORMS } from '../modules/words.ts'
import {
  TABLE_NAMES,
  type DocumentSettings,
  type OwnText,
  type ReportSettings,
  type TableName,
  type TableSettings,
} from '../model/paper.ts'
import { USUAL_CHARTS } from '../model/report.ts'
import { isForMany, type StatementChoice } from '../model/statements.ts'
import type { Language } from '../model/text.ts'

/** The line that is signed, as official attachments have it. */
const SIGNATURES: OwnText[] = [
  { zh: '制表人：', en: 'Prepared by:' },
  { zh: '审核人：', en: 'Checked by:' },
  { zh: '负责人（盖章）：', en: 'Head (seal):' },
  { zh: '日期：', en: 'Date:' },
]
/** What the title of a paper says that was made while last year is not accounted for. */
export const UNRECONCILED: OwnText = { zh: '草案（区划未核对）', en: 'Draft (map not reconciled)' }

const NOTHING: OwnText = { zh: '', en: '' }

/** A paper as its module delivers it. */
const settingsOf = ({ order, title, attachment, portrait, margins, columns }: PaperForm): TableSettings => ({
  paper: 'A4',
  orientation: portrait ? 'portrait' : 'landscape',
  margins: margins ?? (portrait ? 'official' : 'narrow'),
  unit: 'yuan',
  decimals: null,
  attachment: attachment ?? { zh: `附件 ${order}`, en: `Attachment ${order}` },
  title,
  note: NOTHING,
  signatures: SIGNATURES,
  columns: columns.flatMap(({ key, width }) => (width === null ? [] : [{ key, width }])),
})
const TABLES = Object.fromEntries(TABLE_NAMES.map((name) => [name, settingsOf(PAPER_FORMS[name])])) as Record<TableName, TableSettings>

const REPORT: ReportSettings = {
  title: { zh: '关于{year}年度社区服务群众专项经费分配情况的说明', en: 'Note on the Allocation of the Community Service Fund, {year}' },
  body: {
    zh: [
      '{department}按照《{policy}》，对{communities}个社区进行了分类，并据此提出{year}年度服务群众专项经费分配意见。现将有关情况说明如下。',
      '# 一、总体情况',
      '{year}年度共安排专项经费 {total}，{compared}。',
      '# 二、分类情况',
      '{classes}。',
      '{table:classes}',
      '{chart:classes}',
      '{chart:flow}',
      '# 三、各地分配情况',
      '{districts}。',
      '{table:districts}',
      '{chart:districts}',
      '# 四、资金承担',
      '{payers}。',
      '{table:payers}',
      '{table:components}',
      '# 五、需要说明的事项',
      '{exceptions}。各社区的类别、金额及理由见附表。',
      '> {signature}',
      '> 年　　月　　日',
    ].join('\n'),
    en: [
      'Under the policy "{policy}", {department} classified {communities} communities and proposes how the service fund of {year} is allocated.',
      '# 1. Overview',
      'The fund of {year} comes to {total}; {compared}.',
      '# 2. Classes',
      '{classes}.',
      '{table:classes}',
      '{chart:classes}',
      '{chart:flow}',
      '# 3. Places',
      '{districts}.',
      '{table:districts}',
      '{chart:districts}',
      '# 4. Who pays',
      '{payers}.',
      '{table:payers}',
      '{table:components}',
      '# 5. Remarks',
      '{exceptions}. Class, amount and reason of each community are in the attached tables.',
      '> {signature}',
      '> Date: ______________',
    ].join('\n'),
  },
  unit: 'wan',
  decimals: null,
  charts: USUAL_CHARTS,
}

/** The settings as delivered, all of which a department may change. */
export const DELIVERED_SETTINGS: Omit<DocumentSettings, 'changed'> = { department: NOTHING, tables: TABLES, report: REPORT }

/** @returns what a work plan is of, for its title: a place, a class, a department, or all */
export function workPlanInWords({ department, ...of }: WorkPlanScope, language: Language): string {
  const communities = statementsInWords({ ...of, all: '1' }, '', language)
  return department === undefined ? communities : `${communities} ${department}`
}

/** @returns whose statements a file holds, for its name: the one community, or the place, the class, all */
export function statementsInWords(
  { community, district, subdistrict, class: chosen, all }: StatementChoice,
  one: string,
  language: Language,
): string {
  if (!isForMany({ community, district, subdistrict, class: chosen, all })) return one
  const inClass = chosen === undefined ? [] : [language === 'zh' ? `${chosen}类社区` : `Class ${chosen}`]
  const parts = [district, subdistrict].filter((each) => each !== undefined && each !== '')
  return [...parts, ...inClass].join(' ') || (language === 'zh' ? '全部社区' : 'All communities')
}
