import type { Borders, Fill, Font, Style } from 'exceljs'
import type { Language } from '../../model/text.ts'

/** How a column's cells are aligned and shown. */
export interface Look {
  align: 'left' | 'center' | 'right'
  format: string
}

/** Names are text cells, so that a name that begins with = stays a name even after it was edited in Excel. */
export const TEXT: Look = { align: 'left', format: '@' }
export const CENTRED: Look = { align: 'center', format: '@' }
export const LABEL: Look = { align: 'center', format: 'General' }
export const COUNT: Look = { align: 'right', format: '#,##0_ ' }
export const ROW_NUMBER: Look = { align: 'center', format: '0' }
export const MONEY: Look = { align: 'right', format: '#,##0.00_ ' }
export const NUMBER: Look = { align: 'right', format: '#,##0.######_ ' }
export const PERCENT: Look = { align: 'right', format: '+0.00%_ ;-0.00%_ ;0.00%_ ' }
export const COUNT_CHANGE: Look = { align: 'right', format: '+#,##0_ ;-#,##0_ ;0_ ' }
export const CHANGE: Look = { align: 'right', format: '+#,##0.00_ ;-#,##0.00_ ;0.00_ ' }

/** What kind of row a cell is in; each is told apart also on a black-and-white print. */
export type Tone = 'body' | 'subtotal' | 'district' | 'total' | 'header'

/** Official fonts; Excel and LibreOffice replace one that is missing by another of the same script. */
const FONTS = {
  zh: { body: '宋体', strong: '黑体', title: '方正小标宋简体', charset: 134 },
  en: { body: 'Arial', strong: 'Arial', title: 'Arial', charset: 0 },
} as const

/** Always the whole font: a part of one lets the rest fall back to another family. */
export const fontOf = (language: Language, role: 'body' | 'strong' | 'title', size: number, bold = false): Partial<Font> => {
  const fonts = FONTS[language]
  return { name: fonts[role], charset: fonts.charset, size, bold, color: { argb: 'FF000000' } }
}

const line = { style: 'thin', color: { argb: 'FF595959' } } as const
export const BORDER: Partial<Borders> = { top: line, left: line, bottom: line, right: line }

const filled = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })
const FILLS: Partial<Record<Tone, Fill>> = {
  header: filled('FFE4E8EE'),
  subtotal: filled('FFF6F6F6'),
  district: filled('FFECECEC'),
  total: filled('FFDDDDDD'),
}

export const BODY_SIZE = 10

const styles = new WeakMap<Look, Map<string, Partial<Style>>>()

/** @returns the style of a table cell; the same object for the same look, which keeps the file small and the writing quick. */
export const styleOf = (look: Look, tone: Tone, language: Language): Partial<Style> => {
  const ofLook = styles.get(look) ?? new Map<string, Partial<Style>>()
  styles.set(look, ofLook)
  const known = ofLook.get(tone + language)
  if (known !== undefined) return known
  const role = tone === 'header' ? 'strong' : 'body'
  const fill = FILLS[tone]
  const style: Partial<Style> = {
    font: fontOf(language, role, BODY_SIZE, tone !== 'body' && (tone !== 'header' || language === 'en')),
    alignment: { horizontal: tone === 'header' ? 'center' : look.align, vertical: 'middle', wrapText: true },
    border: BORDER,
    numFmt: tone === 'header' ? '@' : look.format,
    ...(fill === undefined ? {} : { fill }),
  }
  ofLook.set(tone + language, style)
  return style
}
