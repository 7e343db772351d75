import type { RenovationOrder, RenovationOutcome, RenovationYear } from '../../model/renovation.ts'
import { FEN_PER_YUAN } from '../../model/money.ts'
import type { Community } from '../../model/plan.ts'
import type { Language } from '../../model/text.ts'
import { finishedInWords, GAP_WORDS, ORDER_WORDS, soonerInWords } from '../../words/renovation.ts'
import type { RenovationGap } from '../../model/renovation.ts'
import { CENTRED, COUNT, MONEY, TEXT, type Look } from '../workbook/look.ts'
import type { Content, SheetPlan } from '../workbook/page.ts'
import { sheetOfSections } from '../workbook/sections.ts'
import { wholeBook, writtenBook } from '../workbook/write-book.ts'

interface Line extends Community {
  class: string | null
  courtyards: number
  ownFen: number
  startFen: number
  gaps: readonly RenovationGap[]
  byPolicy: RenovationOutcome | null
  asBefore: RenovationOutcome | null
}
interface Sum {
  communities: number
  courtyards: number
  ownFen: number
  yearlyFen: number
  unknown: number
  unfinished: number
  finished: number
}

/** Renovation plans as they are written into a workbook. */
export interface RenovationSheetInput {
  year: number
  order: RenovationOrder
  communities: readonly Line[]
  places: readonly (Sum & { district: string; subdistrict: string | null })[]
  total: Sum
  years: readonly (RenovationYear & { waitingAsBefore: number })[]
  language: Language
  synthetic: boolean
}

const SAY = {
  zh: {
    title: (year: number) => `${year}年楼院改造计划`,
    communities: '各社区',
    places: '按区县街道',
    years: '逐年',
    district: '区县',
    subdistrict: '街道（镇）',
    community: '社区',
    class: '类别',
    courtyards: '待改造楼院',
    own: '自筹造价（元）',
    start: '已有资金（元）',
    yearly: '每年资金（元）',
    finished: '完成年份',
    before: '按上年金额',
    sooner: '比较',
    undecided: '未定',
    count: '社区数',
    unknown: '未知社区',
    unfinished: '60年内不能完成的社区',
    year: '年份',
    in: '投入（元）',
    spent: '支出（元）',
    left: '结余（元）',
    done: '完成楼院',
    waiting: '待改造',
    waitingBefore: '按上年金额待改造',
    all: '合计',
    order: (order: string) => `先后：${order}；金额每年相同，够一个楼院的自筹造价时改一个，不够的留到下年`,
  },
  en: {
    title: (year: number) => `Renovation of courtyards ${year}`,
    communities: 'Communities',
    places: 'By place',
    years: 'Year by year',
    district: 'District',
    subdistrict: 'Subdistrict',
    community: 'Community',
    class: 'Class',
    courtyards: 'Courtyards',
    own: 'Own cost (yuan)',
    start: 'There already (yuan)',
    yearly: 'Money a year (yuan)',
    finished: 'Done',
    before: "With last year's amount",
    sooner: 'Difference',
    undecided: 'no class',
    count: 'Communities',
    unknown: 'Not known',
    unfinished: 'Not within 60 years',
    year: 'Year',
    in: 'In (yuan)',
    spent: 'Spent (yuan)',
    left: 'Left (yuan)',
    done: 'Done',
    waiting: 'Waiting',
    waitingBefore: "Waiting with last year's amount",
    all: 'Total',
    order: (order: string) =>
      `Order: ${order}; the same amount every year; a courtyard is done once its own cost is saved up, the rest is carried over`,
  },
} as const

interface Column<Row> {
  heading: string
  look: Look
  widest?: number
  cell: (row: Row) => Content
}

function sheetOf<Row>(
  { year, order, language, synthetic }: RenovationSheetInput,
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  total?: readonly Content[],
): SheetPlan {
  const say = SAY[language]
  const left = say.order(ORDER_WORDS[order][language])
  return sheetOfSections({ name, title: say.title(year), left, right: '', columns: columns.length, synthetic, language }, [
    {
      heading: name,
      columns: columns.map(({ cell: _, ...each }) => each),
      rows: rows.map((row) => () => columns.map(({ cell }) => cell(row))),
      ...(total === undefined ? {} : { total: () => [...total] }),
    },
  ])
}

const yuan = (fen: number): number => fen / FEN_PER_YUAN

function communitySheet(input: RenovationSheetInput): SheetPlan {
  const { language, year: first, total } = input
  const say = SAY[language]
  const done = (outcome: RenovationOutcome | null): string => (outcome === null ? '' : finishedInWords(outcome, first, language))
  const columns: Column<Line>[] = [
    { heading: say.district, look: CENTRED, cell: ({ district }) => district },
    { heading: say.subdistrict, look: CENTRED, cell: ({ subdistrict }) => subdistrict },
    { heading: say.community, look: TEXT, widest: 20, cell: ({ name }) => name },
    { heading: say.class, look: CENTRED, cell: (line) => line.class ?? say.undecided },
    { heading: say.courtyards, look: COUNT, cell: ({ courtyards }) => courtyards },
    { heading: say.own, look: MONEY, cell: ({ ownFen }) => yuan(ownFen) },
    { heading: say.start, look: MONEY, cell: ({ startFen }) => yuan(startFen) },
    { heading: say.yearly, look: MONEY, cell: ({ byPolicy }) => (byPolicy === null ? null : yuan(byPolicy.yearlyFen)) },
    {
      heading: say.finished,
      look: CENTRED,
      widest: 24,
      cell: ({ byPolicy, gaps }) => (byPolicy === null ? gaps.map((each) => GAP_WORDS[each][language]).join('; ') : done(byPolicy)),
    },
    { heading: say.before, look: CENTRED, widest: 24, cell: ({ asBefore }) => done(asBefore) },
    {
      heading: say.sooner,
      look: CENTRED,
      widest: 30,
      cell: ({ courtyards, byPolicy, asBefore }) =>
        byPolicy === null || asBefore === null ? '' : soonerInWords(courtyards, asBefore, byPolicy, language),
    },
  ]
  const sums = [say.all, '', '', '', total.courtyards, yuan(total.ownFen), null, yuan(total.yearlyFen), '', '', '']
  return sheetOf(input, say.communities, columns, input.communities, sums)
}

function placeSheet(input: RenovationSheetInput): SheetPlan {
  const { language, year: first, total } = input
  const say = SAY[language]
  type Place = RenovationSheetInput['places'][number]
  const last = (sum: Sum): string => (sum.communities === sum.unknown ? '' : finishedInWords(sum, first, language))
  const columns: Column<Place>[] = [
    { heading: say.district, look: CENTRED, cell: ({ district }) => district },
    { heading: say.subdistrict, look: CENTRED, cell: ({ subdistrict }) => subdistrict ?? say.all },
    { heading: say.count, look: COUNT, cell: ({ communities }) => communities },
    { heading: say.courtyards, look: COUNT, cell: ({ courtyards }) => courtyards },
    { heading: say.own, look: MONEY, cell: ({ ownFen }) => yuan(ownFen) },
    { heading: say.yearly, look: MONEY, cell: ({ yearlyFen }) => yuan(yearlyFen) },
    { heading: say.finished, look: CENTRED, widest: 24, cell: last },
    { heading: say.unknown, look: COUNT, cell: ({ unknown }) => unknown },
    { heading: say.unfinished, look: COUNT, cell: ({ unfinished }) => unfinished },
  ]
  const { communities, courtyards, ownFen, yearlyFen, unknown, unfinished } = total
  const sums = [say.all, '', communities, courtyards, yuan(ownFen), yuan(yearlyFen), last(total), unknown, unfinished]
  return sheetOf(input, say.places, columns, input.places, sums)
}

function yearSheet(input: RenovationSheetInput): SheetPlan {
  const say = SAY[input.language]
  type Year = RenovationSheetInput['years'][number]
  const columns: Column<Year>[] = [
    { heading: say.year, look: CENTRED, cell: ({ year }) => String(input.year + year - 1) },
    { heading: say.in, look: MONEY, cell: ({ inFen }) => yuan(inFen) },
    { heading: say.spent, look: MONEY, cell: ({ spentFen }) => yuan(spentFen) },
    { heading: say.left, look: MONEY, cell: ({ leftFen }) => yuan(leftFen) },
    { heading: say.done, look: COUNT, cell: ({ done }) => done },
    { heading: say.waiting, look: COUNT, cell: ({ waiting }) => waiting },
    { heading: say.waitingBefore, look: COUNT, cell: ({ waitingAsBefore }) => waitingAsBefore },
  ]
  return sheetOf(input, say.years, columns, input.years)
}

/** @returns the bytes of an .xlsx file: communities, sums by place, year by year */
export function renovationWorkbook(input: RenovationSheetInput): Promise<Uint8Array> {
  const sheets = [communitySheet(input), placeSheet(input), yearSheet(input)]
  return wholeBook(writtenBook(sheets, { title: SAY[input.language].title(input.year), creator: 'Quanheng' }))
}
