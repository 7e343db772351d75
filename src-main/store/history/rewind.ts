import Database from 'better-sqlite3'
import { atOnce } from '../../shared/turns.ts'
import type { Connection } from '../sqlite.ts'
import { planReader, type PlanReader } from '../tables/index.ts'
import { takingBack } from './take-back.ts'

/** Where a file of SQLite says that it is written with a log beside it (file format, 1.3.1); a copy in memory has none. */
const WRITE_VERSION = 18
const READ_VERSION = 19
const WITHOUT_LOG = 1

/** The plan as it was before a step; it holds until the next one is asked for. */
export interface Moment {
  step: number
  plan: PlanReader
}

/**
 * Goes back through the history in a copy in memory: the plan itself stays as it is.
 * @param connection to the plan
 * @param since the number of the last step that is not taken back
 * @returns the plan before each step, the newest step first
 */
export function* rewinding(connection: Connection, since: number): Generator<Moment, void> {
  const bytes = connection.serialize()
  bytes[WRITE_VERSION] = WITHOUT_LOG
  bytes[READ_VERSION] = WITHOUT_LOG
  const copy = new Database(bytes)
  try {
    copy.exec('BEGIN')
    const plan = planReader(copy)
    for (let step = plan.history.revision(); step > since; step--) {
      atOnce(takingBack(copy, step))
      yield { step, plan }
    }
  } finally {
    copy.close()
  }
}
