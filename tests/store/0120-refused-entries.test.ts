import { expect, it } from 'vitest'
import { problem } from '../../src-main/model/problem.ts'
import { openPlanFile } from '../../src-main/store/index.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { BEGINNING, olderPlan, rowsIn } from './support/older-plan.ts'
import { schemaBefore } from './support/older-schemas.ts'
import { contentOf, createdPlan, options } from './support/plans.ts'

it('keeps every row of a plan of the format before, and adds an empty table', async () => {
  const file = olderPlan(schemaBefore(120), ['新建', BEGINNING])
  const before = rowsIn(file, ['settings', 'policy', 'year'])
  const store = openPlanFile(file, options)
  expect(contentOf(file)).toMatchObject({ ...before, refused_entry: [] })
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 1 })
  await store.close()
})

it('holds one entry for a cell and any number of rows of a file; undo brings back what was given up', async () => {
  const store = createdPlan()
  const cell = { key: 'k', field: 'residents', text: '很多', file: '', problem: problem('import.numberExpected') }
  const row = { key: null, field: null, text: '甲', file: '一.xlsx', problem: problem('import.nameMissing') }
  await store.command('x', 'x', (plan) => plan.refusedEntries.add(2026, [cell, { ...cell, text: '不少' }, row, row]))
  const texts = (): string[] => store.read.refusedEntries.list(2026).map(({ text }) => text)
  expect(texts()).toEqual(['不少', '甲', '甲'])
  await store.command('x', 'x', (plan) => {
    plan.refusedEntries.clear(2026, [cell])
    plan.refusedEntries.clearRowsOf(2026, ['一.xlsx'])
  })
  expect(texts()).toEqual([])
  await store.undo()
  expect(texts()).toEqual(['不少', '甲', '甲'])
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
  await store.close()
})

it.each([
  ["INSERT INTO refused_entry VALUES (1, 2026, '', 'f', 't', '', '{}')", 'no community'],
  ["INSERT INTO refused_entry VALUES (1, 2026, 'k', 'f', 't', '', '5')", 'no problem'],
])('refuses %s: %s', async (sql) => {
  const store = createdPlan()
  const connection = connect(store.file, 'write')
  expect(() => connection.exec(`BEGIN; ${sql}`)).toThrow(/constraint/)
  connection.close()
  await store.close()
})
