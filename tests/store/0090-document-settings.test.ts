import { expect, it } from 'vitest'
import { openPlanFile } from '../../src-main/store/index.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { BEGINNING, olderPlan, rowsIn } from './support/older-plan.ts'
import { schemaBefore } from './support/older-schemas.ts'
import { contentOf, createdPlan, options } from './support/plans.ts'

/** A plan as a program of the format before left it. */
const planBefore = (): string => olderPlan(schemaBefore(90), ['新建', BEGINNING])

it('keeps every row, and adds an empty table', async () => {
  const file = planBefore()
  const before = rowsIn(file, ['settings', 'policy', 'year'])
  const store = openPlanFile(file, options)
  expect(contentOf(file)).toMatchObject({ ...before, document_setting: [] })
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 1 })
  await store.close()
})

it('keeps a setting for each paper; undo brings back the one before, and what was never set', async () => {
  const store = createdPlan()
  const save = (name: string, setting: object): Promise<void> =>
    store.command('x', 'x', (plan) => plan.documentSettings.save(name, setting))
  await save('allocation', { paper: 'A3' })
  await save('allocation', { paper: 'A4' })
  await save('department', { zh: '组织部' })
  expect([...store.read.documentSettings.all()]).toEqual([
    ['allocation', { paper: 'A4' }],
    ['department', { zh: '组织部' }],
  ])
  await store.undo()
  await store.undo()
  expect([...store.read.documentSettings.all()]).toEqual([['allocation', { paper: 'A3' }]])
  await store.command('x', 'x', (plan) => plan.documentSettings.remove('allocation'))
  expect([...store.read.documentSettings.all()]).toEqual([])
  await store.undo()
  await store.undo()
  expect([...store.read.documentSettings.all()]).toEqual([])
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
  await store.close()
})

it.each([
  ["INSERT INTO document_setting VALUES ('x', '5')", 'no object'],
  ["INSERT INTO document_setting VALUES ('', '{}')", 'no name'],
])('refuses %s: %s', async (sql) => {
  const store = createdPlan()
  const connection = connect(store.file, 'write')
  expect(() => connection.exec(`BEGIN; ${sql}`)).toThrow(/constraint/)
  connection.close()
  await store.close()
})
