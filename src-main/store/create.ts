import { existsSync, rmSync, writeFileSync } from 'node:fs'
import type { Dictionary } from '../model/indicator.ts'
import type { Policy } from '../model/policy.ts'
import { appError } from '../shared/app-error.ts'
import { flushFile, renameFlushed } from '../shared/atomic-write.ts'
import { emptyPlan } from './file/empty-plan.ts'
import { APPLICATION_ID } from './file/inspect.ts'
import { PIECES } from './file/pieces.ts'
import { requireLocal } from './file/remote.ts'
import { recordStep } from './history/record.ts'
import { planSchema } from './migrations/index.ts'
import { lockPlan, openLocked } from './open.ts'
import type { PlanStore, StoreOptions } from './plan-store.ts'
import { planWriter, type PlanWriter } from './tables/index.ts'
import { connect, inTransaction } from './sqlite.ts'
import { inOurWords } from './sqlite-problems.ts'

/** What a plan needs from the start. */
export interface NewPlan {
  name: string
  year: number
  /** The figures are invented ones. */
  synthetic: boolean
  dictionary: Dictionary
  policy: Policy
  policyHash: string
}

/**
 * Creates a plan file and opens it. It gets its name only when it is complete, so there is never half a plan.
 * @param file path; its folder exists
 * @param fill puts in more within the same first step, which undo can't take back: a sample's communities
 * @returns the open plan
 * @throws AppError plan.remoteNew, plan.exists, plan.missing (no such folder), plan.folderReadOnly, plan.locked, plan.diskFull; what fill
 *   throws
 */
export const createPlanFile = (
  file: string,
  options: StoreOptions,
  plan: NewPlan,
  fill: (plan: PlanWriter) => void = () => undefined,
): PlanStore => {
  requireLocal(file, 'plan.remoteNew')
  // Asked before the lock as well: of an existing plan that is open here or elsewhere, its name is the trouble, not its lock.
  refuseExisting(file)
  const lock = lockPlan(file, options)
  const partial = `${file}.partial`
  try {
    refuseExisting(file)
    rmSync(partial, { force: true })
    build(partial, options, plan, fill)
    flushFile(partial)
    renameFlushed(partial, file)
    return openLocked(file, lock, options, planSchema)
  } catch (error) {
    rmSync(partial, { force: true })
    lock.release()
    throw inOurWords(error, file)
  }
}

/** What is left over of a file that was moved away would be taken for the new file's last changes. */
const refuseExisting = (file: string): void => {
  if (PIECES.some((ending) => existsSync(file + ending))) throw appError('plan.exists', { file }, { file })
}

const build = (partial: string, { operator, now }: StoreOptions, plan: NewPlan, fill: (plan: PlanWriter) => void): void => {
  writeFileSync(partial, emptyPlan(planSchema).image)
  const connection = connect(partial, 'write')
  try {
    connection.pragma(`application_id = ${APPLICATION_ID}`)
    inTransaction(connection, () => {
      const writer = planWriter(connection)
      writer.dictionary.save(plan.dictionary)
      writer.policies.add(plan.policy, plan.policyHash)
      writer.years.add({ year: plan.year, policy: { id: plan.policy.id, version: plan.policy.version }, synthetic: plan.synthetic })
      writer.settings.save({ name: plan.name, currentYear: plan.year })
      fill(writer)
      recordStep(connection, { at: now().toISOString(), operator: operator(), operation: 'plan.create', summary: plan.name })
    })
  } finally {
    connection.close()
  }
}
