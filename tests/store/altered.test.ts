import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../src-main/shared/app-error.ts'
import { openPlanFile, verifyPlanFile } from '../../src-main/store/index.ts'
import { community, createdPlan, options } from './support/plans.ts'

/** A closed plan file with two communities, to which somebody has done this with another program. */
async function altered(sql: string, pragmas: readonly string[] = []): Promise<string> {
  const store = createdPlan()
  await store.command('x', 'x', (plan) => plan.communities.save(2026, [community(1), community(2)]))
  await store.close()
  const connection = new Database(store.file)
  connection.unsafeMode()
  connection.pragma('foreign_keys = OFF')
  for (const pragma of pragmas) connection.pragma(pragma)
  connection.exec(sql)
  connection.pragma('journal_mode = DELETE')
  connection.close()
  return store.file
}
const ENDLESS = 'WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS id FROM n'

describe('a plan file to which another program has added', () => {
  it.each([
    [
      'a trigger that changes what is typed',
      'CREATE TRIGGER more AFTER UPDATE ON community_year BEGIN UPDATE ledger SET spent_fen = 0; END',
      'more',
    ],
    ['no more the trigger that keeps the history', 'DROP TRIGGER history_community_update', 'history_community_update'],
    ['a view', `CREATE VIEW endless AS ${ENDLESS}`, 'endless'],
    ['a view in place of a table', `DROP TABLE import_layout; CREATE VIEW import_layout AS ${ENDLESS}`, 'import_layout'],
    ['an index that computes', 'CREATE INDEX slow ON community (length(name))', 'slow'],
    ['a table', 'CREATE TABLE note (text TEXT)', 'note'],
    ['a column', 'ALTER TABLE community ADD COLUMN contact TEXT', 'community'],
    ['a text that is longer than any of ours', "UPDATE community SET name = printf('%.*c', 5000000, 'x') WHERE 1", 'community'],
  ])('%s is refused by its name, and not touched', async (_, sql, value) => {
    const file = await altered(sql)
    const before = readFileSync(file)
    const problems = [openPlanFile, verifyPlanFile].map((open) => {
      try {
        open(file, options)
      } catch (error) {
        return error instanceof AppError ? error.problems.map(({ code, params }) => [code, params?.['value']]) : error
      }
      return 'opened'
    })
    // Its log can be checked all the same where what is foreign can't run by being looked at.
    const isHarmless = /TRIGGER|UPDATE/.test(sql)
    expect(problems).toEqual([[['plan.altered', value]], isHarmless ? 'opened' : [['plan.altered', value]]])
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('a rule of a table that is no more ours is seen though the table looks as it did', async () => {
    const edit = "UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (name <> '''')', '') WHERE name = 'community'"
    const file = await altered(edit, ['writable_schema = ON'])
    expect(() => openPlanFile(file, options)).toThrow(expect.objectContaining({ message: expect.stringContaining('plan.altered') }))
  })

  it('what a database browser counts for itself is no trouble', async () => {
    const store = openPlanFile(await altered('ANALYZE'), options)
    expect(store.read.communities.facts(2026)).toEqual([community(1), community(2)])
    await store.close()
  })

  it('facts that are no facts are damage', async () => {
    const file = await altered("UPDATE community_year SET facts = 'x'", ['ignore_check_constraints = ON'])
    expect(() => openPlanFile(file, options)).toThrow('plan.damaged')
  })
})
