import { PREVIOUS_CLASS } from '../../model/field.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import { warning, type Problem } from '../../model/problem.ts'
import { plainClass } from '../../model/value.ts'
import type { Desk } from '../../desk/desk.ts'
import { lastYearOf } from '../../desk/last-year.ts'
import { unusualWith } from '../communities/index.ts'
import { placeOf, type DeliveredRow, type Delivery } from './deliveries.ts'
import type { Settled } from './settle.ts'

/** The row that gives a community's value of a field. */
const giving = ({ rows }: Delivery, field: string): DeliveredRow | undefined =>
  rows.findLast(({ row }) => ((field === PREVIOUS_CLASS ? row.previousClass : row.values[field]) ?? null) !== null)

/**
 * What would be said of the values once they are in the plan is said before: figures far from last year's or from those of their class, and
 * classes that last year's policy does not have. Only of what these deliveries bring.
 * @returns warnings at the cells of the sheets
 */
export function doubtsOf(desk: Desk, deliveries: readonly Delivery[], settled: Settled): Problem[] {
  const brought = new Map(deliveries.map((each) => [each.key, each]))
  const changed = new Set(settled.changed.map(({ key, field }) => `${key} ${field}`))
  const added = new Set(settled.added.map(({ key }) => key))
  const isBrought = (key: string, field: string): boolean => added.has(key) || changed.has(`${key} ${field}`)
  const coming = new Map(settled.facts.map((each) => [each.key, each]))
  const facts = [...desk.facts.map((each) => coming.get(each.key) ?? each), ...settled.facts.filter(({ key }) => added.has(key))]
  const unusual = unusualWith(desk, facts).flatMap((each) => {
    const { key = '', indicator = '' } = each.place
    const row = isBrought(key, indicator) ? giving(brought.get(key)!, indicator) : undefined
    return row === undefined ? [] : [{ ...each, place: { ...placeOf(row, indicator), key, indicator } }]
  })
  return [
    ...unusual,
    ...unknownClasses(
      desk,
      settled.facts.filter(({ key }) => isBrought(key, PREVIOUS_CLASS)),
      brought,
    ),
  ]
}

function unknownClasses(desk: Desk, facts: readonly CommunityFacts[], brought: ReadonlyMap<string, Delivery>): Problem[] {
  const last = lastYearOf(desk, desk.year.year)
  if (last === null) return []
  const { classes } = desk.policyOf(last)
  const known = new Set(classes.map(({ key }) => plainClass(key)))
  return facts.flatMap(({ key, previousClass }) => {
    const row = giving(brought.get(key)!, PREVIOUS_CLASS)
    if (previousClass === null || known.has(plainClass(previousClass)) || row === undefined) return []
    const params = { value: previousClass, last: String(last), classes: classes.map((each) => each.key).join('、') }
    return [warning('import.previousClassUnknown', params, { ...placeOf(row, PREVIOUS_CLASS), key, indicator: PREVIOUS_CLASS })]
  })
}
