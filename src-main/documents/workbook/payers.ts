import { componentsOf, generalPayers, payersOf } from '../../model/fund.ts'
import type { CommunityResult } from '../../model/plan.ts'
import type { Payer, PayerRule, Policy } from '../../model/policy.ts'
import type { Text } from '../../model/text.ts'
import type { WorkbookInput } from './input.ts'

/** Who pays for what: the general payers for everything but the components that have payers of their own. */
export interface PayerList {
  component: string | null
  name: Text | null
  payers: Payer[]
}

/** @returns the lists of payers of a policy, the general one first. */
export const payerLists = (policy: Policy): PayerList[] => {
  const general = generalPayers(policy)
  return [
    ...(general === null ? [] : [{ component: null, name: null, payers: general }]),
    ...componentsOf(policy).flatMap(({ key, name, payers }) => (payers === null ? [] : [{ component: key, name, payers }])),
  ]
}

/**
 * @returns what a payer pays for a community, in fen; null where it is unknown. Results kept before there were payers know city
 *   and district only.
 */
export const paidFen = ({ paid, cityFen, districtFen }: CommunityResult, payer: string): number | null => {
  if (paid !== undefined) return paid?.[payer] ?? null
  return payer === 'city' ? cityFen : payer === 'district' ? districtFen : null
}

export const ruleIn = (payer: Payer, district: string): PayerRule => payer.byDistrict[district] ?? payer.pays

/** @returns the money that a list of payers pays for, in fen; null where it is unknown. */
const paidForBy = (list: PayerList, community: CommunityResult, lists: readonly PayerList[]): number | null => {
  if (community.amountFen === null) return null
  const fenOf = (key: string): number => community.componentFen?.[key] ?? Number.NaN
  const fen =
    list.component !== null
      ? fenOf(list.component)
      : lists.reduce((left, each) => (each.component === null ? left : left - fenOf(each.component)), community.amountFen)
  return Number.isNaN(fen) ? null : fen
}

/** @returns the parts by payer without any rounding; null where one of them is not a whole fen. */
const wholeParts = (payers: readonly Payer[], district: string, fen: number): Map<string, number> | null => {
  const rules = payers.map((payer) => ({ key: payer.key, rule: ruleIn(payer, district) }))
  const parts = new Map<string, number>()
  let left = fen
  for (const { key, rule } of rules) {
    if (!('fixedFen' in rule)) continue
    parts.set(key, Math.min(left, rule.fixedFen))
    left -= parts.get(key)!
  }
  const all = rules.reduce((sum, { rule }) => sum + ('ratio' in rule ? rule.ratio : 0), 0)
  for (const { key, rule } of rules) {
    if (!('ratio' in rule)) continue
    const share = BigInt(left) * BigInt(rule.ratio)
    if (all === 0 ? left !== 0 : share % BigInt(all) !== 0n) return null
    parts.set(key, all === 0 ? 0 : Number(share / BigInt(all)))
  }
  return parts
}

/**
 * Can the payers' parts be live formulas? The engine shares a district's parts out over its communities by largest remainder, so
 * who gets an
 * odd fen depends on all other rows, which no formula in a cell can say. Where every amount divides without a rest, there is no
 * odd fen, and
 * the formula gives the plan's own number; else the parts are written as values, and the check sheet holds them against the amounts.
 */
export const partsAreExact = ({ result, policy }: Pick<WorkbookInput, 'result' | 'policy'>): boolean => {
  const lists = payerLists(policy)
  const keys = payersOf(policy).map((payer) => payer.key)
  return (
    lists.length > 0 &&
    result.communities.every((community) => {
      if (community.amountFen === null) return true
      const parts = lists.map((list) => {
        const fen = paidForBy(list, community, lists)
        return fen === null ? null : wholeParts(list.payers, community.district, fen)
      })
      if (parts.includes(null)) return false
      return keys.every((key) => parts.reduce((sum, part) => sum + (part!.get(key) ?? 0), 0) === paidFen(community, key))
    })
  )
}

/** Where a rule's number stands on the parameter sheet. */
export type RuleCell = (list: number, district: string, payer: string) => string

/**
 * What a payer pays as a formula. The last payer of all pays what the others leave.
 * @param bases the money that each list pays for, as cells or sums of cells
 */
export const paidFormula = (
  payer: string,
  district: string,
  lists: readonly PayerList[],
  bases: readonly string[],
  cellOf: RuleCell,
): string => {
  const parts = lists.flatMap(({ payers }, list) => {
    const own = payers.find((each) => each.key === payer)
    if (own === undefined) return []
    const cellsOf = (kind: 'ratio' | 'fixedFen', before = payers.length): string[] =>
      payers
        .slice(0, before)
        .filter((each) => kind in ruleIn(each, district))
        .map((each) => cellOf(list, district, each.key))
    const left = (before?: number): string => [bases[list]!, ...cellsOf('fixedFen', before)].join('-')
    const rule = cellOf(list, district, payer)
    if ('fixedFen' in ruleIn(own, district)) return [`MAX(0,MIN(${rule},${left(payers.indexOf(own))}))`]
    const ratios = cellsOf('ratio').join('+')
    return [`ROUND(${cellsOf('fixedFen').length === 0 ? bases[list]! : `MAX(0,${left()})`}*${rule}/(${ratios}),2)`]
  })
  return parts.join('+')
}
