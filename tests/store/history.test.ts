import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { hashing, type StepRow } from '../../src-main/store/history/hash.ts'
import { atOnce } from '../../src-main/shared/turns.ts'
import { columnsOf } from '../../src-main/store/history/triggers.ts'
import { openPlanFile } from '../../src-main/store/index.ts'
import { planSchema } from '../../src-main/store/migrations/index.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { withoutGuards } from './support/guards.ts'
import { policyNamed } from './support/new-plan.ts'
import { community, contentOf, createdPlan, options, problemsOf, temporaryFolder } from './support/plans.ts'

const edited = async () => {
  const store = createdPlan()
  await store.command('communities.add', '新增', (plan) => plan.communities.save(2026, [community(1), community(2)]))
  await store.command('indicators.update', '改人口', (plan) => plan.communities.save(2026, [community(1, { values: { residents: 7 } })]))
  await store.command('communities.remove', '删除', (plan) => plan.communities.remove(2026, [community(2).key]))
  return store
}

/** Changes the file behind the program's back, with the guards taken off. */
const tamper = (file: string, sql: string): void => {
  const connection = new Database(file)
  connection.pragma('foreign_keys = OFF')
  withoutGuards(connection, () => connection.exec(sql))
  connection.close()
}

/** Another value for each column of the third step and of its change, one that the tables would take, and what is found then. */
type Alterations = Record<string, { becomes: string; finding: { kind: 'altered' | 'missing'; step: number } }>
const altered = (becomes: string) => ({ becomes, finding: { kind: 'altered' as const, step: 3 } })
const ALTERED_STEP: Alterations = {
  id: { becomes: '1000', finding: { kind: 'missing', step: 3 } },
  at: altered("at || 'x'"),
  operator: altered("'别人'"),
  operation: altered("'x'"),
  summary: altered("'没什么'"),
  message: altered(`'{"key":"x"}'`),
  undoes: altered('2'),
  redoes: altered('2'),
  changes: altered('changes + 1'),
  previous_hash: altered("'x' || substr(previous_hash, 2)"),
  hash: altered("'x' || substr(hash, 2)"),
}
const ALTERED_CHANGE: Alterations = {
  position: altered('position + 1000'),
  // The change is told of the step before it, which is then not what was written.
  step_id: { becomes: '2', finding: { kind: 'altered', step: 2 } },
  table_name: altered("'community'"),
  row_key: altered(`'["x"]'`),
  before: altered("'{}'"),
  after: altered("'{}'"),
}

/** A year that has nothing of its own to say of a community's name and place. */
const asInTheTable = { name: null, district: null, subdistrict: null }

describe('The history', () => {
  it('tells of each step what every row was before and after', async () => {
    const store = await edited()
    expect(store.read.history.changes(3)).toEqual([
      {
        table: 'community_year',
        key: [2026, community(1).key],
        before: {
          year: 2026,
          community_key: community(1).key,
          facts: '{"residents":1001}',
          previous_fen: 20_000_000,
          previous_class: null,
          ...asInTheTable,
        },
        after: {
          year: 2026,
          community_key: community(1).key,
          facts: '{"residents":7}',
          previous_fen: 20_000_000,
          previous_class: null,
          ...asInTheTable,
        },
      },
    ])
  })

  it('is read newest first, in portions', async () => {
    const store = await edited()
    expect(store.read.history.list({ limit: 2 }).map((step) => step.id)).toEqual([4, 3])
    expect(store.read.history.list({ limit: 2, before: 3 }).map((step) => step.id)).toEqual([2, 1])
  })

  it.each([
    "UPDATE step SET operator = '别人'",
    'DELETE FROM step',
    "UPDATE change SET after = '{}'",
    'DELETE FROM change',
    "INSERT INTO change (step_id, table_name, row_key, after) VALUES (1, 'year', '[1]', '{}')",
    'INSERT OR REPLACE INTO step SELECT * FROM step WHERE id = 2',
    "UPDATE policy SET document = '{}'",
  ])('refuses: %s', async (sql) => {
    const store = await edited()
    const connection = new Database(store.file)
    expect(() => connection.exec(sql)).toThrow(Database.SqliteError)
    connection.close()
    expect(await store.verifyHistory()).toEqual({ whole: true, steps: 4 })
  })

  it('keeps what a REPLACE would put something else in the place of, and tells what it takes away of the plan', async () => {
    const store = await edited()
    const connection = connect(store.file, 'write')
    onTestFinished(() => void connection.close())
    // A change of the step that is being made, which is right in itself, but stands where an older one stood.
    const over =
      "REPLACE INTO change (position, step_id, table_name, row_key, after) SELECT min(position), 5, 'year', '[1]', '{}' FROM change"
    expect(() => connection.exec(over)).toThrow('never altered')
    connection.exec('BEGIN')
    for (const id of [7, 8])
      connection.exec(`REPLACE INTO scenario (id, name, note, created, locked, base, changes) VALUES (${id}, '甲', '', '', 0, '{}', '{}')`)
    const told = connection.prepare('SELECT row_key, before IS NULL AS comes, after IS NULL AS goes FROM change WHERE step_id = 5').all()
    expect(told).toEqual([
      { row_key: '[7]', comes: 1, goes: 0 },
      { row_key: '[7]', comes: 0, goes: 1 },
      { row_key: '[8]', comes: 1, goes: 0 },
    ])
    connection.exec('ROLLBACK')
  })

  it('lets nothing be changed without a step', async () => {
    const store = await edited()
    const connection = new Database(store.file)
    connection.pragma('foreign_keys = ON')
    expect(() => connection.exec("UPDATE settings SET name = '改名'")).toThrow(/FOREIGN KEY/)
    connection.close()
    expect(store.read.settings.get().name).toBe('示例市')
  })

  it.each([
    ["UPDATE step SET summary = '没什么' WHERE id = 3", { kind: 'altered', step: 3 }],
    ["UPDATE change SET after = replace(after, '7', '8') WHERE step_id = 3", { kind: 'altered', step: 3 }],
    [
      'DELETE FROM change WHERE step_id = 2 AND position = (SELECT max(position) FROM change WHERE step_id = 2)',
      { kind: 'altered', step: 2 },
    ],
    ['DELETE FROM change WHERE step_id = 2; DELETE FROM step WHERE id = 2', { kind: 'missing', step: 2 }],
    ['DELETE FROM step WHERE id = 4', { kind: 'missing', step: 4 }],
    [
      'DELETE FROM change WHERE step_id = 4; DELETE FROM step WHERE id = 4',
      { kind: 'content', table: 'community', row: `["${community(2).key}"]` },
    ],
    [
      `UPDATE community_year SET facts = '{"residents":9}'`,
      { kind: 'content', table: 'community_year', row: `[2026,"${community(1).key}"]` },
    ],
    ["INSERT INTO scenario (name, note, policy, created) VALUES ('x', '', '{}', '')", { kind: 'content', table: 'scenario', row: '[1]' }],
  ])('shows it when somebody runs %s on the file', async (sql, finding) => {
    const store = await edited()
    expect(await store.verifyHistory()).toEqual({ whole: true, steps: 4 })
    await store.close()
    tamper(store.file, sql)
    const again = openPlanFile(store.file, options)
    expect(await again.verifyHistory()).toEqual({ whole: false, ...finding })
    await again.close()
  })

  it('shows it when any single column of a step or of a change is another one', async () => {
    const store = await edited()
    await store.close()
    const alterations = { step: ALTERED_STEP, change: ALTERED_CHANGE }
    for (const [table, columns] of Object.entries(alterations)) {
      const connection = new Database(store.file, { readonly: true })
      expect(Object.keys(columns).sort(), table).toEqual(columnsOf(connection, table).all.sort())
      connection.close()
      for (const [column, { becomes, finding }] of Object.entries(columns)) {
        const copy = join(temporaryFolder(), 'copy.quanheng')
        copyFileSync(store.file, copy)
        tamper(copy, `UPDATE ${table} SET "${column}" = ${becomes} WHERE ${table === 'step' ? 'id' : 'step_id'} = 3`)
        const again = openPlanFile(copy, options)
        expect(await again.verifyHistory(), `${table}.${column}`).toEqual({ whole: false, ...finding })
        await again.close()
      }
    }
  })

  it('shows it also when the altered step was given a hash that fits, and the next one refers to it', async () => {
    const store = await edited()
    await store.close()
    tamper(store.file, "UPDATE step SET operator = '别人' WHERE id = 2")
    const connection = new Database(store.file)
    const step = connection.prepare<[], StepRow>('SELECT * FROM step WHERE id = 2').get()
    if (step === undefined) throw new Error('There are four steps')
    const hash = atOnce(hashing(connection, step))
    withoutGuards(connection, () => {
      connection.prepare('UPDATE step SET hash = ? WHERE id = 2').run(hash)
      connection.prepare('UPDATE step SET previous_hash = ? WHERE id = 3').run(hash)
    })
    connection.close()
    const again = openPlanFile(store.file, options)
    expect(await again.verifyHistory()).toEqual({ whole: false, kind: 'altered', step: 3 })
    await again.close()
  })
})

describe('Undo and redo', () => {
  it('go back and forth, and name what they do', async () => {
    const store = await edited()
    const end = contentOf(store.file)
    expect(store.read.history.nextUndo()).toMatchObject({ id: 4, summary: '删除' })
    expect(await store.undo()).toMatchObject({ summary: '删除' })
    expect(await store.undo()).toMatchObject({ summary: '改人口' })
    expect(store.read.communities.facts(2026)).toEqual([community(1), community(2)])
    expect(store.read.history.list({ limit: 9 }).map((step) => [step.operation, step.undone])).toEqual([
      ['history.undo', false],
      ['history.undo', false],
      ['communities.remove', true],
      ['indicators.update', true],
      ['communities.add', false],
      ['plan.create', false],
    ])
    expect(await store.redo()).toMatchObject({ summary: '改人口' })
    expect(await store.redo()).toMatchObject({ summary: '删除' })
    expect(contentOf(store.file)).toEqual(end)
    expect(await problemsOf(() => store.redo())).toEqual(['plan.nothingToRedo'])
    expect(await store.verifyHistory()).toEqual({ whole: true, steps: 8 })
  })

  it('work after the plan was closed and opened again', async () => {
    const store = await edited()
    await store.undo()
    await store.close()
    const again = openPlanFile(store.file, options)
    expect(await again.redo()).toMatchObject({ summary: '删除' })
    expect(await again.undo()).toMatchObject({ summary: '删除' })
    expect(await again.undo()).toMatchObject({ summary: '改人口' })
    expect(again.read.communities.facts(2026)).toEqual([community(1), community(2)])
    await again.close()
  })

  it('look past steps of older programs that only went to another year', async () => {
    const store = createdPlan()
    await store.command('communities.add', '新增', (plan) => plan.communities.save(2026, [community(1)]))
    const visit = (name: string) => store.command('plan.useYear', '2026年', (plan) => plan.settings.save({ name, currentYear: 2026 }))
    await visit('一')
    expect(store.read.history.nextUndo()).toMatchObject({ summary: '新增' })
    expect(await store.undo()).toMatchObject({ summary: '新增' })
    await visit('二')
    expect(await store.redo()).toMatchObject({ summary: '新增' })
    expect(store.read.communities.facts(2026)).toEqual([community(1)])
    expect(await store.verifyHistory()).toMatchObject({ whole: true })
  })

  it('stop at the step that made the plan', async () => {
    const store = createdPlan()
    expect(store.read.history.nextUndo()).toBeNull()
    expect(await problemsOf(() => store.undo())).toEqual(['plan.nothingToUndo'])
    expect(await problemsOf(() => store.redo())).toEqual(['plan.nothingToRedo'])
  })

  it('a new command after undo puts an end to redo, not to undo', async () => {
    const store = await edited()
    await store.undo()
    await store.command('communities.add', '另加', (plan) => plan.communities.save(2026, [community(3)]))
    expect(store.read.history.nextRedo()).toBeNull()
    expect(await store.undo()).toMatchObject({ summary: '另加' })
    expect(await store.redo()).toMatchObject({ summary: '另加' })
    expect(await store.undo()).toMatchObject({ summary: '另加' })
    expect(await store.undo()).toMatchObject({ summary: '改人口' })
  })

  it('take back thousands of rows, and what refers to each other', async () => {
    const store = createdPlan()
    const start = contentOf(store.file)
    await store.command('import.apply', '导入', (plan) => {
      plan.years.add({ year: 2027, policy: { id: 'reference', version: '1.0.0' }, synthetic: false })
      plan.policies.add(policyNamed('other'), 'hash')
      plan.years.save({ year: 2027, policy: { id: 'other', version: '1.0.0' }, synthetic: false })
      const rows = Array.from({ length: 1500 }, (_, number) => community(1, { key: `城北区/朝阳街道/${number}`, code: '' }))
      plan.communities.save(2027, rows)
      plan.overrides.set(2027, { key: '城北区/朝阳街道/3', class: 'A', reason: '核实', document: '' })
    })
    const end = contentOf(store.file)
    await store.undo()
    expect(contentOf(store.file)).toEqual(start)
    await store.redo()
    expect(contentOf(store.file)).toEqual(end)
  })
})

it('watches only columns that JSON gives back exactly', () => {
  const connection = new Database(createdPlan().file, { readonly: true })
  for (const table of planSchema.tracked) {
    const types = connection.prepare<[string], string>('SELECT DISTINCT type FROM pragma_table_info(?)').pluck().all(table)
    expect(
      types.filter((type) => type !== 'INTEGER' && type !== 'TEXT'),
      table,
    ).toEqual([])
  }
  connection.close()
})
