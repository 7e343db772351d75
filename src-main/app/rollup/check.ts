import { countsIn, type CommunityResult, type PlanResult } from '../../contract/plan.ts'
import { problem, warning, type Problem } from '../../contract/problem.ts'
import type { ReadPackage } from '../../documents/package/index.ts'
import { ENGINE_VERSION } from '../../engine/index.ts'
import { checkPolicy } from '../../policy/check.ts'
import { AppError } from '../../shared/app-error.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import { inputHash, planResult, policyHash } from '../plan-result.ts'

/** Where two results differ first: in which community, in which field (a path inside of the result), and how. */
export interface FirstDifference { community: CommunityResult | null; field: string; stated: unknown; computed: unknown }

const LONGEST_VALUE = 80
const shown = (value: unknown): string => (value === undefined ? '-' : canonicalJson(value).slice(0, LONGEST_VALUE))

/** The first place in which two documents differ, as a path with slashes; null where they are the same, byte for byte. */
function differingPath(stated: unknown, computed: unknown, path = ''): { path: string; stated: unknown; computed: unknown } | null {
  const [before, after] = [canonicalJson(stated ?? null), canonicalJson(computed ?? null)]
  if (before === after && (stated === undefined) === (computed === undefined)) return null
  const isDeep = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
  if (!isDeep(stated) || !isDeep(computed) || Array.isArray(stated) !== Array.isArray(computed)) return { path, stated, computed }
  for (const key of [...new Set([...Object.keys(computed), ...Object.keys(stated)])]) {
    const found = differingPath(stated[key], computed[key], path === '' ? key : `${path}/${key}`)
    if (found !== null) return found
  }
  return { path, stated, computed }
}

/** Communities come before totals: whoever is asked about a difference looks for the community. */
export function firstDifference(stated: PlanResult, computed: PlanResult): FirstDifference | null {
  const rows = new Map(stated.communities.map((each) => [each.key, each]))
  for (const community of computed.communities) {
    const found = differingPath(rows.get(community.key), community)
    if (found !== null) return { community, field: found.path === '' ? 'communities' : found.path, stated: found.stated, computed: found.computed }
  }
  const found = differingPath(stated, computed)
  return found === null ? null : { community: null, field: found.path, stated: found.stated, computed: found.computed }
}

/**
 * Whether the result in a package follows from its facts and its policy: computed again here it is the same, byte for byte.
 * @returns no problem where it is; else package.hashDiffers, package.resultDiffers with the first community and field, or the reason why it
 *   can't be computed. Where another version of the engine has made the result, a difference is a warning
 */
export function reproductionProblems({ file, manifest, policy, dictionary, communities, overrides, stated }: ReadPackage): Problem[] {
  try {
    const { indicators } = dictionary
    const broken = checkPolicy(policy, indicators).filter((each) => each.level === 'error')
    if (broken.length > 0) return broken.map((each) => ({ ...each, place: { ...each.place, file } }))
    const counting = overrides.filter((each) => countsIn(each, manifest.year))
    const hashes: [what: string, value: string, expected: string][] = [['input', inputHash(communities, counting), manifest.inputHash], ['policy', policyHash(policy, indicators), manifest.policy.hash]]
    const wrong = hashes.filter(([, value, expected]) => value !== expected)
    if (wrong.length > 0) return wrong.map(([what, value, expected]) => problem('package.hashDiffers', { file, what, value, expected }, { file }))
    const computed = planResult({ policy, dictionary: indicators, facts: communities, overrides: counting, year: manifest.year, synthetic: manifest.synthetic })
    return differenceProblems(file, manifest.engine, stated as PlanResult, computed)
  } catch (error) {
    if (error instanceof AppError) return error.problems.map((each) => ({ ...each, place: { ...each.place, file } }))
    throw error
  }
}

function differenceProblems(file: string, engine: string, stated: PlanResult, computed: PlanResult): Problem[] {
  const difference = firstDifference(stated, { ...computed, engine })
  if (difference === null) return []
  if (engine !== ENGINE_VERSION) return [warning('package.engineDiffers', { file, value: engine, limit: ENGINE_VERSION }, { file })]
  const { community, field } = difference
  const place = community === null ? { file, path: 'result.json' } : { file, path: 'result.json', community: community.name, key: community.key }
  return [problem('package.resultDiffers', { file, field, value: shown(difference.stated), expected: shown(difference.computed) }, place)]
}
