import type { Account } from '../../model/project.ts'
import { shareOut } from '../allocation/largest-remainder.ts'

/** What the account of a community is made of. */
export interface Moved {
  carryFen: number
  receivedFen: number
  paidFen: number
  committedFen: number
}

/** @returns the account, in which what is free follows from the rest */
export const accountOf = ({ carryFen, receivedFen, paidFen, committedFen }: Moved): Account => ({
  carryFen,
  receivedFen,
  paidFen,
  committedFen,
  freeFen: carryFen + receivedFen - paidFen - committedFen,
})

/**
 * A community's account by payer. What was received is each payer's own; money lies in one account, so what was carried over, paid and
 * committed is shared out in the proportion in which the plan has them pay, to the fen. A payer who is late so has less than nothing free:
 * the others stand in for him.
 * @param payers in the plan's order; weights: what the plan has each of them pay; where it has nobody pay, what each has paid
 * @returns an account for each payer, which add up to the community's
 */
export function byPayer(account: Account, payers: readonly { weight: number; receivedFen: number }[]): Account[] {
  if (payers.length === 0) return []
  const planned = payers.map((each) => each.weight)
  const received = payers.map((each) => each.receivedFen)
  const isKnown = (weights: readonly number[]): boolean => weights.some((each) => each > 0)
  const weights = isKnown(planned) ? planned : isKnown(received) ? received : payers.map(() => 1)
  const [carry, paid, committed] = [account.carryFen, account.paidFen, account.committedFen].map((fen) => {
    const parts = shareOut(Math.abs(fen), weights)
    return fen < 0 ? parts.map((part) => -part) : parts
  }) as [number[], number[], number[]]
  return payers.map(({ receivedFen }, at) =>
    accountOf({ carryFen: carry[at]!, receivedFen, paidFen: paid[at]!, committedFen: committed[at]! }),
  )
}
