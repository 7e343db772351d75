import type { LineSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { AppealLine, Funnel, FunnelLimit, FunnelStanding } from '../../src-main/model/appeal-account.ts'
import { funnelStandingInWords } from '../../src-main/words/appeals.ts'
import { formatNumber } from '../format/number.ts'
import type { Words } from '../locales/words.ts'
import { CHART_FONT, GAIN, INK, INK_SOFT, LINE, LOSS } from './look.ts'

export type FunnelOption = ComposeOption<ScatterSeriesOption | LineSeriesOption | GridComponentOption>

/** Shape and colour tell the same, so that a grey print can be read. */
const LOOKS: Readonly<Record<FunnelStanding, { color: string; symbol: string; size: number }>> = {
  muchMore: { color: LOSS, symbol: 'triangle', size: 12 },
  more: { color: LOSS, symbol: 'triangle', size: 8 },
  within: { color: INK_SOFT, symbol: 'circle', size: 6 },
  fewer: { color: GAIN, symbol: 'diamond', size: 8 },
  muchFewer: { color: GAIN, symbol: 'diamond', size: 12 },
}
const STANDINGS = Object.keys(LOOKS) as FunnelStanding[]
/** Names closer to each other than these shares of the picture would stand over each other; a list beside the chart has all of them. */
const NAME_ROOM = { residents: 0.14, perThousand: 0.05 }

/** Those far out, the farthest first, as far as there is room for their names. */
function namedIn(inside: readonly AppealLine[], average: number, most: number): ReadonlySet<string> {
  const highest = Math.max(1, ...inside.map((each) => each.perThousand!))
  const distance = (each: AppealLine): number => Math.abs(each.perThousand! - average)
  const isNear = (one: AppealLine, other: AppealLine): boolean =>
    Math.abs(one.residents! - other.residents!) < NAME_ROOM.residents * most &&
    Math.abs(one.perThousand! - other.perThousand!) < NAME_ROOM.perThousand * highest
  const named: AppealLine[] = []
  for (const each of inside
    .filter(({ standing }) => standing === 'muchMore' || standing === 'muchFewer')
    .toSorted((a, b) => distance(b) - distance(a)))
    if (!named.some((other) => isNear(each, other))) named.push(each)
  return new Set(named.map((each) => each.key))
}

const curve = (name: string, type: 'solid' | 'dashed', limits: readonly FunnelLimit[]): LineSeriesOption[] =>
  (['high', 'low'] as const).map((side) => ({
    type: 'line',
    name,
    symbol: 'none',
    silent: true,
    lineStyle: { color: INK_SOFT, type, width: 1.5 },
    itemStyle: { color: INK_SOFT },
    data: limits.map((each) => [each.residents, each[side] ?? '-']),
  }))

/**
 * Appeals per 1,000 residents against the number of residents: one mark a community, the average as a line and the exact limits of chance
 * as curves, wide where communities are small.
 */
export function funnelOption(lines: readonly AppealLine[], { average, limits }: Funnel, words: Words): FunnelOption {
  const inside = lines.filter((each) => each.standing !== null)
  const most = Math.max(1, ...inside.map((each) => each.residents!))
  const named = namedIn(inside, average ?? 0, most)
  const series = STANDINGS.flatMap((standing): ScatterSeriesOption[] => {
    const own = inside.filter((each) => each.standing === standing)
    if (own.length === 0) return []
    const { color, symbol, size } = LOOKS[standing]
    return [
      {
        type: 'scatter',
        name: funnelStandingInWords(standing, words.language),
        symbol,
        symbolSize: size,
        itemStyle: { color, opacity: 0.85 },
        data: own.map((each) => ({
          name: each.name,
          value: [each.residents!, each.perThousand!, each.counts.received ?? 0],
          label: { show: named.has(each.key), position: 'right', formatter: '{b}', color: INK, fontSize: 11 },
        })),
      },
    ]
  })
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT, color: INK },
    // One line that turns its pages where it is too long for the chart: a second one would lie over the axis.
    legend: { type: 'scroll', top: 0, textStyle: { color: INK }, itemWidth: 18 },
    grid: { left: 56, right: 64, top: 52, bottom: 42 },
    tooltip: {
      trigger: 'item',
      confine: true,
      renderMode: 'richText',
      formatter: (found: unknown) => {
        const { name, value } = found as { name: string; value: [number, number, number?] }
        if (value[2] === undefined) return ''
        return [
          name,
          words.t('appeals.tip.residents', { count: formatNumber(value[0]) }),
          words.t('appeals.tip.received', { count: formatNumber(value[2]), rate: formatNumber(value[1], 1) }),
        ].join('\n')
      },
    },
    xAxis: {
      type: 'value',
      name: words.t('appeals.residents'),
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: INK_SOFT },
      max: most,
      axisLabel: { color: INK_SOFT, showMaxLabel: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      name: words.t('appeals.perThousand'),
      nameTextStyle: { color: INK_SOFT, align: 'left' },
      axisLabel: { color: INK_SOFT },
      splitLine: { lineStyle: { color: LINE } },
    },
    series: [
      ...curve(words.t('appeals.limits.wide'), 'solid', limits.wide),
      ...curve(words.t('appeals.limits.usual'), 'dashed', limits.usual),
      ...(average === null
        ? []
        : [
            {
              type: 'line' as const,
              name: words.t('appeals.average'),
              symbol: 'none',
              silent: true,
              lineStyle: { color: INK, width: 1.5 },
              itemStyle: { color: INK },
              data: [
                [0, average],
                [most, average],
              ],
            },
          ]),
      ...series,
    ],
  }
}
