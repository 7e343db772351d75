import fc from 'fast-check'
import { DEAR, NASTY } from './nasty.ts'

/** Places within a value: each as the object or list, and the name in it. */
type Spot = readonly [holder: Record<string, unknown>, name: string]
const MOST_SPOTS = 2_000

function spotsIn(value: unknown, found: Spot[] = []): Spot[] {
  if (typeof value !== 'object' || value === null) return found
  for (const name of Object.keys(value)) {
    if (found.length >= MOST_SPOTS) return found
    found.push([value as Record<string, unknown>, name])
    spotsIn((value as Record<string, unknown>)[name], found)
  }
  return found
}

/** Choices are numbers, so that the same numbers make the same change. */
export interface Change {
  where: number
  how: number
  what: number
}
const natural = fc.nat({ max: 1_000_000 })
export const changes: fc.Arbitrary<Change[]> = fc.array(fc.record({ where: natural, how: natural, what: natural }), {
  minLength: 1,
  maxLength: 3,
})

/** One in so many of what is put in is dear: a million signs, twenty thousand levels. */
const DEAR_ONE_IN = 150
/** Of the same kind as what it stands for, so that it comes through the door more often. */
function alike(value: unknown, what: number): unknown {
  const same = NASTY.map((each) => each()).filter((each) => typeof each === typeof value && Array.isArray(each) === Array.isArray(value))
  return same[what % Math.max(1, same.length)]
}
const nasty = (what: number): unknown =>
  what % DEAR_ONE_IN === 0 ? DEAR[(what / DEAR_ONE_IN) % DEAR.length]!() : NASTY[what % NASTY.length]!()

/** Replaces, leaves out, doubles or renames something in a value that came from JSON; the value given stays as it is. */
export function changed(value: unknown, list: readonly Change[]): unknown {
  const holder: Record<string, unknown> = { value: structuredClone(value) }
  for (const { where, how, what } of list) {
    const spots = spotsIn(holder['value'])
    const spot = spots.length === 0 ? ([holder, 'value'] as const) : spots[where % spots.length]!
    const [inside, name] = spot
    const kind = how % 10
    if (kind === 0 && inside !== holder) Reflect.deleteProperty(inside, name)
    else if (kind === 1 && !Array.isArray(inside))
      Object.defineProperty(inside, String(nasty(what)).slice(0, 100), { value: 1, enumerable: true, configurable: true, writable: true })
    else if (kind === 2 && Array.isArray(inside)) inside.push(inside[0])
    else inside[name] = kind < 5 ? nasty(what) : alike(inside[name], what)
  }
  return holder['value']
}
