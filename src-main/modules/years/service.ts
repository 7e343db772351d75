import type { OutputOf } from '../../contract/operations.ts'
import { amountsUnknownIn, nothingOpen, openInMessage } from '../../model/open-counts.ts'
import { countsIn, type CommunityFacts, type Override, type PlanResult } from '../../model/plan.ts'
import type { Policy } from '../../model/policy.ts'
import { warning, type Problem } from '../../model/problem.ts'
import { FEN_PER_YUAN } from '../../model/money.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import type { LedgerEntry } from '../../store/index.ts'
import { ownPoliciesOf, policyNamed } from '../../desk/own-policies.ts'
import type { Desk } from '../../desk/desk.ts'
import { adoptedOf, adoptedResultOf, yearsInUse } from '../../desk/last-year.ts'
import type { Service } from '../../desk/service.ts'
import { carryRenovation } from '../renovation/index.ts'
import { carryTeams } from '../teams/index.ts'
import { refuseInUse } from '../policies/index.ts'
import { asksCarryOver, CARRY_OVER, carryOverOffers, takeCarryOver } from './carry-over.ts'

function summaryOf(desk: Desk, year: number): OutputOf<'years.list'>[number] {
  const { policy, synthetic } = desk.yearOf(year)
  const adopted = adoptedOf(desk, year)
  const result = totalsOf(desk, year)
  return {
    year,
    current: year === desk.year.year,
    synthetic,
    policy,
    communities: desk.factsOf(year).length,
    amountFen: result?.amountFen ?? null,
    undecided: result?.undecided ?? null,
    amountUnknown: result === null ? null : amountsUnknownIn(result),
    previousFen: desk.factsOf(year).reduce((sum, each) => sum + (each.previousFen ?? 0), 0),
    adopted: adopted === undefined ? null : { id: adopted.id, title: adopted.title, amountFen: adopted.amountFen },
  }
}

/** @returns null where the year's result can't be computed: its own page says why. */
function totalsOf(desk: Desk, year: number): PlanResult['totals'] | null {
  try {
    return desk.resultOf(year).totals
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/**
 * The year to start from: the last one that has communities, and before the new one.
 * @throws plan.yearExists, plan.yearNotLast, plan.yearEmpty, plan.yearUnknown
 */
function sourceOf(desk: Desk, year: number, wanted: number | undefined): number {
  const used = yearsInUse(desk)
  if (used.includes(year)) throw appError('plan.yearExists', { year })
  const from = wanted ?? used.at(-1)
  if (from === undefined || !used.includes(desk.yearOf(from).year)) throw appError('plan.yearEmpty', { year: from ?? desk.year.year })
  const last = used.at(-1)!
  if (from !== last || year < last) throw appError('plan.yearNotLast', { year, last })
  return from
}

/** Amounts and classes of a year: adopted, else computed. @throws plan.adoptedDiffers, plan.yearUndecided, the engine's named errors */
function outcomeOf(desk: Desk, year: number): Map<string, { amountFen: number | null; class: string | null }> {
  const result = adoptedResultOf(desk, year)
  const facts = desk.factsOf(year)
  if (result === null) {
    const computed = desk.resultOf(year)
    if (!nothingOpen(computed.totals)) throw appError('plan.yearUndecided', { year, ...openInMessage(computed.totals) })
    return new Map(computed.communities.map((each) => [each.key, each]))
  }
  const adopted = new Map(result.communities.map((each) => [each.key, each]))
  const differing = [
    ...facts.filter((each) => !adopted.has(each.key)),
    ...result.communities.filter((each) => !facts.some(({ key }) => key === each.key)),
  ]
  if (differing.length > 0) {
    throw appError('plan.adoptedDiffers', {
      year,
      title: adoptedOf(desk, year)!.title,
      count: differing.length,
      names: differing
        .slice(0, 5)
        .map((each) => each.name)
        .join('、'),
    })
  }
  return adopted
}

/** @throws policy.unknownName, policy.notYet, and what is wrong in the policy or fails among its own tests */
function policyFor(desk: Desk, from: number, year: number, wanted: { id: string; version?: string | undefined } | undefined): Policy {
  const policy = wanted === undefined ? desk.policyOf(from) : desk.policyNamed(wanted.id, wanted.version)
  refuseInUse(desk, policy, year)
  return policy
}

interface NewYear {
  communities: CommunityFacts[]
  carryOver: number
  allocated: LedgerEntry[]
  overrides: Override[]
  problems: Problem[]
}

/** Classes set by hand that go on into a year, and why the others don't: they have expired, or the policy has no such class. */
function overridesInto(desk: Desk, from: number, year: number, classes: string[]): { overrides: Override[]; problems: Problem[] } {
  const all = desk.allOverridesOf(from)
  const names = new Map(desk.factsOf(from).map((each) => [each.key, each.name]))
  const staying = all.filter((each) => countsIn(each, year))
  return {
    overrides: staying.filter((each) => classes.includes(each.class)),
    problems: [
      ...all
        .filter((each) => !countsIn(each, year))
        .map(({ key, class: set, expires, reason }) =>
          warning('plan.overrideExpired', { class: set, year: expires!, reason }, { community: names.get(key)! }),
        ),
      ...staying
        .filter((each) => !classes.includes(each.class))
        .map(({ key, class: set, reason }) => warning('plan.overrideDropped', { class: set, reason }, { community: names.get(key)! })),
    ],
  }
}

/**
 * Everything a year takes over from the one before. Retired indicators stay behind, and so does the carry-over, which belongs to
 * one year only.
 */
function takenOver(desk: Desk, from: number, year: number, policy: Policy, keepOverrides: boolean): NewYear {
  const outcome = outcomeOf(desk, from)
  const ledger = new Map(desk.store.read.ledger.list(from).map((each) => [each.key, each]))
  const isAdopted = adoptedOf(desk, from) !== undefined
  const { indicators } = desk.dictionary
  const copied = indicators.filter((each) => each.formula === undefined && each.key !== CARRY_OVER).map((each) => each.key)
  const allocated: LedgerEntry[] = []
  let carryOver = 0
  const communities = desk.factsOf(from).map((each): CommunityFacts => {
    const entry = ledger.get(each.key)
    const found = outcome.get(each.key)!
    // The ledger keeps what the next year rests on, so that a later change of this year can't silently change it.
    const fen = isAdopted ? found.amountFen : (entry?.allocatedFen ?? found.amountFen)
    if (!isAdopted && fen !== null && (entry?.allocatedFen ?? null) === null) {
      allocated.push({ key: each.key, allocatedFen: fen, spentFen: entry?.spentFen ?? null, carriedFen: entry?.carriedFen ?? null })
    }
    const values = Object.fromEntries(copied.flatMap((key) => (each.values[key] === undefined ? [] : [[key, each.values[key]!]])))
    const carriedFen = asksCarryOver(indicators) ? (entry?.carriedFen ?? null) : null
    if (carriedFen !== null) {
      values[CARRY_OVER] = carriedFen / FEN_PER_YUAN
      carryOver += 1
    }
    return { ...each, values, previousFen: fen, previousClass: found.class }
  })
  const byHand = keepOverrides
    ? overridesInto(
        desk,
        from,
        year,
        policy.classes.map((each) => each.key),
      )
    : { overrides: [], problems: [] }
  return { communities, carryOver, allocated, ...byHand }
}

/** Districts that stood under policies of their own: a new year has one policy, until a package is merged into it. */
const ownEnding = (desk: Desk, from: number): Problem[] =>
  ownPoliciesOf(desk, from).map(({ district, policy }) => warning('plan.ownPolicyEnds', { district, ...policyNamed(policy) }))

export const years = (desk: Desk) =>
  ({
    'years.list': () => desk.derived('years', () => desk.store.read.years.list().map(({ year }) => summaryOf(desk, year))),
    'years.carryOver': () => carryOverOffers(desk),
    'years.takeCarryOver': async ({ year, keys }) => ({ taken: await takeCarryOver(desk, year, keys) }),
    'years.start': async ({ year, from: wanted, overrides, policy: chosen }) => {
      const from = sourceOf(desk, year, wanted)
      const policy = policyFor(desk, from, year, chosen)
      const { synthetic } = desk.yearOf(from)
      const taken = takenOver(desk, from, year, policy, overrides === 'keep')
      await desk.store.command('years.start', { key: 'yearStart', params: { year, from } }, (plan) => {
        if (plan.policies.find(policy.id, policy.version) === undefined) plan.policies.add(policy, desk.hashOf(policy))
        const row = { year, policy: { id: policy.id, version: policy.version }, synthetic }
        if (plan.years.list().some((each) => each.year === year)) plan.years.save(row)
        else plan.years.add(row)
        plan.communities.save(year, taken.communities)
        // Each year has a version of its own; the catalogue goes on as it is, with what was decided for the communities.
        plan.catalogue.save(year, plan.catalogue.items(from))
        for (const each of plan.catalogueExceptions.list(from)) plan.catalogueExceptions.set(year, each)
        carryTeams(plan, from, year)
        carryRenovation(plan, from, year)
        for (const each of taken.overrides) plan.overrides.set(year, each)
        plan.ledger.save(from, taken.allocated)
        plan.settings.save({ ...plan.settings.get(), currentYear: year })
      })
      desk.standAt(year)
      return {
        year,
        from,
        communities: taken.communities.length,
        overrides: taken.overrides.length,
        carryOver: taken.carryOver,
        problems: [...taken.problems, ...ownEnding(desk, from)],
      }
    },
  }) satisfies Partial<Service>
