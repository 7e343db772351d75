import { z } from 'zod'
import type { GridColumn } from '../../components/grid/grid-types.ts'
import { matchesSearch } from '../../format/plain-text.ts'

const NEEDS = { contains: 1, atLeast: 1, atMost: 1, between: 2, equals: 1, empty: 0, filled: 0 } as const
export type Condition = keyof typeof NEEDS

/** What a column is narrowed to; the numbers as they were typed. */
export const ColumnFilter = z.object({
  column: z.string(),
  condition: z.enum(['contains', 'atLeast', 'atMost', 'between', 'equals', 'empty', 'filled']),
  from: z.string(),
  to: z.string(),
})
export type ColumnFilter = z.infer<typeof ColumnFilter>

/** A value as it is filtered: what is stored, and what is shown. */
export type Test = (value: string | number | null, shown: string) => boolean

/** How many fields a condition needs: 0, 1 or 2. */
export const fieldsOf = (condition: Condition): number => NEEDS[condition]

export const conditionsOf = (column: Pick<GridColumn, 'numeric'>): Condition[] =>
  column.numeric ? ['atLeast', 'atMost', 'between', 'equals', 'empty', 'filled'] : ['contains', 'empty', 'filled']

/** A share is a quotient: what is shown as 35 % may lie this far beside it. */
const DUST = 1e-9

function boundsOf({ condition, from, to }: ColumnFilter, read: (text: string) => number | null): { min: number; max: number } | null {
  const [first, second] = [read(from), condition === 'between' ? read(to) : 0]
  if (first === null || second === null) return null
  switch (condition) {
    case 'atLeast':
      return { min: first, max: Infinity }
    case 'atMost':
      return { min: -Infinity, max: first }
    case 'between':
      return { min: Math.min(first, second), max: Math.max(first, second) }
    case 'equals':
      return { min: first, max: first }
    case 'contains':
    case 'empty':
    case 'filled':
      return null
  }
}

/**
 * @param read the number that was meant, in the unit in which the column is stored; null when it is none
 * @returns whether a value passes the filter; null where the filter's numbers can't be read. Unknown values pass none but `empty`.
 */
export function testOf(filter: ColumnFilter, read: (text: string) => number | null): Test | null {
  if (filter.condition === 'empty') return (value) => value === null || value === ''
  if (filter.condition === 'filled') return (value) => value !== null && value !== ''
  if (filter.condition === 'contains') return filter.from.trim() === '' ? null : (_, shown) => matchesSearch(filter.from, [shown])
  const bounds = boundsOf(filter, read)
  if (bounds === null) return null
  return (value) => typeof value === 'number' && value >= bounds.min - DUST && value <= bounds.max + DUST
}
