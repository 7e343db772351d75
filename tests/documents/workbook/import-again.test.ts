import { expect, it } from 'vitest'
import { readRows } from '../../../src-main/documents/import/read-rows.ts'
import { readSpreadsheet } from '../../../src-main/documents/import/read-spreadsheet.ts'
import { recognise } from '../../../src-main/documents/import/recognise.ts'
import { planWorkbook } from '../../../src-main/documents/workbook/index.ts'
import { dictionary, madeUpPlan } from './made-up-plan.ts'

const SHEETS = [
  ['zh', '指标'],
  ['en', 'Indicators'],
] as const

it.each(SHEETS)('the indicator sheet can be read in again and gives the same facts, in %s', async (language, sheet) => {
  const input = madeUpPlan({ seed: 40, communities: 25, withoutPrevious: 0.2, synthetic: true, language })
  input.facts[2]!.values.residents = null
  const book = await readSpreadsheet(await planWorkbook(input), 'plan.xlsx')
  const recognition = recognise(book, dictionary, { sheet })
  const { rows, problems, synthetic } = readRows(book, recognition, dictionary)
  expect([...recognition.problems, ...problems].filter((each) => each.level === 'error')).toEqual([])
  expect(synthetic).toBe(true)
  const facts = new Map(input.facts.map((each) => [`${each.code}|${each.name}`, each]))
  expect(rows).toHaveLength(25)
  for (const row of rows) {
    const { district, subdistrict, values, previousFen, previousClass } = facts.get(`${row.code}|${row.name}`)!
    expect(row).toMatchObject({ district, values, previousFen, previousClass })
    // An empty place cell is read as the one above it, as in merged cells; this table has none merged.
    if (subdistrict !== '') expect(row.subdistrict).toBe(subdistrict)
  }
})
