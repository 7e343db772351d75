import type { OutputOf } from '../../contract/operations.ts'
import type { Policy } from '../../model/policy.ts'
import type { PolicyDifferenceInWords, PolicyReference, PolicyStatus } from '../../model/policy-draft.ts'
import { differencesInWords } from '../../words/differences.ts'
import { differences, preset, presetNames } from '../../policy/index.ts'
import type { Desk } from '../../desk/desk.ts'

type Summary = OutputOf<'policy.list'>[number]

function statusOf(desk: Desk, { id, version }: Policy, presets: Policy[]): PolicyStatus {
  if (desk.store.read.policyAdoptions.list().some(({ policy }) => policy.id === id && policy.version === version)) return 'adopted'
  return presets.some((each) => each.id === id && each.version === version) ? 'preset' : 'imported'
}

export function presetsOf(desk: Desk): Policy[] {
  const { resourcesFolder } = desk.options
  return presetNames(resourcesFolder).map((name) => preset(resourcesFolder, name)!)
}

export function summaryOf(desk: Desk, policy: Policy, presets: Policy[] = presetsOf(desk)): Summary {
  const { id, version, title, effectiveYear } = policy
  const status = statusOf(desk, policy, presets)
  const inUse = desk.year.policy.id === id && desk.year.policy.version === version
  return { id, version, hash: desk.hashOf(policy), title, effectiveYear, preset: status === 'preset', status, inUse }
}

/** The plan's policies and those that come with the app, without saying the same one twice. */
export function versionsOf(desk: Desk): Summary[] {
  const presets = presetsOf(desk)
  const own = desk.store.read.policies.list().map((each) => each.policy)
  const rest = presets.filter((each) => !own.some((policy) => policy.id === each.id && policy.version === each.version))
  return [...own, ...rest].map((policy) => summaryOf(desk, policy, presets))
}

/** @throws policy.unknownName, policy.draftUnknown */
export const policyReferred = (desk: Desk, reference: PolicyReference): Policy =>
  'draft' in reference ? desk.store.read.policyDrafts.get(reference.draft).document : desk.policyNamed(reference.id, reference.version)

const numbersOf = (version: string): number[] => version.split('.').map(Number)

/** @returns the version after the highest one that the plan knows of a policy, counted up in the middle: 1.2.0 after 1.1.7 */
export function nextVersion(desk: Desk, id: string): string {
  const known = versionsOf(desk)
    .filter((each) => each.id === id)
    .map((each) => numbersOf(each.version))
  const [major = 0, minor = 0] = known.sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!).at(-1) ?? [0, 9]
  return known.length === 0 ? '1.0.0' : `${major}.${minor + 1}.0`
}

/** What is left out counts as an empty list, so that the first example is told as an example and not as a list. */
const withLists = (policy: Policy): Policy => ({
  ...policy,
  examples: policy.examples ?? [],
  allocation: { ...policy.allocation, components: policy.allocation.components ?? [] },
})

/** All that differs between two policies, in words. */
export function differencesOf(desk: Desk, from: Policy, to: Policy): PolicyDifferenceInWords[] {
  const [before, after] = [withLists(from), withLists(to)]
  return differencesInWords(before, after, desk.wholeDictionary, differences(before, after))
}
