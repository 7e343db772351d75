import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { minimalConflict } from '../../../src-main/engine/goal-seek/conflict.ts'
import { rowHolds, solve, type LinearRow, type Program } from '../../../src-main/engine/goal-seek/program.ts'

const whole = (max: number) => ({ whole: true, max })

describe('a program in whole numbers', () => {
  test('is solved to what trying every combination finds', async () => {
    const row = fc.record({
      coefficients: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 3, maxLength: 3 }),
      sense: fc.constantFrom('<=', '>=', '=' as const),
      bound: fc.integer({ min: -8, max: 12 }),
    })
    let [solved, impossible] = [0, 0]
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 4 }),
        fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 3 }),
        async (rows: LinearRow[], minimise) => {
          const all = Array.from({ length: 6 ** 3 }, (_, i) => [i % 6, Math.floor(i / 6) % 6, Math.floor(i / 36)]).filter((values) =>
            rows.every((each) => rowHolds(each, values)),
          )
          const worth = (values: number[]): number => minimise.reduce((sum, each, i) => sum + each * values[i]!, 0)
          const found = await solve({ variables: [whole(5), whole(5), whole(5)], rows }, minimise)
          if (all.length === 0) {
            impossible++
            expect(found).toBeNull()
            return
          }
          solved++
          expect(rows.every((each) => rowHolds(each, found!))).toBe(true)
          expect(worth(found!)).toBe(Math.min(...all.map(worth)))
        },
      ),
      { numRuns: 120 },
    )
    expect(solved).toBeGreaterThan(30)
    expect(impossible).toBeGreaterThan(5)
  })

  it('that has no end is refused, not answered', async () => {
    const program: Program = { variables: [{ whole: true, max: Infinity }], rows: [] }
    await expect(solve(program, [-1])).rejects.toThrow('goal.unsolved')
  })

  it('is checked beyond the numbers that are exact as doubles', () => {
    const row: LinearRow = { coefficients: [1_000_000, 1], sense: '<=', bound: Number.MAX_SAFE_INTEGER }
    expect(rowHolds(row, [9_007_199_254, 740_991])).toBe(true)
    expect(rowHolds(row, [9_007_199_254, 740_992])).toBe(false)
  })
})

test('a minimal conflict can not hold, and does without any one of its parts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      async (count, contradictions) => {
        const among = contradictions.map((each) => [...new Set(each.map((position) => position % count))])
        const canHold = (positions: number[]): boolean => !among.some((each) => each.every((position) => positions.includes(position)))
        const conflict = await minimalConflict(count, canHold)
        expect(canHold(conflict)).toBe(false)
        for (const position of conflict) expect(canHold(conflict.filter((each) => each !== position))).toBe(true)
      },
    ),
  )
})
