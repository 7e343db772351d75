import { describe, expect, it } from 'vitest'
import { Dictionary } from '../../src-main/contract/indicator.ts'
import { Policy, Step } from '../../src-main/contract/policy.ts'
import type { Condition, PolicyDocument } from '../../src-main/contract/policy.ts'
import {
  classInWords, conditionInWords, decisionInWords, moneyInWords, ruleInWords, splitInWords, stepInWords, valueInWords,
} from '../../src-main/contract/policy-in-words.ts'

const dictionary = Dictionary.parse({
  format: 'quanheng-indicators', formatVersion: 1, groups: [{ key: 'all', label: { zh: '全部', en: 'All' } }],
  indicators: [
    { key: 'residents', label: { zh: '常住人口', en: 'Residents' }, unit: { zh: '人', en: 'people' }, kind: 'number', group: 'all' },
    { key: 'oldShare', label: { zh: '老旧楼院占比', en: 'Old share' }, kind: 'share', group: 'all' },
    { key: 'carryOver', label: { zh: '上年结余', en: 'Carry-over' }, unit: { zh: '元', en: 'yuan' }, kind: 'number', group: 'all' },
    { key: 'office', label: { zh: '有无服务中心', en: 'Service centre' }, kind: 'flag', group: 'all' },
    {
      key: 'location', label: { zh: '区位', en: 'Location' }, kind: 'category', group: 'all',
      options: [{ key: 'edge', label: { zh: '城郊', en: 'City edge' } }, { key: 'township', label: { zh: '乡镇', en: 'Township' } }],
    },
  ],
})
const document: PolicyDocument = {
  format: 'quanheng-policy', formatVersion: 1, id: 'words', version: '1.0.0', title: { zh: '办法', en: 'Policy' }, effectiveYear: 2026,
  indicators: [{ key: 'trees', label: { zh: '树木', en: 'Trees' }, unit: { zh: '棵', en: '' }, kind: 'number', group: 'all' }],
  classes: [{ key: 'A', name: { zh: 'A类社区', en: 'Class A' }, color: '#000000' }, { key: 'B', name: { zh: '老旧型', en: 'Old' }, color: '#000000' }],
  classification: {
    rules: [{ key: 'old', name: { zh: '老旧', en: 'Old courtyards' }, class: 'B', when: { kind: 'compare', indicator: 'oldShare', operator: '>=', value: 0.07 } }],
    fallback: 'A',
  },
  allocation: {
    steps: [{ kind: 'floor', key: 'floor', name: { zh: '保底', en: 'Floor' }, amountFen: 1 }],
    split: { ratio: { city: 6, district: 4 }, byDistrict: { 湟源县: { city: 8, district: 2 } } },
  },
}
const source = { policy: Policy.parse(document), dictionary }
const more: Condition = { kind: 'compare', indicator: 'residents', operator: '>', value: 3000 }
const old: Condition = { kind: 'range', indicator: 'oldShare', from: 0.1, to: 0.35, toIncluded: false }
const place: Condition = { kind: 'category', indicator: 'location', anyOf: ['edge', 'township'] }

describe('conditions', () => {
  it.each<[Condition, string, string]>([
    [{ kind: 'compare', indicator: 'residents', operator: '<', value: 3000 }, '常住人口低于3,000人', 'Residents below 3,000 people'],
    [{ kind: 'compare', indicator: 'residents', operator: '<=', value: 3000 }, '常住人口不超过3,000人', 'Residents at most 3,000 people'],
    [more, '常住人口超过3,000人', 'Residents above 3,000 people'],
    [{ kind: 'compare', indicator: 'residents', operator: '>=', value: 3000 }, '常住人口不低于3,000人', 'Residents at least 3,000 people'],
    [{ kind: 'compare', indicator: 'oldShare', operator: '>=', value: 0.07 }, '老旧楼院占比不低于7%', 'Old share at least 7%'],
    [old, '老旧楼院占比不低于10%且低于35%', 'Old share at least 10% and below 35%'],
    [{ ...old, toIncluded: true } as Condition, '老旧楼院占比不低于10%且不超过35%', 'Old share at least 10% and at most 35%'],
    [{ kind: 'flag', indicator: 'office', value: false }, '有无服务中心为“否”', 'Service centre is "no"'],
    [place, '区位为城郊或乡镇', 'Location is City edge or Township'],
    [{ kind: 'compare', indicator: 'trees', operator: '=', value: 2 }, '树木等于2棵', 'Trees exactly 2 棵'],
    [{ kind: 'not', of: more }, '并非（常住人口超过3,000人）', 'not (Residents above 3,000 people)'],
    [{ kind: 'all', of: [place, { kind: 'any', of: [more, old] }] },
      '区位为城郊或乡镇，且（常住人口超过3,000人，或老旧楼院占比不低于10%且低于35%）',
      'Location is City edge or Township, and (Residents above 3,000 people, or Old share at least 10% and below 35%)'],
    [{ kind: 'all', of: [{ kind: 'any', of: [more] }] }, '常住人口超过3,000人', 'Residents above 3,000 people'],
  ])('%j', (condition, zh, en) => {
    expect(conditionInWords(condition, source, 'zh')).toBe(zh)
    expect(conditionInWords(condition, source, 'en')).toBe(en)
  })

  it('reads an indicator that nobody knows by its key', () => {
    expect(conditionInWords({ kind: 'compare', indicator: 'gone', operator: '!=', value: 1 }, source, 'zh')).toBe('gone不等于1')
  })
})

it('says amounts exactly and shortly, also those that are no round number', () => {
  expect([15_000_000, 10_050_000, 10_050_100, 99, 0, -15_000_000].map((fen) => moneyInWords(fen, 'zh'))).toEqual(['15万元', '10.05万元', '100,501元', '0.99元', '0元', '-15万元'])
  expect(moneyInWords(15_000_050, 'en')).toBe('150,000.5 yuan')
})

it('says an unknown value is unknown, never zero', () => {
  expect(valueInWords('residents', null, source, 'zh')).toBe('未知')
  expect(valueInWords('residents', 0, source, 'zh')).toBe('0人')
})

it('tells the key of a class where its name does not', () => {
  expect([classInWords('A', source.policy, 'zh'), classInWords('B', source.policy, 'zh'), classInWords('B', source.policy, 'en')]).toEqual(['A类社区', 'B（老旧型）', 'B (Old)'])
})

it('says a rule and the split', () => {
  expect(ruleInWords(source.policy.classification.rules[0]!, source, 'zh')).toBe('老旧楼院占比不低于7%的，归为B（老旧型）')
  expect(splitInWords(source.policy, 'zh')).toBe('市级与区县级按 6:4 分担；湟源县 8:2')
})

describe('decisions', () => {
  const decided = (over: object) => decisionInWords({ class: 'A', rule: 'old', policyClass: 'A', needs: [], ...over }, source, 'zh')
  it('by a rule, by none, by hand, by every completion, or not at all', () => {
    expect(decided({})).toBe('老旧：老旧楼院占比不低于7%')
    expect(decided({ rule: 'fallback' })).toBe('各条规则均不符合，按其余情形归为A类社区')
    expect(decided({ rule: 'override', policyClass: 'B' })).toBe('人工调整（按办法为B（老旧型））')
    expect(decided({ rule: 'override', policyClass: null })).toBe('人工调整（按办法未定）')
    expect(decided({ rule: null })).toBe('有指标缺失，但无论取何值均归为A类社区')
    expect(decided({ rule: null, class: null, policyClass: null, needs: ['residents', 'oldShare'] })).toBe('类别未定，缺少：常住人口、老旧楼院占比')
  })
})

describe('steps', () => {
  const name = { zh: '步骤', en: 'Step' }
  it.each<[PolicyDocument['allocation']['steps'][number], string]>([
    [{ kind: 'standard', key: 's', name, amountsFen: { A: 15_000_000, B: 30_000_000 } }, '按类别定额：A 15万元，B 30万元'],
    [{ kind: 'perUnit', key: 's', name, classes: ['B'], indicator: 'residents', rateFen: 50_000, per: 100, above: 2000, portions: 'started', minFen: 100_000, maxFen: 5_000_000 },
      '仅B：按常住人口增加：超过2,000人的部分，每100人增加500元（不足100人的按100人计），最少1,000元，最多5万元'],
    [{ kind: 'carryOver', key: 's', name, indicator: 'carryOver', share: 0.5, aboveFen: 2_000_000 }, '上年结余超过2万元的部分，按50%扣减，扣完为止'],
    [{ kind: 'floor', key: 's', name, amountFen: 8_000_000 }, '不足8万元的，按8万元'],
    [{ kind: 'cap', key: 's', name, amountFen: 40_000_000 }, '超过40万元的，按40万元'],
    [{ kind: 'protect', key: 's', name, loss: 0.2, gain: 0.6 }, '与上年相比最多减少20%，最多增加60%'],
    [{ kind: 'fit', key: 's', name, totalFen: 3_600_000_000 }, '按比例调整到总额3,600万元，已到保底、封顶或增减幅界限的不再调整'],
    [{ kind: 'round', key: 's', name, unit: 'hundredYuan' }, '取整到百元（最大余数法，总额不变）'],
    [{ kind: 'points', key: 's', name, totalFen: 3_600_000_000, terms: [
      { kind: 'class', points: { A: 1, B: 3 } }, { kind: 'unit', indicator: 'residents', points: 2, per: 500 },
      { kind: 'bands', indicator: 'oldShare', bands: [{ from: 0.15, points: 3 }, { from: 0.25, points: 6 }] },
    ] }, '总额3,600万元按得分分配。类别得分：A 1分，B 3分；常住人口每500人2分；老旧楼院占比分档：15%起3分，25%起6分'],
  ])('%j', (step, zh) => {
    expect(stepInWords(Step.parse(step), source, 'zh')).toBe(zh)
    const english = stepInWords(Step.parse(step), source, 'en')
    expect(english).toMatch(/^[\x20-\x7e]+$/)
    expect(english).not.toMatch(/undefined|NaN/)
  })
})
