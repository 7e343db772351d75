import { describe, expect, it } from 'vitest'
import { evaluationWorkbook } from '../../../src-main/documents/self-evaluation/index.ts'
import { pointsOf, pointSum } from '../../../src-main/engine/self-evaluation/index.ts'
import type { EvaluationLine, SelfEvaluation } from '../../../src-main/model/self-evaluation.ts'
import { libreOffice, recalculate, WHY_SKIPPED } from '../workbook/libre-office.ts'
import { cellsOf } from '../workbook/reading.ts'

const line = (id: number, more: Partial<EvaluationLine>): EvaluationLine => {
  const own = { id, aspect: 'quantity' as const, name: `第${id}项`, way: 'atLeast' as const, target: 100, unit: '%', tenths: 100, ...more }
  const said = { figure: null, state: null, ownTarget: false, result: null, typed: false, percent: null, remark: null, reason: '', ...more }
  return { ...said, ...own, hundredths: pointsOf({ ...own, result: said.result, percent: said.percent }) }
}
const lines = [
  line(1, { result: 100 }),
  line(2, { result: 66.67, reason: '=1+1' }),
  line(3, { way: 'atMost', result: 125 }),
  line(4, { way: 'atMost', target: 0, result: 0, unit: '件' }),
  line(5, { aspect: 'lasting', way: 'grade', target: null, percent: 70, unit: '' }),
  line(6, { aspect: 'served', result: null }),
]
const budget: SelfEvaluation['budget'] = {
  plannedFen: 60_000_001,
  carryFen: 5_000_000,
  wholeFen: 65_000_001,
  paidFen: 43_210_987,
  paidFrom: 'register',
  planUnknown: 0,
  carryUnknown: 0,
  paidUnknown: 0,
  rate: 43_210_987 / 65_000_001,
  hundredths: 665,
}
const form: SelfEvaluation = {
  year: 2026,
  district: '',
  districts: ['东区'],
  from: null,
  texts: { project: '服务群众专项经费', department: '区委组织部', unit: '区委组织部', goal: '目标', achieved: '完成' },
  budget,
  lines,
  levels: [],
  total: pointSum([...lines, { tenths: 100, hundredths: budget.hundredths }]),
}
const written = (language: 'zh' | 'en') => evaluationWorkbook(form, { title: '2026年项目支出绩效自评表', synthetic: false, language })

describe('the form as a workbook', () => {
  it('holds points as formulas over its own targets and results, and no text as a formula', async () => {
    const cells = cellsOf(await written('zh'))
    const texts = cells.map(([, each]) => each.v)
    expect(texts).toEqual(expect.arrayContaining(['项目名称：服务群众专项经费', '预期目标：目标', '第6项', '=1+1', '评分比例 %']))
    const formulas = cells.filter(([, each]) => each.f !== undefined)
    expect(formulas.map(([, each]) => each.v)).toEqual([
      650_000.01,
      budget.rate,
      6.65,
      10,
      6.67,
      8,
      10,
      7,
      '',
      70,
      form.total.hundredths / 100,
    ])
  })

  it.skipIf(libreOffice === null)(`has the same points when another program computes them${WHY_SKIPPED}`, async () => {
    const before = await Promise.all([written('zh'), written('en')])
    const after = await recalculate(before)
    for (const [at, book] of before.entries()) {
      const other = new Map(cellsOf(after[at]!))
      const formulas = cellsOf(book).filter(([, each]) => each.f !== undefined)
      expect(formulas.length).toBe(11)
      for (const [address, each] of formulas) {
        const value = other.get(address)?.v ?? ''
        if (typeof each.v === 'number') expect(value, address).toBeCloseTo(each.v, 9)
        else expect(value, address).toBe(each.v)
      }
    }
  })
})
