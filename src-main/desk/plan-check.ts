import type { Problem } from '../model/problem.ts'
import { AppError } from '../shared/app-error.ts'
import { problemOfFinding, type HistoryFinding, type PlanStore } from '../store/index.ts'

type Kind = Extract<HistoryFinding, { whole: false }>['kind']
/** What keeps a year from being adopted: the figures and how they came about are both what is adopted. */
export const ANY_KIND: readonly Kind[] = ['content', 'altered', 'missing']
/** What keeps figures in the house: they are not what was entered. */
export const OF_CONTENT: readonly Kind[] = ['content']

/**
 * Whether the open plan is what its change log says. A single bit that a disk has lost gives other figures, and nothing of the file
 * itself tells: so the whole log is looked at when the window asks, soon after opening, and again before something leaves the house.
 */
export class PlanCheck {
  readonly #store: PlanStore
  readonly #ending = new AbortController()
  #found: { revision: number; finding: HistoryFinding } | null = null
  #looking: { revision: number; finding: Promise<HistoryFinding> } | null = null

  constructor(store: PlanStore) {
    this.#store = store
  }

  /** What was found last; nothing as long as nobody has looked. A row of a community is told by its name, and shown where it stands. */
  get problems(): readonly Problem[] {
    const found = this.#found === null ? null : problemOfFinding(this.#store.file, this.#found.finding)
    return found === null ? [] : [this.#named(found)]
  }

  /** @returns what is found in the plan as it is now; looked for once, until the plan changes @throws AppError task.cancelled */
  async finding(): Promise<HistoryFinding> {
    const { revision } = this.#store
    if (this.#found?.revision === revision) return this.#found.finding
    if (this.#looking?.revision !== revision)
      this.#looking = { revision, finding: this.#store.verifyHistory({ signal: this.#ending.signal }) }
    const finding = await this.#looking.finding
    this.#found = { revision, finding }
    return finding
  }

  /** @param kinds of findings that count @throws plan.contentAltered, plan.logAltered, task.cancelled */
  async require(kinds: readonly Kind[]): Promise<void> {
    const finding = await this.finding()
    if (!finding.whole && kinds.includes(finding.kind)) throw new AppError([...this.problems])
  }

  end(): void {
    this.#ending.abort()
  }

  #named(found: Problem): Problem {
    const { table: _, row, ...params } = found.params
    const [year, key] = row === undefined ? [] : (JSON.parse(String(row)) as unknown[])
    const name = typeof year === 'number' && typeof key === 'string' ? this.#store.read.communities.find(year, key)?.name : undefined
    return name === undefined ? found : { ...found, params, place: { ...found.place, community: name, key: String(key) } }
  }
}
