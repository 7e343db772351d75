import type { DocumentSettings, OwnText, ReportSettings, TableName, TableSettings } from '../model/paper.ts'
import { USUAL_CHARTS } from '../model/report.ts'

/** The line that is signed, as official attachments have it. */
const SIGNATURES: OwnText[] = [
  { zh: '制表人：', en: 'Prepared by:' },
  { zh: '审核人：', en: 'Checked by:' },
  { zh: '负责人（盖章）：', en: 'Head (seal):' },
  { zh: '日期：', en: 'Date:' },
]
const NOTHING: OwnText = { zh: '', en: '' }
/** 'name 20' is a column and its width. */
const columns = (...given: string[]): TableSettings['columns'] =>
  given.map((each) => ({ key: each.split(' ')[0]!, width: Number(each.split(' ')[1]) }))
const attachment = (number: number): OwnText => ({ zh: `附件 ${number}`, en: `Attachment ${number}` })

const table = (number: number, title: OwnText, shown: TableSettings['columns']): TableSettings => ({
  paper: 'A4',
  orientation: 'landscape',
  margins: 'narrow',
  unit: 'yuan',
  decimals: null,
  attachment: attachment(number),
  title,
  note: NOTHING,
  signatures: SIGNATURES,
  columns: shown,
})

const TABLES: Record<TableName, TableSettings> = {
  allocation: table(
    1,
    { zh: '{year} 年度社区服务群众专项经费分配表', en: 'Allocation of the Community Service Fund, {year}' },
    columns('number 5', 'subdistrict 15', 'name 18', 'class 8', 'previous 11', 'amount 11', 'change 10', 'paid 22'),
  ),
  classification: table(
    2,
    { zh: '{year} 年度社区分类表', en: 'Classification of Communities, {year}' },
    columns('number 5', 'subdistrict 16', 'name 18', 'class 8', 'lastClass 8', 'rule 25', 'remark 20'),
  ),
  comparison: table(
    3,
    { zh: '“{other}”与“{base}”比较表', en: '{other} compared with {base}' },
    columns('number 5', 'subdistrict 12', 'name 15', 'classBefore 8', 'class 8', 'before 11', 'after 11', 'change 9', 'reason 21'),
  ),
  payers: table(
    4,
    { zh: '{year} 年度社区服务群众专项经费出资表', en: 'Community Service Fund by Payer, {year}' },
    columns('number 6', 'subdistrict 24', 'count 10', 'amount 20', 'paid 40'),
  ),
  overrides: table(
    5,
    { zh: '{year} 年度人工定类说明表', en: 'Classes Set by Hand, {year}' },
    columns('number 5', 'place 15', 'name 15', 'ruleClass 8', 'class 6', 'change 9', 'reason 18', 'document 12', 'who 12'),
  ),
  history: {
    ...table(
      6,
      { zh: '{plan} 变更记录', en: '{plan}: History' },
      columns('step 6', 'subject 10', 'name 20', 'year 6', 'field 18', 'before 20', 'after 20'),
    ),
    attachment: { zh: '附件', en: 'Attachment' },
  },
  statement: {
    ...table(
      7,
      { zh: '{community} {year} 年度专项经费核定单', en: '{community}: Service Fund Statement, {year}' },
      columns('step 44', 'amount 28', 'running 28'),
    ),
    orientation: 'portrait',
    margins: 'official',
    attachment: NOTHING,
  },
  statistics: { ...table(8, { zh: '{heading}', en: '{heading}' }, []), attachment: { zh: '附件', en: 'Attachment' } },
  certificate: { ...table(9, { zh: '{year} 年度经费对账单', en: 'Certificate of the Service Fund, {year}' }, []), attachment: NOTHING },
}

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
      '# 三、各区县分配情况',
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
      '# 3. Districts',
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
