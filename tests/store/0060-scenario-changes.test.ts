import { expect, it } from 'vitest'
import { openPlanFile } from '../../src-main/store/index.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { policyNamed } from './support/new-plan.ts'
import { planWithOlderScenario } from './support/older-scenario.ts'
import { createdPlan, options, problemsOf } from './support/plans.ts'

it('reads a scenario that was a whole policy as that policy over the year in use; saving it makes it one of changes, undo brings the old one back', async () => {
  const store = openPlanFile(planWithOlderScenario(), options)
  const old = store.read.scenarios.get(7)
  expect(old).toEqual({
    id: 7,
    name: '旧情景',
    note: '注',
    created: 't',
    locked: false,
    base: { kind: 'year', year: 2026 },
    changes: { policy: [{ path: '', new: policyNamed('draft') }], values: [], overrides: [] },
  })
  await store.command('x', 'x', (plan) => plan.scenarios.save({ ...old, locked: true, changes: { policy: [], values: [], overrides: [] } }))
  expect(store.read.scenarios.get(7)).toMatchObject({ locked: true, changes: { policy: [] } })
  await store.undo()
  expect(store.read.scenarios.get(7)).toEqual(old)
  expect(await problemsOf(() => store.command('x', 'x', (plan) => plan.scenarios.add({ ...old, name: '旧情景' })))).toEqual([
    'plan.scenarioExists',
  ])
  expect(await store.command('x', 'x', (plan) => plan.scenarios.add({ ...old, name: '新情景' }))).toBe(8)
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
  await store.close()
})

it.each([
  ["INSERT INTO scenario (name, note, created) VALUES ('x', '', '')", 'neither a policy nor changes'],
  ["INSERT INTO scenario (name, note, created, base, changes, policy) VALUES ('x', '', '', '{}', '{}', '{}')", 'both'],
  ["INSERT INTO scenario (name, note, created, base, changes, locked) VALUES ('x', '', '', '{}', '{}', 2)", 'a lock that is none'],
])('refuses %s: %s', (sql) => {
  const connection = connect(createdPlan().file, 'write')
  expect(() => connection.exec(`BEGIN; ${sql}`)).toThrow(/constraint/)
  connection.close()
})
