import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAmount, readIndicator } from '../../src-main/documents/import/cell-value.ts'
import { PREVIOUS_AMOUNT } from '../../src-main/model/field.ts'
import { Indicator, type IndicatorValue } from '../../src-main/model/indicator.ts'
import { fenIn, numberIn, readText, TYPED, type Reading, type Surroundings } from '../../src-main/model/value.ts'
import { formatMoney } from '../../src-main/words/money.ts'
import { valueInCell } from '../../src-main/words/values.ts'
import { readEntries } from '../../src-renderer/modules/communities/entries.ts'
import { importDictionary } from '../support/import-dictionary.ts'
import { classes } from '../renderer/results.ts'

const indicatorNamed = (key: string): Indicator => importDictionary.indicators.find((each) => each.key === key)!
const [residents, share, flag, location] = ['residents', 'floatingShare', 'hasProperty', 'location'].map(indicatorNamed) as [
  Indicator,
  Indicator,
  Indicator,
  Indicator,
]

/** A heading that states no unit, and one that states %: what the sheet says of a column of shares. */
const BARE: Surroundings = { factor: 1, unitStated: false }
const IN_PERCENT: Surroundings = { factor: 0.01, unitStated: true }

const outcome = (reading: Reading): IndicatorValue => ('value' in reading ? reading.value : reading.code)
const fromSheet = (indicator: Indicator, text: string, column: Surroundings = BARE): IndicatorValue =>
  outcome(readIndicator({ kind: 'text', text }, text, indicator, column))

/** What the grid makes of a text in a column: the value that is sent, or why it is not. */
function inGrid(columnKey: string, text: string): IndicatorValue {
  const { edits, refused } = readEntries([{ rowKey: 'one', columnKey, text }], importDictionary, { classes } as never)
  return refused.length > 0 ? refused[0]!.problem.code : edits[0]!.value
}

describe('a text typed into the grid is read as in a sheet', () => {
  it.each([
    ['residents', '350人', 350],
    ['residents', '1.7万人', 17_000],
    ['residents', '1.7e4', 17_000],
    ['residents', '-', null],
    ['residents', '暂无', null],
    ['residents', '1,23', 'import.numberExpected'],
    ['residents', '5000户', 'import.numberExpected'],
    ['residents', '12.5', 'import.wholeNumberExpected'],
    ['residents', '3.0000001', 'import.wholeNumberExpected'],
    ['residents', '-5', 'import.outOfRange'],
    ['residents', '#REF!', 'import.formulaError'],
    ['area', '325公顷', 3.25],
    ['carryOver', '2.5万元', 25_000],
    ['floatingShare', '3.5‰', 0.0035],
    ['floatingShare', '35%', 0.35],
    ['floatingShare', '0', 0],
    ['floatingShare', '无', null],
    ['hasProperty', '☑', 1],
    ['hasProperty', '对', 1],
    ['hasProperty', '没有', 0],
    ['hasProperty', '不详', null],
    ['location', '主 城 区', 'urban'],
    ['location', '—', null],
  ] as const)('%s: %s is %j', (key, text, expected) => {
    expect(fromSheet(indicatorNamed(key), text)).toBe(expected)
    expect(inGrid(key, text)).toBe(expected)
  })

  it.each([
    ['20万元', 20_000_000],
    ['200,000.5', 20_000_050],
    ['-', null],
    ['1e5', 'import.amountExpected'],
    ['1,00', 'import.amountExpected'],
    ['-1', 'import.amountExpected'],
    ['1000.005', 'import.amountExpected'],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ] as const)('last year’s amount: %s is %j', (text, expected) => {
    expect(outcome(readAmount({ kind: 'text', text }, text, BARE))).toBe(expected)
    expect(inGrid(PREVIOUS_AMOUNT, text)).toBe(expected)
  })
})

describe('a share without % may be two things', () => {
  it.each([
    ['1', 'import.shareOrPercent'],
    ['0.35', 'import.shareOrPercent'],
    ['１', 'import.shareOrPercent'],
    ['35', 0.35],
    ['100', 1],
    ['1.5', 0.015],
    ['0', 0],
    ['0.00', 0],
    ['250', 'import.outOfRange'],
    ['-0.1', 'import.outOfRange'],
  ] as const)('typed, %s is %j', (text, expected) => expect(inGrid('floatingShare', text)).toBe(expected))

  it('is what the heading says in a sheet', () => {
    expect(['1', '0.35', '35'].map((text) => fromSheet(share, text, IN_PERCENT))).toEqual([0.01, 0.0035, 0.35])
    expect(['1', '0.35', '35'].map((text) => fromSheet(share, text))).toEqual([1, 0.35, 'import.shareOrPercent'])
  })
})

/** Texts of the signs that people write numbers, units and choices with. */
const typed = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789.,，-+%‰万亿人户元公顷约/～~ eE()（）是否无√×☑对#'), maxLength: 7 }),
  fc
    .tuple(
      fc.constantFrom('', '-', '+', '¥', '约'),
      fc.double({ min: 0, max: 200, noNaN: true }).map((number) => String(Number(number.toPrecision(3)))),
      fc.constantFrom('', '%', '‰', '万', '人', '万人', '元', '公顷', '.'),
    )
    .map((parts) => parts.join('')),
)

describe('whatever is typed', () => {
  it('grid and sheet give the same value, or refuse it for the same reason', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom(...importDictionary.indicators.filter(({ kind }) => kind !== 'share')), (text, indicator) => {
        expect(inGrid(indicator.key, text)).toBe(fromSheet(indicator, text))
      }),
      { numRuns: 3000 },
    )
  })
  it('an amount is the same in grid and sheet', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(inGrid(PREVIOUS_AMOUNT, text)).toBe(outcome(readAmount({ kind: 'text', text }, text, BARE)))
      }),
      { numRuns: 2000 },
    )
  })
  it('a share in the grid is what it is in a sheet under a heading with % and under one without, or refused', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const own = inGrid(share.key, text)
        const [percent, bare] = [fromSheet(share, text, IN_PERCENT), fromSheet(share, text)]
        // Refused as doubtful exactly where the heading of a sheet would decide between two values.
        if (own === 'import.shareOrPercent') expect([typeof percent, typeof bare, percent === bare]).toEqual(['number', 'number', false])
        else {
          expect(own).toBe(percent)
          expect([own, 'import.shareOrPercent']).toContain(bare)
        }
      }),
      { numRuns: 3000 },
    )
  })
})

describe('what is written is read as the same value', () => {
  const decimal = (most: number, places: number) => fc.integer({ min: 0, max: most * 10 ** places }).map((whole) => whole / 10 ** places)
  const area = indicatorNamed('area')
  const values: Record<Indicator['kind'], fc.Arbitrary<readonly [Indicator, number | string]>> = {
    number: fc.oneof(
      fc.integer({ min: 0, max: 1e12 }).map((whole) => [residents, whole] as const),
      decimal(1000, 6).map((size) => [area, size] as const),
    ),
    share: decimal(1, 6).map((fraction) => [share, fraction] as const),
    flag: fc.constantFrom(0, 1).map((answer) => [flag, answer] as const),
    category: fc.constantFrom(...location.options).map(({ key }) => [location, key] as const),
  }
  it.each(Object.keys(values) as Indicator['kind'][])('%s, in both languages', (kind) => {
    fc.assert(
      fc.property(values[kind], fc.constantFrom('zh', 'en'), ([indicator, value], language) => {
        const text = valueInCell(indicator, value, language)
        expect(outcome(readText(indicator, text, TYPED)), text).toBe(value)
        expect(fromSheet(indicator, text), text).toBe(value)
      }),
      { numRuns: 500 },
    )
  })
  it('unknown, as a blank', () => {
    for (const indicator of [residents, share, flag, location]) {
      expect(valueInCell(indicator, null, 'zh')).toBe('')
      expect(inGrid(indicator.key, '')).toBeNull()
    }
  })
  it('an amount, in 元 and in 万元', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        expect(fenIn(formatMoney(fen, 'yuan'), TYPED)).toBe(fen)
        expect(fenIn(`${formatMoney(fen, 'wan')}万元`, TYPED)).toBe(fen)
      }),
    )
  })
})

describe('a field beside which its unit stands', () => {
  it.each([
    ['35', 'percent', 0.35],
    ['35%', 'percent', 0.35],
    ['0.35', 'percent', 0.0035],
    ['3.5‰', 'percent', 0.0035],
    ['-14.5', 'percent', -0.145],
    ['3万', 'percent', null],
    ['1.2万', 'plain', 12_000],
    ['1,200', 'plain', 1200],
    ['5.', 'plain', 5],
    ['.5', 'plain', 0.5],
    ['-0', 'plain', 0],
    ['35%', 'plain', null],
    ['', 'plain', null],
    ['-', 'plain', null],
    ['很多', 'plain', null],
  ] as const)('%s in a %s field is %j', (text, field, expected) => expect(numberIn(text, field)).toBe(expected))
})
