import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Excel from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readSpreadsheet } from '../../../src-main/documents/import/read-spreadsheet.ts'
import { workbookBytes, type CellInput } from '../../support/spreadsheet-files.ts'
import { partsOf, zipOf } from '../../support/zip.ts'
import { codesOf } from '../../support/desk.ts'
import { base64Of, emptyPlan, file, HEADER, type Delivered, type ImportDeskApp } from './import-files.ts'
import { savedByOffice } from '../../support/office.ts'
import { findLibreOffice } from '../../support/tools.ts'

const WRONG: CellInput[][] = [
  ['一街道社区情况表'],
  HEADER,
  ['城北区', '一街道', '甲社区', '约100', 10, 12],
  ['城北区', '一街道', '乙社区', 200, null, null],
  ['城北区', '一街道', '丙社区', -3, 2, 1],
  ['合计', null, null, 300, 12, 13],
]

async function loaded(base64: string): Promise<Excel.Workbook> {
  const workbook = new Excel.Workbook()
  await workbook.xlsx.load(Buffer.from(base64, 'base64') as unknown as Parameters<typeof workbook.xlsx.load>[0])
  return workbook
}
const bytesOf = async (workbook: Excel.Workbook): Promise<string> => base64Of(new Uint8Array(await workbook.xlsx.writeBuffer()))
const noteOf = (cell: Excel.Cell): string =>
  typeof cell.note === 'string' ? cell.note : ((cell.note as Excel.Comment | undefined)?.texts ?? []).map(({ text }) => text).join('')
const colourOf = (cell: Excel.Cell): string | undefined => (cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined)
/** Cells with a comment: address, colour, first words. */
const notesIn = (sheet: Excel.Worksheet): string[] => {
  const notes: string[] = []
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (noteOf(cell) !== '') notes.push(`${cell.address} ${colourOf(cell) ?? ''} ${noteOf(cell)}`)
    }),
  )
  return notes
}
async function returned(desk: ImportDeskApp, delivered: Delivered, others: Delivered[] = []) {
  const { id } = await desk.ask('import.desk', { files: [delivered, ...others] })
  const file_ = await desk.ask('import.returnSheet', { id, file: delivered.fileName })
  return { ...file_, workbook: await loaded(file_.base64) }
}
/** Every value of a spreadsheet, sheet by sheet. */
async function valuesIn(base64: string, sheets: readonly string[]) {
  const book = await readSpreadsheet(Buffer.from(base64, 'base64'), 'a')
  return sheets.map((name) => {
    const sheet = book.sheets.find((each) => each.name === name)!
    return {
      merges: sheet.merges,
      cells: sheet.rows.map((row) => Array.from({ length: sheet.columns }, (_, column) => sheet.cell(row, column + 1))),
    }
  })
}

describe('a delivered file given back', () => {
  it('whose communities are columns has its comments where the values stand as they were delivered, and is mended and imported', async () => {
    const desk = await emptyPlan()
    const delivered = file('横表.xlsx', [
      ['社区名称', '甲社区', '乙社区'],
      ['区县', '城北区', '城北区'],
      ['街道', '一街道', '一街道'],
      ['常住人口', 100, '约200'],
      ['楼院', 10, 12],
    ])
    const { id } = await desk.ask('import.desk', { files: [delivered] })
    const back = await loaded((await desk.ask('import.returnSheet', { id, file: delivered.fileName })).base64)
    expect(notesIn(back.worksheets[1]!)).toMatchObject([/^C4 /])

    const cells = [{ sheet: '表一（转置）', row: 3, column: 'D', text: '200' }]
    const mended = await desk.ask('import.desk', { files: [{ ...delivered, cells }] })
    expect(mended.counts).toMatchObject({ errors: 0, added: 2 })
    await desk.ask('import.applyDesk', { id: mended.id })
    const communities = await desk.ask('communities.list', {})
    expect(communities.map((each) => [each.name, each.subdistrict, each.values['residents'], each.values['courtyards']])).toEqual([
      ['乙社区', '一街道', 200, 12],
      ['甲社区', '一街道', 100, 10],
    ])
  })

  it('has a comment and a colour on every cell with a problem, a list of them first, and is otherwise as it was', async () => {
    const desk = await emptyPlan()
    const delivered = file('一.xlsx', WRONG, { merges: ['A1:F1'] })
    const { fileName, base64, workbook } = await returned(desk, delivered)
    expect(fileName).toBe('一（退回核对）.xlsx')
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['问题清单', '表一'])
    expect(notesIn(workbook.worksheets[1]!)).toEqual([
      'D3 FFFFC7CE 【核对】“常住人口（人）”应填数字，却是“约100”。请改为数字；没有数据时留空即可。',
      'F3 FFFFC7CE 【核对】“老旧楼院（个）”为 12，超过了“楼院（个）”的 10，这不可能。请核对两个数。',
      'D5 FFFFC7CE 【核对】“常住人口（人）”的值“-3”超出允许范围（≥ 0）。请核对。',
    ])
    const list = workbook.worksheets[0]!
    expect(list.getRow(3).values).toEqual([undefined, '序号', '类型', '工作表', '单元格', '社区', '问题'])
    const lines = list
      .getRows(4, list.rowCount - 3)!
      .map((row) => [
        row.getCell(2).value,
        row.getCell(3).value,
        (row.getCell(4).value as { text?: string; hyperlink?: string } | null)?.text,
      ])
    expect(lines).toEqual(
      expect.arrayContaining([
        ['错误', '表一', 'D3'],
        ['错误', '表一', 'F3'],
        ['错误', '表一', 'D5'],
        ['提醒', '表一', undefined],
      ]),
    )
    expect(lines.map(([level]) => level)).toEqual(
      lines
        .map(([level]) => level)
        .toSorted()
        .toReversed(),
    )
    expect((list.getCell('D4').value as { hyperlink: string }).hyperlink).toBe("#'表一'!D3")
    expect(await valuesIn(base64, ['表一'])).toEqual(await valuesIn(delivered.base64, ['表一']))
  })

  it("can be put right and delivered again; our marks of last time are then gone, and other people's stay", async () => {
    const desk = await emptyPlan()
    const own = await loaded(file('一.xlsx', WRONG).base64)
    own.worksheets[0]!.getCell('D3').note = '问过主任'
    own.worksheets[0]!.getCell('A1').note = { texts: [{ text: '请六月底前报' }] }
    const first = await returned(desk, { fileName: '一.xlsx', base64: await bytesOf(own) })
    const sheet = first.workbook.getWorksheet('表一')!
    expect(noteOf(sheet.getCell('D3'))).toMatch(/^问过主任\n【核对】/)
    sheet.getCell('D3').value = 100
    sheet.getCell('D5').value = 3
    const second = await returned(desk, { fileName: '一.xlsx', base64: await bytesOf(first.workbook) })
    expect(notesIn(second.workbook.getWorksheet('表一')!).map((note) => note.slice(0, 24))).toEqual([
      'A1  请六月底前报',
      expect.stringMatching(/^D3\s+问过主任$/),
      expect.stringMatching(/^F3 FFFFC7CE 【核对】/),
      // The total below was not put right with them.
      expect.stringMatching(/^D6 FFFFEB9C 【核对】合计行/),
    ])
    expect(second.workbook.worksheets.map(({ name }) => name)).toEqual(['问题清单', '表一'])
    second.workbook.getWorksheet('表一')!.getCell('F3').value = 8
    const fixed = { fileName: '一.xlsx', base64: await bytesOf(second.workbook) }
    const {
      id,
      counts,
      files: [answer],
    } = await desk.ask('import.desk', { files: [fixed] })
    expect([counts.errors, counts.added, answer!.parts.map((part) => part.sheet)]).toEqual([0, 3, ['表一']])
    await desk.ask('import.applyDesk', { id })
    expect((await desk.ask('communities.list')).map(({ name, values }) => [name, values['residents']])).toEqual([
      ['丙社区', 3],
      ['乙社区', 200],
      ['甲社区', 100],
    ])
  })

  it('says where another file contradicts it', async () => {
    const desk = await emptyPlan()
    const one = file('一.xlsx', [HEADER, ['城北区', '一街道', '甲社区', 100, 10, 1]])
    const { workbook } = await returned(desk, one, [file('二.xlsx', [HEADER, ['城北区', '一街道', '甲社区', 130, 10, 1]])])
    expect(notesIn(workbook.getWorksheet('表一')!)).toEqual([
      'D2 FFFFEB9C 【核对】“常住人口”为“100”，而“二.xlsx”给出的是“130”。请核实哪一个正确。',
    ])
  })

  it('keeps formulas, formats, widths and lists; links to other workbooks become what they came to', async () => {
    const desk = await emptyPlan()
    const workbook = new Excel.Workbook()
    const sheet = workbook.addWorksheet('表一')
    sheet.addRow(HEADER)
    sheet.addRow(['城北区', '一街道', '甲社区', '约1', { formula: 'E3*2', result: 8 }, 1])
    sheet.addRow(['城北区', '一街道', '乙社区', 5, { formula: "'[1]去年'!B2", result: 4 }, { sharedFormula: 'E3', result: 3 }])
    sheet.getColumn(3).width = 33
    sheet.getCell('D3').numFmt = '#,##0'
    sheet.getCell('D3').dataValidation = { type: 'whole', operator: 'between', formulae: [0, 9999], allowBlank: true }
    sheet.getCell('D3').font = { bold: true }
    workbook.definedNames.add("'[1]去年'!$A$1", '去年')
    const { workbook: back } = await returned(desk, { fileName: '一.xlsx', base64: await bytesOf(workbook) })
    const found = back.getWorksheet('表一')!
    expect([found.getCell('E2').value, found.getCell('E3').value, found.getCell('F3').value]).toEqual([
      { formula: 'E3*2', result: 8 },
      4,
      3,
    ])
    expect(found.getColumn(3).width).toBe(33)
    expect(found.getCell('D3')).toMatchObject({ numFmt: '#,##0', dataValidation: { type: 'whole' }, font: { bold: true } })
    expect(colourOf(found.getCell('D3'))).toBeUndefined()
    expect(colourOf(found.getCell('D2'))).toBe('FFFFC7CE')
    expect(back.definedNames.model).toEqual([])
  })

  it('with rules for whole columns comes back without those rules', async () => {
    const desk = await emptyPlan()
    const rules =
      '<dataValidations count="1"><dataValidation type="whole" sqref="D2:F1048576"><formula1>0</formula1><formula2>9</formula2></dataValidation></dataValidations>'
    const parts = await partsOf(Buffer.from(file('一.xlsx', WRONG).base64, 'base64'))
    const name = 'xl/worksheets/sheet1.xml'
    const bytes = zipOf({ ...parts, [name]: parts[name]!.replace('</sheetData>', `</sheetData>${rules}`) })
    const { workbook } = await returned(desk, { fileName: '一.xlsx', base64: base64Of(bytes) })
    expect(notesIn(workbook.getWorksheet('表一')!)).toHaveLength(3)
    expect(workbook.getWorksheet('表一')!.getCell('D3').dataValidation).toBeUndefined()
  })

  it.each<[string, Delivered]>([
    ['.xls', { fileName: '一.xls', base64: base64Of(workbookBytes([{ name: '表一', rows: WRONG, merges: ['A1:F1'] }], 'biff8')) }],
    ['.csv', { fileName: '一.csv', base64: Buffer.from(WRONG.map((row) => row.join(',')).join('\n')).toString('base64') }],
    [
      '.csv of a name that no sheet may have',
      {
        fileName: '[一]街道/2026:表*很长很长很长很长很长很长很长很长很长.csv',
        base64: Buffer.from(WRONG.map((row) => row.join(',')).join('\n')).toString('base64'),
      },
    ],
  ])('is a workbook also where it was none: %s', async (_, delivered) => {
    const desk = await emptyPlan()
    const { workbook, base64 } = await returned(desk, delivered)
    const sheet = workbook.worksheets[1]!
    expect(notesIn(sheet).map((note) => note.slice(0, 11))).toEqual(['D3 FFFFC7CE', 'F3 FFFFC7CE', 'D5 FFFFC7CE'])
    expect([sheet.getCell('A1').value, sheet.getCell('C4').value]).toEqual(['一街道社区情况表', '乙社区'])
    if (delivered.fileName === '一.xls') expect([sheet.getCell('D4').value, sheet.getCell('B1').master.address]).toEqual([200, 'A1'])
    expect((await desk.ask('import.desk', { files: [{ fileName: '再.xlsx', base64 }] })).counts).toMatchObject({
      rows: 3,
      errors: 3,
      skipped: 1,
    })
  })

  it('written anew keeps joined cells, percentages and what is hidden', async () => {
    const desk = await emptyPlan()
    const office = readFileSync(join(import.meta.dirname, '../../fixtures/workbooks/other-office.xls')).toString('base64')
    const { base64, workbook } = await returned(desk, { fileName: '表.xls', base64: office })
    const [before, after] = await Promise.all([office, base64].map((each) => readSpreadsheet(Buffer.from(each, 'base64'), '表')))
    const [old, fresh] = [before!.sheets[0]!, after!.sheets.find(({ name }) => name === before!.sheets[0]!.name)!]
    expect([fresh.merges.length, [...fresh.hiddenRows]]).toEqual([old.merges.length, [...old.hiddenRows]])
    expect(old.hiddenRows.size).toBe(1)
    for (const row of old.rows) {
      for (let column = 1; column <= old.columns; column++) {
        const cell = old.cell(row, column)
        if (cell.kind === 'number' || cell.kind === 'text') expect(fresh.cell(row, column)).toEqual(cell)
        else expect(fresh.shown(row, column)).toBe(old.shown(row, column))
      }
    }
    expect(workbook.worksheets[0]!.name).toBe('问题清单')
  })

  it('that reaches to the last row of a spreadsheet', async () => {
    const desk = await emptyPlan()
    const parts = await partsOf(Buffer.from(file('一.xlsx', WRONG).base64, 'base64'))
    const name = 'xl/worksheets/sheet1.xml'
    const last =
      '<row r="1048576"><c r="B1048576" t="inlineStr"><is><t>一街道</t></is></c><c r="C1048576" t="inlineStr"><is><t>末社区</t></is></c><c r="D1048576" t="inlineStr"><is><t>多</t></is></c></row>'
    const bytes = zipOf({ ...parts, [name]: parts[name]!.replace('</sheetData>', `${last}</sheetData>`) })
    const { workbook } = await returned(desk, { fileName: '一.xlsx', base64: base64Of(bytes) })
    expect(notesIn(workbook.getWorksheet('表一')!).map((note) => note.split(' ')[0])).toEqual(['D3', 'F3', 'D5', 'D1048576'])
  })

  it('has to be one of the desk', async () => {
    const desk = await emptyPlan()
    const { id } = await desk.ask('import.desk', { files: [file('一.xlsx', WRONG)] })
    expect(await codesOf(desk.ask('import.returnSheet', { id, file: '二.xlsx' }))).toEqual(['file.missing'])
    expect(await codesOf(desk.ask('import.returnSheet', { id: 'x', file: '一.xlsx' }))).toEqual(['import.stale'])
  })

  it("of the template keeps its headings' comments, and a community that is missing its code is not touched", async () => {
    const desk = await emptyPlan()
    const { base64, fileName } = await desk.ask('template.export')
    const template = await loaded(base64)
    const sheet = template.worksheets[0]!
    sheet.getRow(5).values = ['城北区', '一街道', '甲社区', '12']
    const { workbook } = await returned(desk, { fileName, base64: await bytesOf(template) })
    const back = workbook.getWorksheet('社区基本情况')!
    expect(noteOf(back.getCell('A4'))).toBe(noteOf(sheet.getCell('A4')))
    expect(noteOf(back.getCell('D5'))).toContain('【核对】“12”不是社区代码')
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['问题清单', '社区基本情况', '填报说明'])
  })
})

const office = findLibreOffice()

it.skipIf(office === null)(
  'another office program opens it, and delivers it again with the same problems',
  async () => {
    const desk = await emptyPlan()
    const { base64 } = await returned(desk, file('一.xlsx', WRONG, { merges: ['A1:F1'] }))
    const [saved] = await savedByOffice([Buffer.from(base64, 'base64')], 'xlsx', 'xlsx:Calc MS Excel 2007 XML')
    const again = { fileName: '一.xlsx', base64: Buffer.from(saved!).toString('base64') }
    const { counts } = await desk.ask('import.desk', { files: [again] })
    expect(counts).toMatchObject({ rows: 3, errors: 3 })
    const { workbook } = await returned(desk, again)
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['问题清单', '表一'])
    expect(notesIn(workbook.getWorksheet('表一')!).map((note) => [note.slice(0, 2), note.split('【核对】').length])).toEqual([
      ['D3', 2],
      ['F3', 2],
      ['D5', 2],
    ])
  },
  120_000,
)
