import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CommunityFacts } from '../../src-main/model/plan.ts'
import { evaluate, type Evaluation } from '../../src-main/engine/index.ts'
import { runExamples } from '../../src-main/policy/examples.ts'
import { preset, presetNames, standardDictionary } from '../../src-main/policy/presets.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources')
const { indicators } = standardDictionary(RESOURCES)
const WAN = 1_000_000

/** Four communities, one of each class, with everything delivered. */
const FULL: Record<string, CommunityFacts['values']> = {
  A: {
    location: 'urban',
    residents: 9999,
    area: 1,
    courtyards: 10,
    oldCourtyards: 0,
    managedCourtyards: 10,
    unmanagedCourtyards: 0,
    facilityGaps: 9,
    appealsSolved: 10,
    appealsFound: 5,
    appealsReceived: 5,
  },
  B: {
    location: 'urban',
    residents: 6000,
    area: 1,
    courtyards: 20,
    oldCourtyards: 18,
    managedCourtyards: 2,
    unmanagedCourtyards: 8,
    facilityGaps: 5,
    appealsSolved: 8,
    appealsFound: 5,
    appealsReceived: 5,
  },
  C: {
    location: 'edge',
    residents: 12_000,
    floating: 6000,
    area: 4,
    courtyards: 4,
    oldCourtyards: 1,
    managedCourtyards: 1,
    unmanagedCourtyards: 3,
    facilityGaps: 5,
    appealsSolved: 9,
    appealsFound: 5,
    appealsReceived: 5,
  },
  D: {
    location: 'township',
    residents: 200,
    area: 9,
    courtyards: 0,
    oldCourtyards: 0,
    managedCourtyards: 0,
    unmanagedCourtyards: 0,
    facilityGaps: 0,
    appealsSolved: 0,
    appealsFound: 0,
    appealsReceived: 0,
  },
}
const NAMES = Object.keys(FULL)
const SHARED = { floating: 0, estates: 0, resettlementEstates: 0, elderly: 0, carryOver: 0 }
const factsOf = (
  change: (values: CommunityFacts['values'], name: string) => CommunityFacts['values'] = (values) => values,
): CommunityFacts[] =>
  NAMES.map((name, row): CommunityFacts => ({
    key: `63010200100${row}`,
    code: `63010200100${row}`,
    name,
    district: name === 'D' ? '湟源县' : '城东区',
    subdistrict: 's',
    values: change({ ...SHARED, ...FULL[name] }, name),
    previousFen: null,
    previousClass: null,
  }))
const plan = (name: string, facts = factsOf()): Evaluation =>
  evaluate({ policy: preset(RESOURCES, name)!, indicators, facts, overrides: [] })
const inWan = (fen: Record<string, number> | null | undefined) =>
  Object.fromEntries(Object.entries(fen!).map(([key, each]) => [key, each / WAN]))

describe('components-and-payers', () => {
  test('basic and courtyard money, and who pays them', () => {
    const { communities, totals } = plan('components-and-payers')
    expect(communities.map((each) => [each.class, inWan(each.componentFen)])).toEqual([
      ['A', { main: 12, courtyards: 0 }],
      ['B', { main: 20, courtyards: 8 }],
      ['C', { main: 14, courtyards: 1 }],
      ['D', { main: 7.5, courtyards: 0 }],
    ])
    // The province gives 2 towards the basic money; city and district share the rest 6 : 4, in 湟源县 8 : 2, and the courtyard money 7 : 3.
    expect(communities.map((each) => inWan(each.paid))).toEqual([
      { province: 2, city: 6, district: 4 },
      { province: 2, city: 10.8 + 5.6, district: 7.2 + 2.4 },
      { province: 2, city: 7.2 + 0.7, district: 4.8 + 0.3 },
      { province: 2, city: 4.4, district: 1.1 },
    ])
    expect([inWan(totals.componentFen), inWan(totals.paid), totals.amountFen / WAN]).toEqual([
      { main: 53.5, courtyards: 9 },
      { province: 8, city: 34.7, district: 19.8 },
      62.5,
    ])
  })
  test('its own examples pass', () => {
    const found = runExamples(preset(RESOURCES, 'components-and-payers')!, indicators)
    expect(found.length).toBeGreaterThan(3)
    expect(found.filter((each) => !each.passed)).toEqual([])
  })
})

describe('guarantee-financed', () => {
  test('A, C and D are kept at 17万元, B pays for them, and 5 % are held back', () => {
    const policy = preset(RESOURCES, 'guarantee-financed')!
    // 2 + 2 + 7 are needed, and the only B gains 10.
    expect(() => plan('guarantee-financed')).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({ code: 'allocation.guaranteeNotFinanced', params: expect.objectContaining({ byFen: 1 * WAN }) }),
        ],
      }),
    )
    const facts = factsOf((values, name) => (name === 'D' ? { ...SHARED, ...FULL.B } : values))
    const { communities, totals, guarantees, transfers } = evaluate({ policy, indicators, facts, overrides: [] })
    expect(communities.map((each) => [each.class, each.amountFen! / WAN, each.reserveFen! / WAN])).toEqual([
      ['A', 16.15, 0.85],
      ['B', 26.6, 1.4],
      ['C', 16.15, 0.85],
      ['B', 26.6, 1.4],
    ])
    expect([totals.amountFen / WAN, totals.reserveFen! / WAN]).toEqual([85.5, 4.5])
    expect(guarantees).toEqual([{ step: 'guarantee', costFen: 4 * WAN, highestGain: 0.4 }])
    expect(transfers!.map((each) => [each.from.at(-1), each.to.at(-1), each.fen / WAN])).toEqual([
      ['1', '0', 2],
      ['3', '2', 2],
    ])
  })
  test('released, the reserve goes to those who solve at least 85 % of their appeals', () => {
    const policy = structuredClone(preset(RESOURCES, 'guarantee-financed')!)
    for (const step of policy.allocation.steps) if (step.kind === 'reserve') step.released = true
    const facts = factsOf((values, name) => (name === 'D' ? { ...SHARED, ...FULL.B } : values))
    const { communities, totals } = evaluate({ policy, indicators, facts, overrides: [] })
    expect(communities.map((each) => each.amountFen! / WAN)).toEqual([16.15 + 2.25, 26.6, 16.15 + 2.25, 26.6])
    expect([totals.amountFen / WAN, totals.reserveFen]).toEqual([90, 0])
  })
})

test.each(presetNames(RESOURCES))('%s: whatever is missing, an amount is either the same or unknown, never a smaller one', (name) => {
  const policy = preset(RESOURCES, name)!
  // Steps among all communities share what there is anew when one of them is unknown, so only those without are looked at.
  if (
    policy.allocation.steps.some(
      (step) => ['points', 'fit', 'round', 'reserve'].includes(step.kind) || (step.kind === 'protect' && step.financed === true),
    )
  ) {
    const blank = evaluate({ policy, indicators, facts: factsOf((values, community) => (community === 'A' ? {} : values)), overrides: [] })
    return expect(blank.communities[0]!.amountFen).toBeNull()
  }
  const full = plan(name).communities
  const keys = Object.keys(FULL.A!)
  let unknown = 0
  for (const key of keys) {
    const found = plan(
      name,
      factsOf(({ [key]: _, ...values }) => values),
    ).communities
    found.forEach((each, row) => {
      if (each.amountFen === null) unknown++
      else expect([key, each.amountFen]).toEqual([key, full[row]!.amountFen])
    })
  }
  expect(unknown > 0).toBe(!name.startsWith('flat'))
})

test('the presets that are worked examples say that their figures are ours', () => {
  for (const name of ['components-and-payers', 'guarantee-financed']) {
    const { title, description } = JSON.parse(readFileSync(join(RESOURCES, 'policies', `${name}.json`), 'utf8')) as Record<
      'title' | 'description',
      Record<'zh' | 'en', string>
    >
    expect([title.zh, title.en, description.zh, description.en].join()).toMatch(/示例办法.*example.*本软件所拟.*examples of this software/s)
  }
})
