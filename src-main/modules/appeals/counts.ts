import {
  APPEAL_BOUNDS,
  APPEAL_COUNT_WORDS,
  NO_APPEAL_COUNTS,
  NO_SUBJECT,
  type AppealCount,
  type AppealCountName,
  type AppealCounts,
  type AppealSource,
} from '../../model/appeal.ts'
import { addedUp } from '../../model/places.ts'
import { problem, type Place, type Problem } from '../../model/problem.ts'
import { countIn } from '../../desk/count-in.ts'
import type { Desk } from '../../desk/desk.ts'
import { AppError, appError } from '../../shared/app-error.ts'

/** Which rows of a month are meant. */
export interface MonthCell {
  month: number
  source: AppealSource
  subject: string
}

/** What can't be of one community and month: more solved than received, more in time or by days than solved. */
export function countProblems(row: AppealCounts, place: Place): Problem[] {
  return APPEAL_BOUNDS.flatMap(({ parts, whole }): Problem[] => {
    const known = parts.filter((each) => row[each] !== null)
    if (known.length === 0) return []
    const named = known.length === 1 ? APPEAL_COUNT_WORDS[known[0]!] : { zh: '按天数分的办结件数合计', en: 'Solved by days, added up' }
    const said = { part: named.zh, partEn: named.en, whole: APPEAL_COUNT_WORDS[whole].zh, wholeEn: APPEAL_COUNT_WORDS[whole].en }
    const [part, limit] = [addedUp(known.map((each) => row[each])), row[whole]]
    if (limit === null) return part === 0 ? [] : [problem('appeals.wholeMissing', said, place)]
    return part <= limit ? [] : [problem('appeals.partAboveWhole', { ...said, value: part, limit }, place)]
  })
}

/** @throws appeals.subjectUnknown, appeals.subjectClosed */
export function refuseSubject(desk: Desk, subject: string): void {
  if (subject === NO_SUBJECT) return
  const found = desk.store.read.appealSubjects.list().find((each) => each.id === subject)
  if (found === undefined) throw appError('appeals.subjectUnknown', { value: subject })
  if (found.closed) throw appError('appeals.subjectClosed', { value: found.label.zh })
}

/**
 * Counts that were typed into cells, put into the rows of a month.
 * @throws plan.communityUnknown, and everything that is no count or can't be, together
 */
export function typedCounts(
  desk: Desk,
  cell: MonthCell,
  cells: readonly { key: string; field: AppealCountName; text: string }[],
): AppealCount[] {
  refuseSubject(desk, cell.subject)
  const names = new Map(desk.facts.map((each) => [each.key, each.name]))
  const kept = desk.store.read.appeals.ofMonth(desk.year.year, cell.month)
  const rows = new Map(
    kept.flatMap((each) => (each.source === cell.source && each.subject === cell.subject ? [[each.key, each] as const] : [])),
  )
  const problems: Problem[] = []
  const places = new Map<string, Place>()
  for (const { key, field, text } of cells) {
    const name = names.get(key)
    if (name === undefined) throw appError('plan.communityUnknown', { value: key }, { community: key })
    const place: Place = { community: name, key, path: APPEAL_COUNT_WORDS[field].zh }
    const read = countIn(text, place)
    if (typeof read === 'object' && read !== null) {
      problems.push(read)
      continue
    }
    rows.set(key, { ...NO_APPEAL_COUNTS, ...cell, key, ...rows.get(key), [field]: read })
    places.set(key, place)
  }
  if (problems.length === 0) problems.push(...[...places].flatMap(([key, place]) => countProblems(rows.get(key)!, place)))
  if (problems.length > 0) throw new AppError(problems)
  return [...places.keys()].map((key) => rows.get(key)!)
}
