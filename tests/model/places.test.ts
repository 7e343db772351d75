import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocationRows, isUnknown as isUnknownInBook, sumOf as sumInBook } from '../../src-main/documents/workbook/layout.ts'
import { subtotals } from '../../src-main/engine/totals.ts'
import { comparedRow, comparedRows } from '../../src-main/model/compared-rows.ts'
import {
  addedUp,
  byPlace,
  bySubdistrict,
  districtsOf,
  isUnknown,
  subdistrictsOf,
  sumOfKnown,
  unknownIn,
} from '../../src-main/model/places.ts'
import { groupByPlace } from '../../src-renderer/format/grouping.ts'
import { community } from '../renderer/results.ts'

const amounts = fc.array(fc.option(fc.integer({ min: 0, max: 50 })), { maxLength: 8 })
const cities = fc
  .array(
    fc.record({
      place: fc.constantFrom('东区/甲街', '东区/乙街', '西区/甲街', '西区/'),
      amount: fc.option(fc.integer({ min: 0, max: 50 })),
      previous: fc.option(fc.integer({ min: 0, max: 50 })),
    }),
    { maxLength: 12 },
  )
  .map((made) => made.map(({ place, amount, previous }, position) => community(`社区${position}`, place, { amount, previous })))
const shape = { payers: ['city', 'district'], components: [], tellsComponents: false, hasReserve: false, hasFinanced: false }

describe('what is known, added up', () => {
  it('leaves the unknown out and counts it, and is unknown itself where nothing of several is known', () =>
    fc.assert(
      fc.property(amounts, (all) => {
        const known = all.filter((each) => each !== null)
        let sum = 0
        for (const each of known) sum += each
        expect([addedUp(all), unknownIn(all)]).toEqual([sum, all.length - known.length])
        expect(sumOfKnown(all)).toBe(all.length > 0 && known.length === 0 ? null : sum)
        expect(isUnknown(all)).toBe(sumOfKnown(all) === null)
      }),
    ))

  it('takes zero for known, nothing there for zero, and what is absent for unknown', () =>
    expect([sumOfKnown([0, null]), sumOfKnown([]), sumOfKnown([null, undefined]), unknownIn([undefined, null, 0])]).toEqual([
      0,
      0,
      null,
      2,
    ]))
})

describe('communities by place', () => {
  it('are each in one subdistrict of one district, in the order in which they came', () =>
    fc.assert(
      fc.property(cities, (all) => {
        for (const { district, own, subdistricts } of byPlace(all, (each) => each)) {
          expect(own).toEqual(all.filter((each) => each.district === district))
          for (const { subdistrict, own: inside } of subdistricts)
            expect(inside).toEqual(own.filter((each) => each.subdistrict === subdistrict))
          expect(subdistricts.map((each) => each.subdistrict)).toEqual(subdistrictsOf(all, district))
        }
        expect(byPlace(all, (each) => each).map((each) => each.district)).toEqual(districtsOf(all))
      }),
    ))

  it('are in the same subdistricts whether these are listed within their district or in the order of the plan', () => {
    const apart = [community('甲', '东区/甲街'), community('乙', '西区/甲街'), community('丙', '东区/乙街'), community('丁', '东区/甲街')]
    const said = (groups: readonly { district: string; subdistrict: string; own: readonly { name: string }[] }[]): string[] =>
      groups.map((each) => `${each.district}${each.subdistrict}${each.own.map(({ name }) => name).join('')}`)
    expect(said(byPlace(apart, (each) => each).flatMap((each) => each.subdistricts))).toEqual(['东区甲街甲丁', '东区乙街丙', '西区甲街乙'])
    expect(said(bySubdistrict(apart, (each) => each))).toEqual(['东区甲街甲丁', '西区甲街乙', '东区乙街丙'])
  })
})

describe('every table by place', () => {
  it('has the same places in the same order and the same sums: results, screen, paper and workbook', () =>
    fc.assert(
      fc.property(cities, (all) => {
        const { districts, subdistricts } = subtotals(all, shape)
        const shown = groupByPlace(all)
        const written = allocationRows(all, 1).filter((row) => row.kind !== 'community')
        expect(shown.map((each) => each.district)).toEqual(districts.map((each) => each.district))
        // What an only district has is the total, and stands there.
        const summedUp = districts.length > 1 ? districts.map((each) => each.district) : []
        expect(written.filter((row) => row.kind === 'district').map((row) => row.district)).toEqual(summedUp)
        expect(written.filter((row) => row.kind === 'subtotal').map((row) => [row.district, row.subdistrict])).toEqual(
          subdistricts.map((each) => [each.district, each.subdistrict]),
        )
        expect(shown.map((each) => each.sums)).toMatchObject(
          comparedRows(all, (each) => each.district).map(({ count, undecided, amountFen, previousFen, differenceFen }) => ({
            count,
            undecided,
            amountFen,
            previousFen,
            changeFen: differenceFen,
          })),
        )
        const groups = shown.flatMap((each) => each.subdistricts)
        subdistricts.forEach((each, position) => {
          const { communities, sums } = groups[position]!
          // The kept results have a number where nothing is known, and say beside it that nobody's is.
          expect([each.count, each.amountUnknown, each.amountFen, each.previousFen]).toEqual([
            sums.count,
            sums.undecided,
            sums.amountFen ?? 0,
            sums.previousFen ?? 0,
          ])
          expect(sums.amountFen === null).toBe(each.amountUnknown === each.count)
          expect(comparedRow('', communities)).toMatchObject({ amountFen: sums.amountFen, differenceFen: sums.changeFen })
          expect(isUnknownInBook(communities, (one) => one.amountFen) ? null : sumInBook(communities, (one) => one.amountFen)).toBe(
            sums.amountFen,
          )
        })
      }),
    ))
})
