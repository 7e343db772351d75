import type { PlanResult } from '../../contract/plan.ts'

/** The document of `plan --json`. Its fields are promised to the scripts of others; the result's own shape may change. */
export function planJson(result: PlanResult) {
  const { policy, input, totals, communities, flows } = result
  return {
    engine: result.engine,
    year: result.year,
    policy: { id: policy.id, version: policy.version, hash: policy.hash },
    input: { rows: input.rows, hash: input.hash, synthetic: input.synthetic },
    totals: {
      communities: totals.communities, undecided: totals.undecided, amountFen: totals.amountFen, previousFen: totals.previousFen,
      cityFen: totals.cityFen, districtFen: totals.districtFen,
      byClass: Object.fromEntries(Object.entries(totals.byClass).map(([key, { count, amountFen, previousFen }]) => [key, { count, amountFen, previousFen }])),
    },
    communities: communities.map((each) => ({
      code: each.code, name: each.name, district: each.district, subdistrict: each.subdistrict, class: each.class, rule: each.rule,
      amountFen: each.amountFen, previousFen: each.previousFen, cityFen: each.cityFen, districtFen: each.districtFen,
      trace: each.trace.map(({ step, fen }) => ({ step, fen })), needs: each.needs,
    })),
    flows: flows.map(({ from, to, count, fen }) => ({ from, to, count, fen })),
  }
}
