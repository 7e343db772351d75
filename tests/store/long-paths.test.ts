import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { plansOperations } from '../../src-main/modules/plans/contract.ts'
import { createPlanFile, backupsOf, openPlanFile } from '../../src-main/store/index.ts'
import { community, options, optionsOn, temporaryFolder } from './support/plans.ts'
import { newPlan } from './support/new-plan.ts'

/** The longest name that a plan may have. */
const LONGEST = Array.from({ length: 100 }, (_, number) => '权'.repeat(number + 1)).findLast(
  (name) => plansOperations['plan.create'].input.safeParse({ name, sample: false }).success,
)!

it('keeps a plan of the longest name in a path longer than Windows once allowed, with spaces and Chinese, through backups and a new start', async () => {
  // SQLite itself takes 512 bytes at most, of which the folder of the tests has some.
  const folder = join(temporaryFolder(), '资料', ...Array.from({ length: 6 }, (_, number) => `Documents of the department ${number}`))
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${LONGEST}.quanheng`)
  expect(file.length).toBeGreaterThan(260)
  const store = createPlanFile(file, options, newPlan)
  await store.command('x', 'x', (plan) => plan.communities.save(2026, [community(1)]))
  await store.close()
  const again = openPlanFile(file, optionsOn('2026-02-01'))
  expect(again.warnings).toEqual([])
  expect(again.read.communities.facts(2026)).toEqual([community(1)])
  await again.close()
  expect(backupsOf(file)).toHaveLength(1)
})
