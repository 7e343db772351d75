import { expect, it } from 'vitest'
import { openPlanFile } from '../../src-main/store/index.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { BEGINNING, olderPlan, rowsIn } from './support/older-plan.ts'
import { schemaBefore } from './support/older-schemas.ts'
import { contentOf, createdPlan, options } from './support/plans.ts'

it('keeps every row of a plan of the format before, and adds empty tables', async () => {
  const file = olderPlan(schemaBefore(190), ['新建', BEGINNING])
  const before = rowsIn(file, ['settings', 'policy', 'year'])
  const store = openPlanFile(file, options)
  expect(contentOf(file)).toMatchObject({ ...before, team_plan: [], team_staff: [], team_post: [], team_duty: [] })
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 1 })
  await store.close()
})

it.each([
  ["INSERT INTO team_plan (year, settings, proof) VALUES (2026, '[]', NULL)", 'no settings'],
  ["INSERT INTO team_duty VALUES (2026, 1, 'mediation', 'week', 1, 1, 1)", 'no such period'],
  ["INSERT INTO team_duty VALUES (2026, 1, 'mediation', 'month', 1, -1, 1)", 'less than nothing'],
  ["INSERT INTO team_post VALUES (2026, 'nobody', 1, NULL)", 'nobody'],
])('refuses %s: %s', async (sql) => {
  const store = createdPlan()
  const connection = connect(store.file, 'write')
  expect(() => connection.exec(`BEGIN; ${sql}; COMMIT`)).toThrow(/constraint/)
  connection.close()
  await store.close()
})
