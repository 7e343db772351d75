import { expect, it } from 'vitest'
import { demandInWords } from '../../src-main/words/demands.ts'
import type { Demand } from '../../src-main/model/goal.ts'
import { Policy } from '../../src-main/model/policy.ts'

const WAN = 1_000_000
const policy = Policy.parse({
  format: 'quanheng-policy',
  formatVersion: 1,
  id: 'words',
  version: '1.0.0',
  title: { zh: '例' },
  effectiveYear: 2024,
  classes: [
    { key: 'A', name: { zh: 'A类社区', en: 'Class A' }, color: '#000000' },
    { key: '高', name: { zh: '高需求', en: 'High need' }, color: '#000000' },
  ],
  classification: { rules: [], fallback: 'A' },
  allocation: { steps: [{ kind: 'standard', key: 's', name: { zh: '定额' }, amountsFen: { A: 1, 高: 1 } }] },
})

it.each<[Demand, string, string]>([
  [{ kind: 'totalAtMost', fen: 3590 * WAN }, '总额不超过3,590万元', 'the total is at most 35,900,000 yuan'],
  [{ kind: 'totalExactly', fen: 12_345 }, '总额正好123.45元', 'the total is exactly 123.45 yuan'],
  [
    { kind: 'classTimes', class: '高', of: 'A', times: 1.5 },
    '高需求的标准不低于A类社区的1.5倍',
    'the amount of 高 (High need) is at least 1.5 times that of Class A',
  ],
  [
    { kind: 'classBetween', class: 'A', minFen: 10 * WAN, maxFen: 20 * WAN },
    'A类社区的标准不低于10万元，不超过20万元',
    'the amount of Class A is at least 100,000 yuan and at most 200,000 yuan',
  ],
  [{ kind: 'classBetween', class: 'A' }, 'A类社区的标准不限', 'the amount of Class A is free'],
  [{ kind: 'lossAtMost', share: 0.1 }, '任何社区比上年减少不超过10%', 'nobody gets less than last year by more than 10%'],
  [{ kind: 'lossAtMost', fen: 5 * WAN }, '任何社区比上年减少不超过5万元', 'nobody gets less than last year by more than 50,000 yuan'],
  [{ kind: 'classTotalAtLeast', class: 'A', fen: WAN }, 'A类社区合计不低于1万元', 'Class A gets at least 10,000 yuan in all'],
  [{ kind: 'districtTotalAtLeast', district: '城北区', fen: WAN }, '城北区合计不低于1万元', '城北区 gets at least 10,000 yuan in all'],
  [{ kind: 'classOrder', classes: ['高', 'A'] }, '标准由高到低：高需求、A类社区', 'amounts from high to low: 高 (High need), Class A'],
])('%j in both languages', (demand, zh, en) => expect(demandInWords(demand, policy)).toEqual({ zh, en }))
