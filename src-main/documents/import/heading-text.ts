import { parseUnit, type Unit } from '../../model/measure.ts'
import { comparable } from '../../model/text.ts'

/** One level of a heading: its words without unit, and the unit it names. */
export interface HeadingPart {
  text: string
  unit: Unit | null
  unitText: string
}

/** Remarks in brackets that do not change what is counted. Anything else (不含流动人口, 80岁以上) stays part of the words. */
const HARMLESS = new RegExp(
  [
    '盖章|公章|必填|选填|可不填|选择|下拉选择|填数字|填写|数字|整数|文字|个数|数量|人数|户数|合计|总数|村|村居|含村|镇|乡镇|市区|市|区|县',
    '是否|有无|是或否|有或无|是为?1否为?0|有为?1无为?0|yn|01',
    '(截至|截止)?(\\d{4}年)?(度|末|底|年末|年底)?(\\d{1,2}月)?(\\d{1,2}日|底|末)?',
  ]
    .map((each) => `^(?:${each})$`)
    .join('|'),
)

/** A year stays with the words, so that another one than the plan's can be told. */
const YEAR = /(19|20)\d\d/
const IN_BRACKETS = /[([]([^)\]]*)[)\]]/g
/** @returns a heading as headingPart leaves it, without a year or date in brackets: 常住人口(2025年末) */
export const withoutYear = (text: string): string =>
  text.replaceAll(IN_BRACKETS, (all, inside: string) => (YEAR.test(inside) && HARMLESS.test(comparable(inside)) ? '' : all))

/** What is longer is a text and no heading; patterns would look through it for seconds. */
const LONGEST_HEADING = 500

/**
 * Splits one level of a heading into words and unit: '常住人口（万人）', '流动人口占比%', '面积/公顷', '单位：万元' ...
 */
export function headingPart(text: string): HeadingPart {
  let rest = text
    .slice(0, LONGEST_HEADING)
    .normalize('NFKC')
    .trim()
    .replace(/^[*★☆#]+/, '')
    .replace(/^[((]?\d{1,2}[.、))]\s*(?=\D)/, '')
    .replace(/[*★☆#]+$/, '')
  let unit: Unit | null = null
  let unitText = ''
  const take = (candidate: string): boolean => {
    const name = candidate.replace(/^(计量|金额)?单位[:]?/, '').trim()
    const parsed = parseUnit(name)
    if (parsed === null) return false
    if (unit === null) [unit, unitText] = [parsed, name]
    return true
  }
  rest = rest.replaceAll(/[([【〔{<《]([^)\]】〕}>》]*)[)\]】〕}>》]/g, (all, inside: string) =>
    take(inside) || (HARMLESS.test(comparable(inside)) && !YEAR.test(inside)) ? ' ' : all,
  )
  const [, words = '', tail = ''] = /^(.*[^\s/,、_:-])[\s/,、_:-]+([^\s/,、_:-]+)\s*$/s.exec(rest) ?? []
  // One sign behind a slash may belong to the words (站/所); these never do.
  if (words !== '' && (tail.length > 1 || '人户个元亩%‰'.includes(tail)) && take(tail)) rest = words.replace(/[\s,、]*单位$/, '')
  else if (/[%‰]\s*$/.test(rest) && take(rest.trim().slice(-1))) rest = rest.trim().slice(0, -1)
  else if (take(rest.trim())) rest = ''
  return { text: rest.trim(), unit, unitText }
}

const REWRITES: [RegExp, string][] = [
  [/^其中/, ''],
  [/^(截至|截止)?(19|20)\d\d年?(度|末|底)?(\d{1,2}月)?(\d{1,2}日)?(末|底)?/, ''],
  [/^(年末|年底|期末|现有|实有|辖区内?|全?社区内?|本社区)/, ''],
  [/^(共有|共|总)/, ''],
  [/(年末|年底|期末)$/, ''],
  [/(总数量|总数|总计|合计|小计|数量|个数|总量|数)$/, ''],
]

/**
 * The forms in which a heading is looked up, the most literal first: as it is, then without 其中, a year, 总, 数 ... Words that change
 * what is meant (上年, 增长, 占比, 计划) are never taken away.
 */
export function forms(text: string): string[] {
  const all = [comparable(text)]
  for (const form of all) {
    for (const [pattern, by] of REWRITES) {
      const shorter = form.replace(pattern, by)
      if (shorter.length >= 2 && !all.includes(shorter)) all.push(shorter)
    }
  }
  return all.filter((form) => form !== '')
}

/** Two languages in one heading: 常住人口 Residents. A translation is longer than three letters, so that 楼院 A stays what it is. */
const WITH_ENGLISH = /^(.*\p{Script=Han}[)）]?)\s*[\s/|]\s*(?=.{4})[a-z]{3}[a-z0-9\s.,'()&+-]*$/isu
/** @returns the Chinese of a heading in two languages, or null */
export const chineseOf = (text: string): string | null => WITH_ENGLISH.exec(text.trim())?.[1] ?? null

/** Headings that say nothing alone: the level above says of what they are. */
export const isGeneric = (text: string): boolean =>
  /^(其中|总|合|户|人|个|栋|处|面积|人口|数量|户数|人数|个数|栋数|总数|数|金额|经费|合计|小计|其他|其它|名称|代码|编码|情况)*$/.test(
    comparable(text),
  )

const OTHER_MEANING = /上年|去年|上一年|前年|计划|预计|目标|拟|新增|增长|增加|增幅|减少|变化|同比|环比|占比|比例|比重|人均|户均/

/**
 * Whether the words of a level above give the level below another meaning that it does not have by itself: last year's, planned,
 * the change, the share. 上年情况 above 上年经费 changes nothing, above 常住人口 it does.
 */
export const changesMeaning = (above: string, below: string): boolean => {
  const [word] = OTHER_MEANING.exec(comparable(above)) ?? []
  return word !== undefined && !comparable(below).includes(word)
}
