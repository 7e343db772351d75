import { FEN_PER_WAN } from '../../src-main/model/money.ts'
import type { BarSeriesOption } from 'echarts/charts'
import type { GridComponentOption, LegendComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { formatMoney } from '../format/money.ts'
import { formatNumber } from '../format/number.ts'
import type { Words } from '../locales/words.ts'
import { CHART_FONT, GAIN, INK, INK_SOFT, LINE } from './look.ts'

export type ClassMoneyOption = ComposeOption<BarSeriesOption | GridComponentOption | LegendComponentOption>

/** A class and its money in both years, in fen; null: not known. */
export interface ClassMoney {
  name: string
  previousFen: number | null
  fen: number | null
}

/** Money by class, last year beside this year: last year's bars are hollow, so that grey paper tells the years apart. */
export function classMoneyOption(classes: readonly ClassMoney[], words: Words): ClassMoneyOption {
  const bars = (
    name: string,
    itemStyle: NonNullable<BarSeriesOption['itemStyle']>,
    fenOf: (each: ClassMoney) => number | null,
  ): BarSeriesOption => ({
    type: 'bar',
    name,
    barMaxWidth: 44,
    barGap: '12%',
    itemStyle,
    data: classes.map((each) => {
      const fen = fenOf(each)
      return {
        value: fen ?? '-',
        label: { show: fen !== null, position: 'top' as const, color: INK, formatter: formatMoney(fen ?? 0, 'wan') },
      }
    }),
  })
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT, color: INK },
    legend: { top: 0, textStyle: { color: INK } },
    grid: { left: 56, right: 16, top: 40, bottom: 26 },
    xAxis: {
      type: 'category',
      data: classes.map((each) => each.name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: INK_SOFT } },
      axisLabel: { color: INK, interval: 0, width: 110, overflow: 'break' },
    },
    yAxis: {
      type: 'value',
      axisLabel: { color: INK_SOFT, formatter: (fen: number) => formatNumber(fen / FEN_PER_WAN) },
      splitLine: { lineStyle: { color: LINE } },
    },
    series: [
      bars(words.t('common.lastYear'), { color: '#ffffff', borderColor: INK_SOFT, borderWidth: 1.5 }, (each) => each.previousFen),
      bars(words.t('common.thisYear'), { color: GAIN, borderColor: GAIN, borderWidth: 1.5 }, (each) => each.fen),
    ],
  }
}
