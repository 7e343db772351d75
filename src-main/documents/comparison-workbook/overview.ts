import { textIn } from '../../model/text.ts'
import { cell, fixedCell, range } from '../workbook/address.ts'
import { CENTRED, CHANGE, COUNT, MONEY, TEXT } from '../workbook/look.ts'
import { yuan, type Content, type SheetPlan } from '../workbook/page.ts'
import { sheetOfSections, type Section } from '../workbook/sections.ts'
import type { ComparedSide } from './input.ts'
import { COLUMN, notKnown, sumOf, type ComparisonBook } from './plan.ts'

const policiesOf = ({ own, input: { base, other, language } }: ComparisonBook): Section => {
  const both = (textOf: (side: ComparedSide) => string): string[] => [textOf(base), textOf(other)]
  return {
    heading: own.policies,
    columns: [
      { heading: own.item, look: TEXT },
      { heading: own.base, look: TEXT, widest: 34 },
      { heading: own.other, look: TEXT, widest: 34 },
    ],
    rows: [
      ...(base.name === undefined || other.name === undefined
        ? []
        : [[own.plan, textIn(base.name, language), textIn(other.name, language)]]),
      [own.policy, ...both(({ policy }) => textIn(policy.title, language))],
      [own.version, ...both(({ policy }) => `${policy.id} ${policy.version}`.trim())],
      [own.hash, ...both(({ result }) => result.policy.hash.slice(0, 16))],
      [own.inputHash, ...both(({ result }) => result.input.hash.slice(0, 16))],
    ].map((row) => () => row),
  }
}

const totalsOf = ({ own, body, input: { rows } }: ComparisonBook): Section => {
  const total = (column: number): string => fixedCell(own.sheets.communities, column, body.last + 1)
  return {
    heading: own.totals,
    columns: [
      { heading: own.item, look: TEXT },
      { heading: own.base, look: MONEY },
      { heading: own.other, look: MONEY },
      { heading: own.difference, look: CHANGE },
    ],
    rows: [
      () => [
        own.money,
        { formula: total(COLUMN.base), result: yuan(sumOf(rows, 'baseFen')) },
        { formula: total(COLUMN.other), result: yuan(sumOf(rows, 'withFen')) },
        // Not the difference of the two: an amount that is not known on one side is no gain and no loss.
        { formula: total(COLUMN.change), result: yuan(sumOf(rows, 'changeFen')) },
      ],
    ],
  }
}

const gainsOf = ({ own, say, column, input: { rows } }: ComparisonBook): Section => {
  const line = (name: string, condition: string, holds: (fen: number) => boolean) => (): Content[] => {
    const found = rows.filter((each) => each.changeFen !== null && holds(each.changeFen))
    return [
      name,
      { formula: `COUNTIF(${column('change')},"${condition}")`, result: found.length },
      { formula: `SUMIF(${column('change')},"${condition}")`, result: yuan(sumOf(found, 'changeFen')) },
    ]
  }
  return {
    heading: own.gainsAndLosses,
    columns: [
      { heading: own.item, look: TEXT },
      { heading: say.count, look: COUNT },
      { heading: own.difference, look: CHANGE },
    ],
    rows: [line(own.gains, '>0', (fen) => fen > 0), line(own.losses, '<0', (fen) => fen < 0), line(own.same, '=0', (fen) => fen === 0)],
    total: (place) => [
      own.net,
      { formula: `SUM(${range(2, place.first, place.last)})`, result: rows.filter((each) => each.changeFen !== null).length },
      { formula: `SUM(${range(3, place.first, place.last)})`, result: yuan(sumOf(rows, 'changeFen')) },
    ],
  }
}

/** Counts and amounts of each class under both plans; each difference is that of the two amounts beside it. */
const classesOf = ({ own, say, keys, classes, column, input: { rows } }: ComparisonBook): Section => ({
  heading: own.byClass,
  columns: [
    { heading: say.class, look: CENTRED, widest: 16 },
    { heading: own.countBase, look: COUNT },
    { heading: own.countOther, look: COUNT },
    { heading: own.changeOfCount, look: COUNT },
    { heading: own.amountBase, look: MONEY },
    { heading: own.amountOther, look: MONEY },
    { heading: own.difference, look: CHANGE },
    { heading: say.className, look: TEXT, widest: 30 },
  ],
  rows: keys.map(({ key, label, name }) => (at): Content[] => {
    const [before, after] = [rows.filter((each) => each.from === key), rows.filter((each) => each.to === key)]
    const [baseFen, withFen] = [sumOf(before, 'baseFen'), sumOf(after, 'withFen')]
    return [
      label,
      { formula: classes.count(column('from'), cell(1, at)), result: before.length },
      { formula: classes.count(column('to'), cell(1, at)), result: after.length },
      { formula: `${cell(3, at)}-${cell(2, at)}`, result: after.length - before.length },
      { formula: classes.sum(column('from'), cell(1, at), column('base')), result: yuan(baseFen) },
      { formula: classes.sum(column('to'), cell(1, at), column('other')), result: yuan(withFen) },
      { formula: `ROUND(${cell(6, at)}-${cell(5, at)},2)`, result: yuan(withFen - baseFen) },
      name,
    ]
  }),
  total: (place): Content[] => {
    const total = (at: number, result: number): Content => ({ formula: `SUM(${range(at, place.first, place.last)})`, result })
    const [baseFen, withFen] = [sumOf(rows, 'baseFen'), sumOf(rows, 'withFen')]
    return [
      say.total,
      total(2, rows.length),
      total(3, rows.length),
      total(4, 0),
      total(5, yuan(baseFen)),
      total(6, yuan(withFen)),
      total(7, yuan(withFen - baseFen)),
      null,
    ]
  },
})

/** The communities that are in a class under the compared plan: what they get before and now, as far as both are known. */
const membersOf = ({ own, say, keys, column, input: { rows } }: ComparisonBook): Section => {
  const known = rows.filter((each) => each.changeFen !== null)
  const sum = (at: number, which: 'base' | 'other'): string =>
    `SUMPRODUCT(EXACT(${column('to')},${cell(1, at)})*ISNUMBER(${column('change')}),${column(which)})`
  return {
    heading: own.members,
    columns: [
      { heading: say.class, look: CENTRED, widest: 16 },
      { heading: own.membersKnown, look: COUNT },
      { heading: own.before, look: MONEY },
      { heading: own.now, look: MONEY },
      { heading: own.difference, look: CHANGE },
    ],
    rows: keys.map(({ key, label }) => (at): Content[] => {
      const members = known.filter((each) => each.to === key)
      return [
        label,
        { formula: `SUMPRODUCT(EXACT(${column('to')},${cell(1, at)})*ISNUMBER(${column('change')}))`, result: members.length },
        { formula: sum(at, 'base'), result: yuan(sumOf(members, 'baseFen')) },
        { formula: sum(at, 'other'), result: yuan(sumOf(members, 'withFen')) },
        { formula: `ROUND(${cell(4, at)}-${cell(3, at)},2)`, result: yuan(sumOf(members, 'changeFen')) },
      ]
    }),
    total: (place): Content[] => {
      const total = (at: number, result: number): Content => ({ formula: `SUM(${range(at, place.first, place.last)})`, result })
      return [
        say.total,
        total(2, known.length),
        total(3, yuan(sumOf(known, 'baseFen'))),
        total(4, yuan(sumOf(known, 'withFen'))),
        total(5, yuan(sumOf(known, 'changeFen'))),
      ]
    },
  }
}

/** Which policies are compared, what they cost together, who gains and who loses, and what that is by class. */
export function overviewSheet(book: ComparisonBook): SheetPlan {
  const { own, say, input } = book
  const sections = [policiesOf(book), totalsOf(book), gainsOf(book), classesOf(book), membersOf(book)]
  const frame = {
    name: own.sheets.overview,
    title: own.titles.overview,
    left: notKnown(book),
    right: say.unit,
    columns: 8,
    synthetic: input.base.result.input.synthetic,
    language: input.language,
  }
  return sheetOfSections(frame, sections)
}
