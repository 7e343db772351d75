import { warning, type Problem } from '../../model/problem.ts'
import type { Desk } from '../../desk/desk.ts'
import { accountsAt, isKept, periodOf, yearsOf } from './book.ts'

/**
 * Where ledger and register tell the same money otherwise: what was spent against what was paid, and, once the year is over, what was
 * carried over against what is left in the account. The ledger is what the department reports, the register what it rests on; neither is
 * put right by the other in silence.
 */
export const differences = (desk: Desk, year: number): Problem[] =>
  desk.derived(`register differences ${year}`, () => {
    if (!isKept(desk, year)) return []
    const { to } = periodOf(desk, year)
    const entered = new Map(desk.store.read.ledger.list(year).map((each) => [each.key, each]))
    const isOver = yearsOf(desk).some((each) => each > year)
    return accountsAt(desk, year, to).flatMap(({ key, name, carryFen, receivedFen, paidFen, committedFen }) => {
      const own = entered.get(key)
      if (own === undefined || (paidFen === 0 && committedFen === 0 && receivedFen === 0)) return []
      const differs = (code: 'project.ledgerSpent' | 'project.ledgerCarried', ledgerFen: number | null, otherFen: number): Problem[] =>
        ledgerFen === null || ledgerFen === otherFen
          ? []
          : [warning(code, { ledgerFen, otherFen, byFen: Math.abs(ledgerFen - otherFen) }, { community: name, key })]
      return [
        ...differs('project.ledgerSpent', own.spentFen, paidFen),
        ...(isOver ? differs('project.ledgerCarried', own.carriedFen, carryFen + receivedFen - paidFen) : []),
      ]
    })
  })
