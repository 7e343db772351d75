import type { ReportTableName } from '../../contract/report.ts'
import type { Language } from '../../contract/text.ts'

const some = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`

/** One is level with last year, and more or less than it. */
const LEVEL = '持平'

const zh = {
  class: '类别', count: '个数', undecided: '金额未定（个）', amount: '本年金额', previous: '上年金额', change: '增减', district: '区县', payer: '出资方', component: '经费分项', total: '合计', unit: (unit: string) => `单位：${unit}`,
  yuan: '元', wan: '万元', unitSpace: '', noPayers: '办法未规定由谁承担', noComponents: '经费不分项', mainComponent: '基本部分', department: '本部门', undecidedClass: '未定类别的社区',
  amountUndecided: '金额未定', notKnown: '未知', totalUndecided: '（金额均未定）', noPrevious: '（没有上年金额）',
  notCounted: (count: number) => `（${count}个社区金额未定，未计入）`, withoutPrevious: (count: number) => `（${count}个社区没有上年金额，未计入）`,
  classItem: (name: string, count: number, money: string) => `${name}${count}个${money === '' ? '' : `，${money}`}`, item: (name: string, money: string) => `${name}${money}`,
  separator: '；', noUnit: '（没有社区）', sample: '示例数据：指标为合成的示例数据，不是任何真实社区的情况。',
  more: (money: string) => `增加${money}`, less: (money: string) => `减少${money}`, same: LEVEL,
  nothingToCompare: '没有上年金额可比', noneComparable: (previous: string) => `上年为 ${previous}，没有两年金额都已知的社区可比`,
  compared: (of: { previous: string; among: number | null; change: string; gains: string; losses: string }) =>
    `上年为 ${of.previous}，${of.among === null ? '' : `两年金额都已知的${of.among}个社区`}${of.change === LEVEL ? '与' : '比'}上年${of.change}；其中${of.gains}，${of.losses}`,
  gain: (count: string, money: string) => `增加的社区${count}个，共${money}`, lose: (count: string, money: string) => `减少的社区${count}个，共${money}`, noGain: '没有增加的社区', noLose: '没有减少的社区',
  byHand: (count: number) => (count === 0 ? '没有人工定类的社区' : `人工定类的社区${count}个`), open: (count: number) => (count === 0 ? '没有金额未定的社区' : `因缺少指标金额未定的社区${count}个，未计入合计`),
  notes: {
    rounded: '注：表中金额按最末位取整，各栏按最大余数法调整，使所列各项之和等于合计。',
    undecided: (count: number) => `注：${count}个社区因缺少指标金额未定，其本年金额未计入本表。`,
    compared: (compared: number, count: number) => `注：增减只计两年金额都已知的社区，${count}个中有${compared}个。`,
    reserve: (money: string) => `注：另有预留资金${money}未分配，未计入本表。`,
  },
  table: (number: number, title: string) => `表${number}　${title}`, figure: (number: number, title: string) => `图${number}　${title}`,
  tables: { classes: '各类社区专项经费', districts: '各区县专项经费', payers: '资金承担情况', components: '经费分项情况' } as Record<ReportTableName, string>,
  attachment: '附件', attachmentNamed: '附件：数字来源', sources: '数字来源', inText: '文中数字', exact: '精确值', from: '出处',
  yuanExact: (text: string) => `${text}元`, counted: (count: number) => `${count}个`,
  made: (engine: string, policy: string, input: string) => `计算引擎 ${engine}；办法指纹 ${policy}；数据指纹 ${input}。按同一办法和数据重新计算，结果相同。`,
  of: {
    communities: '分配结果：社区数', undecided: '分配结果：金额未定的社区数', overrides: '分配结果：决定类别的为“人工定类”的社区数', total: '分配结果：本年金额之和（金额已定的社区）', previous: '分配结果：上年金额之和（有上年金额的社区）',
    change: '各社区本年金额减上年金额，两者均已知的之和', gains: '增减为正的社区，增减之和', losses: '增减为负的社区，减少之和', gainers: '增减为正的社区数', losers: '增减为负的社区数',
    class: (name: string) => `${name}：社区数、本年金额之和`, district: (name: string) => `${name}各社区本年金额之和`, payer: (name: string) => `各社区由${name}承担的部分之和`, component: (name: string) => `各社区“${name}”之和`,
    undecidedClass: '分配结果：没有类别的社区数',
    tables: { classes: '分配结果按本年类别汇总，上年金额是同一批社区的', districts: '分配结果按区县汇总', payers: '分配结果按出资方汇总', components: '分配结果按经费分项汇总' } as Record<ReportTableName, string>, chart: '由程序按同一分配结果绘制',
  },
}
const en: typeof zh = {
  class: 'Class', count: 'Count', undecided: 'Amount undecided', amount: 'This year', previous: 'Last year', change: 'Change', district: 'District', payer: 'Payer', component: 'Component', total: 'Total', unit: (unit) => `Unit: ${unit}`,
  yuan: 'yuan', wan: '10,000 yuan', unitSpace: ' ', noPayers: 'the policy does not say who pays', noComponents: 'the fund has no components', mainComponent: 'Main part', department: 'the department', undecidedClass: 'Class undecided',
  amountUndecided: 'amount undecided', notKnown: 'not known', totalUndecided: '(all amounts undecided)', noPrevious: '(no amounts of last year)',
  notCounted: (count) => ` (${some(count, 'community', 'communities')} undecided and not counted)`, withoutPrevious: (count) => ` (${some(count, 'community', 'communities')} without an amount of last year, not counted)`,
  classItem: (name, count, money) => `${name}: ${some(count, 'community', 'communities')}${money === '' ? '' : `, ${money}`}`, item: (name, money) => `${name} ${money}`,
  separator: '; ', noUnit: '(no communities)', sample: 'Sample data: the indicators are synthetic and describe no real community.',
  more: (money) => `an increase of ${money}`, less: (money) => `a decrease of ${money}`, same: 'no change',
  nothingToCompare: 'there are no amounts of last year to compare with', noneComparable: (previous) => `the year before it was ${previous}; of no community both amounts are known, so they can't be compared`,
  compared: (of) => `the year before it was ${of.previous}; ${of.among === null ? '' : `for the ${some(of.among, 'community', 'communities')} of which both amounts are known `}that is ${of.change}. ${of.gains}, and ${of.losses}`,
  gain: (count, money) => `${some(Number(count), 'community gains', 'communities gain')} ${money}`, lose: (count, money) => `${some(Number(count), 'community loses', 'communities lose')} ${money}`, noGain: 'No community gains', noLose: 'none loses',
  byHand: (count) => (count === 0 ? 'No class was set by hand' : `${some(count, 'class was', 'classes were')} set by hand`), open: (count) => (count === 0 ? 'no amount is undecided' : `${some(count, 'community is', 'communities are')} undecided for lack of data and not in the total`),
  notes: {
    rounded: 'Note: amounts are rounded to the last digit; each column is adjusted by largest remainder, so that what is listed adds up to the total.',
    undecided: (count) => `Note: ${some(count, 'community is', 'communities are')} undecided for lack of data; this year's amount is not in this table.`,
    compared: (compared, count) => `Note: changes are counted only where both amounts are known, for ${compared} of ${some(count, 'community', 'communities')}.`,
    reserve: (money) => `Note: a further ${money} is held in reserve and not in this table.`,
  },
  table: (number, title) => `Table ${number}. ${title}`, figure: (number, title) => `Figure ${number}. ${title}`,
  tables: { classes: 'Service fund by class', districts: 'Service fund by district', payers: 'Who pays', components: 'Components of the fund' },
  attachment: 'Attachment', attachmentNamed: 'Attachment: Where the figures come from', sources: 'Where the Figures Come From', inText: 'In the text', exact: 'Exactly', from: 'Source',
  yuanExact: (text) => `${text} yuan`, counted: (count) => String(count),
  made: (engine, policy, input) => `Engine ${engine}; fingerprint of the policy ${policy}; of the data ${input}. The same policy and data give the same result again.`,
  of: {
    communities: 'Result: number of communities', undecided: 'Result: communities whose amount is undecided', overrides: 'Result: communities whose class was set by hand', total: 'Result: sum of this year\'s amounts (where decided)', previous: 'Result: sum of last year\'s amounts (where there are any)',
    change: 'Sum of this year less last year, where both are known', gains: 'Sum of the changes above zero', losses: 'Sum of what those with a change below zero lose', gainers: 'Communities with a change above zero', losers: 'Communities with a change below zero',
    class: (name) => `${name}: communities and sum of this year's amounts`, district: (name) => `Sum of this year's amounts in ${name}`, payer: (name) => `Sum of the parts paid by ${name}`, component: (name) => `Sum of "${name}" of the communities`,
    undecidedClass: 'Result: communities without a class',
    tables: { classes: 'Result, summed by this year\'s class; last year\'s amounts are those of the same communities', districts: 'Result, summed by district', payers: 'Result, summed by payer', components: 'Result, summed by component of the fund' }, chart: 'Drawn by the program from the same result',
  },
}

export type ReportWords = typeof zh
export const wordsIn = (language: Language): ReportWords => (language === 'en' ? en : zh)
