import type { z } from 'zod'
import { problem, type Problem } from '../../model/problem.ts'
import { periodsOf, type DutyCount } from '../../model/teams.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { dutyInWords } from '../../words/teams.ts'
import type { Desk } from '../../desk/desk.ts'
import { countIn } from '../../desk/count-in.ts'
import type { teamsOperations } from './contract.ts'
import { settingsNow } from './posting.ts'

type Cell = z.output<(typeof teamsOperations)['teams.enter']['input']>['cells'][number]

const placeOf = ({ team, duty, per, period }: Pick<DutyCount, 'team' | 'duty' | 'per' | 'period'>): string =>
  `${team} ${duty} ${per} ${period}`

/**
 * Typed or pasted counts, read into the rows that they change.
 * @throws teams.teamUnknown; teams.periodUnknown and everything that is no count, together, each at its place
 */
export function enteredDuties(desk: Desk, cells: readonly Cell[]): DutyCount[] {
  const { teams } = settingsNow(desk)
  const counts = new Map(desk.store.read.teamDuties.list(desk.year.year).map((each) => [placeOf(each), each]))
  const changed = new Set<string>()
  const problems: Problem[] = []
  for (const { text, field, ...cell } of cells) {
    // What a team did before it was given up stays, and can be taken away.
    if (cell.team > teams && text.trim() !== '') throw appError('teams.teamUnknown', { value: cell.team, limit: teams })
    const [name, nameEn] = [dutyInWords(cell.duty, 'zh'), dutyInWords(cell.duty, 'en')]
    const place = { path: `第${cell.team}队 ${name}` }
    const most = periodsOf(cell.per)
    if (cell.period > most) problems.push(problem('teams.periodUnknown', { name, nameEn, limit: most, value: cell.period }, place))
    const read = countIn(text, place)
    if (typeof read === 'object' && read !== null) {
      problems.push(read)
      continue
    }
    const at = placeOf(cell)
    counts.set(at, { ...(counts.get(at) ?? { ...cell, planned: null, done: null }), [field]: read })
    changed.add(at)
  }
  if (problems.length > 0) throw new AppError(problems)
  return [...changed].map((at) => counts.get(at)!)
}
