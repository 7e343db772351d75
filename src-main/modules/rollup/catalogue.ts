import type { CatalogueException, CatalogueItem, MeasureCount, ServiceOffer, TargetCount } from '../../model/catalogue.ts'
import { CHECK_COUNT_NAMES, REGISTER_COUNT_NAMES, type RegisterRow, type SpotCheck } from '../../model/registration.ts'
import { warning, type Problem } from '../../model/problem.ts'
import { textIn } from '../../model/text.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { PlanWriter } from '../../store/index.ts'
import type { ReadPackage } from '../../documents/package/index.ts'
import { catalogueOf } from '../../desk/catalogue.ts'
import type { Desk } from '../../desk/desk.ts'

/** What was decided and counted of catalogue items, by community. */
export interface Decided {
  exceptions: ReadonlyMap<string, readonly CatalogueException[]>
  counts: ReadonlyMap<string, readonly MeasureCount[]>
  offers: ReadonlyMap<string, readonly ServiceOffer[]>
  presents: ReadonlyMap<string, readonly TargetCount[]>
  register: ReadonlyMap<string, readonly RegisterRow[]>
  checks: ReadonlyMap<string, readonly SpotCheck[]>
}

/** By community, in the order of the items, or of the quarters. */
const grouped = <T extends { key: string; item?: string; quarter?: number }>(list: readonly T[]): Map<string, T[]> =>
  Map.groupBy(
    [...list].sort((a, b) => (`${a.key} ${a.item ?? a.quarter}` < `${b.key} ${b.item ?? b.quarter}` ? -1 : 1)),
    (each) => each.key,
  )

/** What the year has now. */
export const decidedNow = (desk: Desk): Decided => {
  const { year } = desk.year
  const { catalogueExceptions, measureCounts, serviceOffers, targetCounts, register, spotChecks } = desk.store.read
  return {
    exceptions: grouped(catalogueExceptions.list(year)),
    counts: grouped(measureCounts.list(year)),
    offers: grouped(serviceOffers.list(year)),
    presents: grouped(targetCounts.list(year)),
    register: grouped(register.list(year)),
    checks: grouped(spotChecks.list(year)),
  }
}

/** What the packages say; a package from before there were catalogues says that nothing was decided. */
export const decidedIn = (packages: readonly ReadPackage[]): Decided => ({
  exceptions: grouped(packages.flatMap((each) => each.catalogue?.exceptions ?? [])),
  counts: grouped(packages.flatMap((each) => each.catalogue?.counts ?? [])),
  offers: grouped(packages.flatMap((each) => each.catalogue?.offers ?? [])),
  presents: grouped(packages.flatMap((each) => each.catalogue?.presents ?? [])),
  register: grouped(packages.flatMap((each) => each.catalogue?.register ?? [])),
  checks: grouped(packages.flatMap((each) => each.catalogue?.checks ?? [])),
})

/** All that is decided and counted for a community, in short; null: nothing. */
export function decidedText({ exceptions, counts, offers, presents, register, checks }: Decided, key: string): string | null {
  const said = [
    ...(exceptions.get(key) ?? []).map((each) => `${each.item}=${each.answer}（${each.reason}）`),
    ...(counts.get(key) ?? []).map((each) => `${each.item} ${each.period}: ${each.done ?? '-'}/${each.planned ?? '-'}`),
    ...(offers.get(key) ?? []).map((each) => `${each.item}: ${each.people ?? '-'}/${each.cases ?? '-'}/${each.metres ?? '-'}`),
    ...(presents.get(key) ?? []).map((each) => `${each.item}: ${each.present}`),
    ...(register.get(key) ?? []).map((each) => `Q${each.quarter}: ${REGISTER_COUNT_NAMES.map((name) => each[name] ?? '-').join('/')}`),
    ...(checks.get(key) ?? []).map((each) => `Q${each.quarter}: ${CHECK_COUNT_NAMES.map((name) => each[name] ?? '-').join('/')}`),
  ]
  return said.length === 0 ? null : said.join('; ')
}

/**
 * The items that the year lacks, as the packages have them. An item that the year has stays as it is there, and of two packages that differ
 * the one of the first district counts: both are told. The order of the packages means nothing.
 */
export function missingItems(desk: Desk, packages: readonly ReadPackage[]): { items: CatalogueItem[]; problems: Problem[] } {
  const known = new Map(catalogueOf(desk, desk.year.year).items.map((each) => [each.id, each]))
  const items: CatalogueItem[] = []
  const problems = [...packages]
    .sort((a, b) => (a.manifest.districts[0]! < b.manifest.districts[0]! ? -1 : 1))
    .flatMap(({ file, catalogue }) =>
      (catalogue?.items ?? []).flatMap((item) => {
        const own = known.get(item.id)
        if (own === undefined) {
          known.set(item.id, item)
          items.push(item)
          return []
        }
        const said = { file, value: item.id, name: own.title.zh, nameEn: textIn(own.title, 'en') }
        return canonicalJson(own) === canonicalJson(item) ? [] : [warning('rollup.itemDiffers', said, { file })]
      }),
    )
  return { items, problems }
}

/** Makes what is decided and counted for a community equal to this; rows that are the same are not written. */
export function saveDecided(plan: PlanWriter, year: number, before: Decided, after: Decided, key: string): void {
  const differs = (part: keyof Decided): boolean => canonicalJson(before[part].get(key) ?? []) !== canonicalJson(after[part].get(key) ?? [])
  if (differs('exceptions')) {
    for (const { item } of before.exceptions.get(key) ?? []) plan.catalogueExceptions.clear(year, key, item)
    for (const each of after.exceptions.get(key) ?? []) plan.catalogueExceptions.set(year, each)
  }
  if (differs('counts')) {
    const cleared = (before.counts.get(key) ?? []).map((each) => ({ ...each, planned: null, done: null }))
    plan.measureCounts.save(year, [...cleared, ...(after.counts.get(key) ?? [])])
  }
  if (differs('offers')) {
    for (const { item } of before.offers.get(key) ?? []) plan.serviceOffers.clear(year, key, item)
    plan.serviceOffers.save(year, after.offers.get(key) ?? [])
  }
  if (differs('presents')) {
    for (const { item } of before.presents.get(key) ?? []) plan.targetCounts.clear(year, key, item)
    plan.targetCounts.save(year, after.presents.get(key) ?? [])
  }
  if (differs('register')) {
    plan.register.clear(year, key)
    plan.register.save(year, after.register.get(key) ?? [])
  }
  if (differs('checks')) {
    plan.spotChecks.clear(year, key)
    plan.spotChecks.save(year, after.checks.get(key) ?? [])
  }
}
