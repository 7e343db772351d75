import type { Conservation, ConservationGap, UnitChange, UnitChangeKind, UnitOutcome } from '../../model/units.ts'

/** What was last year, what is this year, and the recorded changes between them, in the order in which they were made. */
export interface MapOfTwoYears {
  year: number
  from: number
  basis: Conservation['basis']
  /** fen: last year's money; null where it is not known. */
  last: Array<{ key: string; name: string; fen: number | null }>
  /** fen: what stands in this year as last year's amount. */
  now: Array<{ key: string; name: string; fen: number | null }>
  changes: UnitChange[]
}

const OUTCOME_OF: Readonly<Record<Exclude<UnitChangeKind, 'found'>, UnitOutcome>> = {
  merge: 'merged',
  split: 'split',
  rename: 'renamed',
  move: 'moved',
  dissolve: 'dissolved',
}

/**
 * Follows last year's communities through the changes: for each community that should be there now, those of last year that it
 * comes from.
 */
function follow({ last, changes }: MapOfTwoYears): { alive: Map<string, Set<string>>; outcomes: Map<string, UnitOutcome> } {
  const alive = new Map(last.map(({ key }) => [key, new Set([key])]))
  const outcomes = new Map<string, UnitOutcome>(last.map(({ key }) => [key, 'continues']))
  for (const { kind, from, to } of changes) {
    const after = new Set(to.map((side) => side.key))
    const ended = from.filter((side) => !after.has(side.key))
    const involved = kind === 'dissolve' ? ended : from
    const origins = new Set(from.flatMap((side) => [...(alive.get(side.key) ?? [])]))
    if (kind !== 'found') for (const { key } of involved) for (const origin of alive.get(key) ?? []) outcomes.set(origin, OUTCOME_OF[kind])
    for (const side of ended) alive.delete(side.key)
    for (const key of after) alive.set(key, new Set([...(alive.get(key) ?? []), ...origins]))
  }
  return { alive, outcomes }
}

/** Communities that changes tie together, directly or through others, share their money. */
function groups(changes: UnitChange[]): (key: string) => string {
  const parent = new Map<string, string>()
  const root = (key: string): string => {
    let found = key
    while (parent.has(found)) found = parent.get(found)!
    return found
  }
  for (const { from, to } of changes) {
    const [first, ...others] = [...from, ...to].map((side) => side.key)
    for (const other of others) if (root(other) !== root(first!)) parent.set(root(other), root(first!))
  }
  return root
}

interface MoneyGroup {
  keys: Set<string>
  lastFen: number | null
  nowFen: number
  endedFen: number
}

function moneyGroups({ last, now, changes }: MapOfTwoYears): Map<string, MoneyGroup> {
  const rootOf = groups(changes)
  const found = new Map<string, MoneyGroup>()
  const groupOf = (key: string): MoneyGroup => {
    const group = found.get(rootOf(key)) ?? { keys: new Set<string>(), lastFen: 0, nowFen: 0, endedFen: 0 }
    found.set(rootOf(key), group)
    group.keys.add(key)
    return group
  }
  for (const { key, fen } of last) {
    const group = groupOf(key)
    group.lastFen = group.lastFen === null || fen === null ? null : group.lastFen + fen
  }
  for (const { key, fen } of now) groupOf(key).nowFen += fen ?? 0
  for (const { from, endedFen } of changes) if (from[0] !== undefined && endedFen > 0) groupOf(from[0].key).endedFen += endedFen
  return found
}

/**
 * Whether every community and every fen of last year is accounted for. Money is compared within each group of communities that changes tie
 * together: what they had last year is what stands for them now, and what ended with a dissolved one.
 */
export function conservation(map: MapOfTwoYears): Conservation {
  const { last, now, basis } = map
  const { alive, outcomes } = follow(map)
  const present = new Set(now.map((each) => each.key))
  const nameOf = new Map(
    [...map.changes.flatMap((change) => [...change.from, ...change.to]), ...last, ...now].map(({ key, name }) => [key, name]),
  )
  const fenOf = new Map(last.map(({ key, fen }) => [key, fen]))
  const gaps: ConservationGap[] = []
  const open = new Set<string>()
  const gap = (kind: ConservationGap['kind'], keys: string[], expectedFen: number | null, foundFen: number | null): void => {
    gaps.push({ kind, keys, names: keys.map((key) => nameOf.get(key) ?? key), expectedFen, foundFen })
    for (const key of keys) open.add(key)
  }
  for (const [key, origins] of alive) {
    if (present.has(key)) continue
    for (const origin of origins) if (origin === key) outcomes.set(origin, 'lost')
    const amounts = [...origins].map((origin) => fenOf.get(origin) ?? null)
    gap('lost', [key], amounts.includes(null) ? null : amounts.reduce<number>((sum, fen) => sum + fen!, 0), null)
  }
  for (const { key, fen } of now) if (!alive.has(key)) gap('unexplained', [key], null, fen)
  if (basis !== 'none') {
    for (const { keys, lastFen, nowFen, endedFen } of moneyGroups(map).values()) {
      if (lastFen === null || lastFen === nowFen + endedFen || [...keys].some((key) => open.has(key))) continue
      gap('money', [...keys], lastFen, nowFen + endedFen)
    }
  }
  const into = (origin: string): string[] =>
    [...alive].filter(([key, origins]) => origins.has(origin) && present.has(key)).map(([key]) => key)
  const counted = { continues: 0, renamed: 0, moved: 0, merged: 0, split: 0, dissolved: 0, lost: 0 }
  for (const outcome of outcomes.values()) counted[outcome] += 1
  const isKnown = basis !== 'none' && last.every((each) => each.fen !== null)
  return {
    year: map.year,
    from: map.from,
    basis,
    holds: gaps.length === 0,
    counts: {
      last: last.length,
      now: now.length,
      founded: [...alive].filter(([key, origins]) => origins.size === 0 && present.has(key)).length,
      outcomes: counted,
    },
    money: {
      lastFen: isKnown ? last.reduce((sum, each) => sum + each.fen!, 0) : null,
      foundFen: now.reduce((sum, each) => sum + (each.fen ?? 0), 0),
      endedFen: map.changes.reduce((sum, change) => sum + change.endedFen, 0),
    },
    accounts: last
      .filter(({ key }) => outcomes.get(key) !== 'continues')
      .map(({ key, name, fen }) => ({
        key,
        name,
        fen,
        outcome: outcomes.get(key)!,
        into: into(key).map((each) => ({ key: each, name: nameOf.get(each) ?? each })),
      })),
    gaps,
  }
}
