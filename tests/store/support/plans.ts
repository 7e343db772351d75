import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { CommunityFacts } from '../../../src-main/model/plan.ts'
import { AppError } from '../../../src-main/shared/app-error.ts'
import { createPlanFile, type PlanStore } from '../../../src-main/store/index.ts'
import { planSchema } from '../../../src-main/store/migrations/index.ts'
import { newPlan } from './new-plan.ts'

/** @returns a folder of this test's own, removed when the test is over */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'quanheng-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that goes on by a minute each time it is read. */
export const clockFrom = (start: string): (() => Date) => {
  let time = Date.parse(start)
  return () => new Date((time += 60_000))
}
export const options = { operator: () => '王芳', now: clockFrom('2026-01-05T01:00:00Z') }
export const optionsOn = (day: string) => ({ operator: () => '王芳', now: clockFrom(`${day}T01:00:00Z`) })

/** @returns facts of an invented community; `number` makes its code */
export const community = (number: number, changes: Partial<CommunityFacts> = {}): CommunityFacts => {
  const code = `6301050010${String(number).padStart(2, '0')}`
  return {
    key: code,
    code,
    name: `第${number}社区`,
    district: '城北区',
    subdistrict: '朝阳街道',
    values: { residents: 1000 + number },
    previousFen: 20_000_000,
    previousClass: null,
    ...changes,
  }
}

/** @returns a new open plan in a folder of its own, closed when the test is over */
export const createdPlan = (folder = temporaryFolder()): PlanStore => {
  const store = createPlanFile(join(folder, '计划.quanheng'), options, newPlan)
  onTestFinished(() => store.close())
  return store
}

/** @returns every row of every table of the plan itself, read by a connection of its own */
export const contentOf = (file: string): Record<string, unknown[]> => {
  const connection = new Database(file, { readonly: true })
  try {
    return Object.fromEntries(
      planSchema.tracked.map((table) => [table, connection.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all()]),
    )
  } finally {
    connection.close()
  }
}

/** @returns the codes of the AppError that the work throws; any other outcome fails the test */
export const problemsOf = async (work: () => unknown): Promise<string[]> => {
  try {
    await work()
  } catch (error) {
    if (error instanceof AppError) return error.problems.map((each) => each.code)
    throw error
  }
  throw new Error('Nothing was thrown')
}
