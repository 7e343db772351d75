import type { CatalogueItem } from '../../model/catalogue.ts'
import { fieldValue, LAST_YEAR_FIELDS, PLACE_FIELDS } from '../../model/field.ts'
import type { AppealSubject } from '../../model/appeal.ts'
import type { IndicatorValue } from '../../model/indicator.ts'
import type { RollupChange } from '../../model/package.ts'
import type { CommunityFacts, Override } from '../../model/plan.ts'
import type { RenovationSettings } from '../../model/renovation.ts'
import { problem, warning, type Problem } from '../../model/problem.ts'
import type { UnitChange } from '../../model/units.ts'
import type { ReadPackage } from '../../documents/package/index.ts'
import type { LedgerEntry } from '../../store/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { decidedIn, decidedNow, decidedText, missingItems, type Decided } from './catalogue.ts'
import { appealsNow, appealsOf, appealsText, missingSubjects, type Appeals } from './appeals.ts'
import { inDistrictOrder } from './content.ts'
import { courtyardsNow, courtyardsOf, courtyardsText, withKinds, type Courtyards } from './renovation.ts'
import { spentIn, spentNow, spentText, usesProblems, type Spent } from './spending.ts'
import { teamsLeft } from './teams.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'

type Change = Omit<UnitChange, 'id'>

/** What the year would be with the packages in it. The packages' own communities stand in `own`, in the order of their keys. */
export interface Merged {
  districts: ReadonlySet<string>
  own: CommunityFacts[]
  /** All communities of the year, by key. */
  facts: CommunityFacts[]
  /** Keys of communities that leave the year. */
  removed: string[]
  overrides: Override[]
  ledger: LedgerEntry[]
  unitChanges: Change[]
  /** Catalogue items that the year lacks; what is decided and counted of items, before and after. */
  items: CatalogueItem[]
  decided: { before: Decided; after: Decided }
  /** Projects and receipts. */
  spent: { before: Spent; after: Spent }
  /** Appeals, and the list of subjects with those that the year lacks; null: it lacks none. */
  appeals: { before: Appeals; after: Appeals; subjects: AppealSubject[] | null }
  /** Courtyards to be renovated, and the settings with the kinds that the year lacks; null: it lacks none. */
  courtyards: { before: Courtyards; after: Courtyards; settings: RenovationSettings | null }
  changes: RollupChange[]
  unchanged: number
  problems: Problem[]
}

const byKey = <T extends { key: string }>(list: readonly T[]): T[] => [...list].sort((a, b) => (a.key < b.key ? -1 : 1))
const mapOf = <T extends { key: string }>(list: readonly T[]): Map<string, T> => new Map(list.map((each) => [each.key, each]))

/** Each district comes once: the same package twice counts once, two different ones can't both be right. */
export function onePerDistrict(packages: readonly ReadPackage[]): { packages: ReadPackage[]; problems: Problem[] } {
  const kept: ReadPackage[] = []
  const problems: Problem[] = []
  for (const each of [...packages].sort((a, b) => (a.manifest.districts[0]! < b.manifest.districts[0]! ? -1 : 1))) {
    const other = kept.find(({ manifest }) => manifest.districts.some((district) => each.manifest.districts.includes(district)))
    const params = { file: each.file, other: other?.file ?? '' }
    if (other === undefined) kept.push(each)
    else if (canonicalJson(other.manifest.parts) === canonicalJson(each.manifest.parts))
      problems.push(warning('rollup.sameTwice', params, { file: each.file }))
    else
      problems.push(
        problem(
          'rollup.districtTwice',
          { ...params, value: each.manifest.districts.find((district) => other.manifest.districts.includes(district))! },
          { file: each.file },
        ),
      )
  }
  return { packages: kept, problems }
}

/** Communities that two packages have, or a package and a district that was merged before; and those that come from another district. */
function whereaboutsProblems(desk: Desk, packages: readonly ReadPackage[], kept: ReadonlyMap<string, CommunityFacts>): Problem[] {
  const merged = new Map(desk.store.read.mergedPackages.list(desk.year.year).map((each) => [each.district, each.file]))
  const owner = new Map<string, string>()
  return packages.flatMap(({ file, communities }) =>
    communities.flatMap(({ key, name, district }) => {
      const place = { file, community: name, key }
      const before = kept.get(key)
      const other = owner.get(key) ?? (before === undefined ? undefined : merged.get(before.district))
      owner.set(key, file)
      if (other !== undefined) return [problem('rollup.communityTwice', { value: name, file, other }, place)]
      return before === undefined
        ? []
        : [warning('rollup.communityMoved', { value: name, from: before.district, to: district, file }, place)]
    }),
  )
}

/**
 * The package rules, also where it says nothing: an amount that a district takes back goes, and what the city entered itself does
 * not outlive
 * the package. Otherwise the year would depend on which packages came before; what goes is listed among the changes before
 * anything is merged.
 */
const entryOf = (key: string, given: LedgerEntry | undefined): LedgerEntry =>
  given ?? { key, allocatedFen: null, spentFen: null, carriedFen: null }

/** Changes of the map: those between the packages' districts are the packages', all others stay. One that two packages tell counts once. */
function mergedChanges(desk: Desk, packages: readonly ReadPackage[], districts: ReadonlySet<string>): Change[] {
  const present = desk.store.read.unitChanges.list(desk.year.year).map(({ id: _, ...change }): Change => change)
  const staying = present.filter(({ from, to }) => [...from, ...to].some((side) => !districts.has(side.district)))
  const all = new Map([...staying, ...packages.flatMap((each) => each.unitChanges)].map((each) => [canonicalJson(each), each]))
  return inDistrictOrder([...all.values()])
}

/** Everything that is told of a community, by the name of its field. */
function fieldsOf(
  facts: CommunityFacts | undefined,
  override: Override | undefined,
  entry: LedgerEntry | undefined,
  decided: string | null,
  spent: string | null,
  appeals: string | null,
  courtyards: string | null,
): Map<string, IndicatorValue> {
  if (facts === undefined) return new Map()
  return new Map<string, IndicatorValue>([
    ...[...PLACE_FIELDS, ...Object.keys(facts.values), ...LAST_YEAR_FIELDS].map((field) => [field, fieldValue(facts, field)] as const),
    ['override', override?.class ?? null],
    ['overrideReason', override?.reason ?? null],
    ['overrideDocument', override?.document || null],
    ['overrideExpires', override?.expires ?? null],
    ['ledgerAllocated', entry?.allocatedFen ?? null],
    ['ledgerSpent', entry?.spentFen ?? null],
    ['ledgerCarried', entry?.carriedFen ?? null],
    ['catalogueDecided', decided],
    ['projectRegister', spent],
    ['appealCounts', appeals],
    ['renovationBacklog', courtyards],
  ])
}

interface Side {
  facts: ReadonlyMap<string, CommunityFacts>
  overrides: ReadonlyMap<string, Override>
  ledger: ReadonlyMap<string, LedgerEntry>
  decided: Decided
  spent: Spent
  appeals: Appeals
  courtyards: Courtyards
}
const sideFields = ({ facts, overrides, ledger, decided, spent, appeals, courtyards }: Side, key: string): Map<string, IndicatorValue> =>
  fieldsOf(
    facts.get(key),
    overrides.get(key),
    ledger.get(key),
    decidedText(decided, key),
    spentText(spent, key),
    appealsText(appeals, key),
    courtyardsText(courtyards, key),
  )

function changesBetween(before: Side, after: Side, keys: readonly string[]): RollupChange[] {
  return keys.flatMap((key): RollupChange[] => {
    const { name, district, subdistrict } = (after.facts.get(key) ?? before.facts.get(key))!
    const [was, is] = [sideFields(before, key), sideFields(after, key)]
    const kind = was.size === 0 ? 'added' : is.size === 0 ? 'removed' : 'changed'
    const fields =
      kind === 'changed'
        ? [...new Set([...was.keys(), ...is.keys()])]
            .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
            .filter((each) => each.before !== each.after)
        : []
    return kind === 'changed' && fields.length === 0 ? [] : [{ kind, key, name, district, subdistrict, fields }]
  })
}

/**
 * Puts packages into the year: every district of a package is as the package has it (facts, classes set by hand, use of the money), every
 * other district stays. The order of the packages means nothing, nor does what was merged before; the same once more changes nothing.
 * @param packages each about other districts
 */
export function merge(desk: Desk, packages: readonly ReadPackage[]): Merged {
  const year = desk.year.year
  const districts = new Set(packages.flatMap(({ manifest }) => manifest.districts))
  const own = byKey(packages.flatMap((each) => each.communities))
  const given = mapOf(own)
  const elsewhere = mapOf(desk.facts.filter((each) => !districts.has(each.district)))
  const problems = whereaboutsProblems(desk, packages, elsewhere)
  const leaving = desk.facts.filter((each) => districts.has(each.district) && !given.has(each.key)).map((each) => each.key)
  const untouched = [...elsewhere.values()].filter((each) => !given.has(each.key))
  const present: Side = {
    facts: mapOf(desk.facts),
    overrides: mapOf(desk.allOverridesOf(year)),
    ledger: mapOf(desk.store.read.ledger.list(year)),
    decided: decidedNow(desk),
    spent: spentNow(desk),
    appeals: appealsNow(desk),
    courtyards: courtyardsNow(desk),
  }
  const decided = decidedIn(packages)
  const spent = spentIn(packages)
  const appeals = appealsOf(packages)
  const { settings, kinds, problems: ofKinds } = withKinds(desk, packages)
  const courtyards = courtyardsOf(packages, kinds)
  const missing = missingItems(desk, packages)
  const { subjects, problems: ofSubjects } = missingSubjects(desk, packages)
  const entries = mapOf(packages.flatMap((each) => each.ledger))
  const overrides = byKey(packages.flatMap((each) => each.overrides))
  const ledger = own.map(({ key }) => entryOf(key, entries.get(key)))
  const changes = changesBetween(
    present,
    { facts: given, overrides: mapOf(overrides), ledger: mapOf(ledger), decided, spent, appeals, courtyards },
    [...leaving, ...given.keys()],
  )
  return {
    districts,
    own,
    facts: byKey([...untouched, ...own]),
    removed: leaving,
    overrides,
    ledger,
    unitChanges: mergedChanges(desk, packages, districts),
    items: missing.items,
    decided: { before: present.decided, after: decided },
    spent: { before: present.spent, after: spent },
    appeals: { before: present.appeals, after: appeals, subjects },
    courtyards: { before: present.courtyards, after: courtyards, settings },
    changes,
    unchanged: given.size - changes.filter((each) => each.kind !== 'removed').length,
    problems: [...problems, ...missing.problems, ...usesProblems(desk, packages), ...ofSubjects, ...ofKinds, ...teamsLeft(packages)],
  }
}
