import type { PlanReference } from '../../../src-main/model/scenario.ts'

/** At most so many plans stand side by side; two at least. */
export const MOST_SIDES = 4
/** What the sides are called in headings that have no room for their names. */
export const MARKS = ['①', '②', '③', '④'] as const

/** A plan as it stands in an address: year-2023, lastYear-2023, adopted-1, scenario-4, policy-2023-ID-VERSION. */
export function idOf(reference: PlanReference): string {
  switch (reference.kind) {
    case 'year':
    case 'lastYear':
      return `${reference.kind}-${reference.year}`
    case 'adopted':
    case 'scenario':
      return `${reference.kind}-${reference.id}`
    case 'policy':
      return `policy-${reference.year}-${reference.id}-${reference.version}`
  }
}

/** @returns the plan that an address names, or null */
export function referenceOf(id: string): PlanReference | null {
  const numbered = /^(year|lastYear|adopted|scenario)-(\d{1,9})$/.exec(id)
  if (numbered !== null) {
    const [kind, number] = [numbered[1]!, Number(numbered[2])]
    return kind === 'year' || kind === 'lastYear' ? { kind, year: number } : { kind: kind as 'adopted' | 'scenario', id: number }
  }
  // A policy's id may have hyphens, its version has none.
  const policy = /^policy-(\d{4})-(.+)-([^-]+)$/.exec(id)
  return policy === null ? null : { kind: 'policy', year: Number(policy[1]), id: policy[2]!, version: policy[3]! }
}

/** @returns the plans of an address, each once; last year and the year in use where it names fewer than two */
export function sidesOf(query: unknown, year: number): PlanReference[] {
  const named = typeof query === 'string' ? [...new Set(query.split(','))].flatMap((id) => referenceOf(id) ?? []).slice(0, MOST_SIDES) : []
  return named.length >= 2
    ? named
    : [
        { kind: 'lastYear', year },
        { kind: 'year', year },
      ]
}

export const queryOf = (sides: readonly PlanReference[]): string => sides.map(idOf).join(',')
