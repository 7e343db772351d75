// Writes resources/sample-city.xlsx; run with `npm run sample`.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Excel from 'exceljs'
import type { Indicator } from '../../src-main/model/indicator.ts'
import { standardDictionary } from '../../src-main/policy/presets.ts'
import { RESOURCES, sampleCity } from './sample-city.ts'

const { groups, indicators } = standardDictionary(RESOURCES)
const columns = indicators.filter((indicator) => indicator.formula === undefined)
const PLACE = ['社区代码', '区县', '街道（镇）', '社区名称']
const LEDGER = ['上年经费（元）']
const FONT = { name: '宋体', size: 10 }

const heading = (indicator: Indicator): string =>
  indicator.unit === undefined ? indicator.label.zh : `${indicator.label.zh}（${indicator.unit.zh}）`
const shown = (indicator: Indicator, value: number | string | null | undefined): number | string | null =>
  indicator.options.find((option) => option.key === value)?.label.zh ?? value ?? null

const workbook = new Excel.Workbook()
workbook.created = new Date(Date.UTC(2023, 0, 1))
workbook.modified = workbook.created
const sheet = workbook.addWorksheet('社区基本情况', { views: [{ state: 'frozen', xSplit: 4, ySplit: 4 }] })
const width = PLACE.length + columns.length + LEDGER.length
sheet.addRow(['示例市2023年社区基本情况表（示例数据）']).font = { name: '宋体', size: 16, bold: true }
sheet.addRow(['示例数据：社区名称和指标数值为合成，除公开报道所述少数事实外不对应任何真实社区。'])
sheet.addRow([
  ...PLACE.map(() => '基本信息'),
  ...columns.map((each) => groups.find((group) => group.key === each.group)!.label.zh),
  ...LEDGER.map(() => '经费'),
])
sheet.addRow([...PLACE, ...columns.map(heading), ...LEDGER])
for (const facts of sampleCity()) {
  sheet.addRow([
    facts.code,
    facts.district,
    facts.subdistrict,
    facts.name,
    ...columns.map((each) => shown(each, facts.values[each.key])),
    facts.previousFen! / 100,
  ])
}
sheet.mergeCells(1, 1, 1, width)
sheet.mergeCells(2, 1, 2, width)
const groupRow = sheet.getRow(3)
for (let from = 1; from <= width;) {
  let to = from
  while (to < width && groupRow.getCell(to + 1).value === groupRow.getCell(from).value) to++
  if (to > from) sheet.mergeCells(3, from, 3, to)
  from = to + 1
}
sheet.eachRow((row, number) => {
  if (number === 1) return
  row.font = { ...FONT, bold: number === 3 || number === 4 }
  if (number <= 4) row.alignment = { vertical: 'middle', horizontal: number === 2 ? 'left' : 'center', wrapText: true }
})
sheet.getColumn(1).width = 15
sheet.columns.forEach((column, position) => {
  if (position > 0) column.width = position < PLACE.length ? 13 : 11
})
await writeFile(join(RESOURCES, 'sample-city.xlsx'), new Uint8Array(await workbook.xlsx.writeBuffer()))
