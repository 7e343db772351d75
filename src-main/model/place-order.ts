import { z } from 'zod'
import type { InPlace } from './places.ts'

/**
 * In which order districts and their subdistricts stand in every table, list and chart (建制序): as the department is used to have them,
 * and not as their names or codes happen to be. A district may be named that has no community yet.
 */
export const PlaceOrder = z
  .array(z.strictObject({ district: z.string().min(1).max(60), subdistricts: z.array(z.string().max(60)).max(500) }))
  .max(500)
export type PlaceOrder = z.infer<typeof PlaceOrder>

/** As the plan keeps it. */
export const KeptPlaces = z.object({ order: PlaceOrder })

/**
 * @param elements in the order in which they stand where nothing is said of their places
 * @returns the same elements, those of one place still in that order; places that the order doesn't name come after those that it names
 */
export function inPlaceOrder<T extends InPlace>(elements: readonly T[], order: PlaceOrder): readonly T[] {
  if (order.length === 0) return elements
  const districts = new Map(
    order.map(({ district, subdistricts }, at) => [district, { at, inside: new Map(subdistricts.map((name, i) => [name, i])) }]),
  )
  const ranks = elements.map((each) => {
    const district = districts.get(each.district)
    return { each, district: district?.at ?? Infinity, subdistrict: district?.inside.get(each.subdistrict) ?? Infinity }
  })
  // Not the difference: that of two infinities is no number.
  const compare = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1)
  return ranks
    .sort((one, other) => compare(one.district, other.district) || compare(one.subdistrict, other.subdistrict))
    .map(({ each }) => each)
}
