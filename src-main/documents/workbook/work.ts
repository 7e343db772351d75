import { textIn } from '../../model/text.ts'
import { LIST_HEADER, type Book } from './book.ts'
import type { CommunityWork } from './input.ts'
import { CENTRED, NUMBER } from './look.ts'
import { writeTable, type Column, type SheetPlan } from './page.ts'
import { placeColumns } from './place-columns.ts'

interface Line {
  number: number
  work: CommunityWork
}

/** What each community's class decides by lists: measures, tasks with their hours, services; plain numbers, an unknown one is empty. */
export const workSheet = (book: Book, work: NonNullable<Book['input']['work']>): SheetPlan => {
  const { input, say } = book
  const { result, language } = input
  const columns: Column<Line>[] = [
    ...placeColumns<Line>(say, (row) => row.work),
    { heading: say.class, look: CENTRED, widest: 10, cell: (row) => row.work.class ?? say.undecidedClass },
    ...work.figures.map((title, at): Column<Line> => ({
      heading: textIn(title, language),
      look: NUMBER,
      widest: 18,
      cell: (row) => row.work.figures[at] ?? null,
    })),
  ]
  return {
    frame: {
      name: say.sheets.work,
      title: say.titles.work(result.year),
      left: '',
      right: '',
      columns: columns.length,
      fixedColumns: 4,
      oneTable: true,
      synthetic: result.input.synthetic,
      draft: book.isDraft,
      language,
    },
    rows: (page) =>
      writeTable(
        page,
        LIST_HEADER,
        columns,
        work.communities.map((each, position) => ({ number: position + 1, work: each })),
        say.noCommunities,
      ),
  }
}
