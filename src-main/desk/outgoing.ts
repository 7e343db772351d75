import { problem } from '../model/problem.ts'
import type { Unreconciled } from '../contract/operation.ts'
import { AppError } from '../shared/app-error.ts'
import type { Desk } from './desk.ts'
import { conservationProblems } from './gap-problems.ts'
import { conservationOf } from './last-year.ts'
import { OF_CONTENT } from './plan-check.ts'

/** Figures that are not what was entered leave nobody's house. @throws plan.contentAltered */
export const requireContent = (desk: Desk): Promise<void> => desk.check.require(OF_CONTENT)

/**
 * Whatever is made of the current year and leaves the house is made of a plan that is what its change log says, and of a map on which last
 * year is accounted for, or says in its title that it is not.
 * @returns whether it has to say so
 * @throws plan.contentAltered; plan.unreconciled with the first gaps, where nobody has chosen to mark it
 */
export async function isUnreconciled(desk: Desk, chosen: Unreconciled | undefined): Promise<boolean> {
  await requireContent(desk)
  const conservation = conservationOf(desk)
  const [, ...gaps] = conservationProblems(conservation)
  if (gaps.length === 0) return false
  if (chosen === 'mark') return true
  const { year, from } = conservation
  throw new AppError([problem('plan.unreconciled', { year, last: from!, count: conservation.gaps.length }), ...gaps])
}
