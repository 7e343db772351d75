import type { RowFilter, ComparedRow } from './rows.ts'

/** Communities of a cell: how many, what they get on both sides, and what changes for them. Money in fen; what is unknown adds nothing. */
export interface MatrixCell {
  count: number
  baseFen: number
  withFen: number
  changeFen: number
  filter: RowFilter
}
/** A line or column: a class (null: none), those that only the other plan has, or those that only the base has. */
export type MatrixPlace = { kind: 'class'; key: string | null } | { kind: 'founded' } | { kind: 'vanished' }
export interface MatrixLine {
  place: MatrixPlace
  cells: Array<MatrixCell | null>
  total: MatrixCell
}
export interface ClassMatrix {
  columns: MatrixPlace[]
  lines: MatrixLine[]
  totals: MatrixCell[]
  total: MatrixCell
}

const sumOf = (rows: readonly ComparedRow[], against: number, filter: RowFilter): MatrixCell =>
  rows.reduce(
    (sum, row) => ({
      count: sum.count + 1,
      baseFen: sum.baseFen + (row.sides[0]!.amountFen ?? 0),
      withFen: sum.withFen + (row.sides[against]!.amountFen ?? 0),
      changeFen: sum.changeFen + (row.changeFen ?? 0),
      filter,
    }),
    { count: 0, baseFen: 0, withFen: 0, changeFen: 0, filter },
  )

/** Classes in the policies' order, then any others; null, if anybody has none, last. */
function classesIn(found: readonly (string | null)[], order: readonly string[]): MatrixPlace[] {
  const keys = new Set(found)
  const known = order.filter((key) => keys.has(key))
  const others = [...keys].filter((key) => key !== null && !order.includes(key)).sort()
  return [...known, ...others, ...(keys.has(null) ? [null] : [])].map((key) => ({ kind: 'class', key }))
}

/**
 * From the base's classes (lines) to the other plan's (columns). Communities that only one of them has stand in a line and a
 * column of their
 * own, so that the totals of the lines are the base plan's by class, and those of the columns the other plan's.
 * @param against the side that is set against the base
 * @param order class keys as the policies have them
 */
export function classMatrix(rows: readonly ComparedRow[], against: number, order: readonly string[]): ClassMatrix {
  const own = rows.filter((each) => each.standing !== 'neither')
  const inBase = own.filter((each) => each.standing !== 'founded')
  const inOther = own.filter((each) => each.standing !== 'vanished')
  const has = (standing: ComparedRow['standing']): boolean => own.some((each) => each.standing === standing)
  const columns: MatrixPlace[] = [
    ...classesIn(
      inOther.map((each) => each.to),
      order,
    ),
    ...(has('vanished') ? [{ kind: 'vanished' as const }] : []),
  ]
  const places: MatrixPlace[] = [
    ...classesIn(
      inBase.map((each) => each.from),
      order,
    ),
    ...(has('founded') ? [{ kind: 'founded' as const }] : []),
  ]
  const onLine =
    (place: MatrixPlace) =>
    (row: ComparedRow): boolean =>
      place.kind === 'class' ? row.standing !== 'founded' && row.from === place.key : row.standing === place.kind
  const inColumn =
    (place: MatrixPlace) =>
    (row: ComparedRow): boolean =>
      place.kind === 'class' ? row.standing !== 'vanished' && row.to === place.key : row.standing === place.kind
  const lineFilter = (place: MatrixPlace): RowFilter => (place.kind === 'class' ? { shown: 'all', from: place.key } : { shown: place.kind })
  const columnFilter = (place: MatrixPlace): RowFilter => (place.kind === 'class' ? { shown: 'all', to: place.key } : { shown: place.kind })
  const both = (line: MatrixPlace, column: MatrixPlace): RowFilter => {
    const [one, other] = [lineFilter(line), columnFilter(column)]
    return { ...one, ...other, shown: one.shown === 'all' ? other.shown : one.shown }
  }
  return {
    columns,
    lines: places.map((place) => {
      const onThis = own.filter(onLine(place))
      return {
        place,
        total: sumOf(onThis, against, lineFilter(place)),
        // Nobody is founded and vanished at once.
        cells: columns.map((column) =>
          place.kind === 'founded' && column.kind === 'vanished'
            ? null
            : sumOf(onThis.filter(inColumn(column)), against, both(place, column)),
        ),
      }
    }),
    totals: columns.map((column) => sumOf(own.filter(inColumn(column)), against, columnFilter(column))),
    total: sumOf(own, against, { shown: 'all', either: true }),
  }
}
