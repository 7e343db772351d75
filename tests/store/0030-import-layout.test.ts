import { expect, it } from 'vitest'
import type { ImportLayout } from '../../src-main/model/import-desk.ts'
import { openPlanFile } from '../../src-main/store/index.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { BEGINNING, COMMUNITY, olderPlan, rowsIn } from './support/older-plan.ts'
import { indicatorDeskSchema, tablesSince } from './support/older-schemas.ts'
import { contentOf, createdPlan, options, problemsOf } from './support/plans.ts'

/** A plan as a program of the format before left it. */
const planBefore = (): string =>
  olderPlan(indicatorDeskSchema, [
    '新建',
    `${BEGINNING} ${COMMUNITY}
  INSERT INTO community_year VALUES (2026, 'k', '{"residents":1}', 100, 'A', NULL, NULL, '新街道');
  INSERT INTO ledger VALUES (2026, 'k', 1, 2, NULL);`,
  ])

const layout = (more: Partial<ImportLayout> = {}): ImportLayout => ({
  id: 'a'.repeat(64),
  file: '一.xlsx',
  saved: '2026-01-01T00:00:00.000Z',
  headings: { A: '社区名称', B: '在册' },
  headerRows: [1, 2],
  fields: { A: 'name', B: null },
  chosen: ['B'],
  ...more,
})

it('keeps every row, and adds an empty table', async () => {
  const file = planBefore()
  const before = rowsIn(file, indicatorDeskSchema.tracked)
  const store = openPlanFile(file, options)
  expect(contentOf(file)).toEqual({ ...before, ...tablesSince(indicatorDeskSchema) })
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 1 })
  await store.close()
})

it('remembers a layout in place of the one for the same headings, the last one first; undo brings the former back', async () => {
  const store = createdPlan()
  await store.command('x', 'x', (plan) => plan.importLayouts.save(layout()))
  await store.command('x', 'x', (plan) => {
    plan.importLayouts.save(layout({ saved: '2026-02-02T00:00:00.000Z', fields: { A: 'name', B: 'residents' } }))
    plan.importLayouts.save(layout({ id: 'b'.repeat(64), saved: '2026-03-03T00:00:00.000Z', headerRows: null }))
  })
  expect(store.read.importLayouts.list().map(({ id, fields }) => [id[0], fields.B])).toEqual([
    ['b', null],
    ['a', 'residents'],
  ])
  await store.undo()
  expect(store.read.importLayouts.list()).toEqual([layout()])
  await store.command('x', 'x', (plan) => plan.importLayouts.remove('a'.repeat(64)))
  expect(store.read.importLayouts.list()).toEqual([])
  expect(await problemsOf(() => store.command('x', 'x', (plan) => plan.importLayouts.remove('a'.repeat(64))))).toEqual([
    'import.layoutUnknown',
  ])
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
})

it.each([
  ["INSERT INTO import_layout VALUES ('short', 'f', 't', '{}')", 'a fingerprint that is none'],
  [`INSERT INTO import_layout VALUES ('${'a'.repeat(64)}', 'f', 't', '[]')`, 'a layout that is none'],
])('refuses %s: %s', (sql) => {
  const store = createdPlan()
  const connection = connect(store.file, 'write')
  expect(() => connection.exec(`BEGIN; ${sql}`)).toThrow(/constraint/)
  connection.close()
})
