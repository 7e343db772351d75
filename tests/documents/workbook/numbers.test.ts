import { describe, expect, it } from 'vitest'
import type { PlanResult } from '../../../src-main/model/plan.ts'
import { planWorkbook } from '../../../src-main/documents/workbook/index.ts'
import type { WorkbookInput } from '../../../src-main/documents/workbook/index.ts'
import { madeUpPlan, PLANS } from './made-up-plan.ts'
import { cellOf, open, rowOf, rowsBelow } from './reading.ts'
import type { Row } from './reading.ts'

const LABELS = {
  zh: {
    sheets: ['分配表', '分类结果', '测算步骤', '类别流向', '核对'],
    number: '序号',
    district: '区县',
    subdistrict: '街道',
    code: '社区代码',
    community: '社区',
    class: '类别',
    amount: '本年金额',
    previous: '上年金额',
    change: '增减',
    city: '市级',
    districtPart: '区县级',
    subtotal: '小计',
    ofDistrict: '合计',
    total: '总计',
    noSubdistrict: '（未填街道）',
    undecided: '（未定）',
    noClass: '（无）',
    result: '结果',
    count: '社区数',
    previousClass: '上年类别',
  },
  en: {
    sheets: ['Allocation', 'Classification', 'Steps', 'Class flows', 'Checks'],
    number: 'No.',
    district: 'District',
    subdistrict: 'Subdistrict',
    code: 'Code',
    community: 'Community',
    class: 'Class',
    amount: 'This year',
    previous: 'Last year',
    change: 'Change',
    city: 'City pays',
    districtPart: 'District pays',
    subtotal: 'Subtotal',
    ofDistrict: 'District',
    total: 'Total',
    noSubdistrict: '(no subdistrict)',
    undecided: '(undecided)',
    noClass: '(none)',
    result: 'Result',
    count: 'Communities',
    previousClass: 'Class last year',
  },
}

const inYuan = (fen: number | null): number | undefined => (fen === null ? undefined : fen / 100)
const written = async (input: WorkbookInput) => {
  const say = LABELS[input.language]
  const book = open(await planWorkbook(input))
  const [allocation, classification, steps, flows, checks] = say.sheets.map((name) => book.Sheets[name]!)
  const table = rowsBelow(allocation!, 4)
  const communities = table.filter((row) => typeof row[say.number] === 'number')
  return {
    say,
    allocation: allocation!,
    classification: classification!,
    steps: steps!,
    flows: flows!,
    checks: checks!,
    table,
    communities,
  }
}
const identity = (row: Row, say: (typeof LABELS)['zh']): string => [row[say.code] ?? '', row[say.community]].join('|')

/** A sum is shown unless every one of its amounts is unknown. */
const sumIn = (
  result: PlanResult,
  which: 'amountFen' | 'previousFen',
  inside: (each: PlanResult['communities'][number]) => boolean,
): number | undefined => {
  const own = result.communities.filter(inside)
  return own.length > 0 && own.every((each) => each[which] === null)
    ? undefined
    : own.reduce((sum, each) => sum + (each[which] ?? 0), 0) / 100
}

describe.each(Object.entries(PLANS))('stored numbers of a plan with %s', (_name, wishes) => {
  const input = madeUpPlan(wishes)
  const { result } = input

  it('has every community once, with its own class, amounts and parts, and unknown amounts empty', async () => {
    const { communities, say } = await written(input)
    const rows = new Map(communities.map((row) => [identity(row, say), row]))
    expect(rows.size).toBe(result.communities.length)
    expect(communities.map((row) => row[say.number])).toEqual(result.communities.map((_, i) => i + 1))
    for (const each of result.communities) {
      const row = rows.get([each.code, each.name].join('|'))!
      expect([row[say.class], row[say.previous], row[say.amount]]).toEqual([
        each.class ?? say.undecided,
        inYuan(each.previousFen),
        inYuan(each.amountFen),
      ])
      const change = each.amountFen === null || each.previousFen === null ? null : each.amountFen - each.previousFen
      expect(row[say.change]).toBe(inYuan(change))
      if (input.policy.allocation.split === undefined) expect(row).not.toHaveProperty(say.city)
      else expect([row[say.city], row[say.districtPart]]).toEqual([inYuan(each.cityFen), inYuan(each.districtFen)])
    }
  })

  it('has the subtotals of the plan, below the rows that they add up', async () => {
    const { table, say } = await written(input)
    for (const each of result.subdistricts) {
      const place = [say.subtotal, each.district, each.subdistrict || say.noSubdistrict]
      const at = table.findIndex((row) => [row[say.number], row[say.district], row[say.subdistrict]].join() === place.join())
      const own = table.slice(at - each.count, at)
      expect(own.every((row) => row[say.district] === each.district && (row[say.subdistrict] ?? '') === each.subdistrict)).toBe(true)
      const isInside = (one: PlanResult['communities'][number]): boolean =>
        one.district === each.district && one.subdistrict === each.subdistrict
      expect(table[at]![say.amount]).toBe(sumIn(result, 'amountFen', isInside))
      expect(table[at]![say.previous]).toBe(sumIn(result, 'previousFen', isInside))
    }
    // What an only district has is the total, and stands there.
    expect(table.filter((one) => one[say.number] === say.ofDistrict)).toHaveLength(
      result.districts.length > 1 ? result.districts.length : 0,
    )
    for (const each of result.districts) {
      const row = table.find((one) => one[say.number] === say.ofDistrict && one[say.district] === each.district)
      if (row !== undefined) expect(row[say.amount]).toBe(sumIn(result, 'amountFen', (one) => one.district === each.district))
    }
    const totals = table.filter((row) => row[say.number] === say.total)
    expect(totals).toHaveLength(1)
    expect(totals[0]![say.amount]).toBe(sumIn(result, 'amountFen', () => true))
    expect(totals[0]![say.previous]).toBe(sumIn(result, 'previousFen', () => true))
  })

  it('has the step lines, which add up to the amount', async () => {
    const { steps, say } = await written(input)
    const names = input.policy.allocation.steps.map((step) => step.name[input.language])
    const rows = new Map(rowsBelow(steps, 3).map((row) => [identity(row, say), row]))
    for (const each of result.communities) {
      const row = rows.get([each.code, each.name].join('|'))!
      const lines = input.policy.allocation.steps.map((step) => inYuan(each.trace.find((line) => line.step === step.key)?.fen ?? null))
      expect(names.map((name) => row[name])).toEqual(lines)
      expect(row[say.amount]).toBe(inYuan(each.amountFen))
    }
  })

  it('has the plan totals by class and the flows', async () => {
    const { flows, say } = await written(input)
    const byClass = rowsBelow(flows, 4)
    for (const [key, total] of Object.entries(result.totals.byClass)) {
      const row = byClass.find((each) => each[say.class] === key)!
      expect([row[say.count], row[say.previous], row[say.amount]]).toEqual([total.count, total.previousFen / 100, total.amountFen / 100])
    }
    const listed = rowsBelow(flows, 4 + byClass.length + 3)
    for (const flow of result.flows) {
      const row = listed.find(
        (each) => each[say.previousClass] === (flow.from ?? say.noClass) && each[say.class] === (flow.to ?? say.undecided),
      )!
      expect([row[say.count], row[say.change]]).toEqual([flow.count, flow.to === null ? undefined : flow.fen / 100])
    }
    expect(listed.filter((row) => row[say.previousClass] !== undefined)).toHaveLength(
      result.flows.length === 0 ? 0 : result.flows.length + 1,
    )
  })

  it('passes all its own checks', async () => {
    const { checks, say } = await written(input)
    const verdicts = rowsBelow(checks, 4).flatMap((row) => row[say.result] ?? [])
    expect(verdicts.length).toBeGreaterThan(8)
    expect(verdicts.filter((verdict) => verdict === '✗')).toEqual([])
  })
})

describe('formulas', () => {
  it('looks amounts up by class under a single standard, and adds up the steps otherwise', async () => {
    const one = await written(madeUpPlan(PLANS['one standard by class']!))
    expect(cellOf(one.allocation, 8, 5)?.f).toMatch(/^INDEX\('参数'!\$D\$\d+:\$D\$\d+,MATCH\(F5,'参数'!\$A\$\d+:\$A\$\d+,0\)\)$/)
    const several = await written(madeUpPlan(PLANS['several steps, odd fen']!))
    expect(cellOf(several.allocation, 8, 5)?.f).toBe("'测算步骤'!$M$4")
    expect(cellOf(several.steps, 13, 4)?.f).toBe('SUM(I4:L4)')
  })

  it('has live parts only where no fen is left over', async () => {
    const whole = await written(madeUpPlan(PLANS['one standard by class']!))
    expect(cellOf(whole.allocation, 10, 5)?.f).toMatch(/^ROUND\(H5\*/)
    const odd = await written(madeUpPlan(PLANS['several steps, odd fen']!))
    expect(cellOf(odd.allocation, 10, 5)).not.toHaveProperty('f')
  })

  it('adds up live in every sum row', async () => {
    const { table, allocation, say } = await written(madeUpPlan(PLANS['one standard by class']!))
    const sumRows = table.filter((row) => [say.subtotal, say.ofDistrict, say.total].includes(String(row[say.number])))
    expect(sumRows.length).toBeGreaterThan(3)
    for (const { at } of sumRows) for (const column of [7, 8, 9, 10, 11]) expect(cellOf(allocation, column, at)?.f).toMatch(/^SUBTOTAL\(9,/)
  })

  it('counts the communities of each class', async () => {
    const input = madeUpPlan(PLANS['undecided communities and unknown last years']!)
    const { classification } = await written(input)
    const counts = rowOf(classification, '各类社区数')
    const rows = rowsBelow(classification, counts + 1)
    expect(rows.map((row) => [row['类别'], row['社区数']])).toEqual([
      ['A', input.result.totals.byClass.A!.count],
      ['B', input.result.totals.byClass.B!.count],
      ['（未定）', input.result.totals.undecided],
      ['合计', 60],
    ])
    expect(cellOf(classification, 3, counts + 2)?.f).toMatch(/^COUNTIF\(/)
  })

  it('says in its checks when the plan does not add up', async () => {
    const input = madeUpPlan(PLANS['one standard by class']!)
    input.result.districts[0]!.amountFen += 1
    const { checks } = await written(input)
    expect(rowsBelow(checks, 4).find((row) => row['结果'] === '✗')?.['核对事项']).toBe('各区县合计之和 ＝ 总计')
  })
})
