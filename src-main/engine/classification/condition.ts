import { isLeaf, type Condition, type ConditionLeaf, type Operator } from '../../model/condition.ts'
import type { Indicator } from '../../model/indicator.ts'
import type { Table } from '../indicators/table.ts'

/** Kleene's strong three-valued logic (S. C. Kleene, Introduction to Metamathematics, 1952, § 64). */
export const FALSE = 0
export const TRUE = 1
export const UNKNOWN = 2
export type Truth = typeof FALSE | typeof TRUE | typeof UNKNOWN

/** A compiled condition. `test` is the only evaluator: results and explanations both come from it. */
export interface CompiledCondition {
  condition: Condition
  test(row: number): Truth
  /** The column a leaf looks at; undefined for groups. */
  column: Float64Array | undefined
  parts: CompiledCondition[]
}

const truth = (holds: boolean): Truth => (holds ? TRUE : FALSE)

function leaf(condition: Condition, column: Float64Array, holds: (value: number) => boolean): CompiledCondition {
  return {
    condition,
    column,
    parts: [],
    test: (row) => {
      const value = column[row]!
      return Number.isNaN(value) ? UNKNOWN : truth(holds(value))
    },
  }
}

const COMPARE: Readonly<Record<Operator, (limit: number) => (value: number) => boolean>> = {
  '<': (limit) => (value) => value < limit,
  '<=': (limit) => (value) => value <= limit,
  '>': (limit) => (value) => value > limit,
  '>=': (limit) => (value) => value >= limit,
  '=': (limit) => (value) => value === limit,
  '!=': (limit) => (value) => value !== limit,
}

function group(condition: Condition, parts: CompiledCondition[], absorbing: Truth, neutral: Truth): CompiledCondition {
  return {
    condition,
    column: undefined,
    parts,
    test: (row) => {
      let unknown = false
      for (const part of parts) {
        const found = part.test(row)
        if (found === absorbing) return absorbing
        if (found === UNKNOWN) unknown = true
      }
      return unknown ? UNKNOWN : neutral
    },
  }
}

/** Compiles a condition into closures over the table's columns. Keys must have been checked before. */
export function compileCondition(condition: Condition, table: Table, indicators: Map<string, Indicator>): CompiledCondition {
  const compile = (part: Condition): CompiledCondition => compileCondition(part, table, indicators)
  switch (condition.kind) {
    case 'all':
      return group(condition, condition.of.map(compile), FALSE, TRUE)
    case 'any':
      return group(condition, condition.of.map(compile), TRUE, FALSE)
    case 'not': {
      const part = compile(condition.of)
      return {
        condition,
        column: undefined,
        parts: [part],
        test: (row) => {
          const found = part.test(row)
          return found === UNKNOWN ? UNKNOWN : truth(found === FALSE)
        },
      }
    }
    case 'compare':
      return leaf(condition, table.columns.get(condition.indicator)!, COMPARE[condition.operator](condition.value))
    case 'range': {
      const { from = -Infinity, to = Infinity, toIncluded } = condition
      return leaf(condition, table.columns.get(condition.indicator)!, (value) => value >= from && (toIncluded ? value <= to : value < to))
    }
    case 'category': {
      const options = indicators.get(condition.indicator)!.options
      const wanted = new Set(condition.anyOf.map((key) => options.findIndex((option) => option.key === key)))
      return leaf(condition, table.columns.get(condition.indicator)!, (value) => wanted.has(value))
    }
    case 'flag':
      return leaf(condition, table.columns.get(condition.indicator)!, (value) => (value !== 0) === condition.value)
  }
}

/**
 * @returns the leaves for whose missing values a condition is unknown in a row; those in a group that is decided without them are
 *   not named.
 */
export function leavesUnknown(compiled: CompiledCondition, row: number): ConditionLeaf[] {
  if (compiled.test(row) !== UNKNOWN) return []
  return isLeaf(compiled.condition) ? [compiled.condition] : compiled.parts.flatMap((part) => leavesUnknown(part, row))
}
