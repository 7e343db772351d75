import { FEN_PER_WAN } from '../../src-main/model/money.ts'
import type { BarSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { formatMoneyChange } from '../format/money.ts'
import { formatNumber } from '../format/number.ts'
import type { Words } from '../locales/words.ts'
import { CHART_FONT, GAIN, INK, INK_SOFT, LINE, LOSS } from './look.ts'

export type RankedOption = ComposeOption<BarSeriesOption | GridComponentOption>

/** A community and what changes for it, in fen; a class set by hand is marked. */
export interface RankedChange {
  name: string
  place: string
  changeFen: number
  byHand?: boolean
}

/**
 * Every community whose money changes, the largest gain first and the largest loss last: how many bars stand above the line, and
 * how many below.
 */
export function rankedChangeOption(changes: readonly RankedChange[], words: Words): RankedOption {
  const ranked = changes.filter((each) => each.changeFen !== 0).sort((a, b) => b.changeFen - a.changeFen)
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT, color: INK },
    grid: { left: 56, right: 12, top: 10, bottom: 24 },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'line' },
      confine: true,
      renderMode: 'richText',
      formatter: (points: unknown) => {
        const each = ranked[(points as Array<{ dataIndex: number }>)[0]?.dataIndex ?? -1]
        if (each === undefined) return ''
        const change = `${formatMoneyChange(each.changeFen, 'wan')} ${words.t('common.wan')}`
        return `${each.name}${each.byHand === true ? ' ✎' : ''}\n${each.place}\n${change}`
      },
    },
    xAxis: {
      type: 'category',
      data: ranked.map((_, rank) => String(rank + 1)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: INK_SOFT } },
      axisLabel: { color: INK_SOFT },
    },
    yAxis: {
      type: 'value',
      axisLabel: { color: INK_SOFT, formatter: (fen: number) => formatNumber(fen / FEN_PER_WAN) },
      splitLine: { lineStyle: { color: LINE } },
    },
    series: [
      {
        type: 'bar',
        barCategoryGap: '10%',
        barMaxWidth: 14,
        data: ranked.map((each) => ({ value: each.changeFen, itemStyle: { color: each.changeFen < 0 ? LOSS : GAIN } })),
      },
    ],
  }
}
