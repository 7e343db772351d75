import { expect, it } from 'vitest'
import { preset } from '../../src-main/policy/index.ts'
import { openPlanFile } from '../../src-main/store/index.ts'
import { BEGINNING, olderPlan, rowsIn } from './support/older-plan.ts'
import { schemaBefore } from './support/older-schemas.ts'
import { contentOf, createdPlan, options } from './support/plans.ts'

const policy = preset('resources', 'flat-2018')!
const kept = { district: '东区', policy, hash: 'a'.repeat(64), file: '东区.quanheng-package' }

it('keeps every row of a plan of the format before, and adds an empty table', async () => {
  const file = olderPlan(schemaBefore(280), ['新建', BEGINNING])
  const before = rowsIn(file, ['settings', 'policy', 'year'])
  const store = openPlanFile(file, options)
  expect(contentOf(file)).toMatchObject({ ...before, district_policy: [] })
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 1 })
  await store.close()
})

it('keeps a policy of a district and year, the one that came last, and undo brings back the one before', async () => {
  const store = createdPlan()
  const corrected = { ...kept, hash: 'b'.repeat(64), policy: { ...policy, version: '2.0.0' } }
  await store.command('x', 'x', (plan) => plan.districtPolicies.save(2026, kept))
  await store.command('x', 'x', (plan) => plan.districtPolicies.save(2026, corrected))
  expect(store.read.districtPolicies.list(2026)).toEqual([corrected])
  expect(store.read.districtPolicies.list(2025)).toEqual([])
  await store.command('x', 'x', (plan) => plan.districtPolicies.clear(2026, '东区'))
  expect(store.read.districtPolicies.list(2026)).toEqual([])
  await store.undo()
  await store.undo()
  expect(store.read.districtPolicies.list(2026)).toEqual([kept])
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
  await store.close()
})

it.each<[object, string]>([
  [{ hash: 'short' }, 'a fingerprint that is none'],
  [{ file: '' }, 'no package'],
  [{ district: '' }, 'no district'],
])('refuses %s: %s', async (wrong) => {
  const store = createdPlan()
  await expect(store.command('x', 'x', (plan) => plan.districtPolicies.save(2026, { ...kept, ...wrong }))).rejects.toThrow(/constraint/i)
  await store.close()
})
