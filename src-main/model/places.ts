// Communities by district and subdistrict, and what is known of them added up: the one place that says how. An unknown adds nothing,
// and whoever shows a sum says beside it how many are not in it. Only the verifier has its own, so that it shares nothing with what
// it verifies.

/** Where a community is; a subdistrict that was not delivered is ''. */
export interface InPlace {
  district: string
  subdistrict: string
}
/** What is in one subdistrict of one district. */
export interface InSubdistrict<T> {
  district: string
  subdistrict: string
  own: T[]
}
/** What is in one district, also by subdistrict. */
export interface InDistrict<T> {
  district: string
  own: T[]
  subdistricts: InSubdistrict<T>[]
}

/** @returns every district with its subdistricts, each in the order in which it first appears: that of the plan */
export const byPlace = <T>(elements: readonly T[], placeOf: (each: T) => InPlace): InDistrict<T>[] =>
  [...Map.groupBy(elements, (each) => placeOf(each).district)].map(([district, own]) => ({
    district,
    own,
    subdistricts: [...Map.groupBy(own, (each) => placeOf(each).subdistrict)].map(([subdistrict, inside]) => ({
      district,
      subdistrict,
      own: inside,
    })),
  }))

/**
 * @returns every subdistrict by itself, in the order in which it first appears in the whole plan, even where its district is not in
 *   one piece there: so completeness and the comparison workbook have listed them from the beginning
 */
export const bySubdistrict = <T>(elements: readonly T[], placeOf: (each: T) => InPlace): InSubdistrict<T>[] =>
  [...Map.groupBy(elements, (each) => JSON.stringify([placeOf(each).district, placeOf(each).subdistrict])).values()].map((own) => {
    const { district, subdistrict } = placeOf(own[0]!)
    return { district, subdistrict, own }
  })

/** @returns each district once, in the order in which they first appear */
export const districtsOf = (places: readonly Pick<InPlace, 'district'>[]): string[] => [...new Set(places.map((each) => each.district))]

/** @returns whether all of it lies in one district, whose sums are those of the whole: then subdistricts are told apart instead */
export const isOneDistrict = (places: readonly Pick<InPlace, 'district'>[]): boolean => districtsOf(places).length === 1

/** @returns each subdistrict of a district once, in the order in which they first appear */
export const subdistrictsOf = (places: readonly InPlace[], district: string | undefined): string[] => [
  ...new Set(places.filter((each) => each.district === district).map((each) => each.subdistrict)),
]

type Known = number | null | undefined

/** @returns whether there are any, and not one of them is known: their sum is unknown then, and not zero */
export const isUnknown = (amounts: readonly Known[]): boolean => amounts.length > 0 && amounts.every((each) => (each ?? null) === null)

/** @returns how many are not known, and so in no sum */
export const unknownIn = (amounts: readonly Known[]): number => amounts.filter((each) => (each ?? null) === null).length

/**
 * @returns the sum of what is known, 0 also where nothing is. For the kept formats (results, packages, what the workbook checks),
 *   which have a number there and the count of the unknown beside it; what people read is `sumOfKnown`
 */
export const addedUp = (amounts: readonly Known[]): number => amounts.reduce<number>((sum, each) => sum + (each ?? 0), 0)

/** @returns the sum of what is known; null where there are some and nothing of them is known, and 0 where there are none */
export const sumOfKnown = (amounts: readonly Known[]): number | null => (isUnknown(amounts) ? null : addedUp(amounts))

/** @returns the sum of all, of which points or rates are made; null where even one is not known, and 0 where there are none */
export const sumOfAll = (amounts: readonly Known[]): number | null => (unknownIn(amounts) > 0 ? null : addedUp(amounts))
