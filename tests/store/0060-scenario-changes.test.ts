import { join } from 'node:path'
import { expect, it } from 'vitest'
import { APPLICATION_ID } from '../../src-main/store/file/inspect.ts'
import { recordStep } from '../../src-main/store/history/record.ts'
import { openPlanFile } from '../../src-main/store/index.ts'
import { migrate } from '../../src-main/store/migrations/migrate.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { policyNamed } from './support/new-plan.ts'
import { schemaBefore } from './support/older-schemas.ts'
import { createdPlan, options, problemsOf, temporaryFolder } from './support/plans.ts'

/** A plan with a scenario as a program of the format before kept it: a whole policy. */
const olderPlan = (): string => {
  const file = join(temporaryFolder(), '旧.quanheng')
  const connection = connect(file, 'create')
  connection.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(connection, schemaBefore(60))
  connection.exec(`
    BEGIN;
    INSERT INTO policy VALUES ('p', '1.0.0', 'hash', '{}');
    INSERT INTO year VALUES (2026, 'p', '1.0.0', 0);
    INSERT INTO settings VALUES (1, '旧方案', 2026);`)
  connection.prepare("INSERT INTO scenario (id, name, note, policy, created) VALUES (7, '旧情景', '注', ?, 't')").run(JSON.stringify(policyNamed('draft')))
  recordStep(connection, { at: '2026-01-01T00:00:00.000Z', operator: '李', operation: 'x', summary: '新建' })
  connection.exec('COMMIT')
  connection.close()
  return file
}

it('reads a scenario that was a whole policy as that policy over the year in use; saving it makes it one of changes, undo brings the old one back', async () => {
  const store = openPlanFile(olderPlan(), options)
  const old = store.read.scenarios.get(7)
  expect(old).toEqual({
    id: 7, name: '旧情景', note: '注', created: 't', locked: false, base: { kind: 'year', year: 2026 },
    changes: { policy: [{ path: '', new: policyNamed('draft') }], values: [], overrides: [] },
  })
  await store.command('x', 'x', (plan) => plan.scenarios.save({ ...old, locked: true, changes: { policy: [], values: [], overrides: [] } }))
  expect(store.read.scenarios.get(7)).toMatchObject({ locked: true, changes: { policy: [] } })
  await store.undo()
  expect(store.read.scenarios.get(7)).toEqual(old)
  expect(await problemsOf(() => store.command('x', 'x', (plan) => plan.scenarios.add({ ...old, name: '旧情景' })))).toEqual(['plan.scenarioExists'])
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
