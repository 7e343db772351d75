import { describe, expect, it } from 'vitest'
import { gbkBytes, workbookBytes, type CellInput } from '../../support/spreadsheet-files.ts'
import { codesOf, keyOf } from '../../support/desk.ts'
import { base64Of, file, files, openImportDesk, type Delivered, type ImportDeskApp } from '../imports/import-files.ts'

const HEADER = ['区县', '街道', '社区名称', '核定金额（元）', '支出金额（元）', '结余金额（元）']
const CODE = '630105001001'

/** 甲 and 丁 have no code, 乙 has one; 丁 lies in another subdistrict and has a namesake in the first. */
async function plan(): Promise<ImportDeskApp> {
  const desk = await openImportDesk()
  await desk.ask('plan.create', { name: '小市', year: 2025 })
  for (const [code, name, subdistrict] of [
    ['', '甲社区', '一街道'],
    [CODE, '乙社区', '一街道'],
    ['', '丁社区', '一街道'],
    ['', '丁社区', '二街道'],
  ] as const) {
    await desk.ask('communities.add', { code, name, district: '东区', subdistrict })
  }
  return desk
}
const preview = (desk: ImportDeskApp, { fileName, base64 }: Delivered) => desk.ask('ledger.preview', { fileName, base64 })
const amounts = async (desk: ImportDeskApp, year = 2025) =>
  Object.fromEntries(
    (await desk.ask('ledger.list', { year })).rows.map(({ name, subdistrict, allocatedFen, spentFen, carriedFen }) => [
      `${subdistrict}${name}`,
      [allocatedFen, spentFen, carriedFen],
    ]),
  )
const csv = (fileName: string, rows: CellInput[][], bytes = (text: string): Uint8Array => Buffer.from(text)): Delivered => ({
  fileName,
  base64: base64Of(bytes(rows.map((row) => row.map((cell) => cell ?? '').join(',')).join('\n'))),
})

describe('a file of amounts', () => {
  it('is previewed and applied as one step that one undo takes back', async () => {
    const desk = await plan()
    const revision = async () => (await desk.ask('app.status')).plan!.revision
    const before = await revision()
    const read = await preview(
      desk,
      file('台账.xlsx', [
        ['2025年服务群众专项经费使用情况'],
        HEADER,
        ['东区', '一街道', '甲社区', 150_000, 100_000.5, 49_999.5],
        ['东区', '一街道', '乙', 300_000, null, null],
        ['东区', '一街道', '小计', 450_000, 100_000.5, null],
      ]),
    )
    expect(read).toMatchObject({
      file: '台账.xlsx',
      year: 2025,
      errors: 0,
      problems: [],
      unchanged: 0,
      counts: { rows: 2, skipped: 1, changed: 4 },
    })
    expect(read.parts[0]).toMatchObject({ headerRows: [2, 2], rows: 2 })
    expect(read.changed).toEqual([
      { sheet: '表一', row: 3, key: keyOf('甲社区'), name: '甲社区', field: 'allocated', beforeFen: null, afterFen: 15_000_000 },
      { sheet: '表一', row: 3, key: keyOf('甲社区'), name: '甲社区', field: 'spent', beforeFen: null, afterFen: 10_000_050 },
      { sheet: '表一', row: 3, key: keyOf('甲社区'), name: '甲社区', field: 'carried', beforeFen: null, afterFen: 4_999_950 },
      { sheet: '表一', row: 4, key: CODE, name: '乙社区', field: 'allocated', beforeFen: null, afterFen: 30_000_000 },
    ])
    expect(await revision()).toBe(before)
    expect(await desk.ask('ledger.apply', { id: read.id })).toEqual({ changed: 4 })
    expect(await revision()).toBe(before + 1)
    expect(await amounts(desk)).toEqual({
      一街道甲社区: [15_000_000, 10_000_050, 4_999_950],
      一街道乙社区: [30_000_000, null, null],
      一街道丁社区: [null, null, null],
      二街道丁社区: [null, null, null],
    })
    expect((await desk.ask('history.list', {}))[0]).toMatchObject({
      operation: 'ledger.apply',
      summary: '2025年 台账.xlsx：更改4个金额',
      said: { en: '2025, 台账.xlsx: 4 amounts changed' },
    })
    await desk.ask('history.undo')
    expect((await desk.ask('ledger.list')).total).toMatchObject({ allocatedFen: null, spentFen: null, carriedFen: null })
    expect(await codesOf(desk.ask('ledger.apply', { id: read.id }))).toEqual(['import.stale'])
  })

  it('leaves alone what its cells do not say, and changes what they say', async () => {
    const desk = await plan()
    await desk.ask('ledger.update', {
      edits: [
        { key: CODE, field: 'allocated', fen: 100 },
        { key: CODE, field: 'spent', fen: 40 },
        { key: keyOf('甲社区'), field: 'spent', fen: 7 },
      ],
    })
    const read = await preview(
      desk,
      file('表.xlsx', [
        ['社区代码', '社区名称', '支出（元）', '结余（分）'],
        [CODE, '乙社区', 0.4, 60],
        ['', '甲社区', '—', null],
      ]),
    )
    expect(read.changed).toEqual([{ sheet: '表一', row: 2, key: CODE, name: '乙社区', field: 'carried', beforeFen: null, afterFen: 60 }])
    expect(read).toMatchObject({ unchanged: 1, errors: 0 })
    await desk.ask('ledger.apply', { id: read.id })
    expect(await amounts(desk)).toMatchObject({ 一街道乙社区: [100, 40, 60], 一街道甲社区: [null, 7, null] })
  })

  it.each<[string, CellInput[][], number[]]>([
    [
      '万元 in the heading',
      [
        ['街道', '社区', '核定经费（万元）', '支出（万元）', '结余（万元）'],
        ['一街道', '甲社区', 15, 10.00005, '4.99995'],
      ],
      [15_000_000, 10_000_050, 4_999_950],
    ],
    [
      '万元 in a line above the table',
      [['单位：万元'], ['街道', '社区', '2025年拨付资金', '实际支出', '年末结余'], ['一街道', '甲社区', 15, 10, 5]],
      [15_000_000, 10_000_000, 5_000_000],
    ],
    [
      '分 in a line above the table',
      [
        ['', '', '单位：分'],
        ['街道', '社区', '安排经费', '使用金额', '结转结余'],
        ['一街道', '甲社区', 15_000_001, 10_000_000, 5_000_001],
      ],
      [15_000_001, 10_000_000, 5_000_001],
    ],
    [
      'the unit in the cell, in full width and with separators',
      [
        ['街道', '社区', '核定（元）', '支出（元）', '结余（元）'],
        ['一街道', '甲社区', '１５万元', '100,000.00', '￥50,000'],
      ],
      [15_000_000, 10_000_000, 5_000_000],
    ],
    [
      'two header rows under the name of the table',
      [
        ['街道', '社区', '经费使用情况（元）', '', ''],
        ['', '', '核定', '支出', '结余'],
        ['一街道', '甲社区', 150_000, 100_000, 50_000],
      ],
      [15_000_000, 10_000_000, 5_000_000],
    ],
    [
      'English headings',
      [
        ['Subdistrict', 'Community', 'Allocated (yuan)', 'Spent (yuan)', 'Carried over (yuan)'],
        ['一街道', '甲社区', 150_000, 100_000, 50_000],
      ],
      [15_000_000, 10_000_000, 5_000_000],
    ],
  ])('states its unit by %s', async (_, rows, expected) => {
    const desk = await plan()
    const { id, problems } = await preview(desk, file('表.xlsx', rows))
    expect(problems.filter(({ level }) => level === 'error')).toEqual([])
    await desk.ask('ledger.apply', { id })
    expect((await amounts(desk))['一街道甲社区']).toEqual(expected)
  })

  it('may be of any kind that can be imported: .xls, and text in UTF-8 and GBK', async () => {
    const rows = [HEADER, ['东区', '一街道', '甲社区', 150_000, 100_000, 50_000]]
    const desk = await plan()
    for (const delivered of [
      { fileName: '表.xls', base64: base64Of(workbookBytes([{ name: '表', rows }], 'biff8')) },
      csv('表.csv', rows),
      csv('表.csv', rows, gbkBytes),
    ]) {
      expect((await preview(desk, delivered)).counts).toMatchObject({ rows: 1, changed: 3 })
    }
  })

  it('may have a sheet for each subdistrict', async () => {
    const desk = await plan()
    const read = await preview(
      desk,
      files('全区.xlsx', {
        一: [HEADER, ['东区', '一街道', '丁社区', 10_000, null, null]],
        二: [HEADER, ['东区', '二街道', '丁社区', 20_000, null, null]],
        说明: [['填表说明']],
      }),
    )
    expect([read.parts.map(({ sheet }) => sheet), read.changed.map(({ sheet, row, afterFen }) => [sheet, row, afterFen])]).toEqual([
      ['一', '二'],
      [
        ['一', 2, 1_000_000],
        ['二', 2, 2_000_000],
      ],
    ])
  })

  it('can be for a year that is not the one that is open', async () => {
    const desk = await openImportDesk()
    const read = await desk.ask('ledger.preview', {
      ...file('表.xlsx', [
        ['社区名称', '支出（元）'],
        ['祁连路西社区', 12_345.67],
      ]),
      year: 2026,
    })
    expect(read).toMatchObject({ year: 2026, errors: 0, counts: { changed: 1 } })
    await desk.ask('ledger.apply', { id: read.id })
    expect(await amounts(desk, 2026)).toMatchObject({ 朝阳街道祁连路西社区: [null, 1_234_567, null] })
    expect(await codesOf(desk.ask('ledger.preview', { ...file('表.xlsx', [HEADER]), year: 1999 }))).toEqual(['plan.yearUnknown'])
  })
})

describe('what is wrong in a file of amounts', () => {
  const wrong = async (rows: CellInput[][]) => {
    const desk = await plan()
    const read = await preview(desk, file('表.xlsx', rows))
    return {
      desk,
      read,
      told: read.problems
        .filter(({ level }) => level === 'error')
        .map(({ code, place }) => `${code} ${place.column ?? ''}${place.row ?? ''} ${place.community ?? ''}`.trim()),
    }
  }
  it.each<[string, CellInput[][], string[]]>([
    ['a text', [HEADER, ['东区', '一街道', '甲社区', '很多', 1000, null]], ['import.numberExpected D2 甲社区']],
    [
      'a negative amount',
      [HEADER, ['东区', '一街道', '甲社区', null, -5000, -1]],
      ['import.outOfRange E2 甲社区', 'import.outOfRange F2 甲社区'],
    ],
    ['less than a fen', [HEADER, ['东区', '一街道', '甲社区', 1000.001, null, null]], ['import.amountExpected D2 甲社区']],
    ['more than can be kept exactly', [HEADER, ['东区', '一街道', '甲社区', 1e15, null, null]], ['import.amountExpected D2 甲社区']],
    [
      'a community that the year does not have',
      [HEADER, ['东区', '一街道', '新社区', 1000, null, null], ['东区', '三街道', '甲社区', 1000, null, null]],
      ['import.communityUnknown C2 新社区', 'import.communityUnknown C3 甲社区'],
    ],
    [
      'a name that several have',
      [
        ['社区名称', '支出（元）'],
        ['丁社区', 5000],
      ],
      ['import.nameNotUnique A2 丁社区'],
    ],
    [
      'the same community twice',
      [HEADER, ['东区', '一街道', '甲社区', 1000, null, null], ['东区', '一街道', '甲社区居委会', 1000, null, null]],
      ['import.communityTwice C3 甲社区居委会'],
    ],
    [
      'the same community by code and by name',
      [
        ['社区代码', '街道', '社区名称', '支出（元）'],
        [CODE, '一街道', '乙社区', 1000],
        [null, '一街道', '乙社区', 1000],
      ],
      ['import.communityTwice C3 乙社区'],
    ],
    [
      'a failed formula',
      [HEADER, ['东区', '一街道', '甲社区', { t: 'e', v: 0x07, w: '#DIV/0!' }, null, null]],
      ['import.formulaError D2 甲社区'],
    ],
    [
      'amounts without a unit that look like 万元',
      [
        ['街道', '社区名称', '核定'],
        ['一街道', '甲社区', 15],
        ['一街道', '乙社区', 30],
      ],
      ['import.amountUnit C2 甲社区'],
    ],
    [
      'the amounts of another year',
      [
        ['街道', '社区名称', '2024年支出（元）'],
        ['一街道', '甲社区', 5000],
      ],
      ['import.yearDiffers C'],
    ],
    [
      'no amounts at all',
      [
        ['街道', '社区名称', '常住人口'],
        ['一街道', '甲社区', 5000],
      ],
      ['import.columnMissing'],
    ],
    [
      'two columns for one amount',
      [
        ['街道', '社区名称', '支出（元）', '实际支出（元）'],
        ['一街道', '甲社区', 5000, 6000],
      ],
      ['import.columnTwice D1'],
    ],
    [
      'a column that is no amount of money',
      [
        ['街道', '社区名称', '支出（户）'],
        ['一街道', '甲社区', 5000],
      ],
      ['import.unitUnfit C1'],
    ],
  ])('%s is refused by row and column, and with it the whole file', async (_, rows, expected) => {
    const { desk, read, told } = await wrong(rows)
    expect(told).toEqual(expected)
    expect(read.errors).toBe(expected.length)
    expect(await codesOf(desk.ask('ledger.apply', { id: read.id }))).toEqual(['import.refused'])
    expect((await desk.ask('ledger.list')).total).toMatchObject({ allocatedFen: null, spentFen: null, carriedFen: null })
  })

  it('two sheets that contradict each other', async () => {
    const desk = await plan()
    const { problems } = await preview(
      desk,
      files('表.xlsx', {
        上: [HEADER, ['东区', '一街道', '甲社区', 1000, 500, null]],
        下: [HEADER, ['东区', '一街道', '甲社区', 1000, 600, null]],
      }),
    )
    expect(problems).toMatchObject([
      {
        code: 'import.conflict',
        level: 'error',
        place: { sheet: '上', row: 2, column: 'E' },
        params: { heading: '支出金额', value: 500, file: '下', otherValue: 600 },
      },
    ])
  })

  it('what does not add up is said and taken all the same', async () => {
    const { desk, read } = await wrong([HEADER, ['东区', '一街道', '甲社区', 1000, 600, 300]])
    expect(read.problems).toMatchObject([
      { code: 'plan.ledgerDiffers', level: 'warning', params: { byFen: 10_000 }, place: { community: '甲社区' } },
    ])
    expect(await desk.ask('ledger.apply', { id: read.id })).toEqual({ changed: 3 })
  })

  it('columns of other years and other things are named and left out', async () => {
    const { read } = await wrong([
      ['街道', '社区名称', '上年结余（元）', '支出（元）', '备注', '2023年核定经费', '2024年核定经费'],
      ['一街道', '甲社区', 7, 5000, 'x', '不详', 3000],
    ])
    expect(read.problems.map(({ code, place }) => [code, place.column]).sort()).toEqual([
      ['import.columnUnknown', 'C'],
      ['import.columnUnknown', 'F'],
      ['import.columnUnknown', 'G'],
    ])
    expect(read.changed.map(({ field }) => field)).toEqual(['spent'])
  })

  it('a column is assigned by hand', async () => {
    const desk = await plan()
    const delivered = file('表.xlsx', [
      ['街道', '社区名称', '花掉的（元）'],
      ['一街道', '甲社区', 5000],
    ])
    expect((await preview(desk, delivered)).errors).toBe(1)
    const { id, errors } = await desk.ask('ledger.preview', { ...delivered, mappings: [{ sheet: '表一', fields: { C: 'spent' } }] })
    expect(errors).toBe(0)
    await desk.ask('ledger.apply', { id })
    expect((await amounts(desk))['一街道甲社区']).toEqual([null, 500_000, null])
  })

  it.each<[string, Delivered, string]>([
    ['a picture', { fileName: '照片.xlsx', base64: base64Of(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')) }, 'file.notSpreadsheet'],
    ['an empty file', { fileName: '空.xlsx', base64: '' }, 'file.empty'],
  ])('%s is no file of amounts', async (_, delivered, code) => {
    const desk = await plan()
    expect(await codesOf(preview(desk, delivered))).toEqual([code])
  })

  it('a preview that is no longer of the present plan, and one of somebody else', async () => {
    const desk = await plan()
    const { id } = await preview(desk, file('表.xlsx', [HEADER, ['东区', '一街道', '甲社区', 1000, null, null]]))
    await desk.ask('ledger.update', { edits: [{ key: CODE, field: 'spent', fen: 1 }] })
    expect(await codesOf(desk.ask('ledger.apply', { id }))).toEqual(['import.stale'])
    expect(await codesOf(desk.ask('ledger.apply', { id: 'x' }))).toEqual(['import.stale'])
  })

  it('is cancelled and leaves nothing behind', async () => {
    const desk = await plan()
    const { id } = await preview(desk, file('表.xlsx', [HEADER, ['东区', '一街道', '甲社区', 1000, null, null]]))
    const controller = new AbortController()
    expect(await codesOf(desk.ask('ledger.apply', { id }, { signal: controller.signal, progress: () => controller.abort() }))).toEqual([
      'task.cancelled',
    ])
    expect((await desk.ask('ledger.list')).total.allocatedFen).toBeNull()
  })
})
