import type { ProjectEvent, ProjectLine, UseCategory } from '../../model/project.ts'
import { textIn, type Language, type Text } from '../../model/text.ts'
import { projectPaperRows, type ProjectPaper } from '../../words/project-papers.ts'
import { TEXT } from '../workbook/look.ts'
import { sheetOfSections } from '../workbook/sections.ts'
import { sheetName } from '../workbook/sheet-name.ts'
import { wholeBook, writtenBook } from '../workbook/write-book.ts'

const SAY = { zh: { item: '项目', content: '内容' }, en: { item: 'Item', content: 'Content' } } as const

interface Input {
  title: Text
  categories: readonly UseCategory[]
  synthetic: boolean
  language: Language
}

/** @returns the sheets of projects for publication or filing, a tab for each, in the order given */
export function projectPaperWorkbook(
  paper: ProjectPaper,
  projects: readonly { line: ProjectLine; events: readonly ProjectEvent[] }[],
  { title: titles, categories, synthetic, language }: Input,
): Promise<Uint8Array> {
  const title = textIn(titles, language)
  const taken = new Set<string>()
  const sheets = projects.map(({ line, events }, at) =>
    sheetOfSections(
      { name: sheetName(`${at + 1} ${line.name} ${line.number}`, taken), title, left: '', right: '', columns: 2, synthetic, language },
      [
        {
          heading: line.purpose,
          columns: [
            { heading: SAY[language].item, look: TEXT, widest: 24 },
            { heading: SAY[language].content, look: TEXT, widest: 60 },
          ],
          rows: projectPaperRows(paper, line, events, categories, language).map(({ label, said }) => () => [label, said]),
        },
      ],
    ),
  )
  return wholeBook(writtenBook(sheets, { title, creator: 'Quanheng' }))
}
