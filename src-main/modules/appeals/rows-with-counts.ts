import { monthIn, sourceIn, subjectIn, type AppealsRead, type TalliedCell } from '../../documents/appeals/index.ts'
import { APPEAL_COUNT_WORDS, NO_APPEAL_COUNTS, type AppealCountName, type AppealSource } from '../../model/appeal.ts'
import { problem, warning, type Place, type Problem } from '../../model/problem.ts'
import { countIn } from '../../desk/count-in.ts'
import { countProblems } from './counts.ts'

/**
 * The rows of a sheet with counts: each count read as one that is typed.
 * @param keys the community of each place of the sheet, where it is known
 * @param given what counts where a row does not say it
 * @returns the cells, and every problem at its cell: no month, the same month twice, no count, more solved than received
 */
export function countedRows(
  { counts, places }: AppealsRead,
  keys: readonly (string | null)[],
  { file, source, month }: { file: string; source: AppealSource; month: number | null },
): { cells: TalliedCell[]; problems: Problem[] } {
  const problems: Problem[] = []
  const rowOf = new Map<string, number>()
  const cells = counts.flatMap((each): TalliedCell[] => {
    const name = places[each.place]!.name
    const place: Place = { file, sheet: each.sheet, row: each.row, community: name }
    const own = each.month === '' ? month : monthIn(each.month)
    if (own === null) {
      problems.push(problem('appeals.monthUnknown', { value: each.month }, place))
      return []
    }
    const from = each.source === '' ? source : sourceIn(each.source)
    if (from === null) problems.push(warning('appeals.sourceUnknown', {}, place))
    const about = subjectIn(each.subject)
    if (about === null) problems.push(warning('appeals.noSubject', {}, place))
    const id = `${keys[each.place] ?? `place ${each.place}`}\n${own}\n${from ?? source}\n${about ?? ''}`
    const before = rowOf.get(id)
    if (before !== undefined) problems.push(problem('appeals.monthTwice', { month: own, value: before }, place))
    rowOf.set(id, each.row)
    const read = { ...NO_APPEAL_COUNTS }
    for (const { field, text, column } of each.cells) {
      const at = { ...place, column, path: APPEAL_COUNT_WORDS[field as AppealCountName].zh }
      const count = countIn(text, at)
      if (typeof count === 'object' && count !== null) problems.push(count)
      else read[field as AppealCountName] = count
    }
    problems.push(...countProblems(read, place))
    return [{ place: each.place, month: own, source: from ?? source, subject: about ?? '', counts: read }]
  })
  return { cells, problems }
}
