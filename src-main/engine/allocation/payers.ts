import { componentsOf, generalPayers } from '../../model/fund.ts'
import type { Payer, Policy } from '../../model/policy.ts'
import { appError } from '../../shared/app-error.ts'
import { shareOut } from './largest-remainder.ts'

/**
 * Who pays how much of the given amounts, district by district. Fixed amounts come first, in the order of the payers, never more
 * than what is
 * left of a community's amount. What is left then is paid by ratio: the district's sum is shared out over the payers by largest
 * remainder (ties
 * to the earlier payer), and each payer's sum over the communities in proportion to what is still left of their amounts. So a district's
 * parts are exact by payer, and in every community the parts add up to the amount.
 * @param amounts fen, NaN where unknown (its parts are unknown too)
 * @param path where the payers stand in the policy
 * @returns fen a community, for each payer in order
 * @throws allocation.payersTooSmall where nobody pays what fixed amounts leave over, with the district and the sum
 */
export function paidBy(amounts: Float64Array, districts: string[], payers: Payer[], path: string): Float64Array[] {
  const parts = payers.map(() => new Float64Array(amounts.length).fill(Number.NaN))
  const known = districts.map((_, row) => row).filter((row) => !Number.isNaN(amounts[row]!))
  for (const [district, rows] of Map.groupBy(known, (row) => districts[row]!)) {
    const rules = payers.map((payer) => payer.byDistrict[district] ?? payer.pays)
    const left = rows.map((row) => amounts[row]!)
    const give = (payer: number, fen: number[]): void =>
      fen.forEach((each, i) => {
        parts[payer]![rows[i]!] = each
        left[i]! -= each
      })
    rules.forEach((rule, payer) => {
      if ('fixedFen' in rule)
        give(
          payer,
          left.map((fen) => Math.min(fen, rule.fixedFen)),
        )
    })
    const rest = left.reduce((sum, fen) => sum + fen, 0)
    const ratios = rules.map((rule) => ('ratio' in rule ? rule.ratio : 0))
    if (rest > 0 && ratios.every((ratio) => ratio === 0)) throw appError('allocation.payersTooSmall', { district, byFen: rest }, { path })
    const sums = shareOut(rest, ratios)
    rules.forEach((rule, payer) => {
      if ('ratio' in rule) give(payer, shareOut(sums[payer]!, left))
    })
  }
  return parts
}

/**
 * Pays for the whole fund: components with payers of their own by those, all others together by the general ones.
 * @param amounts of the whole fund; @param byComponent in the order of componentsOf
 * @returns fen by payer, in order of first mention; null where the policy doesn't say who pays
 */
export function payFund(
  policy: Policy,
  districts: string[],
  amounts: Float64Array,
  byComponent: Float64Array[],
): Map<string, Float64Array> | null {
  const general = generalPayers(policy)
  const components = componentsOf(policy)
  const ownPayers = components
    .map((component, i) => ({ component, fen: byComponent[i]! }))
    .filter(({ component }) => component.payers !== null)
  // A community whose amount is not known yet has no parts, not even of those components whose money is known.
  const whereKnown = (fen: Float64Array): Float64Array => fen.map((each, row) => (Number.isNaN(amounts[row]!) ? Number.NaN : each))
  const together = amounts.map((each, row) => ownPayers.reduce((left, own) => left - own.fen[row]!, each))
  const lists = [
    ...(general === null ? [] : [{ payers: general, fen: together, path: '/allocation' }]),
    ...ownPayers.map(({ component, fen }) => ({ payers: component.payers!, fen: whereKnown(fen), path: component.path })),
  ]
  if (lists.length === 0) return null
  const paid = new Map<string, Float64Array>()
  for (const { payers, fen, path } of lists) {
    paidBy(fen, districts, payers, path).forEach((part, i) => {
      const before = paid.get(payers[i]!.key)
      paid.set(payers[i]!.key, before === undefined ? part : before.map((each, row) => each + part[row]!))
    })
  }
  return paid
}
