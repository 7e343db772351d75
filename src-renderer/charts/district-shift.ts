import type { BarSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { Subtotal } from '../../src-main/contract/plan.ts'
import { formatMoney, formatMoneyChange } from '../format/money.ts'
import { formatNumber } from '../format/number.ts'
import { shiftOf } from '../format/shift.ts'
import type { Words } from '../locales/words.ts'
import { CHART_FONT, GAIN, INK, INK_SOFT, LINE, LOSS } from './look.ts'

export type ShiftOption = ComposeOption<BarSeriesOption | GridComponentOption>

/** Bars are drawn in fen, which are exact; axis and labels are written in 万元. */
const FEN_PER_WAN = 1_000_000

/** How money shifts between districts: one bar each, to the left less and to the right more than last year, largest gain on top. */
export function districtShiftOption(districts: readonly Subtotal[], words: Words): ShiftOption {
  const ordered = [...districts].sort((a, b) => shiftOf(a) - shiftOf(b))
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
    yAxis: { type: 'category', data: ordered.map((each) => each.district), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: INK, width: 76, overflow: 'truncate' } },
    series: [{
      type: 'bar', barMaxWidth: 18,
      data: ordered.map((each) => {
        const fen = shiftOf(each)
        return {
          value: fen,
          itemStyle: { color: fen < 0 ? LOSS : GAIN },
          label: { show: true, position: fen < 0 ? 'left' as const : 'right' as const, color: INK, formatter: formatMoneyChange(fen, 'wan') },
          tooltip: {
            formatter: () => [
              each.district, `${words.t('common.lastYear')} ${formatMoney(each.previousFen, 'wan')} ${words.t('common.wan')}`,
              `${words.t('common.thisYear')} ${formatMoney(each.amountFen, 'wan')} ${words.t('common.wan')}`, `${words.t('common.change')} ${formatMoneyChange(fen, 'wan')} ${words.t('common.wan')}`,
            ].join('\n'),
          },
        }
      }),
      markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: INK_SOFT, type: 'solid' }, data: [{ xAxis: 0 }] },
    }],
  }
}
