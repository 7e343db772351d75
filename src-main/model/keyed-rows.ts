/**
 * Rows with some of them as they are now.
 * @param keys of the rows that may be others
 * @param now the row as it is now, by its key; undefined: it is gone
 * @returns null where one of them is new, for only whoever has all rows knows its place
 */
export function withRows<Row extends { key: string }>(
  rows: readonly Row[],
  keys: readonly string[],
  now: (key: string) => Row | undefined,
): Row[] | null {
  const changed = new Map(keys.map((key) => [key, now(key)]))
  const known = new Set(rows.map((each) => each.key))
  if ([...changed].some(([key, row]) => row !== undefined && !known.has(key))) return null
  return rows.flatMap((each) => (changed.has(each.key) ? (changed.get(each.key) ?? []) : each))
}
