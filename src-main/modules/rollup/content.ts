import type { PlanPackage } from '../../documents/package/index.ts'
import type { UnitChange } from '../../model/units.ts'
import { MOST_GAPS, type PackageCatalogue, type PackageConservation, type PackageOwnPolicies } from '../../model/package.ts'
import { appealsIn } from './appeals.ts'
import { renovationIn } from './renovation.ts'
import { spendingIn } from './spending.ts'
import { teamsIn } from './teams.ts'
import { catalogueOf } from '../../desk/catalogue.ts'
import { conservationOf } from '../../desk/last-year.ts'
import type { CommunityFacts, CommunityResult, PlanResult } from '../../model/plan.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { Desk } from '../../desk/desk.ts'
import { partOfResult, planResult, policyHash, type PlanBasis } from '../../desk/plan-result.ts'

/** What became of last year, as far as the package's districts are concerned. */
function conservationIn(desk: Desk, wanted: ReadonlySet<string>, isWhole: boolean): PackageConservation | undefined {
  const { from, basis, counts, money, gaps } = conservationOf(desk)
  if (from === null) return undefined
  const before = desk.factsOf(from).filter((each) => wanted.has(each.district))
  const own = new Set([...desk.facts.filter((each) => wanted.has(each.district)), ...before].map((each) => each.key))
  const concerned = isWhole ? gaps : gaps.filter((gap) => gap.keys.some((key) => own.has(key)))
  return {
    last: from,
    basis,
    communities: isWhole ? counts.last : before.length,
    lastFen: isWhole ? money.lastFen : null,
    count: concerned.length,
    gaps: concerned.slice(0, MOST_GAPS),
  }
}

/** The year's catalogue with what was decided and counted for these communities; nothing where there is none. */
function catalogueIn(desk: Desk, has: (of: { key: string }) => boolean): PackageCatalogue | undefined {
  const { year } = desk.year
  const { items, exceptions } = catalogueOf(desk, year)
  const { measureCounts, serviceOffers, targetCounts, register, spotChecks } = desk.store.read
  const some = <T extends { key: string }>(list: readonly T[]): T[] | undefined => {
    const own = list.filter(has)
    return own.length === 0 ? undefined : own
  }
  const counted = { presents: some(targetCounts.list(year)), register: some(register.list(year)), checks: some(spotChecks.list(year)) }
  if (items.length === 0 && Object.values(counted).every((each) => each === undefined)) return undefined
  return {
    items: [...items],
    exceptions: exceptions.filter(has),
    counts: measureCounts.list(year).filter(has),
    offers: serviceOffers.list(year).filter(has),
    ...counted,
  }
}

type Change = Omit<UnitChange, 'id'>

/** The district in whose list a change of the map stands: that of the first community it is about. */
const listOf = ({ from, to }: Change): string => (from[0] ?? to[0])?.district ?? ''
const touches = ({ from, to }: Change, districts: ReadonlySet<string>): boolean =>
  [...from, ...to].some((side) => districts.has(side.district))
const withoutNumber = ({ id: _, ...change }: UnitChange): Change => change

/** Changes by district, within a district in the order in which they were made: so they have one order, however they came together. */
export const inDistrictOrder = (changes: readonly Change[]): Change[] =>
  [...changes].sort((a, b) => (listOf(a) < listOf(b) ? -1 : Number(listOf(a) > listOf(b))))

/** What a policy gives to a community; last year's amount is known of whoever has it, and assumed of others only where nobody has one. */
const givenTo = ({ previousFen: _, ...given }: CommunityResult): unknown => given

/** @returns null where the communities alone can't be computed */
function computedAlone(basis: PlanBasis): PlanResult | null {
  try {
    return planResult(basis)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/**
 * The result of some districts: computed alone where that gives them what the whole plan gives them; else, as under a policy that shares
 * one total, their part of the whole.
 */
function resultOfPart(basis: PlanBasis, whole: PlanResult): Pick<PlanPackage, 'result' | 'whole'> {
  const part = partOfResult(basis, whole)
  const alone = computedAlone(basis)
  if (alone !== null && canonicalJson(alone.communities.map(givenTo)) === canonicalJson(part.communities.map(givenTo)))
    return { result: alone }
  const { communities, amountFen } = whole.totals
  return { result: part, whole: { communities, amountFen, inputHash: whole.input.hash } }
}

/** The policies that districts of these communities have of their own; nothing where there are none. */
function ownPoliciesIn(desk: Desk, facts: readonly CommunityFacts[]): PackageOwnPolicies | undefined {
  const districts = new Set(facts.map((each) => each.district))
  const own = desk.store.read.districtPolicies.list(desk.year.year).filter((each) => districts.has(each.district))
  if (own.length === 0) return undefined
  return own
    .sort((a, b) => (a.district < b.district ? -1 : 1))
    .map(({ district, policy, hash, file }) => ({ district, policy, hash, file }))
}

/**
 * The year's plan as it goes into a package.
 * @param districts only these; null: all
 * @throws package.empty, package.districtUnknown; the engine's named errors
 */
export function presentContent(desk: Desk, districts: readonly string[] | null = null): PlanPackage {
  const { year, facts, policy, dictionary } = desk
  const known = new Set(facts.map((each) => each.district))
  const unknown = districts?.find((each) => !known.has(each))
  if (unknown !== undefined) throw appError('package.districtUnknown', { value: unknown })
  if (facts.length === 0) throw appError('package.empty')
  const wanted = new Set(districts ?? known)
  const isWhole = wanted.size === known.size
  const own = isWhole ? facts : facts.filter((each) => wanted.has(each.district))
  const keys = new Set(own.map((each) => each.key))
  const has = ({ key }: { key: string }): boolean => keys.has(key)
  const overrides = desk.allOverridesOf(year.year).filter(has)
  return {
    conservation: conservationIn(desk, wanted, isWhole),
    app: desk.options.version,
    source: { kind: 'present' },
    policy,
    dictionary,
    communities: own.toSorted((one, other) => (one.key < other.key ? -1 : 1)),
    overrides,
    unitChanges: inDistrictOrder(
      desk.store.read.unitChanges
        .list(year.year)
        .filter((each) => isWhole || touches(each, wanted))
        .map(withoutNumber),
    ),
    ledger: desk.store.read.ledger.list(year.year).filter(has),
    ...(isWhole
      ? { result: desk.result }
      : resultOfPart({ ...desk.basis(policy), facts: own, overrides: desk.overrides.filter(has) }, desk.result)),
    catalogue: catalogueIn(desk, has),
    spending: spendingIn(desk, has),
    teams: teamsIn(desk, has),
    appeals: appealsIn(desk, has),
    renovation: renovationIn(desk, has),
    ownPolicies: ownPoliciesIn(desk, own),
  }
}

/**
 * An adopted plan as it goes into a package: its own result, with facts and policy as long as they are still those it was adopted with.
 * @throws plan.adoptedUnknown; plan.notAdopted where the adoption was taken back; package.adoptedChanged where they are not; package.empty
 */
export function adoptedContent(desk: Desk, id: number): PlanPackage {
  const { result: read, list } = desk.store.read.adopted
  const result = read(id)
  const { title, adopted, year, takenBack } = list().find((each) => each.id === id)!
  if (takenBack !== null) throw appError('plan.notAdopted', { year })
  const changed = appError('package.adoptedChanged', { title })
  if (year !== desk.year.year) throw changed
  const present = presentContent(desk)
  const isSame =
    present.result.input.hash === result.input.hash && policyHash(present.policy, present.dictionary.indicators) === result.policy.hash
  if (!isSame || present.policy.id !== result.policy.id || present.policy.version !== result.policy.version) throw changed
  return { ...present, source: { kind: 'adopted', title, adopted }, result }
}
