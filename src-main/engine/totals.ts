import type { ClassTotal, CommunityResult, Flow, PlanResult, Subtotal } from '../contract/plan.ts'

type Sums = Omit<Subtotal, 'district' | 'subdistrict'>

/** Adds up communities; those with an unknown amount are counted in `undecided` and add nothing to this year's sums. */
function sumsOf(communities: CommunityResult[], split: boolean): Sums {
  const sums: Sums = { count: communities.length, undecided: 0, amountFen: 0, previousFen: 0, cityFen: split ? 0 : null, districtFen: split ? 0 : null }
  for (const each of communities) {
    sums.previousFen += each.previousFen ?? 0
    if (each.amountFen === null) {
      sums.undecided++
      continue
    }
    sums.amountFen += each.amountFen
    if (split) {
      sums.cityFen! += each.cityFen!
      sums.districtFen! += each.districtFen!
    }
  }
  return sums
}

/** @returns the elements by a property, groups in order of their first element. */
export function groupBy<T>(elements: T[], keyOf: (element: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const element of elements) {
    const key = keyOf(element)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [element])
    else group.push(element)
  }
  return groups
}

/** Subtotals of districts and of subdistricts; each is the sum of its own communities. */
export function subtotals(communities: CommunityResult[], split: boolean): { districts: Subtotal[]; subdistricts: Subtotal[] } {
  const districts: Subtotal[] = []
  const subdistricts: Subtotal[] = []
  for (const [district, own] of groupBy(communities, (each) => each.district)) {
    districts.push({ district, subdistrict: null, ...sumsOf(own, split) })
    for (const [subdistrict, inside] of groupBy(own, (each) => each.subdistrict)) subdistricts.push({ district, subdistrict, ...sumsOf(inside, split) })
  }
  return { districts, subdistricts }
}

/** The plan's totals; byClass lists every class of the policy, also the empty ones, by this year's class. */
export function totalsOf(communities: CommunityResult[], classes: string[], split: boolean): PlanResult['totals'] {
  const { count, ...sums } = sumsOf(communities, split)
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
  const flows = [...groupBy(moves, ({ from, to }) => JSON.stringify([from, to])).values()]
    .map((own): Flow => ({ from: own[0]!.from, to: own[0]!.to, count: own.length, fen: own.reduce((sum, each) => sum + (each.fen ?? 0), 0) }))
  const order = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1)
  return flows.sort((a, b) => order(a.from, b.from) || order(a.to, b.to))
}
