import { randomInt } from 'node:crypto'
import { incidentNumber } from '../model/incident.ts'
import { problem, type Problem } from '../model/problem.ts'

/**
 * A fault of ours: the user gets a number, the stack goes to the log only.
 * @param during what was being done
 * @param log takes the whole account
 */
export function incident(error: unknown, during: string, log: (text: string) => void): Problem {
  const number = incidentNumber(randomInt)
  log(`incident ${number} during ${during}: ${accountOf(error)}`)
  return problem('internal.incident', { incident: number })
}

const accountOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const own = error.stack ?? `${error.name}: ${error.message}`
  return error.cause === undefined ? own : `${own}\ncaused by ${accountOf(error.cause)}`
}
