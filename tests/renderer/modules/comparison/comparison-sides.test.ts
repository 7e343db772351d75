import { expect, it } from 'vitest'
import type { PlanReference } from '../../../../src-main/model/scenario.ts'
import { idOf, queryOf, referenceOf, sidesOf } from '../../../../src-renderer/modules/comparison/sides.ts'

const ALL: PlanReference[] = [
  { kind: 'year', year: 2023 },
  { kind: 'scenario', id: 4 },
  { kind: 'lastYear', year: 2023 },
  { kind: 'adopted', id: 1 },
  { kind: 'policy', year: 2023, id: 'base-and-headcount', version: '1.0.2' },
]

it('writes plans into an address, and reads them from it, with hyphens in the name of a policy', () => {
  expect(queryOf(ALL)).toBe('year-2023,scenario-4,lastYear-2023,adopted-1,policy-2023-base-and-headcount-1.0.2')
  for (const reference of ALL) expect(referenceOf(idOf(reference))).toEqual(reference)
})

it('takes at most four, each once, and falls back to last year against this year', () => {
  expect(sidesOf(queryOf(ALL), 2023)).toEqual(ALL.slice(0, 4))
  expect(sidesOf('year-2023,nonsense,year-2023,scenario-4', 2025)).toEqual([ALL[0], ALL[1]])
  const fallback = [
    { kind: 'lastYear', year: 2025 },
    { kind: 'year', year: 2025 },
  ]
  for (const query of [undefined, '', 'year-2023', 'year-x,scenario-', ['year-2023', 'scenario-4']])
    expect(sidesOf(query, 2025)).toEqual(fallback)
})
