import type { Pool } from './from-schema.ts'

/** So many different values of a field are enough, and a value larger than that makes an input dear. */
const MOST = 12
const LARGEST = 20_000

/**
 * @param answers of the app
 * @param given values of fields of which answers say nothing
 * @returns values by the field in which they stood, and texts and numbers of lists by the list's name without its s
 */
export function poolOf(answers: readonly unknown[], given: Pool): Pool {
  const found = new Map<string, Map<string, unknown>>()
  const add = (field: string, value: unknown): void => {
    const text = JSON.stringify(value)
    const values = found.get(field) ?? new Map<string, unknown>()
    found.set(field, values)
    if (text.length <= LARGEST && values.size < MOST) values.set(text, value)
  }
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [field, inside] of Object.entries(value)) {
      if (!Array.isArray(value)) add(field, inside)
      walk(inside)
    }
  }
  for (const each of answers) walk(each)
  return Object.assign(
    Object.create(null),
    Object.fromEntries([...found].map(([field, values]) => [field, [...values.values()]])),
    given,
  ) as Pool
}
