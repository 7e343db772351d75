import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { multiplyDivide, shareOut } from '../../../src-main/engine/allocation/largest-remainder.ts'

const whole = fc.maxSafeNat()

describe('largest remainder', () => {
  test('parts add up, each is its quota rounded down or up, and those rounded up have the largest remainders', () => {
    fc.assert(
      fc.property(whole, fc.array(fc.oneof(fc.nat(9), whole), { minLength: 1, maxLength: 12 }), (total, weights) => {
        const sum = weights.reduce((before, each) => before + BigInt(each), 0n)
        fc.pre(sum > 0n)
        const parts = shareOut(total, weights)
        expect(parts.reduce((before, each) => before + BigInt(each), 0n)).toBe(BigInt(total))
        const remainders = weights.map((weight) => (BigInt(total) * BigInt(weight)) % sum)
        const up = parts.map((part, i) => BigInt(part) - (BigInt(total) * BigInt(weights[i]!)) / sum)
        expect(up.every((each) => each === 0n || each === 1n)).toBe(true)
        // Whoever was rounded up stands before whoever was not: by remainder, then by position.
        up.forEach((one, i) =>
          up.forEach((other, j) => {
            if (one === 1n && other === 0n) expect(remainders[i]! > remainders[j]! || (remainders[i] === remainders[j] && i < j)).toBe(true)
          }),
        )
      }),
    )
  })

  test('ties go to the earlier code', () => {
    expect(shareOut(10, [1, 1, 1, 1])).toEqual([3, 3, 2, 2])
    expect(shareOut(2, [1, 2, 1])).toEqual([1, 1, 0])
  })

  test('nothing to share, or nobody with a weight, gives nothing', () => {
    expect(shareOut(0, [3, 4])).toEqual([0, 0])
    expect(shareOut(0, [0, 0])).toEqual([0, 0])
  })
})

test('a * b / c is rounded half up, also beyond 2^53', () => {
  fc.assert(
    fc.property(whole, fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 1, max: 2_000_000 }), (a, b, c) => {
      fc.pre(b <= c)
      const twiceOff = 2n * (BigInt(a) * BigInt(b) - BigInt(multiplyDivide(a, b, c)) * BigInt(c))
      expect(twiceOff < BigInt(c) && twiceOff >= -BigInt(c)).toBe(true)
    }),
  )
  expect([multiplyDivide(1, 1, 2), multiplyDivide(3, 1, 2), multiplyDivide(1, 1, 3), multiplyDivide(5, 0, 7)]).toEqual([1, 2, 0, 0])
})
