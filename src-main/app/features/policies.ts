import type { OutputOf } from '../../contract/operations.ts'
import type { Policy } from '../../contract/policy.ts'
import { assertPolicy, checkPolicy } from '../../policy/check.ts'
import { policyOf } from '../../policy/load.ts'
import { preset, presetNames } from '../../policy/presets.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import type { Desk } from '../desk.ts'
import type { Service } from '../service.ts'

type Summary = OutputOf<'policy.list'>[number]

function summary(desk: Desk, policy: Policy, isPreset: boolean): Summary {
  const { id, version, title, effectiveYear } = policy
  const inUse = desk.year.policy.id === id && desk.year.policy.version === version
  return { id, version, hash: desk.hashOf(policy), title, effectiveYear, preset: isPreset, inUse }
}

/** The plan's policies and those that come with the app, without saying the same one twice. */
function all(desk: Desk): Summary[] {
  const { resourcesFolder } = desk.options
  const presets = presetNames(resourcesFolder).map((name) => preset(resourcesFolder, name)!)
  const isPreset = (policy: Policy): boolean => presets.some((each) => each.id === policy.id && each.version === policy.version)
  const own = desk.store.read.policies.list().map((each) => each.policy)
  const rest = presets.filter((each) => !own.some((policy) => policy.id === each.id && policy.version === each.version))
  return [...own, ...rest].map((policy) => summary(desk, policy, isPreset(policy)))
}

export const policies = (desk: Desk) => ({
  'policy.list': () => all(desk),
  'policy.get': ({ id, version }) => (id === undefined ? desk.policy : desk.policyNamed(id, version)),
  'policy.check': ({ document }) => {
    try {
      return checkPolicy(policyOf(document), desk.dictionary.indicators)
    } catch (error) {
      if (error instanceof AppError) return error.problems
      throw error
    }
  },
  'policy.add': async ({ document }) => {
    const policy = policyOf(document)
    assertPolicy(policy, desk.dictionary.indicators)
    const known = all(desk).find((each) => each.id === policy.id && each.version === policy.version)
    if (known !== undefined) throw appError('policy.exists', { name: policy.id, version: policy.version })
    await desk.store.command('policy.add', `${policy.title.zh} ${policy.version}`, (plan) => plan.policies.add(policy, desk.hashOf(policy)))
    return summary(desk, policy, false)
  },
  'policy.use': async ({ id, version }) => {
    const policy = desk.policyNamed(id, version)
    assertPolicy(policy, desk.dictionary.indicators)
    await desk.store.command('policy.use', `${policy.title.zh} ${policy.version}`, (plan) => {
      if (plan.policies.find(policy.id, policy.version) === undefined) plan.policies.add(policy, desk.hashOf(policy))
      plan.years.save({ ...desk.year, policy: { id: policy.id, version: policy.version } })
    })
    return {}
  },
}) satisfies Partial<Service>
