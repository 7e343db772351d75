import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { backupFolder, dailyBackups, openPlanFile } from '../../src-main/store/index.ts'
import { community, createdPlan, optionsOn, temporaryFolder } from './support/plans.ts'

/** Opens the plan on a day, adds a community if asked to, and closes it. */
const workOn = async (file: string, day: string, add?: number): Promise<void> => {
  const store = openPlanFile(file, optionsOn(day))
  expect(store.warnings).toEqual([])
  if (add !== undefined) await store.command('x', 'x', (plan) => plan.communities.save(2026, [community(add)]))
  await store.close()
}
const days = (file: string): string[] => dailyBackups(file).map((backup) => backup.day)

it('makes one backup a day, and none of what was backed up already', async () => {
  const store = createdPlan()
  await store.close()
  expect(days(store.file)).toEqual([])
  await workOn(store.file, '2026-01-05', 1)
  expect(days(store.file)).toEqual([])
  await workOn(store.file, '2026-01-05', 2)
  await workOn(store.file, '2026-01-05')
  expect(days(store.file)).toEqual(['2026-01-05'])
  await workOn(store.file, '2026-01-06')
  await workOn(store.file, '2026-01-07')
  await workOn(store.file, '2026-01-08')
  expect(days(store.file)).toEqual(['2026-01-05', '2026-01-06'])
})

it('keeps the last ten, each of them a whole plan with its history', async () => {
  const store = createdPlan()
  await store.close()
  for (let day = 10; day < 23; day += 1) await workOn(store.file, `2026-02-${day}`, day)
  expect(days(store.file)).toEqual(Array.from({ length: 10 }, (_, number) => `2026-02-${13 + number}`))
  const [oldest] = dailyBackups(store.file)
  const copy = join(temporaryFolder(), 'copy.quanheng')
  writeFileSync(copy, readFileSync(oldest?.path ?? ''))
  const backup = openPlanFile(copy, optionsOn('2026-03-01'))
  expect(backup.read.communities.facts(2026)).toEqual([community(10), community(11), community(12)])
  expect(await backup.verifyHistory()).toEqual({ whole: true, steps: 4 })
  expect(await backup.undo()).toMatchObject({ summary: 'x' })
  await backup.close()
})

it('keeps the backups of two plans in one folder apart', async () => {
  const folder = temporaryFolder()
  const store = createdPlan(folder)
  await store.close()
  await workOn(store.file, '2026-01-05', 1)
  await workOn(store.file, '2026-01-06')
  const other = join(folder, '计划.2026.quanheng')
  writeFileSync(other, readFileSync(store.file))
  await workOn(other, '2026-03-01')
  expect(days(store.file)).toEqual(['2026-01-06'])
  expect(days(other)).toEqual(['2026-03-01'])
})

it('a backup that fails is told, keeps nobody from working, and costs no older one', async () => {
  const store = createdPlan()
  await store.close()
  await workOn(store.file, '2026-01-05', 1)
  await workOn(store.file, '2026-01-06', 3)
  const folder = backupFolder(store.file)
  const before = readdirSync(folder)
  const aside = `${folder}-aside`
  renameSync(folder, aside)
  writeFileSync(folder, 'a file where the folder should be')
  const again = openPlanFile(store.file, optionsOn('2026-01-07'))
  expect(again.warnings.map(({ code, level }) => [code, level])).toEqual([['plan.backupFailed', 'warning']])
  await again.command('x', 'x', (plan) => plan.communities.save(2026, [community(2)]))
  await again.close()
  expect(before).toHaveLength(1)
  expect(readdirSync(aside)).toEqual(before)
})
