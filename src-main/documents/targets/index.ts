import type { Target } from '../../model/catalogue.ts'
import { hoursOf } from '../../model/hours.ts'
import type { TargetLine } from '../../model/target.ts'
import { textIn, type Language } from '../../model/text.ts'
import { formatRate } from '../../words/numbers.ts'
import { boundsInWords, standingInWords, stateInWords } from '../../words/targets.ts'
import { CENTRED, COUNT, TEXT, type Look } from '../workbook/look.ts'
import type { Content } from '../workbook/page.ts'
import { sheetOfSections } from '../workbook/sections.ts'
import { wholeBook, writtenBook } from '../workbook/write-book.ts'

const SAY = {
  zh: {
    name: '缺口清单',
    district: '区县',
    subdistrict: '街道（镇）',
    community: '社区',
    class: '类别',
    target: '目标',
    bounds: '需要',
    wanted: '应达',
    present: '现有',
    shortage: '缺',
    standing: '情况',
    due: '完成期限',
    hours: '走访工时（小时）',
    share: '可完成走访',
    detail: '说明',
    undecided: '未定',
  },
  en: {
    name: 'Gaps',
    district: 'District',
    subdistrict: 'Subdistrict',
    community: 'Community',
    class: 'Class',
    target: 'Target',
    bounds: 'Needed',
    wanted: 'Wanted',
    present: 'Present',
    shortage: 'Short of',
    standing: 'Standing',
    due: 'Due',
    hours: 'Hours of visits',
    share: 'Visits that can be made',
    detail: 'Details',
    undecided: 'no class',
  },
} as const

/** How a community stands to a target. */
export type SheetLine = TargetLine & { target: Target }

/** @returns lines of targets as a sheet, in the order given */
export function targetSheet(
  lines: readonly SheetLine[],
  given: { title: string; language: Language; synthetic: boolean; labelOf: (key: string) => string },
): Promise<Uint8Array> {
  const { title, language, synthetic, labelOf } = given
  const say = SAY[language]
  const isRate = ({ target }: SheetLine): boolean => target.present.kind === 'rate'
  const columns: { heading: string; look: Look; widest?: number; cell: (line: SheetLine) => Content }[] = [
    { heading: say.district, look: CENTRED, cell: ({ district }) => district },
    { heading: say.subdistrict, look: CENTRED, cell: ({ subdistrict }) => subdistrict },
    { heading: say.community, look: TEXT, widest: 20, cell: ({ name }) => name },
    { heading: say.class, look: CENTRED, cell: (line) => line.class ?? say.undecided },
    { heading: say.target, look: TEXT, widest: 24, cell: ({ target }) => textIn(target.title, language) },
    { heading: say.bounds, look: CENTRED, cell: ({ state, target }) => boundsInWords(state, target) },
    { heading: say.wanted, look: COUNT, cell: ({ state }) => state.wanted },
    {
      heading: say.present,
      look: COUNT,
      cell: (line) => (isRate(line) ? (line.state.present === null ? '' : formatRate(line.state.present)) : line.state.present),
    },
    { heading: say.shortage, look: COUNT, cell: ({ state }) => state.shortage },
    { heading: say.standing, look: CENTRED, cell: ({ state, target }) => standingInWords(target, state.standing, language) },
    { heading: say.due, look: CENTRED, cell: ({ target }) => target.due ?? '' },
    { heading: say.hours, look: COUNT, cell: ({ state }) => (state.visits === null ? null : hoursOf(state.visits.asked)) },
    {
      heading: say.share,
      look: CENTRED,
      cell: ({ state }) => (typeof state.visits?.share === 'number' ? formatRate(state.visits.share) : ''),
    },
    { heading: say.detail, look: TEXT, widest: 46, cell: ({ state, target }) => stateInWords(target, state, labelOf, language) },
  ]
  const sheet = sheetOfSections({ name: say.name, title, left: '', right: '', columns: columns.length, synthetic, language }, [
    { heading: say.name, columns, rows: lines.map((line) => () => columns.map(({ cell }) => cell(line))) },
  ])
  return wholeBook(writtenBook([sheet], { title, creator: 'Quanheng' }))
}
