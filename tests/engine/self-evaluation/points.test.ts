import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { budgetPointsOf, pointsOf, pointSum, remarkOf, shared, type Judged } from '../../../src-main/engine/self-evaluation/index.ts'

const judged = (more: Partial<Judged>): Judged => ({ way: 'atLeast', tenths: 100, target: 100, result: 100, percent: null, ...more })

describe('the points of an item', () => {
  it.each([
    ['all of them where the target is reached', judged({ result: 100 }), 1000],
    ['no more where it is exceeded', judged({ result: 180 }), 1000],
    ['in proportion where it is not', judged({ result: 95 }), 950],
    ['two thirds, rounded to a hundredth', judged({ target: 3, result: 2 }), 667],
    ['halves rounded up', judged({ tenths: 1, target: 20, result: 1 }), 1],
    ['none for nothing', judged({ result: 0 }), 0],
    ['all where a limit is kept', judged({ way: 'atMost', result: 99 }), 1000],
    ['limit over result where it is not', judged({ way: 'atMost', result: 125 }), 800],
    ['none where nothing was allowed and something was done', judged({ way: 'atMost', target: 0, result: 2 }), 0],
    ['all where nothing was allowed and nothing was done', judged({ way: 'atMost', target: 0, result: 0 }), 1000],
    ['the share that a grade is given', judged({ way: 'grade', target: null, result: null, percent: 70 }), 700],
  ])('are %s', (_, given, points) => expect(pointsOf(given)).toBe(points))

  it('are not known where target, result or grade is not', () => {
    expect(pointsOf(judged({ target: null }))).toBeNull()
    expect(pointsOf(judged({ result: null }))).toBeNull()
    expect(pointsOf(judged({ way: 'grade', percent: null }))).toBeNull()
  })

  it('lie between none and all, and never fall when more is done', () => {
    const number = fc.integer({ min: 0, max: 1_000_000 }).map((each) => each / 100)
    fc.assert(
      fc.property(
        fc.constantFrom('atLeast' as const, 'atMost' as const),
        fc.integer({ min: 1, max: 500 }),
        number,
        number,
        number,
        (way, tenths, target, one, other) => {
          const at = (result: number): number => pointsOf(judged({ way, tenths, target, result }))!
          const [less, more] = [Math.min(one, other), Math.max(one, other)]
          expect(at(one)).toBeGreaterThanOrEqual(0)
          expect(at(one)).toBeLessThanOrEqual(tenths * 10)
          if (way === 'atLeast') expect(at(more)).toBeGreaterThanOrEqual(at(less))
          else expect(at(more)).toBeLessThanOrEqual(at(less))
        },
      ),
    )
  })
})

it('what must be explained: a target that was missed, and one that was far too low', () => {
  expect(remarkOf(judged({ result: 99.9 }))).toBe('below')
  expect(remarkOf(judged({ result: 150 }))).toBeNull()
  expect(remarkOf(judged({ result: 150.1 }))).toBe('wellAbove')
  expect(remarkOf(judged({ way: 'atMost', result: 100.1 }))).toBe('below')
  expect(remarkOf(judged({ way: 'grade', percent: 80 }))).toBe('below')
  expect(remarkOf(judged({ way: 'grade', percent: 100 }))).toBeNull()
})

it('the budget is worth ten points in proportion, and no more where more was paid', () => {
  expect(budgetPointsOf(7_512_345, 10_000_000)).toBe(751)
  expect(budgetPointsOf(12_000_000, 10_000_000)).toBe(1000)
  expect(budgetPointsOf(0, 1)).toBe(0)
})

it('a share of nothing is not known, and a sum tells of how many it knows nothing', () => {
  expect(shared(0, 0).value).toBeNull()
  expect(shared(3, 2)).toEqual({ planned: 3, done: 2, value: 66.67 })
  expect(
    pointSum([
      { tenths: 100, hundredths: 950 },
      { tenths: 50, hundredths: null },
    ]),
  ).toEqual({ tenths: 150, hundredths: 950, open: 1 })
})
