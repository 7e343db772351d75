import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { AppError } from '../../src-main/shared/app-error.ts'
import { lockPath } from '../../src-main/store/file/lock.ts'
import { openPlanFile } from '../../src-main/store/index.ts'
import { startChild } from './support/child.ts'
import { createdPlan, options, problemsOf } from './support/plans.ts'

const refusal = (file: string): AppError => {
  try {
    openPlanFile(file, options)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('The plan was opened')
}

it('names whoever has the plan open in another process, and takes over when that process was killed', async () => {
  const store = createdPlan()
  await store.close()
  const child = startChild('hold-plan.ts', store.file, '李明')
  await child.lines.next()
  const [problem] = refusal(store.file).problems
  expect(problem?.code).toBe('plan.locked')
  expect(problem?.params).toMatchObject({
    host: hostname(),
    process: child.process.pid,
    operator: '李明',
    since: '2026-01-05T01:00:00.000Z',
  })
  child.process.kill('SIGKILL')
  await child.ended
  await openPlanFile(store.file, options).close()
  await openPlanFile(store.file, options).close()
})

it('holds within one process too, and a refusal does not loosen it', async () => {
  const store = createdPlan()
  expect(refusal(store.file).problems[0]?.params).toMatchObject({ process: process.pid, operator: '王芳' })
  expect(refusal(store.file).message).toBe('plan.locked')
  await store.close()
  await openPlanFile(store.file, options).close()
})

it('of a computer that is gone, or of this one before it was switched off, is no lock: nobody has to be guessed alive or dead', async () => {
  const store = createdPlan()
  await store.close()
  const leftBy = (holder: { host: string; process: number }): void => {
    const left = new Database(lockPath(store.file))
    left.prepare('UPDATE holder SET host = ?, process = ?').run(holder.host, holder.process)
    left.close()
  }
  for (const holder of [
    { host: '别处的计算机', process: process.pid },
    { host: hostname(), process: process.ppid },
    { host: hostname(), process: 999_999_999 },
  ]) {
    leftBy(holder)
    const again = openPlanFile(store.file, options)
    expect(refusal(store.file).problems[0]?.params).toMatchObject({ host: hostname(), process: process.pid })
    await again.close()
  }
})

it('is given back when opening fails', async () => {
  const store = createdPlan()
  await store.close()
  const whole = readFileSync(store.file)
  truncateSync(store.file, 8192)
  expect(refusal(store.file).message).toBe('plan.damaged')
  writeFileSync(store.file, whole)
  await openPlanFile(store.file, options).close()
})

it('a lock file that a power cut garbled locks nobody out', async () => {
  const store = createdPlan()
  await store.close()
  writeFileSync(lockPath(store.file), 'rubbish '.repeat(600))
  const again = openPlanFile(store.file, options)
  expect(await problemsOf(() => openPlanFile(store.file, options))).toEqual(['plan.locked'])
  await again.close()
})
