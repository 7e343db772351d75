import { onBeforeUnmount, watchEffect } from 'vue'

/** What the page rule is made of; margins in millimetres: top, right, bottom, left. */
export interface PageText {
  paper: 'A4' | 'A3'
  orientation: 'landscape' | 'portrait'
  margins: readonly [number, number, number, number]
  topRight: string
  beforePage: string
  betweenPages: string
  afterPages: string
}

/** @returns a text as a CSS string; quotes, backslashes and line ends can't end it. */
export const cssString = (text: string): string =>
  `"${text.replace(/["\\\n\r\f]/g, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`

const FONT = "9pt 'Noto Serif CJK SC', SimSun, 'Songti SC', serif"

/**
 * The page rule: size, margins, page numbers and marks in the margin boxes, which repeat on every sheet; the first has its mark
 * beside the title.
 */
export const pageRule = ({ paper, orientation, margins, topRight, beforePage, betweenPages, afterPages }: PageText): string => `@page {
  size: ${paper} ${orientation};
  margin: ${margins.map((each) => `${each}mm`).join(' ')};
  @top-right { content: ${cssString(topRight)}; font: ${FONT}; }
  @bottom-center {
    content: ${cssString(beforePage)} counter(page) ${cssString(betweenPages)} counter(pages) ${cssString(afterPages)};
    font: ${FONT};
  }
}
@page :first { @top-right { content: none; } }`

/**
 * Keeps the document's page rule as the texts ask for while the print view is open.
 * @param textsOf null: no rule, the view is only a preview
 */
export function usePageStyle(textsOf: () => PageText | null): void {
  const style = document.createElement('style')
  document.head.append(style)
  watchEffect(() => {
    const texts = textsOf()
    style.textContent = texts === null ? '' : pageRule(texts)
  })
  onBeforeUnmount(() => style.remove())
}
