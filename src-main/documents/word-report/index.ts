import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, Table, TextRun } from 'docx'
import { stepsAsText } from '../../contract/displayed-sums.ts'
import { fillGaps } from '../../contract/document-settings.ts'
import { reportContent, type ReportContent, type ReportTable } from './figures.ts'
import type { ReportInput } from './input.ts'
import { body, heading, note, PAGE, picture, table, title } from './look.ts'
import { wordsIn, type ReportWords } from './words.ts'

export type { ReportChart, ReportInput } from './input.ts'
export { reportContent } from './figures.ts'

/** The signs of a fingerprint that people compare. */
const SHORT_HASH = 16

const tableParts = ({ head, rows, unit, rounded }: ReportTable, words: ReportWords): (Paragraph | Table)[] =>
  (rows.length === 0 ? [] : [note(words.unit(unit), AlignmentType.RIGHT), table(head, rows), ...(rounded ? [note(words.rounded)] : [])])

/** A line of the template: a heading, a table, or a paragraph with its gaps filled in. */
function partsOf(line: string, { gaps, tables }: ReportContent, words: ReportWords): (Paragraph | Table)[] {
  const named = /^\{table:(\w+)\}$/.exec(line.trim())
  if (named !== null) return tables.filter((each) => each.name === named[1]).flatMap((each) => tableParts(each, words))
  const [, marks, text] = /^(#{1,2}) (.*)$/.exec(line) ?? []
  if (marks !== undefined) return [heading(fillGaps(text!, gaps), marks.length === 1 ? 1 : 2)]
  return line.trim() === '' ? [] : [body(fillGaps(line, gaps))]
}

/** The last page: every figure, what it is to the fen, and where it comes from. */
function sourcesPart(content: ReportContent, { result }: ReportInput, words: ReportWords): (Paragraph | Table)[] {
  const { engine, policy, input } = result
  const rows = content.figures.map(({ text, exactFen, source }) => [text, exactFen === null ? '' : stepsAsText(exactFen, 2), source])
  return [
    heading(words.sources, 1), table([words.figure, `${words.exact} (${words.yuan})`, words.from], rows, [0, 2]),
    note(words.made(engine, policy.hash.slice(0, SHORT_HASH), input.hash.slice(0, SHORT_HASH))),
  ]
}

const pageNumber = (): Footer => new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })] })] })

/**
 * The explanatory note as a Word file, in the form of official letters: the department's text with the figures of the plan, tables that
 * add up as they are shown, charts, and at the end where each figure comes from.
 * @returns its bytes and its title
 */
export async function reportDocument(input: ReportInput): Promise<{ title: string; bytes: Uint8Array }> {
  const { settings, language, result, charts } = input
  const words = wordsIn(language)
  const content = reportContent(input)
  const textOf = (text: { zh: string; en: string }): string => (language === 'en' && text.en !== '' ? text.en : text.zh)
  const heading1 = fillGaps(textOf(settings.title), content.gaps)
  const children = [
    title(heading1), ...(result.input.synthetic ? [note(words.sample, AlignmentType.CENTER)] : []),
    ...textOf(settings.body).split('\n').flatMap((line) => partsOf(line, content, words)),
    ...charts.flatMap((chart) => [picture(chart.png), note(chart.title, AlignmentType.CENTER)]),
    ...sourcesPart(content, input, words),
  ]
  const document = new Document({
    title: heading1, creator: input.department || 'Quanheng', description: words.made(result.engine, result.policy.hash, result.input.hash),
    sections: [{ properties: { page: PAGE }, footers: { default: pageNumber() }, children }],
  })
  return { title: heading1, bytes: new Uint8Array(await Packer.toBuffer(document)) }
}
