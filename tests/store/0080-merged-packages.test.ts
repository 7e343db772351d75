import { join } from 'node:path'
import { expect, it } from 'vitest'
import { APPLICATION_ID } from '../../src-main/store/file/inspect.ts'
import { recordStep } from '../../src-main/store/history/record.ts'
import { openPlanFile } from '../../src-main/store/index.ts'
import { planSchema } from '../../src-main/store/migrations/index.ts'
import { migrate } from '../../src-main/store/migrations/migrate.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { options, temporaryFolder } from './support/plans.ts'

const olderSchema = { tracked: planSchema.tracked.filter((each) => !['merged_package', 'document_setting'].includes(each)), migrations: planSchema.migrations.filter((each) => each.version < 80) }
const merged = {
  year: 2026, district: '东区', file: '东区.quanheng-package', app: '0.1.0', policy: { id: 'p', version: '1.0.0', hash: 'hash' },
  inputHash: 'a'.repeat(64), resultHash: 'b'.repeat(64), communities: 3, amountFen: 45_000_000,
}

/** A plan made by a program of the format before. */
const olderPlan = (): string => {
  const file = join(temporaryFolder(), '旧.quanheng')
  const connection = connect(file, 'create')
  connection.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(connection, olderSchema)
  connection.exec(`BEGIN;
    INSERT INTO policy VALUES ('p', '1.0.0', 'hash', '{}');
    INSERT INTO year VALUES (2026, 'p', '1.0.0', 0);
    INSERT INTO settings VALUES (1, '旧方案', 2026)`)
  recordStep(connection, { at: '2026-01-01T00:00:00.000Z', operator: '李', operation: 'x', summary: '新建' })
  connection.exec('COMMIT')
  connection.close()
  return file
}

it('remembers the package that counts for a district and year, and undo brings back the one before', async () => {
  const store = openPlanFile(olderPlan(), options)
  expect(store.read.mergedPackages.list(2026)).toEqual([])
  const corrected = { ...merged, inputHash: 'c'.repeat(64), communities: 4 }
  await store.command('x', 'x', (plan) => plan.mergedPackages.save(merged))
  await store.command('x', 'x', (plan) => plan.mergedPackages.save(corrected))
  expect(store.read.mergedPackages.list(2026)).toEqual([corrected])
  expect(store.read.mergedPackages.list(2025)).toEqual([])
  await store.undo()
  expect(store.read.mergedPackages.list(2026)).toEqual([merged])
  await store.undo()
  expect(store.read.mergedPackages.list(2026)).toEqual([])
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
  await store.close()
})

it.each<[object, string]>([
  [{ year: 2027 }, 'a year that the plan does not have'], [{ inputHash: 'short' }, 'a fingerprint that is none'], [{ communities: -1 }, 'fewer than no communities'], [{ file: '' }, 'a file without a name'],
])('refuses %s: %s', async (wrong) => {
  const store = openPlanFile(olderPlan(), options)
  await expect(store.command('x', 'x', (plan) => plan.mergedPackages.save({ ...merged, ...wrong }))).rejects.toThrow(/constraint/i)
  await store.close()
})
