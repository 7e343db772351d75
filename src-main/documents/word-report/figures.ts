import { sumOfKnown } from '../../model/places.ts'
import type { ShownSum } from '../../model/sums.ts'
import { policyCited } from '../../words/policies.ts'
import { isOneDistrict } from '../../model/places.ts'
import type { ReportInput } from './input.ts'
import { moneyForm, type MoneyForm } from './money.ts'
import { rowsOf, type Rows } from './rows.ts'
import { comparedTable, partsTable, type ReportTable } from './tables.ts'
import { exactly, figuresOfWhole, gapsOfWhole, type Figure } from './whole-figures.ts'
import { wordsIn, type ReportWords } from './words.ts'

export interface ReportContent {
  gaps: Record<string, string>
  figures: Figure[]
  tables: ReportTable[]
}

/** Every amount that the note writes, in fen. */
function amountsIn({ whole, classes, districts, payers, components, changes }: Rows): (number | null)[] {
  const compared = [whole, ...classes, ...districts].flatMap((row) => [row.amountFen, row.previousFen, row.changeFen])
  const [gains, losses] = [changes.filter((fen) => fen > 0), changes.filter((fen) => fen < 0)].map(sumOfKnown)
  return [...compared, ...[...payers, ...components].map((row) => row.fen), gains!, losses!]
}

/** An item of a list in the text: how it is written with its money, and what is left out of it. */
interface Item {
  fen: number | null
  leftOut: number
  say: (money: string) => string
  source: string
}

/** @param shown the column of the table that lists the same */
const listed = (gap: string, items: readonly Item[], shown: ShownSum, form: MoneyForm, words: ReportWords): Figure[] =>
  items.map(({ fen, leftOut, say, source }, at) => {
    const { steps } = shown.parts[at]!
    const money = steps === null ? words.amountUndecided : `${form.money(steps)}${leftOut > 0 ? words.notCounted(leftOut) : ''}`
    return { gaps: [gap], text: say(money), exact: exactly(fen, words), source }
  })

/**
 * The gaps of the note's text, its tables, and for each figure where it comes from.
 * The text and the tables show the same cells: rounded once, so that they add up as they are shown.
 */
export function reportContent(input: ReportInput): ReportContent {
  const {
    result,
    source: { policy },
    department,
    plan,
    settings,
    language,
  } = input
  const words = wordsIn(language)
  const rows = rowsOf(input, words)
  const { whole, classes, districts, payers, components } = rows
  const form = moneyForm(settings, language, words, amountsIn(rows))

  const byClass = comparedTable('classes', words.class, classes, whole, form, words)
  const isOne = isOneDistrict(result.communities)
  const places = isOne ? words.subdistrict : words.district
  const byDistrict = comparedTable('districts', places, districts, whole, form, words, isOne ? 'subdistricts' : 'districts')
  const byPayer = partsTable('payers', words.payer, payers, form, words)
  const byComponent = partsTable('components', words.component, components, form, words)
  const reserveFen = result.totals.reserveFen ?? 0
  if (reserveFen > 0) byClass.table.notes.push(words.notes.reserve(form.alone(reserveFen)))

  const { of } = words
  const lists = {
    classes: listed(
      'classes',
      classes.map((row) => ({
        fen: row.amountFen,
        leftOut: row.undecided,
        say: (money) => words.classItem(row.name, row.count, row.count === 0 ? '' : money),
        source: of.class(row.name),
      })),
      byClass.amounts,
      form,
      words,
    ),
    districts: listed(
      'districts',
      districts.map((row) => ({
        fen: row.amountFen,
        leftOut: row.undecided,
        say: (money) => words.item(row.name, money),
        source: of.district(row.name),
      })),
      byDistrict.amounts,
      form,
      words,
    ),
    payers: listed(
      'payers',
      payers.map((row) => ({
        fen: row.fen,
        leftOut: row.unknown,
        say: (money) => words.item(row.name, money),
        source: of.payer(row.name),
      })),
      byPayer.amounts,
      form,
      words,
    ),
    components: listed(
      'components',
      components.map((row) => ({
        fen: row.fen,
        leftOut: row.unknown,
        say: (money) => words.item(row.name, money),
        source: of.component(row.name),
      })),
      byComponent.amounts,
      form,
      words,
    ),
  }
  const figures = figuresOfWhole(rows, result.communities.filter((each) => each.rule === 'override').length, form, words)
  const list = (gap: keyof typeof lists, nothing: string): string => lists[gap].map((each) => each.text).join(words.separator) || nothing
  return {
    gaps: {
      ...gapsOfWhole(figures, whole, words),
      classes: list('classes', words.noUnit),
      districts: list('districts', words.noUnit),
      payers: list('payers', words.noPayers),
      components: list('components', words.noComponents),
      year: String(result.year),
      department: department || words.department,
      signature: department,
      plan,
      policy: policyCited(policy, language),
    },
    figures: [...figures, ...Object.values(lists).flat()],
    // Without communities there is nothing to put into a table.
    tables: whole.count === 0 ? [] : [byClass.table, byDistrict.table, byPayer.table, byComponent.table],
  }
}
