import { expect, it } from 'vitest'
import { valuesAsked } from '../../../src-renderer/modules/results/print/values-asked.ts'
import { openDesk } from '../../support/desk.ts'

it("a statement has the community's own value of everything that its rule asked for, in any depth", async () => {
  const { ask } = await openDesk()
  const result = await ask('result.get', {})
  const policy = await ask('policy.get', {})
  const facts = await ask('communities.list', {})
  for (const rule of policy.classification.rules) {
    const community = result.communities.find((each) => each.rule === rule.key)!
    const { rules } = await ask('result.explain', { key: community.key })
    const asked = valuesAsked([rules.find((each) => each.rule === rule.key)!.finding])
    const named = new Set([...JSON.stringify(rule.when).matchAll(/"indicator":"(\w+)"/g)].map((match) => match[1]))
    expect(new Set(asked.keys())).toEqual(named)
    const own = facts.find((each) => each.key === community.key)!.values
    for (const [key, value] of asked) {
      if (Object.hasOwn(own, key)) expect(value).toBe(own[key])
      else expect(value).not.toBeNull()
    }
  }
})
