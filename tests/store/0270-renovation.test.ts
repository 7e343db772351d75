import { expect, it } from 'vitest'
import { DELIVERED_RENOVATION } from '../../src-main/model/renovation.ts'
import { openPlanFile } from '../../src-main/store/index.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { BEGINNING, olderPlan, rowsIn } from './support/older-plan.ts'
import { schemaBefore } from './support/older-schemas.ts'
import { community, contentOf, createdPlan, options } from './support/plans.ts'

const { key } = community(1)
const lot = { key, kind: 'old', count: 8, unitFen: null, aidShare: 2500, aidFen: null }
const money = { key, startFen: 1, fixedFen: null, otherFen: null, share: 5000 }

it('keeps every row of a plan of the format before, and adds empty tables', async () => {
  const file = olderPlan(schemaBefore(270), ['新建', BEGINNING])
  const before = rowsIn(file, ['settings', 'policy', 'year'])
  const store = openPlanFile(file, options)
  expect(contentOf(file)).toMatchObject({ ...before, renovation_plan: [], renovation_lot: [], renovation_money: [] })
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 1 })
  await store.close()
})

it('keeps settings, courtyards and money; the latter go with their community, and undo brings all back', async () => {
  const store = createdPlan()
  await store.command('x', 'x', (plan) => {
    plan.communities.save(2026, [community(1)])
    plan.renovationPlans.save(2026, DELIVERED_RENOVATION)
    plan.renovationLots.save(2026, [lot])
    plan.renovationMoney.save(2026, [money])
  })
  const all = () => [store.read.renovationLots.list(2026), store.read.renovationMoney.list(2026)]
  expect(store.read.renovationPlans.find(2026)).toEqual(DELIVERED_RENOVATION)
  expect(all()).toEqual([[lot], [money]])
  await store.command('x', 'x', (plan) => plan.communities.remove(2026, [key]))
  expect(all()).toEqual([[], []])
  await store.undo()
  expect(all()).toEqual([[lot], [money]])
  await store.command('x', 'x', (plan) => plan.renovationLots.save(2026, [{ ...lot, count: null, aidShare: null }]))
  expect(store.read.renovationLots.list(2026)).toEqual([])
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
  await store.close()
})

it.each([
  ["INSERT INTO renovation_lot (year, community_key, kind, count) VALUES (2026, 'k', 'old', -1)", 'fewer than none'],
  ["INSERT INTO renovation_lot (year, community_key, kind, unit_fen) VALUES (2026, 'k', 'old', 0)", 'a courtyard for nothing'],
  ["INSERT INTO renovation_lot (year, community_key, kind, aid_share, aid_fen) VALUES (2026, 'k', 'old', 1, 1)", 'a share and a sum'],
  ["INSERT INTO renovation_money (year, community_key, share) VALUES (2026, 'k', 10001)", 'more than the whole'],
])('refuses %s: %s', async (sql) => {
  const store = createdPlan()
  const connection = connect(store.file, 'write')
  expect(() => connection.exec(`BEGIN; ${sql}`)).toThrow(/constraint/)
  connection.close()
  await store.close()
})
