import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ComparedCommunity } from '../../../src-main/model/comparison.ts'
import { versusFirst } from '../../../src-main/engine/columns/versus.ts'
import type { Evaluation } from '../../../src-main/engine/index.ts'
import { classMatrix, type MatrixCell } from '../../../src-renderer/modules/comparison/class-matrix.ts'
import { passes, rowsOf } from '../../../src-renderer/modules/comparison/rows.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { INDICATORS, randomPlans } from '../../support/random-plan.ts'

type Plan = NonNullable<ReturnType<typeof outcomeOf>['result']>
const sum = <T>(list: readonly T[], of: (each: T) => number): number => list.reduce((before, each) => before + of(each), 0)

/** Two plans under two random policies, of which each lacks some communities of the other; with undecided classes and unknown amounts. */
const pairs = fc
  .tuple(
    randomPlans({ missing: 9 }),
    randomPlans({ missing: 9 }),
    fc.array(fc.nat(12), { maxLength: 3 }),
    fc.array(fc.nat(12), { maxLength: 3 }),
  )
  .map(([first, second, notThere, notHere]) => {
    const plan = (policy: typeof first.policy, without: number[]): Plan | undefined =>
      outcomeOf({ ...first, indicators: INDICATORS, policy, facts: first.facts.filter((_, row) => !without.includes(row)), overrides: [] })
        .result
    return {
      keys: first.facts.map((each) => each.key),
      base: plan(first.policy, notHere),
      other: plan(second.policy, notThere),
      order: second.policy.classes.map((each) => each.key),
    }
  })
  .filter(
    (pair): pair is { keys: string[]; base: Plan; other: Plan; order: string[] } => pair.base !== undefined && pair.other !== undefined,
  )

/** The two plans as a comparison has them. */
const communitiesOf = (keys: string[], plans: Array<Pick<Evaluation, 'communities'>>): ComparedCommunity[] =>
  keys.flatMap((key) => {
    const found = plans.map((plan) => plan.communities.find((each) => each.key === key))
    const known = found.find((each) => each !== undefined)
    if (known === undefined) return []
    const { code, name, district, subdistrict } = known
    return [
      {
        key,
        code,
        name,
        district,
        subdistrict,
        people: 10,
        sides: found.map((each) => ({
          present: each !== undefined,
          class: each?.class ?? null,
          amountFen: each?.amountFen ?? null,
          overridden: false,
          decider: each?.rule ?? null,
        })),
      },
    ]
  })

it('the margins of the class matrix and of the flows are the totals of both plans, for random policies, and each number is that of the communities it lists', () => {
  fc.assert(
    fc.property(pairs, ({ keys, base, other, order }) => {
      const communities = communitiesOf(keys, [base, other])
      const versus = versusFirst(communities, 1, { base: base.totals.byClass, other: other.totals.byClass })
      const rows = rowsOf(communities, 1)
      const matrix = classMatrix(rows, 1, order)

      for (const [key, { count, amountFen }] of Object.entries(base.totals.byClass)) {
        const line = matrix.lines.find(({ place }) => place.kind === 'class' && place.key === key)
        expect([line?.total.count ?? 0, line?.total.baseFen ?? 0]).toEqual([count, amountFen])
        expect(
          sum(
            versus.flows.filter((flow) => flow.from === key),
            (flow) => flow.count,
          ) + rows.filter((row) => row.standing === 'vanished' && row.from === key).length,
        ).toBe(count)
      }
      for (const [key, { count, amountFen }] of Object.entries(other.totals.byClass)) {
        const column = matrix.totals[matrix.columns.findIndex((place) => place.kind === 'class' && place.key === key)]
        expect([column?.count ?? 0, column?.withFen ?? 0]).toEqual([count, amountFen])
        expect(
          sum(
            versus.flows.filter((flow) => flow.to === key),
            (flow) => flow.count,
          ) + rows.filter((row) => row.standing === 'founded' && row.to === key).length,
        ).toBe(count)
      }
      expect([matrix.total.baseFen, matrix.total.withFen]).toEqual([base.totals.amountFen, other.totals.amountFen])
      expect(matrix.total.changeFen).toBe(versus.shift.netFen)
      expect(sum(Object.values(versus.byClass), (each) => each.changeFen)).toBe(versus.shift.netFen)

      const cells = [...matrix.lines.flatMap((line) => [...line.cells, line.total]), ...matrix.totals, matrix.total].filter(
        (cell): cell is MatrixCell => cell !== null,
      )
      for (const cell of cells)
        expect(
          rows.filter((row) => passes(row, cell.filter)),
          JSON.stringify(cell.filter),
        ).toHaveLength(cell.count)
      for (const line of matrix.lines)
        for (const field of ['count', 'baseFen', 'withFen', 'changeFen'] as const)
          expect(sum(line.cells, (cell) => cell?.[field] ?? 0)).toBe(line.total[field])
      for (const [at, total] of matrix.totals.entries())
        for (const field of ['count', 'baseFen', 'withFen', 'changeFen'] as const)
          expect(sum(matrix.lines, (line) => line.cells[at]?.[field] ?? 0)).toBe(total[field])
    }),
    { numRuns: 150 },
  )
})
