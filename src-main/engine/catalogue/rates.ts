import { withoutDust } from '../../model/number.ts'
import { addedUp } from '../../model/places.ts'
import type { CheckCount, Rate } from '../../model/registration.ts'
import type { FoundRate } from '../../model/target.ts'
import { exactInterval, type Interval } from '../statistics/index.ts'

/** How sure a claim is that is called proved. */
export const CONFIDENCE = 0.95
type Checks = Readonly<Record<CheckCount, number | null>>

const sumOf = (...parts: (number | null)[]): number | null =>
  parts.some((each) => each === null) ? null : parts.reduce<number>((sum, each) => sum + each!, 0)

/** Which of the counts tell against a rate, and of how many; whether the rate is the share of the others. */
const COUNTED: Readonly<Record<Rate, { cases: (of: Checks) => number | null; among: (of: Checks) => number | null; isOfOthers: boolean }>> =
  {
    capture: { cases: ({ missed }) => missed, among: ({ found }) => found, isOfOthers: true },
    stale: { cases: ({ stale }) => stale, among: ({ found, stale }) => sumOf(found, stale), isOfOthers: false },
    accuracy: { cases: ({ missed, wrong }) => sumOf(missed, wrong), among: ({ found }) => found, isOfOthers: true },
  }

/**
 * @param checks each by itself: those of which a count of the rate is unknown are no part of it
 * @returns the rate that spot checks found, with its exact interval; null where nobody was found
 */
export function rateFound(rate: Rate, checks: readonly Checks[], confidence = CONFIDENCE): FoundRate | null {
  const { cases: casesOf, among, isOfOthers } = COUNTED[rate]
  const known = checks.filter((each) => casesOf(each) !== null && among(each) !== null)
  const [cases, of] = [addedUp(known.map(casesOf)), addedUp(known.map(among))]
  if (of === 0 || cases > of) return null
  const against = exactInterval(cases, of, confidence)
  return isOfOthers
    ? { cases, of, rate: 1 - cases / of, low: 1 - against.high, high: 1 - against.low }
    : { cases, of, rate: cases / of, ...against }
}

/** @returns the largest share of cases that bounds allow; null: they allow any */
export function casesAllowed(rate: Rate, least: number | null, most: number | null): number | null {
  if (!COUNTED[rate].isOfOthers) return most
  return least === null ? null : withoutDust(1 - least)
}

/** Registered tenants, less those who are gone, and with those who are missed. high: null where it may be that nobody is registered. */
export interface TenantsPresent {
  estimate: number | null
  low: number
  high: number | null
}

/**
 * The tenants that are there: registered x (1 - stale share) / capture. Each of the two intervals is made so wide that both hold together
 * in at least the share of samples that is asked for.
 * @returns null where a part of it is not known
 */
export function tenantsPresent(registered: number | null, checks: readonly Checks[], confidence = CONFIDENCE): TenantsPresent | null {
  const each = 1 - (1 - confidence) / 2
  const [capture, stale] = [rateFound('capture', checks, each), rateFound('stale', checks, each)]
  if (registered === null || capture === null || stale === null) return null
  const tenants = (gone: number, registeredShare: number): number => (registered * (1 - gone)) / registeredShare
  const interval: Interval = { low: tenants(stale.high, capture.high), high: tenants(stale.low, capture.low) }
  return {
    estimate: capture.rate === 0 ? null : Math.round(tenants(stale.rate, capture.rate)),
    low: Math.floor(interval.low),
    high: capture.low === 0 ? null : Math.ceil(interval.high),
  }
}
