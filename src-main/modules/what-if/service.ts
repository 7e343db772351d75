import type { PlanTotals, ScenarioBase, Supposition, WhatIf, WhatIfBase } from '../../model/scenario.ts'
import { RESIDENTS } from '../../model/indicator.ts'
import { ruleCounts, gainsAndLosses, groupShifts, type Outcome, columnTotals, deciderOf } from '../../engine/columns/index.ts'
import {
  effectDifferences,
  effectSums,
  evaluateColumns,
  explain,
  runPolicy,
  type FactColumns,
  type PolicyRun,
  flowsOf,
} from '../../engine/index.ts'
import { assertComputable, assertPolicy, withNumbers } from '../../policy/index.ts'
import { appError } from '../../shared/app-error.ts'
import type { Desk } from '../../desk/desk.ts'
import { keepSupposition, keptSupposition } from './kept-suppositions.ts'
import { leversOf } from './levers.ts'
import type { Service } from '../../desk/service.ts'
import {
  assertWhole,
  columnsOfBase,
  columnsOfStandpoint,
  runOf,
  standpointOf,
  withChanges,
  type Standpoint,
} from '../../desk/standpoint.ts'

const numberOrNull = (number: number | undefined): number | null => (number === undefined || Number.isNaN(number) ? null : number)
const outcomesOf = (run: PolicyRun): Outcome[] => run.classes.map((each, row) => ({ class: each, fen: numberOrNull(run.amounts[row]) }))

interface Base {
  reference: ScenarioBase
  standpoint: Standpoint
  columns: FactColumns
  run: PolicyRun
  outcomes: Outcome[]
  people: Array<number | null>
  totals: PlanTotals
}

/** The plan that a supposition is measured against, computed once for each revision. */
function baseOf(desk: Desk, reference: ScenarioBase = { kind: 'year', year: desk.year.year }): Base {
  return desk.derived(`what-if ${JSON.stringify(reference)}`, () => {
    const standpoint = standpointOf(desk, reference)
    const run = runOf(desk, reference, standpoint)
    const columns = columnsOfBase(desk, reference, standpoint.policy)
    const residents = columns.table.columns.get(RESIDENTS)
    return {
      reference,
      standpoint,
      columns,
      run,
      outcomes: outcomesOf(run),
      people: columns.facts.map((_, row) => numberOrNull(residents?.[row])),
      totals: columnTotals(columns, run, standpoint.policy),
    }
  })
}

/** What is asked of a supposed policy: everything, or only that it can be computed while a number is still being turned. */
const ASSERT_SOUND = { all: assertPolicy, computable: assertComputable } as const
type Checks = keyof typeof ASSERT_SOUND

/** The supposed policy over the base's columns, or over new ones where values are supposed too. */
function supposed(
  desk: Desk,
  base: Base,
  { policy: document, numbers, values, overrides }: Omit<Supposition, 'base'>,
  checks: Checks = 'all',
): { columns: FactColumns; run: PolicyRun; standpoint: Standpoint } {
  const policy = withNumbers(document ?? base.standpoint.policy, numbers)
  const assertSound = ASSERT_SOUND[checks]
  if (policy !== base.standpoint.policy) assertSound(policy, desk.dictionary.indicators)
  const onPolicy = { ...base.standpoint, policy }
  const standpoint =
    values.length + overrides.length === 0 ? onPolicy : withChanges(desk, onPolicy, { policy: [], values, overrides }, assertSound)
  assertWhole(standpoint)
  const columns = standpoint === onPolicy ? columnsOfBase(desk, base.reference, standpoint.policy) : columnsOfStandpoint(desk, standpoint)
  return { columns, run: runPolicy(columns, standpoint.policy), standpoint }
}

/** The columns, policy and run of a supposition on its own base. @throws the errors of both, and the engine's */
export const suppositionOf = (desk: Desk, { base, ...supposition }: Supposition) => supposed(desk, baseOf(desk, base), supposition)

function whatIfBase(base: Base): WhatIfBase {
  const { columns, run, standpoint, people } = base
  return {
    base: base.reference,
    year: standpoint.year.year,
    policy: standpoint.policy,
    totals: base.totals,
    communities: columns.facts.map(({ key, code, name, district, subdistrict }, row) => ({
      key,
      code,
      name,
      district,
      subdistrict,
      class: run.classes[row]!,
      amountFen: numberOrNull(run.amounts[row]),
      overridden: run.overrides.has(key),
      people: people[row]!,
    })),
    ...ruleCounts(run),
  }
}

function preview(desk: Desk, { base: reference, checks, ...supposition }: Supposition & { checks?: Checks | undefined }): WhatIf {
  const base = baseOf(desk, reference)
  const { columns, run, standpoint } = supposed(desk, base, supposition, checks)
  const outcomes = outcomesOf(run)
  return {
    totals: columnTotals(columns, run, standpoint.policy),
    classes: run.classes,
    deciders: columns.facts.map(({ key }, row) => deciderOf(run, key, row)),
    amounts: outcomes.map((each) => each.fen),
    shift: gainsAndLosses(base.outcomes, outcomes, base.people),
    ...groupShifts(columns.facts, base.outcomes, outcomes),
    flows: flowsOf(
      outcomes.map((each, row) => {
        const before = base.outcomes[row]!
        return { from: before.class, to: each.class, fen: each.fen === null || before.fen === null ? null : each.fen - before.fen }
      }),
    ),
    ...ruleCounts(run),
    problems: [...standpoint.problems, ...run.problems],
  }
}

export const whatIfs = (desk: Desk) =>
  ({
    'whatif.base': ({ base }) => whatIfBase(baseOf(desk, base)),
    'whatif.levers': ({ base: reference, policy }) => {
      const base = baseOf(desk, reference)
      const document = policy ?? base.standpoint.policy
      if (policy !== undefined) assertPolicy(policy, desk.dictionary.indicators)
      return leversOf(document, base.standpoint.policy, columnsOfBase(desk, base.reference, document))
    },
    'whatif.preview': (supposition) => preview(desk, supposition),
    'whatif.keep': ({ supposition, ...place }) => {
      keepSupposition(desk.options.dataFolder, place, supposition)
      return {}
    },
    'whatif.kept': (place) => keptSupposition(desk.options.dataFolder, place),
    'whatif.effects': ({ key, base: reference, ...supposition }) => {
      const base = baseOf(desk, reference)
      const { columns, run } = supposed(desk, base, supposition, 'computable')
      const row = columns.facts.findIndex((each) => each.key === key)
      if (row < 0) throw appError('plan.communityUnknown', { value: key }, { community: key })
      return effectDifferences(desk.parts.effects(desk, base.standpoint.year.year), [base, { columns, run }], row)
    },
    'whatif.work': ({ base: reference, ...supposition }) => {
      const base = baseOf(desk, reference)
      const { columns, run, standpoint } = supposed(desk, base, supposition, 'computable')
      const effects = desk.parts.effects(desk, base.standpoint.year.year)
      return effectSums([
        { ...base, policy: base.standpoint.policy, effects },
        { columns, run, policy: standpoint.policy, effects },
      ])
    },
    'whatif.explain': ({ key, base, ...supposition }) => {
      const {
        columns,
        standpoint: { policy, facts, overrides, own },
        // What was computed while a number was turned can be explained as well.
      } = supposed(desk, baseOf(desk, base), supposition, 'computable')
      const explanation = explain({ policy, indicators: desk.dictionary.indicators, facts, overrides, own }, key)
      if (explanation === null) throw appError('plan.communityUnknown', { value: key }, { community: key })
      const community = evaluateColumns(columns, policy).communities.find((each) => each.key === key)!
      return {
        explanation,
        policy: own.find((each) => each.district === community.district)?.policy ?? policy,
        community,
        override: overrides.find((each) => each.key === key) ?? null,
      }
    },
  }) satisfies Partial<Service>
