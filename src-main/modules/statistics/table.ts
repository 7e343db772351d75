import { changeOf } from '../../model/compared-rows.ts'
import type { Indicator } from '../../model/indicator.ts'
import type { LedgerRow } from '../../model/ledger.ts'
import { bySubdistrict, districtsOf, isOneDistrict, sumOfKnown } from '../../model/places.ts'
import type { CommunityFacts, CommunityResult } from '../../model/plan.ts'
import { warning, type Problem } from '../../model/problem.ts'
import {
  DEFAULT_STATISTICS,
  StatisticsSettings,
  type AreaDefinition,
  type Statistics,
  type StatisticsColumn,
  type StatisticsHeading,
  type StatisticsRow,
} from '../../model/statistics.ts'
import type { Text } from '../../model/text.ts'
import type { Desk } from '../../desk/desk.ts'
import { ledgerOfYear } from '../ledger/index.ts'

/** Under which name the settings are kept in the plan. */
export const STATISTICS_SETTING = 'statistics'

/** What was chosen, else as delivered; a choice of another version that no longer has its form counts as none. */
export const statisticsSettings = (desk: Desk): StatisticsSettings =>
  StatisticsSettings.safeParse(desk.store.read.documentSettings.all().get(STATISTICS_SETTING)).data ?? DEFAULT_STATISTICS

type Area = 'urban' | 'township' | 'other'
/** A community with everything that is counted of it. */
interface Counted {
  result: CommunityResult
  area: Area
  use: LedgerRow | undefined
}
type Cells = Statistics['total']

const sum = (rows: readonly Counted[], of: (each: Counted) => number | null): number | null => sumOfKnown(rows.map(of))
const amountOf = ({ result }: Counted): number | null => result.amountFen
const isReported = ({ use }: Counted): boolean => use !== undefined && use.allocatedFen !== null && use.spentFen !== null

/** Every column for a group of communities; amounts in fen. Unknown amounts add nothing; a sum or a mean of nothing known is unknown. */
function cellsOf(rows: readonly Counted[]): Cells {
  const inPlace = rows.filter((each) => (each.result.amountFen ?? 0) > 0)
  const [urban, township] = (['urban', 'township'] as const).map((area) => rows.filter((each) => each.area === area)) as [
    Counted[],
    Counted[],
  ]
  const reported = rows.filter(isReported)
  const ofReported = (field: 'allocatedFen' | 'spentFen'): number | null =>
    sum(rows, (each) => (isReported(each) ? each.use![field] : null))
  const [amount, allocated, spent] = [sum(rows, amountOf), ofReported('allocatedFen'), ofReported('spentFen')]
  const cells: Record<StatisticsColumn, number | null> = {
    communities: rows.length,
    inPlace: inPlace.length,
    amount,
    average: amount === null || inPlace.length === 0 ? null : Math.round(amount / inPlace.length),
    previous: sum(rows, ({ result }) => result.previousFen),
    change: sum(rows, ({ result }) => changeOf(result)),
    urban: urban.length,
    urbanAmount: sum(urban, amountOf),
    township: township.length,
    townshipAmount: sum(township, amountOf),
    reported: reported.length,
    allocated,
    spent,
    rate: allocated === null || allocated === 0 || spent === null ? null : spent / allocated,
    carried: sum(rows, ({ use }) => use?.carriedFen ?? null),
  }
  return cells
}

/** The indicator by which urban and township are told apart; undefined where the definition no longer fits the dictionary. */
const areaIndicator = (area: AreaDefinition, indicators: readonly Indicator[]): Indicator | undefined =>
  indicators.find((each) => each.key === area.indicator && each.kind === 'category')

function areasOf(area: AreaDefinition | null, facts: readonly CommunityFacts[], indicators: readonly Indicator[]): Map<string, Area> {
  if (area === null || areaIndicator(area, indicators) === undefined) return new Map()
  return new Map(
    facts.map(({ key, values }) => {
      const option = String(values[area.indicator] ?? '')
      return [key, area.urban.includes(option) ? 'urban' : area.township.includes(option) ? 'township' : 'other']
    }),
  )
}

const AREA_NAMES: Readonly<Record<Area, Text>> = {
  urban: { zh: '城镇社区', en: 'Urban communities' },
  township: { zh: '乡镇社区', en: 'Township communities' },
  other: { zh: '其他', en: 'Other' },
}

/**
 * The delivered table, counted over a year's plan under its policy, and over what the ledger knows of it.
 * @throws the engine's named errors
 */
export function statisticsOf(desk: Desk, year: number): Statistics {
  const settings = statisticsSettings(desk)
  const { indicators } = desk.dictionary
  const { area } = settings
  const result = desk.arranged(desk.resultOf(desk.yearOf(year).year))
  const areas = areasOf(area, desk.factsOf(year), indicators)
  const use = new Map(ledgerOfYear(desk, year).rows.map((each) => [each.key, each]))
  const rows = result.communities.map((each): Counted => ({ result: each, area: areas.get(each.key) ?? 'other', use: use.get(each.key) }))
  const row = (key: string, name: Text, own: readonly Counted[]): StatisticsRow => ({ key, name, cells: cellsOf(own) })
  const strays = rows.filter((each) => each.area === 'other')
  const undecided = rows.filter(({ result: { class: found } }) => found === null)
  const isOne = isOneDistrict(result.communities)
  const sections: Record<StatisticsHeading, () => StatisticsRow[]> = {
    area: () =>
      (['urban', 'township', 'other'] as const)
        .filter((each) => each !== 'other' || strays.length > 0)
        .map((each) =>
          row(
            each,
            AREA_NAMES[each],
            rows.filter((own) => own.area === each),
          ),
        ),
    class: () => [
      ...desk.policyOf(year).classes.map(({ key, name }) =>
        row(
          key,
          name,
          rows.filter((own) => own.result.class === key),
        ),
      ),
      ...(undecided.length === 0 ? [] : [row('', { zh: '未定', en: 'Undecided' }, undecided)]),
    ],
    district: () =>
      districtsOf(result.communities).map((district) =>
        row(
          district,
          { zh: district, en: district },
          rows.filter((own) => own.result.district === district),
        ),
      ),
    subdistrict: () =>
      bySubdistrict(rows, (each) => each.result).map(({ subdistrict, own }) => row(subdistrict, { zh: subdistrict, en: subdistrict }, own)),
  }
  return {
    year,
    synthetic: result.input.synthetic,
    settings,
    total: cellsOf(rows),
    sections: settings.sections.map((each) => {
      const key = each === 'district' && isOne ? 'subdistrict' : each
      return { key, rows: sections[key]() }
    }),
    undecided: rows.filter((each) => each.result.amountFen === null).length,
    problems: problemsOf(settings, indicators, strays.length),
  }
}

function problemsOf({ area, columns, sections }: StatisticsSettings, indicators: readonly Indicator[], strays: number): Problem[] {
  const tellsArea = sections.includes('area') || columns.some((each) => /^(urban|township)/.test(each))
  if (area === null || !tellsArea) return []
  if (areaIndicator(area, indicators) === undefined)
    return [warning('statistics.indicatorGone', { value: area.indicator }, { indicator: area.indicator })]
  return strays === 0 ? [] : [warning('statistics.areaUnknown', { count: strays })]
}
