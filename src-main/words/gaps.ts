import type { Language, Text } from '../model/text.ts'

/** What is filled into the texts of papers: as it is kept in the plan file, and as it is read and typed. */
const NAMES: Readonly<Record<string, Required<Text>>> = {
  year: { zh: '年度', en: 'year' },
  department: { zh: '部门', en: 'department' },
  plan: { zh: '方案', en: 'plan' },
  policy: { zh: '办法', en: 'policy' },
  base: { zh: '比较基准', en: 'base' },
  other: { zh: '比较对象', en: 'compared with' },
  community: { zh: '社区', en: 'community' },
  heading: { zh: '表题', en: 'heading' },
  scope: { zh: '范围', en: 'scope' },
  communities: { zh: '社区数', en: 'communities' },
  total: { zh: '本年合计', en: 'total' },
  compared: { zh: '与上年相比', en: 'against last year' },
  classes: { zh: '各类情况', en: 'classes' },
  districts: { zh: '各区县情况', en: 'districts' },
  payers: { zh: '各出资方情况', en: 'payers' },
  components: { zh: '各分项情况', en: 'components' },
  exceptions: { zh: '需说明事项', en: 'exceptions' },
  signature: { zh: '落款', en: 'signature' },
  previous: { zh: '上年合计', en: 'last year' },
  change: { zh: '增减合计', en: 'change' },
  gainers: { zh: '增加社区数', en: 'gainers' },
  gains: { zh: '增加额', en: 'gains' },
  losers: { zh: '减少社区数', en: 'losers' },
  losses: { zh: '减少额', en: 'losses' },
  undecided: { zh: '未定社区数', en: 'undecided' },
  overrides: { zh: '人工定类数', en: 'classes by hand' },
  'table:classes': { zh: '表：按类别', en: 'table by class' },
  'table:districts': { zh: '表：按区县', en: 'table by district' },
  'table:payers': { zh: '表：按出资方', en: 'table by payer' },
  'table:components': { zh: '表：按经费分项', en: 'table by component' },
  'chart:classes': { zh: '图：各类经费', en: 'chart of classes' },
  'chart:flow': { zh: '图：类别流向', en: 'chart of the flow' },
  'chart:districts': { zh: '图：各区县增减', en: 'chart of districts' },
  'chart:ranked': { zh: '图：各社区增减', en: 'chart of communities' },
}
const kept = (language: Language): Map<string, string> => new Map(Object.entries(NAMES).map(([name, words]) => [words[language], name]))
const KEPT: Record<Language, Map<string, string>> = { zh: kept('zh'), en: kept('en') }

const GAP = /\{([^{}\n]*)\}/g

/** @returns a text of a paper with its placeholders in words; what is none stays as it was written */
export const gapsInWords = (text: string, language: Language): string =>
  text.replace(GAP, (written, name: string) => (Object.hasOwn(NAMES, name) ? `{${NAMES[name]![language]}}` : written))

/** The other way round. @param text as typed: in the words of one language, or as it is kept @returns it as the plan file keeps it */
export const gapsAsKept = (text: string, language: Language): string =>
  text.replace(GAP, (written, words: string) => {
    const name = KEPT[language].get(words.trim())
    return name === undefined ? written : `{${name}}`
  })
