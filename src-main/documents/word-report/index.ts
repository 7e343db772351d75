import { ownPolicyInWords } from '../../words/policies.ts'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { fillGaps, gapsIn } from '../../model/paper.ts'
import { insertedBy } from '../../model/report.ts'
import { chartBlocks, FOOTERS, heading, paragraph, tableBlocks, title, type Block } from './blocks.ts'
import { reportContent } from './figures.ts'
import type { ReportChart, ReportInput } from './input.ts'
import { sourcesPart, type Captioned } from './sources.ts'
import { PAGE, STYLE, stylesIn } from './styles.ts'
import type { ReportTable } from './tables.ts'
import { titleLines } from './title-lines.ts'
import { wordsIn } from './words.ts'

export type { ReportChart, ReportInput } from './input.ts'
export { reportContent } from './figures.ts'
export { sizeOfPng } from './png.ts'

const SIGNED = /^>\s?/

/** @returns the title in its lines as text; what says where a line ends is left out */
const plainTitle = (text: string): string => text.replaceAll('|', '')

/**
 * The explanatory note as a Word file, in the form of official letters: the department's text with the figures of the plan,
 * numbered tables that
 * add up as they are shown, numbered charts, what is signed, and on a page of its own where each figure comes from.
 * @returns its bytes and its title
 */
export async function reportDocument(input: ReportInput): Promise<{ title: string; bytes: Uint8Array }> {
  const { settings, language, result, charts } = input
  const words = wordsIn(language)
  const content = reportContent(input)
  const textOf = (text: { zh: string; en: string }): string => (language === 'en' && text.en !== '' ? text.en : text.zh)
  const [titleText, bodyText] = [textOf(settings.title), textOf(settings.body)]
  const filled = fillGaps(titleText, content.gaps)

  const captioned: Captioned[] = []
  const numbers = { table: 0, chart: 0 }
  const withTable = (found: ReportTable): Block[] => {
    if (found.rows.length === 0) return []
    const caption = words.table(++numbers.table, found.title)
    captioned.push({ caption, source: found.source })
    return tableBlocks(found, caption, words)
  }
  const withChart = (chart: ReportChart): Block[] => {
    const caption = words.figure(++numbers.chart, chart.title)
    captioned.push({ caption, source: words.of.chart })
    return chartBlocks(chart, caption)
  }
  /** A line of the template: a table, a chart, a heading, or a paragraph with its gaps filled in. */
  const blocksOf = (line: string): Block[] => {
    const inserted = insertedBy(line)
    if (inserted?.kind === 'table') return content.tables.filter((each) => each.name === inserted.name).flatMap(withTable)
    if (inserted?.kind === 'chart') return charts.filter((each) => each.name === inserted.name).flatMap(withChart)
    const [, marks, text] = /^(#{1,2}) (.*)$/.exec(line) ?? []
    if (marks !== undefined) return [heading(fillGaps(text!, content.gaps), marks.length === 1 ? 1 : 2)]
    return line.trim() === '' ? [] : [paragraph(STYLE.body, fillGaps(line, content.gaps))]
  }
  const lines = bodyText.split('\n')
  const placed = lines.map(insertedBy).flatMap((each) => (each?.kind === 'chart' ? [each.name] : []))
  const signed = lines
    .filter((line) => SIGNED.test(line))
    .map((line) => line.replace(SIGNED, ''))
    .filter((line) => gapsIn(line).every((gap) => content.gaps[gap] !== ''))
    .map((line) => paragraph(STYLE.signature, fillGaps(line, content.gaps)))

  const text = [
    title([...titleLines(filled, language), ...(input.mark === undefined ? [] : [input.mark])]),
    ...(result.input.synthetic ? [paragraph(STYLE.subtitle, words.sample)] : []),
    ...lines.filter((line) => !SIGNED.test(line)).flatMap(blocksOf),
    ...charts.filter((each) => each.name === undefined || !placed.includes(each.name)).flatMap(withChart),
    ...(result.own ?? []).map((each) => paragraph(STYLE.note, ownPolicyInWords(each, language))),
    new Paragraph({ style: STYLE.body, spacing: { before: 240 }, keepNext: true, children: [new TextRun(words.attachmentNamed)] }),
    ...(signed.length === 0 ? [] : [new Paragraph({ style: STYLE.body, keepNext: true, children: [] }), ...signed]),
  ]
  const sources = sourcesPart(content.figures, captioned, `${titleText}\n${bodyText}`, result, words)
  const document = new Document({
    title: plainTitle(filled),
    creator: input.department || 'Quanheng',
    description: words.made(result.engine, result.policy.hash, result.input.hash),
    styles: stylesIn(language),
    evenAndOddHeaderAndFooters: true,
    sections: [{ properties: { page: PAGE }, footers: FOOTERS, children: [...text, ...sources] }],
  })
  return { title: plainTitle(filled), bytes: new Uint8Array(await Packer.toBuffer(document)) }
}
