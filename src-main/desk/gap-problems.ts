import { problem, type Problem } from '../model/problem.ts'
import type { Conservation, ConservationGap } from '../model/units.ts'

/** As many gaps are named; the rest is on the page of changes of the map. */
const NAMED_GAPS = 10

/** @returns what of last year is not accounted for, in words, with the community that it begins with */
export function gapProblem({ kind, keys, names, expectedFen, foundFen }: ConservationGap, year: number, last: number): Problem {
  const params = { names: names.join('、'), year, last }
  const place = { community: names[0]!, key: keys[0]! }
  if (kind === 'lost') return problem('plan.unitLost', { ...params, ...(expectedFen === null ? {} : { expectedFen }) }, place)
  return kind === 'unexplained'
    ? problem('plan.unitUnexplained', params, place)
    : problem('plan.moneyNotFound', { ...params, expectedFen: expectedFen!, foundFen: foundFen! }, place)
}

/** @returns none where last year is accounted for; else how many gaps there are and how much money is in them (fen), and the first ones */
export function conservationProblems({ year, from, gaps, holds }: Conservation): Problem[] {
  if (holds || from === null) return []
  const totalFen = gaps.reduce((sum, each) => sum + Math.abs((each.expectedFen ?? 0) - (each.foundFen ?? 0)), 0)
  return [
    problem('plan.notConserved', { year, last: from, count: gaps.length, ...(totalFen === 0 ? {} : { totalFen }) }),
    ...gaps.slice(0, NAMED_GAPS).map((each) => gapProblem(each, year, from)),
  ]
}
