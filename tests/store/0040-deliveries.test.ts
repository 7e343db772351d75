import { expect, it } from 'vitest'
import { recordStep } from '../../src-main/store/history/record.ts'
import { openPlanFile, verifyPlanFile } from '../../src-main/store/index.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { BEGINNING, COMMUNITY, olderPlan, rowsIn } from './support/older-plan.ts'
import { importLayoutSchema, tablesSince } from './support/older-schemas.ts'
import { contentOf, createdPlan, options } from './support/plans.ts'

/** A plan as a program of the format before left it. */
const planBefore = (): string =>
  olderPlan(
    importLayoutSchema,
    [
      '新建',
      `${BEGINNING} ${COMMUNITY}
    INSERT INTO community_year VALUES (2026, 'k', '{"residents":1}', 100, 'A', NULL, NULL, '新街道');
    INSERT INTO import_layout VALUES ('${'a'.repeat(64)}', '一.xlsx', '2026-01-01T00:00:00.000Z', '{}');`,
    ],
    ['2026年 甲社区 核定 0.01元', "INSERT INTO ledger VALUES (2026, 'k', 1, 2, NULL);"],
  )

it('keeps every row and the words of every older step, whose hashes still hold, before and after', async () => {
  const file = planBefore()
  expect(verifyPlanFile(file)).toEqual({ finding: { whole: true, steps: 2 }, steps: 2 })
  const before = rowsIn(file, importLayoutSchema.tracked)
  const older = connect(file, 'read')
  const steps = older.prepare<[], Record<string, unknown>>('SELECT * FROM step').all()
  older.close()
  const store = openPlanFile(file, options)
  expect(contentOf(file)).toEqual({ ...before, ...tablesSince(importLayoutSchema) })
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 2 })
  const now = connect(file, 'read')
  expect(now.prepare('SELECT * FROM step').all()).toEqual(steps.map((step) => ({ ...step, message: null })))
  now.close()
  expect(store.read.history.list({ limit: 9 }).map(({ summary, said }) => [summary, said])).toEqual([
    ['2026年 甲社区 核定 0.01元', { zh: '2026年 甲社区 核定 0.01元', en: '' }],
    ['新建', { zh: '新建', en: '' }],
  ])
  expect(await store.undo()).toMatchObject({ summary: '2026年 甲社区 核定 0.01元' })
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 3 })
  await store.close()
})

it('records a delivery as a step that undo takes back and redo brings again, also where nothing else changed', async () => {
  const store = createdPlan()
  const delivery = { year: 2026, file: '一.xlsx', at: '2026-01-01T00:00:00.000Z', communities: ['a', '东区/一街道/"乙"'] }
  await store.command('x', 'x', (plan) => plan.deliveries.add(delivery))
  expect(store.revision).toBe(2)
  expect(store.read.deliveries.list(2026)).toEqual([delivery])
  expect(store.read.deliveries.list(2025)).toEqual([])
  expect(store.read.history.list({ limit: 9, communities: { keys: ['东区/一街道/"乙"'], years: [2026] } }).map(({ id }) => id)).toEqual([2])
  await store.undo()
  expect(store.read.deliveries.list(2026)).toEqual([])
  await store.redo()
  expect(store.read.deliveries.list(2026)).toEqual([delivery])
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
})

it('says a step in both languages, and shows when its sentence was altered afterwards', async () => {
  const store = createdPlan()
  await store.command(
    'x',
    { key: 'ledgerUpdate', params: { year: 2026, community: '甲社区', field: '核定金额', fieldEn: 'Allocated', amountFen: 15_000_000 } },
    (plan) => plan.settings.save({ ...plan.settings.get(), name: '另一个' }),
  )
  const said = { zh: '2026年 甲社区 核定金额 15万元', en: '2026, 甲社区: Allocated 150,000 yuan' }
  expect(store.read.history.list({ limit: 1 })).toMatchObject([{ summary: said.zh, said }])
  expect(await store.undo()).toEqual({ summary: said.zh, said })
  expect(store.read.history.list({ limit: 1 })).toMatchObject([{ operation: 'history.undo', summary: said.zh, said }])
  await store.close()
  const connection = connect(store.file, 'write')
  connection.exec("DROP TRIGGER step_not_altered; UPDATE step SET message = json_set(message, '$.params.amountFen', 1) WHERE id = 2")
  connection.close()
  expect(verifyPlanFile(store.file).finding).toEqual({ whole: false, kind: 'altered', step: 2 })
})

it('shows a sentence that only a newer program knows as it was written', async () => {
  const store = createdPlan()
  await store.close()
  const connection = connect(store.file, 'write')
  connection.exec("BEGIN; UPDATE settings SET name = 'x'")
  recordStep(connection, {
    at: '2026-01-01T00:00:00.000Z',
    operator: '',
    operation: 'new.thing',
    summary: '新事物',
    message: '{"key":"newThing","params":{}}',
  })
  connection.exec('COMMIT')
  connection.close()
  const again = openPlanFile(store.file, options)
  expect(again.read.history.list({ limit: 1 })).toMatchObject([{ said: { zh: '新事物', en: '' } }])
  await again.close()
})

it.each([
  ["INSERT INTO delivery (year, file, delivered_at, communities) VALUES (2026, '', 't', '[]')", 'a file without a name'],
  ["INSERT INTO delivery (year, file, delivered_at, communities) VALUES (2026, 'f', 't', '{}')", 'communities that are no list'],
  ["INSERT INTO delivery (year, file, delivered_at, communities) VALUES (1999, 'f', 't', '[]')", 'a year that is not there'],
])('refuses %s: %s', (sql) => {
  const store = createdPlan()
  const connection = connect(store.file, 'write')
  expect(() => connection.exec(`BEGIN; ${sql}`)).toThrow(/constraint/)
  connection.close()
})
