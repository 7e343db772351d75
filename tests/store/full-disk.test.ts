import { expect, it } from 'vitest'
import type { PlanStore } from '../../src-main/store/index.ts'
import { openWith } from './support/own-writer.ts'
import { community, contentOf, createdPlan, problemsOf } from './support/plans.ts'

/** An open plan that may grow by so many pages and then gets from SQLite what a full disk gives. */
const openOnFullDisk = (file: string, pages: number): PlanStore =>
  openWith(file, (writer) => writer.pragma(`max_page_count = ${Number(writer.pragma('page_count', { simple: true })) + pages}`))
const many = Array.from({ length: 500 }, (_, number) => community(1, { key: `k${number}`, code: '', values: { note: 'x'.repeat(500) } }))

it.each([0, 1, 30])('with %d pages left: the command fails as a whole, and the plan goes on with smaller ones', async (pages) => {
  const made = createdPlan()
  await made.close()
  const before = contentOf(made.file)
  const store = openOnFullDisk(made.file, pages)
  expect(await problemsOf(() => store.command('import.apply', '导入', (plan) => plan.communities.save(2026, many)))).toEqual([
    'plan.diskFull',
  ])
  expect(
    await problemsOf(() =>
      store.longCommand('import.apply', '导入', async (plan) => {
        plan.communities.save(2026, many.slice(0, 5))
        await new Promise(setImmediate)
        plan.communities.save(2026, many)
      }),
    ),
  ).toEqual(['plan.diskFull'])
  expect(contentOf(made.file)).toEqual(before)
  expect(await store.verifyHistory()).toEqual({ whole: true, steps: 1 })
  await store.command('settings', '改名', (plan) => plan.settings.save({ name: '新名', currentYear: 2026 }))
  expect(store.read.settings.get().name).toBe('新名')
})
