import { FEN_PER_YUAN } from '../../src-main/model/money.ts'
import type { LineSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { Equity } from '../../src-main/model/analysis.ts'
import type { PolicyClass } from '../../src-main/model/policy.ts'
import { formatMoney } from '../format/money.ts'
import { formatNumber, formatShare } from '../format/number.ts'
import type { Words } from '../locales/words.ts'
import { CHART_FONT, GAIN, INK, INK_SOFT, LINE } from './look.ts'

export type SpreadOption = ComposeOption<ScatterSeriesOption | LineSeriesOption | GridComponentOption>

const MARKS = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'] as const

/**
 * Money per resident against need: one mark a community, its class told by shape and colour. Communities without a known need or
 * residents are left out.
 */
export function needOption(equity: Equity, classes: readonly PolicyClass[], needName: string, words: Words): SpreadOption {
  const series = classes.map((each, position): ScatterSeriesOption => ({
    type: 'scatter',
    name: words.t('common.className', { key: each.key }),
    symbol: MARKS[position % MARKS.length]!,
    symbolSize: 7,
    itemStyle: { color: each.color, opacity: 0.75 },
    data: equity.communities
      .filter(
        (community) =>
          community.class === each.key &&
          community.perResidentFen !== null &&
          (equity.need === null ? community.residents : community.need) !== null,
      )
      .map((community) => ({
        name: community.name,
        value: [(equity.need === null ? community.residents : community.need)!, community.perResidentFen! / FEN_PER_YUAN],
      })),
  }))
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT, color: INK },
    legend: { top: 0, textStyle: { color: INK } },
    grid: { left: 60, right: 24, top: 34, bottom: 42 },
    tooltip: {
      trigger: 'item',
      confine: true,
      renderMode: 'richText',
      formatter: (found: unknown) => {
        const { name, value } = found as { name: string; value: [number, number] }
        return `${name}\n${needName} ${formatNumber(value[0], 4)}\n${formatNumber(value[1], 2)} ${words.t('charts.yuanPerResident')}`
      },
    },
    xAxis: {
      type: 'value',
      name: needName,
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: INK_SOFT },
      scale: true,
      axisLabel: { color: INK_SOFT },
      splitLine: { lineStyle: { color: LINE } },
    },
    yAxis: {
      type: 'value',
      name: words.t('charts.yuanPerResident'),
      nameTextStyle: { color: INK_SOFT },
      axisLabel: { color: INK_SOFT },
      splitLine: { lineStyle: { color: LINE } },
    },
    series,
  }
}

/**
 * Points of the Lorenz curve: shares of residents and of money, from the community with the least money per resident up (M. O.
 * Lorenz, 1905).
 */
export function lorenzPoints(equity: Equity): Array<[residents: number, money: number]> {
  const counted = equity.communities
    .filter((each) => each.perResidentFen !== null && each.residents !== null && each.residents > 0)
    .sort((a, b) => a.perResidentFen! - b.perResidentFen!)
  const [people, fen] = counted.reduce(([some, money], each) => [some + each.residents!, money + each.amountFen!], [0, 0])
  let [residents, money] = [0, 0]
  return [
    [0, 0],
    ...counted.map((each): [number, number] => {
      residents += each.residents!
      money += each.amountFen!
      return [residents / people, fen === 0 ? 0 : money / fen]
    }),
  ]
}

/** How far the money is from an equal amount per resident: the area between curve and diagonal is half the Gini coefficient. */
export function lorenzOption(equity: Equity, words: Words): SpreadOption {
  const share = {
    min: 0,
    max: 1,
    axisLabel: { color: INK_SOFT, formatter: (value: number) => formatShare(value) },
    splitLine: { lineStyle: { color: LINE } },
  }
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT, color: INK },
    legend: { top: 0, textStyle: { color: INK } },
    grid: { left: 60, right: 24, top: 34, bottom: 42 },
    xAxis: {
      type: 'value',
      name: words.t('charts.residentsShare'),
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: INK_SOFT },
      ...share,
    },
    yAxis: { type: 'value', name: words.t('charts.moneyShare'), nameTextStyle: { color: INK_SOFT }, ...share },
    series: [
      {
        type: 'line',
        name: words.t('charts.lorenz'),
        data: lorenzPoints(equity),
        showSymbol: false,
        lineStyle: { color: GAIN, width: 2.5 },
        itemStyle: { color: GAIN },
      },
      {
        type: 'line',
        name: words.t('charts.equal'),
        data: [
          [0, 0],
          [1, 1],
        ],
        showSymbol: false,
        lineStyle: { color: INK_SOFT, type: 'dashed' },
        itemStyle: { color: INK_SOFT },
      },
    ],
  }
}

/** Money per resident as it is read: 元 with two places. */
export const perResident = (fen: number): string => formatMoney(Math.round(fen), 'yuan')
