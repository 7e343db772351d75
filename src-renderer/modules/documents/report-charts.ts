import { comparedRow, comparedRows, changeOf, type ComparedRow } from '../../../src-main/model/compared-rows.ts'
import { isOneDistrict } from '../../../src-main/model/places.ts'
import type { PlanResult } from '../../../src-main/model/plan.ts'
import type { PolicyClass } from '../../../src-main/model/policy.ts'
import type { ReportChartName } from '../../../src-main/model/report.ts'
import { classFlowOption, countByHand } from '../../charts/class-flow.ts'
import { classMoneyOption } from '../../charts/class-money.ts'
import type { ChartOption } from '../../charts/draw.ts'
import { outermost, placeShiftOption } from '../../charts/place-shift.ts'
import { rankedChangeOption } from '../../charts/ranked-change.ts'
import type { Words } from '../../locales/words.ts'

/** A chart of the note before it is drawn. */
export interface ReportChart {
  name: ReportChartName
  title: string
  option: ChartOption
  /** In pixels, at the width of the text. */ height: number
}

/** Width of the text of an official letter, 156 mm at 96 pixels an inch; it is drawn twice as fine. */
export const REPORT_WIDTH = 590
/** More bars than these have no room on a page: only the outer ones are drawn; the table has all. */
const MOST_BARS = 24
const BAR_HEIGHT = 26
const LABEL = { sign: 13, narrowest: 76, widest: 180 }

/** Bars of places with their names in full, over several lines where they are long. */
function districtOption(rows: readonly ComparedRow[], words: Words): ChartOption {
  const option = placeShiftOption(
    rows.map((row) => ({ name: row.name, baseFen: row.previousFen ?? 0, fen: row.amountFen ?? 0, changeFen: row.changeFen! })),
    { base: words.t('common.lastYear'), now: words.t('common.thisYear') },
    words,
  )
  const width = Math.max(LABEL.narrowest, Math.min(LABEL.widest, ...[Math.max(...rows.map((row) => row.name.length)) * LABEL.sign]))
  return {
    ...option,
    grid: { left: width + 10, right: 56, top: 8, bottom: 26 },
    yAxis: { ...option.yAxis, axisLabel: { width, overflow: 'break', lineHeight: 14 } },
  } as ChartOption
}

/**
 * The chosen charts that have something to show, in the order of the contract. An unknown amount is no zero: who is not in a
 * chart is told in its title.
 * @param chosen those that the department wants
 */
export function reportCharts(
  chosen: readonly ReportChartName[],
  { communities, flows }: Pick<PlanResult, 'communities' | 'flows'>,
  classes: readonly PolicyClass[],
  words: Words,
): ReportChart[] {
  const { t } = words
  const whole = comparedRow('', communities)
  const says = (name: ReportChartName | 'subdistricts', more: string[] = []): string =>
    [t(`documents.charts.${name}Title`), ...more].join(t('documents.chartSeparator'))
  const undecided = whole.undecided === 0 ? [] : [t('documents.chartUndecided', { count: whole.undecided })]
  const compared = whole.compared === whole.count ? [] : [t('documents.chartCompared', { count: whole.compared })]
  const make: Record<ReportChartName, () => ReportChart | null> = {
    classes: () => {
      const nameOf = (key: string | null): string => (key === null ? t('common.undecided') : t('common.className', { key }))
      const rows = comparedRows(
        communities,
        (each) => nameOf(each.class),
        classes.map((each) => nameOf(each.key)),
      )
      return whole.count === 0
        ? null
        : {
            name: 'classes',
            title: says('classes', undecided),
            height: 280,
            option: classMoneyOption(
              rows.map((row) => ({ name: row.name, previousFen: row.previousFen, fen: row.amountFen })),
              words,
            ),
          }
    },
    flow: () => {
      const byHand = countByHand(communities.map((each) => ({ class: each.class, byHand: each.rule === 'override' })))
      // In the first year everybody comes from nowhere: that is no news.
      return flows.every((each) => each.from === null)
        ? null
        : { name: 'flow', title: says('flow'), height: 300, option: classFlowOption(flows, classes, words, byHand) }
    },
    districts: () => {
      const isOne = isOneDistrict(communities)
      const rows = comparedRows(communities, (each) => (isOne ? each.subdistrict || t('print.noPlace') : each.district)).filter(
        (row) => row.changeFen !== null,
      )
      const outer = outermost(rows, MOST_BARS, (each) => each.changeFen!)
      const fewer = outer.length < rows.length ? [t('documents.chartOuter', { count: outer.length })] : []
      const rowHeight = Math.max(
        BAR_HEIGHT,
        Math.ceil((Math.max(0, ...outer.map((row) => row.name.length)) * LABEL.sign) / LABEL.widest) * 14 + 8,
      )
      return rows.every((row) => row.changeFen === 0)
        ? null
        : {
            name: 'districts',
            title: says(isOne ? 'subdistricts' : 'districts', [...compared, ...fewer]),
            height: Math.min(740, 44 + rowHeight * outer.length),
            option: districtOption(outer, words),
          }
    },
    ranked: () => {
      const changes = communities.flatMap((each) => {
        const changeFen = changeOf(each)
        return changeFen === null ? [] : [{ name: each.name, place: each.district, changeFen, byHand: each.rule === 'override' }]
      })
      return changes.every((each) => each.changeFen === 0)
        ? null
        : { name: 'ranked', title: says('ranked', compared), height: 260, option: rankedChangeOption(changes, words) }
    },
  }
  return chosen.flatMap((name) => make[name]() ?? [])
}
