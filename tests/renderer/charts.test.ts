import { describe, expect, it } from 'vitest'
import type { Flow } from '../../src-main/model/plan.ts'
import { classFlowOption, orderedFlows } from '../../src-renderer/charts/class-flow.ts'
import { outermost, placeShiftOption } from '../../src-renderer/charts/place-shift.ts'
import { rankedChangeOption } from '../../src-renderer/charts/ranked-change.ts'
import { wordsIn } from '../../src-renderer/locales/words.ts'
import { classes } from './results.ts'

const flows: Flow[] = [
  { from: 'B', to: 'A', count: 2, fen: -10_000_000 },
  { from: null, to: 'B', count: 3, fen: 0 },
  { from: 'A', to: null, count: 1, fen: 0 },
  { from: 'A', to: 'A', count: 4, fen: 0 },
]
interface Node {
  name: string
  label: { formatter: string }
}
interface Series {
  data: Node[]
  links: { source: string; target: string; value: number }[]
}
const seriesOf = (option: object): Series => (option as { series: Series[] }).series[0]!

describe('the flow between classes', () => {
  const { data, links } = seriesOf(classFlowOption(flows, classes, wordsIn('zh')))
  it('follows the order of the policy, those without a class last', () =>
    expect(orderedFlows(flows, classes).map((each) => `${each.from}${each.to}`)).toEqual(['AA', 'Anull', 'BA', 'nullB']))
  it('has margins that are the sums of its links', () => {
    expect(data.map((node) => `${node.name} ${node.label.formatter}`)).toEqual([
      'from:A A 类  5 个',
      'from:B B 类  2 个',
      'from: 未分类  3 个',
      'to:A A 类  6 个',
      'to: 未定  1 个',
      'to:B B 类  3 个',
    ])
    expect(links.reduce((sum, link) => sum + link.value, 0)).toBe(10)
  })
})

describe('the shift by district', () => {
  it('keeps the order of places, the first on top, writes 万元 with at most two decimals and leaves the bars in fen', () => {
    const option = placeShiftOption(
      [
        { name: '东区', baseFen: 30_000_000, fen: 20_000_050, changeFen: -9_999_950 },
        { name: '西区', baseFen: 10_000_000, fen: 26_000_000, changeFen: 16_000_000 },
      ],
      { base: '上年', now: '本年' },
      wordsIn('zh'),
    )
    const { data } = seriesOf(option) as unknown as { data: { value: number; label: { formatter: string; position: string } }[] }
    expect((option.yAxis as { data: string[] }).data.toReversed()).toEqual(['东区', '西区'])
    expect(data.map(({ value, label }) => [value, label.formatter, label.position]).toReversed()).toEqual([
      [-9_999_950, '-10', 'left'],
      [16_000_000, '+16', 'right'],
    ])
  })
  it('leaves out those in the middle where there are more than have room, and keeps the order of the others', () => {
    const changes = [3, -5, 0, 9, -1, 2]
    expect(outermost(changes, 4, (each) => each)).toEqual([3, -5, 9, -1])
    expect(outermost(changes, 6, (each) => each)).toEqual(changes)
  })
})

describe('the ranked changes', () => {
  it('stand from the largest gain to the largest loss, without those of whom nothing changes', () => {
    const changes = [
      ['甲', -5],
      ['乙', 7],
      ['丙', 0],
      ['丁', 9],
    ].map(([name, changeFen]) => ({ name: String(name), place: '东区', changeFen: Number(changeFen) }))
    const { data } = seriesOf(rankedChangeOption(changes, wordsIn('zh'))) as unknown as { data: { value: number }[] }
    expect(data.map((each) => each.value)).toEqual([9, 7, -5])
  })
})
