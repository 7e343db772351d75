import { beforeAll, describe, expect, it } from 'vitest'
import type { CellObject } from 'xlsx'
import exceljs from 'exceljs'
import { comparisonWorkbook } from '../../../src-main/documents/comparison-workbook/index.ts'
import { libreOffice, recalculate, WHY_SKIPPED } from '../workbook/libre-office.ts'
import { cellOf, open, rowOf } from '../workbook/reading.ts'
import { compared } from './compared.ts'

/** A ten-thousandth of a fen: what binary fractions may leave behind when yuan are added up. */
const BINARY_REST = 1e-6

describe.skipIf(libreOffice === null)(`the comparison recalculated by LibreOffice${WHY_SKIPPED}`, () => {
  const inputs = [compared(1, 'zh'), compared(2, 'en'), compared(3, 'zh', 9), { ...compared(4, 'zh'), rows: [] }]
  let before: Uint8Array[]
  let after: Uint8Array[]
  let changed: Uint8Array

  beforeAll(async () => {
    before = await Promise.all(inputs.map(comparisonWorkbook))
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(before[0]! as unknown as Parameters<typeof workbook.xlsx.load>[0])
    const sheet = workbook.getWorksheet('社区')!
    const at = inputs[0]!.rows.findIndex((each) => each.changeFen !== null) + 4
    sheet.getCell(at, 9).value = (sheet.getCell(at, 9).value as number) + 1000.01
    const converted = await recalculate([...before, new Uint8Array(await workbook.xlsx.writeBuffer())])
    changed = converted.pop()!
    after = converted
  }, 300_000)

  it.each(inputs.map((_, i) => i))('%i: every cell stays as it is stored', (at) => {
    const [stored, computed] = [open(before[at]!), open(after[at]!)]
    let formulas = 0
    for (const name of stored.SheetNames) {
      for (const [address, own] of Object.entries(stored.Sheets[name]!).filter(([each]) => !each.startsWith('!')) as Array<
        [string, CellObject]
      >) {
        const other = computed.Sheets[name]?.[address] as CellObject | undefined
        if (own.f !== undefined) formulas++
        if (typeof own.v === 'number')
          expect(Math.abs(own.v - (other?.v as number)), `${name} ${address} ${own.f}`).toBeLessThan(BINARY_REST)
        else expect(other?.v, `${name} ${address}`).toBe(own.v)
      }
    }
    expect(formulas).toBeGreaterThan(20)
  })

  it('follows another amount from the list of communities into every sheet', () => {
    const [one, other] = [open(before[0]!), open(changed)]
    const net = (book: typeof one, sheet: string, heading: string, column: number): number => {
      const from = heading === '' ? 1 : rowOf(book.Sheets[sheet]!, heading)
      for (let row = from; row < from + 60; row++)
        if (['合计', '净增减'].includes(String(cellOf(book.Sheets[sheet]!, 1, row)?.v)))
          return cellOf(book.Sheets[sheet]!, column, row)?.v as number
      throw new Error(`no total in ${sheet}`)
    }
    for (const [sheet, heading, column] of [
      ['社区', '', 10],
      ['区县', '按区县', 5],
      ['区县', '按街道', 6],
      ['总览', '增加与减少', 3],
      ['总览', '按类别', 6],
      ['总览', '对照办法下归入各类的社区：以前、现在、增减（只含双方金额都已知的社区）', 5],
    ] as const) {
      expect(net(other, sheet, heading, column) - net(one, sheet, heading, column), `${sheet} ${heading}`).toBeCloseTo(1000.01, 4)
    }
  })
})
