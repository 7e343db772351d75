import {
  AlignmentType,
  convertMillimetersToTwip,
  LineRuleType,
  type IParagraphStyleOptions,
  type IRunOptions,
  type IStylesOptions,
} from 'docx'
import type { Language } from '../../model/text.ts'

/**
 * The form of official letters, GB/T 9704-2012: A4, top 37 mm, binding edge 28 mm, text area 156 mm x 225 mm with 22 lines; title in
 * 小标宋 of size 2 (22 pt), body in 仿宋 of size 3 (16 pt), first headings in 黑体, second in 楷体. Where a font is missing, the word
 * processor takes its own.
 * All of it is in named styles, so that the department can change them in one place.
 */
export const TEXT_WIDTH_MM = 156
const TEXT_HEIGHT_MM = 225
const PAGE_MM = { width: 210, height: 297, top: 37, left: 28 }
const mm = (millimetres: number): number => Math.floor(convertMillimetersToTwip(millimetres))
export const PAGE = {
  size: { width: convertMillimetersToTwip(PAGE_MM.width), height: convertMillimetersToTwip(PAGE_MM.height) },
  margin: {
    top: convertMillimetersToTwip(PAGE_MM.top),
    left: convertMillimetersToTwip(PAGE_MM.left),
    right: convertMillimetersToTwip(PAGE_MM.width - PAGE_MM.left - TEXT_WIDTH_MM),
    // The dash of the page number stands 7 mm below the text area (7.5).
    bottom: convertMillimetersToTwip(PAGE_MM.height - PAGE_MM.top - TEXT_HEIGHT_MM),
    footer: convertMillimetersToTwip(25),
  },
}

/** Rounded down, so that 22 lines have room; only for text: a picture would be cut to the height of a line. */
const LINE = { line: Math.floor(mm(TEXT_HEIGHT_MM) / 22), lineRule: LineRuleType.EXACT }
const TITLE_LINE = { line: 680, lineRule: LineRuleType.EXACT }
const NATURAL = { line: 240, lineRule: LineRuleType.AUTO }
/** Sizes in half points. */
const SIZE = { title: 44, body: 32, page: 28, subtitle: 28, caption: 24, note: 21 }
/** A sign of the body, in twips. */
const SIGN = SIZE.body * 10

const font = (eastAsia: string): NonNullable<IRunOptions['font']> => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
})
const FONTS = { title: font('方正小标宋简体'), body: font('仿宋'), heading: font('黑体'), second: font('楷体'), page: font('宋体') }
const INK = '000000'

const plain = (id: string, run: IParagraphStyleOptions['run'], paragraph: IParagraphStyleOptions['paragraph']): IParagraphStyleOptions => ({
  id,
  name: id,
  basedOn: 'Normal',
  quickFormat: true,
  run: { color: INK, ...run },
  paragraph,
})

/** Names of the styles of paragraphs, as they are written in the file. */
export const STYLE = {
  body: 'Letter Body',
  subtitle: 'Letter Subtitle',
  signature: 'Letter Signature',
  attachment: 'Letter Attachment',
  caption: 'Letter Caption',
  unit: 'Letter Unit',
  note: 'Letter Note',
  picture: 'Letter Picture',
  cell: 'Letter Cell',
  head: 'Letter Head',
  pageOdd: 'Letter Page Odd',
  pageEven: 'Letter Page Even',
} as const

/** @returns the styles; an English text is not justified, because words of its length would be drawn apart */
export function stylesIn(language: Language): IStylesOptions {
  const heading = (name: keyof typeof FONTS) => ({
    run: { font: FONTS[name], size: SIZE.body, bold: false, color: INK },
    paragraph: { spacing: { ...LINE, before: 0, after: 0 }, indent: { firstLine: 2 * SIGN }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { font: FONTS.body, size: SIZE.body, color: INK, language: { value: 'en-US', eastAsia: 'zh-CN' } },
        paragraph: { spacing: { ...NATURAL, before: 0, after: 0 } },
      },
      title: {
        run: { font: FONTS.title, size: SIZE.title, bold: false, color: INK },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { ...TITLE_LINE, before: 0, after: LINE.line }, keepNext: true },
      },
      heading1: heading('heading'),
      heading2: heading('second'),
    },
    paragraphStyles: [
      plain(
        STYLE.body,
        {},
        { alignment: language === 'zh' ? AlignmentType.BOTH : AlignmentType.LEFT, spacing: LINE, indent: { firstLine: 2 * SIGN } },
      ),
      plain(
        STYLE.subtitle,
        { font: FONTS.second, size: SIZE.subtitle },
        { alignment: AlignmentType.CENTER, spacing: { ...LINE, after: LINE.line } },
      ),
      plain(
        STYLE.signature,
        {},
        { alignment: AlignmentType.RIGHT, spacing: LINE, indent: { right: 4 * SIGN }, keepNext: true, keepLines: true },
      ),
      plain(STYLE.attachment, { font: FONTS.heading }, { spacing: LINE, keepNext: true }),
      plain(
        STYLE.caption,
        { font: FONTS.heading, size: SIZE.caption },
        { alignment: AlignmentType.CENTER, spacing: { ...NATURAL, before: 120, after: 60 } },
      ),
      plain(STYLE.unit, { size: SIZE.note }, { alignment: AlignmentType.RIGHT, spacing: { ...NATURAL, after: 20 }, keepNext: true }),
      plain(STYLE.note, { size: SIZE.note }, { spacing: { ...NATURAL, before: 40, after: 40 } }),
      plain(STYLE.picture, {}, { alignment: AlignmentType.CENTER, spacing: { ...NATURAL, before: 120 }, keepNext: true }),
      plain(STYLE.cell, {}, { spacing: NATURAL }),
      plain(STYLE.head, { font: FONTS.heading }, { alignment: AlignmentType.CENTER, spacing: NATURAL }),
      // Odd pages have their number on the right, even ones on the left, one sign from the edge.
      plain(STYLE.pageOdd, { font: FONTS.page, size: SIZE.page }, { alignment: AlignmentType.RIGHT, indent: { right: SIGN } }),
      plain(STYLE.pageEven, { font: FONTS.page, size: SIZE.page }, { alignment: AlignmentType.LEFT, indent: { left: SIGN } }),
    ],
  }
}
