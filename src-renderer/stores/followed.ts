import { loaded, type Loaded } from '../api/loaded.ts'
import { useSession } from './session.ts'

/** A part of the open plan that is read once for each moment of it, however many pages ask. */
export interface Followed<T> extends Loaded<T> {
  /** Reads when the plan, its year or its content has changed since the last reading; ends when the value is up to date. */
  follow(): Promise<void>
}

export function followed<T>(read: () => Promise<T>): Followed<T> {
  const session = useSession()
  const part = loaded(read)
  let readAt: string | null = null
  let reading = Promise.resolve()
  function follow(): Promise<void> {
    if (session.moment !== null && session.moment !== readAt) {
      readAt = session.moment
      reading = part.load()
    }
    return reading
  }
  return { ...part, follow }
}
