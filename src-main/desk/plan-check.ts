import type { Problem } from '../model/problem.ts'
import { AppError } from '../shared/app-error.ts'
import { requireAsWritten, type HistoryFinding, type PlanStore } from '../store/index.ts'
import type { Logger } from './service.ts'

/** Milliseconds after opening: the first pages come before. */
const AFTER_OPENING = 3000

/**
 * Whether the open plan is what its change log says. A single bit that a disk has lost gives other figures, and nothing of the file
 * itself tells: so the whole log is looked at soon after opening, and again before something leaves the house.
 */
export class PlanCheck {
  readonly #store: PlanStore
  readonly #ending = new AbortController()
  readonly #timer: NodeJS.Timeout
  #found: { revision: number; finding: HistoryFinding } | null = null
  #looking: { revision: number; finding: Promise<HistoryFinding> } | null = null

  constructor(store: PlanStore, logger: Logger) {
    this.#store = store
    const look = (): void => {
      this.finding().catch((error: unknown) => {
        if (!this.#ending.signal.aborted) logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
      })
    }
    this.#timer = setTimeout(look, AFTER_OPENING).unref()
  }

  /** What was found last; nothing as long as nobody has looked. */
  get problems(): readonly Problem[] {
    return this.#found === null ? [] : problemsOf(this.#store, this.#found.finding)
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
    if (!finding.whole && kinds.includes(finding.kind)) throw new AppError([...problemsOf(this.#store, finding)])
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#ending.abort()
  }
}

type Kind = Extract<HistoryFinding, { whole: false }>['kind']
/** What keeps a year from being adopted: the figures and how they came about are both what is adopted. */
export const ANY_KIND: readonly Kind[] = ['content', 'altered', 'missing']
/** What keeps figures in the house: they are not what was entered. */
export const OF_CONTENT: readonly Kind[] = ['content']

/** A row of a community is told by its name, and shown where it stands. */
function problemsOf(store: PlanStore, finding: HistoryFinding): readonly Problem[] {
  try {
    requireAsWritten(store.file, finding)
    return []
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.problems.map((each) => ({ ...each, place: { ...each.place, ...communityOf(store, each) } }))
  }
}

function communityOf({ read }: PlanStore, { params }: Problem): { community?: string; key?: string } {
  const [year, key] = params['row'] === undefined ? [] : (JSON.parse(String(params['row'])) as unknown[])
  if (typeof year !== 'number' || typeof key !== 'string') return {}
  const name = read.communities.find(year, key)?.name
  return name === undefined ? {} : { community: name, key }
}
