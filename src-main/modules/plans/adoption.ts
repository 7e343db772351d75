import type { ParsedInputOf } from '../../contract/operations.ts'
import type { AdoptionCheck, YearAdoption } from '../../model/adoption.ts'
import { openInMessage } from '../../model/open-counts.ts'
import type { Adopted, PlanResult } from '../../model/plan.ts'
import { problem, type Problem } from '../../model/problem.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import type { Desk } from '../../desk/desk.ts'
import { conservationProblems } from '../../desk/gap-problems.ts'
import { adoptedOf, conservationOf } from '../../desk/last-year.ts'
import { ANY_KIND } from '../../desk/plan-check.ts'
import { problemsInUse } from '../policies/index.ts'

/** As many missing values are named; the page of completeness has all of them. */
const NAMED_VALUES = 10

/** The dictionary's required values that a community lacks, whatever the policy looks at. */
export function missingValues(desk: Desk): { count: number; problems: Problem[] } {
  const required = desk.dictionary.indicators.filter((each) => each.required && each.formula === undefined)
  const missing = desk.facts.flatMap(({ key, name, values }) =>
    required
      .filter((each) => (values[each.key] ?? null) === null)
      .map((each) => ({ label: each.label, place: { community: name, key, indicator: each.key } })),
  )
  if (missing.length === 0) return { count: 0, problems: [] }
  return {
    count: missing.length,
    problems: [
      problem('plan.requiredMissing', { count: missing.length }),
      ...missing
        .slice(0, NAMED_VALUES)
        .map(({ label, place }) => problem('plan.valueRequired', { indicator: label.zh, indicatorEn: label.en || label.zh }, place)),
    ],
  }
}

/** @returns the year's result, or why there is none */
export function resultOrProblems(desk: Desk): { result: PlanResult | null; problems: Problem[] } {
  try {
    return { result: desk.result, problems: [] }
  } catch (error) {
    if (error instanceof AppError) return { result: null, problems: error.problems }
    throw error
  }
}

/** A community without class is undecided also where its money is known, and so is one whose money is not. */
function undecidedIn({ result, problems }: ReturnType<typeof resultOrProblems>): { count: number; problems: Problem[] } {
  if (result === null) return { count: problems.length, problems }
  const count = result.communities.filter((each) => each.class === null || each.amountFen === null).length
  return { count, problems: count === 0 ? [] : [problem('plan.notComplete', openInMessage(result.totals))] }
}

/** What is looked at before the current year is adopted, and the adoption that stands. */
export function adoptionOf(desk: Desk): YearAdoption {
  const { year } = desk.year
  const found = resultOrProblems(desk)
  const conservation = conservationOf(desk)
  const policy = problemsInUse(desk, desk.policy, year)
  const checks: AdoptionCheck[] = [
    { key: 'required', ...missingValues(desk) },
    { key: 'undecided', ...undecidedIn(found) },
    { key: 'conservation', count: conservation.gaps.length, problems: conservationProblems(conservation) },
    { key: 'policy', count: policy.length, problems: policy },
  ]
  return {
    year,
    adopted: adoptedOf(desk, year) ?? null,
    communities: desk.facts.length,
    amountFen: found.result?.totals.amountFen ?? null,
    checks,
  }
}

/**
 * Keeps the year's result as adopted and freezes the year.
 * @throws plan.frozen where it is adopted already; all that is in the way, check by check: plan.requiredMissing, plan.notComplete,
 *   plan.notConserved, plan.contentAltered, plan.logAltered, policy.notYet, policy.exampleClass, policy.exampleAmount and what
 *   else is wrong in the policy
 */
export async function adopt(desk: Desk, title: string): Promise<Adopted> {
  const { year, adopted, checks } = adoptionOf(desk)
  if (adopted !== null) throw appError('plan.frozen', { year, title: adopted.title })
  const problems = checks.flatMap((each) => each.problems)
  if (problems.length > 0) throw new AppError(problems)
  await desk.check.require(ANY_KIND)
  await desk.store.backUp()
  const { result } = desk
  const id = await desk.store.command('plan.adopt', title, (plan) => plan.adopted.add(title, desk.options.now().toISOString(), result))
  return desk.store.read.adopted.list().find((each) => each.id === id)!
}

/**
 * Takes the adoption of a year back, so that it can be edited again; a step of its own. What was adopted stays to be read.
 * @throws plan.notAdopted; plan.laterAdopted where a later year rests on it and is adopted itself
 */
export async function takeBack(desk: Desk, { year = desk.year.year, reason }: ParsedInputOf<'plan.takeBack'>): Promise<void> {
  const standing = desk.store.read.adopted.list().filter((each) => each.takenBack === null)
  const own = standing.filter((each) => each.year === desk.yearOf(year).year)
  if (own.length === 0) throw appError('plan.notAdopted', { year })
  const later = standing.find((each) => each.year > year)
  if (later !== undefined) throw appError('plan.laterAdopted', { year, last: later.year, title: later.title })
  const summary = { key: 'planTakeBack' as const, params: { year, title: own[0]!.title, reason } }
  await desk.store.command('plan.takeBack', summary, (plan) => {
    for (const { id } of own) plan.adopted.takeBack(id, desk.options.now().toISOString(), reason)
  })
}
