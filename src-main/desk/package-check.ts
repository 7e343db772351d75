import { amountsUnknownIn, type OpenCounts } from '../model/open-counts.ts'
import { countsIn, type CommunityResult, type PlanResult } from '../model/plan.ts'
import type { Policy } from '../model/policy.ts'
import { problem, warning, type Problem } from '../model/problem.ts'
import { sharesOutSums } from '../model/step.ts'
import type { ReadPackage } from '../documents/package/index.ts'
import { ENGINE_VERSION } from '../engine/index.ts'
import { checkPolicy, runExamples } from '../policy/index.ts'
import { AppError } from '../shared/app-error.ts'
import { canonicalJson } from '../shared/canonical-json.ts'
import { planResult, policyHash } from './plan-result.ts'

/** Where two results differ first: in which community, in which field (a path inside of the result), and how. */
export interface FirstDifference {
  community: CommunityResult | null
  field: string
  stated: unknown
  computed: unknown
}

const LONGEST_VALUE = 80
const shown = (value: unknown): string => (value === undefined ? '-' : canonicalJson(value).slice(0, LONGEST_VALUE))

const isDeep = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const keysOf = (...objects: Readonly<Record<string, unknown>>[]): string[] => [...new Set(objects.flatMap((each) => Object.keys(each)))]

/** Whether two documents are written the same; a field without a value is no field. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!isDeep(a) || !isDeep(b) || Array.isArray(a) !== Array.isArray(b)) return false
  return keysOf(a, b).every((key) => isSame(a[key], b[key]))
}

/** The first place in which two documents differ, as a path with slashes; null where they are the same, byte for byte. */
function differingPath(stated: unknown, computed: unknown, path = ''): { path: string; stated: unknown; computed: unknown } | null {
  if (isSame(stated, computed)) return null
  if (!isDeep(stated) || !isDeep(computed) || Array.isArray(stated) !== Array.isArray(computed)) return { path, stated, computed }
  const key = keysOf(computed, stated).find((each) => !isSame(stated[each], computed[each]))!
  return differingPath(stated[key], computed[key], path === '' ? key : `${path}/${key}`)
}

/** Communities come before totals: whoever is asked about a difference looks for the community. */
export function firstDifference(stated: PlanResult, computed: PlanResult): FirstDifference | null {
  const rows = new Map(stated.communities.map((each) => [each.key, each]))
  for (const community of computed.communities) {
    const found = differingPath(rows.get(community.key), community)
    if (found !== null)
      return { community, field: found.path === '' ? 'communities' : found.path, stated: found.stated, computed: found.computed }
  }
  const found = differingPath(stated, computed)
  return found === null ? null : { community: null, field: found.path, stated: found.stated, computed: found.computed }
}

/**
 * Whether the result in a package follows from its facts and its policy: computed again here it is the same, byte for byte. Of a part of a
 * larger plan under a policy that shares out only the classes follow: its amounts rest on communities that are elsewhere.
 * @returns no problem where it is; else package.hashDiffers, package.resultDiffers with the first community and field, or the reason why it
 *   can't be computed. Where another version of the engine has made the result, a difference is a warning
 */
export function reproductionProblems({
  file,
  manifest,
  policy,
  dictionary,
  communities,
  overrides,
  stated,
  ownPolicies = [],
}: ReadPackage): Problem[] {
  try {
    const { indicators } = dictionary
    const all = [policy, ...ownPolicies.map((each) => each.policy)]
    const broken = all.flatMap((each) => checkPolicy(each, indicators)).filter((each) => each.level === 'error')
    if (broken.length > 0) return broken.map((each) => ({ ...each, place: { ...each.place, file } }))
    const counting = overrides.filter((each) => countsIn(each, manifest.year))
    const hash = policyHash(policy, indicators)
    if (hash !== manifest.policy.hash)
      return [
        problem(
          'package.hashDiffers',
          { file, what: 'policy', value: hash, expected: manifest.policy.hash },
          { file, path: 'policy.json' },
        ),
      ]
    const { whole, year, synthetic } = manifest
    const isPart = whole !== undefined && sharesOutSums(policy)
    const rules = isPart ? withoutMoney(policy) : whole === undefined ? policy : withoutDefault(policy)
    const found = planResult({
      policy: rules,
      dictionary: indicators,
      facts: communities,
      overrides: counting,
      own: ownPolicies,
      year,
      synthetic,
    })
    const computed = { ...found, policy: manifest.policy }
    const { hash: input } = computed.input
    if (input !== manifest.inputHash)
      return [
        problem(
          'package.hashDiffers',
          { file, what: 'input', value: input, expected: manifest.inputHash },
          { file, path: 'communities.json' },
        ),
      ]
    const told = stated as PlanResult
    return isPart ? classProblems(file, told, computed) : differenceProblems(file, manifest.engine, told, computed)
  } catch (error) {
    if (error instanceof AppError) return error.problems.map((each) => ({ ...each, place: { ...each.place, file } }))
    throw error
  }
}

/** Last year's default is for nobody where somebody of the whole has an own amount. */
const withoutDefault = ({ allocation: { previousAmountFen: _, ...allocation }, ...policy }: Policy): Policy => ({ ...policy, allocation })
/** A policy that classifies and gives nothing. */
const withoutMoney = (policy: Policy): Policy => ({ ...policy, allocation: { steps: [] } })

/** The first community whose class does not follow from what is known of it. */
function classProblems(file: string, stated: PlanResult, computed: PlanResult): Problem[] {
  const told = new Map(stated.communities.map((each) => [each.key, each]))
  for (const { key, name, ...found } of computed.communities)
    for (const field of ['class', 'rule', 'policyClass'] as const) {
      const value = told.get(key)?.[field]
      if (value !== found[field])
        return [
          problem(
            'package.resultDiffers',
            { file, field, value: shown(value), expected: shown(found[field]) },
            { file, path: 'result.json', community: name, key },
          ),
        ]
    }
  return []
}

/** Whether the policy in a package passes its own tests. It may well have been computed rightly, so that a test that fails is a warning. */
export function policyTestProblems({ file, policy, dictionary }: ReadPackage): Problem[] {
  const failing = runExamples(policy, dictionary.indicators).filter((each) => !each.passed)
  if (failing.length === 0) return []
  const names = failing.map(({ key }) => policy.examples!.find((each) => each.key === key)!.name)
  const params = {
    file,
    name: `${policy.title.zh} ${policy.version}`,
    nameEn: `${policy.title.en || policy.title.zh} ${policy.version}`,
    count: failing.length,
    names: names.join('、'),
    namesEn: names.join(', '),
  }
  return [warning('package.policyFails', params, { file, path: 'policy.json' })]
}

/** A result as it was kept before communities without a class were counted apart from unknown amounts. */
function inOlderForm(result: PlanResult): PlanResult {
  const older = <T extends OpenCounts>({ amountUnknown: _, ...counts }: T): Omit<T, 'amountUnknown'> => ({
    ...counts,
    undecided: amountsUnknownIn({ ...counts, amountUnknown: _ }),
  })
  return { ...result, totals: older(result.totals), districts: result.districts.map(older), subdistricts: result.subdistricts.map(older) }
}

function differenceProblems(file: string, engine: string, stated: PlanResult, computed: PlanResult): Problem[] {
  const alike = stated.totals.amountUnknown === undefined ? inOlderForm(computed) : computed
  const difference = firstDifference(stated, { ...alike, engine })
  if (difference === null) return []
  if (engine !== ENGINE_VERSION) return [warning('package.engineDiffers', { file, value: engine, limit: ENGINE_VERSION }, { file })]
  const { community, field } = difference
  const place =
    community === null ? { file, path: 'result.json' } : { file, path: 'result.json', community: community.name, key: community.key }
  return [problem('package.resultDiffers', { file, field, value: shown(difference.stated), expected: shown(difference.computed) }, place)]
}
