import type { TableName, TableSettings } from '../../src-main/model/paper.ts'
import { textIn, type Language } from '../../src-main/model/text.ts'
import { PAPER_FORMS, type ColumnOf } from '../../src-main/modules/words.ts'

/**
 * A column that a table can show. `parts`: it stands for several that share its width, one for each payer; none of them: it is
 * left out.
 */
export interface PrintColumn {
  key: string
  title: string
  kind: 'words' | 'middle' | 'number'
  parts?: readonly { key: string; title: string }[]
}
/** A row: a community's, the name of a place, or a sum, whose label takes columns of words. */
export interface PrintLine {
  key: string
  kind: 'line' | 'place' | 'subtotal' | 'district-total' | 'grand-total'
  label?: string
  cells: Readonly<Record<string, string>>
}
/** Rows that belong together. */
export interface PrintBlock {
  key: string
  lines: readonly PrintLine[]
}

/** What a row says in each column of a paper; a column that is forgotten does not compile. */
export type CellsOf<Paper extends TableName> = Readonly<Record<ColumnOf<Paper>, string>>

/**
 * The columns of a paper with their titles.
 * @param own what only the data of the moment know: a title, or the parts that a column stands for
 */
export const paperColumns = <Paper extends TableName>(
  paper: Paper,
  language: Language,
  own: Partial<Record<ColumnOf<Paper>, Partial<PrintColumn>>> = {},
): PrintColumn[] =>
  PAPER_FORMS[paper].columns.map(({ key, kind, ...title }) => ({
    key,
    title: textIn(title, language),
    kind,
    ...(own as Record<string, Partial<PrintColumn>>)[key],
  }))

/**
 * @returns the columns that are shown, in their order, with their part of the width in percent; a setting that names no column of
 *   the table is left out
 */
export function shownColumns(
  columns: readonly PrintColumn[],
  { columns: settings }: Pick<TableSettings, 'columns'>,
): Array<PrintColumn & { width: number }> {
  const found = settings.flatMap(({ key, width }) => {
    const column = columns.find((each) => each.key === key)
    if (column?.parts === undefined) return column === undefined ? [] : [{ ...column, width }]
    return column.parts.map((part) => ({ ...column, ...part, width: width / column.parts!.length }))
  })
  const whole = found.reduce((sum, each) => sum + each.width, 0)
  return found.map((each) => ({ ...each, width: (100 * each.width) / whole }))
}

/** Columns: the first of them, and the one after the last. */
export interface LabelPlace {
  from: number
  to: number
}

/**
 * Where the label of a sum stands, so that it covers no amount: in the columns before the first amount, but not in the row's own
 * number, else in the
 * widest run of columns without amounts.
 * @returns null where no column of words is shown: the label takes a line of its own
 */
export function labelPlace(shown: readonly (PrintColumn & { width: number })[]): LabelPlace | null {
  const runs: LabelPlace[] = []
  for (const [at, { key, kind }] of shown.entries()) {
    if (kind === 'number' || (at === 0 && key === 'number')) continue
    const last = runs.at(-1)
    if (last?.to === at) last.to = at + 1
    else runs.push({ from: at, to: at + 1 })
  }
  const columnsOf = ({ from, to }: LabelPlace): readonly (PrintColumn & { width: number })[] => shown.slice(from, to)
  const widthOf = (run: LabelPlace): number => columnsOf(run).reduce((sum, each) => sum + each.width, 0)
  const withWords = runs.filter((run) => columnsOf(run).some((each) => each.kind === 'words'))
  const [first = null] = withWords
  return first === null || !shown.slice(0, first.from).some((each) => each.kind === 'number')
    ? first
    : withWords.reduce((widest, run) => (widthOf(run) > widthOf(widest) ? run : widest))
}

/** Rows that are drawn as one part of a table; the `end` stays on one sheet with what follows it. */
export interface TableBody extends PrintBlock {
  isEnd: boolean
}

/**
 * The parts of a table whose last row is followed by notes and signatures. Nobody signs a sheet without a row: the last one moves along,
 * with the names of places right above it and the sums below. Browsers keep that only within one part.
 */
export function bodiesOf(blocks: readonly PrintBlock[], last: boolean): TableBody[] {
  if (!last) return blocks.map((each) => ({ ...each, isEnd: false }))
  const lines = blocks.flatMap(({ key, lines: own }) => own.map((line) => ({ block: key, line })))
  let from = lines.findLastIndex(({ line }) => line.kind === 'line')
  while (from > 0 && lines[from - 1]!.line.kind === 'place') from -= 1
  const end = lines.slice(Math.max(0, from))
  const before = [...Map.groupBy(lines.slice(0, Math.max(0, from)), (each) => each.block)]
  return [
    ...before.map(([key, own]) => ({ key, lines: own.map((each) => each.line), isEnd: false })),
    { key: 'end', lines: end.map(({ block, line }) => ({ ...line, key: `${block} ${line.key}` })), isEnd: true },
  ]
}
