import {
  SCENARIO_FORMAT_VERSION,
  ScenarioDocument,
  type OpenScenario,
  type Scenario,
  type ScenarioBase,
  type ScenarioConflict,
  type ScenarioSummary,
} from '../../model/scenario.ts'
import { withNumbers } from '../../policy/index.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { schemaProblems } from '../../shared/schema-problems.ts'
import { planSide } from '../comparison/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { fileAnswer } from '../../desk/file-answer.ts'
import { changesAgainst, conflictsOf, stacked, suppositionsOf, without, type ChangeConflict } from './changes.ts'
import { scenarioDifferences } from './in-words.ts'
import type { Service } from '../../desk/service.ts'
import { assertWhole, standpointOf, withChanges, type Standpoint } from '../../desk/standpoint.ts'

const thisYear = (desk: Desk): ScenarioBase => ({ kind: 'year', year: desk.year.year })

/** @throws plan.scenarioUnknown; scenario.locked */
function unlocked(desk: Desk, id: number): Scenario {
  const scenario = desk.store.read.scenarios.get(id)
  if (scenario.locked) throw appError('scenario.locked', { name: scenario.name })
  return scenario
}

/**
 * A scenario on its base. Where the base is gone, it is shown over the year in use, with the error that says so: it can still be
 * read and given another base.
 */
function opened(desk: Desk, scenario: Scenario): OpenScenario {
  const { base, problems } = baseOrPresent(desk, scenario)
  const own = withChanges(desk, base, scenario.changes)
  return {
    ...scenario,
    policy: own.policy,
    differences: scenarioDifferences(base, own, scenario.changes, desk.dictionary),
    problems: [...problems, ...own.problems],
  }
}

function baseOrPresent(desk: Desk, scenario: Scenario): { base: Standpoint; problems: OpenScenario['problems'] } {
  try {
    return { base: standpointOf(desk, scenario.base, [scenario.id]), problems: [] }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { base: standpointOf(desk, thisYear(desk)), problems: error.problems }
  }
}

/** The scenarios from the one that stands on a year or a policy up to this one. */
function chainOf(desk: Desk, scenario: Scenario): Scenario[] {
  return scenario.base.kind === 'scenario' ? [...chainOf(desk, desk.store.read.scenarios.get(scenario.base.id)), scenario] : [scenario]
}

/** Nothing but AppErrors is taken for a scenario that can't be computed. */
function orNull<T>(compute: () => T): T | null {
  try {
    return compute()
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

function summarised(desk: Desk, scenario: Scenario): ScenarioSummary {
  return {
    ...scenario,
    baseName: orNull(() => planSide(desk, scenario.base).plan.name),
    outcome: orNull(() => {
      const [base, own] = [planSide(desk, scenario.base), planSide(desk, { kind: 'scenario', id: scenario.id })]
      const before = new Map(base.rows.map((each) => [each.key, each.class]))
      const { amountFen, undecided } = own.plan.totals
      return {
        amountFen,
        undecided,
        netFen: amountFen - base.plan.totals.amountFen,
        moved: own.rows.filter((each) => before.get(each.key) !== each.class).length,
      }
    }),
  }
}

function inWords(desk: Desk, conflict: ChangeConflict, base: Standpoint): ScenarioConflict {
  const said = (side: 'first' | 'second') => {
    const change = conflict[side]
    const changes = {
      policy: 'path' in change ? [change] : [],
      values: 'field' in change ? [change] : [],
      overrides: 'class' in change ? [change] : [],
    }
    return scenarioDifferences(base, withChanges(desk, base, changes), changes, desk.dictionary)[0]
  }
  const [first, second] = [said('first'), said('second')]
  const gone = { zh: '（删去）', en: '(removed)' }
  return {
    area: conflict.area,
    path: conflict.path,
    label: (first ?? second)!.label,
    first: first?.new ?? gone,
    second: second?.new ?? gone,
  }
}

/** Two scenarios that stand on the same base. @throws scenario.basesDiffer */
function pair(desk: Desk, first: number, second: number): { first: Scenario; second: Scenario; base: Standpoint } {
  const [one, other] = [desk.store.read.scenarios.get(first), desk.store.read.scenarios.get(second)]
  if (JSON.stringify(one.base) !== JSON.stringify(other.base))
    throw appError('scenario.basesDiffer', { first: one.name, second: other.name })
  return { first: one, second: other, base: standpointOf(desk, one.base) }
}

function documentOf(document: unknown): ScenarioDocument {
  const version = (document as { formatVersion?: unknown } | null)?.formatVersion
  if (typeof version === 'number' && version > SCENARIO_FORMAT_VERSION)
    throw appError('scenario.newerFormat', { version, limit: SCENARIO_FORMAT_VERSION }, { path: '/formatVersion' })
  const parsed = ScenarioDocument.safeParse(document)
  if (!parsed.success) throw new AppError(schemaProblems('scenario.shape', parsed.error, document))
  return parsed.data
}

export const scenarios = (desk: Desk) => {
  const add = async (operation: string, scenario: Omit<Scenario, 'id' | 'created' | 'locked'>): Promise<{ id: number }> => ({
    id: await desk.store.command(operation, scenario.name, (plan) =>
      plan.scenarios.add({ ...scenario, locked: false, created: desk.options.now().toISOString() }),
    ),
  })
  return {
    'scenarios.list': () => desk.derived('scenarios', () => desk.store.read.scenarios.list().map((each) => summarised(desk, each))),
    'scenarios.get': ({ id }) => opened(desk, desk.store.read.scenarios.get(id)),
    'scenarios.create': ({ name, note, base = thisYear(desk), policy, numbers, values, overrides }) => {
      const under = standpointOf(desk, base)
      const changes = changesAgainst(under, { policy: withNumbers(policy ?? under.policy, numbers), values, overrides })
      assertWhole(withChanges(desk, under, changes))
      return add('scenarios.create', { name, note, base, changes })
    },
    'scenarios.save': async ({ id, name, note, base, policy, numbers, values, overrides }) => {
      const before = unlocked(desk, id)
      const scenario = { ...before, name: name ?? before.name, note: note ?? before.note, base: base ?? before.base }
      if (base !== undefined || policy !== undefined || numbers.length > 0 || values !== undefined || overrides !== undefined) {
        const under = standpointOf(desk, scenario.base, [id])
        const wished = {
          policy: withNumbers(policy ?? withChanges(desk, under, before.changes).policy, numbers),
          values: values ?? before.changes.values,
          overrides: overrides ?? before.changes.overrides,
        }
        scenario.changes = changesAgainst(under, wished)
        assertWhole(withChanges(desk, under, scenario.changes))
      }
      await desk.store.command('scenarios.save', scenario.name, (plan) => plan.scenarios.save(scenario))
      return {}
    },
    'scenarios.revert': async ({ id, paths }) => {
      const scenario = unlocked(desk, id)
      const changes = without(scenario.changes, paths)
      assertWhole(withChanges(desk, standpointOf(desk, scenario.base, [id]), changes))
      await desk.store.command('scenarios.revert', scenario.name, (plan) => plan.scenarios.save({ ...scenario, changes }))
      return {}
    },
    'scenarios.duplicate': ({ id, name }) => {
      const { note, base, changes } = desk.store.read.scenarios.get(id)
      return add('scenarios.duplicate', { name, note, base, changes })
    },
    'scenarios.conflicts': ({ first, second }) => {
      const both = pair(desk, first, second)
      return conflictsOf(both.first.changes, both.second.changes).map((conflict) => inWords(desk, conflict, both.base))
    },
    'scenarios.stack': ({ first, second, name, decisions }) => {
      const both = pair(desk, first, second)
      const { changes, open } = stacked(both.first.changes, both.second.changes, decisions)
      if (open.length > 0) throw appError('scenario.undecided', { count: open.length, path: open[0]!.path })
      assertWhole(withChanges(desk, both.base, changes))
      return add('scenarios.stack', {
        name,
        note: [both.first.note, both.second.note].filter((note) => note !== '').join('\n'),
        base: both.first.base,
        changes,
      })
    },
    'scenarios.lock': async ({ id, locked }) => {
      const scenario = desk.store.read.scenarios.get(id)
      await desk.store.command(locked ? 'scenarios.lock' : 'scenarios.unlock', scenario.name, (plan) =>
        plan.scenarios.save({ ...scenario, locked }),
      )
      return {}
    },
    'scenarios.remove': async ({ id }) => {
      const { name } = unlocked(desk, id)
      const above = desk.store.read.scenarios.list().filter((each) => each.base.kind === 'scenario' && each.base.id === id)
      if (above.length > 0) throw appError('scenario.inUse', { name, names: above.map((each) => each.name).join('、') })
      await desk.store.command('scenarios.remove', name, (plan) => plan.scenarios.remove(id))
      return {}
    },
    'scenarios.export': ({ id }) => {
      const scenario = desk.store.read.scenarios.get(id)
      const chain = chainOf(desk, scenario)
      const [root, own] = [standpointOf(desk, chain[0]!.base), standpointOf(desk, { kind: 'scenario', id })]
      const document: ScenarioDocument = {
        format: 'quanheng-scenario',
        formatVersion: SCENARIO_FORMAT_VERSION,
        name: scenario.name,
        note: scenario.note,
        year: root.year.year,
        policy: { id: root.policy.id, version: root.policy.version },
        changes: changesAgainst(root, { policy: own.policy, ...suppositionsOf(chain) }),
      }
      return fileAnswer(scenario.name, 'json', `${JSON.stringify(document, null, 2)}\n`)
    },
    'scenarios.import': ({ document, name }) => {
      const { policy, year, changes, ...read } = documentOf(document)
      const used = desk.yearOf(year).policy
      const base: ScenarioBase =
        used.id === policy.id && used.version === policy.version ? { kind: 'year', year } : { kind: 'policy', year, ...policy }
      standpointOf(desk, base)
      return add('scenarios.import', { name: name ?? read.name, note: read.note, base, changes })
    },
  } satisfies Partial<Service>
}
