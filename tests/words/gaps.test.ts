import { describe, expect, it } from 'vitest'
import { gapsKnownIn, TABLE_NAMES } from '../../src-main/model/paper.ts'
import { REPORT_CHARTS, REPORT_TABLES } from '../../src-main/model/report.ts'
import { gapsAsKept, gapsInWords } from '../../src-main/words/gaps.ts'
import { DELIVERED_SETTINGS } from '../../src-main/words/papers.ts'

const ALL = [
  ...new Set([
    ...(['report', ...TABLE_NAMES] as const).flatMap(gapsKnownIn),
    ...REPORT_TABLES.map((each) => `table:${each}`),
    ...REPORT_CHARTS.map((each) => `chart:${each}`),
  ]),
]

describe('placeholders of papers', () => {
  it.each(['zh', 'en'] as const)('have each a name of their own in %s, which is kept as one in the plan file', (language) => {
    const kept = ALL.map((each) => `{${each}}`)
    const shown = kept.map((each) => gapsInWords(each, language))
    expect(new Set(shown).size).toBe(ALL.length)
    expect(shown.map((each) => gapsAsKept(each, language))).toEqual(kept)
    if (language === 'zh') expect(shown.filter((each) => /[a-z]/i.test(each))).toEqual([])
    expect(shown.filter((each) => each.includes(':'))).toEqual([])
  })

  it('leave a text as it was when it is looked at and saved', () => {
    for (const language of ['zh', 'en'] as const) {
      const { title, body } = DELIVERED_SETTINGS.report
      for (const text of [title[language], body[language]]) expect(gapsAsKept(gapsInWords(text, language), language)).toBe(text)
    }
    expect(gapsInWords('{table:classes}见{totall}', 'zh')).toBe('{表：按类别}见{totall}')
    expect(gapsAsKept('{year}年{年度}', 'zh')).toBe('{year}年{year}')
  })
})
