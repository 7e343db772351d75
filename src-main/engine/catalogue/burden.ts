import type { CommunityFacts } from '../../model/plan.ts'
import type { Burden, BurdenLine } from '../../model/burden.ts'
import { byPlace } from '../../model/places.ts'
import { CONSENT, NO, OPEN, YES, type CompiledCatalogue } from './resolve.ts'

const nothing = (): Burden => ({
  all: { tasks: 0, minutes: 0 },
  sent: { tasks: 0, minutes: 0 },
  consent: { tasks: 0, minutes: 0 },
  spared: { tasks: 0, minutes: 0 },
  open: { tasks: 0, minutes: 0 },
  unmeasured: 0,
})

/** Adds a burden to another; minutes and tasks are whole numbers, so that sums never depend on their order. */
export function addBurden(into: Burden, more: Burden): Burden {
  for (const part of ['all', 'sent', 'consent', 'spared', 'open'] as const) {
    into[part].tasks += more[part].tasks
    into[part].minutes += more[part].minutes
  }
  into.unmeasured += more.unmeasured
  return into
}

/** In which part of the account a pair stands, by its verdict. */
const PARTS = { [NO]: 'spared', [YES]: 'sent', [CONSENT]: 'consent', [OPEN]: 'open' } as const

/** Adds a pair of task and community to burdens; where its quantity is unknown, its hours are, and it is counted. */
function addPair(burdens: readonly Burden[], verdict: number, minutes: number): void {
  const part = PARTS[verdict as keyof typeof PARTS]
  for (const burden of burdens) {
    for (const load of [burden.all, burden[part]]) {
      load.tasks += 1
      if (!Number.isNaN(minutes)) load.minutes += minutes
    }
    if (Number.isNaN(minutes)) burden.unmeasured += 1
  }
}

/** The account of one community alone. */
export function burdenOf(compiled: CompiledCatalogue, row: number): Burden {
  const own = nothing()
  compiled.items.forEach((item, position) => {
    if (item.kind === 'task') addPair([own], compiled.verdict(position, row), item.minutes * compiled.quantity(position, row))
  })
  return own
}

/**
 * The account of tasks: what is sent, what needs consent, what is spared and what can't be told yet, which together are what would be
 * sent if everything went to everyone.
 * @returns the burden of each community, and of each task, each the exact sum of the same pairs
 */
export function burdensOf(compiled: CompiledCatalogue, rows: number): { communities: Burden[]; tasks: Map<string, Burden> } {
  const communities = Array.from({ length: rows }, nothing)
  const tasks = new Map<string, Burden>()
  compiled.items.forEach((item, position) => {
    if (item.kind !== 'task') return
    const own = nothing()
    const verdicts = compiled.verdicts(position)
    for (let row = 0; row < rows; row++) {
      addPair([communities[row]!, own], verdicts[row]!, item.minutes * compiled.quantity(position, row))
    }
    tasks.set(item.id, own)
  })
  return { communities, tasks }
}

/** @returns the sums of the rows by a name of theirs, in the order of first appearance */
export function burdenBy<Key>(burdens: readonly Burden[], keyOf: (row: number) => Key): Map<Key, { count: number; burden: Burden }> {
  const sums = new Map<Key, { count: number; burden: Burden }>()
  burdens.forEach((each, row) => {
    const key = keyOf(row)
    const sum = sums.get(key) ?? { count: 0, burden: nothing() }
    sum.count += 1
    addBurden(sum.burden, each)
    sums.set(key, sum)
  })
  return sums
}

/** The sum of burdens. */
export const burdenOfAll = (burdens: Iterable<Burden>): Burden => {
  const sum = nothing()
  for (const each of burdens) addBurden(sum, each)
  return sum
}

/** The sums of each district and of its subdistricts, in the order of the communities. */
export function burdenByPlace(
  facts: readonly Pick<CommunityFacts, 'district' | 'subdistrict'>[],
  burdens: readonly Burden[],
): BurdenLine[] {
  const rows = facts.map((_, row) => row)
  const line = (district: string, subdistrict: string | null, own: readonly number[]): BurdenLine => ({
    district,
    subdistrict,
    count: own.length,
    burden: burdenOfAll(own.map((row) => burdens[row]!)),
  })
  return byPlace(rows, (row) => facts[row]!).flatMap(({ district, own, subdistricts }) => [
    line(district, null, own),
    ...subdistricts.map((each) => line(district, each.subdistrict, each.own)),
  ])
}
