import type { ComparedRow } from '../../model/compared-rows.ts'
import { shownDifferences, type ShownSum } from '../../model/sums.ts'
import type { ReportTableName } from '../../model/report.ts'
import type { MoneyForm } from './money.ts'
import type { ReportWords, TableWords } from './words.ts'

/** A table of the note. No rows: there is nothing to show. */
export interface ReportTable {
  name: ReportTableName
  title: string
  head: string[]
  rows: string[][]
  unit: string
  notes: string[]
  source: string
}

/** A part of the money, such as that of a payer: null where nothing of it is known; `unknown` communities are not in it. */
export interface PartRow {
  name: string
  fen: number | null
  unknown: number
}

const NOT_KNOWN = '—'
const COLUMNS = ['previousFen', 'amountFen', 'changeFen'] as const

/** The change of a row is the difference of the two numbers beside it, as they are shown; none where they can't be compared. */
function changesIn(
  rows: readonly ComparedRow[],
  whole: ComparedRow,
  { previousFen, amountFen }: Record<(typeof COLUMNS)[number], ShownSum>,
): ShownSum {
  const { steps, parts } = shownDifferences(previousFen, amountFen)
  return {
    steps: whole.differenceFen === null ? null : steps,
    parts: parts.map((part, at) => (rows[at]!.differenceFen === null ? { ...part, steps: null } : part)),
  }
}

/**
 * Last year beside this year, with a total. What is not known is written as such and never as zero; a column counts the communities that
 * are not in the amounts.
 * @param whole all communities @param called by what its title calls it, where that is not its name
 * @returns the table, and this year's column as it is shown
 */
export function comparedTable(
  name: ReportTableName,
  label: string,
  rows: readonly ComparedRow[],
  whole: ComparedRow,
  form: MoneyForm,
  words: ReportWords,
  called: TableWords = name,
): { table: ReportTable; amounts: ShownSum } {
  const columns = Object.fromEntries(
    COLUMNS.map((of) => [
      of,
      form.column(
        rows.map((row) => row[of]),
        whole[of],
      ),
    ]),
  ) as Record<(typeof COLUMNS)[number], ShownSum>
  const shown = { ...columns, changeFen: changesIn(rows, whole, columns) }
  const written = (of: (typeof COLUMNS)[number], steps: number | null): string => {
    if (steps === null) return of === 'amountFen' ? words.amountUndecided : NOT_KNOWN
    return of === 'changeFen' && steps > 0 ? `+${form.cell(steps)}` : form.cell(steps)
  }
  const counts = ({ count, undecided }: ComparedRow): string[] => [String(count), ...(whole.undecided > 0 ? [String(undecided)] : [])]
  const line = (title: string, of: ComparedRow, at: (sum: ShownSum) => number | null): string[] => [
    title,
    ...counts(of),
    ...COLUMNS.map((column) => written(column, at(shown[column]))),
  ]
  return {
    amounts: shown.amountFen,
    table: {
      name,
      title: words.tables[called],
      source: words.of.tables[called],
      unit: form.unit,
      head: [label, words.count, ...(whole.undecided > 0 ? [words.undecided] : []), words.previous, words.amount, words.change],
      rows: [
        ...rows.map((row, position) => line(row.name, row, (sum) => sum.parts[position]!.steps)),
        line(words.total, whole, (sum) => sum.steps),
      ],
      notes: [
        ...(whole.undecided > 0 ? [words.notes.undecided(whole.undecided)] : []),
        ...(whole.compared < whole.count ? [words.notes.compared(whole.compared, whole.count)] : []),
        ...(form.isRounded(rows.flatMap((row) => COLUMNS.map((of) => row[of]))) ? [words.notes.rounded] : []),
      ],
    },
  }
}

/** The money in parts, with a total. @returns the table, and its column as it is shown */
export function partsTable(
  name: ReportTableName,
  label: string,
  rows: readonly PartRow[],
  form: MoneyForm,
  words: ReportWords,
): { table: ReportTable; amounts: ShownSum } {
  const amounts = form.column(rows.map((row) => row.fen))
  const written = (steps: number | null): string => (steps === null ? words.amountUndecided : form.cell(steps))
  const unknown = Math.max(0, ...rows.map((row) => row.unknown))
  return {
    amounts,
    table: {
      name,
      title: words.tables[name],
      source: words.of.tables[name],
      unit: form.unit,
      head: [label, words.amount],
      rows:
        rows.length === 0
          ? []
          : [...rows.map((row, position) => [row.name, written(amounts.parts[position]!.steps)]), [words.total, written(amounts.steps)]],
      notes: [
        ...(unknown > 0 ? [words.notes.undecided(unknown)] : []),
        ...(form.isRounded(rows.map((row) => row.fen)) ? [words.notes.rounded] : []),
      ],
    },
  }
}
