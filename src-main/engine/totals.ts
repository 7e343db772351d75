import { componentsOf, payersOf, stepsOf, tellsComponents } from '../model/fund.ts'
import { openAmong } from '../model/open-counts.ts'
import { addedUp, byPlace } from '../model/places.ts'
import type { ClassTotal, CommunityResult, Flow, PlanResult, Subtotal } from '../model/plan.ts'
import type { Policy } from '../model/policy.ts'

type Sums = Omit<Subtotal, 'district' | 'subdistrict'>

/** What a policy's results tell beside the amounts. */
export interface ResultShape {
  /** Keys of the payers; null: the policy doesn't say who pays. */
  payers: string[] | null
  /** Keys of the components of the fund. */
  components: string[]
  /** Whether each community's money is told by component. */
  tellsComponents: boolean
  /** Whether money is held back and not released. */
  hasReserve: boolean
  hasFinanced: boolean
}

export function shapeOf(policy: Policy): ResultShape {
  const [steps, payers] = [stepsOf(policy), payersOf(policy)]
  return {
    payers: payers.length === 0 ? null : payers.map((each) => each.key),
    components: componentsOf(policy).map((each) => each.key),
    tellsComponents: tellsComponents(policy),
    hasReserve: steps.some((step) => step.kind === 'reserve' && !step.released),
    hasFinanced: steps.some((step) => step.kind === 'protect' && step.financed === true),
  }
}

/** Adds up communities; those with an unknown amount are counted in `amountUnknown` and add nothing to this year's sums. */
function sumsOf(communities: CommunityResult[], { payers, components }: ResultShape): Sums {
  const known = communities.filter((each) => each.amountFen !== null)
  const sum = (of: (each: CommunityResult) => number | null | undefined, rows = known): number => addedUp(rows.map(of))
  const amountFen = sum((each) => each.amountFen)
  const paid = payers === null ? null : Object.fromEntries(payers.map((key) => [key, sum((each) => each.paid?.[key])]))
  // Where the only component has no name, the communities do not repeat their amount under it.
  const componentFen =
    components.length === 1
      ? { [components[0]!]: amountFen }
      : Object.fromEntries(components.map((key) => [key, sum((each) => each.componentFen?.[key])]))
  return {
    count: communities.length,
    ...openAmong(communities),
    amountFen,
    previousFen: sum((each) => each.previousFen, communities),
    cityFen: paid?.city ?? null,
    districtFen: paid?.district ?? null,
    paid,
    componentFen,
    reserveFen: sum((each) => each.reserveFen),
  }
}

/** Subtotals of districts and of subdistricts; each is the sum of its own communities. */
export function subtotals(communities: CommunityResult[], shape: ResultShape): { districts: Subtotal[]; subdistricts: Subtotal[] } {
  const districts: Subtotal[] = []
  const subdistricts: Subtotal[] = []
  for (const { district, own, subdistricts: inside } of byPlace(communities, (each) => each)) {
    districts.push({ district, subdistrict: null, ...sumsOf(own, shape) })
    for (const { subdistrict, own: communitiesOf } of inside) subdistricts.push({ district, subdistrict, ...sumsOf(communitiesOf, shape) })
  }
  return { districts, subdistricts }
}

/** The plan's totals; byClass lists every class of the policy, also the empty ones, by this year's class. */
export function totalsOf(communities: CommunityResult[], classes: string[], shape: ResultShape): PlanResult['totals'] {
  const { count, ...sums } = sumsOf(communities, shape)
  const byClass: Record<string, ClassTotal> = {}
  for (const key of classes) byClass[key] = { count: 0, amountFen: 0, previousFen: 0 }
  for (const each of communities) {
    if (each.class === null) continue
    const total = (byClass[each.class] ??= { count: 0, amountFen: 0, previousFen: 0 })
    total.count++
    total.amountFen += each.amountFen ?? 0
    total.previousFen += each.previousFen ?? 0
  }
  return { communities: count, ...sums, byClass }
}

/** Adds up moves from class to class: how many, and what changes in money. A change that is not known (null) adds nothing. */
export function flowsOf(moves: Array<{ from: string | null; to: string | null; fen: number | null }>): Flow[] {
  const flows = [...Map.groupBy(moves, ({ from, to }) => JSON.stringify([from, to])).values()].map((own): Flow => ({
    from: own[0]!.from,
    to: own[0]!.to,
    count: own.length,
    fen: addedUp(own.map((each) => each.fen)),
  }))
  const order = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1)
  return flows.sort((a, b) => order(a.from, b.from) || order(a.to, b.to))
}

/** Communities under a policy with everything that is added up from them. */
export function withSums(
  communities: CommunityResult[],
  policy: Policy,
): Pick<PlanResult, 'totals' | 'districts' | 'subdistricts' | 'communities' | 'flows'> {
  const shape = shapeOf(policy)
  const classes = policy.classes.map((each) => each.key)
  const moves = communities.map(({ previousClass, class: reached, amountFen, previousFen }) => ({
    from: previousClass,
    to: reached,
    fen: amountFen === null ? null : amountFen - (previousFen ?? 0),
  }))
  return { totals: totalsOf(communities, classes, shape), ...subtotals(communities, shape), communities, flows: flowsOf(moves) }
}
