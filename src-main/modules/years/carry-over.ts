import type { OutputOf } from '../../contract/operations.ts'
import type { Indicator } from '../../model/indicator.ts'
import { FEN_PER_YUAN } from '../../model/money.ts'
import type { Desk } from '../../desk/desk.ts'
import { applyEdits } from '../../desk/edits.ts'
import { adoptedResultOf, lastYearOf, yearsInUse } from '../../desk/last-year.ts'
import { appError } from '../../shared/app-error.ts'

/** The indicator of what was left of last year's money, in 元: it can't be copied, it comes from last year's ledger. */
export const CARRY_OVER = 'carryOver'

export const asksCarryOver = (indicators: readonly Indicator[]): boolean =>
  indicators.some((each) => each.key === CARRY_OVER && each.formula === undefined)

type Offer = OutputOf<'years.carryOver'>[number]

/** What is left where only the spending was entered; null where that is not known, or more was spent than was allocated. */
const leftOf = (allocatedFen: number | null, spentFen: number | null): number | null =>
  allocatedFen === null || spentFen === null || spentFen > allocatedFen ? null : allocatedFen - spentFen

/** What the ledger of the year before says is left, and a year does not say so. */
function offerFor(desk: Desk, into: number): Offer | null {
  const from = lastYearOf(desk, into)
  if (from === null || !asksCarryOver(desk.dictionary.indicators)) return null
  const adopted = new Map(adoptedResultOf(desk, from)?.communities.map((each) => [each.key, each.amountFen]))
  const registered = desk.store.read.ledger.list(from).flatMap((entry) => {
    const carriedFen = entry.carriedFen ?? leftOf(entry.allocatedFen ?? adopted.get(entry.key) ?? null, entry.spentFen)
    return carriedFen === null ? [] : [{ key: entry.key, carriedFen }]
  })
  const here = new Map(desk.factsOf(into).map((each) => [each.key, each]))
  const names = new Map(desk.factsOf(from).map((each) => [each.key, each.name]))
  const rows = registered.flatMap(({ key, carriedFen }) => {
    const facts = here.get(key)
    const present = facts?.values[CARRY_OVER] ?? null
    if (facts === undefined || typeof present === 'string' || present === carriedFen / FEN_PER_YUAN) return []
    const { name, district, subdistrict } = facts
    return [{ key, name, district, subdistrict, carriedFen, presentFen: present === null ? null : Math.round(present * FEN_PER_YUAN) }]
  })
  if (rows.length === 0) return null
  const gone = registered.filter(({ key, carriedFen }) => carriedFen > 0 && !here.has(key))
  return { from, into, rows, gone: gone.map(({ key, carriedFen }) => ({ name: names.get(key) ?? key, carriedFen })) }
}

/**
 * Carry-over that was entered into the ledger of a closed year after the next one was started.
 * @returns an offer for each year to whose communities it belongs, latest first; communities that are in the earlier year only (merged,
 *   split, dissolved) can't be offered and are named
 */
export const carryOverOffers = (desk: Desk): Offer[] =>
  desk.derived('carryOverOffers', () =>
    yearsInUse(desk)
      .toReversed()
      .flatMap((year) => offerFor(desk, year) ?? []),
  )

/**
 * Takes registered carry-over into a year's indicator, as one step.
 * @param keys the communities that are taken; each must be offered
 * @returns how many were taken
 * @throws plan.carryOverStale where something else is registered by now; the refusals of values that may not stand
 */
export async function takeCarryOver(desk: Desk, into: number, keys: readonly string[]): Promise<number> {
  const offer = carryOverOffers(desk).find((each) => each.into === into)
  const offered = new Map(offer?.rows.map((each) => [each.key, each]))
  const rows = keys.flatMap((key) => offered.get(key) ?? [])
  if (offer === undefined || rows.length < keys.length) throw appError('plan.carryOverStale', { year: into })
  const before = new Map(desk.factsOf(into).map((each) => [each.key, each]))
  const edits = rows.map(({ key, carriedFen }) => ({ key, field: CARRY_OVER, value: carriedFen / FEN_PER_YUAN }))
  const after = applyEdits(before, edits, desk.dictionary.indicators)
  await desk.store.command(
    'years.takeCarryOver',
    { key: 'carryOverTaken', params: { year: into, from: offer.from, count: rows.length } },
    (plan) => plan.communities.save(into, [...after.values()]),
  )
  return rows.length
}
