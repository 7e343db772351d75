import type { InputOf } from '../../src-main/contract/operations.ts'
import { incidentNumber } from '../../src-main/model/incident.ts'
import { problem, type Problem } from '../../src-main/model/problem.ts'

/** A refusal in the words of the contract: what is wrong and where. Everything that `call` throws is one of these. */
export class ProblemError extends Error {
  readonly problems: Problem[]
  constructor(problems: Problem[], options?: ErrorOptions) {
    super(problems.map((each) => each.code).join(', '), options)
    this.name = 'ProblemError'
    this.problems = problems
  }
}

type Fault = InputOf<'app.fault'>
/** Told of each fault of the interface, with the number that its reader sees. */
let told: (fault: Fault) => void = () => undefined
export const onFault = (listener: (fault: Fault) => void): void => {
  told = listener
}

/** A fault that comes with every movement must not fill the disk. */
const MOST_TOLD = 100
const LONGEST_ACCOUNT = 8000
/** What was told already, by what was thrown: it may be caught at several places. */
const numbers = new WeakMap<object, string>()
let count = 0

const accountOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const own = `${error.name}: ${error.message}\n${error.stack ?? ''}`
  return error.cause === undefined ? own : `${own}\ncaused by ${accountOf(error.cause)}`
}

function numberOf(error: unknown): string {
  const key = typeof error === 'object' && error !== null ? error : {}
  const known = numbers.get(key)
  if (known !== undefined) return known
  const incident = incidentNumber((limit) => crypto.getRandomValues(new Uint8Array(1))[0]! % limit)
  numbers.set(key, incident)
  console.error(error)
  if (++count <= MOST_TOLD) told({ incident, text: accountOf(error).slice(0, LONGEST_ACCOUNT) })
  return incident
}

/** @returns the problems to show for anything caught; a fault of the interface itself is an incident, with its account in the log */
export function problemsOf(error: unknown): Problem[] {
  if (error instanceof ProblemError) return error.problems
  return [problem('internal.incident', { incident: numberOf(error) })]
}
