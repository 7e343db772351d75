import { strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { DELIVERED_SETTINGS } from '../../../src-main/words/papers.ts'
import type { ReportSettings } from '../../../src-main/model/paper.ts'
import { codesOf, MATURE, OLD, openDesk, smallPlan, type Desk } from '../../support/desk.ts'
import { exported } from './read-docx.ts'

const { report } = DELIVERED_SETTINGS
const withReport = ({ ask }: Desk, change: Partial<ReportSettings>) => ask('documents.save', { report: { ...report, ...change } })
/** Whole steps of a written amount. */
const stepsIn = (text: string): bigint => BigInt(text.replace(/[^\d-]/g, ''))

describe('the explanatory note', () => {
  it('tells the sample city as it is', async () => {
    const { lines, file } = await exported(await openDesk())
    expect(file.fileName).toBe('关于2023年度社区服务群众专项经费分配情况的说明.docx')
    expect(lines).toContain(
      '2023年度共安排专项经费 3,590万元，上年为 3,600万元，比上年减少10万元；其中增加的社区66个，共660万元，减少的社区114个，共670万元。',
    )
    expect(lines).toContain('A类社区72个，1,080万元；B类社区66个，1,980万元；C类社区22个，330万元；D类社区20个，200万元。')
    expect(lines).toContain('没有人工定类的社区；没有金额未定的社区。各社区的类别、金额及理由见附表。')
    expect(lines.join('\n')).toContain('示例数据')
    expect(lines.filter((line) => /\{\w+\}|undefined|NaN|null/.test(line))).toEqual([])
  })

  it('has the form of official letters', async () => {
    const { xml, styles, parts, lines } = await exported(await openDesk())
    // 210 x 297 mm, top 37 mm, binding edge 28 mm; text area 156 x 225 mm (GB/T 9704-2012), in twentieths of a point.
    const millimetres = (pattern: RegExp): number[] =>
      pattern
        .exec(xml)!
        .slice(1)
        .map((each) => Math.round((Number(each) / 1440) * 25.4 * 10) / 10)
    expect(millimetres(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/)).toEqual([210, 297])
    expect(millimetres(/<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/)).toEqual([37, 26, 35, 28])
    const style = (name: string): string => new RegExp(`<w:style [^>]*w:styleId="${name}".*?</w:style>`, 's').exec(styles)![0]
    for (const [name, font, size] of [
      ['Title', '方正小标宋简体', 44],
      ['Heading1', '黑体', 32],
      ['Heading2', '楷体', 32],
    ] as const) {
      expect(style(name)).toContain(`w:eastAsia="${font}"`)
      expect(style(name)).toContain(`<w:sz w:val="${size}"/>`)
    }
    expect(styles).toMatch(/<w:docDefaults>.*w:eastAsia="仿宋".*<w:sz w:val="32"\/>.*<\/w:docDefaults>/s)
    // 22 lines of 28.95 pt in 225 mm, and the first one two signs in.
    expect(style('Letter Body')).toMatch(/w:line="579"/)
    expect(style('Letter Body')).toMatch(/w:lineRule="exact"/)
    expect(style('Letter Body')).toMatch(/w:firstLine="640"/)
    expect(579 * 22).toBeLessThanOrEqual((225 / 25.4) * 1440)
    // Page numbers in 宋体 of size 4, outside: odd pages right, even pages left.
    expect(strFromU8(parts['word/settings.xml']!)).toContain('evenAndOddHeaders')
    for (const [name, side] of [
      ['Letter Page Odd', 'right'],
      ['Letter Page Even', 'left'],
    ] as const) {
      expect(style(name)).toMatch(new RegExp(`<w:jc w:val="${side}"/>`))
      expect(style(name)).toMatch(/w:eastAsia="宋体".*<w:sz w:val="28"\/>/s)
    }
    expect(lines).toEqual(
      expect.arrayContaining(['一、总体情况', '表1　各类社区专项经费', '表2　各区县专项经费', '表3　资金承担情况', '附件：数字来源']),
    )
  })

  it('adds up in every table as it is shown, rounded or not', async () => {
    const desk = await smallPlan({
      甲社区: { ...MATURE, previousAmount: 33_333_333 },
      乙社区: { ...OLD, previousAmount: 33_333_333 },
      丙社区: { ...MATURE, previousAmount: 33_333_334 },
    })
    for (const decimals of [null, 0, 2, 4, 6]) {
      await withReport(desk, { decimals })
      const { tables, lines } = await exported(desk)
      expect(tables).toHaveLength(4)
      for (const [head, ...rows] of tables.slice(0, 3)) {
        for (const column of head!.keys()) {
          if (column === 0) continue
          const [total, parts] = [stepsIn(rows.at(-1)![column]!), rows.slice(0, -1).map((row) => stepsIn(row[column]!))]
          expect(
            parts.reduce((sum, each) => sum + each, 0n),
            `${head![column]}, ${decimals} decimals`,
          ).toBe(total)
        }
      }
      expect(lines.some((line) => line.includes('最大余数法'))).toBe(decimals !== 6)
    }
  })

  it("follows the department's own text and signature, and speaks English in 元", async () => {
    const desk = await openDesk()
    await desk.ask('documents.save', { department: { zh: '某区组织部', en: 'Department of Something' } })
    await withReport(desk, {
      title: { zh: '说明<甲>|&“乙”', en: 'Note' },
      body: {
        zh: '# 一\n## （一）\n{department}：{total}。\n{table:payers}\n> {signature}\n> 二〇二三年',
        en: 'Total {total} by {department}; {compared}.',
      },
    })
    const { lines, tables, xml, file } = await exported(desk)
    expect(lines).toEqual(expect.arrayContaining(['说明<甲>&“乙”', '一', '（一）', '某区组织部：3,590万元。', '某区组织部', '二〇二三年']))
    expect(xml).toMatch(/说明&lt;甲&gt;.*<w:br\/>.*&amp;“乙”/s)
    expect(file.fileName).toBe('说明 甲 &“乙”.docx')
    expect(tables).toHaveLength(2)
    const english = (await exported(desk, { language: 'en' })).lines
    expect(english).toContain(
      'Total 35,900,000 yuan by Department of Something; the year before it was 36,000,000 yuan; that is a decrease of 100,000 yuan. 66 communities gain 6,600,000 yuan, and 114 communities lose 6,700,000 yuan.',
    )
    expect(english.join('\n')).not.toMatch(/\p{sc=Han}/u)
  })

  it('leaves out the signature of a department without a name', async () => {
    const desk = await openDesk()
    await withReport(desk, { body: { zh: '{department}。\n> {signature}\n> 某日', en: '' } })
    const { lines } = await exported(desk)
    expect(lines).toContain('本部门。')
    expect(lines.slice(lines.indexOf('附件：数字来源') + 1, lines.indexOf('附件'))).toEqual(['', '某日'])
  })

  it.each([
    ['a table that there is not', '{table:nothing}', 'document.gapUnknown'],
    ['a chart that there is not', '{chart:pie}', 'document.gapUnknown'],
    ['a table within a line', '见{table:classes}。', 'document.gapNotAlone'],
    ['a chart within a heading', '# {chart:flow}', 'document.gapNotAlone'],
  ])('is not saved with %s', async (_what, text, code) => {
    const desk = await smallPlan({ 甲社区: MATURE })
    expect(await codesOf(withReport(desk, { body: { zh: text, en: '' } }))).toEqual([code])
    expect(await codesOf(withReport(desk, { body: { zh: '', en: `a\n${text}` } }))).toEqual([code])
  })

  it('is not saved with a table as its title', async () => {
    const desk = await smallPlan({})
    expect(await codesOf(withReport(desk, { title: { zh: '{table:classes}', en: '' } }))).toEqual(['document.gapNotAlone'])
  })

  it('keeps the choice of charts; settings from before there was one have the usual', async () => {
    const desk = await openDesk()
    const { charts: _, ...older } = report
    await desk.ask('documents.save', { report: older })
    expect((await desk.ask('documents.settings')).report.charts).toEqual(['classes', 'flow', 'districts'])
    await withReport(desk, { charts: ['ranked'] })
    expect((await desk.ask('documents.settings')).report.charts).toEqual(['ranked'])
    await desk.ask('history.undo')
    await desk.ask('history.undo')
    expect((await desk.ask('documents.settings')).changed).toEqual([])
  })
})
