import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { AppealMonth } from '../../src-main/model/appeal-account.ts'
import type { Words } from '../locales/words.ts'
import { CHART_FONT, GAIN, INK, INK_SOFT, LINE } from './look.ts'

export type MonthsOption = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption>

/** What came each month, this year beside last year; a month that is not known has no bar. Last year's bars are hollow. */
export function monthsOption(months: readonly AppealMonth[], words: Words): MonthsOption {
  const bars = (name: string, itemStyle: NonNullable<BarSeriesOption['itemStyle']>, of: (each: AppealMonth) => number | null) => ({
    type: 'bar' as const,
    name,
    barMaxWidth: 22,
    barGap: '10%',
    itemStyle,
    data: months.map((each) => of(each) ?? '-'),
  })
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT, color: INK },
    legend: { top: 0, textStyle: { color: INK } },
    grid: { left: 52, right: 16, top: 34, bottom: 26 },
    tooltip: { trigger: 'axis', confine: true, renderMode: 'richText' },
    xAxis: {
      type: 'category',
      data: months.map((each) => words.t('appeals.monthOf', { number: each.month })),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: INK_SOFT } },
      axisLabel: { color: INK },
    },
    yAxis: {
      type: 'value',
      name: words.t('appeals.pieces'),
      nameTextStyle: { color: INK_SOFT },
      axisLabel: { color: INK_SOFT },
      splitLine: { lineStyle: { color: LINE } },
    },
    series: [
      bars(words.t('appeals.sameMonth'), { color: '#ffffff', borderColor: INK_SOFT, borderWidth: 1.5 }, (each) => each.before),
      bars(words.t('appeals.thisYear'), { color: GAIN }, (each) => each.received),
    ],
  }
}
