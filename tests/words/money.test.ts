import { describe, expect, it } from 'vitest'
import { formatMoney, moneyInWords } from '../../src-main/words/money.ts'
import { formatChange, formatNumber, formatRate, formatShare, numberInWords } from '../../src-main/words/numbers.ts'

describe('an amount in words', () => {
  it.each([
    [1230, '12.30元', '12.30 yuan'],
    [1200, '12元', '12 yuan'],
    [-50, '-0.50元', '-0.50 yuan'],
    [0, '0元', '0 yuan'],
    [-0, '0元', '0 yuan'],
    [15_500_000, '15.5万元', '155,000 yuan'],
    [3_590_000_000, '3,590万元', '35,900,000 yuan'],
    [15_505_050, '155,050.50元', '155,050.50 yuan'],
    [Number.MAX_SAFE_INTEGER, '90,071,992,547,409.91元', '90,071,992,547,409.91 yuan'],
  ])('%i fen', (fen, zh, en) => expect([moneyInWords(fen, 'zh'), moneyInWords(fen, 'en')]).toEqual([zh, en]))
})

describe('zero has no sign', () => {
  it('however it came about', () => {
    expect([formatNumber(-0), formatNumber(-1e-9), numberInWords(-0), numberInWords(-1e-13)]).toEqual(['0', '0', '0', '0'])
    expect([formatShare(-0), formatShare(-1e-9), formatRate(-0.0001), formatRate(-0)]).toEqual(['0%', '0%', '0.0%', '0.0%'])
    expect([formatChange(0), formatChange(-0), formatChange(1e-9), formatChange(-1e-9)]).toEqual(['0', '0', '0', '0'])
    expect([formatMoney(-0, 'yuan'), formatMoney(-0, 'wan', 2)]).toEqual(['0', '0.00'])
  })
  it('and what is not zero has its own', () =>
    expect([formatChange(2), formatChange(-2), formatNumber(-2), formatRate(-0.123)]).toEqual(['+2', '-2', '-2', '-12.3%']))
})
