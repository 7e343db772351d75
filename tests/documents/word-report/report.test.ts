import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { DELIVERED_SETTINGS } from '../../../src-main/contract/document-defaults.ts'
import type { ReportSettings } from '../../../src-main/contract/document-settings.ts'
import type { InputOf } from '../../../src-main/contract/operations.ts'
import { codesOf, MATURE, OLD, openDesk, smallPlan, type Desk } from '../../app/desk.ts'

const { report } = DELIVERED_SETTINGS
/** The paragraphs of a Word file's body, and its parts. */
function read(base64: string): { lines: string[]; tables: string[][][]; xml: string; parts: Record<string, Uint8Array> } {
  const parts = unzipSync(Buffer.from(base64, 'base64'))
  const xml = strFromU8(parts['word/document.xml']!)
  const plain = (part: string): string => part.replace(/<[^>]+>/g, '').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', '\'')
  const rowsOf = (table: string): string[][] => [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) => [...row.matchAll(/<w:tc[ >].*?<\/w:tc>/gs)].map(([cell]) => plain(cell)))
  return { parts, xml, lines: xml.split('</w:p>').map(plain), tables: [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => rowsOf(table)) }
}
const exported = async ({ ask }: Desk, input: InputOf<'report.export'> = {}) => {
  const file = await ask('report.export', input)
  return { file, ...read(file.base64) }
}
const withReport = ({ ask }: Desk, change: Partial<ReportSettings>) => ask('documents.save', { report: { ...report, ...change } })
/** Whole steps of a written amount. */
const stepsIn = (text: string): bigint => BigInt(text.replace(/[^\d-]/g, ''))

describe('the explanatory note', () => {
  it('tells the sample city as it is, in the form of official letters', async () => {
    const { lines, file, xml, parts } = await exported(await openDesk())
    expect(file.fileName).toBe('关于 2023 年度社区服务群众专项经费分配情况的说明.docx')
    expect(lines.join('\n')).toContain('共安排专项经费 3,590万元，上年为 3,600万元，增减 -10万元。其中增加的社区 66 个，共 660万元；减少的社区 114 个，共 670万元。')
    expect(lines.join('\n')).toContain('示例数据')
    // 210 x 297 mm, top 37 mm, binding edge 28 mm; text area 156 x 225 mm (GB/T 9704-2012), in twentieths of a point.
    const twips = (pattern: RegExp): number[] => pattern.exec(xml)!.slice(1).map((each) => Math.round(Number(each) / 1440 * 25.4 * 10) / 10)
    expect(twips(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/)).toEqual([210, 297])
    expect(twips(/<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/)).toEqual([37, 26, 35, 28])
    expect(xml).toMatch(/w:eastAsia="仿宋"[^>]*\/>(?:(?!<\/w:r>).)*<w:sz w:val="32"\/>/s)
    expect(xml).toMatch(/w:eastAsia="方正小标宋简体"[^>]*\/>(?:(?!<\/w:r>).)*<w:sz w:val="44"\/>/s)
    expect(Object.keys(parts)).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml', 'word/footer1.xml']))
    expect(lines.some((line) => /\{\w+\}/.test(line))).toBe(false)
  })

  it('has every figure again in the table of sources, exact to the fen and as the plan says', async () => {
    const desk = await openDesk()
    const { totals, communities } = await desk.ask('result.get')
    const { lines, tables } = await exported(desk)
    const text = lines.slice(0, lines.indexOf('数字来源')).join('\n')
    const [, ...sources] = tables.at(-1)!
    expect(sources.length).toBeGreaterThan(20)
    for (const [figure] of sources) expect(text).toContain(figure)
    const exact = (figure: string): string | undefined => sources.find((row) => row[0] === figure)?.[1]
    expect(exact('3,590万元')).toBe('35,900,000.00')
    expect(stepsIn(exact('3,590万元')!)).toBe(BigInt(totals.amountFen))
    const inNorth = communities.filter((each) => each.district === '城北区').reduce((sum, each) => sum + each.amountFen!, 0)
    expect(stepsIn(sources.find((row) => row[0]!.startsWith('城北区'))![1]!)).toBe(BigInt(inNorth))
    // Every number of the running text is one that a source explains, or stands in the template or the policy's title.
    const explained = sources.map((row) => row[0]).join(' ')
    const numbers = lines.slice(2, 6).join(' ').match(/-?[\d,]+(?:\.\d+)?/g)!.filter((each) => each !== '2023')
    expect(numbers.filter((each) => !explained.includes(each))).toEqual([])
  })

  it('adds up in every table as it is shown, rounded or not', async () => {
    const desk = await smallPlan({ 甲社区: { ...MATURE, previousAmount: 33_333_333 }, 乙社区: { ...OLD, previousAmount: 33_333_333 }, 丙社区: { ...MATURE, previousAmount: 33_333_334 } })
    for (const decimals of [null, 0, 2, 4, 6]) {
      await withReport(desk, { decimals })
      const { tables, lines } = await exported(desk)
      for (const [head, ...rows] of tables.slice(0, 3)) {
        for (const column of head!.keys()) {
          if (column === 0) continue
          const [total, parts] = [stepsIn(rows.at(-1)![column]!), rows.slice(0, -1).map((row) => stepsIn(row[column]!))]
          expect(parts.reduce((sum, each) => sum + each, 0n), `${head![column]}, ${decimals} decimals`).toBe(total)
        }
      }
      expect(lines.some((line) => line.includes('最大余数法'))).toBe(decimals !== null && decimals < 6)
    }
  })

  it('says what is unknown and what there is none of', async () => {
    const desk = await smallPlan({ ['名'.repeat(58) + '社区']: MATURE, 缺数社区: {} })
    const { lines } = await exported(desk)
    expect(lines.join('\n')).toContain('尚未定类的社区 1 个')
    const empty = await smallPlan({})
    const nothing = (await exported(empty)).lines.join('\n')
    expect(nothing).toContain('对 0 个社区')
    expect(nothing).toContain('（没有社区）')
  })

  it('follows the department\'s own text, and speaks English', async () => {
    const desk = await openDesk()
    await desk.ask('documents.save', { department: { zh: '某区组织部', en: 'Department of Something' } })
    await withReport(desk, { title: { zh: '说明<甲>&“乙”', en: '' }, body: { zh: '# 一\n## （一）\n{department}：{total}。\n{table:payers}', en: 'Total {total} by {department}.' } })
    const { lines, tables } = await exported(desk)
    expect(lines).toEqual(expect.arrayContaining(['说明<甲>&“乙”', '一', '（一）', '某区组织部：3,590万元。']))
    expect(tables).toHaveLength(2)
    expect((await exported(desk, { language: 'en' })).lines.join('\n')).toContain('Total 3,590 ten thousand yuan by Department of Something.')
  })

  it('shows charts, in proportion', async () => {
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8Dw/z8DAAn9Av6cq3OMAAAAAElFTkSuQmCC'
    const { parts, xml, lines } = await exported(await openDesk(), { charts: [{ title: '类别流向', png }] })
    expect(Object.keys(parts).filter((name) => name.startsWith('word/media/') && name.endsWith('.png'))).toHaveLength(1)
    const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml)!
    expect(Number(width) / Number(height)).toBeCloseTo(2, 1)
    expect(lines).toContain('类别流向')
  })

  it('is not made from a text with gaps that mean nothing', async () => {
    const desk = await smallPlan({ 甲社区: MATURE })
    expect(await codesOf(withReport(desk, { body: { zh: '{table:nothing}', en: '' } }))).toEqual(['document.gapUnknown'])
  })
})
