import { fieldValue } from '../../model/field.ts'
import type { IndicatorValue } from '../../model/indicator.ts'
import type { Policy } from '../../model/policy.ts'
import type { PolicyDifference, Scenario, ScenarioChanges, ScenarioDifference, SupposedClass, SupposedValue } from '../../model/scenario.ts'
import { differences, escapeName } from '../../policy/index.ts'
import type { Standpoint } from '../../desk/standpoint.ts'

type Area = ScenarioDifference['area']
export interface ChangePlace {
  area: Area
  path: string
}
/** Changes of the same or of overlapping places, said differently. */
export interface ChangeConflict extends ChangePlace {
  first: PolicyDifference | SupposedValue | SupposedClass
  second: PolicyDifference | SupposedValue | SupposedClass
}

export const valuePath = ({ key, field }: Pick<SupposedValue, 'key' | 'field'>): string => `${escapeName(key)}/${field}`

const valueIn = (base: Standpoint, { key, field }: SupposedValue): IndicatorValue => {
  const facts = base.facts.find((each) => each.key === key)
  return facts === undefined ? null : fieldValue(facts, field)
}
/** The last thing said of each place. */
const lastOf = <T>(list: T[], pathOf: (each: T) => string): T[] => [...new Map(list.map((each) => [pathOf(each), each])).values()]

/** What is wished, as changes against a base; what says the same as the base is no change. */
export function changesAgainst(
  base: Standpoint,
  wished: { policy: Policy; values: SupposedValue[]; overrides: SupposedClass[] },
): ScenarioChanges {
  return {
    policy: differences(base.policy, wished.policy),
    values: lastOf(wished.values, valuePath).filter((each) => valueIn(base, each) !== each.value),
    overrides: lastOf(wished.overrides, (each) => each.key).filter(
      (each) => (base.overrides.find((other) => other.key === each.key)?.class ?? null) !== each.class,
    ),
  }
}

/** The changes without those of certain places. */
export function without(changes: ScenarioChanges, places: ChangePlace[]): ScenarioChanges {
  const named = (area: Area, path: string): boolean => places.some((each) => each.area === area && each.path === path)
  return {
    policy: changes.policy.filter((each) => !named('policy', each.path)),
    values: changes.values.filter((each) => !named('value', valuePath(each))),
    overrides: changes.overrides.filter((each) => !named('override', each.key)),
  }
}

const overlap = (one: string, other: string): boolean => one === other || other.startsWith(`${one}/`) || one.startsWith(`${other}/`)

function clashes<T extends ChangeConflict['first']>(
  area: Area,
  first: T[],
  second: T[],
  pathOf: (each: T) => string,
  said: (each: T) => string,
): ChangeConflict[] {
  return first.flatMap((one) =>
    second
      .filter((other) => overlap(pathOf(one), pathOf(other)) && !(pathOf(one) === pathOf(other) && said(one) === said(other)))
      .map((other) => ({
        area,
        path: pathOf(one).length <= pathOf(other).length ? pathOf(one) : pathOf(other),
        first: one,
        second: other,
      })),
  )
}

/** @returns every place of which two sets of changes against the same base say different things */
export const conflictsOf = (first: ScenarioChanges, second: ScenarioChanges): ChangeConflict[] => [
  ...clashes(
    'policy',
    first.policy,
    second.policy,
    (each) => each.path,
    (each) => JSON.stringify(each.new),
  ),
  ...clashes('value', first.values, second.values, valuePath, (each) => JSON.stringify(each.value)),
  ...clashes(
    'override',
    first.overrides,
    second.overrides,
    (each) => each.key,
    (each) => String(each.class),
  ),
]

const pathOf = (change: ChangeConflict['first']): string =>
  'path' in change ? change.path : 'field' in change ? valuePath(change) : change.key

/**
 * The changes of the second on top of those of the first; of each conflict only the side that was taken.
 * @returns the conflicts that nobody decided too
 */
export function stacked(
  first: ScenarioChanges,
  second: ScenarioChanges,
  decisions: Array<ChangePlace & { take: 'first' | 'second' }>,
): { changes: ScenarioChanges; open: ChangeConflict[] } {
  const decided = conflictsOf(first, second).map((conflict) => ({
    conflict,
    take: decisions.find((each) => each.area === conflict.area && each.path === conflict.path)?.take,
  }))
  const dropped = (side: 'first' | 'second'): ChangePlace[] =>
    decided
      .filter(({ take }) => take !== undefined && take !== side)
      .map(({ conflict }) => ({ area: conflict.area, path: pathOf(conflict[side]) }))
  const [one, other] = [without(first, dropped('first')), without(second, dropped('second'))]
  return {
    changes: {
      policy: lastOf([...one.policy, ...other.policy], (each) => each.path),
      values: lastOf([...one.values, ...other.values], valuePath),
      overrides: lastOf([...one.overrides, ...other.overrides], (each) => each.key),
    },
    open: decided.filter(({ take }) => take === undefined).map(({ conflict }) => conflict),
  }
}

/**
 * What scenarios on top of each other say together; the last word counts. The policy's part is not added up, it follows from the
 * documents.
 */
export const suppositionsOf = (chain: Scenario[]): Pick<ScenarioChanges, 'values' | 'overrides'> => ({
  values: lastOf(
    chain.flatMap((each) => each.changes.values),
    valuePath,
  ),
  overrides: lastOf(
    chain.flatMap((each) => each.changes.overrides),
    (each) => each.key,
  ),
})
