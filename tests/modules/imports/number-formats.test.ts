import * as sheetjs from 'xlsx'
import { describe, expect, it } from 'vitest'
import { readInWorker } from '../../../src-main/documents/import/index.ts'
import { importDictionary } from '../../support/import-dictionary.ts'
import { oneSheet, workbookBytes, type CellInput } from '../../support/spreadsheet-files.ts'
import { partsOf, zipOf } from '../../support/zip.ts'
import { base64Of, emptyPlan, file, HEADER, type Delivered } from './import-files.ts'

const tableOf = (name: string, residents: CellInput): CellInput[][] => [HEADER, ['城北区', '一街道', name, residents, 10, 5]]

/** A workbook in which the format of residents is a built-in one, by its number, and is not written out. */
async function withBuiltIn(format: number, value: number): Promise<Delivered> {
  const parts = await partsOf(oneSheet(tableOf(`${format}号社区`, { t: 'n', v: value, z: '0.0000' })))
  const styles = parts['xl/styles.xml']!.replace(/<numFmts.*<\/numFmts>/s, '').replaceAll(
    /(<cellXfs.*)numFmtId="(?!0")\d+"/gs,
    `$1numFmtId="${format}"`,
  )
  return { fileName: `${format}.xlsx`, base64: base64Of(zipOf({ ...parts, 'xl/styles.xml': styles })) }
}

/** What the desk says of each file: its errors with their values, by the file's name. */
async function errorsIn(delivered: Delivered[]): Promise<Record<string, string[]>> {
  const desk = await emptyPlan()
  const { files } = await desk.ask('import.desk', { files: delivered })
  const errors = files.map(({ problems }) => problems.filter(({ level }) => level === 'error'))
  return Object.fromEntries(
    files.map((each, place) => [each.file, errors[place]!.map(({ code, params }) => `${code} ${params.value ?? ''}`)]),
  )
}
/** The numbers of residents that come into a plan. */
async function residentsIn(delivered: Delivered[]): Promise<unknown[]> {
  const desk = await emptyPlan()
  const { id, counts } = await desk.ask('import.desk', { files: delivered })
  expect(counts).toMatchObject({ errors: 0, rows: delivered.length })
  await desk.ask('import.applyDesk', { id })
  return (await desk.ask('communities.list')).map(({ values }) => values['residents'])
}

describe('built-in number formats that a file does not write out', () => {
  it('of numbers make no difference', async () => {
    const formats = [5, 8, 23, 26, 41, 44, 59, 62, 63, 69, 82, 100, 163, 164, 392, 500]
    const files = await Promise.all(formats.map((format) => withBuiltIn(format, 1200)))
    expect(await residentsIn(files)).toEqual(formats.map(() => 1200))
  })

  it('of dates and times are no numbers of residents', async () => {
    const dates = [14, 27, 31, 36, 50, 54, 57, 58, 71]
    const times = [32, 35, 55, 56, 81]
    const files = await Promise.all([
      ...dates.map((format) => withBuiltIn(format, 45052)),
      ...times.map((format) => withBuiltIn(format, 45052.5)),
    ])
    expect(await errorsIn(files)).toEqual(
      Object.fromEntries([
        ...dates.map((format) => [`${format}.xlsx`, ['import.numberExpected 2023-05-06']]),
        ...times.map((format) => [`${format}.xlsx`, ['import.numberExpected 2023-05-06 12:00:00']]),
      ]),
    )
  })

  it('of percentages are percentages', async () => {
    expect(await errorsIn([await withBuiltIn(68, 0.5)])).toEqual({ '68.xlsx': ['import.numberExpected 50%'] })
  })

  it('of dates are dates in an .xls too', async () => {
    const dated: CellInput = { t: 'n', v: 45052, z: 'yyyy/m' }
    const bytes = Buffer.from(workbookBytes([{ name: '表一', rows: [HEADER.slice(0, 4), ['城北区', '一街道', '甲社区', dated]] }], 'biff8'))
    const book = sheetjs.CFB.read(bytes, { type: 'buffer' })
    renumberFormats(sheetjs.CFB.find(book, 'Workbook').content as Uint8Array, 31)
    const again = new Uint8Array(sheetjs.CFB.write(book, { type: 'buffer' }) as Buffer)
    expect(await errorsIn([{ fileName: '旧.xls', base64: base64Of(again) }])).toEqual({ '旧.xls': ['import.numberExpected 2023-05-06'] })
  })

  it('may be more than the library has numbers for', async () => {
    const parts = await partsOf(oneSheet(tableOf('甲社区', { t: 'n', v: 1200, z: '0.0000' })))
    const ids = Array.from({ length: 600 }, (_, place) => 400 + place)
    const styles = parts['xl/styles.xml']!.replace(
      /<numFmts.*<\/numFmts>/s,
      `<numFmts>${ids.map((id) => `<numFmt numFmtId="${id}" formatCode="0.00&quot;${id}&quot;"/>`).join('')}</numFmts>`,
    ).replace(/<cellXfs.*<\/cellXfs>/s, `<cellXfs>${ids.map((id) => `<xf numFmtId="${id}" fontId="0"/>`).join('')}</cellXfs>`)
    const sheet = parts['xl/worksheets/sheet1.xml']!.replace(/(<c r="D2"[^>]*) s="\d+"/, '$1 s="599"')
    expect(sheet).not.toBe(parts['xl/worksheets/sheet1.xml'])
    const bytes = zipOf({ ...parts, 'xl/styles.xml': styles, 'xl/worksheets/sheet1.xml': sheet })
    expect(await residentsIn([{ fileName: '多.xlsx', base64: base64Of(bytes) }])).toEqual([1200])
  })
})

it('a number format that can not be printed ends nothing: the number is read, and told as it is stored', async () => {
  const formats = ['0人', '￥#,##0.00', '#,###,##0', '0"人', '[>100]0户;0人', 'Q']
  const filesOf = (value: number): Delivered[] =>
    formats.map((z, place) => file(`${place}.xlsx`, tableOf(`${place}号社区`, { t: 'n', v: value, z })))
  expect(await residentsIn(filesOf(1200))).toEqual(formats.map(() => 1200))
  expect(Object.values(await errorsIn(filesOf(1200.5)))).toEqual(formats.map(() => ['import.wholeNumberExpected 1200.5']))
})

it('a fault of ours in one file is a problem of that file, with its name and account in the log; the others are read', async () => {
  const bytes = oneSheet(tableOf('甲社区', 1200))
  const files = ['一.xlsx', '二.xlsx', '三.xlsx'].map((fileName) => ({ fileName, mappings: [], content: { bytes } }))
  const log: string[] = []
  const told: string[] = []
  const outcomes = await readInWorker([files[0]!, { ...files[1]!, content: null as never }, files[2]!], importDictionary, [], {
    signal: new AbortController().signal,
    progress: (_, fileName) => told.push(fileName),
    log: (text) => log.push(text),
  })
  expect(
    outcomes.map((each) =>
      'read' in each ? each.read.parts[0]!.rows.length : each.problems.map(({ code, params }) => `${code} ${params.file}`),
    ),
  ).toEqual([1, ['file.notRead 二.xlsx'], 1])
  expect(log).toEqual([expect.stringMatching(/^incident \S+ during reading 二\.xlsx: TypeError: .*\n +at /)])
  expect([...new Set(told)]).toEqual(['一.xlsx', '二.xlsx', '三.xlsx'])
})

/** Gives every format of a workbook stream that is not 0 a number (XF records of [MS-XLS]: the format's number is their second field). */
function renumberFormats(content: Uint8Array, format: number): void {
  const stream = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    if (stream.readUInt16LE(at) === 0xe0 && stream.readUInt16LE(at + 6) !== 0) stream.writeUInt16LE(format, at + 6)
  }
}

it('a message names what the cell holds, not what its format shows of it', async () => {
  const rows = [
    HEADER,
    ['城北区', '一街道', '甲社区', { t: 'n', v: 5000.4, z: '0' }, { t: 'n', v: 0.125, z: '0%' }, 1],
    ['城北区', '一街道', '乙社区', { t: 'n', v: 12_345_678.5, z: '#,##0,"万"' }, 10, { t: 'n', v: 10.6, z: '0' }],
  ] satisfies CellInput[][]
  expect(Object.values(await errorsIn([file('格式.xlsx', rows)]))).toEqual([
    [
      'import.wholeNumberExpected 5000.4',
      'import.numberExpected 12.5%',
      'import.wholeNumberExpected 12345678.5',
      'import.wholeNumberExpected 10.6',
    ],
  ])
})
