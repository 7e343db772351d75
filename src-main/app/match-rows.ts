import type { ImportChange, ImportRow } from '../contract/import.ts'
import type { Indicator, IndicatorValue } from '../contract/indicator.ts'
import type { CommunityFacts } from '../contract/plan.ts'
import { problem, type Place, type Problem } from '../contract/problem.ts'
import { checkRelations } from '../engine/indicators/validity.ts'

/** What a sheet's rows mean for the communities of a year. `facts` are the added and the changed communities as they would be. */
export interface MatchedRows {
  added: Array<{ row: number; facts: CommunityFacts }>
  changed: CommunityFacts[]
  changes: ImportChange[]
  unchanged: number
  problems: Problem[]
}

const spelling = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').replace(/(居民委员会|居委会|社区)+$/, '')

/** A row without a code finds its community by name and place; a blank place fits any. */
function finder(existing: CommunityFacts[]): (row: ImportRow) => CommunityFacts[] {
  const byKey = new Map(existing.map((each) => [each.key, each]))
  const byName = new Map<string, CommunityFacts[]>()
  for (const each of existing) byName.set(spelling(each.name), [...(byName.get(spelling(each.name)) ?? []), each])
  const fits = (own: string, other: string): boolean => own === '' || other === '' || own.normalize('NFKC') === other.normalize('NFKC')
  return (row) => {
    const exact = byKey.get(row.key)
    if (exact !== undefined) return [exact]
    return (byName.get(spelling(row.name)) ?? []).filter((each) => (row.code === '' || each.code === '') && fits(row.subdistrict, each.subdistrict) && fits(row.district, each.district))
  }
}

function changesOf(row: ImportRow, before: CommunityFacts, after: CommunityFacts): ImportChange[] {
  const change = (field: string, old: IndicatorValue, fresh: IndicatorValue): ImportChange[] =>
    old === fresh ? [] : [{ row: row.row, key: before.key, name: after.name, field, before: old, after: fresh }]
  return [
    ...(['name', 'district', 'subdistrict'] as const).flatMap((field) => change(field, before[field], after[field])),
    ...Object.keys(row.values).flatMap((field) => change(field, before.values[field] ?? null, after.values[field] ?? null)),
    ...change('previousAmount', before.previousFen, after.previousFen),
    ...change('previousClass', before.previousClass, after.previousClass),
  ]
}

function merged(row: ImportRow, before: CommunityFacts): CommunityFacts {
  const delivered = Object.entries(row.values).filter(([, value]) => value !== null)
  return {
    ...before,
    // Only a row that is matched by its code may rename a community or move it; a name that merely looks alike may not.
    ...(row.code !== '' && row.code === before.code ? { name: row.name, district: row.district || before.district, subdistrict: row.subdistrict || before.subdistrict } : {}),
    values: { ...before.values, ...Object.fromEntries(delivered) },
    previousFen: row.previousFen ?? before.previousFen,
    previousClass: row.previousClass ?? before.previousClass,
  }
}

/**
 * Compares delivered rows with what is known. An empty cell changes nothing: it says that nothing was delivered.
 * @param where the file and sheet for the problems
 */
export function matchRows(rows: ImportRow[], existing: CommunityFacts[], indicators: Indicator[], where: Place): MatchedRows {
  const find = finder(existing)
  const result: MatchedRows = { added: [], changed: [], changes: [], unchanged: 0, problems: [] }
  const takenBy = new Map<string, number>()
  for (const row of rows) {
    const place = { ...where, row: row.row, community: row.name }
    const found = find(row)
    if (found.length > 1) {
      result.problems.push(problem('import.nameNotUnique', { value: row.name, count: found.length, places: found.map((each) => `${each.district}${each.subdistrict}`).join('、') }, place))
      continue
    }
    const before = found[0]
    const key = before?.key ?? row.key
    if (takenBy.has(key)) {
      result.problems.push(problem('import.communityTwice', { value: row.name, row: takenBy.get(key)! }, place))
      continue
    }
    takenBy.set(key, row.row)
    const blank: CommunityFacts = { key: row.key, code: row.code, name: row.name, district: row.district, subdistrict: row.subdistrict, values: {}, previousFen: null, previousClass: null }
    const after = merged(row, before ?? blank)
    result.problems.push(...checkRelations(after.values, indicators, (indicator) => ({ ...place, indicator: indicator.key })))
    if (before === undefined) {
      result.added.push({ row: row.row, facts: after })
      continue
    }
    const changes = changesOf(row, before, after)
    if (changes.length === 0) result.unchanged++
    else {
      result.changed.push(after)
      result.changes.push(...changes)
    }
  }
  return result
}
