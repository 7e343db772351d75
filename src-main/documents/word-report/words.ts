import type { Language } from '../../contract/text.ts'

const zh = {
  class: '类别', count: '个数', amount: '本年金额', previous: '上年金额', change: '增减', district: '区县', payer: '出资方', total: '合计', unit: (unit: string) => `单位：${unit}`,
  yuan: '元', wan: '万元', noPayers: '办法未规定由谁承担', department: '本部门',
  classItem: (name: string, count: string, money: string) => `${name} ${count} 个，${money}`, districtItem: (name: string, money: string) => `${name} ${money}`,
  separator: '；', noUnit: '（没有社区）', rounded: '注：表中金额按最末位取整，各栏按最大余数法调整，使所列各项之和等于合计。', sample: '示例数据：指标为合成的示例数据，不是任何真实社区的情况。',
  sources: '数字来源', figure: '数字', value: '数值', from: '出处', exact: '精确到分',
  made: (engine: string, policy: string, input: string) => `计算引擎 ${engine}；办法指纹 ${policy}；数据指纹 ${input}。`,
  of: {
    communities: '分配结果：社区数', undecided: '分配结果：尚未定类的社区数', overrides: '分配结果：决定类别的为“人工定类”的社区数', total: '分配结果：本年金额合计（已定的社区）', previous: '分配结果：上年金额合计（全部社区）',
    change: '各社区本年金额减上年金额，两者均已知的之和', gains: '增减为正的社区，增减之和', losses: '增减为负的社区，减少之和', gainers: '增减为正的社区数', losers: '增减为负的社区数',
    class: (name: string) => `${name}：社区数、本年金额合计`, district: (name: string) => `${name}各社区本年金额之和`, payer: (name: string) => `各社区由${name}承担的部分之和`,
  },
}
const en: typeof zh = {
  class: 'Class', count: 'Count', amount: 'This year', previous: 'Last year', change: 'Change', district: 'District', payer: 'Payer', total: 'Total', unit: (unit) => `Unit: ${unit}`,
  yuan: 'yuan', wan: 'ten thousand yuan', noPayers: 'the policy does not say who pays', department: 'the department',
  classItem: (name, count, money) => `${name}: ${count} communities, ${money}`, districtItem: (name, money) => `${name} ${money}`,
  separator: '; ', noUnit: '(no communities)', rounded: 'Note: amounts are rounded to the last digit; each column is adjusted by largest remainder, so that what is listed adds up to the total.', sample: 'Sample data: the indicators are synthetic and describe no real community.',
  sources: 'Where the figures come from', figure: 'Figure', value: 'Value', from: 'Source', exact: 'Exact to the fen',
  made: (engine, policy, input) => `Engine ${engine}; fingerprint of the policy ${policy}; of the data ${input}.`,
  of: {
    communities: 'Result: number of communities', undecided: 'Result: communities without a class', overrides: 'Result: communities whose class was set by hand', total: 'Result: sum of this year\'s amounts (where decided)', previous: 'Result: sum of last year\'s amounts (all communities)',
    change: 'Sum of this year less last year, where both are known', gains: 'Sum of the changes above zero', losses: 'Sum of what those with a change below zero lose', gainers: 'Communities with a change above zero', losers: 'Communities with a change below zero',
    class: (name) => `${name}: communities and sum of this year's amounts`, district: (name) => `Sum of this year's amounts in ${name}`, payer: (name) => `Sum of the parts paid by ${name}`,
  },
}

export type ReportWords = typeof zh
export const wordsIn = (language: Language): ReportWords => (language === 'en' ? en : zh)
