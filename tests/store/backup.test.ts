import { copyFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { backupFolder, backupsOf, openPlanFile, removePlanFile, restoreBackup, type PlanStore } from '../../src-main/store/index.ts'
import { flip } from './support/flipped.ts'
import { clockFrom, community, createdPlan, options, optionsOn, temporaryFolder } from './support/plans.ts'

const add = (store: PlanStore, number: number): Promise<void> =>
  store.command('x', 'x', (plan) => plan.communities.save(2026, [community(number)]))
/** Opens the plan on a day, adds communities, and closes it. */
const workOn = async (file: string, day: string, ...added: number[]): Promise<void> => {
  const store = openPlanFile(file, optionsOn(day))
  for (const each of added) await add(store, each)
  await store.close()
  expect(store.warnings).toEqual([])
}
const closedPlan = async (): Promise<string> => {
  const store = createdPlan()
  await store.close()
  return store.file
}
const kept = (file: string): string[] => backupsOf(file).map(({ day, number }) => `${day} ${number}`)

it('is made when the plan is closed, and again only of what has changed since', async () => {
  const file = await closedPlan()
  expect(kept(file)).toEqual([])
  await workOn(file, '2026-01-05', 1)
  await workOn(file, '2026-01-05', 2, 3)
  await workOn(file, '2026-01-05')
  await workOn(file, '2026-01-06')
  expect(kept(file)).toEqual(['2026-01-05 2', '2026-01-05 4'])
})

it('is made at the opening of a plan that was not closed, of what it has', async () => {
  const file = await closedPlan()
  const store = openPlanFile(file, optionsOn('2026-01-05'))
  await add(store, 1)
  const killed = join(temporaryFolder(), basename(file))
  for (const ending of ['', '-wal']) copyFileSync(file + ending, killed + ending)
  await store.close()
  await workOn(killed, '2026-01-06')
  expect(kept(killed)).toEqual(['2026-01-06 2'])
})

it('of an app that is left open is made before the first change of a day', async () => {
  const file = await closedPlan()
  let now = clockFrom('2026-01-05T23:00:00Z')
  const store = openPlanFile(file, { ...options, now: () => now() })
  await add(store, 1)
  await add(store, 2)
  expect(kept(file)).toEqual([])
  now = clockFrom('2026-01-06T08:00:00Z')
  await add(store, 3)
  await add(store, 4)
  expect(kept(file)).toEqual(['2026-01-06 3'])
  await store.backUp()
  expect(kept(file)).toEqual(['2026-01-06 3', '2026-01-06 5'])
  await store.close()
})

it('keeps the last of each of ten days and the last ten, each of them a whole plan with its history', async () => {
  const file = await closedPlan()
  for (let day = 10; day < 23; day += 1) await workOn(file, `2026-02-${day}`, day)
  expect(kept(file)).toEqual(Array.from({ length: 10 }, (_, number) => `2026-02-${13 + number} ${5 + number}`))
  for (let number = 30; number < 42; number += 1) await workOn(file, '2026-02-22', number)
  expect(kept(file).slice(0, 9)).toEqual(Array.from({ length: 9 }, (_, number) => `2026-02-${13 + number} ${5 + number}`))
  expect(kept(file).slice(9)).toEqual(Array.from({ length: 10 }, (_, number) => `2026-02-22 ${17 + number}`))
  const [oldest] = backupsOf(file)
  const copy = join(temporaryFolder(), 'copy.quanheng')
  writeFileSync(copy, readFileSync(oldest?.path ?? ''))
  const backup = openPlanFile(copy, optionsOn('2026-03-01'))
  expect(backup.read.communities.facts(2026)).toEqual([community(10), community(11), community(12), community(13)])
  expect(await backup.verifyHistory()).toEqual({ whole: true, steps: 5 })
  expect(await backup.undo()).toMatchObject({ summary: 'x' })
  await backup.close()
})

it('a clock that falls back costs no backup, neither the new one nor those of before', async () => {
  const file = await closedPlan()
  for (let day = 10; day < 20; day += 1) await workOn(file, `2026-02-${day}`, day)
  const before = kept(file)
  await workOn(file, '2020-01-01', 30)
  await workOn(file, '2020-01-02', 31)
  expect(kept(file)).toEqual(['2020-01-01 12', '2020-01-02 13', ...before])
})

it('of another past of the same plan is told from the one that has the same number of steps', async () => {
  const file = await closedPlan()
  await workOn(file, '2026-01-05', 1)
  await workOn(file, '2026-01-06', 2)
  restoreBackup(file, basename(backupsOf(file)[0]!.path), { ...options, now: clockFrom('2026-01-06T12:00:00Z') })
  await workOn(file, '2026-01-07', 3)
  expect(kept(file)).toEqual(['2026-01-05 2', '2026-01-06 3', '2026-01-06 2', '2026-01-07 3'])
  const [, first, , second] = backupsOf(file).map(({ path }) => {
    const store = openPlanFile(path, options)
    const names = store.read.communities.facts(2026).map((each) => each.name)
    return store.close().then(() => names)
  })
  expect([await first, await second]).toEqual([
    ['第1社区', '第2社区'],
    ['第1社区', '第3社区'],
  ])
})

it('a plan that has lost its last steps says so, and of which day the backup has them; one that was put back on purpose does not', async () => {
  const file = await closedPlan()
  await workOn(file, '2026-01-05', 1)
  const before = readFileSync(file)
  await workOn(file, '2026-01-06', 2, 3)
  const [first, last] = backupsOf(file)
  writeFileSync(file, before)
  const shorter = openPlanFile(file, optionsOn('2026-01-07'))
  expect(shorter.warnings).toMatchObject([{ code: 'plan.shorter', params: { steps: 2, before: 4, day: '2026-01-06' } }])
  await shorter.close()
  restoreBackup(file, basename(last!.path), optionsOn('2026-01-08'))
  await workOn(file, '2026-01-09', 4)
  restoreBackup(file, basename(first!.path), optionsOn('2026-01-10'))
  await workOn(file, '2026-01-11')
})

it('of another plan that had the same name before says nothing of the one that has it now', async () => {
  const file = await closedPlan()
  await workOn(file, '2026-01-05', 1, 2, 3)
  removePlanFile(file, options)
  const store = createdPlan(dirname(file))
  expect(store.warnings).toEqual([])
  await store.close()
})

it('those of an earlier version of the program count as well', async () => {
  const file = await closedPlan()
  await workOn(file, '2026-01-05', 1)
  const [made] = backupsOf(file)
  renameSync(made!.path, join(backupFolder(file), '计划.2026-01-05.step-2.quanheng'))
  await workOn(file, '2026-01-06')
  expect(backupsOf(file)).toMatchObject([{ day: '2026-01-05', at: null, kind: 'step', number: 2, hash: null }])
})

it('keeps the backups of two plans in one folder apart', async () => {
  const file = await closedPlan()
  await workOn(file, '2026-01-05', 1)
  const other = join(file, '..', '计划.2026.quanheng')
  writeFileSync(other, readFileSync(file))
  await workOn(other, '2026-03-01')
  expect(kept(file)).toEqual(['2026-01-05 2'])
  expect(kept(other)).toEqual(['2026-03-01 2'])
})

it('a plan that is not what its log says is not backed up: that is told, and the good copies stay', async () => {
  const file = await closedPlan()
  for (let day = 10; day < 20; day += 1) await workOn(file, `2026-02-${day}`, day)
  const before = readdirSync(backupFolder(file))
  flip(file, 'community_year', 'previous_fen = previous_fen + 1')
  const store = openPlanFile(file, optionsOn('2026-02-21'))
  await add(store, 30)
  await store.close()
  expect(store.warnings).toMatchObject([{ code: 'plan.backupNotMade', level: 'warning' }, { code: 'plan.contentAltered' }])
  expect(readdirSync(backupFolder(file))).toEqual(before)
})

it('one that fails is told, keeps nobody from working, and costs no older one; what was cut short is cleared away', async () => {
  const file = await closedPlan()
  await workOn(file, '2026-01-05', 1)
  const folder = backupFolder(file)
  const before = readdirSync(folder)
  const aside = `${folder}-aside`
  renameSync(folder, aside)
  writeFileSync(folder, 'a file where the folder should be')
  const again = openPlanFile(file, optionsOn('2026-01-07'))
  await add(again, 2)
  await again.backUp()
  expect(again.warnings.map(({ code, level }) => [code, level])).toEqual([['plan.backupNotMade', 'warning']])
  expect(before).toHaveLength(1)
  expect(readdirSync(aside)).toEqual(before)
  renameSync(folder, `${folder}-file`)
  renameSync(aside, folder)
  writeFileSync(join(folder, '计划.2026-01-06.10-00-00.step-9-00000000.quanheng.partial'), 'half')
  await again.backUp()
  expect(again.warnings).toEqual([])
  expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([])
  await again.close()
})
