import { describe, expect, it } from 'vitest'
import { REPORT_CHARTS, type ReportChartName } from '../../../../src-main/model/report.ts'
import { wordsIn } from '../../../../src-renderer/locales/words.ts'
import { reportCharts } from '../../../../src-renderer/modules/documents/report-charts.ts'
import { classes, community } from '../../results.ts'

const zh = wordsIn('zh')
const flows = [
  { from: 'A', to: 'B', count: 1, fen: 0 },
  { from: null, to: 'A', count: 2, fen: 0 },
]
const drawn = (communities: ReturnType<typeof community>[], chosen: readonly ReportChartName[] = REPORT_CHARTS, of = flows) =>
  reportCharts(chosen, { communities, flows: of }, classes, zh)
interface Bars {
  series: Array<{ data: Array<{ value: number | string; label: { show: boolean } }> }>
  xAxis: { data: string[] }
  yAxis: { data: string[] }
}
const bars = (charts: ReturnType<typeof drawn>, name: string): Bars => charts.find((each) => each.name === name)!.option as unknown as Bars

describe('the charts of the note', () => {
  const some = [
    community('甲', '东区/一街道', { class: 'A', amount: 15, previous: 20 }),
    community('乙', '东区/一街道', { class: 'B', amount: 30, previous: null }),
    community('丙', '西区/二街道', { class: 'B', amount: 30, previous: 20 }),
    community('丁', '南区/三街道', { class: null, amount: null, previous: 20 }),
  ]

  it('are those that are chosen, in the order of the choice', () => {
    expect(drawn(some).map((each) => each.name)).toEqual([...REPORT_CHARTS])
    expect(drawn(some, ['flow']).map((each) => each.name)).toEqual(['flow'])
  })

  it('show an unknown amount as no bar, and say who is not in them', () => {
    const charts = drawn(some)
    const { series, xAxis } = bars(charts, 'classes')
    expect(xAxis.data).toEqual(['A 类', 'B 类', '未定'])
    expect(series.map(({ data }) => data.map((each) => each.value))).toEqual([
      [20_000_000, 20_000_000, 20_000_000],
      [15_000_000, 60_000_000, '-'],
    ])
    expect(series[1]!.data[2]!.label.show).toBe(false)
    expect(charts.map((each) => each.title)).toEqual([
      '各类社区两年专项经费（万元），1个社区金额未定，未计入',
      '社区类别变化（个）',
      '各区县专项经费增减（万元），两年金额都已知的2个社区',
      '各社区专项经费增减，由多到少（万元），两年金额都已知的2个社区',
    ])
    // 南区 has an undecided amount: it has not lost 20万元.
    expect(bars(charts, 'districts').yAxis.data.toReversed()).toEqual(['东区', '西区'])
    expect(
      bars(charts, 'districts')
        .series[0]!.data.map((each) => each.value)
        .toReversed(),
    ).toEqual([-5_000_000, 10_000_000])
    expect(bars(charts, 'ranked').series[0]!.data.map((each) => each.value)).toEqual([10_000_000, -5_000_000])
  })

  it('are left out where there is nothing to draw', () => {
    expect(drawn([], REPORT_CHARTS, [])).toEqual([])
    expect(
      drawn([community('甲', '东区/一街道', { amount: 20, previous: 20 })], REPORT_CHARTS, [{ from: null, to: 'A', count: 1, fen: 0 }]).map(
        (each) => each.name,
      ),
    ).toEqual(['classes'])
  })

  it('have room for many districts with long names on one page', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      community(`社区${at}`, `${'长'.repeat(58)}${String(at).padStart(2, '0')}/街道`, { amount: at + 1, previous: 30 }),
    )
    const [chart] = drawn(many, ['districts'])
    expect(chart!.height).toBeLessThanOrEqual(740)
    expect(chart!.title).toContain('增减最大的24个区县')
    expect(bars([chart!], 'districts').yAxis.data).toHaveLength(24)
  })
})
