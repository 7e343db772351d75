import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TableName } from '../../src-main/model/paper.ts'
import type { PlanResult } from '../../src-main/model/plan.ts'
import { asPrinted, tablesIn } from '../support/printed-table.ts'
import { changeOfAll, makeSamplePlan, places, startPrintingHost, sum, whyNot, yuan, type PrintingHost } from './printing-host.ts'
import { inFull } from '../support/in-full.ts'

const reason = whyNot()
let host: PrintingHost
let result: PlanResult
beforeAll(async () => {
  if (reason !== null) return
  host = await startPrintingHost()
  await makeSamplePlan(host)
  result = await host.ask('result.get')
})
afterAll(() => host?.end())
beforeEach((context) => {
  if (reason !== null) context.skip(reason)
})

/** Rows of a table with these columns only, in this order. */
async function rowsWith(name: TableName, columns: readonly string[]): Promise<string[][]> {
  const { tables } = await host.ask('documents.settings')
  await host.ask('documents.save', {
    table: { name, settings: { ...tables[name], columns: columns.map((key) => ({ key, width: { number: 5, paid: 45 }[key] ?? 15 })) } },
  })
  const { rows, overflowing } = tablesIn(await host.print(name))
  expect(overflowing).toEqual([])
  return rows.map((row) => row.cells)
}
const paid = (own: PlanResult['communities']): string[] =>
  ['province', 'city', 'district'].map((payer) => yuan(sum(own.map((each) => each.paid?.[payer] ?? null))))
const amount = (own: PlanResult['communities']): string => yuan(sum(own.map((each) => each.amountFen)))
/** The label of every sum, and the communities it is about. */
const sums = (): Array<[string, PlanResult['communities']]> => [
  ...places(result.communities).flatMap((place) => [
    ...place.subdistricts.map(
      (part) => [`${part.subdistrict}小计（${part.own.length} 个社区）`, part.own] as [string, PlanResult['communities']],
    ),
    [`${place.district}合计（${place.own.length} 个社区）`, place.own] as [string, PlanResult['communities']],
  ]),
  ['总计', result.communities],
]

describe('every amount that is shown keeps its sums, whatever stands left of it', () => {
  it('in the allocation with amounts in front: the label is in the widest words', async () => {
    const rows = await rowsWith('allocation', ['number', 'amount', 'class', 'previous', 'name', 'paid'])
    for (const [label, own] of sums()) {
      const named = label === '总计' ? `总计（${own.length} 个社区）` : label
      expect(rows).toContainEqual(
        asPrinted([['', amount(own), '', yuan(sum(own.map((each) => each.previousFen))), named, ...paid(own)]])[0],
      )
    }
  })

  inFull('in the allocation that begins with who pays', async () => {
    const rows = await rowsWith('allocation', ['paid', 'change', 'amount', 'name'])
    for (const [label, own] of sums().slice(0, -1))
      expect(rows).toContainEqual(asPrinted([[...paid(own), changeOfAll(own), amount(own), label]])[0])
  })

  inFull('in the table of payers without a column of words: the label has a line of its own', async () => {
    const rows = await rowsWith('payers', ['number', 'amount', 'paid'])
    const district = places(result.communities)[0]!
    for (const [label, own] of [
      [`${district.district}合计`, district.own],
      ['总计', result.communities],
    ] as const) {
      const at = rows.findIndex((row) => row[0] === asPrinted([[label]])[0]![0])
      expect(rows.slice(at, at + 2)).toEqual(asPrinted([[label], ['', amount(own), ...paid(own)]]))
    }
  })
})
