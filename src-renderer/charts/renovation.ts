import type { LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { formatNumber } from '../format/number.ts'
import { CHART_FONT, GAIN, INK, INK_SOFT, LINE, LOSS } from './look.ts'

export type BacklogOption = ComposeOption<LineSeriesOption | GridComponentOption>

/** A way that a backlog goes down: how many courtyards wait at the end of each year. */
export interface BacklogLine {
  name: string
  waiting: readonly number[]
}

/** Lines differ in hue, in dashes and in their signs, so that grey paper still tells them apart. */
const LOOKS = [
  { color: GAIN, symbol: 'circle', type: 'solid' },
  { color: LOSS, symbol: 'triangle', type: 'dashed' },
  { color: '#3f7a4f', symbol: 'rect', type: 'solid' },
  { color: '#8a94a3', symbol: 'diamond', type: 'dotted' },
] as const

/**
 * The backlog over the years, one line for each way.
 * @param first the year of the first end; the year before it has the whole backlog
 */
export function backlogOption(
  lines: readonly BacklogLine[],
  { first, total, unit }: { first: number; total: number; unit: string },
): BacklogOption {
  const length = Math.max(0, ...lines.map(({ waiting }) => waiting.length))
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT, color: INK },
    legend: { top: 0, textStyle: { color: INK } },
    grid: { left: 48, right: 24, top: 34, bottom: 26 },
    tooltip: { trigger: 'axis', confine: true, renderMode: 'richText' },
    xAxis: {
      type: 'category',
      data: Array.from({ length: length + 1 }, (_, at) => String(first + at - 1)),
      axisTick: { show: false },
      axisLabel: { color: INK },
    },
    yAxis: {
      type: 'value',
      name: unit,
      minInterval: 1,
      nameTextStyle: { color: INK_SOFT },
      axisLabel: { color: INK_SOFT, formatter: (count: number) => formatNumber(count) },
      splitLine: { lineStyle: { color: LINE } },
    },
    series: lines.map(({ name, waiting }, at): LineSeriesOption => {
      const { color, symbol, type } = LOOKS[at % LOOKS.length]!
      return {
        type: 'line',
        name,
        step: 'end',
        symbol,
        symbolSize: 6,
        lineStyle: { color, width: 2, type },
        itemStyle: { color },
        data: [total, ...Array.from({ length }, (_, year) => waiting[year] ?? waiting.at(-1) ?? total)],
      }
    }),
  }
}
