import { FEN_PER_WAN } from '../../src-main/model/money.ts'
import type { BarSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { formatMoney, formatMoneyChange } from '../format/money.ts'
import { formatNumber } from '../format/number.ts'
import type { Words } from '../locales/words.ts'
import { CHART_FONT, GAIN, INK, INK_SOFT, LINE, LOSS } from './look.ts'

export type ShiftOption = ComposeOption<BarSeriesOption | GridComponentOption>

/** Bars are drawn in fen, which are exact; axis and labels are written in 万元. */

/** A place, its money on both sides as far as it is known, and what the communities known on both sides gain or lose; in fen. */
export interface PlaceShift {
  name: string
  baseFen: number
  fen: number
  changeFen: number
}

/** @returns the `most` that gain and lose most, in the order in which they were given; all of them where there are no more */
export function outermost<T>(places: readonly T[], most: number, changeOf: (place: T) => number): readonly T[] {
  if (places.length <= most) return places
  const ranked = [...places].sort((a, b) => changeOf(b) - changeOf(a))
  const kept = new Set([...ranked.slice(0, most / 2), ...ranked.slice(-most / 2)])
  return places.filter((each) => kept.has(each))
}

/**
 * How money shifts between places: one bar each, to the left less and to the right more than in the base, the first on top: places
 * stand everywhere in the order that the department has chosen.
 * @param sides what the two sides are called
 */
export function placeShiftOption(places: readonly PlaceShift[], sides: { base: string; now: string }, words: Words): ShiftOption {
  // The axis begins at the bottom.
  const ordered = places.toReversed()
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT, color: INK },
    grid: { left: 84, right: 56, top: 8, bottom: 26 },
    tooltip: { trigger: 'item', confine: true, renderMode: 'richText' },
    xAxis: {
      type: 'value',
      // Room for the numbers at the ends of the longest bars.
      boundaryGap: ['18%', '18%'],
      axisLabel: { color: INK_SOFT, formatter: (fen: number) => formatNumber(fen / FEN_PER_WAN) },
      splitLine: { lineStyle: { color: LINE } },
    },
    yAxis: {
      type: 'category',
      data: ordered.map((each) => each.name),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { color: INK, width: 76, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        data: ordered.map((each) => {
          const { changeFen } = each
          return {
            value: changeFen,
            itemStyle: { color: changeFen < 0 ? LOSS : GAIN },
            label: {
              show: true,
              position: changeFen < 0 ? ('left' as const) : ('right' as const),
              color: INK,
              formatter: formatMoneyChange(changeFen, 'wan'),
            },
            tooltip: {
              formatter: () =>
                [
                  each.name,
                  `${sides.base} ${formatMoney(each.baseFen, 'wan')} ${words.t('common.wan')}`,
                  `${sides.now} ${formatMoney(each.fen, 'wan')} ${words.t('common.wan')}`,
                  `${words.t('common.change')} ${formatMoneyChange(changeFen, 'wan')} ${words.t('common.wan')}`,
                ].join('\n'),
            },
          }
        }),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: INK_SOFT, type: 'solid' },
          data: [{ xAxis: 0 }],
        },
      },
    ],
  }
}
