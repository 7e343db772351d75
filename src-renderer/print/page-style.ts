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
  /** Papers of one file that are handed to different people: their names, and whether each is one page. null: the file is one paper. */
  apart: ReadonlyMap<string, boolean> | null
}

/** @returns a text as a CSS string; quotes, backslashes and line ends can't end it. */
export const cssString = (text: string): string =>
  `"${text.replace(/["\\\n\r\f]/g, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`

const FONT = "9pt 'Noto Serif CJK SC', SimSun, 'Songti SC', serif"

type Numbering = Pick<PageText, 'beforePage' | 'betweenPages' | 'afterPages'>

/**
 * Page numbers of a paper that has its own in a longer file. Browsers count the pages of the file only, so each paper has a counter;
 * how many pages it has at the end is known where it is one.
 */
const ownNumbers = ([name, isOnePage]: [string, boolean], { beforePage, betweenPages, afterPages }: Numbering): string => {
  if (isOnePage) return `@page ${name} { @bottom-center { content: ${cssString(`${beforePage}1${betweenPages}1${afterPages}`)}; } }`
  const numbers = `${cssString(beforePage)} counter(${name}) ${cssString(afterPages)}`
  return `@page ${name} { counter-increment: ${name}; @bottom-center { content: ${numbers}; } }`
}

/**
 * The page rule: size, margins, page numbers and marks in the margin boxes, which repeat on every sheet; the first has its mark
 * beside the title.
 */
export const pageRule = ({ paper, orientation, margins, topRight, apart, ...numbering }: PageText): string => {
  const { beforePage, betweenPages, afterPages } = numbering
  return `@page {
  size: ${paper} ${orientation};
  margin: ${margins.map((each) => `${each}mm`).join(' ')};
  @top-right { content: ${cssString(topRight)}; font: ${FONT}; }
  @bottom-center {
    content: ${cssString(beforePage)} counter(page) ${cssString(betweenPages)} counter(pages) ${cssString(afterPages)};
    font: ${FONT};
  }
}
@page :first { @top-right { content: none; } }
${[...(apart ?? [])].map((each) => ownNumbers(each, numbering)).join('\n')}`
}

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
