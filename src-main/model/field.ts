import type { Indicator, IndicatorValue } from './indicator.ts'
import type { Community, CommunityFacts } from './plan.ts'

/** Where a community is and what it is called. */
export const PLACE_FIELDS = ['code', 'name', 'district', 'subdistrict'] as const
export type PlaceField = (typeof PLACE_FIELDS)[number]
export const PREVIOUS_AMOUNT = 'previousAmount'
export const PREVIOUS_CLASS = 'previousClass'
/** Last year's amount (in fen) and class: facts of a community that are no indicators. */
export const LAST_YEAR_FIELDS = [PREVIOUS_AMOUNT, PREVIOUS_CLASS] as const
export type LastYearField = (typeof LAST_YEAR_FIELDS)[number]
/** Fields that every community has; all others are indicators. */
export type FixedField = PlaceField | LastYearField

export const isPlaceField = (field: string | null | undefined): field is PlaceField =>
  (PLACE_FIELDS as readonly (string | null | undefined)[]).includes(field)
export const isLastYearField = (field: string | null | undefined): field is LastYearField =>
  (LAST_YEAR_FIELDS as readonly (string | null | undefined)[]).includes(field)

/** A field of a community, with what is needed to read and write its values. */
export type CommunityField =
  | { kind: 'place'; key: PlaceField }
  | { kind: 'amount'; key: typeof PREVIOUS_AMOUNT }
  | { kind: 'class'; key: typeof PREVIOUS_CLASS }
  | { kind: 'indicator'; indicator: Indicator }

/** @returns which field a key names; null for an indicator that is not among these */
export function fieldOf(key: string, indicators: readonly Indicator[]): CommunityField | null {
  if (isPlaceField(key)) return { kind: 'place', key }
  if (key === PREVIOUS_AMOUNT) return { kind: 'amount', key }
  if (key === PREVIOUS_CLASS) return { kind: 'class', key }
  const indicator = indicators.find((each) => each.key === key)
  return indicator === undefined ? null : { kind: 'indicator', indicator }
}

type Known = Pick<CommunityFacts, 'values' | 'previousFen' | 'previousClass'>

/** A community of which nothing is known yet. */
export const nothingKnown = (): Known => ({ values: {}, previousFen: null, previousClass: null })

/** @returns a community's value of a field; the amount in fen; null where it is unknown */
export function fieldValue(facts: Known & Partial<Community>, field: string): IndicatorValue {
  if (isPlaceField(field)) return facts[field] ?? null
  if (field === PREVIOUS_AMOUNT) return facts.previousFen
  return field === PREVIOUS_CLASS ? facts.previousClass : (facts.values[field] ?? null)
}

/** @returns a copy of the community with another value of a field */
export function withFieldValue(facts: CommunityFacts, field: string, value: IndicatorValue): CommunityFacts {
  if (isPlaceField(field)) return { ...facts, [field]: String(value) }
  if (field === PREVIOUS_AMOUNT) return { ...facts, previousFen: value === null ? null : Number(value) }
  if (field === PREVIOUS_CLASS) return { ...facts, previousClass: value === null || value === '' ? null : String(value) }
  return { ...facts, values: { ...facts.values, [field]: value } }
}
