import { nothingKnown } from '../../model/field.ts'
import type { CommunityFacts, Override } from '../../model/plan.ts'
import type { Problem } from '../../model/problem.ts'
import { namesIn, type Summary, type SummaryKey } from '../../words/summaries.ts'
import type { NewPlace, UnitChange, UnitChangeKind, UnitSide } from '../../model/units.ts'
import { appError } from '../../shared/app-error.ts'
import type { LedgerEntry } from '../../store/index.ts'
import type { Desk } from '../../desk/desk.ts'

/** Why the map changes: as it is recorded. */
export interface Why {
  date: string
  document: string
  note: string
}

/** A change of the map in the current year. Who is in `from` and not in `to` leaves the year; everybody in `to` is as given. */
export interface MapWork {
  kind: UnitChangeKind
  from: CommunityFacts[]
  to: CommunityFacts[]
  /** Classes set by hand and ledger entries of those in `to`; whoever has none here has none any more. */
  overrides: Override[]
  ledger: LedgerEntry[]
  /** Last year's money that nobody takes over, in fen. */
  endedFen: number
  problems: Problem[]
}

/** What the current year has of a community beside its facts. */
export const overrideOf = (desk: Desk, key: string): Override | undefined =>
  desk.allOverridesOf(desk.year.year).find((each) => each.key === key)
export const ledgerOf = (desk: Desk, key: string): LedgerEntry | undefined =>
  desk.store.read.ledger.list(desk.year.year).find((each) => each.key === key)

/** @throws plan.communityUnknown */
export function communityOf(desk: Desk, key: string): CommunityFacts {
  const found = desk.facts.find((each) => each.key === key)
  if (found === undefined) throw appError('plan.communityUnknown', { value: key }, { community: key })
  return found
}

/** A new community with nothing known of it, at a place that nobody has. */
export const blankAt = (place: NewPlace): CommunityFacts => ({
  ...place,
  key: place.code === '' ? `${place.district}/${place.subdistrict}/${place.name}` : place.code,
  ...nothingKnown(),
})

const samePlace = (a: CommunityFacts, b: CommunityFacts): boolean =>
  a.name === b.name && a.subdistrict === b.subdistrict && a.district === b.district

/** Who is merely explained stands in `to` as it is in the year. @throws plan.communityTwice where a key or a place would be there twice */
function refuseTwice(desk: Desk, { from, to }: MapWork): void {
  const gone = new Set(from.map((each) => each.key))
  const others = desk.facts.filter((each) => !gone.has(each.key) && !to.includes(each))
  to.forEach((each, position) => {
    if ([...others, ...to.slice(0, position)].some((other) => other.key === each.key || samePlace(other, each)))
      throw appError('plan.communityTwice', { value: each.name }, { community: each.name })
  })
}

export const sideOf = ({ key, code, name, district, subdistrict, previousFen }: CommunityFacts): UnitSide => ({
  key,
  code,
  name,
  district,
  subdistrict,
  previousFen,
})

const SUMMARY_OF = {
  found: 'unitFound',
  merge: 'unitMerge',
  split: 'unitSplit',
  rename: 'unitRename',
  move: 'unitMove',
  dissolve: 'unitDissolve',
} as const satisfies Record<UnitChangeKind, SummaryKey>

function summaryOf({ kind, from, to }: MapWork): Summary {
  const now = kind === 'move' ? to.map((each) => `${each.district}${each.subdistrict}`) : to.map((each) => each.name)
  return {
    key: SUMMARY_OF[kind],
    params: {
      ...namesIn(
        'from',
        from.map((each) => each.name),
      ),
      ...namesIn('to', now),
    },
  }
}

/**
 * Changes the map as one step: communities, classes set by hand, ledger, and the record of the change.
 * @throws plan.communityTwice
 */
export async function changeMap(
  desk: Desk,
  work: MapWork,
  { date, document, note }: Why,
): Promise<{ change: UnitChange; problems: Problem[] }> {
  refuseTwice(desk, work)
  const { year } = desk.year
  const { kind, from, to, endedFen, problems } = work
  const present = new Set(desk.facts.map((each) => each.key))
  const staying = new Set(to.map((each) => each.key))
  const change = { year, kind, date, document, note, from: from.map(sideOf), to: to.map(sideOf), endedFen }
  const id = await desk.store.command(`units.${kind}`, summaryOf(work), (plan) => {
    const ended = from.filter((each) => !staying.has(each.key) && present.has(each.key)).map((each) => each.key)
    if (ended.length > 0) plan.communities.remove(year, ended)
    plan.communities.save(year, to)
    for (const { key } of to) {
      const kept = work.overrides.find((each) => each.key === key)
      const has = plan.overrides.list(year).some((each) => each.key === key)
      if (kept !== undefined) plan.overrides.set(year, kept)
      else if (has) plan.overrides.clear(year, key)
      plan.ledger.save(year, [
        work.ledger.find((each) => each.key === key) ?? { key, allocatedFen: null, spentFen: null, carriedFen: null },
      ])
    }
    return plan.unitChanges.add(change)
  })
  return { change: { id, ...change }, problems }
}
