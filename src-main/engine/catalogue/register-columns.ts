import { latestRegister, REGISTER_COUNT_NAMES, REGISTER_INDICATORS, registerKey, type RegisterRow } from '../../model/registration.ts'
import type { FactColumns } from '../columns/facts.ts'

/** The columns with those of the housing register beside the indicators; an indicator of the same key stays what it is. */
export function withRegister(columns: FactColumns, register: readonly RegisterRow[]): FactColumns {
  const { facts, table, vocabulary } = columns
  const latest = latestRegister(register)
  const own = REGISTER_COUNT_NAMES.map(
    (name) => [registerKey(name), Float64Array.from(facts, ({ key }) => latest.get(key)?.[name] ?? Number.NaN)] as const,
  )
  const known = new Set(own.map(([key]) => key))
  return {
    ...columns,
    table: { ...table, columns: new Map([...own, ...table.columns]) },
    vocabulary: {
      ...vocabulary,
      indicators: new Map([...REGISTER_INDICATORS.map((each) => [each.key, each] as const), ...vocabulary.indicators]),
      inputsOf: (key) => (known.has(key) && !vocabulary.indicators.has(key) ? [key] : vocabulary.inputsOf(key)),
    },
  }
}
