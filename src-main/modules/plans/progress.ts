import type { YearProgress } from '../../model/year-progress.ts'
import type { Desk } from '../../desk/desk.ts'
import { adoptedOf } from '../../desk/last-year.ts'
import { handedOutAt } from '../../desk/handed-out.ts'
import { missingValues, resultOrProblems } from './adoption.ts'

/** @returns whether somebody has tried the year under other rules or values, and kept it */
const isWeighed = (desk: Desk, year: number): boolean =>
  desk.store.read.scenarios.list().some(({ base }) => base.kind !== 'scenario' && base.year === year)

/** A file that was made before the adoption that stands is no file of it. */
function isHandedIn(desk: Desk, year: number): boolean {
  const adopted = adoptedOf(desk, year)
  const at = handedOutAt(desk, year)
  return adopted !== undefined && at !== null && at >= adopted.adopted
}

/** @returns how far the current year is, step by step */
export function progressOf(desk: Desk): YearProgress {
  const { year } = desk.year
  const communities = desk.facts.length
  const { count: missing } = missingValues(desk)
  const { result } = resultOrProblems(desk)
  const undecided = result === null ? communities : result.totals.undecided
  return {
    year,
    communities,
    steps: [
      { step: 'data', isDone: communities > 0 && missing === 0, open: missing },
      { step: 'classified', isDone: communities > 0 && result !== null && undecided === 0, open: undecided },
      { step: 'weighed', isDone: isWeighed(desk, year), open: 0 },
      { step: 'adopted', isDone: adoptedOf(desk, year) !== undefined, open: 0 },
      { step: 'handedIn', isDone: isHandedIn(desk, year), open: 0 },
    ],
  }
}
