import { warning, type Problem } from '../../model/problem.ts'
import type { Desk } from '../../desk/desk.ts'
import { accountsAt, heirs, periodOf, yearsOf } from './book.ts'

/**
 * Where ledger and register tell the same money otherwise: what was spent against what was paid, and, once the year is over, what was
 * carried over against what is left in the account. The ledger is what the department reports, the register what it rests on; neither is
 * put right by the other in silence.
 */
export const differences = (desk: Desk, year: number): Problem[] =>
  desk.derived(`register differences ${year}`, () => {
    const entered = new Map(desk.store.read.ledger.list(year).map((each) => [each.key, each]))
    if (entered.size === 0) return []
    const withProjects = new Set(
      yearsOf(desk)
        .filter((each) => each <= year)
        .flatMap((each) => {
          const heirIn = heirs(desk, each === year ? year : each + 1, year)
          return desk.store.read.projects.committed(each).map(({ key }) => heirIn(key))
        }),
    )
    if (withProjects.size === 0) return []
    const { to } = periodOf(desk, year)
    const isOver = yearsOf(desk).some((each) => each > year)
    return accountsAt(desk, year, to).flatMap(({ key, name, carryFen, receivedFen, paidFen }) => {
      const own = entered.get(key)
      if (own === undefined || !withProjects.has(key)) return []
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
