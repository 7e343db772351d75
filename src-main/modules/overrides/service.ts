import type { OverrideLine, OverrideReport } from '../../model/override-report.ts'
import { inPlaceOrder } from '../../model/place-order.ts'
import { countsIn, type CommunityFacts, type Override } from '../../model/plan.ts'
import { namesIn } from '../../words/summaries.ts'
import { overrideCosts } from '../../engine/analysis/index.ts'
import { appError } from '../../shared/app-error.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Service } from '../../desk/service.ts'
import { columnsOfBase, standpointOf } from '../../desk/standpoint.ts'

type Why = Pick<Override, 'reason' | 'document'> & { expires?: number | undefined }

/** @throws plan.communityUnknown */
function communitiesOf(desk: Desk, keys: readonly string[]): CommunityFacts[] {
  const known = new Map(desk.facts.map((each) => [each.key, each]))
  return [...new Set(keys)].map((key) => {
    const found = known.get(key)
    if (found === undefined) throw appError('plan.communityUnknown', { value: key }, { community: key })
    return found
  })
}

/** @throws plan.classUnknown */
function refuseUnknownClass(desk: Desk, chosen: string, community: string): void {
  const classes = desk.policy.classes.map((each) => each.key)
  if (!classes.includes(chosen)) throw appError('plan.classUnknown', { class: chosen, classes: classes.join(', ') }, { community })
}

const overrideFor = (key: string, reached: string, { reason, document, expires }: Why): Override => ({
  key,
  class: reached,
  reason,
  document,
  ...(expires !== undefined && { expires }),
})

const namesOf = (communities: CommunityFacts[]): Record<'names' | 'namesEn', string> =>
  namesIn(
    'names',
    communities.map((each) => each.name),
  )

/**
 * Locks communities at their present classes; one whose class is set by hand already stays as it is.
 * @throws plan.overrideUndecided, the engine's named errors
 */
function lock(desk: Desk, communities: CommunityFacts[], why: Why): Override[] {
  const classes = new Map(desk.result.communities.map((each) => [each.key, each.class]))
  const open = communities.filter((each) => classes.get(each.key) === null)
  if (open.length > 0) throw appError('plan.overrideUndecided', { count: open.length, ...namesOf(open) })
  const byHand = new Set(desk.overrides.map((each) => each.key))
  return communities.filter((each) => !byHand.has(each.key)).map(({ key }) => overrideFor(key, classes.get(key)!, why))
}

async function setMany(desk: Desk, keys: readonly string[], chosen: string | undefined, why: Why): Promise<{ set: number; kept: number }> {
  const communities = communitiesOf(desk, keys)
  if (chosen !== undefined) refuseUnknownClass(desk, chosen, communities[0]!.name)
  const overrides = chosen === undefined ? lock(desk, communities, why) : communities.map(({ key }) => overrideFor(key, chosen, why))
  const set = new Set(overrides.map((each) => each.key))
  const names = namesOf(communities.filter((each) => set.has(each.key)))
  const summary =
    chosen === undefined
      ? { key: 'overridesLock' as const, params: names }
      : { key: 'overridesSet' as const, params: { ...names, class: chosen } }
  await desk.store.command('overrides.setMany', summary, (plan) => {
    for (const each of overrides) plan.overrides.set(desk.year.year, each)
  })
  return { set: overrides.length, kept: communities.length - overrides.length }
}

function report(desk: Desk): OverrideReport {
  const { year } = desk.year
  const base = { kind: 'year' as const, year }
  const standpoint = standpointOf(desk, base)
  const { policy } = standpoint
  const { costOf, togetherFen } = overrideCosts(columnsOfBase(desk, base, policy), policy)
  const known = new Set(policy.classes.map((each) => each.key))
  const places = new Map(desk.facts.map((each) => [each.key, each]))
  const lines = desk.allOverridesOf(year).map((override): OverrideLine => {
    const { key, code, name, district, subdistrict } = places.get(override.key)!
    const last = desk.store.read.history.lastChange('override', [year, key])
    return {
      key,
      code,
      name,
      district,
      subdistrict,
      override,
      ...costOf(key),
      state: !countsIn(override, year) ? 'expired' : known.has(override.class) ? 'counts' : 'unknownClass',
      operator: last?.operator ?? null,
      at: last?.at ?? null,
    }
  })
  return {
    year,
    lines: [...inPlaceOrder(lines, desk.placeOrder)],
    classes: policy.classes.map(({ key, name, color }) => ({ key, name, color })),
    sumFen: lines.reduce((sum, each) => sum + (each.costFen ?? 0), 0),
    togetherFen,
  }
}

export const overrides = (desk: Desk) =>
  ({
    'overrides.list': () => desk.allOverridesOf(desk.year.year),
    'overrides.set': async ({ key, class: chosen, ...why }) => {
      const [{ name }] = communitiesOf(desk, [key]) as [CommunityFacts]
      refuseUnknownClass(desk, chosen, name)
      await desk.store.command('overrides.set', `${name} → ${chosen}`, (plan) =>
        plan.overrides.set(desk.year.year, overrideFor(key, chosen, why)),
      )
      return {}
    },
    'overrides.clear': async ({ key }) => {
      const [{ name }] = communitiesOf(desk, [key]) as [CommunityFacts]
      if (!desk.allOverridesOf(desk.year.year).some((each) => each.key === key))
        throw appError('plan.overrideUnknown', { value: name }, { community: name })
      await desk.store.command('overrides.clear', name, (plan) => plan.overrides.clear(desk.year.year, key))
      return {}
    },
    'overrides.setMany': ({ keys, class: chosen, ...why }) => setMany(desk, keys, chosen, why),
    'overrides.clearMany': async ({ keys }) => {
      const byHand = new Set(desk.allOverridesOf(desk.year.year).map((each) => each.key))
      const communities = communitiesOf(desk, keys).filter((each) => byHand.has(each.key))
      await desk.store.command('overrides.clearMany', { key: 'overridesClear', params: namesOf(communities) }, (plan) => {
        for (const { key } of communities) plan.overrides.clear(desk.year.year, key)
      })
      return { cleared: communities.length }
    },
    'overrides.report': () => desk.derived('override report', () => report(desk)),
  }) satisfies Partial<Service>
