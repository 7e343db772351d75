import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { roundedAgainst } from '../../src-main/words/measured.ts'
import { contrast, readableOn } from '../../src-renderer/format/colour.ts'
import { matchesSearch } from '../../src-renderer/format/plain-text.ts'
import { cssString, pageRule } from '../../src-renderer/print/page-style.ts'
import { nextSort, sortedBy } from '../../src-renderer/components/table-types.ts'

const tokens = Object.fromEntries(
  [...readFileSync(join(import.meta.dirname, '../../src-renderer/styles/tokens.css'), 'utf8').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(
    (match) => [match[1]!, match[2]!],
  ),
)

describe('colours', () => {
  it.each([
    ['ink', 'ground'],
    ['ink-soft', 'ground'],
    ['ink-soft', 'surface'],
    ['accent', 'surface'],
    ['accent-dark', 'accent-soft'],
    ['bad', 'bad-soft'],
    ['bad', 'surface'],
    ['warn', 'warn-soft'],
    ['good', 'good-soft'],
    ['good', 'surface'],
    ['ink-soft', 'bad-soft'],
    ['ink-soft', 'warn-soft'],
  ])('%s reads on %s', (text, ground) => expect(contrast(tokens[text]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5))
  it('know black and white', () => expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5))
  it('give every class a letter that reads on it', () => {
    for (let step = 0; step < 4096; step += 7) {
      const colour = `#${[step >> 8, (step >> 4) & 15, step & 15].map((part) => part.toString(16).repeat(2)).join('')}`
      expect(contrast(colour, readableOn(colour))).toBeGreaterThanOrEqual(4.5)
    }
  })
})

describe('a measured value beside its bound', () => {
  it.each([
    [49.996, [50], 50 - 0.004],
    [49.123456, [50], 49.12],
    [50, [50], 50],
    [0.49996, [0.5], 0.49996],
    [50.001, [50], 50.001],
  ])('%f against %j is shown as %f', (value, bounds, shown) => expect(roundedAgainst(value, bounds, 2)).toBeCloseTo(shown, 10))
})

describe('lists', () => {
  it('find every word, whatever its width and case', () => {
    const fields = ['山川社区', '朝阳街道', '６３０１']
    expect(['山川 朝阳', '6301', '', '山川 南滩'].map((search) => matchesSearch(search, fields))).toEqual([true, true, true, false])
  })
  it('put unknown values last in both directions', () => {
    const byNumber = (direction: 'up' | 'down') =>
      sortedBy(
        [2, null, 10, 1],
        direction,
        (each) => each,
        () => 0,
      )
    expect([byNumber('up'), byNumber('down')]).toEqual([
      [1, 2, 10, null],
      [10, 2, 1, null],
    ])
  })
  it('sort up, then down, then as they came', () => {
    const once = nextSort(null, 'name')
    expect([once, nextSort(once, 'name'), nextSort(nextSort(once, 'name'), 'name'), nextSort(once, 'class')]).toEqual([
      { column: 'name', direction: 'up' },
      { column: 'name', direction: 'down' },
      null,
      { column: 'class', direction: 'up' },
    ])
  })
})

describe('the page rule', () => {
  it('can’t be broken out of by a text', () => {
    expect(cssString('a"; } body { display: none } "\\\n')).toBe('"a\\22 ; } body { display: none } \\22 \\5c \\a "')
    expect(
      pageRule({
        paper: 'A3',
        orientation: 'landscape',
        margins: [16, 13, 15, 13],
        topRight: '示例数据',
        beforePage: '第 ',
        betweenPages: ' 页 / 共 ',
        afterPages: ' 页',
        apart: null,
      }),
    ).toContain('size: A3 landscape')
  })
})
