import { hangTogether, type Ground, type Part } from './ground.ts'

/** A way to post a part: into how many teams, how many of them of the larger size, and the most and least work per officer. */
export interface PartOption {
  teams: number
  larger: number
  most: number
  least: number
  /** The communities of each team, the most work first; none where only the sums are known. */
  groups: readonly (readonly number[])[] | null
}

/** So many communities can be divided in 21,147 ways at most. */
export const SMALL_PART = 9

/** All ways to divide rows into groups: each row goes into one of the groups there are, or begins the next. */
function* divisions(rows: readonly number[], at = 0, groups: number[][] = []): Generator<number[][]> {
  if (at === rows.length) return yield groups
  for (const group of groups) {
    group.push(rows[at]!)
    yield* divisions(rows, at + 1, groups)
    group.pop()
  }
  groups.push([rows[at]!])
  yield* divisions(rows, at + 1, groups)
  groups.pop()
}

const isWorse = (option: PartOption, than: PartOption): boolean => option.most >= than.most && option.least <= than.least

/** Keeps an option unless one that is known is at least as good at both ends. */
function keep(known: PartOption[], option: PartOption): PartOption[] {
  if (known.some((each) => isWorse(option, each))) return known
  return [...known.filter((each) => !isWorse(each, option)), option]
}

/**
 * Every way to post a small part that can be part of the most even posting: of two ways with as many teams and officers, one that is
 * wider at both ends is left out.
 */
export function optionsOfSmall({ rows, isOpen, isOwn }: Part, ground: Ground, small: number, larger: number): PartOption[] {
  const { work, least, most } = ground
  const best = new Map<string, PartOption[]>()
  for (const groups of divisions(rows)) {
    if (!isOwn && groups.some((each) => each.length < least || each.length > most)) continue
    if (!isOpen && !groups.every((each) => hangTogether(each, ground))) continue
    const sums = groups.map((own, at) => ({ at, work: own.reduce((sum, row) => sum + work[row]!, 0) })).sort((a, b) => b.work - a.work)
    for (let number = 0; number <= Math.min(groups.length, larger); number++) {
      // More work goes to more officers: the other way round both ends would be wider.
      const each = sums.map((own, rank) => own.work / (rank < number ? small + 1 : small))
      const option = { teams: groups.length, larger: number, most: Math.max(...each), least: Math.min(...each) }
      const key = `${groups.length} ${number}`
      const known = best.get(key) ?? []
      if (known.some((other) => isWorse({ ...option, groups: null }, other))) continue
      best.set(key, keep(known, { ...option, groups: sums.map(({ at }) => [...groups[at]!]) }))
    }
  }
  return [...best.values()].flat()
}
