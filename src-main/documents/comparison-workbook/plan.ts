import { addedUp } from '../../model/places.ts'
import { textIn } from '../../model/text.ts'
import { fixedRange } from '../workbook/address.ts'
import { classFormulas, type ClassFormulas } from '../workbook/class-formulas.ts'
import { bodyOf, type Body } from '../workbook/page.ts'
import { words, type Words } from '../workbook/words.ts'
import type { ComparedRow, ComparisonInput } from './input.ts'
import { comparisonWords, type ComparisonWords } from './words.ts'

/** Columns of the list of communities that formulas refer to. */
export const COLUMN = { district: 2, subdistrict: 3, from: 6, to: 7, base: 8, other: 9, change: 10 }
export const COLUMNS = 10
export const HEADER = 3

/** What the sheets need of each other: words, where the communities stand, and the classes of both plans. */
export interface ComparisonBook {
  input: ComparisonInput
  say: Words
  own: ComparisonWords
  body: Body
  classes: ClassFormulas
  /** Every class of either plan, and last, if there are any, the undecided (key null). */
  keys: Array<{ key: string | null; label: string; name: string | null }>
  /** A column of the list of communities, as other sheets refer to it. */
  column(which: keyof typeof COLUMN): string
}

export function comparisonBook(input: ComparisonInput): ComparisonBook {
  const { base, other, rows, language } = input
  const [say, own] = [words[language], comparisonWords[language]]
  const names = new Map([...base.policy.classes, ...other.policy.classes].map((each) => [each.key, textIn(each.name, language)]))
  const occurring = rows.flatMap((each) => [each.from, each.to]).filter((each) => each !== null)
  const keys = [...new Set([...other.policy.classes.map((each) => each.key), ...base.policy.classes.map((each) => each.key), ...occurring])]
  const body = bodyOf(HEADER, rows.length)
  const isOpen = rows.some((each) => each.from === null || each.to === null)
  return {
    input,
    say,
    own,
    body,
    classes: classFormulas(keys),
    keys: [
      ...keys.map((key) => ({ key, label: key, name: names.get(key) ?? null })),
      ...(isOpen ? [{ key: null, label: say.undecidedClass, name: null }] : []),
    ],
    column: (which) => fixedRange(own.sheets.communities, COLUMN[which], body.first, body.last),
  }
}

/** @returns how many communities are left out of the changes, in words; empty where there are none */
export function notKnown({ own, input }: Pick<ComparisonBook, 'own' | 'input'>): string {
  const count = input.rows.filter((each) => each.changeFen === null).length
  return count === 0 ? '' : own.notKnown(count)
}

/** @returns the sum of what is known, in fen. */
export const sumOf = (rows: readonly ComparedRow[], which: 'baseFen' | 'withFen' | 'changeFen'): number =>
  addedUp(rows.map((each) => each[which]))
