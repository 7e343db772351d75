import type { PackageRenovation } from '../../model/package.ts'
import { warning, type Problem } from '../../model/problem.ts'
import {
  DELIVERED_RENOVATION,
  MOST_KINDS,
  type RenovationLot,
  type RenovationMoney,
  type RenovationSettings,
} from '../../model/renovation.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { ReadPackage } from '../../documents/package/index.ts'
import type { PlanWriter } from '../../store/index.ts'
import type { Desk } from '../../desk/desk.ts'

/** Courtyards and money, by community. */
export interface Courtyards {
  lots: ReadonlyMap<string, readonly RenovationLot[]>
  money: ReadonlyMap<string, readonly RenovationMoney[]>
}
const byKey = <T extends { key: string }>(list: readonly T[]): ReadonlyMap<string, readonly T[]> => Map.groupBy(list, (each) => each.key)

const settingsNow = (desk: Desk): RenovationSettings => desk.store.read.renovationPlans.find(desk.year.year) ?? DELIVERED_RENOVATION

/** What these communities have to do, with the kinds that it is counted under; nothing where there is nothing. */
export function renovationIn(desk: Desk, has: (of: { key: string }) => boolean): PackageRenovation | undefined {
  const { year } = desk.year
  const { renovationLots, renovationMoney } = desk.store.read
  const own = { lots: renovationLots.list(year).filter(has), money: renovationMoney.list(year).filter(has) }
  return own.lots.length + own.money.length === 0 ? undefined : { settings: settingsNow(desk), ...own }
}

/** What the year has now. */
export const courtyardsNow = (desk: Desk): Courtyards => ({
  lots: byKey(desk.store.read.renovationLots.list(desk.year.year)),
  money: byKey(desk.store.read.renovationMoney.list(desk.year.year)),
})

/** What the packages say of these kinds; one without a backlog says that there is none. */
export const courtyardsOf = (packages: readonly ReadPackage[], kinds: RenovationSettings['kinds']): Courtyards => ({
  lots: byKey(packages.flatMap((each) => (each.renovation?.lots ?? []).filter(({ kind }) => kinds.some(({ key }) => key === kind)))),
  money: byKey(packages.flatMap((each) => each.renovation?.money ?? [])),
})

/** All that is entered of a community, in short; null: nothing. */
export function courtyardsText({ lots, money }: Courtyards, key: string): string | null {
  const said = [
    ...(lots.get(key) ?? []).map(
      (each) => `${each.kind}: ${[each.count, each.unitFen, each.aidShare, each.aidFen].map((of) => of ?? '-').join('/')}`,
    ),
    ...(money.get(key) ?? []).map((each) => [each.startFen, each.fixedFen, each.otherFen, each.share].map((of) => of ?? '-').join('/')),
  ]
  return said.length === 0 ? null : said.join('; ')
}

/**
 * The city's settings with the kinds of the packages that they lack, as far as there is room. Order, prices and share are the city's own;
 * a kind that the city has stays as it is there, and one that costs otherwise in a package is told.
 */
export function withKinds(
  desk: Desk,
  packages: readonly ReadPackage[],
): { settings: RenovationSettings | null; kinds: RenovationSettings['kinds']; problems: Problem[] } {
  const settings = settingsNow(desk)
  const known = new Map(settings.kinds.map((each) => [each.key, each]))
  const added: RenovationSettings['kinds'] = []
  const problems: Problem[] = []
  for (const { file, renovation } of packages)
    for (const each of renovation?.settings.kinds ?? []) {
      const own = known.get(each.key)
      if (own === undefined) {
        if (settings.kinds.length + added.length >= MOST_KINDS)
          problems.push(warning('rollup.kindNoRoom', { value: each.name.zh, limit: MOST_KINDS }, { file }))
        else added.push(each)
        known.set(each.key, each)
      } else if (canonicalJson(own) !== canonicalJson(each))
        problems.push(warning('rollup.kindDiffers', { file, value: each.name.zh, name: own.name.zh }, { file }))
    }
  const kinds = [...settings.kinds, ...added]
  return { settings: added.length === 0 ? null : { ...settings, kinds }, kinds, problems }
}

/** Makes courtyards and money of a community equal to these; what is the same is not written. */
export function saveCourtyards(plan: PlanWriter, year: number, before: Courtyards, after: Courtyards, key: string): void {
  if (courtyardsText(before, key) === courtyardsText(after, key)) return
  plan.renovationLots.clear(year, key)
  plan.renovationMoney.clear(year, key)
  plan.renovationLots.save(year, after.lots.get(key) ?? [])
  plan.renovationMoney.save(year, after.money.get(key) ?? [])
}

/** Fills a new plan with what a package has. */
export function fillCourtyards(plan: PlanWriter, year: number, { settings, lots, money }: PackageRenovation): void {
  if (canonicalJson(settings) !== canonicalJson(DELIVERED_RENOVATION)) plan.renovationPlans.save(year, settings)
  plan.renovationLots.save(year, lots)
  plan.renovationMoney.save(year, money)
}
