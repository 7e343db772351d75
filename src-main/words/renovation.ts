import {
  ONE_PERCENT,
  type LotPart,
  type MoneyPart,
  type OrderProof,
  type RenovationGap,
  type RenovationOrder,
  type RenovationScenario,
  type Schedule,
} from '../model/renovation.ts'
import { FEN_PER_WAN } from '../model/money.ts'
import type { Language, Text } from '../model/text.ts'
import { moneyInWords } from './money.ts'
import { formatNumber } from './numbers.ts'

/** The fields of a lot, as columns of the grid and the sheet. */
export const LOT_PARTS = {
  count: { zh: '待改造数', en: 'to be done' },
  unitFen: { zh: '每院造价', en: 'cost of each' },
  aidShare: { zh: '他人承担比例', en: 'share paid by others' },
  aidFen: { zh: '他人每院承担', en: 'sum paid by others' },
} as const satisfies Readonly<Record<LotPart, Required<Text>>>

export const MONEY_PARTS = {
  startFen: { zh: '改造已有资金', en: 'Money there already' },
  fixedFen: { zh: '每年另行安排', en: 'Set aside every year' },
  otherFen: { zh: '每年其他来源', en: 'Other sources every year' },
  share: { zh: '本年金额用于改造的比例', en: 'Share of the amount' },
} as const satisfies Readonly<Record<MoneyPart, Required<Text>>>

export const ORDER_WORDS: Readonly<Record<RenovationOrder, Required<Text>>> = {
  kinds: { zh: '按种类先后', en: 'by kind' },
  cheapest: { zh: '自筹少的先改', en: 'cheapest first' },
  dearest: { zh: '自筹多的先改', en: 'dearest first' },
  best: { zh: '等待最短', en: 'least waiting' },
}
export const PROOF_WORDS: Readonly<Record<OrderProof, Required<Text>>> = {
  cheapestFirst: {
    zh: '造价不变，自筹少的先改就是最优：任何一年都不可能完成得更多',
    en: 'costs stay the same, so that the cheapest first is best: in no year could more be done',
  },
  allOrders: { zh: '已逐一比较全部先后次序', en: 'every order was tried' },
  rulesOnly: { zh: '次序太多，只比较了各条规则', en: 'too many orders; only the rules were compared' },
}
export const SCENARIO_WORDS: Readonly<Record<RenovationScenario, Required<Text>>> = {
  none: { zh: '每年不再投入', en: 'No more money' },
  asBefore: { zh: '按上年金额', en: "With last year's amount" },
  byPolicy: { zh: '按本年金额', en: "With this year's amount" },
  byYear: { zh: '限期完成', en: 'Done by a year' },
}
export const GAP_WORDS: Readonly<Record<RenovationGap, Required<Text>>> = {
  count: { zh: '待改造数未填', en: 'the number of courtyards is not known' },
  unit: { zh: '每院造价未填', en: 'the cost of one is not known' },
  amount: { zh: '金额未知', en: 'the amount is not known' },
}

/** Hundredths of a percent as people write them: 12.5%. */
export const percentText = (parts: number): string => `${formatNumber(parts / ONE_PERCENT, 2)}%`

/** How long is looked ahead. */
const YEARS_AHEAD = 60
const courtyards = (count: number, language: Language): string =>
  language === 'zh' ? `${count}个楼院` : `${count} ${count === 1 ? 'courtyard' : 'courtyards'}`
const years = (count: number): string => `${count} ${count === 1 ? 'year' : 'years'}`

/** @returns the calendar year in which the last one is done; 2037 (12 years); words where there is none */
export function finishedInWords({ finished }: Pick<Schedule, 'finished'>, first: number, language: Language): string {
  if (finished === 0) return language === 'zh' ? '没有待改造的' : 'nothing to do'
  if (finished === null) return language === 'zh' ? `${YEARS_AHEAD}年内不能完成` : `not within ${YEARS_AHEAD} years`
  const year = first + finished - 1
  return language === 'zh' ? `${year}年完成（${finished}年）` : `${year} (${years(finished)})`
}

/** A backlog and when it is done, in one line. */
export const outcomeInWords = (outcome: Pick<Schedule, 'finished' | 'total'>, first: number, language: Language): string =>
  outcome.total === 0
    ? finishedInWords({ finished: 0 }, first, language)
    : `${courtyards(outcome.total, language)}${language === 'zh' ? '，' : ', '}${finishedInWords(outcome, first, language)}`

/** @returns what another money makes of a backlog: 8 courtyards, 4 years sooner */
export function soonerInWords(
  total: number,
  before: Pick<Schedule, 'finished'>,
  after: Pick<Schedule, 'finished'>,
  language: Language,
): string {
  const what = courtyards(total, language)
  const [was, is] = [before.finished, after.finished]
  if (was === is) return language === 'zh' ? `${what}，完成年份不变` : `${what}, in the same year`
  if (was === null) return language === 'zh' ? `${what}，原来${YEARS_AHEAD}年内不能完成` : `${what}, before not within ${YEARS_AHEAD} years`
  if (is === null) return language === 'zh' ? `${what}，${YEARS_AHEAD}年内不能完成` : `${what}, now not within ${YEARS_AHEAD} years`
  const by = Math.abs(was - is)
  const isSooner = is < was
  return language === 'zh' ? `${what}，${isSooner ? '早' : '晚'}${by}年` : `${what}, ${years(by)} ${isSooner ? 'sooner' : 'later'}`
}

/** The same with the year in which the last one is done. */
export const changedInWords = (before: Schedule, after: Schedule, first: number, language: Language): string =>
  `${soonerInWords(after.total, before, after, language)}${language === 'zh' ? '：' : ': '}${finishedInWords(after, first, language)}`

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}
/** Denominators beyond this tell nobody anything. */
const LARGEST_DENOMINATOR = 10_000n

/**
 * How the years that are gained follow from two sums a year, where nothing is there at the beginning and every courtyard costs the same
 * in every year: count x c / first - count x c / second.
 * @param unitFen own money for one
 * @returns null where it can't be said in few signs
 */
export function identityInWords(
  count: number,
  unitFen: number,
  [first, second]: readonly [number, number],
  language: Language,
): string | null {
  if (first <= 0 || second <= first) return null
  const [above, below] = [BigInt(count) * BigInt(second - first) * BigInt(FEN_PER_WAN), BigInt(first) * BigInt(second)]
  const divisor = gcd(above, below)
  const [numerator, denominator] = [above / divisor, below / divisor]
  if (denominator > LARGEST_DENOMINATOR || numerator > LARGEST_DENOMINATOR) return null
  const wan = (fen: number): string => formatNumber(fen / FEN_PER_WAN)
  const term = `${numerator === 1n ? '' : numerator}c/${denominator}`
  const gain = formatNumber((Number(numerator) * (unitFen / FEN_PER_WAN)) / Number(denominator), 1)
  const sum = `${count}c/${wan(first)} − ${count}c/${wan(second)} = ${term}`
  return language === 'zh'
    ? `每院自筹 c 万元，${count}个楼院提早的年数 = ${sum}；c = ${wan(unitFen)} 时为 ${gain} 年（按整年计，实际年份见上）。`
    : `With own money of c × 10,000 yuan for each, ${count} courtyards are done ${sum} years sooner; with c = ${wan(unitFen)}, ${gain} years (in whole years as shown above).`
}

/** The proof that a sum is the smallest: what one fen less would do. */
export function needInWords(
  need: { by: number; yearlyFen: number; below: { finished: number | null } | null },
  first: number,
  language: Language,
): string {
  const { by, yearlyFen, below } = need
  const money = moneyInWords(yearlyFen, language)
  if (below === null) return language === 'zh' ? `到${by}年底完成不需要每年再投入。` : `To be done by ${by} no money a year is needed.`
  const late = finishedInWords(below, first, language)
  return language === 'zh'
    ? `到${by}年底全部完成，每年至少需要${money}；少一分就要到${late}。`
    : `To be done by ${by}, ${money} a year are needed at least; with one fen less it would be: ${late}.`
}

/** What others pay of a courtyard. */
export function aidInWords({ aidShare, aidFen }: { aidShare: number | null; aidFen: number | null }, language: Language): string {
  if (aidShare !== null) return percentText(aidShare)
  if (aidFen !== null) return moneyInWords(aidFen, language)
  return language === 'zh' ? '无' : 'none'
}
