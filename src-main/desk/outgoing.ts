import { problem } from '../model/problem.ts'
import { File, type Unreconciled } from '../contract/operation.ts'
import { operations } from '../contract/operations.ts'
import { AppError } from '../shared/app-error.ts'
import type { Desk } from './desk.ts'
import { conservationProblems } from './gap-problems.ts'
import { conservationOf } from './last-year.ts'
import { OF_CONTENT } from './plan-check.ts'
import type { Service, ServiceOperation } from './service.ts'

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

/** Whatever makes a file of the plan, and what certifies it. */
const OUTGOING = Object.entries(operations).flatMap(([name, { output }]) =>
  (output as unknown) === File || name === 'certificate.get' ? [name as ServiceOperation] : [],
)

/** The same service, of which nothing leaves the house whose figures are not what was entered: refused with plan.contentAltered. */
export function guardingContent(service: Service, desk: Desk): Service {
  const guarded = OUTGOING.map((name) => {
    // Each operation gets back exactly what it was given; the types of all of them can't be followed one by one.
    const work = service[name] as (input: unknown, context: unknown) => unknown
    const run = async (input: unknown, context: unknown): Promise<unknown> => {
      if (desk.isOpen) await desk.check.require(OF_CONTENT)
      return work(input, context)
    }
    return [name, run] as const
  })
  return { ...service, ...(Object.fromEntries(guarded) as unknown as Partial<Service>) } as Service
}
