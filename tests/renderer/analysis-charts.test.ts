import { describe, expect, it } from 'vitest'
import type { Equity, Sweep, TimelineYear } from '../../src-main/model/analysis.ts'
import { lorenzPoints, needOption } from '../../src-renderer/charts/spread.ts'
import { sweepOption } from '../../src-renderer/charts/sweep.ts'
import { timelineOption } from '../../src-renderer/charts/timeline.ts'
import { wordsIn } from '../../src-renderer/locales/words.ts'
import { classes } from './results.ts'

const words = wordsIn('zh')
interface Line {
  name: string
  data: unknown[]
  yAxisIndex?: number
  markLine?: { data: unknown[] }
}
const seriesOf = (option: object): Line[] => (option as { series: Line[] }).series

describe('the sweep', () => {
  const point = (value: number, a: number, amountFen: number | null) => ({
    value,
    byClass: { A: { count: a, amountFen: 0 }, B: { count: 9 - a, amountFen: 0 } },
    amountFen,
    undecided: 0,
    amountUnknown: 0,
    problem: null,
  })
  const sweep = { number: {} as Sweep['number'], exact: true, points: [point(0.5, 4, 100), point(0.6, 6, null)] }
  it('has a line for each class and one for the total, with a gap where none is known, and marks the present place', () => {
    const lines = seriesOf(
      sweepOption(
        sweep,
        classes.filter((each) => ['A', 'B'].includes(each.key)),
        0.5,
        String,
        words,
      ),
    )
    expect(lines.map((line) => [line.name, line.data])).toEqual([
      [
        'A 类',
        [
          [0.5, 4],
          [0.6, 6],
        ],
      ],
      [
        'B 类',
        [
          [0.5, 5],
          [0.6, 3],
        ],
      ],
      [
        '总额',
        [
          [0.5, 100],
          [0.6, null],
        ],
      ],
    ])
    expect(lines.at(-1)!.markLine!.data).toEqual([{ xAxis: 0.5 }])
  })
})

describe('money and residents', () => {
  const community = (name: string, residents: number | null, amountFen: number | null) => ({
    key: name,
    code: '',
    name,
    district: '',
    subdistrict: '',
    class: 'A',
    amountFen,
    residents,
    need: null,
    perNeedFen: null,
    perResidentFen: residents === null || residents === 0 || amountFen === null ? null : amountFen / residents,
  })
  const equity = {
    need: null,
    residents: {},
    communities: [
      community('多', 100, 30_000),
      community('少', 300, 30_000),
      community('未知', null, 30_000),
      community('未定', 5, null),
      community('空', 0, 10),
    ],
  } as unknown as Equity
  it('make a Lorenz curve from the least per resident up, without those not known', () =>
    expect(lorenzPoints(equity)).toEqual([
      [0, 0],
      [0.75, 0.5],
      [1, 1],
    ]))
  it('make one mark a community, in 元 per resident', () => {
    const [series] = seriesOf(needOption(equity, classes, '常住人口', words))
    expect(series!.data).toEqual([
      { name: '多', value: [100, 3] },
      { name: '少', value: [300, 1] },
    ])
  })
})

describe('the timeline', () => {
  const year = (number: number, byClass: TimelineYear['byClass'], spentFen: number | null): TimelineYear => ({
    year: number,
    communities: 1,
    undecided: 0,
    amountUnknown: 0,
    basis: 'computed',
    policy: { id: 'p', version: '1.0.0' },
    amountFen: 5,
    byClass,
    allocatedFen: null,
    spentFen,
    carriedFen: null,
    rate: null,
  })
  it('stacks the classes of every year, those of an earlier policy too, and leaves what is not known open', () => {
    const lines = seriesOf(
      timelineOption(
        [year(2022, { 统一: { count: 1, amountFen: 7 } }, 3), year(2023, { A: { count: 1, amountFen: 5 } }, null)],
        classes,
        words,
      ),
    )
    expect(lines.map((line) => [line.name, line.data])).toEqual([
      ['A 类', [null, 5]],
      ['统一 类', [7, null]],
      ['已支出', [3, null]],
      ['结余', [null, null]],
    ])
  })
})
