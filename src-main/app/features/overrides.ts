import { appError } from '../../shared/app-error.ts'
import type { Desk } from '../desk.ts'
import type { Service } from '../service.ts'

const nameOf = (desk: Desk, key: string): string => {
  const found = desk.facts.find((each) => each.key === key)
  if (found === undefined) throw appError('plan.communityUnknown', { value: key }, { community: key })
  return found.name
}

export const overrides = (desk: Desk) => ({
  'overrides.list': () => desk.overrides,
  'overrides.set': async (input) => {
    const name = nameOf(desk, input.key)
    const classes = desk.policy.classes.map((each) => each.key)
    if (!classes.includes(input.class)) throw appError('plan.classUnknown', { class: input.class, classes: classes.join(', ') }, { community: name })
    await desk.store.command('overrides.set', `${name} → ${input.class}`, (plan) => plan.overrides.set(desk.year.year, input))
    return {}
  },
  'overrides.clear': async ({ key }) => {
    const name = nameOf(desk, key)
    if (!desk.overrides.some((each) => each.key === key)) throw appError('plan.overrideUnknown', { value: name }, { community: name })
    await desk.store.command('overrides.clear', name, (plan) => plan.overrides.clear(desk.year.year, key))
    return {}
  },
}) satisfies Partial<Service>
