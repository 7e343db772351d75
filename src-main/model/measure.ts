import type { Indicator } from './indicator.ts'
import { withoutDust } from './number.ts'
import { halfWidth } from './written-number.ts'

/**
 * What is measured. Things counted piece by piece go by many names; people and households are counted apart. 'points': 分, see
 * factorBetween.
 */
export type Dimension = 'people' | 'households' | 'pieces' | 'area' | 'length' | 'money' | 'share' | 'years' | 'points' | 'count'

/** A unit as a multiple of its dimension's own: km², km, 元, fraction, one person, one piece. 'count' is a bare 万. */
export interface Unit {
  dimension: Dimension
  factor: number
}

const NAMES: Record<Exclude<Dimension, 'count'>, Record<string, number>> = {
  people: Object.fromEntries(['人', '名', '位', '人次', '口', '个人', 'people', 'persons'].map((name) => [name, 1])),
  households: { 户: 1, households: 1 },
  pieces: Object.fromEntries([...'个处座栋幢家所套间件次项支起条部台辆张片宗批只', 'pieces'].map((name) => [name, 1])),
  // 1 亩 = 10,000/15 m² = 1/1500 km².
  area: { 平方公里: 1, 平方千米: 1, km2: 1, 公顷: 0.01, hm2: 0.01, ha: 0.01, 亩: 1 / 1500, 平方米: 1e-6, 平米: 1e-6, m2: 1e-6 },
  length: { 公里: 1, 千米: 1, km: 1, 米: 0.001, m: 0.001 },
  money: { 元: 1, 人民币元: 1, yuan: 1, rmb: 1, cny: 1 },
  share: { '%': 0.01, 百分比: 0.01, 百分数: 0.01, percent: 0.01, '‰': 0.001 },
  years: { 年: 1, 岁: 1, years: 1 },
  points: { 分: 1 },
}
const UNITS = new Map<string, Unit>(
  Object.entries(NAMES).flatMap(([dimension, names]) =>
    Object.entries(names).map(([name, factor]): [string, Unit] => [name, { dimension: dimension as Dimension, factor }]),
  ),
)

const MULTIPLIERS = new Map(Object.entries({ 百: 100, 千: 1000, 万: 1e4, 十万: 1e5, 百万: 1e6, 千万: 1e7, 亿: 1e8 }))

/**
 * Reads a unit such as 万元, 人, %, 公顷, m² or a bare 万.
 * @returns null when the text is no unit we know.
 */
export function parseUnit(text: string): Unit | null {
  const name = halfWidth(text).toLowerCase()
  const known = UNITS.get(name)
  if (known !== undefined) return known
  const multiplier = MULTIPLIERS.get(name)
  if (multiplier !== undefined) return { dimension: 'count', factor: multiplier }
  const [, prefix = '', rest = ''] = /^(十万|百万|千万|百|千|万|亿)(.+)$/.exec(name) ?? []
  const base = UNITS.get(rest)
  return base === undefined || base.dimension === 'share'
    ? null
    : { dimension: base.dimension, factor: base.factor * MULTIPLIERS.get(prefix)! }
}

const unitsOfIndicators = new WeakMap<Pick<Indicator, 'kind' | 'unit'>, Unit | null>()

/** @returns the indicator's own unit; a share's is the fraction; null when it has none that we know (人/平方公里 ...). */
export function unitOf(indicator: Pick<Indicator, 'kind' | 'unit'>): Unit | null {
  // Asked for with every cell.
  const known = unitsOfIndicators.get(indicator)
  if (known !== undefined) return known
  const bare: Unit = { dimension: indicator.kind === 'share' ? 'share' : 'count', factor: 1 }
  const unit = indicator.kind === 'share' || indicator.unit === undefined ? bare : parseUnit(indicator.unit.zh)
  unitsOfIndicators.set(indicator, unit)
  return unit
}

/** The unit of last year's amount: 元. */
export const YUAN: Unit = { dimension: 'money', factor: 1 }

const FEN_TO_YUAN = 0.01

/** Whether a unit says what is measured by itself, as in a line 单位：万元 above the table: 分 may be said of money. */
export const measures = (unit: Unit, own: Unit | null): boolean =>
  own !== null && (unit.dimension === own.dimension || (unit.dimension === 'points' && own.dimension === 'money'))

/**
 * 分 are points; where money is asked for they are hundredths of a 元.
 * @param own the unit a value is kept in, null when it is one we do not know.
 * @returns the factor from a delivered unit to our own: 10000 from 万人 to 人; null when they measure different things.
 */
export function factorBetween(delivered: Unit, own: Unit | null): number | null {
  if (own === null) return null
  if (delivered.dimension === 'points' && own.dimension === 'money') return withoutDust((delivered.factor * FEN_TO_YUAN) / own.factor)
  const counts: Dimension[] = ['people', 'households', 'pieces', 'count']
  const bothCount = counts.includes(delivered.dimension) && counts.includes(own.dimension)
  // 个 may be said of people and households; people are never households. A bare 万 may go before money and areas too.
  const apart = [delivered.dimension, own.dimension].toSorted().join() === 'households,people'
  const same =
    delivered.dimension === own.dimension ||
    (bothCount && !apart) ||
    (delivered.dimension === 'count' && own.dimension !== 'share') ||
    (delivered.dimension === 'points' && own.dimension === 'count')
  return same ? withoutDust(delivered.factor / own.factor) : null
}
