import { onBeforeUnmount, watchEffect } from 'vue'

export type Paper = 'A4' | 'A3'
export interface PageText { paper: Paper; topRight: string; beforePage: string; betweenPages: string; afterPages: string }

/** @returns a text as a CSS string; quotes, backslashes and line ends can't end it. */
export const cssString = (text: string): string =>
  `"${text.replace(/["\\\n\r\f]/g, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`

const FONT = "9pt 'Noto Serif CJK SC', SimSun, 'Songti SC', serif"

/** The page rule: size, margins, page numbers and marks in the margin boxes, which repeat on every sheet; the first has its mark beside the title. */
export const pageRule = ({ paper, topRight, beforePage, betweenPages, afterPages }: PageText): string => `@page {
  size: ${paper} landscape;
  margin: 16mm 13mm 15mm;
  @top-right { content: ${cssString(topRight)}; font: ${FONT}; }
  @bottom-center { content: ${cssString(beforePage)} counter(page) ${cssString(betweenPages)} counter(pages) ${cssString(afterPages)}; font: ${FONT}; }
}
@page :first { @top-right { content: none; } }`

/** Keeps the document's page rule as the texts ask for while the print view is open. */
export function usePageStyle(textsOf: () => PageText): void {
  const style = document.createElement('style')
  document.head.append(style)
  watchEffect(() => { style.textContent = pageRule(textsOf()) })
  onBeforeUnmount(() => style.remove())
}
