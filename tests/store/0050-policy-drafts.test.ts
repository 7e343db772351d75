import { join } from 'node:path'
import { expect, it } from 'vitest'
import { recordStep } from '../../src-main/store/history/record.ts'
import { openPlanFile } from '../../src-main/store/index.ts'
import { APPLICATION_ID } from '../../src-main/store/file/inspect.ts'
import { planSchema } from '../../src-main/store/migrations/index.ts'
import { migrate } from '../../src-main/store/migrations/migrate.ts'
import type { Schema } from '../../src-main/store/migrations/migration.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { policyNamed } from './support/new-plan.ts'
import { contentOf, createdPlan, options, problemsOf, temporaryFolder } from './support/plans.ts'

const OWN = ['policy_draft', 'policy_adoption']
/** The format of plan files before 0050. */
const olderSchema: Schema = {
  migrations: planSchema.migrations.filter((each) => each.version < 50),
  tracked: ['settings', 'indicator_group', 'indicator', 'policy', 'year', 'community', 'community_year', 'override', 'adopted', 'ledger', 'unit_change', 'import_layout'],
}

/** A plan as a program of the format before left it. */
const olderPlan = (): string => {
  const file = join(temporaryFolder(), '旧.quanheng')
  const connection = connect(file, 'create')
  connection.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(connection, olderSchema)
  connection.exec(`
    BEGIN;
    INSERT INTO policy VALUES ('p', '1.0.0', 'hash', '{}');
    INSERT INTO year VALUES (2026, 'p', '1.0.0', 0);
    INSERT INTO settings VALUES (1, '旧方案', 2026);
    INSERT INTO community VALUES ('k', '010203040506', '甲社区', '城北区', '朝阳街道');`)
  recordStep(connection, { at: '2026-01-01T00:00:00.000Z', operator: '李', operation: 'x', summary: '新建' })
  connection.exec('COMMIT')
  connection.close()
  return file
}

it('keeps every row, and adds empty tables', async () => {
  const file = olderPlan()
  const older = connect(file, 'read')
  const before = Object.fromEntries(olderSchema.tracked.map((table) => [table, older.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all()]))
  older.close()
  const store = openPlanFile(file, options)
  expect(contentOf(file)).toMatchObject({ ...before, ...Object.fromEntries(OWN.map((table) => [table, []])) })
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 1 })
  await store.close()
})

it('keeps drafts with what they are based on, changes and removes them; undo brings back the document before', async () => {
  const store = createdPlan()
  const base = { id: 'reference', version: '1.0.0' }
  const [one, other] = [policyNamed('draft'), policyNamed('draft', '2.0.0')]
  const draft = await store.command('x', 'x', (plan) => plan.policyDrafts.add(one, base, '2026-01-01T00:00:00.000Z'))
  await store.command('x', 'x', (plan) => plan.policyDrafts.add(one, null, '2026-01-01T00:00:00.000Z'))
  await store.command('x', 'x', (plan) => plan.policyDrafts.save(draft, other, '2026-02-02T00:00:00.000Z'))
  expect(store.read.policyDrafts.get(draft)).toEqual({ draft, document: other, base, created: '2026-01-01T00:00:00.000Z', changed: '2026-02-02T00:00:00.000Z' })
  expect(store.read.policyDrafts.list().map((each) => each.base)).toEqual([base, null])
  await store.undo()
  expect(store.read.policyDrafts.get(draft)).toMatchObject({ document: one, changed: '2026-01-01T00:00:00.000Z' })
  await store.command('x', 'x', (plan) => plan.policyDrafts.remove(draft))
  for (const work of [() => store.read.policyDrafts.get(draft), () => store.command('x', 'x', (plan) => plan.policyDrafts.remove(draft)), () => store.command('x', 'x', (plan) => plan.policyDrafts.save(draft, one, 't'))]) {
    expect(await problemsOf(work)).toEqual(['policy.draftUnknown'])
  }
  await store.command('x', 'x', (plan) => plan.policyDrafts.remove(draft + 1))
  // A number is not given twice: a window that still shows the removed draft must not write into another one.
  expect(await store.command('x', 'x', (plan) => plan.policyDrafts.add(one, null, 't'))).toBe(draft + 2)
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
})

it('remembers for good that a version was adopted, and why examples were changed', async () => {
  const store = createdPlan()
  const adoption = { policy: { id: 'reference', version: '1.0.0' }, adopted: '2026-01-01T00:00:00.000Z', base: { id: 'old', version: '0.1.0' }, reasons: { one: '核实' } }
  await store.command('x', 'x', (plan) => plan.policyAdoptions.add(adoption))
  expect(store.read.policyAdoptions.list()).toEqual([adoption])
  await expect(store.command('x', 'x', (plan) => plan.policyAdoptions.add({ ...adoption, policy: { id: 'nobody', version: '1.0.0' } }))).rejects.toThrow()
  const connection = connect(store.file, 'write')
  expect(() => connection.exec("BEGIN; UPDATE policy_adoption SET reasons = '{}'")).toThrow(/never altered/)
  connection.close()
})

it.each([
  ["INSERT INTO policy_draft (document, created, changed) VALUES ('[]', 't', 't')", 'a document that is none'],
  ["INSERT INTO policy_draft (document, base_id, created, changed) VALUES ('{}', 'p', 't', 't')", 'half a version'],
  ["INSERT INTO policy_adoption VALUES ('reference', '1.0.0', 't', NULL, NULL, '[]')", 'reasons that are none'],
])('refuses %s: %s', (sql) => {
  const store = createdPlan()
  const connection = connect(store.file, 'write')
  expect(() => connection.exec(`BEGIN; ${sql}`)).toThrow(/constraint/)
  connection.close()
})
