import { countsIn } from '../contract/plan.ts'
import { problem, type Problem } from '../contract/problem.ts'
import { hashOf } from '../shared/canonical-json.ts'
import type { Stated } from './read.ts'

const byKey = <T extends { key: string }>(list: readonly T[]): T[] => [...list].sort((a, b) => (a.key < b.key ? -1 : 1))

/** The fingerprint of what is known of the communities: sorted by key, unknown values left out, classes set by hand that count in the year. */
function inputHashOf({ facts, overrides, manifest }: Stated): string {
  const known = byKey(facts).map(({ values, ...rest }) => ({ ...rest, values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) }))
  return hashOf({ facts: known, overrides: byKey(overrides.filter((each) => countsIn(each, manifest.year))) })
}

/**
 * Fingerprints of facts and result made anew, and whether manifest, policy and result name the same ones. The policy's own fingerprint rests
 * on what its indicators mean, which the engine knows; here it has to be the same wherever it is written.
 */
export function hashFindings(stated: Stated): Problem[] {
  const { file, manifest, result, policy, document } = stated
  const pairs: [what: string, value: string, expected: string][] = [
    ['input', inputHashOf(stated), manifest.inputHash], ['input', result.input.hash, manifest.inputHash], ['result', hashOf(document), manifest.resultHash],
    ['policy', result.policy.hash, manifest.policy.hash], ['policy', `${result.policy.id} ${result.policy.version}`, `${policy.id} ${policy.version}`], ['policy', `${manifest.policy.id} ${manifest.policy.version}`, `${policy.id} ${policy.version}`],
    ['year', String(result.year), String(manifest.year)],
  ]
  return pairs.filter(([, value, expected]) => value !== expected).map(([what, value, expected]) => problem('package.hashDiffers', { file, what, value, expected }, { file }))
}
