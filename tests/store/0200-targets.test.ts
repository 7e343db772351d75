import { expect, it } from 'vitest'
import { CatalogueItem } from '../../src-main/model/catalogue.ts'
import { openPlanFile } from '../../src-main/store/index.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { BEGINNING, olderPlan, rowsIn } from './support/older-plan.ts'
import { schemaBefore } from './support/older-schemas.ts'
import { community, contentOf, createdPlan, options } from './support/plans.ts'

const target = CatalogueItem.parse({
  kind: 'target',
  id: 'g-a',
  title: { zh: '甲' },
  department: { zh: '组织部' },
  others: 'yes',
  least: '1',
})
const { key } = community(1)
const register = {
  ...{ key, quarter: 2, rentalDwellings: 5, letBuildings: null, lodgings: 3, lodgingsInSystem: 3, dayRooms: null, dayRoomsFiled: null },
  ...{ landlords: null, landlordsReporting: null, tenants: 0 },
}
const check = { key, quarter: 2, dwellings: null, found: 20, missed: 1, stale: 0, wrong: null }

it('keeps every row of a plan of the format before, and adds empty tables', async () => {
  const file = olderPlan(schemaBefore(200), ['新建', BEGINNING])
  const before = rowsIn(file, ['settings', 'policy', 'year'])
  const store = openPlanFile(file, options)
  expect(contentOf(file)).toMatchObject({ ...before, target_count: [], register_count: [], spot_check: [] })
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 1 })
  await store.close()
})

it('keeps counts, register and checks; they go with their community, and undo brings all back', async () => {
  const store = createdPlan()
  await store.command('x', 'x', (plan) => {
    plan.communities.save(2026, [community(1)])
    plan.catalogue.save(2026, [target])
    plan.targetCounts.save(2026, [{ key, item: 'g-a', present: 4 }])
    plan.register.save(2026, [register])
    plan.spotChecks.save(2026, [check])
  })
  const all = () => [store.read.targetCounts.list(2026), store.read.register.list(2026), store.read.spotChecks.list(2026)]
  const before = all()
  expect(before).toEqual([[{ key, item: 'g-a', present: 4 }], [register], [check]])
  await store.command('x', 'x', (plan) => plan.communities.remove(2026, [key]))
  expect(all()).toEqual([[], [], []])
  await store.undo()
  expect(all()).toEqual(before)
  const nothing = { dwellings: null, found: null, missed: null, stale: null, wrong: null }
  await store.command('x', 'x', (plan) => plan.spotChecks.save(2026, [{ ...check, ...nothing }]))
  expect(store.read.spotChecks.list(2026)).toEqual([])
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
  await store.close()
})

const REGISTER = 'INSERT INTO register_count (year, community_key, quarter'
const CHECK = 'INSERT INTO spot_check (year, community_key, quarter'
it.each([
  ["INSERT INTO target_count VALUES (2026, 'k', 'x', -1)", 'CHECK constraint failed: present >= 0'],
  ["INSERT INTO target_count VALUES (2026, 'k', 'x', 1)", 'FOREIGN KEY constraint failed'],
  [`${REGISTER}) VALUES (2026, 'k', 5)`, 'CHECK constraint failed: quarter BETWEEN 1 AND 4'],
  [`${REGISTER}) VALUES (2026, 'k', 1)`, 'FOREIGN KEY constraint failed'],
  [`${REGISTER}, lodgings, lodgings_in_system) VALUES (2026, 'k', 1, 2, 3)`, 'lodgings_in_system <= lodgings'],
  [`${REGISTER}, day_rooms, day_rooms_filed) VALUES (2026, 'k', 1, 2, 3)`, 'day_rooms_filed <= day_rooms'],
  [`${REGISTER}, landlords, landlords_reporting) VALUES (2026, 'k', 1, 2, 3)`, 'landlords_reporting <= landlords'],
  [`${CHECK}, found, missed) VALUES (2026, 'k', 1, 2, 3)`, 'missed <= found'],
  [`${CHECK}, found, missed, wrong) VALUES (2026, 'k', 1, 4, 3, 2)`, 'missed + wrong <= found'],
])('refuses %s: %s', async (sql, reason) => {
  const store = createdPlan()
  const connection = connect(store.file, 'write')
  expect(() => connection.exec(`BEGIN; ${sql}; COMMIT`)).toThrow(reason)
  connection.close()
  await store.close()
})
