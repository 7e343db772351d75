import type { KeptFile } from '../../src-main/contract/operation.ts'
import type { InputOf, OperationName, OutputOf } from '../../src-main/contract/operations.ts'
import type { Reply } from '../../src-main/model/problem.ts'
import { ProblemError } from './problem-error.ts'
import { chooseTransport, type Transport } from './transport.ts'

let chosen: Transport | null = null
const transport = (): Transport => (chosen ??= chooseTransport())

function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new ProblemError(reply.problems)
  return reply.value
}

/**
 * Asks the core for an operation of the contract.
 * @throws ProblemError with what is wrong
 */
export const call = async <N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> =>
  valueOf(await transport().call(name, input)) as OutputOf<N>

/**
 * Hands a file over to the core, as it is.
 * @returns under which id it is kept there
 * @throws ProblemError with what is wrong
 */
export const keepFile = async (file: File): Promise<KeptFile> => valueOf(await transport().keepFile(file))
