import type { Ground } from './ground.ts'

/** Communities divided among teams while one tries to better it: every change knows what it costs before it is made. */
export interface DivisionGoal {
  /** Between these each team's work per officer costs nothing; beyond them the square of the distance is paid. */
  low: number
  high: number
  /** Paid for a community that is not with its team of today. */
  change: number
  /** Paid for each subdistrict in which a team works beside its first. */
  spread: number
  /** How much the square of a distance weighs. */
  beyond: number
}

/** The teams of one part: their sizes, and by which numbers they are called today. */
export interface DivisionTeams {
  sizes: readonly number[]
  labels: readonly number[]
}

/** What one community too many or too few costs: more than any unevenness. */
const OUT_OF_COUNT = 1e9

export class Division {
  readonly rows: readonly number[]
  readonly team: Int32Array
  readonly #ground: Ground
  readonly #teams: DivisionTeams
  readonly #isOpen: boolean
  readonly #loads: Float64Array
  readonly #counts: Int32Array
  /** How many communities each team has in each subdistrict. */
  readonly #inArea: Int32Array
  readonly #areas: number
  readonly #goal: DivisionGoal

  /** @param team of each row, by its place among the teams */
  constructor(ground: Ground, rows: readonly number[], isOpen: boolean, teams: DivisionTeams, team: ArrayLike<number>, goal: DivisionGoal) {
    this.#ground = ground
    this.rows = rows
    this.#teams = teams
    this.#isOpen = isOpen
    this.#goal = goal
    this.team = Int32Array.from(team)
    this.#areas = ground.near.length
    this.#loads = new Float64Array(teams.sizes.length)
    this.#counts = new Int32Array(teams.sizes.length)
    this.#inArea = new Int32Array(teams.sizes.length * this.#areas)
    rows.forEach((_, at) => this.#put(at, this.team[at]!, 1))
  }

  #put(at: number, team: number, sign: 1 | -1): void {
    const row = this.rows[at]!
    this.#loads[team]! += sign * this.#ground.work[row]!
    this.#counts[team]! += sign
    this.#inArea[team * this.#areas + this.#ground.area[row]!]! += sign
  }

  /** What a team costs with so much work and so many communities. */
  #costOf(team: number, work: number, count: number): number {
    const { least, most } = this.#ground
    const { low, high } = this.#goal
    const size = this.#teams.sizes[team]!
    const each = work / size
    const beyond = Math.max(0, low - each, each - high)
    return this.#goal.beyond * beyond * beyond * size + OUT_OF_COUNT * (Math.max(0, least - count) + Math.max(0, count - most))
  }

  #moved(at: number, from: number, to: number): number {
    const today = this.#ground.today[this.rows[at]!]
    if (today === null || this.#goal.change === 0) return 0
    const { labels } = this.#teams
    return this.#goal.change * (Number(labels[to] !== today) - Number(labels[from] !== today))
  }

  #spreads(at: number, from: number, to: number): number {
    if (this.#goal.spread === 0) return 0
    const area = this.#ground.area[this.rows[at]!]!
    const leaves = this.#inArea[from * this.#areas + area] === 1
    const comes = this.#inArea[to * this.#areas + area] === 0
    return this.#goal.spread * (Number(comes) - Number(leaves))
  }

  /** @returns what it changes in cost to give a community to a team, and, where another is named, that one in exchange */
  costOf(at: number, to: number, other: number | null): number {
    const from = this.team[at]!
    const { work } = this.#ground
    const out = work[this.rows[at]!]!
    const back = other === null ? 0 : work[this.rows[other]!]!
    const count = other === null ? 1 : 0
    const [before, after] = [
      this.#costOf(from, this.#loads[from]!, this.#counts[from]!) + this.#costOf(to, this.#loads[to]!, this.#counts[to]!),
      this.#costOf(from, this.#loads[from]! - out + back, this.#counts[from]! - count) +
        this.#costOf(to, this.#loads[to]! + out - back, this.#counts[to]! + count),
    ]
    const moved = this.#moved(at, from, to) + (other === null ? 0 : this.#moved(other, to, from))
    const spread = this.#spreads(at, from, to) + (other === null ? 0 : this.#spreads(other, to, from))
    return after - before + moved + spread
  }

  /** Makes a change. @returns false, with nothing changed, where a team would be empty or would not hang together */
  make(at: number, to: number, other: number | null): boolean {
    const from = this.team[at]!
    if (other === null && this.#counts[from] === 1) return false
    this.#give(at, to)
    if (other !== null) this.#give(other, from)
    if (this.#isOpen || (this.#hangs(from) && this.#hangs(to))) return true
    if (other !== null) this.#give(other, to)
    this.#give(at, from)
    return false
  }

  #give(at: number, to: number): void {
    this.#put(at, this.team[at]!, -1)
    this.team[at] = to
    this.#put(at, to, 1)
  }

  /** Whether a team's subdistricts hang together. */
  #hangs(team: number): boolean {
    const { near } = this.#ground
    const from = team * this.#areas
    let [own, first] = [0, -1]
    for (let area = 0; area < this.#areas; area++)
      if (this.#inArea[from + area]! > 0) {
        own++
        first = area
      }
    if (own <= 1) return true
    const reached = [first]
    const seen = new Set(reached)
    for (const area of reached)
      for (const next of near[area]!)
        if (!seen.has(next) && this.#inArea[from + next]! > 0) {
          seen.add(next)
          reached.push(next)
        }
    return seen.size === own
  }

  /** @returns whether every team hangs together */
  get hangs(): boolean {
    return this.#isOpen || this.#teams.sizes.every((_, team) => this.#hangs(team))
  }

  /** The least and the most work per officer. */
  get ends(): { least: number; most: number } {
    const each = Array.from(this.#loads, (work, team) => work / this.#teams.sizes[team]!)
    return { least: Math.min(...each), most: Math.max(...each) }
  }

  /** Whether all teams have as many communities as they may. */
  get isCounted(): boolean {
    const { least, most } = this.#ground
    return this.#counts.every((count) => count >= least && count <= most)
  }

  get hasEmpty(): boolean {
    return this.#counts.includes(0)
  }

  /** How many communities are not with their team of today. */
  get changes(): number {
    const { today } = this.#ground
    return this.rows.filter((row, at) => today[row] !== null && today[row] !== this.#teams.labels[this.team[at]!]).length
  }

  /** In how many subdistricts teams work beside their first. */
  get spread(): number {
    return this.#inArea.reduce((sum, each) => sum + Number(each > 0), 0) - this.#teams.sizes.length
  }

  /** The subdistrict of a row's place. */
  areaOf(at: number): number {
    return this.#ground.area[this.rows[at]!]!
  }
}
