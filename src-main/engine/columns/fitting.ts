import { componentsOf, payersOf } from '../../model/fund.ts'
import type { Policy } from '../../model/policy.ts'
import { sharesOutSums } from '../../model/step.ts'
import { AppError } from '../../shared/app-error.ts'
import { problem, type Problem, type ProblemCode } from '../../model/problem.ts'
import { textIn, type Language } from '../../model/text.ts'
import { shapeOf } from '../totals.ts'

/** Why a district's own policy and the plan's can't stand in one table. */
export type Misfit = Extract<ProblemCode, `rollup.keep${string}`>

const keysOf = (list: readonly { key: string }[]): string => JSON.stringify(list.map((each) => each.key).sort())

/**
 * Whether what a district's own policy gives can stand in one table with what the plan's gives the others: in its classes, paid by the same
 * payers, by the same components. A policy that shares out one sum over the plan is about all of it; and who pays for whose guarantee is
 * told of one policy only.
 * @returns the first reason why not; null: it can
 */
export function misfitOf(policy: Policy, own: Policy): Misfit | null {
  if (sharesOutSums(policy)) return 'rollup.keepSharesOut'
  if (shapeOf(own).hasFinanced) return 'rollup.keepFinanced'
  const classes = new Set(policy.classes.map((each) => each.key))
  if (own.classes.some((each) => !classes.has(each.key))) return 'rollup.keepClasses'
  if (keysOf(payersOf(policy)) !== keysOf(payersOf(own))) return 'rollup.keepPayers'
  return keysOf(componentsOf(policy)) === keysOf(componentsOf(own)) ? null : 'rollup.keepComponents'
}

const titled = ({ title, version }: Policy, language: Language): string => `${textIn(title, language)} ${version}`

/** @returns why a district's own policy can't stand beside the plan's, in words that name both; null: it can */
export function misfitProblem(policy: Policy, own: { district: string; policy: Policy }): Problem | null {
  const code = misfitOf(policy, own.policy)
  if (code === null) return null
  return problem(code, {
    district: own.district,
    name: titled(own.policy, 'zh'),
    nameEn: titled(own.policy, 'en'),
    own: titled(policy, 'zh'),
    ownEn: titled(policy, 'en'),
  })
}

/** @throws AppError rollup.keep… for each district whose own policy does not fit beside this one */
export function assertFitting(policy: Policy, own: readonly { district: string; policy: Policy }[]): void {
  const problems = own.flatMap((each) => misfitProblem(policy, each) ?? [])
  if (problems.length > 0) throw new AppError(problems)
}
