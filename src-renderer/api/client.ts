import type { KeptFile } from '../../src-main/contract/operation.ts'
import type { InputOf, OperationName, OutputOf } from '../../src-main/contract/operations.ts'
import type { Reply, Touched } from '../../src-main/contract/reply.ts'
import type { Area } from '../../src-main/model/areas.ts'
import { problem, type Problem } from '../../src-main/model/problem.ts'
import { ProblemError } from './problem-error.ts'
import { chooseTransport, type Transport } from './transport.ts'

let chosen: Transport | null = null
const transport = (): Transport => (chosen ??= chooseTransport())

function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new ProblemError(reply.problems)
  return reply.value
}

/** Told of everything that a command has touched, whoever gave it. */
let heard: (touched: Touched) => void = () => undefined
export const onTouched = (listener: (touched: Touched) => void): void => {
  heard = listener
}

/** Asked before each operation; what is not let through is not done. */
let isLetThrough: (name: OperationName) => Promise<boolean> = async () => true
export const beforeAsking = (gate: (name: OperationName) => Promise<boolean>): void => {
  isLetThrough = gate
}

/** Asked whether the adoption that a change was refused for has been taken back, so that the change can go on. */
let whenFrozen: (refused: Problem) => Promise<boolean> = () => Promise.resolve(false)
export const onFrozen = (asked: typeof whenFrozen): void => {
  whenFrozen = asked
}

/** Asked what is to become of a file of a year that does not follow from the last one: true, that its title says so. */
let whenUnreconciled: (refused: readonly Problem[]) => Promise<boolean> = () => Promise.resolve(false)
export const onUnreconciled = (asked: typeof whenUnreconciled): void => {
  whenUnreconciled = asked
}

/** An answer, and what in the plan it rests on; null where that is not known, and it may be anything. */
export interface Answer<T> {
  value: T
  restsOn: readonly Area[] | null
}

/**
 * Asks the core for an operation of the contract. A change that an adopted year refuses is asked for again when its adoption is taken back,
 * and a file of a year that does not follow from the last one when it is to be marked as a draft.
 * @throws ProblemError with what is wrong
 */
export async function ask<N extends OperationName>(name: N, input: InputOf<N>): Promise<Answer<OutputOf<N>>> {
  if (!(await isLetThrough(name))) throw new ProblemError([problem('task.cancelled')])
  const reply = await transport().call(name, input)
  if (!reply.ok) {
    const frozen = reply.problems.find((each) => each.code === 'plan.frozen')
    if (frozen !== undefined && name !== 'plan.adopt' && (await whenFrozen(frozen))) return ask(name, input)
    const isUnreconciled = reply.problems.some((each) => each.code === 'plan.unreconciled')
    if (isUnreconciled && (await whenUnreconciled(reply.problems))) return ask(name, { ...input, unreconciled: 'mark' })
    throw new ProblemError(reply.problems)
  }
  if (reply.touched !== undefined) heard(reply.touched)
  return { value: reply.value as OutputOf<N>, restsOn: reply.restsOn ?? null }
}

/** The same, for whom the value is enough. */
export const call = async <N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> => (await ask(name, input)).value
export type Call = typeof call

/** @returns a way to ask that remembers on what the answers rest, all together */
export function remembering(): { call: Call; restsOn(): ReadonlySet<Area> | null } {
  const all = new Set<Area>()
  let isKnown = false
  let isLost = false
  return {
    call: async (name, input) => {
      const { value, restsOn } = await ask(name, input)
      isKnown = true
      if (restsOn === null) isLost = true
      else for (const area of restsOn) all.add(area)
      return value
    },
    restsOn: () => (isKnown && !isLost ? all : null),
  }
}
/**
 * Hands a file over to the core, as it is.
 * @returns under which id it is kept there
 * @throws ProblemError with what is wrong
 */
export const keepFile = async (file: File): Promise<KeptFile> => valueOf(await transport().keepFile(file))
