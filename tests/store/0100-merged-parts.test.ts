import { expect, it } from 'vitest'
import { openPlanFile } from '../../src-main/store/index.ts'
import { BEGINNING, olderPlan } from './support/older-plan.ts'
import { schemaBefore } from './support/older-schemas.ts'
import { options } from './support/plans.ts'

const [input, result] = ['a'.repeat(64), 'b'.repeat(64)]
/** A plan in which a program of the format before merged a package, and then its correction. */
const planBefore = (): string =>
  olderPlan(
    schemaBefore(100),
    [
      '新建',
      `${BEGINNING} INSERT INTO merged_package VALUES (2026, '东区', '东区.quanheng-package', '0.1.0', 'p', '1.0.0', 'hash', '${input}', '${result}', 3, 45000000)`,
    ],
    ['更正', "UPDATE merged_package SET file = '更正.quanheng-package', communities = 4"],
  )
const kept = {
  year: 2026,
  district: '东区',
  file: '更正.quanheng-package',
  app: '0.1.0',
  policy: { id: 'p', version: '1.0.0', hash: 'hash' },
  inputHash: input,
  resultHash: result,
  partsHash: null,
  communities: 4,
  amountFen: 45_000_000,
}

it('keeps merged packages, known by facts and result only; what is undone of an older step comes back, and the log stays whole', async () => {
  const store = openPlanFile(planBefore(), options)
  expect(store.read.mergedPackages.list(2026)).toEqual([kept])
  const known = { ...kept, partsHash: 'c'.repeat(64) }
  await store.command('x', 'x', (plan) => plan.mergedPackages.save(known))
  expect(store.read.mergedPackages.list(2026)).toEqual([known])
  await store.undo()
  await store.undo()
  expect(store.read.mergedPackages.list(2026)).toEqual([{ ...kept, file: '东区.quanheng-package', communities: 3 }])
  await store.redo()
  await store.redo()
  expect(store.read.mergedPackages.list(2026)).toEqual([known])
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
  await store.close()
})

it('refuses a fingerprint that is none', async () => {
  const store = openPlanFile(planBefore(), options)
  await expect(store.command('x', 'x', (plan) => plan.mergedPackages.save({ ...kept, partsHash: 'short' }))).rejects.toThrow(/constraint/i)
  await store.close()
})
