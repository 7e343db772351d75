import { join } from 'node:path'
import Excel from 'exceljs'
import { expect, test } from 'vitest'
import type { Dictionary } from '../../../src-main/model/indicator.ts'
import { readRows } from '../../../src-main/documents/import/read-rows.ts'
import { readSpreadsheet } from '../../../src-main/documents/import/read-spreadsheet.ts'
import { recognise } from '../../../src-main/documents/import/recognise.ts'
import { templateWorkbook } from '../../../src-main/documents/template/index.ts'
import { standardDictionary } from '../../../src-main/policy/presets.ts'
import { importDictionary } from '../../support/import-dictionary.ts'
import { savedByOffice } from '../../support/office.ts'
import { findLibreOffice } from '../../support/tools.ts'

const standard = standardDictionary(join(import.meta.dirname, '../../../resources'))
const options = {
  title: '示例市2024年社区基本情况表',
  year: 2024,
  policyIndicators: ['courtyards', 'location'],
  classes: ['A', 'B', 'C', 'D'],
}
const community = { key: '630105001001', code: '630105001001', name: '甲社区', district: '城北区', subdistrict: '朝阳街道' }
const bare = { key: '城中区/总寨镇/乙社区', code: '', name: '乙社区', district: '城中区', subdistrict: '总寨镇' }

async function readBack(bytes: Uint8Array, dictionary: Dictionary) {
  const book = await readSpreadsheet(bytes, '模板.xlsx')
  const recognition = recognise(book, dictionary)
  return { recognition, ...readRows(book, recognition, dictionary) }
}
async function sheetOf(bytes: Uint8Array) {
  const workbook = new Excel.Workbook()
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
  return { workbook, sheet: workbook.getWorksheet('社区基本情况')! }
}
/** The cell of the header row with this heading. */
const headed = (sheet: Excel.Worksheet, heading: string): Excel.Cell => {
  const cells: Excel.Cell[] = []
  sheet.getRow(4).eachCell((cell) => {
    cells.push(cell)
  })
  return cells.find((cell) => cell.text === heading)!
}
const fieldsExpected = (dictionary: Dictionary): string[] =>
  [
    'district',
    'subdistrict',
    'name',
    'code',
    ...dictionary.indicators.filter(({ formula }) => formula === undefined).map(({ key }) => key),
    'previousAmount',
    'previousClass',
  ].sort()

test.each([
  ['the standard dictionary', standard],
  ['a small one', importDictionary],
])('every column is recognised again with factor 1 or %%: %s', async (_, dictionary) => {
  const { recognition, rows, problems } = await readBack(
    await templateWorkbook(dictionary, { ...options, communities: [community, bare] }),
    dictionary,
  )
  expect(recognition).toMatchObject({ sheet: '社区基本情况', headerRows: [3, 4], problems: [] })
  expect(recognition.columns.map(({ field }) => field).sort()).toEqual(fieldsExpected(dictionary))
  for (const { field, factor } of recognition.columns)
    expect(factor).toBe(dictionary.indicators.find(({ key }) => key === field)?.kind === 'share' ? 0.01 : 1)
  expect(rows.map(({ key }) => key)).toEqual([community.key, bare.key])
  expect(rows.every(({ values, previousFen }) => previousFen === null && Object.values(values).every((value) => value === null))).toBe(true)
  expect(problems.filter(({ level }) => level === 'error')).toEqual([])
})

test('an empty one has a header and says so; a synthetic one is known as such', async () => {
  const empty = await readBack(await templateWorkbook(importDictionary, options), importDictionary)
  expect([empty.problems.map(({ code }) => code), empty.synthetic]).toEqual([['import.noRows'], false])
  const synthetic = await readBack(
    await templateWorkbook(importDictionary, { ...options, synthetic: true, communities: [community] }),
    importDictionary,
  )
  expect(synthetic.synthetic).toBe(true)
})

test('what is typed in is read, the code stays text, and 35% is 35 %', async () => {
  const { workbook, sheet } = await sheetOf(await templateWorkbook(importDictionary, { ...options, communities: [community] }))
  const put = (heading: string, value: Excel.CellValue) => {
    sheet.getCell(5, Number(headed(sheet, heading).col)).value = value
  }
  put('*常住人口（人）', 1200)
  put('流动人口占比（%）', 35)
  put('有无物业', '否')
  put('*区位', '城郊')
  put('上年金额（元）', 200_000)
  put('上年类别', 'B')
  expect(sheet.getCell(5, 4).numFmt).toBe('@')
  const { rows, problems } = await readBack(new Uint8Array(await workbook.xlsx.writeBuffer()), importDictionary)
  expect(problems).toEqual([])
  expect(rows[0]).toMatchObject({
    code: '630105001001',
    previousFen: 20_000_000,
    previousClass: 'B',
    values: { residents: 1200, floatingShare: 0.35, hasProperty: 0, location: 'edge', courtyards: null },
  })
})

test('headings carry what is needed, comments and limits', async () => {
  const { workbook, sheet } = await sheetOf(await templateWorkbook(importDictionary, options))
  const commentOf = (heading: string): string => (headed(sheet, heading).note as Excel.Comment).texts!.map(({ text }) => text).join('')
  const ruleOf = (heading: string) => sheet.getCell(5, Number(headed(sheet, heading).col)).dataValidation
  expect(commentOf('*常住人口（人）')).toMatch(/需要此项[\s\S]*单位：人[\s\S]*范围：≥ 0，整数[\s\S]*留空/)
  expect(commentOf('辖区面积（平方公里）')).toMatch(/选填[\s\S]*范围：0–1000/)
  expect(ruleOf('*常住人口（人）')).toMatchObject({ type: 'whole', operator: 'between', formulae: [0, 1e12], allowBlank: true })
  expect(ruleOf('流动人口占比（%）')).toMatchObject({ type: 'decimal', formulae: [0, 100] })
  expect(ruleOf('*区位')).toMatchObject({ type: 'list', formulae: ['"城区,城郊,无"'] })
  expect(ruleOf('有无物业')).toMatchObject({ type: 'list', formulae: ['"是,否"'] })
  expect(ruleOf('上年类别')).toMatchObject({ type: 'list', formulae: ['"A,B,C,D"'] })
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4, xSplit: 4 })
  expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '3:4', fitToPage: true })
  expect(workbook.getWorksheet('填报说明')!.getColumn(1).values).toContain('*常住人口（人）')
  expect(sheet.getRow(4).values).not.toContain('人口密度（人/平方公里）')
})

const office = findLibreOffice()

test.skipIf(office === null)(
  'every column is still recognised after LibreOffice has opened and saved it, as .xlsx and as .xls',
  async () => {
    const template = await templateWorkbook(standard, { ...options, communities: [community] })
    for (const format of ['xlsx:Calc MS Excel 2007 XML', 'xls:MS Excel 97']) {
      const [saved] = await savedByOffice([template], 'xlsx', format)
      const { recognition, rows } = await readBack(Buffer.from(saved!), standard)
      expect(recognition.problems).toEqual([])
      expect(recognition.columns.map(({ field }) => field).sort()).toEqual(fieldsExpected(standard))
      expect(rows.map(({ key }) => key)).toEqual([community.key])
    }
  },
  120_000,
)
