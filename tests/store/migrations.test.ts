import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { backupFolder, openPlanFile } from '../../src-main/store/index.ts'
import { newestVersion, planSchema } from '../../src-main/store/migrations/index.ts'
import type { Migration, Schema } from '../../src-main/store/migrations/migration.ts'
import { community, contentOf, createdPlan, options, problemsOf, temporaryFolder } from './support/plans.ts'

/** Later formats, made up for these tests: a new column, and a table that is rebuilt and renamed within. */
const addContact: Migration = {
  version: 990,
  name: '0990-contact',
  up: (connection) => connection.exec("ALTER TABLE community ADD COLUMN contact TEXT NOT NULL DEFAULT '无'"),
}
const rebuildYears: Migration = {
  version: 991,
  name: '0991-rebuild-years',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE new_year (year INTEGER PRIMARY KEY, policy_id TEXT NOT NULL, policy_version TEXT NOT NULL, synthetic INTEGER NOT NULL, closed INTEGER NOT NULL DEFAULT 0) STRICT;
    INSERT INTO new_year SELECT year, policy_id, policy_version, synthetic, 0 FROM year;
    DROP TABLE year;
    ALTER TABLE new_year RENAME TO year;`),
}
const failing: Migration = { version: 992, name: '0992-failing', up: (connection) => connection.exec('INSERT INTO nowhere VALUES (1)') }
const orphaning: Migration = { version: 992, name: '0992-orphaning', up: (connection) => connection.exec('DELETE FROM community') }
const schemaWith = (...later: Migration[]): Schema => ({ ...planSchema, migrations: [...planSchema.migrations, ...later] })

/** A closed plan of the present format with three steps. */
const olderPlan = async (): Promise<string> => {
  const store = createdPlan()
  await store.command('x', '新增', (plan) => plan.communities.save(2026, [community(1), community(2)]))
  await store.command('x', '删除', (plan) => plan.communities.remove(2026, [community(2).key]))
  await store.close()
  return store.file
}
const versionOf = (file: string): number => readFileSync(file).readInt32BE(60)

describe('Migrating a plan file', () => {
  it('runs all that is pending, keeps the content and the history, and undo goes on across it', async () => {
    const file = await olderPlan()
    const before = contentOf(file)
    const store = openPlanFile(file, options, schemaWith(addContact, rebuildYears))
    expect(store.read.communities.facts(2026)).toEqual([community(1)])
    expect(await store.verifyHistory()).toEqual({ whole: true, steps: 3 })
    expect(contentOf(file)).toEqual({
      ...before,
      community: before.community?.map((row) => ({ ...(row as object), contact: '无' })),
      year: before.year?.map((row) => ({ ...(row as object), closed: 0 })),
    })
    expect(await store.undo()).toMatchObject({ summary: '删除' })
    expect(contentOf(file).community).toMatchObject([{ contact: '无' }, { key: community(2).key, contact: '无' }])
    await store.undo()
    expect(store.read.communities.facts(2026)).toEqual([])
    await store.close()
    expect(versionOf(file)).toBe(991)
    expect(await problemsOf(() => openPlanFile(file, options))).toEqual(['plan.newer'])
  })

  it('first makes a copy, which is the plan as it was', async () => {
    const file = await olderPlan()
    const before = contentOf(file)
    await openPlanFile(file, options, schemaWith(addContact)).close()
    const [name] = readdirSync(backupFolder(file)).filter((each) => each.includes(`version-${newestVersion(planSchema)}`))
    const copy = join(temporaryFolder(), 'copy.quanheng')
    copyFileSync(join(backupFolder(file), name ?? ''), copy)
    expect(contentOf(copy)).toEqual(before)
    const store = openPlanFile(copy, options)
    expect(await store.verifyHistory()).toEqual({ whole: true, steps: 3 })
    await store.close()
  })

  it('watches the new columns from then on', async () => {
    const file = await olderPlan()
    await openPlanFile(file, options, schemaWith(addContact)).close()
    const connection = new Database(file)
    connection.pragma('foreign_keys = OFF')
    connection.exec("UPDATE community SET contact = '张三'")
    const after = connection.prepare<[], string>('SELECT after FROM change ORDER BY position DESC LIMIT 1').pluck().get()
    connection.close()
    expect(JSON.parse(after ?? '')).toMatchObject({ contact: '张三' })
  })

  it.each([
    ['fails', failing],
    ['leaves broken references', orphaning],
  ])('that %s changes nothing at all', async (_what, last) => {
    const file = await olderPlan()
    const before = contentOf(file)
    expect(() => openPlanFile(file, options, schemaWith(addContact, last))).toThrow(/nowhere|refer to missing rows/)
    expect(versionOf(file)).toBe(newestVersion(planSchema))
    expect(contentOf(file)).toEqual(before)
    const store = openPlanFile(file, options)
    await store.command('x', 'x', (plan) => plan.communities.save(2026, [community(3)]))
    expect(await store.verifyHistory()).toEqual({ whole: true, steps: 4 })
    await store.close()
  })
})

it('the migrations go up in their numbers, and each is named after its number', () => {
  const numbers = planSchema.migrations.map((migration) => migration.version)
  expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other))
  for (const { version, name } of planSchema.migrations) expect(name).toMatch(new RegExp(`^${String(version).padStart(4, '0')}-[a-z-]+$`))
  expect(newestVersion(planSchema)).toBe(numbers.at(-1))
})
