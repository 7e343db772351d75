import { expect, it } from 'vitest'
import { CatalogueItem } from '../../src-main/model/catalogue.ts'
import { openPlanFile } from '../../src-main/store/index.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { BEGINNING, olderPlan, rowsIn } from './support/older-plan.ts'
import { schemaBefore } from './support/older-schemas.ts'
import { community, contentOf, createdPlan, options } from './support/plans.ts'

const item = (id: string, minutes = 60): CatalogueItem =>
  CatalogueItem.parse({
    kind: 'task',
    id,
    title: { zh: id },
    department: { zh: '民政局' },
    others: 'yes',
    duration: 'permanent',
    minutes,
    timesAYear: 1,
    moneyFen: 0,
  })

it('keeps every row of a plan of the format before, and adds empty tables', async () => {
  const file = olderPlan(schemaBefore(160), ['新建', BEGINNING])
  const before = rowsIn(file, ['settings', 'policy', 'year'])
  const store = openPlanFile(file, options)
  expect(contentOf(file)).toMatchObject({ ...before, catalogue_item: [], catalogue_exception: [], measure_count: [], service_offer: [] })
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 1 })
  await store.close()
})

it('keeps items in their order, decisions and counts; they go with their community, and undo brings all back', async () => {
  const store = createdPlan()
  const { key } = community(1)
  await store.command('x', 'x', (plan) => {
    plan.communities.save(2026, [community(1)])
    plan.catalogue.save(2026, [item('t-b'), item('t-a')])
    plan.catalogueExceptions.set(2026, { key, item: 't-a', answer: 'no', reason: '会议' })
    plan.measureCounts.save(2026, [{ key, item: 't-a', period: 2, planned: 4, done: null }])
    plan.serviceOffers.save(2026, [{ key, item: 't-b', people: 3, cases: null, metres: 0 }])
  })
  const all = () => {
    const { catalogue, catalogueExceptions, measureCounts, serviceOffers } = store.read
    return [catalogue.items(2026), catalogueExceptions.list(2026), measureCounts.list(2026), serviceOffers.list(2026)]
  }
  const before = all()
  expect(store.read.catalogue.items(2026).map((each) => each.id)).toEqual(['t-b', 't-a'])
  await store.command('x', 'x', (plan) => plan.catalogue.save(2026, [item('t-b', 30)]))
  expect(store.read.catalogue.items(2026)).toEqual([item('t-b', 30), item('t-a')])
  await store.command('x', 'x', (plan) => plan.communities.remove(2026, [key]))
  expect(all().slice(1)).toEqual([[], [], []])
  await store.undo()
  await store.undo()
  expect(all()).toEqual(before)
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
  await store.close()
})

it.each([
  ["INSERT INTO catalogue_item VALUES (2026, 'x', 1, 'no document')", 'no JSON'],
  ["INSERT INTO catalogue_exception VALUES (2026, 'k', 'x', 'maybe', 'r')", 'no answer'],
  ["INSERT INTO measure_count VALUES (2026, 'k', 'x', 13, 1, 1)", 'no month'],
  ["INSERT INTO service_offer VALUES (2026, 'k', 'x', -1, 1, 1)", 'fewer than none'],
])('refuses %s: %s', async (sql) => {
  const store = createdPlan()
  const connection = connect(store.file, 'write')
  expect(() => connection.exec(`BEGIN; ${sql}`)).toThrow(/constraint/)
  connection.close()
  await store.close()
})
