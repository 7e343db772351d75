import { problem } from '../model/problem.ts'
import type { Unreconciled } from '../contract/operation.ts'
import { AppError } from '../shared/app-error.ts'
import type { Desk } from './desk.ts'
import { conservationProblems } from './gap-problems.ts'
import { conservationOf } from './last-year.ts'

/**
 * Whatever is made of the current year and leaves the house is made of a map on which last year is accounted for, or says in its title
 * that it is not.
 * @returns whether it has to say so
 * @throws plan.unreconciled with the first gaps, where nobody has chosen to mark it
 */
export function isUnreconciled(desk: Desk, chosen: Unreconciled | undefined): boolean {
  const conservation = conservationOf(desk)
  const [, ...gaps] = conservationProblems(conservation)
  if (gaps.length === 0) return false
  if (chosen === 'mark') return true
  const { year, from } = conservation
  throw new AppError([problem('plan.unreconciled', { year, last: from!, count: conservation.gaps.length }), ...gaps])
}
