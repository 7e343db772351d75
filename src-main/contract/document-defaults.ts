import type { DocumentSettings, OwnText, ReportSettings, TableName, TableSettings } from './document-settings.ts'

/** The line that is signed, as official attachments have it. */
const SIGNATURES: OwnText[] = [
  { zh: '制表人：', en: 'Prepared by:' }, { zh: '审核人：', en: 'Checked by:' }, { zh: '负责人（盖章）：', en: 'Head (seal):' }, { zh: '日期：', en: 'Date:' },
]
const NOTHING: OwnText = { zh: '', en: '' }
/** 'name 20' is a column and its width. */
const columns = (...given: string[]): TableSettings['columns'] => given.map((each) => ({ key: each.split(' ')[0]!, width: Number(each.split(' ')[1]) }))
const attachment = (number: number): OwnText => ({ zh: `附件 ${number}`, en: `Attachment ${number}` })

const table = (number: number, title: OwnText, shown: TableSettings['columns']): TableSettings => ({
  paper: 'A4', orientation: 'landscape', margins: 'narrow', unit: 'yuan', decimals: null, attachment: attachment(number), title, note: NOTHING, signatures: SIGNATURES, columns: shown,
})

const TABLES: Record<TableName, TableSettings> = {
  allocation: table(1, { zh: '{year} 年度社区服务群众专项经费分配表', en: 'Allocation of the Community Service Fund, {year}' },
    columns('number 5', 'subdistrict 15', 'name 20', 'class 6', 'previous 11', 'amount 11', 'change 10', 'paid 22')),
  classification: table(2, { zh: '{year} 年度社区分类表', en: 'Classification of Communities, {year}' },
    columns('number 5', 'subdistrict 16', 'name 20', 'class 6', 'lastClass 8', 'rule 25', 'remark 20')),
  comparison: table(3, { zh: '“{other}”与“{base}”比较表', en: '{other} compared with {base}' },
    columns('number 5', 'subdistrict 14', 'name 18', 'classBefore 8', 'class 8', 'before 11', 'after 11', 'change 10', 'reason 15')),
  payers: table(4, { zh: '{year} 年度社区服务群众专项经费出资表', en: 'Community Service Fund by Payer, {year}' },
    columns('number 6', 'subdistrict 24', 'count 10', 'amount 20', 'paid 40')),
  overrides: table(5, { zh: '{year} 年度人工定类说明表', en: 'Classes Set by Hand, {year}' },
    columns('number 5', 'place 18', 'name 16', 'ruleClass 7', 'class 7', 'reason 20', 'document 13', 'who 14')),
  history: { ...table(6, { zh: '{plan} 变更记录', en: '{plan}: History' }, columns('step 10', 'subject 10', 'name 20', 'year 6', 'field 18', 'before 18', 'after 18')), attachment: { zh: '附件', en: 'Attachment' } },
  statement: {
    ...table(7, { zh: '{community} {year} 年度专项经费核定单', en: '{community}: Service Fund Statement, {year}' }, columns('step 44', 'amount 28', 'running 28')),
    orientation: 'portrait', margins: 'official', attachment: NOTHING,
  },
}

const REPORT: ReportSettings = {
  title: { zh: '关于 {year} 年度社区服务群众专项经费分配情况的说明', en: 'Note on the Allocation of the Community Service Fund, {year}' },
  body: {
    zh: [
      '{department}按照《{policy}》，对 {communities} 个社区进行了分类，并据此提出 {year} 年度服务群众专项经费分配意见。现将有关情况说明如下。',
      '# 一、总体情况', '{year} 年度共安排专项经费 {total}，上年为 {previous}，增减 {change}。其中增加的社区 {gainers} 个，共 {gains}；减少的社区 {losers} 个，共 {losses}。',
      '# 二、分类情况', '{classes}。', '{table:classes}',
      '# 三、各区县分配情况', '{districts}。', '{table:districts}',
      '# 四、资金承担', '{payers}。', '{table:payers}',
      '# 五、需要说明的事项', '人工定类的社区 {overrides} 个，因缺少指标尚未定类的社区 {undecided} 个（未计入合计）。各社区的类别、金额及理由见附表。',
    ].join('\n'),
    en: [
      'Under the policy "{policy}", {department} classified {communities} communities and proposes how the service fund of {year} is allocated.',
      '# 1. Overview', 'The fund of {year} comes to {total}, against {previous} the year before: a change of {change}. {gainers} communities gain {gains}, {losers} lose {losses}.',
      '# 2. Classes', '{classes}.', '{table:classes}',
      '# 3. Districts', '{districts}.', '{table:districts}',
      '# 4. Who pays', '{payers}.', '{table:payers}',
      '# 5. Remarks', '{overrides} classes were set by hand; {undecided} communities are undecided for lack of data and not in the total. Class, amount and reason of each community are in the attached tables.',
    ].join('\n'),
  },
  unit: 'wan', decimals: null,
}

/** The settings as delivered, all of which a department may change. */
export const DELIVERED_SETTINGS: Omit<DocumentSettings, 'changed'> = { department: NOTHING, tables: TABLES, report: REPORT }
