import { expect, it } from 'vitest'
import { recordStep } from '../../src-main/store/history/record.ts'
import { openPlanFile } from '../../src-main/store/index.ts'
import { planSchema } from '../../src-main/store/migrations/index.ts'
import { migrate } from '../../src-main/store/migrations/migrate.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { BEGINNING, olderPlan, rowsIn } from './support/older-plan.ts'
import { firstSchema, tablesSince } from './support/older-schemas.ts'
import { community, contentOf, createdPlan, options } from './support/plans.ts'

const at = { at: '2026-01-01T00:00:00.000Z', operator: '李' }

/** A plan as a program of the first format left it: a community that was edited, renamed, and had another one beside it for a while. */
const planBefore = (): string =>
  olderPlan(
    firstSchema,
    [
      '新建',
      `${BEGINNING}
    INSERT INTO year VALUES (2027, 'p', '1.0.0', 0);
    INSERT INTO community VALUES ('k', '010203040506', '老名字', '城北区', '朝阳街道');
    INSERT INTO community_year VALUES (2026, 'k', '{"residents":1}', 100, 'A'), (2027, 'k', '{"residents":2}', NULL, NULL);
    INSERT INTO override VALUES (2026, 'k', 'A', '核实', '');`,
    ],
    [
      '增加',
      "INSERT INTO community VALUES ('k2', '', '别的', '城北区', ''); INSERT INTO community_year VALUES (2026, 'k2', '{}', 7, NULL);",
    ],
    ['更名', "UPDATE community SET name = '新名字' WHERE key = 'k'"],
    ['删除', "DELETE FROM community_year WHERE community_key = 'k2'; DELETE FROM community WHERE key = 'k2'"],
  )

it('keeps every row, and every community is called in every year as it was', async () => {
  const file = planBefore()
  const before = rowsIn(file, firstSchema.tracked)
  const store = openPlanFile(file, options)
  const nothing = { name: null, district: null, subdistrict: null }
  expect(contentOf(file)).toEqual({
    ...before,
    community_year: before.community_year!.map((row) => ({ ...(row as object), ...nothing })),
    override: before.override!.map((row) => ({ ...(row as object), expires: null })),
    ...tablesSince(firstSchema),
  })
  const place = { key: 'k', code: '010203040506', name: '新名字', district: '城北区', subdistrict: '朝阳街道' }
  expect(store.read.communities.facts(2026)).toEqual([{ ...place, values: { residents: 1 }, previousFen: 100, previousClass: 'A' }])
  expect(store.read.communities.facts(2027)).toEqual([{ ...place, values: { residents: 2 }, previousFen: null, previousClass: null }])
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 4 })
  await store.close()
})

it('keeps adopted plans with their numbers, and gives none twice', async () => {
  const file = planBefore()
  const connection = connect(file, 'write')
  const adopt =
    "INSERT INTO adopted (year, title, adopted_at, policy_id, policy_version, policy_hash, input_hash, engine_version, communities, amount_fen, result) VALUES (2026, '定案', '', 'p', '1.0.0', 'hash', 'i', '1', 1, 7, '{}');"
  for (const sql of [adopt + adopt + adopt, 'DELETE FROM adopted WHERE id = 3']) {
    connection.exec(`BEGIN; ${sql}`)
    recordStep(connection, { ...at, operation: 'x', summary: 'x' })
    connection.exec('COMMIT')
  }
  connection.close()
  const store = openPlanFile(file, options)
  expect(store.read.adopted.list().map((each) => [each.id, each.title, each.amountFen])).toEqual([
    [2, '定案', 7],
    [1, '定案', 7],
  ])
  expect(
    await store.command('x', 'x', (plan) =>
      plan.adopted.add('又一个', '', {
        engine: '1',
        year: 2026,
        policy: { id: 'p', version: '1.0.0', hash: 'of another day' },
        input: { rows: 0, hash: 'i', synthetic: true },
        totals: { communities: 0, undecided: 0, amountFen: 0, previousFen: 0, cityFen: null, districtFen: null, byClass: {} },
        districts: [],
        subdistricts: [],
        communities: [],
        flows: [],
        problems: [],
      }),
    ),
  ).toBe(4)
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
  await store.close()
})

it('lets what was done before it be undone and done again', async () => {
  const store = openPlanFile(planBefore(), options)
  const end = contentOf(store.file)
  for (const summary of ['删除', '更名', '增加']) expect(await store.undo()).toMatchObject({ summary })
  expect(store.read.communities.facts(2027).map((each) => each.name)).toEqual(['老名字'])
  for (let step = 0; step < 3; step += 1) await store.redo()
  expect(contentOf(store.file)).toEqual(end)
  await store.close()
})

it('lets a community have another name and place in another year, and puts them back with undo', async () => {
  const store = createdPlan()
  await store.command('x', 'x', (plan) => {
    plan.years.add({ year: 2027, policy: { id: 'reference', version: '1.0.0' }, synthetic: false })
    plan.communities.save(2026, [community(1)])
    plan.communities.save(2027, [community(1)])
  })
  await store.command('x', 'x', (plan) => plan.communities.save(2027, [community(1, { name: '新社区', subdistrict: '小桥街道' })]))
  expect(store.read.communities.facts(2026)).toEqual([community(1)])
  expect(store.read.communities.facts(2027)).toEqual([community(1, { name: '新社区', subdistrict: '小桥街道' })])
  await store.command('x', 'x', (plan) => plan.communities.save(2026, [community(1, { name: '旧社区' })]))
  expect(store.read.communities.facts(2026).map((each) => each.name)).toEqual(['旧社区'])
  expect(store.read.communities.facts(2027).map((each) => each.name)).toEqual(['新社区'])
  await store.undo()
  await store.undo()
  expect(store.read.communities.facts(2027)).toEqual([community(1)])
})

it('watches every table, and has only strict ones', () => {
  const connection = connect(':memory:', 'create')
  expect(migrate(connection, planSchema)).toEqual(planSchema.migrations.map(({ name }) => name))
  const tables = connection
    .prepare<[], { name: string; strict: number }>(
      "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all()
  expect(tables.filter((table) => table.strict === 0)).toEqual([])
  expect(tables.map((table) => table.name).sort()).toEqual([...planSchema.tracked, 'change', 'step'].sort())
})

it.each([
  ["INSERT INTO ledger VALUES (2026, 'nobody', 1, NULL, NULL)", 'money of no community'],
  ["INSERT INTO ledger VALUES (2026, 'k', -1, NULL, NULL)", 'less than nothing'],
  ["INSERT INTO ledger VALUES (2026, 'k', NULL, 0.5, NULL)", 'half a fen'],
  ["INSERT INTO ledger VALUES (2026, 'k', NULL, NULL, NULL)", 'an entry of nothing'],
  ["INSERT INTO unit_change VALUES (NULL, 2026, 'vanish', '2026-01-01', '', '', '{}', 0)", 'an unknown kind of change'],
  ["INSERT INTO unit_change VALUES (NULL, 2026, 'merge', '2026-02-30', '', '', '{}', 0)", 'a day that does not exist'],
  ["INSERT INTO unit_change VALUES (NULL, 2025, 'merge', '2026-01-01', '', '', '{}', 0)", 'a change in no year'],
  [
    "INSERT INTO unit_change VALUES (NULL, 2026, 'merge', '2026-01-01', '', '', '{}', 0); UPDATE unit_change SET note = 'x'",
    'altering a change',
  ],
  ["UPDATE community_year SET name = ''", 'an empty name'],
])('refuses %s: %s', (sql) => {
  const file = planBefore()
  const store = openPlanFile(file, options)
  const connection = connect(file, 'write')
  expect(() => connection.exec(`BEGIN; ${sql}`)).toThrow(/constraint|cannot store|never altered/)
  connection.close()
  return store.close()
})
