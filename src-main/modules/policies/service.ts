import { assertFitting } from '../../engine/index.ts'
import { policyOf } from '../../policy/index.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { ownPoliciesOf } from '../../desk/own-policies.ts'
import type { Desk } from '../../desk/desk.ts'
import { fileAnswer } from '../../desk/file-answer.ts'
import { failuresOfPolicy, problemsOfPolicy, refuseFailing, refuseInUse } from './problems-of.ts'
import { differencesOf, policyReferred, summaryOf, versionsOf } from './versions.ts'
import type { Service } from '../../desk/service.ts'

export const policies = (desk: Desk) =>
  ({
    'policy.list': () => versionsOf(desk),
    'policy.get': ({ id, version }) => (id === undefined ? desk.policy : desk.policyNamed(id, version)),
    'policy.own': () => ownPoliciesOf(desk, desk.year.year),
    'policy.check': ({ document }) => {
      try {
        const policy = policyOf(document)
        const problems = problemsOfPolicy(desk, policy)
        return problems.some((each) => each.level === 'error') ? problems : [...problems, ...failuresOfPolicy(desk, policy)]
      } catch (error) {
        if (error instanceof AppError) return error.problems
        throw error
      }
    },
    'policy.add': async ({ document }) => {
      const policy = policyOf(document)
      refuseFailing(desk, policy)
      const known = versionsOf(desk).find((each) => each.id === policy.id && each.version === policy.version)
      if (known !== undefined) throw appError('policy.exists', { name: policy.id, version: policy.version })
      await desk.store.command('policy.add', `${policy.title.zh} ${policy.version}`, (plan) =>
        plan.policies.add(policy, desk.hashOf(policy)),
      )
      return summaryOf(desk, policy)
    },
    'policy.use': async ({ id, version }) => {
      const policy = desk.policyNamed(id, version)
      refuseInUse(desk, policy, desk.year.year)
      assertFitting(policy, ownPoliciesOf(desk, desk.year.year))
      await desk.store.command('policy.use', `${policy.title.zh} ${policy.version}`, (plan) => {
        if (plan.policies.find(policy.id, policy.version) === undefined) plan.policies.add(policy, desk.hashOf(policy))
        plan.years.save({ ...desk.year, policy: { id: policy.id, version: policy.version } })
      })
      return {}
    },
    'policy.difference': (asked) => {
      const [from, to] = [policyReferred(desk, asked.from), policyReferred(desk, asked.to)]
      return { from, to, differences: differencesOf(desk, from, to) }
    },
    'policy.export': ({ policy: reference }) => {
      const policy = policyReferred(desk, reference)
      const draft = 'draft' in reference ? '-draft' : ''
      return fileAnswer(`${policy.id}-${policy.version}${draft}`, 'json', `${JSON.stringify(policy, null, 2)}\n`)
    },
  }) satisfies Partial<Service>
