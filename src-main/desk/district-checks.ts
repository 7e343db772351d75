import type { ImportRow } from '../model/import.ts'
import { problem, warning, type Place, type Problem } from '../model/problem.ts'

const core = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/(新区|自治县|区|县|市)$/, '')

/** Two names of which one is most likely a slip of the other: the same core, or one character apart in a name of three or more. */
function looksLike(one: string, other: string): boolean {
  const [a, b] = [core(one), core(other)]
  if (a === b || (a.length > 1 && b.length > 1 && (a.startsWith(b) || b.startsWith(a)))) return true
  return a.length === b.length && a.length > 2 && [...a].filter((sign, position) => sign !== b[position]).length === 1
}

/**
 * The first six digits of a community's code are its district's (GB/T 10114): the name that most rows of a code carry is the
 * district's.
 */
function namesByCode(rows: ImportRow[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { code, district } of rows.filter((row) => row.code !== '' && row.district !== '')) {
    const names = counts.get(code.slice(0, 6)) ?? new Map<string, number>()
    counts.set(code.slice(0, 6), names.set(district, (names.get(district) ?? 0) + 1))
  }
  return new Map([...counts].map(([code, names]) => [code, [...names].sort((a, b) => b[1] - a[1])[0]![0]]))
}

/**
 * Districts nobody knows. A name that contradicts the community's code or is nearly a known one is an error; a district that is
 * new to the plan is a warning, because it may be the first sheet of that district.
 * @param known districts of the plan and of the policy's ratios; none: only codes are compared
 */
export function checkDistricts(rows: ImportRow[], known: string[], where: Place): Problem[] {
  const byCode = namesByCode(rows)
  const reported = new Set<string>()
  return rows.flatMap((row): Problem[] => {
    if (row.district === '') return []
    const place = { ...where, row: row.row, community: row.name }
    const expected = byCode.get(row.code.slice(0, 6))
    if (expected !== undefined && expected !== row.district && !known.includes(row.district)) {
      return [problem('import.districtUnknown', { value: row.district, expected }, place)]
    }
    if (known.length === 0 || known.includes(row.district)) return []
    const slip = known.find((name) => looksLike(name, row.district))
    if (slip !== undefined) return [problem('import.districtUnknown', { value: row.district, expected: slip }, place)]
    if (reported.has(row.district)) return []
    reported.add(row.district)
    return [warning('import.districtUnknown', { value: row.district, expected: known.join('、') }, place)]
  })
}
