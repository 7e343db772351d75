import { expect, it } from 'vitest'
import { openPlanFile } from '../../src-main/store/index.ts'
import { BEGINNING, olderPlan } from './support/older-plan.ts'
import { schemaBefore } from './support/older-schemas.ts'
import { options } from './support/plans.ts'

const merged = {
  year: 2026,
  district: '东区',
  file: '东区.quanheng-package',
  app: '0.1.0',
  policy: { id: 'p', version: '1.0.0', hash: 'hash' },
  inputHash: 'a'.repeat(64),
  resultHash: 'b'.repeat(64),
  partsHash: null,
  communities: 3,
  amountFen: 45_000_000,
}

/** A plan made by a program of the format before. */
const planBefore = (): string => olderPlan(schemaBefore(80), ['新建', BEGINNING])

it('remembers the package that counts for a district and year, and undo brings back the one before', async () => {
  const store = openPlanFile(planBefore(), options)
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
  [{ year: 2027 }, 'a year that the plan does not have'],
  [{ inputHash: 'short' }, 'a fingerprint that is none'],
  [{ communities: -1 }, 'fewer than no communities'],
  [{ file: '' }, 'a file without a name'],
])('refuses %s: %s', async (wrong) => {
  const store = openPlanFile(planBefore(), options)
  await expect(store.command('x', 'x', (plan) => plan.mergedPackages.save({ ...merged, ...wrong }))).rejects.toThrow(/constraint/i)
  await store.close()
})
