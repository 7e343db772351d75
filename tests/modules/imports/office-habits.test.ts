import { describe, expect, it } from 'vitest'
import { describeProblem } from '../../../src-main/words/problems.ts'
import { base64Of, emptyPlan, file } from './import-files.ts'

const HEADINGS = ['社区代码', '区县', '街道（镇）', '社区名称', '常住人口（人）', '楼院（个）']
const row = (code: string, name: string) => [code, '城北区', '一街道', name, 1200, 10]

it('a page header that is repeated within the rows is no community, also with brackets in it', async () => {
  const desk = await emptyPlan()
  const { counts } = await desk.ask('import.desk', {
    files: [file('一.xlsx', [HEADINGS, row('630105001001', '甲社区'), HEADINGS, row('630105001002', '乙社区'), HEADINGS])],
  })
  expect(counts).toMatchObject({ rows: 2, added: 2, skipped: 2, errors: 0 })
})

it('a community and a residents’ committee of one name with two codes are two communities; one name with two codes is doubted', async () => {
  const desk = await emptyPlan()
  const { id, counts } = await desk.ask('import.desk', {
    files: [file('一.xlsx', [HEADINGS, row('630105001001', '富巷社区'), row('630105001002', '富巷居委会')])],
  })
  expect(counts).toMatchObject({ added: 2, errors: 0 })
  await desk.ask('import.applyDesk', { id })
  expect((await desk.ask('communities.list')).map(({ name }) => name)).toEqual(['富巷社区', '富巷居委会'])
  const codes = async (...names: [string, string][]) =>
    (
      await desk.ask('import.desk', { files: [file('二.xlsx', [HEADINGS, ...names.map(([code, name]) => row(code, name))])] })
    ).files[0]!.problems.filter(({ level }) => level === 'error').map(({ code }) => code)
  expect(await codes(['630105001002', '富巷居委会'], ['630105001001', '富巷社区'])).toEqual([])
  expect(await codes(['630105001003', '新街社区'], ['630105001004', '新街社区'])).toEqual(['import.communityTwice'])
  expect(await codes(['630105001003', '新街社区'], ['', '新街居委会'])).toEqual(['import.communityTwice'])
})

it('a web page or an XML table that is called .xls is told to be saved as .xlsx', async () => {
  const desk = await emptyPlan()
  const texts = ['<html><body><table><tr><td>1</td></tr></table></body></html>', '<?xml version="1.0"?><Workbook></Workbook>', '%PDF-1.7']
  const { files } = await desk.ask('import.desk', {
    files: texts.map((text, place) => ({ fileName: `${place}.xls`, base64: base64Of(Buffer.from(text)) })),
  })
  expect(files.map(({ problems }) => describeProblem(problems[0]!, 'zh'))).toEqual([
    '“0.xls”不是电子表格，而是网页。若 Excel 或 WPS 能打开它，请另存为 .xlsx 再导入；否则请提供 .xlsx、.xls 或 .csv 文件。',
    '“1.xls”不是电子表格，而是XML 文档。若 Excel 或 WPS 能打开它，请另存为 .xlsx 再导入；否则请提供 .xlsx、.xls 或 .csv 文件。',
    '“2.xls”不是电子表格，而是PDF 文档。请提供 .xlsx、.xls 或 .csv 文件。',
  ])
})

it('a heading that is joined over an empty column beside its own is one column', async () => {
  const desk = await emptyPlan()
  const rows = [
    ['区县', '街道', '社区名称', null, '常住人口（人）', null, '楼院（个）'],
    ['城北区', '一街道', '甲社区', null, null, 1200, 10],
  ]
  const { files, counts, added } = await desk.ask('import.desk', { files: [file('一.xlsx', rows, { merges: ['C1:D1', 'E1:F1'] })] })
  expect(files[0]!.problems.filter(({ level }) => level === 'error')).toEqual([])
  expect([counts.added, added[0]!.name]).toEqual([1, '甲社区'])
  const { columns } = files[0]!.parts[0]!
  expect(columns.flatMap(({ column, field }) => (field === null ? [] : [`${column} ${field}`]))).toEqual([
    'A district',
    'B subdistrict',
    'C name',
    'F residents',
    'G courtyards',
  ])
})

describe('the old people of a community', () => {
  it.each(['60岁以上老年人', '老年人（60岁及以上）', '60岁及以上老人（人）', '60岁以上老年人口（人）', '60岁及以上'])(
    'are known as %s',
    async (heading) => {
      const desk = await emptyPlan()
      const found = await desk.ask('import.desk', {
        files: [
          file('表.xlsx', [
            ['区县', '街道', '社区名称', heading],
            ['东区', '一街道', '甲社区', 900],
          ]),
        ],
      })
      expect(found.files[0]!.parts[0]!.columns.at(-1)!.field).toBe('elderly')
    },
  )
})
