import type { Indicator } from '../../model/indicator.ts'
import type { Policy } from '../../model/policy.ts'
import { vocabularyOf } from '../indicators/vocabulary.ts'
import { tableOf } from '../indicators/table.ts'
import type { FactColumns } from './facts.ts'

/** A district whose communities stand under its own policy; `indicators`: the dictionary's and the policy's own. */
export interface OwnPolicy {
  district: string
  policy: Policy
  indicators: Indicator[]
}

/** @returns the policies with all indicators that they read */
export const withIndicators = (own: readonly Omit<OwnPolicy, 'indicators'>[], dictionary: Indicator[]): OwnPolicy[] =>
  own.map(({ district, policy }) => ({ district, policy, indicators: [...dictionary, ...policy.indicators] }))

/** Communities that one policy is about, as columns of their own. */
export interface PolicyPart {
  policy: Policy
  /** Their rows among all, rising. */
  rows: readonly number[]
  columns: FactColumns
}

type Whole = Omit<FactColumns, 'own'>

/** The columns of some rows, as if there were no others; their classes set by hand are those of the whole. */
function columnsOfRows(whole: Whole, rows: readonly number[], read: Pick<FactColumns, 'vocabulary' | 'table'>): FactColumns {
  const facts = rows.map((row) => whole.facts[row]!)
  return {
    ...read,
    facts,
    previous: Float64Array.from(rows, (row) => whole.previous[row]!),
    previousDelivered: facts.some((each) => each.previousFen !== null),
    overrides: new Map(facts.flatMap(({ key }) => (whole.overrides.has(key) ? [[key, whole.overrides.get(key)!] as const] : []))),
    own: [],
  }
}

/** Rows of a district under its own policy, with the indicators as that policy reads them. */
export interface OwnRows extends Pick<FactColumns, 'vocabulary' | 'table'>, Pick<OwnPolicy, 'district' | 'policy'> {
  rows: readonly number[]
}

/** @returns the rows of each district that stands under its own policy and has communities */
export const ownRowsOf = (facts: FactColumns['facts'], own: readonly OwnPolicy[]): OwnRows[] =>
  own.flatMap(({ district, policy, indicators }) => {
    const rows = facts.flatMap((each, row) => (each.district === district ? [row] : []))
    if (rows.length === 0) return []
    const vocabulary = vocabularyOf(indicators)
    const table = tableOf(
      rows.map((row) => facts[row]!),
      vocabulary,
    )
    return [{ district, policy, rows, vocabulary, table }]
  })

/**
 * The communities by the policy that they stand under: those of the plan's policy first, which may be none, then each district that has its
 * own. What one part is given rests on nothing of another.
 */
export function partsOf(columns: FactColumns, policy: Policy): PolicyPart[] {
  const { own, ...whole } = columns
  if (own.length === 0) return [{ policy, rows: columns.facts.map((_, row) => row), columns }]
  const taken = new Set(own.flatMap((each) => each.rows))
  const rows = columns.facts.flatMap((_, row) => (taken.has(row) ? [] : [row]))
  const table = {
    rows: rows.length,
    columns: new Map([...whole.table.columns].map(([key, column]) => [key, Float64Array.from(rows, (row) => column[row]!)])),
  }
  return [
    { policy, rows, columns: columnsOfRows(whole, rows, { vocabulary: whole.vocabulary, table }) },
    ...own.map((each) => ({ policy: each.policy, rows: each.rows, columns: columnsOfRows(whole, each.rows, each) })),
  ]
}

/** @returns the part that a community stands in, with its row there */
export function partWith(columns: FactColumns, policy: Policy, key: string): { part: PolicyPart; row: number } | null {
  for (const part of partsOf(columns, policy)) {
    const row = part.columns.facts.findIndex((each) => each.key === key)
    if (row >= 0) return { part, row }
  }
  return null
}
