import { describe, expect, it } from 'vitest'
import type { Lever, WhatIf, WhatIfBase } from '../../../../src-main/model/scenario.ts'
import { wordsIn } from '../../../../src-renderer/locales/words.ts'
import { emptyDemand, readDemand } from '../../../../src-renderer/modules/analysis/demands.ts'
import { leverLabel, leverText, readLever, unitText } from '../../../../src-renderer/modules/what-if/lever-words.ts'
import { movesOf, passes, type MoveFilter } from '../../../../src-renderer/modules/what-if/moves.ts'
import { preset, standardDictionary } from '../../../../src-main/policy/presets.ts'
import { RESOURCES } from '../../../support/open-app.ts'

const source = { policy: preset(RESOURCES, 'reference')!, dictionary: standardDictionary(RESOURCES) }
const words = wordsIn('zh')
const lever = (changes: Partial<Lever>): Lever => ({
  path: 'p',
  value: 0,
  unit: { kind: 'number' },
  part: 'step',
  key: null,
  name: null,
  field: 'amountFen',
  of: null,
  min: 0,
  max: 1,
  step: 1,
  condition: null,
  baseValue: 0,
  ...changes,
})
const amount = lever({ unit: { kind: 'fen' }, field: 'amountsFen', of: 'B' })
const share = lever({
  part: 'rule',
  unit: { kind: 'indicator', indicator: 'oldShare' },
  field: 'value',
  condition: { kind: 'compare', indicator: 'oldShare', operator: '>=', value: 0.5 },
})
const people = lever({
  part: 'rule',
  unit: { kind: 'indicator', indicator: 'residents' },
  field: 'to',
  condition: { kind: 'range', indicator: 'residents', to: 3000, toIncluded: false },
})

describe('a lever', () => {
  it('is named and counted in the words of the field', () => {
    expect([amount, share, people].map((each) => [leverLabel(each, source, words), unitText(each, source, words)])).toEqual([
      ['B 类', '万元'],
      ['老旧楼院占比 ≥', '%'],
      ['常住人口 <', '人'],
    ])
  })
  it('is read back exactly as it is written', () => {
    for (const [each, value, text] of [
      [amount, 30_000_001, '30.000001'],
      [share, 0.575, '57.5'],
      [people, 3000, '3,000'],
    ] as const) {
      expect(leverText(each, value, source)).toBe(text)
      expect(readLever(each, text, source)).toBe(value)
    }
  })
  it('takes full-width digits and its own unit, and nothing else', () => {
    expect([readLever(share, '６０％', source), readLever(amount, '３１万元', source), readLever(amount, '300000元', source)]).toEqual([
      0.6, 31_000_000, 30_000_000,
    ])
    expect([
      readLever(share, '六成', source),
      readLever(amount, '-1', source),
      readLever(amount, '', source),
      readLever(people, '1.2.3', source),
    ]).toEqual([null, null, null, null])
  })
})

describe('moves', () => {
  const community = (key: string, own: string | null, amountFen: number | null) => ({
    key,
    code: '',
    name: key,
    district: '',
    subdistrict: '',
    class: own,
    amountFen,
    overridden: false,
    people: 1,
  })
  const base = {
    communities: [community('same', 'A', 5), community('more', 'A', 5), community('less', 'A', 5), community('open', 'A', 5)],
  } as unknown as WhatIfBase
  const found = { classes: ['A', 'B', 'A', null], amounts: [5, 9, 3, null], deciders: ['r', 'r', 'override', null] } as unknown as WhatIf
  const moves = movesOf(base, found)
  it('are the columns beside the communities; what is not known has no change', () => {
    expect(moves.map((each) => [each.key, each.from, each.to, each.changeFen, each.overridden])).toEqual([
      ['same', 'A', 'A', 0, false],
      ['more', 'A', 'B', 4, false],
      ['less', 'A', 'A', -2, true],
      ['open', 'A', null, null, false],
    ])
  })
  it.each([
    ['changed', ['more', 'less', 'open']],
    ['moved', ['more', 'open']],
    ['gain', ['more']],
    ['loss', ['less']],
    ['all', ['same', 'more', 'less', 'open']],
  ] as Array<[MoveFilter, string[]]>)('pass the filter %s', (filter, keys) => {
    expect(moves.filter((each) => passes(each, filter)).map((each) => each.key)).toEqual(keys)
  })
})

describe('a demand', () => {
  const typed = { ...emptyDemand('totalAtMost', ['A', 'B']), money: '3,590', district: '东区', least: '10', most: '' }
  it('is read from what was typed', () => {
    expect(
      (['totalAtMost', 'classTimes', 'classBetween', 'lossAtMost', 'districtTotalAtLeast', 'classOrder'] as const).map((kind) =>
        readDemand({ ...typed, kind }),
      ),
    ).toEqual([
      { kind: 'totalAtMost', fen: 3_590_000_000 },
      { kind: 'classTimes', class: 'B', of: 'A', times: 2 },
      { kind: 'classBetween', class: 'B', minFen: 10_000_000 },
      { kind: 'lossAtMost', share: 0.1 },
      { kind: 'districtTotalAtLeast', district: '东区', fen: 3_590_000_000 },
      { kind: 'classOrder', classes: ['A', 'B'] },
    ])
  })
  it('is not one while something is missing or makes no sense', () => {
    expect(
      [
        { ...typed, money: '' },
        { ...typed, kind: 'classTimes' as const, of: 'B' },
        { ...typed, kind: 'lossAtMost' as const, share: '120' },
        { ...typed, kind: 'classBetween' as const, least: '' },
        { ...typed, kind: 'districtTotalAtLeast' as const, district: '' },
      ].map(readDemand),
    ).toEqual([null, null, null, null, null])
  })
})
