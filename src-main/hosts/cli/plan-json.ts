import { amountsUnknownIn } from '../../model/open-counts.ts'
import type { PlanResult } from '../../model/plan.ts'

/** Whether others than city and district pay; their parts alone have fields of their own. */
const hasOtherPayers = ({ totals }: PlanResult): boolean =>
  Object.keys(totals.paid ?? {}).some((payer) => payer !== 'city' && payer !== 'district')

/** What only some policies have, and is told with these only. */
function partsTold(result: PlanResult): { tellsPayers: boolean; tellsComponents: boolean; tellsReserve: boolean } {
  const { communities } = result
  return {
    tellsPayers: hasOtherPayers(result),
    tellsComponents: communities.some((each) => each.componentFen !== undefined),
    tellsReserve: communities.some((each) => each.reserveFen !== undefined),
  }
}

/** The totals of a plan as `plan --json` and `compare --json` print them. */
export function totalsJson(result: PlanResult) {
  const { totals } = result
  const { tellsPayers, tellsComponents, tellsReserve } = partsTold(result)
  return {
    communities: totals.communities,
    undecided: totals.undecided,
    amountUnknown: amountsUnknownIn(totals),
    amountFen: totals.amountFen,
    previousFen: totals.previousFen,
    cityFen: totals.cityFen,
    districtFen: totals.districtFen,
    ...(tellsPayers && { paid: totals.paid }),
    ...(tellsComponents && { componentFen: totals.componentFen }),
    ...(tellsReserve && { reserveFen: totals.reserveFen }),
    byClass: Object.fromEntries(
      Object.entries(totals.byClass).map(([key, { count, amountFen, previousFen }]) => [key, { count, amountFen, previousFen }]),
    ),
  }
}

/**
 * The document of `plan --json`. Its fields are promised to the scripts of others; the result's own shape may change. What only
 * some policies have is there with these only.
 */
export function planJson(result: PlanResult) {
  const { policy, input, communities, flows } = result
  const { tellsPayers, tellsComponents, tellsReserve } = partsTold(result)
  return {
    engine: result.engine,
    year: result.year,
    policy: { id: policy.id, version: policy.version, hash: policy.hash },
    input: { rows: input.rows, hash: input.hash, synthetic: input.synthetic },
    totals: totalsJson(result),
    communities: communities.map((each) => ({
      code: each.code,
      name: each.name,
      district: each.district,
      subdistrict: each.subdistrict,
      class: each.class,
      rule: each.rule,
      amountFen: each.amountFen,
      previousFen: each.previousFen,
      cityFen: each.cityFen,
      districtFen: each.districtFen,
      trace: each.trace.map(({ step, fen }) => ({ step, fen })),
      needs: each.needs,
      ...(tellsPayers && { paid: each.paid }),
      ...(tellsComponents && { componentFen: each.componentFen }),
      ...(tellsReserve && { reserveFen: each.reserveFen }),
    })),
    flows: flows.map(({ from, to, count, fen }) => ({ from, to, count, fen })),
    ...(result.guarantees && { guarantees: result.guarantees }),
    ...(result.transfers && { transfers: result.transfers }),
  }
}
