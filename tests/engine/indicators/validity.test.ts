import { describe, expect, it } from 'vitest'
import { compileCondition, FALSE, TRUE } from '../../../src-main/engine/classification/condition.ts'
import { factColumns } from '../../../src-main/engine/index.ts'
import { rangeText } from '../../../src-main/model/range.ts'
import { checkValue } from '../../../src-main/engine/indicators/validity.ts'
import { Indicator } from '../../../src-main/model/indicator.ts'
import { Condition } from '../../../src-main/model/condition.ts'

const indicator = (more: object): Indicator => Indicator.parse({ key: 'own', label: { zh: '自设' }, group: 'one', kind: 'number', ...more })
const share = indicator({ kind: 'share' })
const codeOf = (of: Indicator, value: number): string | null => checkValue(of, value, {})?.code ?? null

describe('a value at the end of what is allowed', () => {
  it.each([
    ['a share', share, [0, 1], [-0.000001, 1.000001, 100], '0%–100%'],
    [
      'a share within bounds of its own',
      indicator({ kind: 'share', range: { min: 0.2, max: 0.575 } }),
      [0.2, 0.575],
      [0.199, 0.576, 1],
      '20%–57.5%',
    ],
    ['a number within bounds', indicator({ range: { min: -3, max: 12 } }), [-3, 12], [-4, 13], '-3–12'],
    ['a number with a lower bound', indicator({ range: { min: 0 } }), [0, 1e12], [-1], '≥ 0'],
    ['a number with an upper bound', indicator({ range: { max: 9 } }), [-1e12, 9], [10], '≤ 9'],
  ] as const)('is taken: %s', (_, of, within, beyond, text) => {
    expect(within.map((value) => codeOf(of, value))).toEqual(within.map(() => null))
    expect(beyond.map((value) => codeOf(of, value))).toEqual(beyond.map(() => 'import.outOfRange'))
    expect(rangeText(of)).toBe(text)
  })
})

describe('all of 16 courtyards', () => {
  const count = (key: string): Indicator => Indicator.parse({ key, label: { zh: key }, group: 'one', kind: 'number' })
  const part = Indicator.parse({ key: 'part', label: { zh: '占比' }, group: 'one', kind: 'share', formula: 'old / all' })
  const { table, vocabulary } = factColumns(
    [count('all'), count('old'), part],
    [16, 15].map((old) => ({
      key: String(old),
      code: '',
      name: '',
      district: '',
      subdistrict: '',
      values: { all: 16, old },
      previousFen: null,
      previousClass: null,
    })),
    [],
  )
  it.each([
    [{ kind: 'compare', indicator: 'part', operator: '>=', value: 1 }, FALSE, TRUE],
    [{ kind: 'compare', indicator: 'part', operator: '>', value: 1 }, FALSE, FALSE],
    [{ kind: 'compare', indicator: 'part', operator: '<', value: 1 }, TRUE, FALSE],
    [{ kind: 'compare', indicator: 'part', operator: '<=', value: 1 }, TRUE, TRUE],
    [{ kind: 'range', indicator: 'part', from: 1 }, FALSE, TRUE],
    [{ kind: 'range', indicator: 'part', from: 0.9, to: 1, toIncluded: true }, TRUE, TRUE],
    [{ kind: 'range', indicator: 'part', from: 0.9, to: 1, toIncluded: false }, TRUE, FALSE],
  ])('are a share of exactly 1 for %j', (when, of15, of16) => {
    const condition = compileCondition(Condition.parse(when), table, vocabulary.indicators)
    // In the order of their keys.
    expect([condition.test(0), condition.test(1)]).toEqual([of15, of16])
  })
})
