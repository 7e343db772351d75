import { payersOf } from '../../model/fund.ts'
import { addedUp } from '../../model/places.ts'
import type { ComparedPlan } from '../../model/comparison.ts'
import { RESIDENTS } from '../../model/indicator.ts'
import { communityOf, type Community, type CommunityFacts } from '../../model/plan.ts'
import type { Policy } from '../../model/policy.ts'
import type { Problem } from '../../model/problem.ts'
import type { PlanReference } from '../../model/scenario.ts'
import { columnTotals, deciderOf } from '../../engine/columns/index.ts'
import type { ComparedSide } from '../../documents/comparison-workbook/index.ts'
import { appError } from '../../shared/app-error.ts'
import type { Desk } from '../../desk/desk.ts'
import { inputHash } from '../../desk/plan-result.ts'
import { columnsOfBase, runOf, standpointOf } from '../../desk/standpoint.ts'

/** A plan's rows, as far as they are compared. */
export interface PlanSide {
  plan: ComparedPlan
  rows: Array<
    Community & { class: string | null; amountFen: number | null; overridden: boolean; decider: string | null; people: number | null }
  >
  problems: Problem[]
  /** What it was computed from, for the workbook; found only when asked for, because fingerprints take time. */
  source(): ComparedSide
}

const peopleOf = (facts: CommunityFacts | undefined): number | null => {
  const residents = facts?.values[RESIDENTS]
  return typeof residents === 'number' ? residents : null
}
const classesOf = (policy: Pick<Policy, 'classes'>): ComparedPlan['classes'] =>
  policy.classes.map(({ key, name, color }) => ({ key, name, color }))
const rulesOf = (policy: Pick<Policy, 'classification'>): ComparedPlan['rules'] =>
  policy.classification.rules.map(({ key, name }) => ({ key, name }))
const numberOrNull = (number: number): number | null => (Number.isNaN(number) ? null : number)

/** A plan that is computed: a year, a policy over a year, a scenario. */
function computedSide(desk: Desk, reference: Extract<PlanReference, { kind: 'year' | 'policy' | 'scenario' }>): PlanSide {
  const standpoint = standpointOf(desk, reference)
  const run = runOf(desk, reference, standpoint)
  const { policy, year } = standpoint
  const columns = columnsOfBase(desk, reference, policy)
  const scenario = reference.kind === 'scenario' ? desk.store.read.scenarios.get(reference.id).name : null
  const name =
    scenario !== null
      ? { zh: scenario, en: scenario }
      : reference.kind === 'year'
        ? { zh: `${year.year}年方案`, en: `Plan ${year.year}` }
        : { zh: `${policy.title.zh} ${policy.version}`, en: `${policy.title.en} ${policy.version}` }
  return {
    plan: {
      reference,
      name,
      year: year.year,
      classes: classesOf(policy),
      rules: rulesOf(policy),
      payers: payersOf(policy),
      totals: columnTotals(columns, run, policy),
    },
    rows: columns.facts.map((facts, row) => ({
      ...communityOf(facts),
      class: run.classes[row]!,
      amountFen: numberOrNull(run.amounts[row]!),
      overridden: run.overrides.has(facts.key),
      decider: deciderOf(run, facts.key, row),
      people: peopleOf(facts),
    })),
    problems: [...standpoint.problems, ...run.problems],
    source: () => ({
      name,
      policy,
      result: {
        policy: { hash: desk.hashOf(policy) },
        input: { hash: inputHash(standpoint.facts, standpoint.overrides), synthetic: year.synthetic },
      },
    }),
  }
}

/** What the communities of a year had before, as delivered with them. Classes keep the colours of the year's policy where it knows them. */
function lastYearSide(desk: Desk, reference: Extract<PlanReference, { kind: 'lastYear' }>): PlanSide {
  const { synthetic } = desk.yearOf(reference.year)
  const had = desk.factsOf(reference.year).filter((each) => each.previousFen !== null || each.previousClass !== null)
  const named = classesOf(desk.policyOf(reference.year))
  const others = [...new Set(had.flatMap((each) => each.previousClass ?? []))]
    .filter((key) => !named.some((each) => each.key === key))
    .sort()
  const classes = [...named, ...others.map((key) => ({ key, name: { zh: key, en: key }, color: '#808080' }))]
  const sum = (rows: CommunityFacts[]): number => addedUp(rows.map((each) => each.previousFen))
  const name = { zh: `上年（${reference.year - 1}年）`, en: `Last year (${reference.year - 1})` }
  return {
    plan: {
      reference,
      year: reference.year - 1,
      classes,
      rules: [],
      payers: [],
      name,
      totals: {
        communities: had.length,
        // Who had no class last year has none delivered: that is not undecided.
        undecided: 0,
        amountUnknown: had.filter((each) => each.previousFen === null).length,
        amountFen: sum(had),
        cityFen: null,
        districtFen: null,
        byClass: Object.fromEntries(
          classes.map(({ key }) => {
            const own = had.filter((each) => each.previousClass === key)
            return [key, { count: own.length, amountFen: sum(own) }]
          }),
        ),
      },
    },
    rows: had.map((each) => ({
      ...communityOf(each),
      class: each.previousClass,
      amountFen: each.previousFen,
      overridden: false,
      decider: null,
      people: peopleOf(each),
    })),
    problems: [],
    source: () => ({
      name,
      policy: { id: '', version: '', title: { zh: '随本年数据报来', en: "Delivered with the year's data" }, classes: named },
      result: { policy: { hash: '' }, input: { hash: inputHash(had, []), synthetic } },
    }),
  }
}

function adoptedSide(desk: Desk, reference: Extract<PlanReference, { kind: 'adopted' }>): PlanSide {
  const adopted = desk.store.read.adopted.list().find((each) => each.id === reference.id)
  if (adopted === undefined) throw appError('plan.adoptedUnknown', { value: reference.id })
  const result = desk.store.read.adopted.result(reference.id)
  const { year, totals, communities } = result
  const policy = desk.policyNamed(result.policy.id, result.policy.version)
  const name = { zh: adopted.title, en: adopted.title }
  const facts = new Map(desk.factsOf(year).map((each) => [each.key, each]))
  return {
    plan: { reference, year, name, classes: classesOf(policy), rules: rulesOf(policy), payers: payersOf(policy), totals },
    rows: communities.map((each) => ({
      ...communityOf(each),
      class: each.class,
      amountFen: each.amountFen,
      overridden: each.rule === 'override',
      decider: each.rule,
      people: peopleOf(facts.get(each.key)),
    })),
    problems: [],
    source: () => ({ name, policy, result }),
  }
}

/** @throws the errors of standpoints and of the engine; plan.adoptedUnknown */
export function planSide(desk: Desk, reference: PlanReference): PlanSide {
  if (reference.kind === 'lastYear') return lastYearSide(desk, reference)
  return reference.kind === 'adopted' ? adoptedSide(desk, reference) : computedSide(desk, reference)
}
