import { describe, expect, it } from 'vitest'
import { changeOf, comparedRow, comparedRows } from '../../src-main/model/compared-rows.ts'
import { sumOfKnown } from '../../src-main/model/places.ts'

const of = (place: string, amountFen: number | null, previousFen: number | null) => ({ place, amountFen, previousFen })

describe('this year beside last year', () => {
  it('counts what is in no sum, and compares only where both are known', () =>
    expect(comparedRow('东区', [of('', 300, 200), of('', null, 200), of('', 100, null)])).toEqual({
      name: '东区',
      count: 3,
      amountFen: 400,
      undecided: 1,
      previousFen: 400,
      withoutPrevious: 1,
      changeFen: 100,
      compared: 1,
      // 400 and 400 hold other communities: their difference would say that nothing changed.
      differenceFen: null,
    }))

  it('is null and not nothing where nothing is known', () => {
    expect(comparedRow('东区', [of('', null, null)])).toMatchObject({
      amountFen: null,
      previousFen: null,
      changeFen: null,
      compared: 0,
      differenceFen: null,
    })
    expect(comparedRow('东区', [])).toMatchObject({ count: 0, amountFen: 0, previousFen: 0, changeFen: 0, differenceFen: 0 })
    expect([sumOfKnown([]), sumOfKnown([null]), sumOfKnown([null, 0]), changeOf(of('', 0, null)), changeOf(of('', 0, 5))]).toEqual([
      0,
      null,
      0,
      null,
      -5,
    ])
  })

  it('has the names that are given first, also those of nobody', () =>
    expect(
      comparedRows([of('丙', 1, 1), of('甲', 2, 2), of('丙', 3, 3)], (each) => each.place, ['甲', '乙']).map((row) => [
        row.name,
        row.count,
        row.amountFen,
      ]),
    ).toEqual([
      ['甲', 1, 2],
      ['乙', 0, 0],
      ['丙', 2, 4],
    ]))
})
