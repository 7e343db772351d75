import type { OwnPolicyChoice } from '../../model/package.ts'
import { countsIn, type CommunityResult } from '../../model/plan.ts'
import { problem, warning, type Problem } from '../../model/problem.ts'
import type { ReadPackage } from '../../documents/package/index.ts'
import { misfitProblem, type DistrictPolicy } from '../../engine/index.ts'
import { checkPolicy } from '../../policy/index.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { PlanWriter, StoredDistrictPolicy } from '../../store/index.ts'
import { ownPoliciesOf, policyNamed } from '../../desk/own-policies.ts'
import type { Desk } from '../../desk/desk.ts'
import { planResult } from '../../desk/plan-result.ts'

/** What tells the policies of a package and of the plan apart in words. */
const namesOf = (desk: Desk, { manifest, policy }: ReadPackage) => ({
  district: manifest.districts.join('、'),
  districtEn: manifest.districts.join(', '),
  ...policyNamed(policy),
  own: policyNamed(desk.policy).name,
  ownEn: policyNamed(desk.policy).nameEn,
})

/** Whether a package was computed by another policy than the year has, or by one that means something else here. */
const hasOwnPolicy = ({ policy: own, ...desk }: Pick<Desk, 'policy'> & { hash: string }, { manifest }: ReadPackage): boolean =>
  own.id !== manifest.policy.id || own.version !== manifest.policy.version || desk.hash !== manifest.policy.hash

const givenTo = ({ class: reached, rule, policyClass, amountFen, paid, componentFen, reserveFen, trace }: CommunityResult): string =>
  canonicalJson({ reached, rule, policyClass, amountFen, paid, componentFen, reserveFen, trace })

/** Whether each district of the package, computed alone and with the plan's indicators, is given what the package says. */
function isAsDelivered(desk: Desk, { manifest: { districts, year, synthetic }, ...read }: ReadPackage): boolean {
  const stated = new Map(read.result.communities.map((each) => [each.key, givenTo(each)]))
  const overrides = read.overrides.filter((each) => countsIn(each, year))
  return districts.every((district) => {
    const facts = read.communities.filter((each) => each.district === district)
    const keys = new Set(facts.map((each) => each.key))
    const { indicators: dictionary } = desk.dictionary
    const own = overrides.filter((each) => keys.has(each.key))
    const basis = { policy: read.policy, dictionary, facts, overrides: own, own: [], year, synthetic }
    return planResult(basis).communities.every((each) => stated.get(each.key) === givenTo(each))
  })
}

/** Why the districts of a package can't keep its policy in this year; null: they can. */
function refusalOf(desk: Desk, read: ReadPackage): Problem | null {
  const { manifest, policy } = read
  const { indicators } = desk.dictionary
  const names = namesOf(desk, read)
  if (manifest.whole !== undefined) return problem('rollup.keepPart', names)
  const misfit = misfitProblem(desk.policy, { district: names.district, policy })
  if (misfit !== null) return misfit
  const isBroken = checkPolicy(policy, indicators).some((each) => each.level === 'error')
  if (isBroken || desk.hashOf(policy) !== manifest.policy.hash) return problem('rollup.keepIndicators', names)
  try {
    return isAsDelivered(desk, read) ? null : problem('rollup.keepDiffers', names)
  } catch (error) {
    if (error instanceof AppError) return problem('rollup.keepDiffers', names)
    throw error
  }
}

/** Whether a package's policy stays with its districts; null: it is the year's, and nothing has to be decided. */
export type Keeping = Pick<OwnPolicyChoice, 'refusal' | 'isKept'> | null

/**
 * @param kept districts that are to keep their own policy and result
 * @returns what is to be decided of a package, and what is to be minded with that
 */
export function keepingOf(desk: Desk, read: ReadPackage, kept: readonly string[]): { keeping: Keeping; problems: Problem[] } {
  if (!hasOwnPolicy({ policy: desk.policy, hash: desk.hashOf(desk.policy) }, read)) return { keeping: null, problems: [] }
  const { file } = read
  const isKept = read.manifest.districts.every((each) => kept.includes(each))
  const refusal = refusalOf(desk, read)
  const names = { ...namesOf(desk, read), file }
  if (isKept && refusal !== null) return { keeping: { refusal, isKept }, problems: [{ ...refusal, place: { file } }] }
  const told = warning(isKept ? 'rollup.policyKept' : 'rollup.policyDiffers', names, { file })
  return { keeping: { refusal, isKept }, problems: [told] }
}

/** @throws rollup.keepUnknown where a district is to keep its policy whose package has the year's, or is not there, or not as a whole */
export function refuseOthersKept(packages: readonly { read: ReadPackage | null; keeping: Keeping }[], kept: readonly string[]): void {
  const known = new Set(packages.flatMap(({ read, keeping }) => (keeping?.isKept === true ? read!.manifest.districts : [])))
  const unknown = kept.find((each) => !known.has(each))
  if (unknown !== undefined && packages.every((each) => each.read !== null)) throw appError('rollup.keepUnknown', { value: unknown })
}

/** The policies that the districts of packages keep. */
export const keptIn = (packages: readonly ReadPackage[], kept: readonly string[]): StoredDistrictPolicy[] =>
  packages.flatMap(({ manifest, policy, file }) =>
    manifest.districts.filter((each) => kept.includes(each)).map((district) => ({ district, policy, hash: manifest.policy.hash, file })),
  )

/** The districts of the year under policies of their own, once these packages are merged. */
export const ownAfter = (desk: Desk, districts: ReadonlySet<string>, kept: readonly DistrictPolicy[]): DistrictPolicy[] => [
  ...ownPoliciesOf(desk, desk.year.year).filter((each) => !districts.has(each.district)),
  ...kept.map(({ district, policy }) => ({ district, policy })),
]

/** That a district has kept its own policy so far, and would not any more. */
export const endingProblems = (desk: Desk, districts: ReadonlySet<string>, kept: readonly DistrictPolicy[]): Problem[] =>
  ownPoliciesOf(desk, desk.year.year)
    .filter(({ district }) => districts.has(district) && kept.every((each) => each.district !== district))
    .map(({ district, policy }) => warning('rollup.keptEnds', { district, ...policyNamed(policy) }))

/** Makes the own policies of these districts those that are kept; what is the same is not written. */
export function saveKept(plan: PlanWriter, year: number, districts: ReadonlySet<string>, kept: readonly StoredDistrictPolicy[]): void {
  const present = new Map(plan.districtPolicies.list(year).map((each) => [each.district, each]))
  const wanted = new Map(kept.map((each) => [each.district, each]))
  for (const district of districts) {
    const after = wanted.get(district)
    if (after === undefined && present.has(district)) plan.districtPolicies.clear(year, district)
    // The same package under another name is the same.
    if (after !== undefined && present.get(district)?.hash !== after.hash) plan.districtPolicies.save(year, after)
  }
}
