import { decisionInWords, needsInWords, policyCited } from '../../words/policies.ts'
import { cell, range } from './address.ts'
import { CLASSIFICATION_CLASS, LIST_HEADER, classRows, overrideOf } from './book.ts'
import type { Book } from './book.ts'
import { chooseFromCells } from './choices.ts'
import type { CommunityRow } from './layout.ts'
import { CENTRED, COUNT, TEXT } from './look.ts'
import { noteOnOverride } from './overrides.ts'
import { writeTable } from './page.ts'
import type { Column, SheetPlan } from './page.ts'
import { placeColumns } from './place-columns.ts'
import { writeSections } from './sections.ts'
import type { Section } from './sections.ts'

const columnsOf = (book: Book): Column<CommunityRow>[] => {
  const { input, say } = book
  const { language } = input
  const decisions = new Map<string, string>()
  /** Many communities have the same reason, and putting one into words takes long. */
  const decisionOf = ({ community }: CommunityRow): string => {
    const key = JSON.stringify([community.rule, community.class, community.policyClass, community.needs])
    const decision = decisions.get(key) ?? decisionInWords(community, input, language)
    decisions.set(key, decision)
    return decision
  }
  const reasonOf = ({ community }: CommunityRow): string => {
    const override = overrideOf(community, input)
    return override === undefined
      ? ''
      : [override.reason, override.document, override.expires === undefined ? '' : say.holdsUntil(override.expires)]
          .filter((each) => each !== '')
          .join('\n')
  }
  return [
    ...placeColumns<CommunityRow>(say, (row) => row.community),
    {
      heading: say.class,
      look: CENTRED,
      widest: 14,
      cell: (row) => row.community.class ?? say.undecidedClass,
      note: (row) => noteOnOverride(row.community, book),
    },
    { heading: say.policyClass, look: CENTRED, widest: 14, cell: (row) => row.community.policyClass ?? say.undecidedClass },
    { heading: say.previousClass, look: CENTRED, widest: 14, cell: (row) => row.community.previousClass ?? say.noClass },
    { heading: say.reason, look: TEXT, widest: 52, cell: decisionOf },
    { heading: say.overrideReason, look: TEXT, widest: 26, cell: reasonOf },
    { heading: say.needs, look: TEXT, widest: 20, cell: (row) => needsInWords(row.community.needs, input, language) },
  ]
}

const countsOf = (book: Book): Section => {
  const { input, say, list, classes } = book
  const counted = range(CLASSIFICATION_CLASS, list.first, list.last).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')
  return {
    heading: say.classCounts,
    columns: [
      { heading: say.class, look: CENTRED, widest: 16 },
      { heading: say.className, look: TEXT, widest: 24 },
      { heading: say.count, look: COUNT, widest: 24 },
    ],
    rows: classRows(book).map(({ label, name, own }) => (at) => [
      label,
      name,
      { formula: classes.count(counted, cell(1, at)), result: own.length },
    ]),
    total: (body) => [say.total, null, { formula: `SUM(${range(3, body.first, body.last)})`, result: input.result.communities.length }],
  }
}

/** The register of classes with the reason of each, and the number of communities by class below. Here a reader may try another class. */
export const classificationSheet = (book: Book): SheetPlan => {
  const { input, say, list, parameters } = book
  const { result, policy, language } = input
  const columns = columnsOf(book)
  return {
    frame: {
      name: say.sheets.classification,
      title: say.titles.classification(result.year),
      left: say.policyLine(policyCited(policy, language)),
      right: '',
      columns: columns.length,
      fixedColumns: 4,
      oneTable: true,
      synthetic: result.input.synthetic,
      draft: book.isDraft,
      language,
    },
    *rows(page) {
      yield* writeTable(page, LIST_HEADER, columns, book.communities, say.noCommunities)
      yield* writeSections(page, [countsOf(book)], list.last + 2)
    },
    finish(sheet) {
      sheet.autoFilter = { from: { row: LIST_HEADER, column: 1 }, to: { row: list.last, column: columns.length } }
      chooseFromCells(sheet, range(CLASSIFICATION_CLASS, list.first, list.last), parameters.classKeys)
    },
  }
}
