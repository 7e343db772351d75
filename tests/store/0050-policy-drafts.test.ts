import { expect, it } from 'vitest'
import { openPlanFile } from '../../src-main/store/index.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { policyNamed } from './support/new-plan.ts'
import { BEGINNING, COMMUNITY, olderPlan, rowsIn } from './support/older-plan.ts'
import { schemaBefore } from './support/older-schemas.ts'
import { contentOf, createdPlan, options, problemsOf } from './support/plans.ts'

const OWN = ['policy_draft', 'policy_adoption']
/** A plan as a program of the format before left it. */
const planBefore = (): string => olderPlan(schemaBefore(50), ['新建', `${BEGINNING} ${COMMUNITY}`])

it('keeps every row, and adds empty tables', async () => {
  const file = planBefore()
  const before = rowsIn(file, schemaBefore(50).tracked)
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
  expect(store.read.policyDrafts.get(draft)).toEqual({
    draft,
    document: other,
    base,
    created: '2026-01-01T00:00:00.000Z',
    changed: '2026-02-02T00:00:00.000Z',
  })
  expect(store.read.policyDrafts.list().map((each) => each.base)).toEqual([base, null])
  await store.undo()
  expect(store.read.policyDrafts.get(draft)).toMatchObject({ document: one, changed: '2026-01-01T00:00:00.000Z' })
  await store.command('x', 'x', (plan) => plan.policyDrafts.remove(draft))
  for (const work of [
    () => store.read.policyDrafts.get(draft),
    () => store.command('x', 'x', (plan) => plan.policyDrafts.remove(draft)),
    () => store.command('x', 'x', (plan) => plan.policyDrafts.save(draft, one, 't')),
  ]) {
    expect(await problemsOf(work)).toEqual(['policy.draftUnknown'])
  }
  await store.command('x', 'x', (plan) => plan.policyDrafts.remove(draft + 1))
  // A number is not given twice: a window that still shows the removed draft must not write into another one.
  expect(await store.command('x', 'x', (plan) => plan.policyDrafts.add(one, null, 't'))).toBe(draft + 2)
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
})

it('remembers for good that a version was adopted, and why examples were changed', async () => {
  const store = createdPlan()
  const adoption = {
    policy: { id: 'reference', version: '1.0.0' },
    adopted: '2026-01-01T00:00:00.000Z',
    base: { id: 'old', version: '0.1.0' },
    reasons: { one: '核实' },
  }
  await store.command('x', 'x', (plan) => plan.policyAdoptions.add(adoption))
  expect(store.read.policyAdoptions.list()).toEqual([adoption])
  await expect(
    store.command('x', 'x', (plan) => plan.policyAdoptions.add({ ...adoption, policy: { id: 'nobody', version: '1.0.0' } })),
  ).rejects.toThrow()
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
