import { describe, expect, it } from 'vitest'
import { fieldOf, fieldValue, LAST_YEAR_FIELDS, nothingKnown, PLACE_FIELDS, withFieldValue } from '../../src-main/model/field.ts'
import { fieldInWords, fieldLabel } from '../../src-main/words/fields.ts'
import { importDictionary } from '../support/import-dictionary.ts'
import { classes } from '../renderer/results.ts'

const source = { policy: { indicators: [], classes } as never, dictionary: importDictionary }
const { indicators } = importDictionary
const community = { key: '/朝阳街道/甲社区', code: '', name: '甲社区', district: '', subdistrict: '朝阳街道', ...nothingKnown() }

describe('a field of a community', () => {
  it.each([...PLACE_FIELDS, ...LAST_YEAR_FIELDS, 'residents'])('%s has a name in both languages, and is put and found again', (field) => {
    const label = fieldLabel(field, indicators)
    expect([label.zh, label.en]).toEqual([expect.stringMatching(/[\u4e00-\u9fff]/), expect.stringMatching(/^[A-Z]/)])
    const value = fieldOf(field, indicators)!.kind === 'amount' || field === 'residents' ? 12_345 : 'B'
    const changed = withFieldValue(community, field, value)
    expect(fieldValue(changed, field)).toBe(value)
    expect(fieldValue(community, field), 'the community itself is not changed').not.toBe(value)
  })
  it('that is unknown is said to be, and never zero', () =>
    expect(LAST_YEAR_FIELDS.map((field) => fieldInWords(field, fieldValue(community, field), source, 'zh'))).toEqual(['未知', '未知']))
  it('says last year’s amount as money, a class by its name, an indicator with its unit', () => {
    expect(fieldInWords('previousAmount', 20_000_000, source, 'zh')).toBe('20万元')
    expect(fieldInWords('previousAmount', 1230, source, 'en')).toBe('12.30 yuan')
    expect(fieldInWords('residents', 17_000, source, 'zh')).toBe('17,000人')
    expect(fieldInWords('previousClass', 'B', source, 'zh')).toContain('B')
    expect(fieldInWords('name', '甲社区', source, 'en')).toBe('甲社区')
  })
  it('that nothing knows is called by its key', () => expect(fieldLabel('gone', indicators)).toEqual({ zh: 'gone', en: 'gone' }))
})
