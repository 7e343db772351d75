import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalsFor, MOST_DECIMALS, shownSums, stepOf, stepsAsText, type ShownSum, type SumOf } from '../../src-main/model/sums.ts'

const sum = (parts: SumOf[]): SumOf => ({ fen: parts.reduce((all, { fen }) => all + (fen ?? 0), 0), parts })
const amount = fc.oneof(
  fc.integer({ min: 0, max: 60_000_000 }),
  fc.integer({ min: -60_000_000, max: 60_000_000 }),
  fc.constantFrom(0, 1, -1, 50, 5_000, 15_000_000, 4_999, 9_007_199_254),
  fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 }),
)
const cell = fc.option(amount, { nil: null, freq: 8 }).map((fen): SumOf => ({ fen }))
/** Communities within subdistricts within districts: none, one, many. */
const plan = fc.array(fc.array(fc.array(cell, { maxLength: 6 }).map(sum), { maxLength: 4 }).map(sum), { maxLength: 4 }).map(sum)
const form = fc.oneof(
  fc.tuple(fc.constant('yuan' as const), fc.integer({ min: 0, max: 2 })),
  fc.tuple(fc.constant('wan' as const), fc.integer({ min: 0, max: 6 })),
)

/**
 * Every place where the parts as shown do not add up to their sum as shown, and every cell that is a whole step or more away from
 * its amount.
 */
function faults(whole: SumOf, shown: ShownSum, step: number, path = ''): string[] {
  const parts = whole.parts ?? []
  const total = shown.parts.reduce((all, { steps }) => all + BigInt(steps ?? 0), 0n)
  return [
    ...((whole.fen === null) === (shown.steps === null) ? [] : [`${path} is known or shown, but not both`]),
    ...(parts.length > 0 && total !== BigInt(shown.steps!) ? [`${path} shows ${shown.steps}, its parts ${total}`] : []),
    ...(whole.fen !== null &&
    (() => {
      const off = BigInt(shown.steps!) * BigInt(step) - BigInt(whole.fen)
      return (off < 0n ? -off : off) >= BigInt(step)
    })()
      ? [`${path}: ${whole.fen} is shown as ${shown.steps}`]
      : []),
    ...parts.flatMap((part, at) => faults(part, shown.parts[at]!, step, `${path}/${at}`)),
  ]
}

describe('sums as displayed', () => {
  it('that are not shown have parts which are rounded each by itself', () =>
    expect(shownSums({ fen: null, parts: [{ fen: 16 }, { fen: 14 }, { fen: null }] }, 10)).toEqual({
      steps: null,
      parts: [2, 1, null].map((steps) => ({ steps, parts: [] })),
    }))

  it('add up on every level, in every unit, and no cell is a whole step away from its amount', () => {
    fc.assert(
      fc.property(plan, form, (whole, [unit, decimals]) => {
        const step = stepOf(unit, decimals)
        expect(faults(whole, shownSums(whole, step), step)).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })

  it('are exact with as many decimals as the amounts need', () => {
    fc.assert(
      fc.property(plan, fc.constantFrom('yuan' as const, 'wan' as const), (whole, unit) => {
        const cells = (node: SumOf): (number | null)[] => (node.parts === undefined ? [node.fen] : node.parts.flatMap(cells))
        const step = stepOf(unit, decimalsFor(cells(whole), unit))
        const same = (node: SumOf, shown: ShownSum): boolean =>
          (node.fen === null ? shown.steps === null : BigInt(shown.steps!) * BigInt(step) === BigInt(node.fen)) &&
          (node.parts ?? []).every((part, at) => same(part, shown.parts[at]!))
        expect(same(whole, shownSums(whole, step))).toBe(true)
      }),
    )
  })

  it('do what the plain way does not: three thirds of 100 元 in 万元 with two decimals', () => {
    const { steps, parts } = shownSums(sum([{ fen: 333_333 }, { fen: 333_333 }, { fen: 333_334 }]), stepOf('wan', 2))
    expect(steps).toBe(100)
    expect(parts.map((each) => each.steps)).toEqual([33, 33, 34])
    expect([333_333, 333_333, 333_334].map((fen) => Math.round(fen / 10_000)).reduce((a, b) => a + b)).not.toBe(100)
  })

  it('show the same upper levels, however deep the table goes', () => {
    fc.assert(
      fc.property(plan, form, (whole, [unit, decimals]) => {
        const step = stepOf(unit, decimals)
        const flat: SumOf = { fen: whole.fen, parts: whole.parts!.map(({ fen }) => ({ fen })) }
        expect(shownSums(flat, step).parts.map((each) => each.steps)).toEqual(shownSums(whole, step).parts.map((each) => each.steps))
      }),
    )
  })

  it('go half a step away from zero, ties to the first, nothing that is exact is moved', () => {
    expect([5_000, -5_000, 4_999, -4_999].map((fen) => shownSums({ fen }, 10_000).steps)).toEqual([1, -1, 0, -0])
    expect(shownSums(sum([{ fen: 5_000 }, { fen: 5_000 }]), 10_000).parts.map((each) => each.steps)).toEqual([1, 0])
    expect(shownSums(sum([{ fen: 10_000 }, { fen: 5_000 }, { fen: 5_000 }]), 10_000).parts.map((each) => each.steps)).toEqual([1, 1, 0])
  })
})

describe('a step', () => {
  it.each([
    ['yuan', 0, 100],
    ['yuan', 2, 1],
    ['yuan', 6, 1],
    ['wan', 0, 1_000_000],
    ['wan', 2, 10_000],
    ['wan', 6, 1],
  ] as const)('of %s with %i decimals is %i fen', (unit, decimals, fen) => expect(stepOf(unit, decimals)).toBe(fen))
  it('is never less than a fen', () => expect(MOST_DECIMALS).toEqual({ yuan: 2, wan: 6 }))
  it.each([
    [359_000, 2, '3,590.00'],
    [-5, 2, '-0.05'],
    [0, 0, '0'],
    [-0, 2, '0.00'],
    [1_234_567, 0, '1,234,567'],
    [7, 6, '0.000007'],
  ] as const)('%i with %i decimals reads %s', (steps, decimals, text) => expect(stepsAsText(steps, decimals)).toBe(text))
  it('writes the fen of yuan with both decimals', () => {
    expect(decimalsFor([100, 50], 'yuan')).toBe(2)
    expect(decimalsFor([100, null], 'yuan')).toBe(0)
    expect(decimalsFor([15_000_000, 15_010_000], 'wan')).toBe(2)
  })
})
