import { expect, it } from 'vitest'
import { openPlanFile } from '../../src-main/store/index.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { BEGINNING, olderPlan, rowsIn } from './support/older-plan.ts'
import { schemaBefore } from './support/older-schemas.ts'
import { contentOf, createdPlan, options } from './support/plans.ts'

it('keeps every row of a plan of the format before, and adds empty tables', async () => {
  const file = olderPlan(schemaBefore(170), ['新建', BEGINNING])
  const before = rowsIn(file, ['settings', 'policy', 'year'])
  const store = openPlanFile(file, options)
  expect(contentOf(file)).toMatchObject({ ...before, calendar_year: [], admission_request: [], admission_period: [] })
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 1 })
  await store.close()
})

const TASK = {
  title: '养犬登记',
  department: '城管局',
  duration: 'permanent',
  minutes: 60,
  timesAYear: 1,
  moneyFen: 0,
  scope: { by: 'all' },
  basis: '',
  note: '',
  asked: '2026-10-30',
  wantedFrom: '2026-12-15',
} as const

it('gives a request that is removed and brought back its number again', async () => {
  const store = createdPlan()
  const id = await store.command('x', 'x', (plan) => plan.admissionRequests.add(TASK))
  await store.command('x', 'x', (plan) => plan.admissionRequests.remove(id))
  expect(store.read.admissionRequests.list()).toEqual([])
  await store.undo()
  expect(store.read.admissionRequests.list()).toEqual([{ ...TASK, id, decision: null }])
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
  await store.close()
})

it.each([
  ["INSERT INTO calendar_year VALUES (2026, '', '{}')", 'no list'],
  ["INSERT INTO admission_period VALUES ('other', 5)", 'no such period'],
  ["INSERT INTO admission_period VALUES ('ahead', 0)", 'no days'],
])('refuses %s: %s', async (sql) => {
  const store = createdPlan()
  const connection = connect(store.file, 'write')
  expect(() => connection.exec(`BEGIN; ${sql}`)).toThrow(/constraint/)
  connection.close()
  await store.close()
})
