import type { Division } from './division.ts'
import type { Ground } from './ground.ts'

/** How the temperature falls, in the unit of the cost, and in how many steps. */
interface Cooling {
  from: number
  to: number
  steps: number
}

/** Drawn numbers from 0 to below 1, the same in every run (G. Marsaglia, Xorshift RNGs, Journal of Statistical Software 8, 2003). */
export function drawing(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0 || 1
  return () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 4_294_967_296
  }
}

/** For each place the places whose communities can come into the same team without another one between. */
function partners(division: Division, { near }: Ground, isOpen: boolean): (at: number, random: () => number) => number {
  const count = division.rows.length
  if (isOpen) return (_, random) => Math.floor(random() * count)
  const inArea = Map.groupBy(
    division.rows.map((_, at) => at),
    (at) => division.areaOf(at),
  )
  const lists = new Map([...inArea.keys()].map((area) => [area, [area, ...near[area]!].flatMap((each) => inArea.get(each) ?? [])]))
  return (at, random) => {
    const list = lists.get(division.areaOf(at))!
    return list[Math.floor(random() * list.length)]!
  }
}

/**
 * Betters a division by moves and exchanges of communities (S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, Optimization by Simulated
 * Annealing, Science 220, 1983). The same division, seed and cooling give the same result.
 * @param better told after every hundredth of the steps: whether to go on
 */
export function anneal(
  division: Division,
  ground: Ground,
  { isOpen, seed, cooling, goOn = () => true }: { isOpen: boolean; seed: number; cooling: Cooling; goOn?: () => boolean },
): void {
  const random = drawing(seed)
  const partner = partners(division, ground, isOpen)
  const { from, to, steps } = cooling
  const portion = Math.max(1, Math.ceil(steps / 100))
  const factor = (to / from) ** (1 / 100)
  let temperature = from
  for (let step = 0; step < steps; step++) {
    if (step % portion === 0) {
      if (!goOn()) return
      if (step > 0) temperature *= factor
    }
    const at = Math.floor(random() * division.rows.length)
    const other = partner(at, random)
    const to = division.team[other]!
    if (division.team[at] === to) continue
    const exchanged = random() < 0.6 ? other : null
    const cost = division.costOf(at, to, exchanged)
    if (cost <= 0 || random() < Math.exp(-cost / temperature)) division.make(at, to, exchanged)
  }
}
