import { call } from '../../api/client.ts'
import { useSession } from '../../stores/session.ts'
import type { InputOf, OutputOf } from '../../../src-main/contract/operations.ts'

type Supposition = InputOf<'whatif.keep'>['supposition']

/** While a slider moves nothing is written; this long after it stands still, it is. */
const STILL = 400

/** What is supposed in the open plan and year, remembered beyond the end of the program. */
export function keptSupposition() {
  const session = useSession()
  let waiting: ReturnType<typeof setTimeout> | undefined
  const place = (): { plan: string; year: number } | null =>
    session.plan === null ? null : { plan: session.plan.file, year: session.plan.year }

  /** @param supposition null: nothing is supposed that is not saved */
  function keep(supposition: Supposition): void {
    const at = place()
    clearTimeout(waiting)
    if (at !== null)
      waiting = setTimeout(() => {
        call('whatif.keep', { ...at, supposition }).catch(session.show)
      }, STILL)
  }

  /** @returns what was supposed last, or null; also where it can't be read, which is then said */
  async function read(): Promise<OutputOf<'whatif.kept'>> {
    const at = place()
    if (at === null) return null
    return call('whatif.kept', at).catch((error: unknown) => {
      session.show(error)
      return null
    })
  }

  return { keep, read }
}
