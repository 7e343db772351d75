import { APPEAL_SOURCES, MONTHS, type AppealCount, type AppealCounts, type AppealSource } from '../../model/appeal.ts'
import type { AppealScope } from '../../model/appeal-account.ts'

export const ALL_MONTHS: readonly number[] = Array.from({ length: MONTHS }, (_, at) => at + 1)

/** The appeals of a year, by community and month. */
export interface AppealYear {
  /** Those that anybody counted this year: what of the others came is not asked. */
  sources: readonly AppealSource[]
  rowsOf(key: string): readonly AppealCount[]
  /** What came in a month; null: of one of these sources it is not known. */
  received(key: string, month: number, sources: readonly AppealSource[]): number | null
}

export function appealYear(rows: readonly AppealCount[]): AppealYear {
  const byKey = Map.groupBy(rows, (each) => each.key)
  const received = new Map<string, number>()
  for (const row of rows) {
    if (row.received === null) continue
    const id = `${row.key} ${row.month} ${row.source}`
    received.set(id, (received.get(id) ?? 0) + row.received)
  }
  const counted = new Set(rows.filter((each) => each.received !== null).map((each) => each.source))
  return {
    sources: APPEAL_SOURCES.filter((each) => counted.has(each)),
    rowsOf: (key) => byKey.get(key) ?? [],
    received: (key, month, sources) => {
      const all = sources.map((source) => received.get(`${key} ${month} ${source}`) ?? null)
      return all.length === 0 || all.includes(null) ? null : all.reduce<number>((sum, each) => sum + each!, 0)
    },
  }
}

/** The sources that are looked at. */
export const sourcesOf = ({ sources }: AppealYear, { source }: Pick<AppealScope, 'source'>): readonly AppealSource[] =>
  source === 'all' ? sources : [source]

/** The months that are looked at. */
export const monthsOf = ({ from, to }: Pick<AppealScope, 'from' | 'to'>): number[] =>
  ALL_MONTHS.filter((each) => each >= from && each <= to)

/** What came in all of these months together; null where one is missing. */
export function receivedIn(year: AppealYear, key: string, months: readonly number[], sources: readonly AppealSource[]): number | null {
  const all = months.map((month) => year.received(key, month, sources))
  return all.length === 0 || all.includes(null) ? null : all.reduce<number>((sum, each) => sum + each!, 0)
}

/** The last months in a row that are known, the earliest first, up to a month of this year and at most a year of them. */
export function lastMonthsInARow(known: (month: number) => number | null, to: number): number[] {
  const points: number[] = []
  for (let month = to; month > to - MONTHS; month--) {
    const value = known(month)
    if (value === null) {
      if (points.length === 0) continue
      break
    }
    points.unshift(value)
  }
  return points
}

/** The counts of a community within the months and sources that are looked at. */
export const countsWithin = (year: AppealYear, key: string, { from, to, source }: AppealScope): AppealCounts[] =>
  year.rowsOf(key).filter((each) => each.month >= from && each.month <= to && (source === 'all' || each.source === source))
