import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Indicator } from '../../../src-main/model/indicator.ts'
import { gridAround, gridCeiling, gridFloor, stepOf } from '../../../src-main/engine/indicators/grid.ts'

describe('the grid on which values are counted', () => {
  test('floor and ceiling are the nearest values, without binary dust', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e7, max: 1e7 }),
        fc.constantFrom([1, 0], [0.1, 1], [0.01, 2], [0.001, 3], [0.25, 2], [5, 0]),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (count, [step, decimals], part) => {
          const value = Number((count * step!).toFixed(decimals))
          const next = Number(((count + 1) * step!).toFixed(decimals))
          expect([gridFloor(value, step!), gridCeiling(value, step!)]).toEqual([value, value])
          const between = value + (next - value) * part
          expect([gridFloor(between, step!), gridCeiling(between, step!)]).toEqual([value, next])
        },
      ),
    )
  })

  test.each<[number, number, number[]]>([
    [3, 1, [2, 3, 4]],
    [2.5, 1, [1, 2, 3, 4]],
    [0.3, 0.1, [0.2, 0.3, 0.4]],
    [0.1 + 0.2, 0.1, [0.2, 0.3, 0.4]],
    [-0.5, 1, [-2, -1, 0, 1]],
    [7, 5, [0, 5, 10, 15]],
  ])('around %d in steps of %d are %j', (value, step, around) => expect(gridAround(value, step)).toEqual(around))

  test('a share that names no step is counted in tenths of a percent', () => {
    const indicator = (more: object): Indicator => Indicator.parse({ key: 'x', label: { zh: 'x' }, kind: 'share', group: 'g', ...more })
    expect([stepOf(indicator({})), stepOf(indicator({ step: 0.05 })), stepOf(indicator({ kind: 'number' }))]).toEqual([0.001, 0.05, 1])
  })
})
