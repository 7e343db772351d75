import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Policy } from '../../src-main/model/policy.ts'
import { numbersOf } from '../../src-main/policy/numbers.ts'
import { numberAt, readPath, writePath } from '../../src-main/policy/path.ts'
import { preset, presetNames } from '../../src-main/policy/presets.ts'
import { AppError } from '../../src-main/shared/app-error.ts'
import { RESOURCES } from '../support/project.ts'
import { randomPlans } from '../support/random-plan.ts'
import { deepFreeze } from '../support/outcome.ts'

const policyNamed = (name: string) => deepFreeze(preset(RESOURCES, name)!)
const reference = policyNamed('reference')
const codesOf = (work: () => unknown): string[] => {
  try {
    work()
    return []
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.problems.map((each) => each.code)
  }
}

describe('a path', () => {
  it('names rules and steps by key, conditions by position', () => {
    expect(readPath(reference, 'classification/rules/oldCourtyards/when/of/0/value')).toBe(0.5)
    expect(readPath(reference, '/classification/rules/1/when/of/0/value')).toBe(0.5)
    expect(readPath(reference, 'allocation/steps/standard/amountsFen/B')).toBe(30_000_000)
    expect(readPath(reference, 'classes/C/name/zh')).toBe('C类社区')
    expect(readPath(reference, 'allocation/split/ratio/city')).toBe(5)
  })

  it('writes into a copy', () => {
    const changed = writePath(reference, 'allocation/steps/standard/amountsFen/B', 31_000_000)
    expect(readPath(changed, 'allocation/steps/standard/amountsFen/B')).toBe(31_000_000)
    expect(readPath(reference, 'allocation/steps/standard/amountsFen/B')).toBe(30_000_000)
  })

  it('reaches districts whose names hold a slash', () => {
    const changed = writePath(reference, 'allocation/split/byDistrict/东~1西区', { city: 6, district: 4 })
    expect(numberAt(changed, 'allocation/split/byDistrict/东~1西区/city')).toMatchObject({
      value: 6,
      unit: { kind: 'ratio' },
      of: '东/西区/city',
    })
  })

  it.each([
    ['a rule that is not there', 'classification/rules/nothing/when/of/0/value', ['policy.pathUnknown']],
    ['a position beyond the end', 'classification/rules/oldCourtyards/when/of/9/value', ['policy.pathUnknown']],
    ['a class that has no amount', 'allocation/steps/standard/amountsFen/Z', ['policy.pathUnknown']],
    ['something of every object', 'allocation/steps/standard/constructor', ['policy.pathUnknown']],
    ['nothing', '', ['policy.pathUnknown']],
    ['a part of a text', 'id/0', ['policy.pathUnknown']],
    ['a group of conditions', 'classification/rules/oldCourtyards/when', ['policy.pathNotNumber']],
    ['a text', 'title/zh', ['policy.pathNotNumber']],
    ['a number with which nothing is reckoned', 'formatVersion', ['policy.pathNotNumber']],
  ])('to %s is refused in words', (_, path, codes) => expect(codesOf(() => numberAt(reference, path))).toEqual(codes))

  it('says which name is wrong, and what there is', () => {
    try {
      readPath(reference, 'allocation/steps/standard/amountsFen/Z')
      expect.unreachable()
    } catch (error) {
      expect((error as AppError).problems[0]!.params).toMatchObject({ value: 'Z', known: 'A, B, C, D' })
    }
  })

  it.each([
    ['half a fen', 'allocation/steps/standard/amountsFen/B', 0.5],
    ['less than nothing', 'allocation/steps/standard/amountsFen/B', -1],
    ['no number', 'classification/rules/oldCourtyards/when/of/0/value', 'x'],
    ['an unknown field', 'allocation/steps/standard/nonsense', 1],
  ])('can not be given %s', (_, path, value) => expect(codesOf(() => writePath(reference, path, value))).toContain('policy.shape'))
})

describe('the numbers of a policy', () => {
  it('are the thresholds, amounts and ratios of the reference', () => {
    const numbers = numbersOf(reference)
    expect(
      numbers
        .filter((each) => each.part === 'rule')
        .map((each) => [each.key, each.unit.kind === 'indicator' && each.unit.indicator, each.value]),
    ).toEqual([
      ['smallTownship', 'residents', 3000],
      ['oldCourtyards', 'oldShare', 0.5],
      ['oldCourtyards', 'managedShare', 0.6],
      ['oldCourtyards', 'density', 5000],
      ['floatingEdge', 'floatingShare', 0.4],
      ['floatingEdge', 'resettlementShare', 0.5],
      ['floatingEdge', 'floatingShare', 0.3],
      ['matureEstates', 'managedShare', 0.6],
    ])
    expect(numbers.filter((each) => each.part !== 'rule').map((each) => [each.path, each.unit.kind, each.of])).toEqual([
      ['allocation/previousAmountFen', 'fen', null],
      ...['A', 'B', 'C', 'D'].map((key) => [`allocation/steps/standard/amountsFen/${key}`, 'fen', key]),
      ['allocation/split/ratio/city', 'ratio', 'city'],
      ['allocation/split/ratio/district', 'ratio', 'district'],
    ])
  })

  it('know points, shares and bands', () => {
    const units = new Map(
      numbersOf(policyNamed('points-with-guarantee')).map((each) => [each.path.replace('allocation/steps/', ''), each.unit]),
    )
    expect(units.get('points/terms/0/points/高')).toEqual({ kind: 'points' })
    expect(units.get('points/terms/1/per')).toEqual({ kind: 'indicator', indicator: 'residents' })
    expect(units.get('points/terms/3/bands/1/from')).toEqual({ kind: 'indicator', indicator: 'elderlyShare' })
    expect(units.get('points/totalFen')).toEqual({ kind: 'fen' })
    expect(units.get('protect/loss')).toEqual({ kind: 'share' })
    expect(units.get('floor/amountFen')).toEqual({ kind: 'fen' })
  })

  test('are found again under their paths, and each can be written', () => {
    let tried = 0
    fc.assert(
      fc.property(randomPlans({ communities: { min: 1, max: 2 } }), ({ policy }) => {
        const numbers = numbersOf(policy)
        expect(new Set(numbers.map((each) => each.path)).size).toBe(numbers.length)
        for (const each of numbers) {
          expect(numberAt(policy, each.path)).toEqual(each)
          expect(readPath(writePath(policy, each.path, each.value), each.path)).toBe(each.value)
          tried++
        }
        expect(numbers.filter((each) => each.unit.kind === 'number')).toEqual([])
      }),
      { numRuns: 60 },
    )
    expect(tried).toBeGreaterThan(300)
  })

  it('are those of further components and of all payers too', () => {
    const standard = (key: string, fen: number) => ({
      kind: 'standard' as const,
      key,
      name: { zh: key },
      amountsFen: Object.fromEntries(reference.classes.map((each) => [each.key, fen])),
    })
    const { split: _, ...allocation } = reference.allocation
    const wider = Policy.parse({
      ...reference,
      allocation: {
        ...allocation,
        payers: [
          { key: 'city', name: { zh: '市级' }, pays: { ratio: 6 } },
          { key: 'fund', name: { zh: '基金' }, pays: { fixedFen: 500 }, byDistrict: { 城北区: { ratio: 4 }, 湟中区: { fixedFen: 700 } } },
        ],
        components: [{ key: 'office', name: { zh: '办公' }, steps: [standard('desks', 300)] }],
      },
    })
    const numbers = new Map(numbersOf(wider).map((each) => [each.path, each]))
    expect(numbers.get('allocation/components/office/steps/desks/amountsFen/C')).toMatchObject({
      value: 300,
      unit: { kind: 'fen' },
      part: 'step',
      key: 'desks',
      of: 'C',
    })
    expect(numbers.get('allocation/payers/city/pays/ratio')).toMatchObject({
      value: 6,
      unit: { kind: 'ratio' },
      part: 'payer',
      key: 'city',
    })
    expect(numbers.get('allocation/payers/fund/pays/fixedFen')).toMatchObject({ value: 500, unit: { kind: 'fen' } })
    expect(numbers.get('allocation/payers/fund/byDistrict/湟中区/fixedFen')).toMatchObject({
      value: 700,
      unit: { kind: 'fen' },
      of: '湟中区/fixedFen',
    })
    expect(
      readPath(writePath(wider, 'allocation/payers/fund/byDistrict/城北区/ratio', 5), 'allocation/payers/1/byDistrict/城北区/ratio'),
    ).toBe(5)
  })

  it.each(presetNames(RESOURCES))('of %s have all a known unit', (name) => {
    expect(numbersOf(policyNamed(name)).filter((each) => each.unit.kind === 'number')).toEqual([])
  })
})
