import { describe, expect, it } from 'vitest'
import type { Flow, Subtotal } from '../../src-main/contract/plan.ts'
import { classFlowOption, orderedFlows } from '../../src-renderer/charts/class-flow.ts'
import { districtShiftOption } from '../../src-renderer/charts/district-shift.ts'
import { wordsIn } from '../../src-renderer/locales/words.ts'
import { classes } from './results.ts'

const flows: Flow[] = [
  { from: 'B', to: 'A', count: 2, fen: -10_000_000 }, { from: null, to: 'B', count: 3, fen: 0 }, { from: 'A', to: null, count: 1, fen: 0 }, { from: 'A', to: 'A', count: 4, fen: 0 },
]
interface Node { name: string; label: { formatter: string } }
interface Series { data: Node[]; links: { source: string; target: string; value: number }[] }
const seriesOf = (option: object): Series => (option as { series: Series[] }).series[0]!

describe('the flow between classes', () => {
  const { data, links } = seriesOf(classFlowOption(flows, classes, wordsIn('zh')))
  it('follows the order of the policy, those without a class last', () =>
    expect(orderedFlows(flows, classes).map((each) => `${each.from}${each.to}`)).toEqual(['AA', 'Anull', 'BA', 'nullB']))
  it('has margins that are the sums of its links', () => {
    expect(data.map((node) => `${node.name} ${node.label.formatter}`)).toEqual([
      'from:A A 类  5 个', 'from:B B 类  2 个', 'from: 未分类  3 个', 'to:A A 类  6 个', 'to: 未定  1 个', 'to:B B 类  3 个',
    ])
    expect(links.reduce((sum, link) => sum + link.value, 0)).toBe(10)
  })
})

describe('the shift by district', () => {
  const district = (name: string, previousFen: number, amountFen: number): Subtotal =>
    ({ district: name, subdistrict: null, count: 1, undecided: 0, previousFen, amountFen, cityFen: null, districtFen: null })
  it('puts the largest gain on top, writes 万元 exactly and leaves the bars in fen', () => {
    const option = districtShiftOption([district('东区', 30_000_000, 20_000_050), district('西区', 10_000_000, 26_000_000)], wordsIn('zh'))
    const { data } = seriesOf(option) as unknown as { data: { value: number; label: { formatter: string; position: string } }[] }
    expect((option.yAxis as { data: string[] }).data).toEqual(['东区', '西区'])
    expect(data.map(({ value, label }) => [value, label.formatter, label.position])).toEqual([[-9_999_950, '-9.99995', 'left'], [16_000_000, '+16', 'right']])
  })
})
