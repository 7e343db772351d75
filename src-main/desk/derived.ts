import { together, touching, type Area, type Areas } from '../model/areas.ts'

/** The plan as far as derived values need to know it. */
export interface Source {
  /** Goes up with every committed change. */
  readonly revision: number
  /** @returns what was changed after that revision; null: it may be anything */
  changedSince(revision: number): Areas | null
  /** @param told at each reading, what its answer rests on */
  onRead(told: (areas: readonly Area[]) => void): void
}

interface Held {
  value: unknown
  restsOn: Set<Area>
  /** What was changed of that since the value was computed. */
  changed: Areas
  askedAt: number
}

/** A value that nobody has asked for during so many changes is given up: of what is tried while dragging there are many. */
const KEPT_REVISIONS = 50

const isEmpty = (areas: Areas): boolean => Object.keys(areas).length === 0

/**
 * Values that are computed from a plan, each kept until something is changed that it rests on. What that is nobody has to say: it is
 * what was read while it was computed.
 */
export class Derived {
  readonly #source: Source
  readonly #held = new Map<string, Held>()
  /** What the computations under way have read so far, the innermost last. */
  readonly #reading: Set<Area>[] = []
  #revision: number

  constructor(source: Source) {
    this.#source = source
    this.#revision = source.revision
    source.onRead((areas) => this.#note(areas))
  }

  /**
   * @param name of the value, and of everything it is computed from beside the plan
   * @param compute reads by itself all that it needs of the plan (what was read before and handed in would not be noticed), and at once
   * @param renew makes the value that is right now from the one that was right before those changes; without it, it is computed anew
   */
  of<T>(name: string, compute: () => T, renew?: (before: T, changed: Areas) => T): T {
    this.#catchUp()
    const held = this.#held.get(name)
    if (held !== undefined && isEmpty(held.changed)) {
      held.askedAt = this.#revision
      this.#note(held.restsOn)
      return held.value as T
    }
    const before = renew === undefined ? undefined : held
    const { value, restsOn } = this.watched(() => (before === undefined ? compute() : renew!(before.value as T, before.changed)))
    // What is renewed still rests on all that it was first made from.
    for (const area of before?.restsOn ?? []) restsOn.add(area)
    this.#held.set(name, { value, restsOn, changed: {}, askedAt: this.#revision })
    this.#note(restsOn)
    return value
  }

  /** @returns what the work returns, and what in the plan it rests on; also told to whoever watches around it, if it fails too */
  watched<T>(work: () => T): { value: T; restsOn: Set<Area> } {
    const restsOn = new Set<Area>()
    this.#reading.push(restsOn)
    try {
      return { value: work(), restsOn }
    } finally {
      this.#reading.pop()
      this.#note(restsOn)
    }
  }

  #note(areas: Iterable<Area>): void {
    const innermost = this.#reading.at(-1)
    if (innermost === undefined) return
    for (const area of areas) innermost.add(area)
  }

  #catchUp(): void {
    const { revision } = this.#source
    if (revision === this.#revision) return
    const changed = this.#source.changedSince(this.#revision)
    this.#revision = revision
    if (changed === null) return this.#held.clear()
    for (const [name, held] of this.#held) {
      held.changed = together(held.changed, touching(changed, held.restsOn))
      if (held.askedAt < revision - KEPT_REVISIONS) this.#held.delete(name)
    }
  }
}
