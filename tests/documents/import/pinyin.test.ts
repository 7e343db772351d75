import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSpreadsheet } from '../../../src-main/documents/import/read-spreadsheet.ts'
import { recognise } from '../../../src-main/documents/import/recognise.ts'
import { standardDictionary } from '../../../src-main/policy/presets.ts'
import { importDictionary } from '../../support/import-dictionary.ts'
import { oneSheet } from '../../support/spreadsheet-files.ts'

const standard = standardDictionary(join(import.meta.dirname, '../../../resources'))
const columnsOf = async (headings: string[], dictionary = standard) =>
  recognise(await readSpreadsheet(oneSheet([headings, headings.map(() => 1)]), '表.xlsx'), dictionary).columns.map(
    ({ field, how, factor }) => [field, how, factor],
  )
/** What one heading means beside the name of the community and its subdistrict. */
const meaning = async (heading: string, dictionary = standard) => (await columnsOf(['社区名称', '街道', heading], dictionary))[2]!

describe('headings in pinyin', () => {
  test.each<[string, string | null]>([
    ['changzhurenkou', 'residents'],
    ['ChangZhuRenKou', 'residents'],
    ['chang zhu ren kou', 'residents'],
    ['chang_zhu_ren_kou', 'residents'],
    ['cháng zhù rén kǒu', 'residents'],
    ['ｃｚｒｋ', 'residents'],
    ['czrk', 'residents'],
    ['CZRK', 'residents'],
    ['czrks', 'residents'],
    ['changzhurenkoushu', 'residents'],
    ['hjrk', 'registeredPopulation'],
    ['laojiulouyuan', 'oldCourtyards'],
    ['swly', 'unmanagedCourtyards'],
    ['60suijiyishanglaonianren', 'elderly'],
    ['60sjyslnr', 'elderly'],
    ['12345rexiansuqiu', 'appealsReceived'],
    ['snjy', 'carryOver'],
    ['shangnianjingfei', 'previousAmount'],
    ['snjf', 'previousAmount'],
    ['snlb', 'previousClass'],
    ['shequdaima', 'code'],
    ['sqdm', 'code'],
    ['quxian', 'district'],
    // Too short, another word, or a word that goes on.
    ['xh', null],
    ['bz', null],
    ['rk', null],
    ['czr', null],
    ['changzhurenkouzengzhang', null],
    ['xyzabc', null],
    ['abc123', null],
  ])('%s is %s', async (heading, field) => {
    expect(await meaning(heading)).toEqual([field, field === null ? 'none' : 'pinyin', 1])
  })

  test('with a unit', async () => expect(await meaning('czrk（万人）')).toEqual(['residents', 'pinyin', 10_000]))

  test('name, place and figures of a whole sheet', async () => {
    expect(await columnsOf(['qx', 'quxian', 'jiedao', 'sqmc', 'ldrk'])).toEqual([
      [null, 'none', 1],
      ['district', 'pinyin', 1],
      ['subdistrict', 'pinyin', 1],
      ['name', 'pinyin', 1],
      ['floating', 'pinyin', 1],
    ])
  })

  test('the words of a heading go before pinyin, and ü is v or u', async () => {
    const indicator = (key: string, zh: string) => ({ ...importDictionary.indicators[1]!, key, label: { zh, en: '' }, synonyms: [] })
    const dictionary = {
      ...importDictionary,
      indicators: [...importDictionary.indicators, indicator('green', '绿地面积'), indicator('czrk', '另一项'), indicator('same', '楼园')],
    }
    expect(await meaning('lvdimianji', dictionary)).toEqual(['green', 'pinyin', 1])
    expect(await meaning('ludimianji', dictionary)).toEqual(['green', 'pinyin', 1])
    expect(await meaning('czrk', dictionary)).toEqual(['czrk', 'label', 1])
    // 楼院 and 楼园 sound alike: not for us to say.
    expect(await meaning('louyuan', dictionary)).toEqual([null, 'none', 1])
  })
})
