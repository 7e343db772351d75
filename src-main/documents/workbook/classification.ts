import type { Workbook } from 'exceljs'
import { classInWords, decisionInWords, needsInWords } from '../../contract/policy-in-words.ts'
import { textIn } from '../../contract/text.ts'
import { cell, fixedRange, range } from './address.ts'
import { CLASSIFICATION_CLASS, LIST_HEADER, classRows, overrideOf } from './book.ts'
import type { Book } from './book.ts'
import type { CommunityRow } from './layout.ts'
import { CENTRED, COUNT, ROW_NUMBER, TEXT, fontOf } from './look.ts'
import { closePage, openPage, writeTable } from './page.ts'
import type { Column, Page } from './page.ts'
import { writeSections } from './sections.ts'
import { words } from './words.ts'

const columnsOf = (book: Book): Column<CommunityRow>[] => {
  const { input, say } = book
  const { language } = input
  const reasonOf = ({ community }: CommunityRow): string => {
    const override = overrideOf(community, input)
    return override === undefined ? '' : [override.reason, override.document].filter((each) => each !== '').join('\n')
  }
  return [
    { heading: say.number, look: ROW_NUMBER, cell: (row) => row.number },
    { heading: say.district, look: TEXT, widest: 16, cell: (row) => row.community.district },
    { heading: say.subdistrict, look: TEXT, widest: 18, cell: (row) => row.community.subdistrict },
    { heading: say.community, look: TEXT, widest: 28, cell: (row) => row.community.name },
    { heading: say.code, look: CENTRED, widest: 16, cell: (row) => row.community.code },
    { heading: say.class, look: CENTRED, widest: 14, cell: (row) => row.community.class ?? say.undecidedClass },
    { heading: say.policyClass, look: CENTRED, widest: 14, cell: (row) => row.community.policyClass ?? say.undecidedClass },
    { heading: say.previousClass, look: CENTRED, widest: 14, cell: (row) => row.community.previousClass ?? say.noClass },
    { heading: say.reason, look: TEXT, widest: 52, cell: (row) => decisionInWords(row.community, input, language) },
    { heading: say.overrideReason, look: TEXT, widest: 26, cell: reasonOf },
    { heading: say.needs, look: TEXT, widest: 20, cell: (row) => needsInWords(row.community.needs, input, language) },
  ]
}

/** An override is also told beside the class itself, where a reader wonders about it. */
const commentOverrides = (page: Page, book: Book): void => {
  const { input, say, list } = book
  for (const { number, community } of book.communities) {
    const override = overrideOf(community, input)
    if (override === undefined) continue
    const before = community.policyClass === null ? say.undecidedClass : classInWords(community.policyClass, input.policy, input.language)
    page.sheet.getCell(list.first + number - 1, CLASSIFICATION_CLASS).note = {
      texts: [{ text: say.comment(before, override.reason, override.document), font: fontOf(input.language, 'body', 9) }],
    }
  }
}

const writeCounts = (page: Page, book: Book): void => {
  const { input, say, list, classes } = book
  const counted = range(CLASSIFICATION_CLASS, list.first, list.last).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')
  writeSections(page, [{
    heading: say.classCounts,
    columns: [
      { heading: say.class, look: CENTRED, widest: 16 }, { heading: say.className, look: TEXT, widest: 24 }, { heading: say.count, look: COUNT, widest: 24 },
    ],
    rows: classRows(book).map(({ label, name, own }) => (at) => [label, name, { formula: classes.count(counted, cell(1, at)), result: own.length }]),
    total: (body) => [say.total, null, { formula: `SUM(${range(3, body.first, body.last)})`, result: input.result.communities.length }],
  }], list.last + 2)
}

/** The register of classes with the reason of each, and the number of communities by class below. */
export const writeClassification = (workbook: Workbook, book: Book): void => {
  const { input, say } = book
  const { result, policy, language } = input
  const columns = columnsOf(book)
  const page = openPage(workbook, {
    name: say.sheets.classification, title: say.titles.classification(result.year),
    left: say.policyLine(textIn(policy.title, language), result.policy.id, result.policy.version), right: '',
    columns: columns.length, fixedColumns: 4, oneTable: true, synthetic: result.input.synthetic, language,
  })
  const body = writeTable(page, LIST_HEADER, columns, book.communities, say.noCommunities)
  page.sheet.autoFilter = { from: { row: LIST_HEADER, column: 1 }, to: { row: body.last, column: columns.length } }
  commentOverrides(page, book)
  writeCounts(page, book)
  closePage(page)
}

/** @returns the classes of all communities, as formulas of other sheets refer to them. */
export const classesOnClassification = (book: Book): string =>
  fixedRange(words[book.input.language].sheets.classification, CLASSIFICATION_CLASS, book.list.first, book.list.last)
