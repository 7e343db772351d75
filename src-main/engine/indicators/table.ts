import type { Indicator, IndicatorValue } from '../../model/indicator.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import { formulaValue } from './formula.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * Indicators as columns: one Float64Array a key, NaN where the value is unknown. A category is the position of its option, a
 * flag 0 or 1, a share a fraction. Rows of objects exist only at the edges.
 */
export interface Table {
  rows: number
  columns: Map<string, Float64Array>
}

/** @returns the number under which a value stands in its column; unknown options, texts and null are NaN. */
export function encode(indicator: Indicator, value: IndicatorValue | undefined): number {
  if (value === null || value === undefined) return Number.NaN
  if (indicator.kind !== 'category') return typeof value === 'number' ? value : Number.NaN
  const position = indicator.options.findIndex((option) => option.key === value)
  return position < 0 ? Number.NaN : position
}

/** @returns the value as it crosses the contract; the reverse of encode. */
export function decode(indicator: Indicator, number: number | undefined): IndicatorValue {
  if (number === undefined || Number.isNaN(number)) return null
  return indicator.kind === 'category' ? (indicator.options[number]?.key ?? null) : number
}

/** @returns the delivered indicators that a row lacks for one of its indicators; all of them where none is missing */
export function missingInputs(key: string, row: number, table: Table, vocabulary: Vocabulary): string[] {
  const inputs = vocabulary.inputsOf(key)
  const missing = inputs.filter((input) => Number.isNaN(table.columns.get(input)![row]!))
  return missing.length > 0 ? missing : inputs
}

/** Computes the derived columns of one row from the delivered ones. */
export function derive(table: Table, vocabulary: Vocabulary, row: number): void {
  for (const { indicator, formula } of vocabulary.derived) {
    const read = (key: string): number => table.columns.get(key)![row]!
    table.columns.get(indicator.key)![row] = formulaValue(formula, read, indicator.whenDivisorIsZero)
  }
}

/** @returns a table with a column for every indicator, all unknown. */
export function emptyTable(vocabulary: Vocabulary, rows: number): Table {
  const columns = new Map<string, Float64Array>()
  for (const key of vocabulary.indicators.keys()) columns.set(key, new Float64Array(rows).fill(Number.NaN))
  return { rows, columns }
}

/** Builds the columns from the communities' facts, in the given order. Derived values in the facts are ignored and computed anew. */
export function tableOf(facts: CommunityFacts[], vocabulary: Vocabulary): Table {
  const table = emptyTable(vocabulary, facts.length)
  for (const indicator of vocabulary.delivered) {
    const column = table.columns.get(indicator.key)!
    facts.forEach((community, row) => {
      column[row] = encode(indicator, community.values[indicator.key])
    })
  }
  for (let row = 0; row < facts.length; row++) derive(table, vocabulary, row)
  return table
}
