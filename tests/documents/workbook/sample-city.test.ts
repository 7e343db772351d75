import { join } from 'node:path'
import { expect, it } from 'vitest'
import { RESOURCES, sampleCity } from '../../../resources/generator/sample-city.ts'
import { planResult } from '../../../src-main/desk/plan-result.ts'
import { planWorkbook } from '../../../src-main/documents/workbook/index.ts'
import { preset, standardDictionary } from '../../../src-main/policy/presets.ts'
import { cellOf, open, rowOf, rowsBelow } from './reading.ts'

it('the reference city: A 72, B 66, C 22, D 20, and 35,900,000.00 against 36,000,000.00', async () => {
  const resources = join(RESOURCES)
  const policy = preset(resources, 'reference')!
  const dictionary = standardDictionary(resources)
  const facts = sampleCity()
  const result = planResult({ policy, dictionary: dictionary.indicators, facts, overrides: [], own: [], year: 2023, synthetic: true })
  const book = open(await planWorkbook({ result, policy, dictionary, facts, overrides: [], language: 'zh', appVersion: '0.1.0' }))

  const byClass = rowsBelow(book.Sheets['类别流向']!, 4).map((row) => [
    row['类别'],
    row['社区数'],
    row['上年金额'],
    row['本年金额'],
    row['增减'],
  ])
  expect(byClass).toEqual([
    ['A', 72, 14_400_000, 10_800_000, -3_600_000],
    ['B', 66, 13_200_000, 19_800_000, 6_600_000],
    ['C', 22, 4_400_000, 3_300_000, -1_100_000],
    ['D', 20, 4_000_000, 2_000_000, -2_000_000],
    ['合计', 180, 36_000_000, 35_900_000, -100_000],
  ])
  const sheet = book.Sheets['分配表']!
  const total = rowOf(sheet, '总计')
  expect([7, 8, 9].map((column) => cellOf(sheet, column, total)?.w?.trim())).toEqual(['36,000,000.00', '35,900,000.00', '-100,000.00'])
  expect(cellOf(sheet, 4, total)?.v).toBe('180个社区')
  const named = rowsBelow(sheet, 4).find((row) => row['社区'] === '山川社区')
  expect(named).toMatchObject({ 区县: '城北区', 街道: '朝阳街道', 类别: 'C', 上年金额: 200_000, 本年金额: 150_000, 增减: -50_000 })
})
