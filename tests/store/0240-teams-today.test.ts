import { expect, it } from 'vitest'
import { openPlanFile } from '../../src-main/store/index.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { BEGINNING, olderPlan } from './support/older-plan.ts'
import { schemaBefore } from './support/older-schemas.ts'
import { contentOf, options } from './support/plans.ts'

const PLAN = "INSERT INTO team_plan (year, settings, proof) VALUES (2026, '{}', NULL)"

it('keeps the demands of teams of the format before, of whose officers of today nothing is known; what is no list is refused', async () => {
  const file = olderPlan(schemaBefore(240), ['新建', `${BEGINNING} ${PLAN};`])
  const store = openPlanFile(file, options)
  expect(contentOf(file)).toMatchObject({ team_plan: [{ year: 2026, settings: '{}', proof: null, today: null }] })
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 1 })
  const connection = connect(store.file, 'write')
  expect(() => connection.exec("BEGIN; UPDATE team_plan SET today = '{}'; COMMIT")).toThrow(/constraint/)
  connection.close()
  await store.close()
})
