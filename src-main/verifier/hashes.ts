import { PACKAGE_MANIFEST } from '../model/package.ts'
import { countsIn } from '../model/plan.ts'
import type { Policy } from '../model/policy.ts'
import type { Text } from '../model/text.ts'
import { problem, type Problem } from '../model/problem.ts'
import { canonicalJson, hashOf } from '../shared/canonical-json.ts'
import type { Stated } from './read.ts'

const byKey = <T extends { key: string }>(list: readonly T[]): T[] => [...list].sort((a, b) => (a.key < b.key ? -1 : 1))

/**
 * The fingerprint of what is known of the communities: sorted by key, unknown values left out, classes set by hand that count in
 * the year; districts under policies of their own.
 */
function inputHashOf({ facts, overrides, manifest, result: { own } }: Stated): string {
  const known = byKey(facts).map(({ values, ...rest }) => ({
    ...rest,
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
  }))
  const counting = byKey(overrides.filter((each) => countsIn(each, manifest.year)))
  return hashOf({ facts: known, overrides: counting, ...(own !== undefined && { own }) })
}

type NamedPolicy = Pick<Policy, 'id' | 'version'>
/** Who stands under which policy of its own, in short. */
const ownTold = (own: readonly { district: string; title: Text; policy: NamedPolicy }[]): string =>
  own.map(({ district, title, policy: { id, version } }) => `${district} ${id} ${version} ${title.zh}`).join('; ') || '-'

/**
 * Fingerprints of facts and result made anew, and whether manifest, policy and result name the same ones. The policy's own
 * fingerprint rests
 * on what its indicators mean, which the engine knows; here it has to be the same wherever it is written.
 */
export function hashFindings(stated: Stated): Problem[] {
  const { file, manifest, result, policy, ownPolicies, document, unitChanges } = stated
  const own = `${policy.id} ${policy.version}`
  const pairs: [path: string, what: string, value: string, expected: string][] = [
    ['communities.json', 'input', inputHashOf(stated), manifest.inputHash],
    ['result.json/input/hash', 'input', result.input.hash, manifest.inputHash],
    ['result.json', 'result', hashOf(document), manifest.resultHash],
    ['result.json/policy/hash', 'policy', result.policy.hash, manifest.policy.hash],
    ['result.json/policy', 'policy', `${result.policy.id} ${result.policy.version}`, own],
    [`${PACKAGE_MANIFEST}/policy`, 'policy', `${manifest.policy.id} ${manifest.policy.version}`, own],
    ['result.json/own', 'policy', ownTold(result.own ?? []), ownTold(ownPolicies.map((each) => ({ ...each, title: each.policy.title })))],
    ['result.json/year', 'year', String(result.year), String(manifest.year)],
    ['result.json/engine', 'engine', result.engine, manifest.engine],
    ...unitChanges.map(({ year }, position): [string, string, string, string] => [
      `unit-changes.json/${position}/year`,
      'year',
      String(year),
      String(manifest.year),
    ]),
  ]
  return pairs
    .filter(([, , value, expected]) => value !== expected)
    .map(([path, what, value, expected]) => problem('package.hashDiffers', { file, what, value, expected }, { file, path }))
}

/** What the manifest tells of the result is what the result says. */
export function manifestFindings({ file, manifest, result }: Stated): Problem[] {
  const { communities, totals, input } = result
  const told: [field: keyof Stated['manifest'], value: unknown][] = [
    ['districts', [...new Set(communities.map((each) => each.district))].sort()],
    ['synthetic', input.synthetic],
    ['communities', totals.communities],
    ['undecided', totals.undecided],
    ['amountUnknown', totals.amountUnknown ?? null],
    ['amountFen', totals.amountFen],
  ]
  return told
    .filter(([field, value]) => canonicalJson(value) !== canonicalJson(manifest[field] ?? null))
    .map(([field]) => problem('package.manifestDiffers', { file, field }, { file, path: `${PACKAGE_MANIFEST}/${field}` }))
}
