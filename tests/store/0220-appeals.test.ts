import { expect, it } from 'vitest'
import { DELIVERED_SUBJECTS, NO_APPEAL_COUNTS, type AppealCount } from '../../src-main/model/appeal.ts'
import { openPlanFile } from '../../src-main/store/index.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { BEGINNING, olderPlan, rowsIn } from './support/older-plan.ts'
import { schemaBefore } from './support/older-schemas.ts'
import { community, contentOf, createdPlan, options } from './support/plans.ts'

const { key } = community(1)
const march: AppealCount = {
  ...NO_APPEAL_COUNTS,
  ...{ key, month: 3, source: 'hotline', subject: 'property', received: 12, solved: 10, inTime: 9, days0: 4, daysMore: 6 },
}
const april: AppealCount = { ...march, month: 4 }

it('keeps every row of a plan of the format before, and adds empty tables', async () => {
  const file = olderPlan(schemaBefore(220), ['新建', BEGINNING])
  const before = rowsIn(file, ['settings', 'policy', 'year'])
  const store = openPlanFile(file, options)
  expect(contentOf(file)).toMatchObject({ ...before, appeal_count: [], appeal_subject: [] })
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 1 })
  await store.close()
})

it('keeps counts by month; they go with their community, and undo brings them back; a row of nothing is none', async () => {
  const store = createdPlan()
  await store.command('x', 'x', (plan) => {
    plan.communities.save(2026, [community(1)])
    plan.appeals.save(2026, [march, april])
  })
  expect(store.read.appeals.list(2026)).toEqual([march, april])
  expect(store.read.appeals.ofMonth(2026, 4)).toEqual([april])
  await store.command('x', 'x', (plan) => plan.communities.remove(2026, [key]))
  expect(store.read.appeals.list(2026)).toEqual([])
  await store.undo()
  expect(store.read.appeals.list(2026)).toEqual([march, april])
  await store.command('x', 'x', (plan) => plan.appeals.save(2026, [{ ...march, ...NO_APPEAL_COUNTS }]))
  expect(store.read.appeals.list(2026)).toEqual([april])
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
  await store.close()
})

it('has the delivered subjects until there are own ones, in their order', async () => {
  const store = createdPlan()
  expect(store.read.appealSubjects.list()).toEqual(DELIVERED_SUBJECTS)
  const own = [
    { id: 'noise', label: { zh: '噪声', en: 'Noise' }, closed: false },
    { id: 'other', label: { zh: '其他', en: '' }, closed: true },
  ]
  await store.command('x', 'x', (plan) => plan.appealSubjects.save(own))
  expect(store.read.appealSubjects.list()).toEqual(own)
  await store.command('x', 'x', (plan) => plan.appealSubjects.save([own[1]!]))
  expect(store.read.appealSubjects.list()).toEqual([own[1]])
  await store.undo()
  expect(store.read.appealSubjects.list()).toEqual(own)
  await store.close()
})

const INSERT = 'INSERT INTO appeal_count (year, community_key, month, source, subject'
it.each([
  [`${INSERT}) VALUES (2026, 'k', 13, 'hotline', '')`, 'no month'],
  [`${INSERT}) VALUES (2026, 'k', 1, 'letter', '')`, 'no source'],
  [`${INSERT}, received, solved) VALUES (2026, 'k', 1, 'found', '', 2, 3)`, 'more solved than received'],
  [`${INSERT}, received, solved, in_time) VALUES (2026, 'k', 1, 'found', '', 2, 1, 2)`, 'more in time than solved'],
  [`${INSERT}, received, solved, days0, days7) VALUES (2026, 'k', 1, 'found', '', 9, 2, 2, 1)`, 'more by days than solved'],
])('refuses %s: %s', async (sql) => {
  const store = createdPlan()
  const connection = connect(store.file, 'write')
  expect(() => connection.exec(`BEGIN; ${sql}`)).toThrow(/constraint/)
  connection.close()
  await store.close()
})
