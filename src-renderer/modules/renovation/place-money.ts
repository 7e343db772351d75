import { byPlace, sumOfKnown, type InPlace } from '../../../src-main/model/places.ts'
import { shownSums, stepOf, stepsAsText, usualDecimals, type ShownSum, type SumOf } from '../../../src-main/model/sums.ts'
import { mostWanDecimals } from '../../format/money.ts'

type Keyed = InPlace & { key: string }
/** How a place is found among the written amounts; the whole: ''. */
export const placeKey = (district: string, subdistrict: string | null): string => `${district}\n${subdistrict ?? ''}`

/**
 * A column of amounts in 万元 with its sums by subdistrict, district and over all, written so that they add up on every level.
 * @param communities in the order in which they stand, those of a place together
 * @returns the texts by the key of the community or the place
 */
export function writtenByPlace(communities: readonly Keyed[], fenOf: (key: string) => number | null): ReadonlyMap<string, string> {
  const decimals = usualDecimals(
    communities.map(({ key }) => fenOf(key)),
    'wan',
    mostWanDecimals.value,
  )
  const sumOf = (parts: SumOf[]): SumOf => ({ fen: sumOfKnown(parts.map(({ fen }) => fen)), parts })
  const places = byPlace(communities, (each) => each)
  const whole = sumOf(
    places.map(({ subdistricts }) => sumOf(subdistricts.map(({ own }) => sumOf(own.map(({ key }) => ({ fen: fenOf(key) })))))),
  )
  const texts = new Map<string, string>()
  const put = (key: string, { steps }: ShownSum): void => void texts.set(key, steps === null ? '–' : stepsAsText(steps, decimals))
  const shown = shownSums(whole, stepOf('wan', decimals))
  put('', shown)
  places.forEach(({ district, subdistricts }, at) => {
    put(placeKey(district, null), shown.parts[at]!)
    subdistricts.forEach(({ subdistrict, own }, inside) => {
      const part = shown.parts[at]!.parts[inside]!
      put(placeKey(district, subdistrict), part)
      own.forEach(({ key }, row) => put(key, part.parts[row]!))
    })
  })
  return texts
}
