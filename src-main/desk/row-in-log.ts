import type { HistoryChange, HistorySubject } from '../model/history.ts'
import type { Dictionary, IndicatorValue } from '../model/indicator.ts'
import type { Policy } from '../model/policy.ts'
import type { ScenarioBase } from '../model/scenario.ts'
import type { Text } from '../model/text.ts'
import { fieldsOf, type Change, type TrackedTable } from '../store/index.ts'

export type Row = NonNullable<Change['before']>
/** A field with what it said before and after; `told`: in both languages, where the values are not plain ones. */
export type Pair = [field: string, before: IndicatorValue, after: IndicatorValue, told?: HistoryChange['told']]
/** What a changed row says, field by field; `key`, `name` and `year` of whom it is about. */
export interface Told {
  key: string
  name: string
  year: number | null
  pairs: Pair[]
}

/** What is needed to tell a row: names of communities (by key and, where it is about one, year), the whole dictionary, and bases. */
export interface LogReader {
  nameOf: (key: string, year: number | null) => string
  dictionary: Dictionary
  currentYear: number
  /** What an item of a year's catalogue is called; its id where it is gone. */
  itemOf: (id: string, year: number) => Required<Text>
  /** A version of a policy by its title; its id where the plan no longer has it. */
  policyOf: (id: string, version: string) => Required<Text>
  /** What a kind of courtyard is called in a year; its key where it is gone. */
  kindOf: (kind: string, year: number) => Text
  /** What a scenario's base is called, and the policy it has now; null where it is gone. */
  baseOf: (base: ScenarioBase) => { name: Text; policy: Policy | null }
}

/** How the rows of a table read in the change log. */
export interface RowInLog {
  subject: HistorySubject
  tell(change: Change, reader: LogReader): Told
}
export type RowsInLog = Readonly<Partial<Record<TrackedTable, RowInLog>>>

/** @returns what a column holds as JSON; nothing where there is no row */
export const parsed = (row: Row | null, column: string): Record<string, unknown> =>
  row === null ? {} : (JSON.parse(String(row[column])) as Record<string, unknown>)

/** That a row was made or taken out. */
export const presence = ({ before, after }: Change): Pair => ['present', before === null ? 0 : 1, after === null ? 0 : 1]

/** The columns that are fields of a community. */
export const columnPairs = ({ table, before, after }: Change): Pair[] =>
  fieldsOf(table).map(([column, field]) => [field, before?.[column] ?? null, after?.[column] ?? null])

/** A part of a definition as people read it: its Chinese text, else as it is written in a file. */
export const inShort = (part: unknown): IndicatorValue => {
  if (part === undefined || part === null) return null
  if (typeof part === 'number' || typeof part === 'string') return part
  const text = (part as { zh?: unknown }).zh
  return typeof text === 'string' ? text : JSON.stringify(part)
}

/** Two documents, part by part. */
export const partPairs = (before: Record<string, unknown>, after: Record<string, unknown>): Pair[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].map((part) => [part, inShort(before[part]), inShort(after[part])])

/** A row about a version of a policy, told by being there. @param named which of its columns name the policy */
export const policyRow = (subject: HistorySubject, named: { id: string; version: string }): RowInLog => ({
  subject,
  tell: (change, { policyOf }) => {
    const row = (change.after ?? change.before)!
    const name = policyOf(String(row[named.id]), String(row[named.version])).zh
    return { key: String(change.key[0]), name, year: null, pairs: [presence(change)] }
  },
})

/** A row that is told by being there. @param nameOf what people call it */
export const plainRow = (subject: HistorySubject, nameOf: (row: Row) => unknown): RowInLog => ({
  subject,
  tell: (change) => {
    const row = (change.after ?? change.before)!
    const year = typeof row.year === 'number' ? row.year : null
    return { key: String(change.key[0]), name: String(nameOf(row) ?? change.key[0]), year, pairs: [presence(change)] }
  },
})

/** A row keyed by year and community: what is told beside its columns. */
export const communityRow = (subject: HistorySubject, more: (change: Change) => Pair[] = () => []): RowInLog => ({
  subject,
  tell: (change, { nameOf }) => {
    const [year, key] = [Number(change.key[0]), String(change.key[1])]
    return { key, name: nameOf(key, year), year, pairs: [...more(change), ...columnPairs(change)] }
  },
})

const said = (value: unknown): Text => {
  const text = value === null || value === undefined ? '' : String(value)
  return { zh: text, en: text }
}

/**
 * A row keyed by year, community and what of it (an item, a quarter): told of the community, each column by its name.
 * @param columns what people call them
 * @param of what the rest of the key is called
 * @param valueOf what a column holds, where it is not told as it is
 */
export const numbersOfCommunity = (
  subject: HistorySubject,
  columns: Readonly<Record<string, Required<Text>>>,
  of: (rest: readonly unknown[], year: number, reader: LogReader) => Required<Text>,
  valueOf: (column: string, value: unknown) => Text = (_, value) => said(value),
): RowInLog => ({
  subject,
  tell: (change, reader) => {
    const [year, key] = [Number(change.key[0]), String(change.key[1])]
    const { before, after } = change
    const rest = of(change.key.slice(2), year, reader)
    const pairs = Object.entries(columns).map(([column, name]): Pair => {
      const [was, is] = [valueOf(column, before?.[column]), valueOf(column, after?.[column])]
      const field = { zh: `${rest.zh} ${name.zh}`, en: `${rest.en} ${name.en}` }
      return [field.zh, was.zh, is.zh, { field, before: was, after: is }]
    })
    return { key, name: reader.nameOf(key, year), year, pairs: [...columnPairs(change), ...pairs.filter(([, was, is]) => was !== is)] }
  },
})
