import { Paragraph, TextRun } from 'docx'
import { gapsIn } from '../../model/paper.ts'
import type { PlanResult } from '../../model/plan.ts'
import { paragraph, title, type Block } from './blocks.ts'
import type { Figure } from './whole-figures.ts'
import { STYLE } from './styles.ts'
import { table } from './table.ts'
import type { ReportWords } from './words.ts'

/** A table or chart of the note as it is named in its caption, and where it comes from. */
export interface Captioned {
  caption: string
  source: string
}

/** The signs of a fingerprint that people compare. */
const SHORT_HASH = 16
/** 五号, in half points: this table is looked up, not read. */
const LARGEST = 21

/**
 * The attachment, on a page of its own: every figure that the text has, what it is exactly, and where it comes from; then the
 * tables and charts.
 * @param text the template with which the note was written, title and body
 */
export function sourcesPart(
  figures: readonly Figure[],
  captioned: readonly Captioned[],
  text: string,
  { engine, policy, input }: PlanResult,
  words: ReportWords,
): Block[] {
  const used = gapsIn(text)
  const rows = [
    ...figures.filter((each) => each.gaps.some((gap) => used.includes(gap))).map((each) => [each.text, each.exact, each.source]),
    ...captioned.map((each) => [each.caption, '', each.source]),
  ]
  return [
    new Paragraph({ style: STYLE.attachment, pageBreakBefore: true, children: [new TextRun(words.attachment)] }),
    title([words.sources]),
    ...(rows.length === 0 ? [] : [table([words.inText, words.exact, words.from], rows, { words: [0, 2], largest: LARGEST })]),
    paragraph(STYLE.note, words.made(engine, policy.hash.slice(0, SHORT_HASH), input.hash.slice(0, SHORT_HASH))),
  ]
}
