import { describe, expect, test } from 'vitest'
import { Indicator } from '../../../src-main/model/indicator.ts'
import type { CommunityFacts } from '../../../src-main/model/plan.ts'
import { Policy, type PolicyDocument } from '../../../src-main/model/policy.ts'
import { evaluate, type EvaluationInput } from '../../../src-main/engine/index.ts'
import { outcomeOf } from '../../support/outcome.ts'

/** Worked examples in 元: a community is its class (by hand), its number of people, its surplus and last year's amount. */
type Row = [own: 'A' | 'B' | null, people: number | null, surplus?: number | null, last?: number]
type Steps = PolicyDocument['allocation']['steps']
const YUAN = 100
const step = (body: object, key: string) => ({ key, name: { zh: key }, ...body })

const planOf = (steps: object[], rows: Row[]): EvaluationInput => ({
  indicators: ['people', 'surplus'].map((key) => Indicator.parse({ key, label: { zh: key }, kind: 'number', group: 'test' })),
  policy: Policy.parse({
    format: 'quanheng-policy',
    formatVersion: 1,
    id: 'example',
    version: '1.0.0',
    title: { zh: '例' },
    effectiveYear: 2024,
    classes: ['A', 'B'].map((key) => ({ key, name: { zh: key }, color: '#000000' })),
    // Undecided while people are not known.
    classification: {
      rules: [{ key: 'open', name: { zh: '一' }, class: 'B', when: { kind: 'compare', indicator: 'people', operator: '>', value: 100 } }],
      fallback: 'A',
    },
    allocation: { steps: steps.map((each, i) => step(each, `s${i}`)) as Steps },
  }),
  facts: rows.map(([, people, surplus = 0, last], row): CommunityFacts => ({
    key: `63010200100${row}`,
    code: `63010200100${row}`,
    name: `${row}`,
    district: 'd',
    subdistrict: 's',
    values: { people, surplus },
    previousFen: last === undefined ? null : last * YUAN,
    previousClass: null,
  })),
  overrides: rows.flatMap(([own], row) => (own === null ? [] : [{ key: `63010200100${row}`, class: own, reason: '核实', document: '' }])),
})
const amounts = (steps: object[], rows: Row[]): Array<number | null> =>
  evaluate(planOf(steps, rows)).communities.map((each) => (each.amountFen === null ? null : each.amountFen / YUAN))
const standard = { kind: 'standard', amountsFen: { A: 1000 * YUAN, B: 2000 * YUAN } }
const perPerson = (more: object) => ({ kind: 'perUnit', indicator: 'people', rateFen: 10 * YUAN, portions: 'full', ...more })

describe('additions per unit', () => {
  test.each([
    ['started', 100, 0, [0, 10, 10, 20]],
    ['full', 100, 0, [0, 0, 10, 10]],
    ['exact', 100, 0, [0, 0.1, 10, 10.1]],
    ['started', 100, 50, [0, 0, 10, 10]],
    ['exact', 1, 50, [0, 0, 500, 510]],
  ])('%s portions of %d above %d', (portions, per, above, expected) => {
    expect(
      amounts(
        [perPerson({ portions, per, above })],
        [
          ['A', 0],
          ['A', 1],
          ['A', 100],
          ['A', 101],
        ],
      ),
    ).toEqual(expected)
  })
  test('tenths are counted as tenths: 0.3 is three portions of 0.1', () =>
    expect(
      amounts(
        [perPerson({ per: 0.1 })],
        [
          ['A', 0.3],
          ['A', 0.1 + 0.2],
        ],
      ),
    ).toEqual([30, 30]))
  test('an exact portion is rounded half up to the fen', () =>
    expect(
      amounts(
        [perPerson({ rateFen: 1, per: 2, portions: 'exact' })],
        [
          ['A', 1],
          ['A', 3],
          ['A', 2],
        ],
      ),
    ).toEqual([0.01, 0.02, 0.01]))
  test('within its own limits', () =>
    expect(
      amounts(
        [perPerson({ minFen: 50 * YUAN, maxFen: 200 * YUAN })],
        [
          ['A', 1],
          ['A', 10],
          ['A', 90],
        ],
      ),
    ).toEqual([50, 100, 200]))
  test('for some classes only', () =>
    expect(
      amounts(
        [standard, perPerson({ classes: ['B'] })],
        [
          ['A', 5],
          ['B', 5],
        ],
      ),
    ).toEqual([1000, 2050]))
})

test('carry-over is taken back above the threshold, and never more than there is', () => {
  expect(
    amounts(
      [standard, { kind: 'carryOver', indicator: 'surplus', share: 0.5, aboveFen: 300 * YUAN }],
      [
        ['A', 0, 300],
        ['A', 0, 700.01],
        ['A', 0, 9999],
      ],
    ),
  ).toEqual([1000, 799.99, 0])
})

describe('bounds', () => {
  test('floor and cap', () =>
    expect(
      amounts(
        [standard, { kind: 'floor', amountFen: 1500 * YUAN }, { kind: 'cap', amountFen: 1800 * YUAN }],
        [
          ['A', 0],
          ['B', 0],
        ],
      ),
    ).toEqual([1500, 1800]))
  test('of a floor and a cap that contradict each other the later one prevails', () => {
    const [floor, cap] = [
      { kind: 'floor', amountFen: 1800 * YUAN },
      { kind: 'cap', amountFen: 1500 * YUAN },
    ]
    expect([amounts([standard, floor, cap], [['A', 0]]), amounts([standard, cap, floor], [['A', 0]])]).toEqual([[1500], [1800]])
  })
  test('protection against last year, in whole fen on the safe side; without last year it does nothing', () => {
    const protect = { kind: 'protect', loss: 0.1, gain: 0.1 }
    expect(
      amounts(
        [standard, protect],
        [
          ['A', 0, 0, 2000.05],
          ['A', 0, 0, 500.05],
          ['A', 0, 0, 1050],
          ['A', 0],
        ],
      ),
    ).toEqual([1800.05, 550.05, 1000, 1000])
  })
  test('whoever had nothing last year is left alone by both bounds, as by a guarantee that others pay for', () => {
    const formula = { kind: 'standard', amountsFen: { A: 1000 * YUAN, B: 1000 * YUAN } }
    const rows: Row[] = [0, 1000, 600, 2000].map((last) => ['A', 0, 0, last])
    expect(amounts([formula, { kind: 'protect', loss: 0.1, gain: 0.2 }], rows)).toEqual([1000, 1000, 720, 1800])
    expect(amounts([formula, { kind: 'protect', gain: 0.2 }], rows.slice(0, 1))).toEqual([1000])
  })
  test('what is added after a cap comes on top of it, also when it is rounded or fitted later', () => {
    const steps = [standard, { kind: 'cap', amountFen: 1500 * YUAN }, perPerson({ per: 1 })]
    const rows: Row[] = [
      ['B', 30],
      ['A', 10],
    ]
    expect(amounts(steps, rows)).toEqual([1800, 1100])
    expect(amounts([...steps, { kind: 'round', unit: 'hundredYuan' }], rows)).toEqual([1800, 1100])
    expect(amounts([...steps, { kind: 'fit', totalFen: 3000 * YUAN }], rows)).toEqual([1800, 1200])
  })
  test('what is taken back after a floor is taken from it', () => {
    const steps = [standard, { kind: 'floor', amountFen: 1000 * YUAN }, { kind: 'carryOver', indicator: 'surplus', share: 1, aboveFen: 0 }]
    const rows: Row[] = [
      ['A', 0, 400],
      ['A', 0, 9999],
    ]
    expect(amounts(steps, rows)).toEqual([600, 0])
    expect(amounts([...steps, { kind: 'round', unit: 'hundredYuan' }], rows)).toEqual([600, 0])
  })
})

describe('points', () => {
  const points = (terms: object[], more: object = {}) => ({ kind: 'points', totalFen: 1000 * YUAN, terms, ...more })
  test('a class, a unit and a band give points', () => {
    expect(
      amounts(
        [points([{ kind: 'class', points: { A: 1 } }])],
        [
          ['A', 0],
          ['A', 0],
          ['B', 0],
        ],
      ),
    ).toEqual([500, 500, 0])
    expect(
      amounts(
        [points([{ kind: 'unit', indicator: 'people', points: 2, per: 10 }])],
        [
          ['A', 10],
          ['A', 30],
        ],
      ),
    ).toEqual([250, 750])
    const bands = [
      { from: 10, points: 1 },
      { from: 20, points: 4 },
    ]
    expect(
      amounts(
        [points([{ kind: 'bands', indicator: 'people', bands }])],
        [
          ['A', 9],
          ['A', 10],
          ['A', 20],
        ],
      ),
    ).toEqual([0, 200, 800])
  })
  test('while one community’s points are unknown, those who take part are unknown, and the others are not', () => {
    const input = planOf(
      [standard, points([{ kind: 'unit', indicator: 'people', points: 1 }], { classes: ['A'] })],
      [
        ['A', null],
        ['A', 1],
        ['B', 1],
      ],
    )
    const { result } = outcomeOf(input)
    expect(result!.communities.map((each) => [each.amountFen, each.needs])).toEqual([
      [null, ['people']],
      [null, []],
      [2000 * YUAN, []],
    ])
    expect(result!.problems).toMatchObject([
      { code: 'allocation.undecided', level: 'warning', params: { count: 1 }, place: { path: 's1' } },
    ])
  })
  test('a sum nobody has a point for is named', () => {
    expect(outcomeOf(planOf([points([{ kind: 'class', points: {} }])], [['A', 0]])).problem).toMatchObject({
      code: 'allocation.nothingToShare',
      params: { byFen: 1000 * YUAN },
    })
  })
})

describe('unknown is never zero', () => {
  test('a missing indicator makes the amount unknown and says which it is', () => {
    const [unknown, known] = evaluate(
      planOf(
        [standard, perPerson({ classes: ['A'] })],
        [
          ['A', null],
          ['B', null],
        ],
      ),
    ).communities
    expect([unknown!.amountFen, unknown!.needs, unknown!.trace]).toEqual([null, ['people'], []])
    expect([known!.amountFen, known!.needs]).toEqual([2000 * YUAN, []])
  })
  test('a step for some classes leaves the amount of an undecided community open, a step for all does not', () => {
    for (const kind of [
      { kind: 'floor', amountFen: 9 },
      { kind: 'cap', amountFen: 9 },
      { kind: 'protect', loss: 0 },
      { kind: 'carryOver', indicator: 'surplus', share: 1, aboveFen: 0 },
      perPerson({ indicator: 'surplus' }),
    ]) {
      const base = perPerson({ indicator: 'surplus', minFen: 700 })
      expect(amounts([base, { ...kind, classes: ['B'] }], [[null, null, 0, 1]])).toEqual([null])
      expect(amounts([base, kind], [[null, null, 0, 1]])).not.toEqual([null])
    }
  })
  test('a fit waits until every amount is known', () => {
    const { result } = outcomeOf(
      planOf(
        [standard, { kind: 'fit', totalFen: 5000 * YUAN }],
        [
          ['A', 0],
          [null, null],
        ],
      ),
    )
    expect(result!.communities.map((each) => each.amountFen)).toEqual([null, null])
    expect(result!.problems).toMatchObject([{ code: 'allocation.undecided', params: { count: 1 }, place: { path: 's1' } }])
  })
})

describe('a total that can not be met', () => {
  const fit = { kind: 'fit', totalFen: 300_001 }
  test('one fen above the caps, or below the floors, is named', () => {
    const rows: Row[] = [
      ['A', 0],
      ['B', 0],
    ]
    expect(outcomeOf(planOf([standard, { kind: 'cap', amountFen: 150_000 }, fit], rows)).problem).toMatchObject({
      code: 'allocation.totalAboveCaps',
      params: { totalFen: 300_001, limitFen: 300_000, byFen: 1 },
      place: { path: 's2' },
    })
    expect(outcomeOf(planOf([standard, { kind: 'floor', amountFen: 150_001 }, fit], rows)).problem).toMatchObject({
      code: 'allocation.totalBelowFloors',
      params: { limitFen: 300_002, byFen: 1 },
    })
  })
  test('who stands at nothing takes no share, so what the others’ caps leave over is named', () => {
    const steps = [perPerson({}), { kind: 'cap', classes: ['A'], amountFen: 150_000 }, fit]
    expect(
      outcomeOf(
        planOf(steps, [
          ['A', 5],
          ['B', 0],
        ]),
      ).problem,
    ).toMatchObject({ code: 'allocation.nothingToShare', params: { byFen: 150_001 } })
  })
})

describe('rounding', () => {
  const round = { kind: 'round', unit: 'hundredYuan' }
  test('by largest remainder, ties to the earlier code', () => {
    expect(
      amounts(
        [perPerson({}), round],
        [
          ['A', 15],
          ['A', 15],
          ['A', 14],
          ['A', 16],
        ],
      ),
    ).toEqual([200, 100, 100, 200])
  })
  test('a sum of half a unit is rounded up', () =>
    expect(
      amounts(
        [perPerson({}), round],
        [
          ['A', 5],
          ['A', 20],
        ],
      ),
    ).toEqual([100, 200]))
  test('bounds win over remainders', () => {
    expect(
      amounts(
        [perPerson({}), { kind: 'cap', amountFen: 190 * YUAN }, round],
        [
          ['A', 19],
          ['A', 18],
          ['A', 1],
        ],
      ),
    ).toEqual([100, 100, 100])
  })
  test('a community without a multiple in its bounds is named', () => {
    const { problem } = outcomeOf(
      planOf([perPerson({}), { kind: 'floor', amountFen: 110 * YUAN }, { kind: 'cap', amountFen: 190 * YUAN }, round], [['A', 15]]),
    )
    expect(problem).toMatchObject({
      code: 'allocation.noMultipleInBounds',
      params: { lowerFen: 11_000, upperFen: 19_000, unitFen: 10_000 },
      place: { community: '630102001000' },
    })
  })
  test('a total that no multiples within the bounds can make is named, and by how much', () => {
    const { problem } = outcomeOf(
      planOf(
        [perPerson({}), { kind: 'floor', amountFen: 110 * YUAN }, { kind: 'fit', totalFen: 300 * YUAN }, round],
        [
          ['A', 15],
          ['A', 15],
        ],
      ),
    )
    expect(problem).toMatchObject({ code: 'allocation.totalBelowFloors', params: { totalFen: 30_000, limitFen: 40_000, byFen: 10_000 } })
  })
})

test('money beyond every whole number is refused by name, not computed wrongly', () => {
  for (const people of [1e14, 1e305])
    expect(outcomeOf(planOf([perPerson({ portions: 'exact' })], [['A', people]])).problem).toMatchObject({
      code: 'allocation.tooLarge',
      place: { path: 's0' },
    })
  expect(
    outcomeOf(planOf([standard, { kind: 'carryOver', indicator: 'surplus', share: 1, aboveFen: 0 }], [['A', 0, 1e307]])).problem?.code,
  ).toBe('allocation.tooLarge')
  expect(
    outcomeOf(planOf([{ kind: 'points', totalFen: 100, terms: [{ kind: 'unit', indicator: 'people', points: 1e9 }] }], [['A', 1e305]]))
      .problem?.code,
  ).toBe('allocation.tooLarge')
})
