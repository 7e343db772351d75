import { describe, expect, it } from 'vitest'
import { Dictionary } from '../../src-main/model/indicator.ts'
import { fillGaps } from '../../src-main/model/paper.ts'
import { componentsOf } from '../../src-main/model/fund.ts'
import { Policy, Step } from '../../src-main/model/policy.ts'
import type { Condition } from '../../src-main/model/condition.ts'
import type { PolicyDocument } from '../../src-main/model/policy.ts'
import {
  classInWords,
  componentInWords,
  conditionInWords,
  decisionInWords,
  moneyInWords,
  payersInWords,
  policyCited,
  ruleInWords,
  splitInWords,
  stepInWords,
  valueInWords,
} from '../../src-main/words/policies.ts'

const dictionary = Dictionary.parse({
  format: 'quanheng-indicators',
  formatVersion: 1,
  groups: [{ key: 'all', label: { zh: '全部', en: 'All' } }],
  indicators: [
    { key: 'residents', label: { zh: '常住人口', en: 'Residents' }, unit: { zh: '人', en: 'people' }, kind: 'number', group: 'all' },
    { key: 'oldShare', label: { zh: '老旧楼院占比', en: 'Old share' }, kind: 'share', group: 'all' },
    { key: 'carryOver', label: { zh: '上年结余', en: 'Carry-over' }, unit: { zh: '元', en: 'yuan' }, kind: 'number', group: 'all' },
    { key: 'office', label: { zh: '有无服务中心', en: 'Service centre' }, kind: 'flag', group: 'all' },
    {
      key: 'location',
      label: { zh: '区位', en: 'Location' },
      kind: 'category',
      group: 'all',
      options: [
        { key: 'edge', label: { zh: '城郊', en: 'City edge' } },
        { key: 'township', label: { zh: '乡镇', en: 'Township' } },
      ],
    },
  ],
})
const document: PolicyDocument = {
  format: 'quanheng-policy',
  formatVersion: 1,
  id: 'words',
  version: '1.0.0',
  title: { zh: '办法', en: 'Policy' },
  effectiveYear: 2026,
  indicators: [{ key: 'trees', label: { zh: '树木', en: 'Trees' }, unit: { zh: '棵', en: '' }, kind: 'number', group: 'all' }],
  classes: [
    { key: 'A', name: { zh: 'A类社区', en: 'Class A' }, color: '#000000' },
    { key: 'B', name: { zh: '老旧型', en: 'Old' }, color: '#000000' },
  ],
  classification: {
    rules: [
      {
        key: 'old',
        name: { zh: '老旧', en: 'Old courtyards' },
        class: 'B',
        when: { kind: 'compare', indicator: 'oldShare', operator: '>=', value: 0.07 },
      },
    ],
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
    [
      { kind: 'all', of: [place, { kind: 'any', of: [more, old] }] },
      '区位为城郊或乡镇，且（常住人口超过3,000人，或老旧楼院占比不低于10%且低于35%）',
      'Location is City edge or Township, and (Residents above 3,000 people, or Old share at least 10% and below 35%)',
    ],
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
  expect([15_000_000, 10_050_000, 10_050_100, 99, 0, -15_000_000].map((fen) => moneyInWords(fen, 'zh'))).toEqual([
    '15万元',
    '10.05万元',
    '100,501元',
    '0.99元',
    '0元',
    '-15万元',
  ])
  expect(moneyInWords(15_000_050, 'en')).toBe('150,000.50 yuan')
})

it('says an unknown value is unknown, never zero', () => {
  expect(valueInWords('residents', null, source, 'zh')).toBe('未知')
  expect(valueInWords('residents', 0, source, 'zh')).toBe('0人')
})

it('tells the key of a class where its name does not', () => {
  expect([classInWords('A', source.policy, 'zh'), classInWords('B', source.policy, 'zh'), classInWords('B', source.policy, 'en')]).toEqual([
    'A类社区',
    'B（老旧型）',
    'B (Old)',
  ])
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
    expect(decided({ rule: 'override', policyClass: 'B' })).toBe('人工定类（按办法为B（老旧型））')
    expect(decided({ rule: 'override', policyClass: null })).toBe('人工定类（按办法未定）')
    expect(decided({ rule: null })).toBe('有指标缺失，但无论取何值均归为A类社区')
    expect(decided({ rule: null, class: null, policyClass: null, needs: ['residents', 'oldShare'] })).toBe(
      '类别未定，缺少：常住人口、老旧楼院占比',
    )
  })
})

describe('steps', () => {
  const name = { zh: '步骤', en: 'Step' }
  it.each<[PolicyDocument['allocation']['steps'][number], string]>([
    [{ kind: 'standard', key: 's', name, amountsFen: { A: 15_000_000, B: 30_000_000 } }, '按类别定额：A 15万元，B 30万元'],
    [
      {
        kind: 'perUnit',
        key: 's',
        name,
        classes: ['B'],
        indicator: 'residents',
        rateFen: 50_000,
        per: 100,
        above: 2000,
        portions: 'started',
        minFen: 100_000,
        maxFen: 5_000_000,
      },
      '仅B：按常住人口增加：超过2,000人的部分，每100人增加500元（不足100人的按100人计），最少1,000元，最多5万元',
    ],
    [
      { kind: 'carryOver', key: 's', name, indicator: 'carryOver', share: 0.5, aboveFen: 2_000_000 },
      '上年结余超过2万元的部分，按50%扣减，扣完为止',
    ],
    [
      { kind: 'attribute', key: 's', name, indicator: 'location', amountsFen: { edge: 1_000_000, township: 0 } },
      '按区位增加：城郊1万元，乡镇0元',
    ],
    [
      { kind: 'attribute', key: 's', name, classes: ['A'], indicator: 'office', amountsFen: { no: 500_000, yes: 0 } },
      '仅A：按有无服务中心增加：否5,000元，是0元',
    ],
    [
      {
        kind: 'addOn',
        key: 's',
        name,
        when: { kind: 'range', indicator: 'residents', from: 2018, to: 2020, toIncluded: true },
        amountFen: 2_000_000,
      },
      '常住人口不低于2,018人且不超过2,020人的，增加2万元',
    ],
    [
      {
        kind: 'bands',
        key: 's',
        name,
        indicator: 'residents',
        bands: [
          { from: 3000, amountFen: 1_000_000 },
          { from: 6000, amountFen: 2_000_000 },
        ],
      },
      '按常住人口分档增加：达到3,000人的1万元，达到6,000人的2万元；不足3,000人的不加（达到界限即算在内，取所达到的最高一档）',
    ],
    [
      { kind: 'protect', key: 's', name, loss: 0.15, financed: true },
      '与上年相比最多减少15%；所需资金由增加的社区承担：最高增幅由此算出，超出部分恰好等于补足的金额，总额不变（不动保底）',
    ],
    [{ kind: 'protect', key: 's', name }, '与上年相比不设限'],
    [
      {
        kind: 'reserve',
        key: 's',
        name,
        share: 0.05,
        when: { kind: 'flag', indicator: 'office', value: true },
        shareOut: 'equal',
        released: false,
      },
      '从每个社区预留5%（前面的保底、封顶和增减幅按预留前的金额计），尚未放出；放出时平均分给达到标准的社区（有无服务中心为“是”）',
    ],
    [
      {
        kind: 'reserve',
        key: 's',
        name,
        share: 0.05,
        when: { kind: 'flag', indicator: 'office', value: true },
        shareOut: 'amount',
        released: true,
      },
      '从每个社区预留5%（前面的保底、封顶和增减幅按预留前的金额计），已放出：预留总额按预留前的金额比例分给达到标准的社区（有无服务中心为“是”）',
    ],
    [{ kind: 'floor', key: 's', name, amountFen: 8_000_000 }, '不足8万元的，按8万元'],
    [{ kind: 'cap', key: 's', name, amountFen: 40_000_000 }, '超过40万元的，按40万元'],
    [{ kind: 'protect', key: 's', name, loss: 0.2, gain: 0.6 }, '与上年相比最多减少20%，最多增加60%（上年没有金额或为0的不受此限）'],
    [{ kind: 'fit', key: 's', name, totalFen: 3_600_000_000 }, '按比例调整到总额3,600万元，已到保底、封顶或增减幅界限的不再调整'],
    [{ kind: 'round', key: 's', name, unit: 'hundredYuan' }, '取整到百元（最大余数法，总额不变）'],
    [
      {
        kind: 'points',
        key: 's',
        name,
        totalFen: 3_600_000_000,
        terms: [
          { kind: 'class', points: { A: 1, B: 3 } },
          { kind: 'unit', indicator: 'residents', points: 2, per: 500 },
          {
            kind: 'bands',
            indicator: 'oldShare',
            bands: [
              { from: 0.15, points: 3 },
              { from: 0.25, points: 6 },
            ],
          },
        ],
      },
      '总额3,600万元按得分分配。类别得分：A 1分，B 3分；常住人口每500人2分；老旧楼院占比分档：15%起3分，25%起6分',
    ],
  ])('%j', (step, zh) => {
    expect(stepInWords(Step.parse(step), source, 'zh')).toBe(zh)
    const english = stepInWords(Step.parse(step), source, 'en')
    expect(english).toMatch(/^[\x20-\x7e]+$/)
    expect(english).not.toMatch(/undefined|NaN/)
  })
})

describe('components and payers', () => {
  const name = (zh: string, en: string) => ({ zh, en })
  const steps: PolicyDocument['allocation']['steps'] = [
    { kind: 'standard', key: 'basic', name: name('定额', 'Standard'), amountsFen: { A: 1, B: 2 } },
  ]
  const policy = Policy.parse({
    ...document,
    allocation: {
      steps,
      component: { name: name('基本经费', 'Basic money') },
      components: [
        {
          key: 'special',
          name: name('专项', 'Special money'),
          useCategory: name('楼院治理', 'Courtyards'),
          budgetCode: '2080208',
          steps: [{ ...steps[0]!, key: 'special' }],
          split: { ratio: { city: 7, district: 3 } },
        },
      ],
      payers: [
        { key: 'province', name: name('省级', 'Province'), pays: { fixedFen: 2_000_000 } },
        { key: 'city', name: name('市级', 'City'), pays: { ratio: 6 }, byDistrict: { 湟源县: { fixedFen: 5_000_000 } } },
      ],
    },
  })

  it('name the payers, their rules and the districts that differ', () => {
    expect(splitInWords(policy, 'zh')).toBe(
      '省级每社区每年定额2万元；市级按比例6份，湟源县每社区每年定额5万元（先付定额，不超过尚余金额；其余按比例分担）',
    )
    expect(splitInWords(policy, 'en')).toBe(
      'Province: 20,000 yuan a community and year; City: by ratio, 6 parts, 湟源县 50,000 yuan a community and year (fixed amounts first, never more than what is left; the rest by ratio)',
    )
    expect(payersInWords(componentsOf(policy)[1]!.payers!, 'zh')).toBe('市级按比例7份；区县级按比例3份')
    expect(splitInWords(Policy.parse({ ...document, allocation: { steps } }), 'zh')).toBeNull()
  })

  it('name a component with its use, its budget code and payers of its own, and nothing where it has no name', () => {
    expect(componentsOf(policy).map((each) => componentInWords(each, 'zh'))).toEqual([
      '基本经费',
      '专项（用途：楼院治理；预算编码：2080208；出资：市级按比例7份；区县级按比例3份）',
    ])
    expect(componentInWords(componentsOf(policy)[1]!, 'en')).toBe(
      'Special money (use: Courtyards; budget code: 2080208; paid by City: by ratio, 7 parts; District: by ratio, 3 parts)',
    )
    expect(componentInWords(componentsOf(source.policy)[0]!, 'zh')).toBeNull()
  })
})

describe('a policy on paper', () => {
  const title = { zh: '四类办法 2.0', en: 'Four classes 2.0' }
  const document = { title: '关于调整分类标准的通知', number: '某组发〔2026〕1号' }

  it.each([
    [document, '《关于调整分类标准的通知》（某组发〔2026〕1号）', '"关于调整分类标准的通知" (某组发〔2026〕1号)'],
    [{ ...document, title: '《暂行办法》', number: '' }, '《暂行办法》', '"《暂行办法》"'],
    [{ title: '', number: '' }, '四类办法 2.0', 'Four classes 2.0'],
    [undefined, '四类办法 2.0', 'Four classes 2.0'],
  ])('is cited by the document that it was adopted with: %j', (given, zh, en) => {
    expect([policyCited({ title, document: given }, 'zh'), policyCited({ title, document: given }, 'en')]).toEqual([zh, en])
  })

  it('has its title marks once, also where the text of a paper brings some', () => {
    expect(fillGaps('按照《{policy}》，', { policy: policyCited({ title, document }, 'zh') })).toBe(
      '按照《关于调整分类标准的通知》（某组发〔2026〕1号），',
    )
    expect(fillGaps('按照《{policy}》，', { policy: '四类办法' })).toBe('按照《四类办法》，')
    expect(fillGaps('policy "{policy}", ', { policy: policyCited({ title, document }, 'en') })).toBe(
      'policy "关于调整分类标准的通知" (某组发〔2026〕1号), ',
    )
    expect(fillGaps('《{other}》"{policy}"', { policy: 'a' })).toBe('《{other}》"a"')
  })
})
