import { FEN_PER_WAN } from '../../src-main/model/money.ts'
import type { LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { Sweep } from '../../src-main/model/analysis.ts'
import type { PolicyClass } from '../../src-main/model/policy.ts'
import { formatMoney } from '../format/money.ts'
import { formatNumber } from '../format/number.ts'
import type { Words } from '../locales/words.ts'
import { CHART_FONT, INK, INK_SOFT, LINE } from './look.ts'

export type SweepOption = ComposeOption<LineSeriesOption | GridComponentOption>

/** Lines differ in dashes and in marks too, so that a grey print tells them apart. */
const DASHES = ['solid', 'dashed', 'dotted', [8, 3, 2, 3]] as const
const MARKS = ['circle', 'rect', 'triangle', 'diamond'] as const

/**
 * What happens as one number of the policy moves: communities by class (left axis) and the total (right axis), with today's place marked.
 * @param say the number as people read it, with its unit
 */
export function sweepOption(
  sweep: Sweep,
  classes: readonly PolicyClass[],
  now: number,
  say: (value: number) => string,
  words: Words,
): SweepOption {
  const { points } = sweep
  const step = sweep.exact ? ('end' as const) : (false as const)
  const counts = classes.map((each, position): LineSeriesOption => ({
    type: 'line',
    name: words.t('common.className', { key: each.key }),
    step,
    symbol: MARKS[position % MARKS.length]!,
    symbolSize: 5,
    showSymbol: points.length <= 40,
    lineStyle: { color: each.color, type: DASHES[position % DASHES.length] as never, width: 2 },
    itemStyle: { color: each.color },
    data: points.map((point) => [point.value, point.byClass[each.key]?.count ?? null]),
  }))
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT, color: INK },
    legend: { top: 0, textStyle: { color: INK }, itemWidth: 34 },
    grid: { left: 52, right: 72, top: 34, bottom: 30 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      renderMode: 'richText',
      formatter: (found: unknown) => {
        const [first] = found as Array<{ value: [number] }>
        const point = points.find((each) => each.value === first?.value[0])
        if (point === undefined) return ''
        const total = point.amountFen === null ? '–' : `${formatMoney(point.amountFen, 'wan')} ${words.t('common.wan')}`
        return [say(point.value), ...classes.map((each) => `${each.key} ${formatNumber(point.byClass[each.key]?.count ?? 0)}`), total].join(
          '\n',
        )
      },
    },
    xAxis: {
      type: 'value',
      min: points[0]?.value ?? 0,
      max: points.at(-1)?.value ?? 1,
      axisLabel: { color: INK_SOFT, hideOverlap: true, formatter: say },
      splitLine: { show: false },
    },
    yAxis: [
      {
        type: 'value',
        name: words.t('charts.count'),
        nameTextStyle: { color: INK_SOFT },
        axisLabel: { color: INK_SOFT },
        splitLine: { lineStyle: { color: LINE } },
      },
      {
        type: 'value',
        name: words.t('common.wan'),
        scale: true,
        nameTextStyle: { color: INK_SOFT },
        axisLabel: { color: INK_SOFT, formatter: (fen: number) => formatNumber(fen / FEN_PER_WAN) },
        splitLine: { show: false },
      },
    ],
    series: [
      ...counts,
      {
        type: 'line',
        name: words.t('charts.total'),
        yAxisIndex: 1,
        step,
        showSymbol: false,
        lineStyle: { color: INK, width: 3 },
        itemStyle: { color: INK },
        data: points.map((point) => [point.value, point.amountFen]),
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { color: INK_SOFT, type: 'dashed' },
          label: { formatter: words.t('charts.now', { value: say(now) }), color: INK, position: 'insideEndTop' },
          data: [{ xAxis: now }],
        },
      },
    ],
  }
}
