import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importDictionary } from '../../support/import-dictionary.ts'
import { readAmount, readIndicator } from '../../../src-main/documents/import/cell-value.ts'
import { parseWrittenNumber } from '../../../src-main/model/written-number.ts'

const residents = importDictionary.indicators.find(({ key }) => key === 'residents')!
const share = importDictionary.indicators.find(({ key }) => key === 'floatingShare')!
const byHeading = (factor: number) => ({ factor, unitStated: true })
const asText = (text: string) => ({ kind: 'text', text }) as const

const fullWidth = (text: string): string => text.replaceAll(/[0-9.,%-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const inGroups = (digits: string): string => digits.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')
/** A whole number divided by 10 to the power, exactly, by moving the point in its digits. */
const shifted = (whole: number, places: number): string => {
  const digits = String(whole).padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '')
}

/** Ways to write a whole number so that a reader takes it for exactly that. */
const ways: ((whole: number) => string)[] = [
  String,
  (whole) => inGroups(String(whole)),
  (whole) => fullWidth(String(whole)),
  (whole) => fullWidth(inGroups(String(whole))),
  (whole) => `${whole}人`,
  (whole) => ` ${inGroups(String(whole))} 人 `,
  (whole) => `${shifted(whole, 4)}万`,
  (whole) => `${fullWidth(shifted(whole, 4))}万人`,
  (whole) => `${shifted(whole, 8)}亿`,
  (whole) => `${whole}.00`,
  (whole) => `+${whole}`,
  (whole) => `　${[...String(whole)].join(' ')}　`,
]

test('a number is the same number in all the ways it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), fc.constantFrom(...ways), (whole, way) => {
      const written = way(whole)
      expect(readIndicator(asText(written), written, residents, byHeading(1))).toEqual({ value: whole })
    }),
    { numRuns: 2000 },
  )
})

test('a heading in 万人 gives the same people as a number and as a text', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (whole) => {
      const text = shifted(whole, 4)
      expect(readIndicator(asText(text), text, residents, byHeading(10_000))).toEqual({ value: whole })
      expect(readIndicator({ kind: 'number', number: Number(text), percent: false }, text, residents, byHeading(10_000))).toEqual({
        value: whole,
      })
    }),
    { numRuns: 1000 },
  )
})

test('money is exact to the fen in 元, 万元 and 亿元', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), (fen) => {
      for (const [text, factor] of [
        [shifted(fen, 2), 1],
        [shifted(fen, 6), 10_000],
        [shifted(fen, 10), 1e8],
      ] as const) {
        expect(readAmount(asText(text), text, byHeading(factor))).toEqual({ value: fen })
        expect(readAmount({ kind: 'number', number: Number(text), percent: false }, text, byHeading(factor))).toEqual({ value: fen })
      }
      const inWan = `${shifted(fen, 6)}万元`
      expect(readAmount(asText(inWan), inWan, byHeading(1))).toEqual({ value: fen })
    }),
    { numRuns: 1000 },
  )
})

test('a share is the same as percentage, as text with % and as fraction', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
      const percent = shifted(hundredths, 2)
      const expected = { value: hundredths / 10_000 }
      expect(readIndicator(asText(`${percent}%`), '', share, { factor: 1, unitStated: false })).toEqual(expected)
      expect(readIndicator(asText(fullWidth(`${percent}%`)), '', share, byHeading(0.01))).toEqual(expected)
      expect(readIndicator(asText(percent), '', share, byHeading(0.01))).toMatchObject(expected)
      expect(readIndicator({ kind: 'number', number: hundredths / 10_000, percent: true }, '', share, byHeading(0.01))).toEqual(expected)
    }),
    { numRuns: 1000 },
  )
})

test('whatever is typed, a value is either read or refused, and never a number that is not finite', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,，-+%万亿人户元约/～~ eE()（） ') }), (text) => {
      const reading = readIndicator(asText(text), text, residents, byHeading(1))
      if ('value' in reading) expect(reading.value === null || Number.isInteger(reading.value)).toBe(true)
      const digits = parseWrittenNumber(text)
      if (digits !== null) expect(Number.isNaN(digits.number)).toBe(false)
    }),
    { numRuns: 3000 },
  )
})
