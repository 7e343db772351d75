import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { sampleCity } from '../../resources/generator/sample-city.ts'
import { standardDictionary } from '../../src-main/policy/presets.ts'
import { RESOURCES, temporaryFolder } from '../support/project.ts'
import { tablesIn } from '../support/printed-table.ts'
import { plain, poppler, sheetsOf, textOf } from '../support/printed-words.ts'
import { runCli } from '../support/run-cli.ts'
import { oneSheet } from '../support/spreadsheet-files.ts'
import { whyNot, yuan } from './printing-host.ts'

const reason = whyNot()
const { folder, remove } = temporaryFolder('large')
afterAll(remove)
beforeEach((context) => {
  if (reason !== null) context.skip(reason)
})

/** More by hand: PRINTED_COMMUNITIES=10000. */
const COMMUNITIES = Number(process.env['PRINTED_COMMUNITIES'] ?? 2000)
/** The sample city again and again, as a sheet that a subdistrict might deliver. */
function manyCommunities(): Uint8Array {
  const city = sampleCity()
  const { indicators } = standardDictionary(RESOURCES)
  const delivered = indicators.filter((each) => each.formula === undefined && each.key !== 'carryOver')
  const rows = Array.from({ length: COMMUNITIES }, (_, at) => {
    const each = city[at % city.length]!
    const round = Math.floor(at / city.length)
    return [
      each.district,
      `${each.subdistrict}${round}`,
      `${each.name}${round}`,
      ...delivered.map((indicator) => {
        const value = each.values[indicator.key] ?? null
        return indicator.kind === 'category'
          ? (indicator.options.find((option) => option.key === value)?.label.zh ?? '')
          : (value as number | null)
      }),
    ]
  })
  return oneSheet([['区县', '街道（镇）', '社区', ...delivered.map((each) => each.label.zh)], ...rows])
}

it(`prints ${COMMUNITIES} communities: the head on every sheet, and on the last the total of all`, () => {
  const sheet = join(folder, 'many.xlsx')
  const file = join(folder, 'many.pdf')
  writeFileSync(sheet, manyCommunities())
  const { status, stderr } = runCli(['print', sheet, '--table', 'allocation', '--out', file, '--lang', 'zh'])
  expect(status, stderr.slice(0, 500)).toBe(0)
  const count = Number(/Pages:\s+(\d+)/.exec(poppler('pdfinfo', file).toString())![1])
  expect(count).toBeGreaterThan(COMMUNITIES / 30)
  const sheets = sheetsOf(file)
  expect(sheets).toHaveLength(count)
  for (const [at, each] of sheets.entries()) {
    expect(textOf(each)).toContain(plain('序号街道（镇）社区类别上年金额本年金额增减市级承担区县承担'))
    expect(textOf(each)).toContain(plain(`第 ${at + 1} 页 / 共 ${count} 页`))
  }
  const { totals } = JSON.parse(runCli(['plan', sheet, '--json']).stdout) as {
    totals: { communities: number; amountFen: number; previousFen: number }
  }
  expect(totals.communities).toBe(COMMUNITIES)
  const [last] = tablesIn(file, { from: count }).rows.slice(-1)
  expect(last!.cells.slice(1, 4)).toEqual([plain(`总计（${COMMUNITIES} 个社区）`), yuan(totals.previousFen), yuan(totals.amountFen)])
}, 300_000)
