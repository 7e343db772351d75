import { describe, expect, it } from 'vitest'
import { planWorkbook } from '../../../src-main/documents/workbook/index.ts'
import type { WorkbookInput } from '../../../src-main/documents/workbook/index.ts'
import { madeUpPlan, PLANS } from './made-up-plan.ts'
import { cityPlan, PRESETS, randomPlan } from './real-plans.ts'
import { faultsIn, unpackEverything } from './structure.ts'

const partsOf = async (input: WorkbookInput): Promise<Map<string, string>> => unpackEverything(await planWorkbook(input))

/** A plan with classes set by hand, on two sheets told by comments. */
const withOverrides = (): WorkbookInput => {
  const { facts } = cityPlan('reference')
  return cityPlan('reference', {
    overrides: facts
      .slice(0, 5)
      .map(({ key }) => ({ key, class: 'C', reason: '会议 & <纪要> "决定"', document: '〔2023〕5号', expires: 2025 })),
  })
}

describe('what Excel would have to repair', () => {
  it.each(PRESETS)('nothing, under %s', async (name) => expect(faultsIn(await partsOf(cityPlan(name)))).toEqual([]))
  it.each([1, 2, 3, 4])('nothing, in random plan %d', async (seed) => expect(faultsIn(await partsOf(randomPlan(seed)))).toEqual([]))
  it.each(Object.entries(PLANS))('nothing, with %s', async (_name, wishes) =>
    expect(faultsIn(await partsOf(madeUpPlan(wishes)))).toEqual([]),
  )
  it('nothing, with classes set by hand and their comments', async () => {
    const parts = await partsOf(withOverrides())
    expect(faultsIn(parts)).toEqual([])
    expect([...parts.keys()].filter((path) => path.endsWith('.vml'))).toHaveLength(2)
  })
  it('nothing, with names of 60 characters that begin as formulas, and with characters that XML has not', async () => {
    const names = ['=', '+', '-', '@'].map((sign) => sign + '长'.repeat(59))
    expect(faultsIn(await partsOf(madeUpPlan({ seed: 50, communities: 5, names: [...names, '坏\u0001\u000b字\ufffe'] })))).toEqual([])
  })
})

describe('the checker of these tests finds', () => {
  it.each([
    ['a part that is missing', 'xl/worksheets/sheet2.xml', () => null, /which is not there/],
    ['a cell twice', 'xl/worksheets/sheet1.xml', (xml: string) => xml.replace('<c r="B5"', '<c r="A5"'), /A5 twice/],
    [
      'a text that is not there',
      'xl/worksheets/sheet1.xml',
      (xml: string) => xml.replace(/t="s"><v>\d+/, 't="s"><v>99999'),
      /a text that is not there/,
    ],
    ['an error in a cell', 'xl/worksheets/sheet1.xml', (xml: string) => xml.replace(/<\/f><v>[^<]*/, '</f><v>#REF!'), /holds an error/],
    [
      'a formula with semicolons',
      'xl/worksheets/sheet1.xml',
      (xml: string) => xml.replace('SUBTOTAL(9,', 'SUBTOTAL(9;'),
      /not in the syntax/,
    ],
    [
      'an unknown function',
      'xl/worksheets/sheet1.xml',
      (xml: string) => xml.replace('SUBTOTAL(9,', 'TEILERGEBNIS(9,'),
      /function TEILERGEBNIS/,
    ],
    [
      'a sheet that a formula asks for in vain',
      'xl/workbook.xml',
      (xml: string) => xml.replace('name="参数"', 'name="参 数"'),
      /no sheet 参数/,
    ],
    [
      'a sheet name of 32 characters',
      'xl/workbook.xml',
      (xml: string) => xml.replace('name="核对"', `name="${'核'.repeat(32)}"`),
      /sheet name/,
    ],
    [
      'comments without a shape',
      'xl/drawings/vmlDrawing1.vml',
      (xml: string) => xml.replace(/<v:shape .*?<\/v:shape>/s, ''),
      /5 comments, 4 shapes/,
    ],
    [
      'a content type that is missing',
      '[Content_Types].xml',
      (xml: string) => xml.replace(/<Override PartName="\/xl\/styles.xml"[^>]*>/, ''),
      /no content type for xl\/styles.xml/,
    ],
    [
      'parts in the wrong order',
      'xl/worksheets/sheet2.xml',
      (xml: string) => xml.replace(/(<autoFilter[^>]*>)(.*)<\/worksheet>/s, '$2$1</worksheet>'),
      /parts in the order/,
    ],
  ] as const)('%s', async (_what, path, change, said) => {
    const parts = await partsOf(withOverrides())
    const changed = change(parts.get(path)!)
    if (changed === null) parts.delete(path)
    else parts.set(path, changed)
    expect(changed).not.toBe(undefined)
    expect(faultsIn(parts).join('\n')).toMatch(said)
  })
})

it('the same plan gives the same bytes, whenever it is written', async () => {
  const [first, second] = [await planWorkbook(withOverrides()), await planWorkbook(withOverrides())]
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
})
