import exceljs from 'exceljs'
import { utils } from 'xlsx'
import type { CellObject } from 'xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { sampleCity } from '../../../resources/generator/sample-city.ts'
import { planWorkbook } from '../../../src-main/documents/workbook/index.ts'
import type { WorkbookInput } from '../../../src-main/documents/workbook/index.ts'
import { libreOffice, recalculate, WHY_SKIPPED } from './libre-office.ts'
import { madeUpPlan, PLANS } from './made-up-plan.ts'
import { cellOf, open, rowOf, rowsBelow } from './reading.ts'
import { cityPlan, PRESETS, randomPlan } from './real-plans.ts'

const RANDOM_SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]

interface Difference {
  sheet: string
  cell: string
  formula: string | undefined
  stored: unknown
  computed: unknown
}

/** A ten-thousandth of a fen: what binary fractions may leave behind when yuan are added up. */
const BINARY_REST = 1e-6
const same = (stored: unknown, computed: unknown): boolean =>
  typeof stored === 'number' && typeof computed === 'number' ? Math.abs(stored - computed) < BINARY_REST : stored === computed

/** @returns every cell that LibreOffice computes or shows otherwise than it is stored, and how many formulas were compared. */
const compare = (before: Uint8Array, after: Uint8Array): { formulas: number; differences: Difference[] } => {
  const [stored, computed] = [open(before), open(after)]
  const differences: Difference[] = []
  let formulas = 0
  for (const sheet of stored.SheetNames) {
    const cells = stored.Sheets[sheet]!
    for (const address of Object.keys(cells).filter((each) => !each.startsWith('!'))) {
      const own = cells[address] as CellObject
      const other = computed.Sheets[sheet]?.[address] as CellObject | undefined
      if (own.f !== undefined) formulas++
      if (!same(own.v, other?.v)) differences.push({ sheet, cell: address, formula: own.f, stored: own.v, computed: other?.v })
    }
  }
  return { formulas, differences }
}

const changed = async (bytes: Uint8Array, change: (workbook: exceljs.Workbook) => void): Promise<Uint8Array> => {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
  change(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const failedChecks = (bytes: Uint8Array): unknown[] =>
  rowsBelow(open(bytes).Sheets['核对']!, 4)
    .filter((row) => row['结果'] === '✗')
    .map((row) => row['核对事项'])

describe.skipIf(libreOffice === null)(`the workbook recalculated by LibreOffice${WHY_SKIPPED}`, () => {
  const city = sampleCity()
  const overrides = city.slice(0, 4).map(({ key }) => ({ key, class: 'C', reason: '情况变化', document: '', expires: 2030 }))
  const inputs: Record<string, WorkbookInput> = {
    ...Object.fromEntries(Object.entries(PLANS).map(([name, wishes]) => [name, madeUpPlan(wishes)])),
    ...Object.fromEntries(PRESETS.map((name) => [`the sample city under ${name}`, cityPlan(name, { adopted: null })])),
    'the sample city with classes set by hand': cityPlan('components-and-payers', { overrides, language: 'en' }),
    'negative carry-over and places without a subdistrict': cityPlan('base-and-headcount', {
      facts: city
        .slice(0, 40)
        .map((each, i) => ({
          ...each,
          ...(i % 5 === 0 ? { subdistrict: '' } : {}),
          values: { ...each.values, carryOver: i % 3 === 0 ? -12_345.67 : 90_000 },
        })),
    }),
    'a district of one community': cityPlan('components-and-payers', {
      facts: city.filter((each, i) => each.district !== city[0]!.district || i === 0),
    }),
    ...Object.fromEntries(RANDOM_SEEDS.map((seed) => [`random plan ${seed}`, randomPlan(seed)])),
  }
  const names = Object.keys(inputs)
  let before: Uint8Array[]
  let after: Uint8Array[]
  let falsified: Uint8Array
  let tried: Uint8Array
  let overwritten: Uint8Array

  beforeAll(async () => {
    before = await Promise.all(names.map((name) => planWorkbook(inputs[name]!)))
    falsified = await changed(before[0]!, (workbook) => {
      const sheet = workbook.getWorksheet('分配表')!
      const total = sheet.getCell(sheet.rowCount - 1, 8)
      total.value = { formula: total.formula, result: 1_000 } as exceljs.CellFormulaValue
    })
    const tryOut = await changed(before[0]!, (workbook) => {
      const sheet = workbook.getWorksheet('参数')!
      sheet.eachRow((row) => {
        if (row.getCell(1).value === 'B') row.getCell(4).value = 99_999.99
      })
    })
    const typedOver = await changed(before[0]!, (workbook) => {
      const sheet = workbook.getWorksheet('分配表')!
      const at = Array.from({ length: sheet.rowCount }, (_, i) => sheet.getCell(i + 1, 1).value).indexOf('小计') + 1
      sheet.getCell(at, 8).value = sheet.getCell(at, 8).result as number
    })
    const converted = await recalculate([...before, falsified, tryOut, typedOver])
    overwritten = converted.pop()!
    tried = converted.pop()!
    after = converted
  }, 300_000)

  it.each(names)('%s: every cell stays as it is stored', (name) => {
    const at = names.indexOf(name)
    const { formulas, differences } = compare(before[at]!, after[at]!)
    expect(differences).toEqual([])
    expect(formulas).toBeGreaterThan(30)
  })

  it('finds a stored value that was falsified', () => {
    const { differences } = compare(falsified, after.at(-1)!)
    expect(differences).toMatchObject([{ sheet: '分配表', stored: 1_000 }])
  })

  it('follows another standard amount down to the total, and the check sheet tells', () => {
    const { result } = madeUpPlan(PLANS[names[0]!]!)
    const { A, B } = result.totals.byClass
    const book = open(tried)
    const sheet = book.Sheets['分配表']!
    const total = rowOf(sheet, '总计')
    expect(cellOf(sheet, 8, total)?.v).toBeCloseTo(A!.amountFen / 100 + B!.count * 99_999.99, 2)
    expect((cellOf(sheet, 10, total)?.v as number) + (cellOf(sheet, 11, total)?.v as number)).toBeCloseTo(
      cellOf(sheet, 8, total)?.v as number,
      2,
    )
    expect(failedChecks(tried)).toEqual([
      '本表总计 ＝ 软件测算总额（试算改数后会不同）',
      '市级合计 ＝ 软件测算的市级总额',
      '区县级合计 ＝ 软件测算的区县级总额',
    ])
    expect(utils.sheet_to_json(book.Sheets['核对']!, { header: 1 }).flat()).toContain('存在不一致')
  })

  it('finds a subtotal that someone overwrote with a number', () => {
    // A number is added up like a community, so the subdistrict counts twice in its district and in the total.
    const failed = failedChecks(overwritten)
    expect(failed).toEqual(
      expect.arrayContaining(['各社区本年金额之和 ＝ 总计', '各街道小计之和 ＝ 总计', '各类别金额之和 ＝ 总计', '测算步骤表合计 ＝ 总计']),
    )
    expect(failed).not.toContain('各区县合计之和 ＝ 总计')
  })
})
