import type { Band, Bounds, CatalogueItem, Present, Target } from '../model/catalogue.ts'
import type { Indicator } from '../model/indicator.ts'
import { inPercent, withoutDust } from '../model/number.ts'
import { RATE_WORDS, RATES, REGISTER_INDICATORS } from '../model/registration.ts'
import { comparable, textIn, type Language } from '../model/text.ts'
import { refuse, type Refusal } from '../model/value.ts'
import { dayIn } from '../model/written-day.ts'
import { parseWrittenNumber } from '../model/written-number.ts'
import { both, indicatorNamed, labelOf, line, number, type CatalogueField, type CatalogueSource } from './catalogue-field.ts'
import { conditionText, readCondition } from './condition-text.ts'
import { formulaText, readFormula } from './formula-text.ts'

const ENTERED = both('逐社区登记', 'Counted by community')
const SPOT_CHECK = both('抽查', 'Spot check: ')
const KIND = ['target'] as const
const ofTarget = <T>(item: CatalogueItem, of: (target: Target) => T | undefined): T | undefined =>
  item.kind === 'target' ? of(item) : undefined

/** @returns the indicators with the counts of the register, which conditions and formulas of a catalogue may look at */
export const withRegisterCounts = (indicators: readonly Indicator[]): Indicator[] => {
  const own = new Set(indicators.map((each) => each.key))
  return [...indicators, ...REGISTER_INDICATORS.filter((each) => !own.has(each.key))]
}

/** @returns what is there, as a cell has it */
export function presentText(present: Present, source: Pick<CatalogueSource, 'indicators'>, language: Language): string {
  switch (present.kind) {
    case 'entered':
      return textIn(ENTERED, language)
    case 'indicator':
      return labelOf(present.indicator, source, language)
    case 'rate':
      return textIn(SPOT_CHECK, language) + textIn(RATE_WORDS[present.rate], language)
  }
}

function readPresent(text: string, source: CatalogueSource): Present | Refusal {
  const wanted = comparable(text)
  if ([ENTERED.zh, ENTERED.en, 'entered'].some((each) => comparable(each) === wanted)) return { kind: 'entered' }
  const rate = RATES.find((each) =>
    (['zh', 'en'] as const).some((language) => comparable(presentText({ kind: 'rate', rate: each }, source, language)) === wanted),
  )
  if (rate !== undefined) return { kind: 'rate', rate }
  const indicator = indicatorNamed(text, source)
  return indicator === undefined ? refuse('policy.indicatorUnknown', { indicator: text }) : { kind: 'indicator', indicator }
}

const APART = '~'
/** Bounds as they are typed: from ~ to, either of which may be missing. */
const boundsText = ({ least, most }: Bounds, source: CatalogueSource, language: Language): string =>
  [least, most].map((each) => (each === undefined ? '' : formulaText(each, source.indicators, language))).join(` ${APART} `)

/** Bands as they are typed: 人口密度≥10000: 常住户数/15 ~ 常住户数/10; ... */
const bandsText = (bands: readonly Band[], source: CatalogueSource, language: Language): string => {
  const known = new Map(source.indicators.map((each) => [each.key, each]))
  return bands.map(({ when, ...bounds }) => `${conditionText(when, known, language)}: ${boundsText(bounds, source, language)}`).join('; ')
}

function readBands(text: string, source: CatalogueSource): Band[] | Refusal {
  const read: Band[] = []
  const pieces = text.normalize('NFKC').split(/[;\n]/u)
  for (const piece of pieces.map((each) => each.trim()).filter((each) => each !== '')) {
    const at = piece.lastIndexOf(':')
    if (at < 0) return refuse('catalogue.bandUnreadable', { value: piece })
    const condition = readCondition(piece.slice(0, at), source.indicators)
    if (!('condition' in condition)) return condition
    const [least = '', most = '', ...rest] = piece.slice(at + 1).split(APART)
    const sides = { least: readFormula(least, source.indicators), most: readFormula(most, source.indicators) }
    if (rest.length > 0 || (sides.least === '' && sides.most === '')) return refuse('catalogue.bandUnreadable', { value: piece })
    read.push({
      when: condition.condition,
      ...(sides.least !== '' && { least: sides.least }),
      ...(sides.most !== '' && { most: sides.most }),
    })
  }
  return read
}

function readShare(text: string): number | Refusal {
  const said = parseWrittenNumber(text)
  const value =
    said === null ? Number.NaN : said.behind === '%' ? withoutDust(said.number / 100) : said.behind === '' ? said.number : Number.NaN
  return value >= 0 && value <= 1 ? value : refuse('catalogue.shareExpected', { what: LEVEL.zh, whatEn: LEVEL.en, value: text })
}

const readDay = (text: string): string | Refusal => dayIn(text) ?? refuse('catalogue.dayUnreadable', { value: text })

const LEVEL = both('期限前达到', 'Wanted by then')
const formula = (key: 'least' | 'most' | 'visits', heading: ReturnType<typeof both>, width: number): CatalogueField =>
  line(
    key,
    heading,
    width,
    (item, { indicators }, language) => {
      const said = ofTarget(item, (target) => target[key])
      return said === undefined ? '' : formulaText(said, indicators, language)
    },
    (text, _, { indicators }) => readFormula(text, indicators),
    KIND,
  )

/** The fields that only targets have, in the order of their columns. */
export const TARGET_FIELDS: readonly CatalogueField[] = [
  formula('least', both('最少需要', 'Least'), 12),
  formula('most', both('最多', 'Most'), 12),
  line(
    'present',
    both('现有数来自', 'Present'),
    11,
    (item, source, language) => ofTarget(item, ({ present }) => presentText(present, source, language)) ?? '',
    (text, _, source) => readPresent(text, source),
    KIND,
  ),
  line('level', LEVEL, 7, (item) => `${inPercent(ofTarget(item, ({ level }) => level) ?? 1)}%`, readShare, KIND),
  line('due', both('完成期限', 'Due'), 8, (item) => ofTarget(item, ({ due }) => due) ?? '', readDay, KIND),
  line(
    'bands',
    both('分档', 'Bands'),
    20,
    (item, source, language) => ofTarget(item, ({ bands }) => bandsText(bands, source, language)) ?? '',
    (text, draft, source) => {
      const before = (draft['bands'] ?? []) as Band[]
      // A line that was not touched stays what it was, also where a condition has a form that lines do not have.
      return (['zh', 'en'] as const).some((language) => bandsText(before, source, language) === text.trim())
        ? before
        : readBands(text, source)
    },
    KIND,
  ),
  formula('visits', both('年走访次数', 'Visits a year'), 12),
  number('visitMinutes', both('每次分钟', 'Minutes a visit'), 1, 7, KIND),
  number('travelMinutes', both('路程分钟', 'Minutes of travel'), 1, 7, KIND),
  number('personMinutes', both('每人年工时（小时）', 'Hours a year each has'), 60, 8, KIND),
]
