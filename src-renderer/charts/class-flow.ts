import type { SankeySeriesOption } from 'echarts/charts'
import type { ComposeOption } from 'echarts/core'
import type { Flow } from '../../src-main/model/plan.ts'
import type { PolicyClass } from '../../src-main/model/policy.ts'
import { formatMoneyChange } from '../format/money.ts'
import type { Words } from '../locales/words.ts'
import { CHART_FONT, INK } from './look.ts'

/** What a chart needs of a class. */
export type ClassLook = Pick<PolicyClass, 'key' | 'name' | 'color'>
export type FlowOption = ComposeOption<SankeySeriesOption>

/** @returns how many communities of each class were set by hand */
export function countByHand(communities: readonly { class: string | null; byHand: boolean }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const each of communities) if (each.byHand && each.class !== null) counts.set(each.class, (counts.get(each.class) ?? 0) + 1)
  return counts
}

const NO_CLASS = '#8a94a3'

const sayClass = (key: string | null, side: 'from' | 'to', words: Words): string =>
  key === null ? words.t(side === 'from' ? 'common.noClass' : 'common.undecided') : words.t('common.className', { key })

const orderOf = (key: string | null, classes: readonly ClassLook[]): number => {
  const position = classes.findIndex((each) => each.key === key)
  return position < 0 ? classes.length : position
}

/** @returns the flows in the order of the policy's classes, first by last year's class, then by this year's. */
export const orderedFlows = (flows: readonly Flow[], classes: readonly ClassLook[]): Flow[] =>
  [...flows].sort((a, b) => orderOf(a.from, classes) - orderOf(b.from, classes) || orderOf(a.to, classes) - orderOf(b.to, classes))

/**
 * Who moves from which class to which: width is the number of communities, the label names the class and its count.
 * The margins of the picture are the counts of the plan.
 * @param byHand how many communities of a class were set by hand; told beside the count
 */
export function classFlowOption(
  flows: readonly Flow[],
  classes: readonly ClassLook[],
  words: Words,
  byHand: ReadonlyMap<string, number> = new Map(),
): FlowOption {
  const ordered = orderedFlows(flows, classes)
  const node = (side: 'from' | 'to', key: string | null) => {
    const count = ordered.reduce((sum, flow) => (flow[side] === key ? sum + flow.count : sum), 0)
    const set = side === 'to' && key !== null ? (byHand.get(key) ?? 0) : 0
    return {
      name: `${side}:${key ?? ''}`,
      itemStyle: { color: classes.find((each) => each.key === key)?.color ?? NO_CLASS },
      label: {
        formatter: `${sayClass(key, side, words)}  ${words.t('common.counted', { count })}${set > 0 ? `  ✎${set}` : ''}`,
        position: side === 'from' ? ('left' as const) : ('right' as const),
      },
    }
  }
  const sides = (['from', 'to'] as const).flatMap((side) => [...new Set(ordered.map((flow) => flow[side]))].map((key) => node(side, key)))
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT, color: INK },
    tooltip: { trigger: 'item', confine: true, renderMode: 'richText' },
    series: [
      {
        type: 'sankey',
        left: 110,
        right: 110,
        top: 8,
        bottom: 8,
        nodeWidth: 14,
        nodeGap: 12,
        draggable: false,
        layoutIterations: 0,
        emphasis: { focus: 'adjacency' },
        lineStyle: { color: 'source', opacity: 0.35, curveness: 0.5 },
        label: { color: INK, fontSize: 12 },
        data: sides,
        links: ordered.map((flow) => ({
          source: `from:${flow.from ?? ''}`,
          target: `to:${flow.to ?? ''}`,
          value: flow.count,
          tooltip: {
            formatter: () =>
              [
                `${sayClass(flow.from, 'from', words)} → ${sayClass(flow.to, 'to', words)}`,
                `${words.t('common.counted', { count: flow.count })}${words.t('common.sentenceComma')}${formatMoneyChange(flow.fen, 'wan')} ${words.t('common.wan')}`,
              ].join('\n'),
          },
        })),
      },
    ],
  }
}
