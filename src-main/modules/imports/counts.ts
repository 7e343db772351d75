import type { PartRead } from '../../documents/import/index.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import { problem, type Place, type Problem } from '../../model/problem.ts'
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

/**
 * The counts that sheets deliver of communities of the plan; an empty cell says nothing.
 * @param fields of the counts; a sheet with none of them is refused
 * @throws AppError with everything that is wrong, each at its cell
 */
export async function deliveredCounts(
  file: string,
  read: readonly PartRead[],
  existing: readonly CommunityFacts[],
  fields: readonly string[],
  { signal, progress }: OperationContext,
): Promise<{ key: string; name: string; values: Map<string, DeliveredCount> }[]> {
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
  const found = all.map(({ key, before, rows }) => {
    const values = new Map<string, DeliveredCount>()
    for (const row of rows) {
      if (before === null) problems.push(problem('import.communityUnknown', { name: row.row.name }, placeOf(row)))
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
    return { key, name: before?.name ?? '', values }
  })
  if (problems.length > 0) throw new AppError(problems)
  return found
}
