import { expect, it } from 'vitest'
import { openPlanFile } from '../../src-main/store/index.ts'
import { connect } from '../../src-main/store/sqlite.ts'
import { BEGINNING, COMMUNITY, olderPlan } from './support/older-plan.ts'
import { schemaBefore } from './support/older-schemas.ts'
import { community, createdPlan, options } from './support/plans.ts'

/** A plan in which a program of the format before set a class by hand, and set it anew. */
const planBefore = (): string =>
  olderPlan(
    schemaBefore(70),
    [
      '新建',
      `${BEGINNING} ${COMMUNITY}
    INSERT INTO community_year VALUES (2026, 'k', '{}', 100, 'A', NULL, NULL, NULL);
    INSERT INTO override VALUES (2026, 'k', 'B', '核实', '')`,
    ],
    ['改定', "UPDATE override SET class = 'C', reason = '会议'"],
  )

it('keeps classes set by hand without an end; what is undone of an older step comes back as it was, and the log stays whole', async () => {
  const store = openPlanFile(planBefore(), options)
  const kept = { key: 'k', class: 'C', reason: '会议', document: '' }
  expect(store.read.overrides.list(2026)).toEqual([kept])
  await store.command('x', 'x', (plan) => plan.overrides.set(2026, { ...kept, expires: 2027 }))
  expect(store.read.overrides.list(2026)).toEqual([{ ...kept, expires: 2027 }])
  await store.undo()
  await store.undo()
  expect(store.read.overrides.list(2026)).toEqual([{ ...kept, class: 'B', reason: '核实' }])
  await store.redo()
  await store.redo()
  expect(store.read.overrides.list(2026)).toEqual([{ ...kept, expires: 2027 }])
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
  await store.close()
})

it('tells who changed an override last, in a step that stands', async () => {
  const store = createdPlan()
  const { key } = community(1)
  const set = (reached: string): Promise<void> =>
    store.command('x', 'x', (plan) => plan.overrides.set(2026, { key, class: reached, reason: '核实', document: '' }))
  await store.command('x', 'x', (plan) => plan.communities.save(2026, [community(1)]))
  expect(store.read.history.lastChange('override', [2026, key])).toBeUndefined()
  await set('A')
  const first = store.read.history.lastChange('override', [2026, key])
  expect(first).toMatchObject({ operator: '王芳' })
  await set('B')
  expect(store.read.history.lastChange('override', [2026, key])!.at > first!.at).toBe(true)
  await store.undo()
  expect(store.read.history.lastChange('override', [2026, key])).toEqual(first)
})

it.each([
  ['UPDATE override SET expires = 1200', 'a year long ago'],
  ["UPDATE override SET expires = '明年'", 'a year in words'],
])('refuses %s: %s', async (sql) => {
  const store = openPlanFile(planBefore(), options)
  const connection = connect(store.file, 'write')
  expect(() => connection.exec(`BEGIN; ${sql}`)).toThrow(/constraint|cannot store/)
  connection.close()
  await store.close()
})
