import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  FormulaError,
  formulaKeys,
  formulaValue,
  parseFormula,
  substitute,
  type Formula,
} from '../../../src-main/engine/indicators/formula.ts'
import { crossings } from '../../../src-main/engine/indicators/polynomial.ts'

const values: Record<string, number> = { a: 7, b: 2, c: 0, unknown: Number.NaN }
const read = (key: string): number => values[key]!
const valueOf = (text: string, whenDivisorIsZero?: number): number => formulaValue(parseFormula(text), read, whenDivisorIsZero)

/** Random formulas, and the text that writes them with every bracket there could be. */
const formulas: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.nat(9).map((value): Formula => ({ kind: 'number', value })),
    fc.constantFrom('a', 'b').map((key): Formula => ({ kind: 'indicator', key })),
    fc.record({
      kind: fc.constant('operation' as const),
      operator: fc.constantFrom('+', '-', '*', '/'),
      left: tie('formula'),
      right: tie('formula'),
    }) as fc.Arbitrary<Formula>,
  ),
})).formula
const written = (formula: Formula): string =>
  formula.kind === 'number'
    ? String(formula.value)
    : formula.kind === 'indicator'
      ? formula.key
      : `(${written(formula.left)}${formula.operator} ${written(formula.right)})`

describe('formulas', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['8 - 3 - 2', 3],
    ['8 / 4 / 2', 1],
    ['8 - 2 * 3 + 1', 3],
    ['2 * (a - b) / 5', 2],
    ['a/b', 3.5],
    ['  a\t*0.5 ', 3.5],
    ['((a))', 7],
    ['1.25', 1.25],
  ])('%s is %d', (text, expected) => expect(valueOf(text)).toBe(expected))

  test('what is written with brackets is read as it was meant', () => {
    fc.assert(
      fc.property(formulas, (formula) => {
        expect(parseFormula(written(formula))).toEqual(formula)
      }),
    )
  })

  test.each([
    ['', 1, ''],
    ['   ', 4, ''],
    ['a +', 4, ''],
    ['(a', 3, ''],
    ['a)', 2, ')'],
    ['a b', 3, 'b'],
    ['* a', 1, '*'],
    ['-a', 1, '-'],
    ['a ++ b', 4, '+'],
    ['a  $ b', 4, '$ b'],
    ['a ÷ b', 3, '÷ b'],
    ['1.5.2', 4, '.2'],
    ['1e5', 2, 'e5'],
    ['（a）', 1, '（a）'],
    ['a*\n%', 4, '%'],
  ])('%j can not be read from position %d on', (text, position, found) => {
    let error: unknown
    try {
      parseFormula(text)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(FormulaError)
    expect(error).toMatchObject({ position, found })
  })

  test('one unknown value makes the whole unknown, and zero divided stays apart from it', () => {
    expect(valueOf('a + unknown')).toBeNaN()
    expect(valueOf('unknown * 0')).toBeNaN()
    expect(valueOf('a / unknown', 5)).toBeNaN()
    expect(valueOf('a / c')).toBeNaN()
    expect([
      valueOf('a / c', 5),
      valueOf('c / c', 5),
      valueOf('unknown / c', 5),
      valueOf('1 + a / (b - 2)', 5),
      valueOf('c / a', 5),
    ]).toEqual([5, 5, 5, 5, 0])
  })

  test('keys are told once each in order, and can be replaced', () => {
    const formula = parseFormula('b * a + a / b')
    expect(formulaKeys(formula)).toEqual(['b', 'a'])
    expect(
      formulaValue(
        substitute(formula, (key) => (key === 'b' ? parseFormula('a - 6') : undefined)),
        read,
      ),
    ).toBe(14)
  })
})

describe('crossings', () => {
  const crossed = (text: string, threshold: number): number[] =>
    crossings(parseFormula(text), 'x', threshold, (key) => ({ a: 6, b: 3 })[key]!)
      .map((place) => place + 0)
      .sort((a, b) => a - b)

  test.each<[string, number, number[]]>([
    ['x', 4, [4]],
    ['x / a', 0.5, [3]],
    ['a / x', 2, [0, 3]],
    ['a - x', 4, [2]],
    ['x * x', 9, [-3, 3]],
    ['x * x', -1, []],
    ['a + b', 9, []],
    ['b / (x - 2)', 1, [2, 5]],
    ['x / (x + a)', 0.5, [-6, 6]],
    ['a / (b / x)', 4, [0, 2]],
    ['6 / (12 / (x - 5))', 1, [5, 7]],
  ])('%s meets %d at %j', (text, threshold, places) => expect(crossed(text, threshold)).toEqual(places))

  test('of a third power none are told', () => expect(crossed('x * x * x', 8)).toEqual([]))

  test('between two neighbouring crossings a comparison never changes', () => {
    fc.assert(
      fc.property(formulas, fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 9 }), (formula, threshold, b) => {
        const at = (a: number): number => formulaValue(formula, (key) => ({ a, b })[key]!)
        const places = crossings(formula, 'a', threshold, (key) => ({ a: 0, b })[key]!)
        // Above the second degree none are promised.
        fc.pre(written(formula).split('a').length <= 3)
        const xs = Array.from({ length: 41 }, (_, i) => (i - 20) / 2 + 0.123)
        for (const [i, x] of xs.slice(1).entries()) {
          if (places.some((place) => place >= xs[i]! - 1e-9 && place <= x + 1e-9)) continue
          // At the threshold itself rounding of doubles may tip either way.
          if ([x, xs[i]!].some((each) => Math.abs(at(each) - threshold) < 1e-9 || Number.isNaN(at(each)))) continue
          expect(at(x) > threshold).toBe(at(xs[i]!) > threshold)
        }
      }),
      { numRuns: 500 },
    )
  })
})
