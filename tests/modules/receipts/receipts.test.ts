import { beforeEach, describe, expect, it } from 'vitest'
import { sheetsIn } from '../../support/spreadsheet-files.ts'
import { codesOf, keyOf, MATURE, OLD, problemsOf, smallPlan, type Desk } from '../../support/desk.ts'

/** The tests' clock stands at Monday, 23 November 2026; half is due by 31 March, the rest by 30 September. */
let desk: Desk
beforeEach(async () => {
  desk = await smallPlan({ 甲: MATURE, 乙: OLD }, 2026)
})
const receive = (name: string, payer: string, yuan: number, date = '2026-03-01') =>
  desk.ask('receipts.add', { entries: [{ key: keyOf(name), payer, date, amountFen: Math.round(yuan * 100) }] })
const duesOf = async (name: string, payer: string) =>
  (await desk.ask('receipts.list')).communities.find((each) => each.name === name)!.payers.find((each) => each.payer === payer)!

describe('receipts', () => {
  it('stand against what the plan has each payer pay', async () => {
    await receive('甲', 'city', 75_000)
    await receive('甲', 'district', 40_000, '2026-05-01')
    expect(await duesOf('甲', 'city')).toMatchObject({ dueFen: 7_500_000, dueNowFen: 7_500_000, shortFen: 0, lateDays: 0 })
    expect(await duesOf('甲', 'district')).toMatchObject({ receivedFen: 4_000_000, shortFen: 3_500_000, lateDays: 54 })
    const { payers } = await desk.ask('receipts.list')
    expect(payers).toMatchObject([
      { key: 'city', dueFen: 22_500_000, shortFen: 15_000_000, late: 1 },
      { key: 'district', dueFen: 22_500_000, shortFen: 18_500_000, late: 2, lateDays: 237 },
    ])
    expect(await desk.ask('receipts.late')).toMatchObject([{ key: 'city', shortFen: 15_000_000 }, { key: 'district' }])
  })

  it('are known also where the plan does not know what is due, which is no zero', async () => {
    desk = await smallPlan({ 甲: MATURE, 乙: {} }, 2026)
    await receive('甲', 'city', 75_000)
    await receive('乙', 'city', 10)
    expect(await duesOf('乙', 'city')).toMatchObject({ dueFen: null, dueNowFen: null, shortFen: null, receivedFen: 1000, instalments: [] })
    const cityOf = async () => (await desk.ask('receipts.list')).payers[0]!
    expect(await cityOf()).toMatchObject({ dueFen: 7_500_000, receivedFen: 7_501_000, shortFen: 0, unknown: 1, late: 0 })
    desk = await smallPlan({ 乙: {} }, 2026)
    expect(await cityOf()).toMatchObject({ dueFen: null, dueNowFen: null, shortFen: null, overFen: null, receivedFen: 0, unknown: 1 })
    expect(await desk.ask('receipts.late')).toEqual([])
  })

  it('can be too much', async () => {
    await receive('甲', 'city', 75_000.01)
    expect(await duesOf('甲', 'city')).toMatchObject({ overFen: 1, shortFen: 0 })
  })

  it('follow the instalments that the department sets', async () => {
    await desk.ask('receipts.instalments', { instalments: [{ payer: null, due: '12-31', percent: 100 }] })
    expect(await duesOf('甲', 'city')).toMatchObject({ dueNowFen: 0, shortFen: 0 })
    await desk.ask('history.undo')
    expect((await duesOf('甲', 'city')).dueNowFen).toBe(7_500_000)
    const wrong = [{ payer: null, due: '12-31', percent: 90 }]
    await expect(desk.ask('receipts.instalments', { instalments: wrong })).rejects.toThrow()
    const other = [
      { payer: null, due: '12-31', percent: 100 },
      { payer: 'province', due: '12-31', percent: 100 },
    ]
    expect(await codesOf(desk.ask('receipts.instalments', { instalments: other }))).toEqual(['receipt.payerUnknown'])
  })

  it('are of a payer, a community and a day that there are', async () => {
    expect(await problemsOf(receive('甲', 'province', 1))).toMatchObject([
      { code: 'receipt.payerUnknown', params: { value: 'province', options: '市级、区县级' } },
    ])
    expect(await codesOf(receive('丁', 'city', 1))).toEqual(['project.communityGone'])
    expect(await codesOf(receive('甲', 'city', 1, '2026-11-24'))).toEqual(['receipt.dayWrong'])
    expect(await codesOf(receive('甲', 'city', 1, '2025-12-31'))).toEqual(['receipt.dayWrong'])
    const entries = [{ key: keyOf('甲'), payer: 'city', date: '2026-03-01', amountFen: 1, document: '13812345678' }]
    expect(await codesOf(desk.ask('receipts.add', { entries }))).toEqual(['text.mobile'])
    await desk.ask('projects.close', { year: 2026, closed: true })
    expect(await codesOf(receive('甲', 'city', 1))).toEqual(['receipt.yearClosed'])
    expect((await desk.ask('receipts.list')).receipts).toEqual([])
  })

  it('are corrected and removed, and the year may be adopted', async () => {
    await desk.ask('plan.adopt', { title: '2026年方案' })
    await receive('甲', 'city', 10)
    const receipt = { year: 2026, key: keyOf('甲'), id: 1 }
    await desk.ask('receipts.save', { ...receipt, payer: 'district', date: '2026-03-02', amountFen: 7 })
    expect((await desk.ask('receipts.list')).receipts).toEqual([
      { ...receipt, payer: 'district', date: '2026-03-02', amountFen: 7, document: '' },
    ])
    await desk.ask('receipts.remove', receipt)
    expect((await desk.ask('receipts.list')).receipts).toEqual([])
    expect(await codesOf(desk.ask('receipts.remove', receipt))).toEqual(['receipt.unknown'])
  })

  it('are written as a workbook', async () => {
    await receive('甲', 'city', 10)
    const { fileName, base64 } = await desk.ask('receipts.export', {})
    expect(fileName).toBe('2026年服务群众专项经费到账情况.xlsx')
    const sheets = sheetsIn(base64)
    const place = ['甲', '一街道', '东区']
    expect(sheets['应拨和到账']).toContainEqual([...place, '市级', '75000', '75000', '10', '74990', '0', '237'])
    expect(sheets['到账明细']).toContainEqual([...place, '市级', '2026-03-01', '10', ''])
  })
})
