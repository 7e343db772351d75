import { describe, expect, it } from 'vitest'
import { duesOf } from '../../../src-main/engine/projects/index.ts'
import { DELIVERED_INSTALMENTS, type ReceiptEntry } from '../../../src-main/model/receipt.ts'

const got = (date: string, amountFen: number): ReceiptEntry => ({ payer: 'city', date, amountFen, document: '' })
const dues = (dueFen: number | null, receipts: ReceiptEntry[], today: string, instalments = DELIVERED_INSTALMENTS) =>
  duesOf('city', dueFen, receipts, instalments, 2026, today)

describe('what a payer owes', () => {
  it('is due in instalments that are the whole to the fen', () => {
    const thirds = [33, 33, 34].map((percent, at) => ({ payer: null, due: `0${at + 1}-10`, percent }))
    expect(dues(1001, [], '2026-01-01', thirds).instalments.map((each) => each.fen)).toEqual([330, 330, 341])
    expect(dues(101, [], '2026-01-01').instalments.map((each) => each.fen)).toEqual([51, 50])
  })

  it('is late from the day after, and covered by what comes first', () => {
    expect(dues(100, [], '2026-03-31')).toMatchObject({ dueNowFen: 0, shortFen: 0, lateDays: 0 })
    expect(dues(100, [], '2026-04-10')).toMatchObject({ dueNowFen: 50, shortFen: 50, lateDays: 10 })
    const partly = dues(100, [got('2026-03-01', 30), got('2026-04-05', 20)], '2026-04-10')
    expect(partly).toMatchObject({ shortFen: 0, lateDays: 0, receivedFen: 50 })
    expect(partly.instalments).toMatchObject([
      { receivedFen: 50, covered: '2026-04-05', lateDays: 5 },
      { receivedFen: 0, covered: null, lateDays: 0 },
    ])
    expect(dues(100, [got('2026-03-01', 60)], '2026-10-01')).toMatchObject({ dueNowFen: 100, shortFen: 40, lateDays: 1 })
  })

  it('can be too much, and is neither short nor too much where the plan does not know it', () => {
    expect(dues(100, [got('2026-03-01', 130)], '2026-12-01')).toMatchObject({ overFen: 30, shortFen: 0 })
    expect(dues(null, [got('2026-03-01', 130)], '2026-12-01')).toEqual({
      ...{ payer: 'city', dueFen: null, dueNowFen: null, overFen: null, shortFen: null },
      ...{ receivedFen: 130, lateDays: 0, instalments: [] },
    })
  })

  it('counts nothing that came after the day, and a payer’s own instalments before everybody’s', () => {
    expect(dues(100, [got('2026-05-01', 50)], '2026-04-10').shortFen).toBe(50)
    const own = [...DELIVERED_INSTALMENTS, { payer: 'city', due: '02-30', percent: 100 }]
    expect(dues(100, [], '2026-03-02', own)).toMatchObject({ shortFen: 100, lateDays: 2 })
  })
})
