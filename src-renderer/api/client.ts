import type { InputOf, OperationName, OutputOf } from '../../src-main/contract/operations.ts'
import { ProblemError } from './problem-error.ts'
import { chooseTransport, type Transport } from './transport.ts'

let transport: Transport | null = null

/**
 * Asks the core for an operation of the contract.
 * @throws ProblemError with what is wrong
 */
export async function call<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  transport ??= chooseTransport()
  const reply = await transport(name, input)
  if (!reply.ok) throw new ProblemError(reply.problems)
  return reply.value as OutputOf<N>
}
