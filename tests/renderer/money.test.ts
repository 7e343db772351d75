import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactMoney, formatMoney, formatMoneyChange, parseMoney, writtenAlike } from '../../src-renderer/format/money.ts'

describe('writing money', () => {
  it.each([
    [15_000_000, 'yuan', '150,000'],
    [15_000_050, 'yuan', '150,000.50'],
    [5, 'yuan', '0.05'],
    [-5, 'yuan', '-0.05'],
    [0, 'yuan', '0'],
    [3_590_000_000, 'wan', '3,590'],
    [15_000_000, 'wan', '15'],
    [15_500_000, 'wan', '15.5'],
    [1, 'wan', '0.000001'],
    [-10_000_000, 'wan', '-10'],
  ] as const)('%i fen in %s is %s', (fen, unit, text) => expect(exactMoney(fen, unit)).toBe(text))
  it.each([
    [1, 'wan', '0'],
    [15_512_345, 'wan', '15.51'],
    [15_500_000, 'wan', '15.5'],
    [-499_999_999, 'wan', '-500'],
    [15_000_050, 'yuan', '150,000.50'],
  ] as const)('%i fen are shown in %s as %s: two decimals of 万元 unless more are wanted', (fen, unit, text) =>
    expect(formatMoney(fen, unit)).toBe(text),
  )

  it('keeps both decimals in a column that needs them', () => expect(formatMoney(15_000_000, 'yuan', 2)).toBe('150,000.00'))
  it('marks gains and losses, and zero as neither', () =>
    expect([660_000_000, -360_000_000, 0].map((fen) => formatMoneyChange(fen, 'wan'))).toEqual(['+660', '-360', '0']))
})

describe('reading money', () => {
  it.each([
    ['150000', 15_000_000],
    ['１５０，０００', 15_000_000],
    ['150,000.5', 15_000_050],
    ['￥ 12.30', 1230],
    ['15万', 15_000_000],
    ['15.5 万元', 15_500_000],
    ['12元', 1200],
    ['-3', -300],
  ])('%s is %i fen', (text, fen) => expect(parseMoney(text, 'yuan')).toBe(fen))

  it.each(['', 'abc', '1.234', '12元5角', '1e5', '0.0000001万', '99999999999999999'])('%s is no amount', (text) =>
    expect(parseMoney(text, 'yuan')).toBeNull(),
  )

  it('reads back whatever it wrote, to the fen', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('yuan', 'wan'), (fen, unit) => {
        expect(parseMoney(exactMoney(fen, unit), unit)).toBe(fen === 0 ? 0 : fen)
      }),
    )
  })
})

describe('the amounts of one table', () => {
  it('have as many decimals as the longest needs, and no more; what is not known is a dash', () => {
    const halves = writtenAlike([15_000_000, 7_500_000, null], 'wan')
    expect([15_000_000, 7_500_000, 0, null, undefined].map(halves.money)).toEqual(['15.0', '7.5', '0.0', '–', '–'])
    expect([5_000_000, -7_500_000, 0, null].map(halves.change)).toEqual(['+5.0', '-7.5', '0.0', '–'])
    expect(writtenAlike([15_000_000, 330_000_000], 'wan').money(15_000_000)).toBe('15')
    const cents = writtenAlike([15_000_000, 10_050], 'yuan')
    expect([15_000_000, 10_050].map(cents.money)).toEqual(['150,000.00', '100.50'])
  })
})
