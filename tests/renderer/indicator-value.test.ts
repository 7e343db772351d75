import { describe, expect, it } from 'vitest'
import { Indicator } from '../../src-main/model/indicator.ts'
import { readText, TYPED } from '../../src-main/model/value.ts'
import { formatIndicatorValue } from '../../src-renderer/format/indicator-value.ts'
import { wordsIn } from '../../src-renderer/locales/words.ts'

const indicator = (kind: Indicator['kind'], more: object = {}): Indicator =>
  Indicator.parse({ key: 'tested', label: { zh: '试项', en: 'Tested' }, kind, group: 'test', ...more })
const number = indicator('number', { step: 0.0001 })
const share = indicator('share')
const flag = indicator('flag')
const place = indicator('category', {
  options: [
    { key: 'edge', label: { zh: '城郊', en: 'City edge' }, synonyms: ['城边'] },
    { key: 'town', label: { zh: '乡镇', en: 'Township' } },
  ],
})
const zh = wordsIn('zh')
const en = wordsIn('en')
const valueOf = (of: Indicator, text: string) => {
  const reading = readText(of, text, TYPED)
  return 'value' in reading ? reading.value : reading.code
}

describe('reading what was typed', () => {
  it.each([
    [number, '7,723', 7723],
    [number, '７７２３', 7723],
    [number, ' 1.7万 ', 17_000],
    [number, '-5', -5],
    [number, '', null],
    [share, '35%', 0.35],
    [share, '３５％', 0.35],
    [share, '35', 0.35],
    [share, '0.35', 'import.shareOrPercent'],
    [share, '100', 1],
    [share, '0.5%', 0.005],
    [share, '14.5%', 0.145],
    [flag, '是', 1],
    [flag, 'No', 0],
    [place, '城边', 'edge'],
    [place, 'city EDGE', 'edge'],
    [place, 'town', 'town'],
  ] as const)('%#: %s', (of, text, value) => expect(valueOf(of, text)).toBe(value))

  it.each([
    [number, '很多', 'import.numberExpected'],
    [number, '35%', 'import.numberExpected'],
    [number, '1-2', 'import.numberExpected'],
    [share, '3万', 'import.numberExpected'],
    [flag, '也许', 'import.yesOrNoExpected'],
    [place, '城外', 'import.optionUnknown'],
  ] as const)('%#: %s is refused as %s', (of, text, code) => expect(valueOf(of, text)).toBe(code))
})

describe('writing values', () => {
  it('never shows an unknown value as zero', () =>
    expect([null, undefined].map((value) => formatIndicatorValue(number, value, zh))).toEqual(['', '']))
  it('writes delivered values in full and derived ones rounded', () => {
    const derived = indicator('number', { step: 0.0001, formula: 'residents / area' })
    expect([formatIndicatorValue(number, 1234.5678, zh), formatIndicatorValue(derived, 1234.5678, zh)]).toEqual(['1,234.5678', '1,234.57'])
  })
  it('clears a share of binary noise', () =>
    expect([0.07, 0.145, 0.29, 1].map((value) => formatIndicatorValue(share, value, zh))).toEqual(['7%', '14.5%', '29%', '100%']))
  it('speaks the language of the reader', () => {
    expect([formatIndicatorValue(place, 'edge', zh), formatIndicatorValue(place, 'edge', en), formatIndicatorValue(flag, 1, en)]).toEqual([
      '城郊',
      'City edge',
      'yes',
    ])
  })
  it.each([
    [number, 0.1],
    [number, 123456.789],
    [share, 0.3333],
    [flag, 0],
    [place, 'town'],
  ] as const)('%#: reads back what it wrote', (of, value) => {
    for (const words of [zh, en]) expect(valueOf(of, formatIndicatorValue(of, value, words))).toBe(value)
  })
})
