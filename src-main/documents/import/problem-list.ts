import { warning, type Place, type Problem } from '../../model/problem.ts'

/** Problems kept with all their details. Beyond that they are only counted: a wrong column of 100,000 rows says one thing. */
export const MOST_PROBLEMS = 5000

/** Collects problems; errors are never lost behind warnings, and what is beyond the limit is counted and said. */
export class ProblemList {
  private readonly errors: Problem[] = []
  private readonly warnings: Problem[] = []
  private more = 0

  add(problem: Problem): void {
    const list = problem.level === 'error' ? this.errors : this.warnings
    if (list.length < MOST_PROBLEMS) list.push(problem)
    else this.more += 1
  }

  /** @returns the problems in the order of rows; a last one of import.moreProblems where there were too many to list. */
  all(place: Place): Problem[] {
    const listed = [...this.errors, ...this.warnings].toSorted((one, other) => (one.place.row ?? 0) - (other.place.row ?? 0))
    return this.more === 0 ? listed : [...listed, warning('import.moreProblems', { count: this.more }, place)]
  }
}
