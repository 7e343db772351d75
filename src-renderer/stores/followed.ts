import { computed, type ComputedRef } from 'vue'
import { remembering, type Call } from '../api/client.ts'
import { loaded, type Loaded } from '../api/loaded.ts'
import { touching, type Area, type Areas } from '../../src-main/model/areas.ts'
import { useSession } from './session.ts'

/** A part of the open plan that is read once for each moment of it, however many pages ask. */
export interface Followed<T> extends Omit<Loaded<T>, 'value' | 'clear'> {
  value: ComputedRef<T | null>
  /** Reads when something has changed that the value rests on; ends when the value is up to date. */
  follow(): Promise<void>
}

interface Held<T> {
  value: T
  /** At which moment of the plan it is right; null: at none. */
  moment: string | null
  restsOn: ReadonlySet<Area>
}

/**
 * @param read asks for everything through what it is given; what it asks in another way counts as resting on anything, and is read
 *   again after every change
 * @param renew asks only for what changed, and gives the whole value; null: everything has to be read again
 */
export function followed<T>(
  read: (call: Call) => Promise<T>,
  renew: (before: T, changed: Areas, call: Call) => Promise<T | null> = () => Promise.resolve(null),
): Followed<T> {
  const session = useSession()

  async function reading(work: (call: Call) => Promise<T>, before: Iterable<Area> = []): Promise<Held<T>> {
    const { moment } = session
    const { call, restsOn } = remembering()
    const value = await work(call)
    const areas = restsOn()
    return { value, moment: areas === null ? null : moment, restsOn: new Set([...before, ...(areas ?? [])]) }
  }
  const wholly = (): Promise<Held<T>> => reading(read)
  const renewed = ({ value, restsOn }: Held<T>, changed: Areas): Promise<Held<T>> =>
    reading(async (call) => (await renew(value, changed, call)) ?? (await read(call)), restsOn)

  let next = wholly
  const part = loaded(() => next())
  const load = (): Promise<void> => {
    next = wholly
    return part.load()
  }

  let followedTo: string | null = null
  let latest = Promise.resolve()
  function follow(): Promise<void> {
    const { moment } = session
    if (moment === null || moment === followedTo) return latest
    followedTo = moment
    const held = part.value.value
    const heldAt = held?.moment ?? null
    const changed = heldAt === null ? null : session.changedSince(heldAt)
    if (held === null || changed === null) return (latest = load())
    const own = touching(changed, held.restsOn)
    if (Object.keys(own).length === 0) held.moment = moment
    else {
      next = () => renewed(held, own)
      latest = part.load()
    }
    return latest
  }
  return { value: computed(() => part.value.value?.value ?? null), problems: part.problems, loading: part.loading, load, follow }
}
