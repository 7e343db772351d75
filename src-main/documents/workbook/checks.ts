import type { Worksheet } from 'exceljs'
import { cell, range } from './address.ts'
import type { Book } from './book.ts'
import { countChecks, moneyChecks } from './check-list.ts'
import type { Check, Side } from './check-list.ts'
import { CHANGE, COUNT, LABEL, MONEY, TEXT } from './look.ts'
import type { Look } from './look.ts'
import type { Content, SheetPlan } from './page.ts'
import { placesOf, sheetOfSections } from './sections.ts'
import type { Section } from './sections.ts'

const sectionOf = (heading: string, checks: Check[], book: Book, unit: number, look: Look): Section => {
  const { say } = book
  const shown = ({ formula, whole }: Side): Content => (formula === undefined ? whole / unit : { formula, result: whole / unit })
  return {
    heading,
    columns: [
      { heading: say.number, look: LABEL },
      { heading: say.check, look: TEXT, widest: 60 },
      { heading: say.left, look },
      { heading: say.right, look },
      { heading: say.difference, look: unit === 1 ? COUNT : CHANGE },
      { heading: say.verdict, look: LABEL, widest: 14 },
    ],
    rows: checks.map(({ what, left, right }, i) => (at) => [
      i + 1,
      what,
      shown(left),
      shown(right),
      { formula: `ROUND(${cell(3, at)}-${cell(4, at)},2)`, result: (left.whole - right.whole) / unit },
      { formula: `IF(${cell(5, at)}=0,"✓","✗")`, result: left.whole === right.whole ? '✓' : '✗' },
    ]),
    total: (body) => [
      null,
      say.overall,
      null,
      null,
      null,
      {
        formula: `IF(COUNTIF(${range(6, body.first, body.last)},"✓")=ROWS(${range(6, body.first, body.last)}),"${say.allFine}","${say.notFine}")`,
        result: checks.every(({ left, right }) => left.whole === right.whole) ? say.allFine : say.notFine,
      },
    ],
  }
}

/** A failed check is bold white on black: it also stands out on a black-and-white print. */
const markFailures = (sheet: Worksheet, sections: readonly Section[], notFine: string): void => {
  for (const body of placesOf(sections)) {
    const failed = ['✗', notFine].map((text) => `${cell(6, body.first)}="${text}"`).join(',')
    sheet.addConditionalFormatting({
      ref: range(6, body.first, body.last + 1),
      rules: [
        {
          type: 'expression',
          priority: 1,
          formulae: [`OR(${failed})`],
          style: {
            font: { bold: true, color: { argb: 'FFFFFFFF' } },
            fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FF000000' } },
          },
        },
      ],
    })
  }
}

/** Everything that must agree, by formula, so that a reader sees at once whether a changed number broke a sum. */
export const checksSheet = (book: Book): SheetPlan => {
  const { input, say } = book
  const {
    year,
    input: { synthetic },
  } = input.result
  const sections = [
    sectionOf(say.moneyChecks, moneyChecks(book), book, 100, MONEY),
    sectionOf(say.countChecks, countChecks(book), book, 1, COUNT),
  ]
  const frame = {
    name: say.sheets.checks,
    title: say.titles.checks(year),
    left: '',
    right: '',
    columns: 6,
    synthetic,
    draft: book.isDraft,
    language: input.language,
  }
  return sheetOfSections(frame, sections, (sheet) => markFailures(sheet, sections, say.notFine))
}
