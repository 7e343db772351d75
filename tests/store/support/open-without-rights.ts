import Database from 'better-sqlite3'
import { AppError } from '../../../src-main/shared/app-error.ts'
import { createPlanFile, openPlanFile } from '../../../src-main/store/index.ts'
import { newPlan } from './new-plan.ts'

/**
 * Opens and creates a plan as an ordinary user, for an administrator may write everywhere; says which problems come up.
 * Arguments: file, new file.
 */
const [file = '', created = ''] = process.argv.slice(2)
new Database(':memory:').close()
if (process.getuid?.() === 0) process.setuid?.(65534)
const options = { operator: () => '王芳', now: () => new Date('2026-01-05T01:00:00Z') }
for (const attempt of [() => openPlanFile(file, options), () => createPlanFile(created, options, newPlan)]) {
  try {
    attempt()
    process.stdout.write('opened\n')
  } catch (error) {
    process.stdout.write(`${error instanceof AppError ? error.message : String(error)}\n`)
  }
}
