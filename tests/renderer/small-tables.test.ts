import { beforeEach, describe, expect, it } from 'vitest'
import { MAIN_COMPONENT } from '../../src-main/model/fund.ts'
import type { RollupPreview } from '../../src-main/model/package.ts'
import type { PlanResult } from '../../src-main/model/plan.ts'
import { preset } from '../../src-main/policy/presets.ts'
import { mostWanDecimals, type WrittenTable } from '../../src-renderer/format/money.ts'
import { ALL, writtenComponents, writtenPayers } from '../../src-renderer/modules/results/allocation/fund-amounts.ts'
import { writtenDistricts } from '../../src-renderer/modules/rollup/district-amounts.ts'
import { writtenYears } from '../../src-renderer/modules/years/year-amounts.ts'
import { RESOURCES } from '../support/project.ts'

/** Amounts that round down each, and together up: 1.004 and 1.004 and 1.004 万元 are 3.012. */
const THIRD = 1_004_000
const HUNDREDTHS = 100
const shown = (text: string): number => Math.round(Number(text.replaceAll(/[,+]/g, '')) * HUNDREDTHS)
const addsUp = ({ cells, total }: WrittenTable['columns'][string]): void =>
  expect(cells.reduce((sum, each) => sum + shown(each), 0)).toBe(shown(total))
const times = <T>(make: (at: number) => T): T[] => Array.from({ length: 5 }, (_, at) => make(at))

beforeEach(() => {
  mostWanDecimals.value = 2
})

describe('small tables add up as they are shown', () => {
  const policy = preset(RESOURCES, 'components-and-payers')!
  it('the fund by component and by payer', () => {
    const districts = times((at) => ({
      district: `区${at}`,
      amountFen: 3 * THIRD,
      paid: { province: THIRD, city: THIRD, district: THIRD },
    }))
    const paid = { province: 5 * THIRD, city: 5 * THIRD, district: 5 * THIRD }
    const componentFen = { [MAIN_COMPONENT]: THIRD, courtyards: THIRD }
    const result = { districts, totals: { amountFen: 15 * THIRD, paid, componentFen } } as unknown as PlanResult
    const { columns } = writtenPayers(result, policy, 'wan')
    expect(Object.keys(columns)).toEqual(['province', 'city', 'district', ALL])
    for (const column of Object.values(columns)) addsUp(column)
    const whole = { ...result, totals: { ...result.totals, amountFen: 2 * THIRD } } as PlanResult
    addsUp(writtenComponents(whole, policy, 'wan').columns.amount)
  })

  it('the districts of merged packages, with the difference of what stands beside it', () => {
    const districts = times((at) => ({ district: `区${at}`, statedFen: THIRD, amountFen: THIRD + 7000 * at, previousFen: THIRD }))
    const total = { amountFen: 5 * THIRD + 70_000, statedFen: 5 * THIRD, previousFen: 5 * THIRD }
    const { columns, rounded } = writtenDistricts({ districts, total } as unknown as RollupPreview)
    for (const column of Object.values(columns)) addsUp(column)
    for (const [at, text] of columns.difference.cells.entries())
      expect(shown(text)).toBe(shown(columns.computed.cells[at]!) - shown(columns.stated.cells[at]!))
    expect(rounded).toBe(true)
    const some = districts.map((each, at) => (at === 0 ? { ...each, statedFen: null } : each))
    expect(writtenDistricts({ districts: some, total } as unknown as RollupPreview).columns.stated).toMatchObject({ total: '–' })
  })

  it('a year beside its last one, whose change is that of the two numbers', () => {
    const columns = writtenYears([{ amountFen: 3_590_005_100, previousFen: 3_600_004_900, adopted: null }])
    expect([columns.amount, columns.previous, columns.change].map(({ cells }) => cells[0])).toEqual(['3,590.01', '3,600.00', '-9.99'])
    expect(writtenYears([{ amountFen: null, previousFen: 0, adopted: null }]).change.cells).toEqual(['–'])
  })
})
