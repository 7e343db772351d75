import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ImportLayout } from '../../src-main/contract/import-desk.ts'
import { recordStep } from '../../src-main/store/history/record.ts'
import { openPlanFile } from '../../src-main/store/index.ts'
import { APPLICATION_ID } from '../../src-main/store/file/inspect.ts'
import { migrate } from '../../src-main/store/migrations/migrate.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { indicatorDeskSchema, tablesSince } from './support/older-schemas.ts'
import { contentOf, createdPlan, options, problemsOf, temporaryFolder } from './support/plans.ts'

/** A plan as a program of the format before left it. */
const olderPlan = (): string => {
  const file = join(temporaryFolder(), '旧.quanheng')
  const connection = connect(file, 'create')
  connection.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(connection, indicatorDeskSchema)
  connection.exec(`
    BEGIN;
    INSERT INTO policy VALUES ('p', '1.0.0', 'hash', '{}');
    INSERT INTO year VALUES (2026, 'p', '1.0.0', 0);
    INSERT INTO settings VALUES (1, '旧方案', 2026);
    INSERT INTO community VALUES ('k', '010203040506', '甲社区', '城北区', '朝阳街道');
    INSERT INTO community_year VALUES (2026, 'k', '{"residents":1}', 100, 'A', NULL, NULL, '新街道');
    INSERT INTO ledger VALUES (2026, 'k', 1, 2, NULL);`)
  recordStep(connection, { at: '2026-01-01T00:00:00.000Z', operator: '李', operation: 'x', summary: '新建' })
  connection.exec('COMMIT')
  connection.close()
  return file
}

const layout = (more: Partial<ImportLayout> = {}): ImportLayout => ({
  id: 'a'.repeat(64), file: '一.xlsx', saved: '2026-01-01T00:00:00.000Z', headings: { A: '社区名称', B: '在册' }, headerRows: [1, 2],
  fields: { A: 'name', B: null }, chosen: ['B'], ...more,
})

it('keeps every row, and adds an empty table', async () => {
  const file = olderPlan()
  const older = connect(file, 'read')
  const before = Object.fromEntries(indicatorDeskSchema.tracked.map((table) => [table, older.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all()]))
  older.close()
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
  expect(store.read.importLayouts.list().map(({ id, fields }) => [id[0], fields.B])).toEqual([['b', null], ['a', 'residents']])
  await store.undo()
  expect(store.read.importLayouts.list()).toEqual([layout()])
  await store.command('x', 'x', (plan) => plan.importLayouts.remove('a'.repeat(64)))
  expect(store.read.importLayouts.list()).toEqual([])
  expect(await problemsOf(() => store.command('x', 'x', (plan) => plan.importLayouts.remove('a'.repeat(64))))).toEqual(['import.layoutUnknown'])
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
