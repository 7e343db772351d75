import { ProblemList, type PartRead } from '../../documents/import/index.ts'
import type { CountPreview } from '../../model/count-preview.ts'
import { MOST_LISTED } from '../../model/import-desk.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import { problem, type Place, type Problem } from '../../model/problem.ts'
import type { Text } from '../../model/text.ts'
import { AppError } from '../../shared/app-error.ts'
import type { OperationContext } from '../../desk/service.ts'
import { deliveriesOf, partOf, placeOf } from './deliveries.ts'

/** A count as a sheet has it, with the place of its cell. */
export interface DeliveredCount {
  value: number
  place: Place
}
/** What is refused of a sheet that asks no plan: here the community is one of the plan, so its name alone may be enough. */
const NOT_ASKED_FOR: readonly string[] = ['import.noPlaceColumn', 'import.placeMissing']

/** The counts of communities that sheets deliver, with everything that is wrong in them, each at its cell. */
export interface DeliveredCounts {
  counts: { key: string; name: string; values: ReadonlyMap<string, DeliveredCount> }[]
  problems: Problem[]
  rows: number
  skipped: number
}

/**
 * The counts that sheets deliver of communities of the plan; an empty cell says nothing.
 * @param fields of the counts; a sheet with none of them is refused
 * @throws AppError counts.noColumn
 */
export async function deliveredCounts(
  file: string,
  read: readonly PartRead[],
  existing: readonly CommunityFacts[],
  fields: readonly string[],
  { signal, progress }: OperationContext,
): Promise<DeliveredCounts> {
  const parts = read.map((part) => partOf(file, part))
  const problems: Problem[] = parts
    .flatMap((part) => [...part.read.recognition.problems, ...part.read.problems])
    .filter(({ level, code }) => level === 'error' && !NOT_ASKED_FOR.includes(code))
  if (!parts.some((part) => fields.some((field) => part.columns.has(field)))) throw new AppError([problem('counts.noColumn', {}, { file })])
  const { all, problems: together } = await deliveriesOf(
    parts,
    existing,
    { signal, progress: (done, total) => progress(done, total, file) },
    { adds: false },
  )
  problems.push(...together)
  const counts = all.flatMap(({ key, before, rows }) => {
    if (before === null) {
      problems.push(...rows.map((row) => problem('import.communityUnknown', { name: row.row.name }, placeOf(row))))
      return []
    }
    const values = new Map<string, DeliveredCount>()
    for (const row of rows) {
      for (const field of fields) {
        const value = row.row.values[field]
        if (typeof value !== 'number') continue
        const own = { value, place: placeOf(row, field) }
        const other = values.get(field)
        if (other !== undefined && other.value !== value)
          problems.push(problem('counts.saidTwice', { value, otherValue: other.value, otherRow: other.place.row ?? 0 }, own.place))
        values.set(field, own)
      }
    }
    return [{ key, name: before.name, values }]
  })
  return {
    counts,
    problems,
    rows: read.reduce((sum, each) => sum + each.rows.length, 0),
    skipped: read.reduce((sum, each) => sum + each.skipped.length, 0),
  }
}

/** A count that is delivered beside the one that is kept. */
export interface ComparedCount {
  key: string
  name: string
  label: Text
  before: number | null
  after: number | null
  place: Place
}

/** What a sheet would change, but for rows in which something is refused. @param problems all of them, also those of counts together */
export function countPreview(
  file: string,
  { rows, skipped }: DeliveredCounts,
  compared: readonly ComparedCount[],
  problems: readonly Problem[],
): CountPreview {
  const rowOf = ({ sheet, row }: Place): string => `${sheet} ${row}`
  const refused = new Set(problems.map((each) => rowOf(each.place)))
  const taken = compared.filter((each) => !refused.has(rowOf(each.place)))
  const changed = taken.filter((each) => each.before !== each.after)
  const listed = new ProblemList()
  for (const each of problems) listed.add(each)
  const unknown = problems.flatMap(({ code, params }) => (code === 'import.communityUnknown' ? [String(params.name)] : []))
  return {
    file,
    rows,
    skipped,
    changed: changed.length,
    unchanged: taken.length - changed.length,
    changes: changed.slice(0, MOST_LISTED).map(({ place, ...each }) => ({ ...each, sheet: place.sheet ?? '', row: place.row ?? 0 })),
    unknown: [...new Set(unknown)].slice(0, MOST_LISTED),
    errors: problems.length,
    problems: listed.all({ file }),
  }
}
