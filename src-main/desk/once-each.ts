/**
 * What is made of each row, made once for as long as the row is the same object.
 * @param make what becomes of these rows, one for each; it rests on nothing but the row and what never changes
 * @returns for any rows what is made of them, in their order
 */
export function onceEach<Row extends object, Made>(make: (rows: Row[]) => Made[]): (rows: readonly Row[]) => Made[] {
  const made = new WeakMap<Row, { of: Made }>()
  return (rows) => {
    const missing = rows.filter((row) => !made.has(row))
    const fresh = make(missing)
    missing.forEach((row, position) => made.set(row, { of: fresh[position]! }))
    return rows.map((row) => made.get(row)!.of)
  }
}
