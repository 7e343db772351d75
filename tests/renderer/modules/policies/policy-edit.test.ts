import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { problem } from '../../../../src-main/model/problem.ts'
import { Dictionary } from '../../../../src-main/model/indicator.ts'
import type { Condition } from '../../../../src-main/model/condition.ts'
import { Policy } from '../../../../src-main/model/policy.ts'
import { namedProblem } from '../../../../src-renderer/modules/policies/draft/named-problem.ts'
import {
  copyOfRule,
  firstCondition,
  moved,
  newClass,
  onIndicator,
  withClassKey,
  withoutClass,
  withoutPart,
} from '../../../../src-renderer/modules/policies/draft/policy-edit.ts'
import { sizeOf, startOfParts } from '../../../../src-renderer/modules/policies/draft/rules/condition-size.ts'
import { usesOf, usualIndicator } from '../../../../src-renderer/modules/policies/draft/indicators/used-indicators.ts'

const resource = (path: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, '../../../../resources', path), 'utf8'))
const reference = Policy.parse(resource('policies/reference.json'))
const dictionary = Dictionary.parse(resource('indicators.json'))
const indicator = (key: string) => dictionary.indicators.find((each) => each.key === key)!

describe('changing a policy document', () => {
  const policy: Policy = {
    ...reference,
    allocation: {
      ...reference.allocation,
      steps: [
        ...reference.allocation.steps,
        { kind: 'floor', key: 'floor', name: { zh: '保底', en: '' }, classes: ['B', 'C'], amountFen: 1 },
      ],
      components: [
        {
          key: 'more',
          name: { zh: '另', en: '' },
          steps: [
            { kind: 'points', key: 'points', name: { zh: '分', en: '' }, totalFen: 1, terms: [{ kind: 'class', points: { A: 1, B: 2 } }] },
          ],
        },
      ],
    },
    examples: [{ key: 'one', name: '一', values: {}, expect: { class: 'B' } }],
  }

  it('gives a class another key wherever it is named, and leaves the rest and the document before as they were', () => {
    const before = JSON.stringify(policy)
    const renamed = withClassKey(policy, 'B', '老')
    expect(JSON.stringify(renamed)).not.toMatch(/"B"/)
    expect(JSON.stringify(withClassKey(renamed, '老', 'B'))).toBe(before)
    expect(JSON.stringify(policy)).toBe(before)
  })

  it('takes a class out with its amounts; a rule that gives it stays', () => {
    const without = withoutClass(policy, 'B')
    expect(without.classes.map((each) => each.key)).toEqual(['A', 'C', 'D'])
    expect(without.allocation.steps).toMatchObject([{ amountsFen: { A: 15_000_000, C: 15_000_000, D: 10_000_000 } }, { classes: ['C'] }])
    expect(without.allocation.components![0]!.steps[0]).toMatchObject({ terms: [{ points: { A: 1 } }] })
    expect(without.classification.rules[1]!.class).toBe('B')
  })

  it('gives what is new a key and a colour that nobody has', () => {
    expect(newClass(policy, (key) => ({ zh: key, en: '' }))).toMatchObject({
      key: 'E',
      name: { zh: 'E' },
      color: expect.not.stringMatching(/2f6db5|c8501e|7a5aa6|3d8361/),
    })
    const copy = copyOfRule(policy, policy.classification.rules[0]!, { zh: '（副本）', en: ' (copy)' })
    expect([copy.key, copy.name.zh]).toEqual(['smallTownship1', '乡镇小规模社区（副本）'])
    expect(copy.when).not.toBe(policy.classification.rules[0]!.when)
  })

  it('moves within the list only', () => {
    expect([moved([1, 2, 3], 0, 2), moved([1, 2, 3], 0, 3), moved([1, 2, 3], 0, -1), moved([1, 2, 3], 1, 1)]).toEqual([
      [2, 3, 1],
      null,
      null,
      null,
    ])
  })
})

describe('conditions', () => {
  const leaf: Condition = { kind: 'flag', indicator: 'x', value: true }
  it('stand in the counts where the engine counts them: groups and "not" before their parts', () => {
    const parts: Condition[] = [leaf, { kind: 'not', of: { kind: 'any', of: [leaf, leaf] } }, leaf]
    expect(sizeOf({ kind: 'all', of: parts })).toBe(7)
    expect(startOfParts(parts, 1)).toEqual([1, 2, 6])
  })
  it('keep their operator on an indicator of the same kind, and begin anew on another', () => {
    expect(onIndicator({ kind: 'compare', indicator: 'residents', operator: '<', value: 3 }, indicator('oldShare'))).toMatchObject({
      kind: 'compare',
      indicator: 'oldShare',
      operator: '<',
    })
    expect(onIndicator({ kind: 'compare', indicator: 'residents', operator: '<', value: 3 }, indicator('location'))).toEqual({
      kind: 'category',
      indicator: 'location',
      anyOf: ['urban'],
    })
    expect(firstCondition(indicator('residents'))).toEqual({ kind: 'compare', indicator: 'residents', operator: '>=', value: 0 })
  })
  it('are never an empty group', () => expect(withoutPart({ kind: 'all', of: [leaf] }, 0)).toBeNull())
})

it('knows where a policy names an indicator, and begins a new condition with one of them', () => {
  expect(
    usesOf(reference)
      .get('managedShare')!
      .map((each) => each.zh),
  ).toEqual(['老旧楼院密集社区', '成熟物业小区'])
  expect(usualIndicator(reference, dictionary.indicators)!.key).toBe('residents')
})

it('names the indicator of a problem, with its values as it is shown', () => {
  const source = { policy: reference, dictionary }
  const share = namedProblem(problem('policy.outsideRange', { indicator: 'oldShare', value: 1.5, min: '0', max: '1' }), source)
  expect(share.params).toMatchObject({ indicator: '老旧楼院占比', value: '150%', min: '0%', max: '100%' })
  expect(
    namedProblem(problem('policy.outsideRange', { indicator: 'residents', value: -1, min: '0', max: 'Infinity' }), source).params,
  ).toMatchObject({ value: '-1', max: '∞' })
  const unknown = problem('policy.indicatorUnknown', { indicator: 'ghosts' })
  expect(namedProblem(unknown, source)).toEqual(unknown)
})
