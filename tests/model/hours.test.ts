import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hoursOf, minutesOf, workIn, workUnitOf } from '../../src-main/model/hours.ts'
import { formatNumber } from '../../src-main/words/numbers.ts'

describe('work in hours', () => {
  test('whatever minutes stand in a column, the shown ones add up to the shown sum', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 40 }), fc.constantFrom(1, 3, 6, 60), (some, step) => {
        const all = some.map((each) => each * step)
        const unit = workUnitOf(all)
        // As many decimals as hours may have in a column: more would be cut on a screen.
        const shown = (minutes: number): number => Math.round(Number(formatNumber(workIn(unit, minutes), 2).replaceAll(',', '')) * 100)
        const sum = all.reduce((total, each) => total + each, 0)
        expect(all.reduce((total, each) => total + shown(each), 0)).toBe(shown(sum))
      }),
    )
  })

  test('quarters of an hour are told in hours, ten minutes in minutes; nothing at all in hours', () => {
    expect([workUnitOf([15, 60]), workUnitOf([15, 10]), workUnitOf([])]).toEqual(['hours', 'minutes', 'hours'])
  })

  test('hours become minutes and hours again', () => {
    expect([hoursOf(75), minutesOf(1.25), hoursOf(20)]).toEqual([1.25, 75, 0.333333333333333])
  })
})
