import type { Language } from '../../contract/text.ts'

const zh = {
  notKnown: (count: number) => `${count}个社区有一方的金额未知：金额各栏只含已知的，不计入增减`,
  sheets: { overview: '总览', matrix: '类别变动', districts: '区县', communities: '社区' },
  titles: {
    overview: '两个办法的比较', matrix: '由一个办法到另一个办法的类别变动', districts: '各区县、街道的增减', communities: '各社区的增减',
  },
  plan: '方案', notThere: '（无此社区）', policies: '相比较的办法', item: '项目', base: '基准', other: '对照', policy: '办法', version: '编号和版本', hash: '校验值', inputHash: '数据校验值',
  totals: '总额', money: '金额', undecided: '未定社区', difference: '增减',
  gainsAndLosses: '增加与减少', gains: '增加的社区', losses: '减少的社区', same: '不变的社区', net: '净增减',
  byClass: '按类别（增减计入对照办法的类别）', countBase: '基准社区数', countOther: '对照社区数', changeOfCount: '社区数增减',
  counts: '社区数（行：基准；列：对照）', changes: '金额增减（行：基准；列：对照）', fromTo: '基准 \\ 对照',
  classBase: '基准类别', classOther: '对照类别', amountBase: '基准金额', amountOther: '对照金额', bySubdistrict: '按街道', byDistrict: '按区县',
}
export type ComparisonWords = typeof zh

const en: ComparisonWords = {
  notKnown: (count) => `Communities with an amount not known on one side: ${count}. Amounts are the known ones; changes leave them out`,
  sheets: { overview: 'Overview', matrix: 'Class to class', districts: 'Districts', communities: 'Communities' },
  titles: { overview: 'Two policies compared', matrix: 'From class to class', districts: 'Change by district and subdistrict', communities: 'Change of each community' },
  plan: 'Plan', notThere: '(not there)', policies: 'The policies', item: 'Item', base: 'Base', other: 'Compared', policy: 'Policy', version: 'Id and version', hash: 'Policy hash', inputHash: 'Input hash',
  totals: 'Totals', money: 'Amount', undecided: 'Undecided', difference: 'Change',
  gainsAndLosses: 'Gains and losses', gains: 'Gaining', losses: 'Losing', same: 'Unchanged', net: 'Net',
  byClass: 'By class (a change counts under the class in the compared policy)', countBase: 'Communities, base', countOther: 'Communities, compared', changeOfCount: 'Change of number',
  counts: 'Communities (rows: base; columns: compared)', changes: 'Change of money (rows: base; columns: compared)', fromTo: 'Base \\ compared',
  classBase: 'Class, base', classOther: 'Class, compared', amountBase: 'Amount, base', amountOther: 'Amount, compared', bySubdistrict: 'By subdistrict', byDistrict: 'By district',
}

export const comparisonWords: Record<Language, ComparisonWords> = { zh, en }
