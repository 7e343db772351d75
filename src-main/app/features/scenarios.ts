import { assertPolicy } from '../../policy/check.ts'
import type { Desk } from '../desk.ts'
import type { Service } from '../service.ts'

export const scenarios = (desk: Desk) => ({
  'scenarios.list': () => desk.store.read.scenarios.list(),
  'scenarios.save': async ({ id, name, note, policy }) => {
    assertPolicy(policy, desk.dictionary.indicators)
    const saved = await desk.store.command('scenarios.save', name, (plan) => {
      if (id === undefined) return plan.scenarios.add({ name, note, policy, created: desk.options.now().toISOString() })
      plan.scenarios.save({ id, name, note, policy })
      return id
    })
    return { id: saved }
  },
  'scenarios.remove': async ({ id }) => {
    const { name } = desk.store.read.scenarios.get(id)
    await desk.store.command('scenarios.remove', name, (plan) => plan.scenarios.remove(id))
    return {}
  },
}) satisfies Partial<Service>
