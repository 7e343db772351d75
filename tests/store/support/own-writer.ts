import { onTestFinished } from 'vitest'
import { takeLock } from '../../../src-main/store/file/lock.ts'
import { planSchema } from '../../../src-main/store/migrations/index.ts'
import { openForWriting } from '../../../src-main/store/open.ts'
import { PlanBackups } from '../../../src-main/store/plan-backups.ts'
import { PlanStore } from '../../../src-main/store/plan-store.ts'
import { connect, type Connection } from '../../../src-main/store/sqlite.ts'
import { options } from './plans.ts'

/**
 * Opens a plan as the program does.
 * @param prepare sets limits of SQLite's own on the connection that writes
 * @returns the open plan, closed when the test is over
 */
export const openWith = (file: string, prepare: (writer: Connection) => void): PlanStore => {
  const writer = openForWriting(file)
  prepare(writer)
  const store = new PlanStore({
    file,
    writer,
    reader: connect(file, 'read'),
    lock: takeLock(file, '王芳', ''),
    options,
    tracked: planSchema.tracked,
    backups: new PlanBackups({ file, writer, tracked: planSchema.tracked, now: options.now }),
  })
  onTestFinished(() => store.close())
  return store
}
