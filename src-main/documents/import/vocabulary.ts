import { isPlaceField, type FixedField } from '../../model/field.ts'
import type { Dictionary, Indicator } from '../../model/indicator.ts'
import { changesMeaning, chineseOf, forms, headingPart, isGeneric, withoutYear } from './heading-text.ts'
import { pinyinReader } from './pinyin-words.ts'
import { unitOf, type Dimension } from '../../model/measure.ts'
import { comparable } from '../../model/text.ts'

export interface Match {
  field: string
  how: 'label' | 'synonym' | 'pinyin'
}

export interface Vocabulary {
  dictionary: Dictionary
  indicators: ReadonlyMap<string, Indicator>
  /** What a heading means, from its levels of words, the uppermost first; null when nothing we know. */
  match(levels: string[]): Match | null
}

const LAST_YEAR = '(上年度?|上一年度?|去年|原|现|现行|(19|20)\\d\\d年?度?)'
const AMOUNT = '(总额|金额|额度|额|标准|数|安排|拨付|下达|核定|分配)*'

/** Headings of the community, its place and last year's money, beside those of the indicators. Compared after `comparable`. */
const BUILT_IN: [FixedField, RegExp][] = [
  [
    'name',
    /^((村|居)?社区村?居?|社区村居委?会?|居委会|社区居委会|社区居民委员会|村居)(名称|名字|名|全称)?$|^名称$|^community(name)?$|^name$/,
  ],
  ['code', /^(社区|统计用?|行政|村居|居委会)?(区划|区域)?(代码|编码)$|^(community|area)?code$/],
  ['district', /^(所属|所在|隶属)?(市)?(?=[区县市旗]*[区县旗])([区县市旗]|行政区|辖区县)+(名称|名|别)?$|^(district|county)(name)?$/],
  ['subdistrict', /^(所属|所在|隶属)?(街道办事处|街道办|街道|街|乡|镇)+(名称|名|办事处)?$|^(subdistrict|street|town|township)(name)?$/],
  [
    'previousAmount',
    new RegExp(
      `^${LAST_YEAR}?(社区)?(服务群众(工作)?专项|服务群众|专项)(经费|资金|补助)${AMOUNT}$` +
        `|^${LAST_YEAR}(社区)?(拨付|下达|安排|分配|核定)?(经费|资金|补助|金额)${AMOUNT}$|^(previous|lastyears?)(amount|fund|allocation)$`,
    ),
  ],
  ['previousClass', new RegExp(`^${LAST_YEAR}?(社区)?(类别|分类|等级)(结果|情况)?$|^(previous|lastyears?)class$`)],
]
/** The most usual of these headings, for those who write them in pinyin. */
const BUILT_IN_WORDS: Record<FixedField, string[]> = {
  name: ['社区名称', '社区', '社区名'],
  code: ['社区代码', '社区编码'],
  district: ['区县', '所属区县', '区县名称'],
  subdistrict: ['街道', '街道镇', '街镇', '镇街', '乡镇街道', '所属街道', '街道名称'],
  previousAmount: ['上年经费', '上年专项经费'],
  previousClass: ['上年类别'],
}
const NOT_TAKEN = /^(序号|编号|no|备注|说明|填表人|填报人|联系人|联系电话|电话|手机|日期|填报日期|remarks?|notes?)$/

/** The words under which missing columns are asked for in messages. */
const ASKED_FOR = {
  name: { zh: '社区名称 / 社区', en: 'Community name' },
  code: { zh: '社区代码', en: 'Code' },
  subdistrict: { zh: '街道 / 镇', en: 'Subdistrict' },
  district: { zh: '区县', en: 'District' },
} as const
/** @returns what a message tells of columns that it misses, in both languages; of all where none is named */
export function lookedFor(...fields: (keyof typeof ASKED_FOR)[]): { lookedFor: string; lookedForEn: string } {
  const asked = fields.length === 0 ? Object.values(ASKED_FOR) : fields.map((field) => ASKED_FOR[field])
  return { lookedFor: asked.map(({ zh }) => zh).join('、'), lookedForEn: asked.map(({ en }) => en).join(', ') }
}

/** Whether a column without a field needs no mention: serial numbers and remarks. */
export const isIgnorable = (heading: string): boolean => heading === '' || NOT_TAKEN.test(comparable(heading.split(' / ').at(-1)!))

/**
 * The words of a dictionary's indicators and of the built-in columns. A label (Chinese, English) or key goes before a synonym,
 * what is written before what is left after taking away a year, 总, 数 ... Two indicators that share a word do not match by it.
 */
export function vocabularyOf(dictionary: Dictionary): Vocabulary {
  const words = new Map<string, { field: string; how: Match['how']; rank: number; shared: boolean }>()
  const add = (word: string, field: string, how: Match['how'], rank: number): void => {
    const known = words.get(word)
    if (known === undefined || rank < known.rank) words.set(word, { field, how, rank, shared: false })
    else if (rank === known.rank && known.field !== field) known.shared = true
  }
  const addForms = (text: string, field: string, how: Match['how'], rank: number): void => {
    for (const label of new Set([text, headingPart(text).text])) {
      forms(label).forEach((form, step) => add(form, field, how, step === 0 ? rank : rank + 2))
    }
  }
  for (const indicator of dictionary.indicators) {
    for (const label of [indicator.label.zh, indicator.label.en, indicator.key]) addForms(label, indicator.key, 'label', 0)
    for (const synonym of indicator.synonyms) addForms(synonym, indicator.key, 'synonym', 1)
    // As the template writes it, also where the unit is one of its own that nobody else knows.
    if (indicator.unit !== undefined) addForms(`${indicator.label.zh}（${indicator.unit.zh}）`, indicator.key, 'label', 0)
  }
  const indicators = new Map(dictionary.indicators.map((indicator) => [indicator.key, indicator]))
  const groupNames = new Set(dictionary.groups.flatMap((group) => [comparable(group.label.zh), comparable(group.label.en)]))

  const indicatorOf = (form: string, dimension?: Dimension): Match | null => {
    const word = words.get(form)
    if (word === undefined || word.shared) return null
    const indicator = indicators.get(word.field)!
    if (dimension !== undefined && unitOf(indicator)?.dimension !== dimension) return null
    return { field: word.field, how: word.how }
  }
  const matchWords = (text: string): Match | null => {
    const undated = withoutYear(text)
    const chinese = chineseOf(undated)
    return matchPlain(text) ?? (undated === text ? null : matchPlain(undated)) ?? (chinese === null ? null : matchPlain(chinese))
  }
  const matchPlain = (text: string): Match | null => {
    const all = forms(text)
    const literal = all[0] === undefined ? null : indicatorOf(all[0])
    if (literal !== null) return literal
    const builtIn = BUILT_IN.find(([, pattern]) => pattern.test(all[0] ?? ''))
    if (builtIn !== undefined) return { field: builtIn[0], how: 'synonym' }
    for (const form of all) {
      // 党员人数 is 党员数, but 户籍人数 is not 户籍户数.
      const [, stem = '', unit = ''] = /^(.{2,})([人户])数$/.exec(form) ?? []
      const match = indicatorOf(form) ?? (stem === '' ? null : indicatorOf(stem, unit === '人' ? 'people' : 'households'))
      if (match !== null) return match
    }
    return null
  }
  const readPinyin = pinyinReader([
    ...Object.entries(BUILT_IN_WORDS).flatMap(([field, names]) => names.map((word) => ({ word, field, rank: 0 }))),
    ...dictionary.indicators.flatMap(({ key, label, synonyms }) =>
      [label.zh, ...synonyms].map((word, place) => ({ word: headingPart(word).text, field: key, rank: place === 0 ? 0 : 1 })),
    ),
  ])
  const matchPinyin = (text: string): Match | null => {
    const field = readPinyin(text)
    return field === null ? null : { field, how: 'pinyin' }
  }
  /** A group that says no more than what its headings say: 人口, 基本情况, 一、人口与户数. */
  const isHarmlessAbove = (text: string): boolean => {
    const plain = text.normalize('NFKC').replace(/^[(]?[一二三四五六七八九十]{1,2}[)、.]/, '')
    const names = [comparable(plain), comparable(plain).replace(/(情况|信息|状况|指标|类)$/, '')]
    return names.some((name) => groupNames.has(name) || /^(基本|总体|人口与?户数|户数与?人口|人口户数)$/.test(name))
  }

  const match = (levels: string[]): Match | null => {
    const parts = levels.filter((level) => level !== '')
    const last = parts.at(-1)
    if (last === undefined) return null
    const above = parts.slice(0, -1)
    // Names and places stay what they are, whatever group they stand under: 社区人口 / 社区.
    const place = BUILT_IN.find(([field, pattern]) => isPlaceField(field) && !isGeneric(last) && pattern.test(comparable(last)))
    if (above.length > 0 && place !== undefined) return { field: place[0], how: 'synonym' }
    // Joined words say most: 楼院 / 老旧 is 楼院老旧 or 老旧楼院, before it is 老旧.
    const joined = above.length === 0 ? [] : [parts.join(''), ...above.toReversed().flatMap((level) => [level + last, last + level])]
    for (const text of joined) {
      const found = matchWords(text)
      if (found !== null) return found
    }
    const alone = isGeneric(last) ? above.every(isHarmlessAbove) : !above.some((level) => changesMeaning(level, last))
    return alone ? (matchWords(last) ?? matchPinyin(parts.join('')) ?? matchPinyin(last)) : null
  }
  return { dictionary, indicators, match }
}
