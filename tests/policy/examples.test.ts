import { describe, expect, it } from 'vitest'
import { Policy, type PolicyDocument, type PolicyExample } from '../../src-main/model/policy.ts'
import { changedExamples } from '../../src-main/policy/examples-changed.ts'
import { runExamples, stepAmongAll } from '../../src-main/policy/examples.ts'
import { preset, standardDictionary } from '../../src-main/policy/presets.ts'
import { RESOURCES } from '../support/project.ts'

const dictionary = standardDictionary(RESOURCES).indicators
type Step = PolicyDocument['allocation']['steps'][number]

/** Two classes by residents; further steps after the standard. */
const policyWith = (examples: PolicyExample[], steps: Step[] = []): Policy =>
  Policy.parse({
    format: 'quanheng-policy',
    formatVersion: 1,
    id: 'tried',
    version: '1.0.0',
    title: { zh: '办法' },
    effectiveYear: 2026,
    classes: [
      { key: 'A', name: { zh: '大' }, color: '#112233' },
      { key: 'B', name: { zh: '小' }, color: '#332211' },
    ],
    classification: {
      rules: [
        { key: 'big', name: { zh: '人多' }, class: 'A', when: { kind: 'compare', indicator: 'residents', operator: '>=', value: 3000 } },
      ],
      fallback: 'B',
    },
    allocation: {
      steps: [{ kind: 'standard', key: 'standard', name: { zh: '定额' }, amountsFen: { A: 20_000_000, B: 10_000_000 } }, ...steps],
    },
    examples,
  } satisfies PolicyDocument)
const example = (expected: PolicyExample['expect'], more: Partial<PolicyExample> = {}): PolicyExample => ({
  key: 'one',
  name: '某社区',
  values: { residents: 3000 },
  expect: expected,
  ...more,
})
const run = (expected: PolicyExample['expect'], more: Partial<PolicyExample> = {}, steps: Step[] = []) =>
  runExamples(policyWith([example(expected, more)], steps), dictionary)[0]!
const codes = (result: { problems: { code: string }[] }): string[] => result.problems.map((each) => each.code)

describe('an example', () => {
  it('holds where class and amount are as expected, and tells how they come about', () => {
    expect(run({ class: 'A', amountFen: 20_000_000 })).toEqual({
      key: 'one',
      passed: true,
      class: 'A',
      rule: 'big',
      amountFen: 20_000_000,
      trace: [expect.objectContaining({ step: 'standard', fen: 20_000_000 })],
      needs: [],
      problems: [],
    })
  })

  it('fails by one resident at the threshold, and by one fen', () => {
    expect(run({ class: 'A' }, { values: { residents: 2999 } })).toMatchObject({
      passed: false,
      class: 'B',
      problems: [{ code: 'policy.exampleClass', params: { expected: 'A', found: 'B' } }],
    })
    expect(run({ class: 'A', amountFen: 19_999_999 })).toMatchObject({
      passed: false,
      problems: [{ code: 'policy.exampleAmount', params: { expectedFen: 19_999_999, foundFen: 20_000_000 } }],
    })
  })

  it('may expect that the class is undecided and the amount unknown, for a missing value is not zero', () => {
    expect(run({ class: null, amountFen: null }, { values: {} })).toMatchObject({
      passed: true,
      class: null,
      amountFen: null,
      needs: ['residents'],
    })
    expect(codes(run({ class: 'B' }, { values: {} }))).toEqual(['policy.exampleClass'])
  })

  it('without an amount tries the class only', () => expect(run({ class: 'A' })).toMatchObject({ passed: true, amountFen: 20_000_000 }))

  it("takes last year's amount into account where a step does", () => {
    const steps: Step[] = [{ kind: 'protect', key: 'protect', name: { zh: '衔接' }, gain: 0.1 }]
    expect(run({ class: 'A', amountFen: 11_000_000 }, { previousFen: 10_000_000 }, steps).passed).toBe(true)
    expect(run({ class: 'A', amountFen: 20_000_000 }, {}, steps).passed).toBe(true)
  })

  it('is wrong in itself on an unknown or calculated indicator, an impossible value, an unknown class or a key that stands twice', () => {
    expect(codes(run({ class: 'A' }, { values: { ghosts: 1 } }))).toEqual(['policy.indicatorUnknown'])
    expect(codes(run({ class: 'A' }, { values: { oldShare: 0.5 } }))).toEqual(['plan.indicatorDerived'])
    expect(codes(run({ class: 'A' }, { values: { residents: -1 } }))).toEqual(['import.outOfRange'])
    expect(codes(run({ class: 'X' }))).toEqual(['policy.classUnknown'])
    const twice = runExamples(policyWith([example({ class: 'A' }), example({ class: 'A' })]), dictionary)
    expect(twice.map(codes)).toEqual([[], ['policy.exampleTwice']])
  })
})

describe('an amount that depends on the other communities', () => {
  const among: [string, Step][] = [
    ['fit', { kind: 'fit', key: 'k', name: { zh: '总额' }, totalFen: 20_000_000 }],
    ['points', { kind: 'points', key: 'k', name: { zh: '得分' }, totalFen: 100, terms: [{ kind: 'class', points: { A: 1, B: 1 } }] }],
    ['a guarantee paid for by others', { kind: 'protect', key: 'k', name: { zh: '衔接' }, loss: 0.1, financed: true }],
    [
      'reserve',
      {
        kind: 'reserve',
        key: 'k',
        name: { zh: '预留' },
        share: 0.1,
        when: { kind: 'compare', indicator: 'residents', operator: '>', value: 0 },
        shareOut: 'equal',
        released: true,
      },
    ],
  ]
  it.each(among)('is refused in words, never approximated: %s', (_, step) => {
    const refused = run({ class: 'A', amountFen: 20_000_000 }, {}, [step])
    expect(refused).toMatchObject({
      passed: false,
      class: 'A',
      amountFen: null,
      problems: [{ code: 'policy.exampleDepends', params: { step: step.name.zh } }],
    })
    expect(run({ class: 'A' }, {}, [step])).toMatchObject({ passed: true, class: 'A' })
    expect(codes(run({ class: 'B' }, {}, [step]))).toEqual(['policy.exampleClass'])
  })

  it('is not one where a guarantee is paid by nobody else', () =>
    expect(stepAmongAll(policyWith([], [{ kind: 'protect', key: 'k', name: { zh: '衔接' }, loss: 0.1 }]))).toBeUndefined())

  it('is not one where money is held back and not released: what is left of an amount depends on nobody else', () => {
    const [, reserve] = among.at(-1)!
    const held: Step = { ...(reserve as Extract<Step, { kind: 'reserve' }>), released: false }
    expect(run({ class: 'A', amountFen: 18_000_000 }, {}, [held]).passed).toBe(true)
    expect(codes(run({ class: 'A', amountFen: 20_000_000 }, {}, [held]))).toEqual(['policy.exampleAmount'])
  })

  it('is one under rounding only where something is rounded', () => {
    const round: Step = { kind: 'round', key: 'round', name: { zh: '取整' }, unit: 'tenThousandYuan' }
    expect(run({ class: 'A', amountFen: 20_000_000 }, {}, [round]).passed).toBe(true)
    expect(
      codes(
        run({ class: 'A', amountFen: 20_000_000 }, {}, [
          { kind: 'perUnit', key: 'more', name: { zh: '另加' }, indicator: 'residents', rateFen: 1, portions: 'full' },
          round,
        ]),
      ),
    ).toEqual(['policy.exampleDepends'])
  })

  it('is refused in a further component as well', () => {
    const policy = policyWith([example({ class: 'A', amountFen: 20_000_100 })])
    policy.allocation.components = [
      { key: 'more', name: { zh: '另', en: '' }, steps: [{ kind: 'fit', key: 'k', name: { zh: '总额', en: '' }, totalFen: 100 }] },
    ]
    expect(codes(runExamples(policy, dictionary)[0]!)).toEqual(['policy.exampleDepends'])
  })
})

describe('other communities of an example', () => {
  const fit: Step = { kind: 'fit', key: 'fit', name: { zh: '总额' }, totalFen: 100_000_000 }
  const big = { values: { residents: 3000 } }
  const small = { values: { residents: 2999 } }
  // Standards of 20, 20, 10 and 10 万元 share 100 万元 in proportion.
  const others = [big, { ...small, count: 2 }]
  const third = 33_333_333
  const sixth = 16_666_667

  it('share with it what is given to all together, in the classes that the rules give them', () => {
    expect(run({ class: 'A', amountFen: third }, { others }, [fit])).toMatchObject({ passed: true, class: 'A', amountFen: third })
    expect(run({ class: 'B', amountFen: sixth }, { ...small, others: [{ ...big, count: 2 }, small] }, [fit])).toMatchObject({
      class: 'B',
      amountFen: sixth,
    })
    expect(codes(run({ class: 'A', amountFen: third }, { others: [big] }, [fit]))).toEqual(['policy.exampleAmount'])
  })

  it('none at all are told as well: then it has the whole alone', () =>
    expect(run({ class: 'A', amountFen: 100_000_000 }, { others: [] }, [fit]).passed).toBe(true))

  it('round together with it', () => {
    const steps: Step[] = [
      { kind: 'perUnit', key: 'more', name: { zh: '另加' }, indicator: 'residents', rateFen: 1000, portions: 'full' },
      { kind: 'round', key: 'round', name: { zh: '取整' }, unit: 'tenThousandYuan' },
    ]
    // 23 and 23.6 万元 are 46.6, that is 47 together.
    expect(run({ class: 'A', amountFen: 23_000_000 }, { others: [{ values: { residents: 3600 } }] }, steps).passed).toBe(true)
    expect(run({ class: 'A', amountFen: 24_000_000 }, { values: { residents: 3600 }, others: [big] }, steps).passed).toBe(true)
  })

  it('are looked at like itself: an unknown indicator and an impossible value are told with their place', () => {
    const wrong = run({ class: 'A' }, { others: [big, { values: { ghosts: 1, residents: -1 } }] })
    expect(wrong.problems.map((each) => [each.code, each.place.path])).toEqual([
      ['policy.indicatorUnknown', '/examples/0/others/1/values/ghosts'],
      ['import.outOfRange', '/examples/0/others/1/values/residents'],
    ])
  })

  it('belong to what it asks: a change of them owes a reason', () => {
    const before = policyWith([example({ class: 'A' }, { others: [small] })])
    const after = (more: PolicyExample['others']): Policy => policyWith([example({ class: 'A' }, { others: more })])
    expect(changedExamples(before, after([{ ...small, count: 1 }]))).toEqual([])
    expect(changedExamples(before, after([{ ...small, count: 2 }]))).toHaveLength(1)
    expect(changedExamples(before, after([{ ...small, previousFen: 5 }]))).toHaveLength(1)
    expect(changedExamples(before, policyWith([example({ class: 'A' })]))).toHaveLength(1)
  })
})

describe('facts of the field', () => {
  it.each([
    [
      '祁连路西社区',
      {
        location: 'urban',
        residents: 12_000,
        area: 0.9,
        floating: 1500,
        courtyards: 21,
        oldCourtyards: 18,
        managedCourtyards: 5,
        estates: 4,
        resettlementEstates: 0,
      },
      'B',
      30_000_000,
    ],
    ['甘河滩社区', { location: 'township', residents: 200 }, 'D', 10_000_000],
  ] as const)('%s comes out as known', (name, values, wanted, amountFen) => {
    const policy = { ...preset(RESOURCES, 'reference')!, examples: [{ key: 'one', name, values, expect: { class: wanted, amountFen } }] }
    expect(runExamples(policy, dictionary)).toMatchObject([{ passed: true, class: wanted, amountFen }])
  })
})

describe('a reason is owed', () => {
  const before = policyWith([example({ class: 'A' }), example({ class: 'B' }, { key: 'two', name: '二', values: { residents: 1 } })])
  const after = (examples: PolicyExample[]): Policy => ({ ...before, examples })
  it('for every example that asks or expects something else, and for one that is gone', () => {
    const [one, two] = before.examples!
    expect(changedExamples(before, before)).toEqual([])
    expect(changedExamples(before, after([{ ...one!, expect: { class: 'B' } }]))).toEqual([
      { key: 'one', name: '某社区', kind: 'changed' },
      { key: 'two', name: '二', kind: 'removed' },
    ])
    expect(changedExamples(before, after([{ ...one!, values: { residents: 3001 } }, two!]))).toMatchObject([{ key: 'one' }])
    expect(changedExamples(before, policyWith([]))).toHaveLength(2)
  })
  it('not for a new one, another order, another name or a note', () => {
    const [one, two] = before.examples!
    expect(
      changedExamples(
        before,
        after([
          { ...two!, name: '改名' },
          { ...one!, note: '说明', values: { residents: 3000, households: null } },
          example({ class: 'A' }, { key: 'three' }),
        ]),
      ),
    ).toEqual([])
  })
})
