import { warning, type Problem } from '../../model/problem.ts'
import { asDelivered } from './finder.ts'
import { placeOf, type Delivery, type DeliveredRow, type Part } from './deliveries.ts'

/**
 * What sheets say of a community's name or code and what is not taken over: a name that merely looks alike may not rename a community,
 * and the key by which the plan knows a community without a code stays. Told once for each sheet, at its first such row.
 */
export function notTakenOver(deliveries: readonly Delivery[]): Problem[] {
  const names = new Map<Part, { first: DeliveredRow; name: string; count: number }>()
  const codes = new Map<Part, { first: DeliveredRow; name: string; count: number }>()
  const note = (found: typeof names, delivered: DeliveredRow, name: string): void => {
    const known = found.get(delivered.part)
    if (known === undefined) found.set(delivered.part, { first: delivered, name, count: 1 })
    else known.count += 1
  }
  for (const { before, rows } of deliveries) {
    if (before === null) continue
    for (const delivered of rows) {
      const { code, name } = delivered.row
      if (code !== '' && before.code === '') note(codes, delivered, before.name)
      else if (code === '' && asDelivered(before.name) !== name) note(names, delivered, before.name)
    }
  }
  return [
    ...[...names.values()].map(({ first, name, count }) =>
      warning('import.namesNotTaken', { value: first.row.name, name, count }, placeOf(first, 'name')),
    ),
    ...[...codes.values()].map(({ first, name, count }) =>
      warning('import.codesNotTaken', { value: first.row.code, name, count }, placeOf(first, 'code')),
    ),
  ]
}
