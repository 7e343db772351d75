import { beforeEach, describe, expect, it } from 'vitest'
import { MATURE, OLD, openDesk, smallPlan, type Desk } from '../../support/desk.ts'
import { pagesOf, requireWriter, type LetterPage } from './letter-pages.ts'
import { exported, pngOf } from './read-docx.ts'
import { full } from '../../support/full.ts'
import { inFull } from '../../support/in-full.ts'

const MAGENTA = [255, 0, 255] as const
const LONG = `某某经济技术开发区与高新技术产业园区及现代物流服务业集聚区${'长'.repeat(31)}`

/** Every page within the text area, numbered outside, none empty; everything that is written is on paper. */
function looksRight(pages: LetterPage[], lines: readonly string[]): void {
  for (const [at, { text, words, number, extentOf }] of pages.entries()) {
    expect(text.length + extentOf(MAGENTA).height, `page ${at + 1} is not empty`).toBeGreaterThan(0)
    expect(number.map((word) => word.text).join('')).toBe(`—${at + 1}—`)
    // One sign from the edge: 184 mm - 5.6 mm on odd pages, 28 mm + 5.6 mm on even ones; its dash 7 mm below the text.
    if (at % 2 === 0) expect(Math.abs(number.at(-1)!.right - 178.4), 'the number on the right').toBeLessThan(1)
    else expect(Math.abs(number[0]!.left - 33.6), 'the number on the left').toBeLessThan(1)
    expect(Math.abs((number[0]!.top + number[0]!.bottom) / 2 - 269)).toBeLessThan(2)
    for (const word of words) {
      expect(word.left, word.text).toBeGreaterThan(27.5)
      // A comma may hang over the edge.
      expect(word.right, word.text).toBeLessThan(/[，。；、）]$/.test(word.text) ? 190 : 185)
      expect(word.bottom, word.text).toBeLessThan(263.5)
    }
  }
  const all = pages.map((page) => page.text).join('')
  expect(lines.map((line) => line.replace(/\s/g, '')).filter((line) => !all.includes(line))).toEqual([])
}

const printed = async (desk: Desk, input: Parameters<typeof exported>[1] = {}) => {
  const { file, lines } = await exported(desk, input)
  return { pages: await pagesOf(Buffer.from(file.base64, 'base64')), lines }
}

describe('the note on paper', () => {
  beforeEach((context) => requireWriter(context))

  it.each(full ? (['zh', 'en'] as const) : (['zh'] as const))('has every line and whole pictures (%s)', async (language) => {
    const charts = [
      { name: 'classes' as const, title: '一', png: pngOf(590, 280).toString('base64') },
      { name: 'districts' as const, title: '二', png: pngOf(590, 420, [0, 255, 255]).toString('base64') },
    ]
    const { pages, lines } = await printed(await openDesk(), { language, charts })
    looksRight(pages, lines)
    expect(pages.length).toBeGreaterThanOrEqual(5)
    expect(pages.length).toBeLessThanOrEqual(7)
    for (const [colour, height] of [
      [MAGENTA, (156 * 280) / 590],
      [[0, 255, 255], (156 * 420) / 590],
    ] as const) {
      const [on, ...more] = pages.filter((page) => page.extentOf(colour).height > 0)
      expect(more).toEqual([])
      const { width, height: found } = on!.extentOf(colour)
      expect(Math.abs(width - 156)).toBeLessThan(1)
      expect(Math.abs(found - height)).toBeLessThan(1)
    }
    // The sources begin on a page of their own.
    const sources = pages.findIndex((page) => /^(附件数字来源|AttachmentWhereth)/.test(page.text))
    expect(sources).toBeGreaterThan(1)
    // The first line of the body is two signs in, and lines are 28.95 pt apart.
    const first = pages[0]!.words.find((word) => /^(本部门|Under)/.test(word.text))!
    expect(Math.abs(first.left - 28 - (2 * 16 * 25.4) / 72)).toBeLessThan(1)
  })

  it('keeps a small table on one page, wherever it falls', async () => {
    const desk = await openDesk()
    const { report } = await desk.ask('documents.settings')
    await desk.ask('documents.save', {
      report: {
        ...report,
        body: { zh: Array.from({ length: 14 }, (_, at) => `{table:classes}${'\n甲'.repeat(at % 4)}`).join('\n'), en: '' },
      },
    })
    const { pages } = await printed(desk)
    const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
    expect(pages.reduce((sum, page) => sum + count(page.text, /合计180/g), 0)).toBe(14)
    for (const { text } of pages)
      expect([count(text, /A类社区72/g), count(text, /单位：万元/g)]).toEqual([count(text, /合计180/g), count(text, /合计180/g)])
  })

  inFull('wraps names of 60 signs, and tells what is undecided', async () => {
    const desk = await smallPlan({ [LONG]: { ...OLD, previousAmount: 12_345_678_901 }, 缺数社区: {} })
    await desk.ask('communities.add', { code: '', name: LONG, district: LONG, subdistrict: LONG })
    await desk.ask('documents.save', { department: { zh: LONG, en: '' } })
    const { report } = await desk.ask('documents.settings')
    await desk.ask('documents.save', { report: { ...report, title: { zh: '{department}关于{year}年度经费的说明', en: '' } } })
    const { pages, lines } = await printed(desk)
    looksRight(pages, lines)
    // Notes stay with their table.
    for (const { text } of pages) expect(text).not.toMatch(/^注：/)
    expect(pages.map((page) => page.text).join('')).toContain('2个社区因缺少指标金额未定')
  })

  it.each([
    ['none', {}],
    ['one', { 甲社区: { ...MATURE, previousAmount: 33_333_333 } }],
  ])('is in order with %s of communities', async (_count, communities) => {
    const { pages, lines } = await printed(await smallPlan(communities))
    looksRight(pages, lines)
    expect(pages.length).toBeLessThanOrEqual(3)
  })

  inFull('has the components and payers of a policy', async () => {
    const desk = await openDesk()
    await desk.ask('policy.use', { id: 'components-and-payers' })
    const { pages, lines } = await printed(desk)
    looksRight(pages, lines)
    expect(pages.map((page) => page.text).join('')).toContain('表4经费分项情况')
  })
})
