import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSpreadsheet } from '../../../src-main/documents/import/read-spreadsheet.ts'
import { brief, gbkBytes, imported, oneSheet, refusal, workbookBytes } from '../../support/spreadsheet-files.ts'
import { partsOf, zipOf } from '../../support/zip.ts'

const HEADER = ['社区代码', '街道', '社区名称', '常住人口（人）', '楼院（个）']
const ROW = ['630105001001', '朝阳街道', '祁连路西社区', 1200, 21]
const fixture = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, '../../fixtures/workbooks', name))
const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const codeOf = async (bytes: Uint8Array, name?: string): Promise<string> => (await refusal(bytes, name)).map(({ code }) => code).join()
const foundIn = async (bytes: Uint8Array, name?: string): Promise<unknown> =>
  (await refusal(bytes, name)).map(({ code, params }) => `${code} ${params.found}`).join()

describe('what is read', () => {
  const csv = `${HEADER.join(',')}\n${ROW.join(',')}\n`
  test.each<[string, Uint8Array]>([
    ['.xlsx', oneSheet([HEADER, ROW])],
    ['.xls', workbookBytes([{ name: '表一', rows: [HEADER, ROW] }], 'biff8')],
    ['.csv in UTF-8', text(csv)],
    ['.csv in UTF-8 with a mark', text(`\ufeff${csv}`)],
    ['.csv in GBK', gbkBytes(csv)],
    ['.csv with tabs in UTF-16', Buffer.from(`\ufeff${csv.replaceAll(',', '\t')}`, 'utf16le')],
    ['.csv with semicolons and Windows line ends', text(csv.replaceAll(',', ';').replaceAll('\n', '\r\n'))],
  ])('%s, whatever its name says', async (_, bytes) => {
    const { rows, problems, headingProblems } = await imported(bytes, '交表.dat')
    expect([...problems, ...headingProblems]).toEqual([])
    expect(rows).toEqual([
      {
        row: 2,
        key: '630105001001',
        code: '630105001001',
        name: '祁连路西社区',
        district: '',
        subdistrict: '朝阳街道',
        values: { residents: 1200, courtyards: 21 },
      },
    ])
  })

  test('an .xls written by another office program, with joined headings, percentages, dates and a hidden row', async () => {
    const { recognition, rows, problems } = await imported(fixture('other-office.xls'), 'other-office.xls')
    expect(recognition.headerRows).toEqual([3, 4])
    expect(
      rows.map(({ row, name, district, subdistrict, values }) => [
        row,
        name,
        district,
        subdistrict,
        values.residents,
        values.floatingShare,
        values.oldCourtyards,
      ]),
    ).toEqual([
      [5, '祁连路西社区', '城北区', '朝阳街道', 17000, 0.125, 18],
      [6, '山川社区', '城北区', '朝阳街道', 17000, 0.4, undefined],
      [7, '金十字社区', '城中区', '总寨镇', null, 0.05, 2],
    ])
    expect(brief(problems)).toEqual(['import.numberExpected G6 2023-05-06', 'import.valueMissing D7 人口 / 常住人口（人）'])
    expect(recognition.problems.map(({ code, params }) => `${code} ${params.rows}`)).toEqual(['import.hiddenRead 1'])
  })

  test('quoted cells with separators, quotes and line breaks; rows keep their numbers', async () => {
    const { rows } = await imported(text(`\n"社区\n名称",街道,"常住人口(人)"\n"甲""一""社区","朝阳\n街道","1,234"\n`), 'a.csv')
    expect(rows).toMatchObject([{ row: 3, name: '甲"一"社区', subdistrict: '朝阳街道', values: { residents: 1234 } }])
  })

  test('a sheet that reaches to the last row of a spreadsheet with three rows in use', async () => {
    const bytes = zipOf({
      ...(await partsOf(oneSheet([HEADER, ROW]))),
      'xl/worksheets/sheet1.xml':
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>' +
        '<row r="1"><c r="A1" t="inlineStr"><is><t>街道</t></is></c><c r="B1" t="inlineStr"><is><t>社区名称</t></is></c><c r="C1" t="inlineStr"><is><t>楼院</t></is></c></row>' +
        '<row r="2"><c r="A2" t="inlineStr"><is><t>朝阳街道</t></is></c><c r="B2" t="inlineStr"><is><t>甲社区</t></is></c><c r="C2"><v>3</v></c></row>' +
        '<row r="1048576" hidden="1"><c r="A1048576" t="inlineStr"><is><t>朝阳街道</t></is></c><c r="B1048576" t="inlineStr"><is><t>乙社区</t></is></c><c r="XFD1048576" s="0"/></row></sheetData></worksheet>',
    })
    const { book, rows } = await imported(bytes)
    expect(book.sheets[0]).toMatchObject({ rows: [1, 2, 1048576], columns: 3 })
    expect(rows.map(({ row, name }) => [row, name])).toEqual([
      [2, '甲社区'],
      [1048576, '乙社区'],
    ])
  })
})

describe('what is refused', () => {
  test.each<[string, Uint8Array, string]>([
    ['a PDF', text('%PDF-1.7\n%âãÏÓ'), 'pdf'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0), 'picture'],
    ['a web page that calls itself .xls', text('\ufeff\r\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>'), 'html'],
    ['a web page with its pictures in one file', text('MIME-Version: 1.0\r\nContent-Type: multipart/related'), 'html'],
    ['the XML table of Excel 2003', text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'), 'xml'],
    ['rich text', text('{\\rtf1\\ansi'), 'rtf'],
    ['a RAR archive', text('Rar!\x1a\x07'), 'archive'],
    ['a plan file', text('SQLite format 3\0'), 'database'],
    ['bytes of anything', Uint8Array.of(1, 2, 0, 3, 255, 254), 'binary'],
    ['bytes that are no text in any encoding', Uint8Array.of(0x41, 0xff, 0xff, 0x42), 'binary'],
    ['a text document', zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), 'word'],
    ['a presentation', zipOf({ 'ppt/presentation.xml': '<p/>' }), 'presentation'],
    ['an OpenDocument table', workbookBytes([{ name: 'a', rows: [['b']] }], 'ods'), 'ods'],
    ['a binary workbook', workbookBytes([{ name: 'a', rows: [['b']] }], 'xlsb'), 'xlsb'],
    ['any other zip', zipOf({ 'photo.jpg': 'x' }), 'zip'],
    ['an Excel 95 file', workbookBytes([{ name: 'a', rows: [['b', 1]] }], 'biff5'), 'oldExcel'],
  ])('%s is not a spreadsheet', async (_, bytes, found) => {
    expect(await foundIn(bytes, '交表.xlsx')).toBe(`file.notSpreadsheet ${found}`)
  })

  test('an old Word document', async () => {
    const sheetjs = await import('xlsx')
    const file = sheetjs.CFB.utils.cfb_new()
    sheetjs.CFB.utils.cfb_add(file, '/WordDocument', Buffer.alloc(5000, 1))
    expect(await foundIn(new Uint8Array(sheetjs.CFB.write(file, { type: 'buffer' }) as Buffer))).toBe('file.notSpreadsheet word')
  })

  test.each(['encrypted.xlsx', 'encrypted.xls'])('%s', async (name) => {
    expect(await codeOf(fixture(name), name)).toBe('file.encrypted')
  })

  test('nothing, and a workbook without a single value', async () => {
    expect(await codeOf(new Uint8Array())).toBe('file.empty')
    expect(await codeOf(text('\n ,, \n'))).toBe('file.empty')
    expect(await codeOf(oneSheet([[null, ' ']]))).toBe('file.empty')
  })

  test('a workbook that was cut off anywhere', async () => {
    const whole = oneSheet(Array.from({ length: 50 }, () => [...HEADER, Math.PI]))
    for (const share of [0.1, 0.5, 0.9, 0.999]) expect(await codeOf(whole.slice(0, Math.floor(whole.length * share)))).toBe('file.corrupt')
    const old = workbookBytes([{ name: 'a', rows: Array.from({ length: 500 }, (_, row) => [...HEADER, row]) }], 'biff8')
    for (const share of [0.02, 0.3, 0.7]) expect(await codeOf(old.slice(0, Math.floor(old.length * share)))).toBe('file.corrupt')
  })

  test('a workbook with one damaged byte', async () => {
    const damaged = oneSheet(Array.from({ length: 50 }, (_, row) => [...HEADER, row]))
    const at = Buffer.from(damaged).indexOf('xl/worksheets/sheet1.xml') + 80
    damaged[at] = damaged[at]! ^ 0xff
    expect(await codeOf(damaged)).toBe('file.corrupt')
    expect(await codeOf(zipOf(await partsOf(oneSheet([HEADER, ROW])), undefined, 4711))).toBe('file.corrupt')
  })

  test('an old workbook whose container is whole and whose content is cut off', async () => {
    const sheetjs = await import('xlsx')
    const whole = sheetjs.CFB.read(Buffer.from(workbookBytes([{ name: 'a', rows: [HEADER, ROW] }], 'biff8')), { type: 'buffer' })
    const content: Uint8Array = sheetjs.CFB.find(whole, 'Workbook').content
    for (const end of [content.length - 4, content.length - 100, 600, 6]) {
      const file = sheetjs.CFB.utils.cfb_new()
      sheetjs.CFB.utils.cfb_add(file, '/Workbook', content.slice(0, end))
      expect(await codeOf(new Uint8Array(sheetjs.CFB.write(file, { type: 'buffer' }) as Buffer))).toBe('file.corrupt')
    }
  })

  test.each<[string, (xml: string) => string]>([
    ['the end is missing', (xml) => xml.slice(0, -30)],
    ['an element is not closed', (xml) => xml.replace('</row>', '')],
    ['elements cross', (xml) => xml.replace('</v></c>', '</c></v>')],
    ['a tag is broken', (xml) => xml.replace('<row', '<row <')],
    ['nothing is there', () => ''],
  ])('broken XML: %s', async (_, damage) => {
    const parts = await partsOf(oneSheet([HEADER, ROW]))
    expect(await codeOf(zipOf({ ...parts, 'xl/worksheets/sheet1.xml': damage(parts['xl/worksheets/sheet1.xml']!) }))).toBe('file.corrupt')
  })

  test('a sheet whose texts are missing is not read without them', async () => {
    const parts = await partsOf(workbookBytes([{ name: 'a', rows: [HEADER, ROW] }]))
    parts['xl/worksheets/sheet1.xml'] = parts['xl/worksheets/sheet1.xml']!.replace(
      '</sheetData>',
      '<row r="9"><c r="A9" t="s"><v>4711</v></c></row></sheetData>',
    )
    expect(await codeOf(zipOf(parts))).toBe('file.corrupt')
    delete parts['xl/worksheets/sheet1.xml']
    expect(await codeOf(zipOf(parts))).toBe('file.corrupt')
  })

  test('a quote that never closes names its line', async () => {
    expect(await refusal(text('社区名称,街道\n甲,"朝阳\n乙,丙'), 'a.csv')).toMatchObject([
      { code: 'file.corrupt', place: { file: 'a.csv', row: 2 } },
    ])
  })

  test('a bomb: by what it says it unpacks to, and by what it does unpack to', async () => {
    const parts = await partsOf(oneSheet([HEADER, ROW]))
    expect(await codeOf(zipOf({ a: 'x', b: 'x', c: 'x' }, 200_000_000))).toBe('file.tooLarge')
    const zeros = Buffer.alloc(2_000_000)
    expect(await codeOf(zipOf({ ...parts, 'xl/media/a.bin': 'x' }, 400_000_000))).toBe('file.tooLarge')
    expect(await codeOf(zipOf({ ...parts, 'xl/worksheets/sheet1.xml': zeros }, 1000))).toBe('file.corrupt')
  })

  test('a file that is far too large is not looked at', async () => {
    expect(await codeOf(new Uint8Array(80 * 1024 * 1024 + 1))).toBe('file.tooLarge')
  })

  test('the problem names the file', async () => {
    await expect(readSpreadsheet(text('%PDF-'), '文件.xlsx')).rejects.toMatchObject({
      problems: [{ place: { file: '文件.xlsx' }, params: { file: '文件.xlsx' } }],
    })
  })
})
