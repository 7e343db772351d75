import { join } from 'node:path'
import { expect, it } from 'vitest'
import { APPLICATION_ID } from '../../src-main/store/file/inspect.ts'
import { recordStep } from '../../src-main/store/history/record.ts'
import { openPlanFile } from '../../src-main/store/index.ts'
import { planSchema } from '../../src-main/store/migrations/index.ts'
import { migrate } from '../../src-main/store/migrations/migrate.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { contentOf, createdPlan, options, temporaryFolder } from './support/plans.ts'

/** The format of plan files before 0090. */
const olderSchema = { migrations: planSchema.migrations.filter((each) => each.version < 90), tracked: planSchema.tracked.filter((each) => each !== 'document_setting') }

/** A plan as a program of the format before left it. */
const olderPlan = (): string => {
  const file = join(temporaryFolder(), '旧.quanheng')
  const connection = connect(file, 'create')
  connection.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(connection, olderSchema)
  connection.exec(`
    BEGIN;
    INSERT INTO policy VALUES ('p', '1.0.0', 'hash', '{}');
    INSERT INTO year VALUES (2026, 'p', '1.0.0', 0);
    INSERT INTO settings VALUES (1, '旧方案', 2026);`)
  recordStep(connection, { at: '2026-01-01T00:00:00.000Z', operator: '李', operation: 'x', summary: '新建' })
  connection.exec('COMMIT')
  connection.close()
  return file
}

it('keeps every row, and adds an empty table', async () => {
  const file = olderPlan()
  const older = connect(file, 'read')
  const before = Object.fromEntries(['settings', 'policy', 'year'].map((table) => [table, older.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all()]))
  older.close()
  const store = openPlanFile(file, options)
  expect(contentOf(file)).toMatchObject({ ...before, document_setting: [] })
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 1 })
  await store.close()
})

it('keeps a setting for each paper; undo brings back the one before, and what was never set', async () => {
  const store = createdPlan()
  const save = (name: string, setting: object): Promise<void> => store.command('x', 'x', (plan) => plan.documentSettings.save(name, setting))
  await save('allocation', { paper: 'A3' })
  await save('allocation', { paper: 'A4' })
  await save('department', { zh: '组织部' })
  expect([...store.read.documentSettings.all()]).toEqual([['allocation', { paper: 'A4' }], ['department', { zh: '组织部' }]])
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

it.each([["INSERT INTO document_setting VALUES ('x', '5')", 'no object'], ["INSERT INTO document_setting VALUES ('', '{}')", 'no name']])('refuses %s: %s', async (sql) => {
  const store = createdPlan()
  const connection = connect(store.file, 'write')
  expect(() => connection.exec(`BEGIN; ${sql}`)).toThrow(/constraint/)
  connection.close()
  await store.close()
})
