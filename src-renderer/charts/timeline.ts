import { FEN_PER_WAN } from '../../src-main/model/money.ts'
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { TimelineYear } from '../../src-main/model/analysis.ts'
import type { PolicyClass } from '../../src-main/model/policy.ts'
import { formatMoney, formatMoneyChange } from '../format/money.ts'
import { formatNumber, formatShare } from '../format/number.ts'
import { readableOn } from '../format/colour.ts'
import type { Words } from '../locales/words.ts'
import { CHART_FONT, GAIN, INK, INK_SOFT, LINE, LOSS } from './look.ts'

export type TimelineOption = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption>

/** The years side by side: money by class stacked, what was spent and what was carried over as lines. */
export function timelineOption(years: readonly TimelineYear[], classes: readonly PolicyClass[], words: Words): TimelineOption {
  const keys = [...new Set([...classes.map((each) => each.key), ...years.flatMap((each) => Object.keys(each.byClass))])].filter((key) =>
    years.some((each) => (each.byClass[key]?.amountFen ?? 0) > 0),
  )
  const line = (name: string, color: string, symbol: string, fenOf: (year: TimelineYear) => number | null): LineSeriesOption => ({
    type: 'line',
    name,
    symbol,
    symbolSize: 8,
    lineStyle: { color, width: 2, type: symbol === 'circle' ? 'solid' : 'dashed' },
    itemStyle: { color },
    data: years.map(fenOf),
  })
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT, color: INK },
    legend: { top: 0, textStyle: { color: INK } },
    grid: { left: 60, right: 24, top: 34, bottom: 26 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      renderMode: 'richText',
      formatter: (found: unknown) => {
        const [{ dataIndex }] = found as [{ dataIndex: number }]
        const year = years[dataIndex]!
        const before = years[dataIndex - 1]?.amountFen ?? null
        const said = (label: string, fen: number | null): string =>
          `${label} ${fen === null ? words.t('common.notKnown') : `${formatMoney(fen, 'wan')} ${words.t('common.wan')}`}`
        return [
          String(year.year),
          said(words.t('charts.total'), year.amountFen),
          ...(before === null || year.amountFen === null
            ? []
            : [`${words.t('common.change')} ${formatMoneyChange(year.amountFen - before, 'wan')} ${words.t('common.wan')}`]),
          said(words.t('charts.spent'), year.spentFen),
          said(words.t('charts.carried'), year.carriedFen),
          ...(year.rate === null ? [] : [`${words.t('charts.rate')} ${formatShare(year.rate, 1)}`]),
        ].join('\n')
      },
    },
    xAxis: { type: 'category', data: years.map((each) => String(each.year)), axisTick: { show: false }, axisLabel: { color: INK } },
    yAxis: {
      type: 'value',
      name: words.t('common.wan'),
      nameTextStyle: { color: INK_SOFT },
      axisLabel: { color: INK_SOFT, formatter: (fen: number) => formatNumber(fen / FEN_PER_WAN) },
      splitLine: { lineStyle: { color: LINE } },
    },
    series: [
      ...keys.map((key): BarSeriesOption => {
        const color = classes.find((each) => each.key === key)?.color ?? '#8a94a3'
        return {
          type: 'bar',
          stack: 'classes',
          name: words.t('common.className', { key }),
          barMaxWidth: 56,
          itemStyle: { color, borderColor: '#ffffff', borderWidth: 1 },
          label: { show: true, formatter: key, color: readableOn(color), fontSize: 11 },
          data: years.map((each) => (each.byClass[key]?.amountFen ?? 0) || null),
        }
      }),
      line(words.t('charts.spent'), GAIN, 'circle', (year) => year.spentFen),
      line(words.t('charts.carried'), LOSS, 'triangle', (year) => year.carriedFen),
    ],
  }
}
