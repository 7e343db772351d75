import { describe, expect, test } from 'vitest'
import type { ImportMapping } from '../../../src-main/model/import.ts'
import { readSpreadsheet } from '../../../src-main/documents/import/read-spreadsheet.ts'
import { recognise } from '../../../src-main/documents/import/recognise.ts'
import { importDictionary } from '../../support/import-dictionary.ts'
import { brief, fieldsOf, oneSheet, workbookBytes, type CellInput, type SheetInput } from '../../support/spreadsheet-files.ts'

const recognised = async (rows: CellInput[][], more: Partial<SheetInput> = {}, mapping?: ImportMapping) =>
  recognise(await readSpreadsheet(oneSheet(rows, more), '交表.xlsx'), importDictionary, mapping)
/** The field of one heading beside a name and a subdistrict. */
const column = async (heading: string) =>
  (
    await recognised([
      ['社区名称', '街道', heading],
      ['甲社区', '朝阳街道', '1'],
    ])
  ).columns[2]!
const header = ['社区名称', '街道', '常住人口']

describe('one heading', () => {
  test.each<[string, string | null]>([
    ['社区', 'name'],
    ['社区名称', 'name'],
    ['社区(村)名称', 'name'],
    ['村（社区）', 'name'],
    ['居委会名称', 'name'],
    ['Community name', 'name'],
    ['社区代码', 'code'],
    ['统计用区划代码', 'code'],
    ['行政区划代码', 'code'],
    ['社区编码', 'code'],
    ['区县', 'district'],
    ['所属区', 'district'],
    ['区（县）', 'district'],
    ['区/县', 'district'],
    ['县（市、区）', 'district'],
    ['District', 'district'],
    ['街道', 'subdistrict'],
    ['街道/镇', 'subdistrict'],
    ['街道（镇）', 'subdistrict'],
    ['乡镇街道', 'subdistrict'],
    ['所属街道', 'subdistrict'],
    ['乡（镇、街道）', 'subdistrict'],
    ['街道办事处', 'subdistrict'],
    ['上年经费', 'previousAmount'],
    ['2022年服务群众专项经费(万元)', 'previousAmount'],
    ['上年度专项经费（元）', 'previousAmount'],
    ['previous amount', 'previousAmount'],
    ['上年类别', 'previousClass'],
    ['2022年社区类别', 'previousClass'],
    ['常住人口', 'residents'],
    ['常住人口数', 'residents'],
    ['常住人口总数（人）', 'residents'],
    ['2022年末常住人口', 'residents'],
    ['＊常住　人口', 'residents'],
    ['1.常住人口', 'residents'],
    ['常住\n人口', 'residents'],
    ['Resident population', 'residents'],
    ['RESIDENTS', 'residents'],
    ['辖区常住人口', 'residents'],
    ['户籍人口', 'registered'],
    ['户数', 'households'],
    ['社区工作者人数', 'staff'],
    ['楼院总数', 'courtyards'],
    ['楼院（个）', 'courtyards'],
    ['其中：老旧楼院', 'oldCourtyards'],
    ['上年结余', 'carryOver'],
    ['有无物业（是/否）', 'hasProperty'],
    // What merely contains a known word means something else.
    ['常住人口增长', null],
    ['上年常住人口', null],
    ['常住人口（不含流动人口）', null],
    ['老年人口（80岁以上）', null],
    ['老旧楼院改造数', null],
    ['2023年拟安排经费', null],
    ['社区总数', null],
    ['户籍人数', null],
    ['备注', null],
  ])('%s is %s', async (heading, field) => {
    // The name is asked for beside another name column only when it is not the heading under test.
    const { columns } = await recognised([
      [heading, '常住人口', '户籍人口', '老旧楼院', 'x'].filter((each, place) => place === 0 || each !== heading),
      ['甲', 1, 2, 3, 4],
    ])
    expect(columns[0]?.field ?? null).toBe(field)
  })

  test.each<[string, string | null, number]>([
    ['常住人口（万人）', 'residents', 10_000],
    ['常住人口/万人', 'residents', 10_000],
    ['常住人口 单位：千人', 'residents', 1000],
    ['常住人口［人］', 'residents', 1],
    ['常住人口（万）', 'residents', 10_000],
    ['上年经费（万元）', 'previousAmount', 10_000],
    ['上年结余（亿元）', 'carryOver', 1e8],
    ['辖区面积（公顷）', 'area', 0.01],
    ['辖区面积（亩）', 'area', 1 / 1500],
    ['辖区面积（km²）', 'area', 1],
    ['辖区面积（平方米）', 'area', 1e-6],
    ['辖区面积（万平方米）', 'area', 0.01],
    ['流动人口占比（%）', 'floatingShare', 0.01],
    ['流动人口占比％', 'floatingShare', 0.01],
    ['流动人口占比', 'floatingShare', 1],
    ['楼院（处）', 'courtyards', 1],
  ])('%s is %s times %d', async (heading, field, factor) => {
    const found = await column(heading)
    expect([found.field, found.factor]).toEqual([field, Number(factor.toPrecision(15))])
  })

  test.each(['常住人口（户）', '常住户数（人）', '老旧楼院（%）', '辖区面积（米）', '上年经费（人）', '流动人口占比（人）'])(
    '%s has a unit that does not fit',
    async (heading) => {
      const { problems } = await recognised([
        ['社区名称', '街道', heading],
        ['甲社区', '朝阳街道', 1],
      ])
      expect(brief(problems.filter(({ level }) => level === 'error'))).toEqual([`import.unitUnfit C1 ${heading}`])
    },
  )
})

describe('header rows', () => {
  const titled: CellInput[][] = [
    ['××区2023年社区基本情况表'],
    ['填报单位：朝阳街道办事处', null, null, null, '单位：人、万元'],
    [],
    ['序号', '社区', '街道', '人口', null, '楼院', null, '上年经费'],
    [null, null, null, '常住人口', '户籍人口', '合计', '其中：老旧', null],
    [1, '甲社区', '朝阳街道', 1, 2, 3, 4, 20],
  ]
  const joined = ['A1:H1', 'A4:A5', 'B4:B5', 'C4:C5', 'D4:E4', 'F4:G4', 'H4:H5']
  const meaning = {
    A: null,
    B: 'name',
    C: 'subdistrict',
    D: 'residents',
    E: 'registered',
    F: 'courtyards',
    G: 'oldCourtyards',
    H: 'previousAmount',
  }

  test('below title and unit line, joined over two rows', async () => {
    const { headerRows, columns, problems } = await recognised(titled, { merges: joined })
    expect(headerRows).toEqual([4, 5])
    expect(fieldsOf(columns)).toEqual(meaning)
    expect(columns.map(({ heading }) => heading)).toEqual([
      '序号',
      '社区',
      '街道',
      '人口 / 常住人口',
      '人口 / 户籍人口',
      '楼院 / 合计',
      '楼院 / 其中:老旧',
      '上年经费',
    ])
    expect(columns[7]).toMatchObject({ factor: 10_000, unitStated: true })
    expect(problems).toEqual([])
  })

  test('the same where nobody joined the cells', async () => {
    const { headerRows, columns } = await recognised(titled)
    expect(headerRows).toEqual([4, 5])
    expect(fieldsOf(columns)).toEqual(meaning)
  })

  test('three rows, the last one with nothing but units', async () => {
    const { headerRows, columns } = await recognised(
      [
        ['社区名称', '街道', '人口', null, '上年经费'],
        [null, null, '常住人口', '户籍人口', null],
        [null, null, '万人', '人', '万元'],
        ['甲社区', '朝阳街道', 1, 2, 20],
      ],
      { merges: ['A1:A3', 'B1:B3', 'C1:D1', 'E1:E2'] },
    )
    expect(headerRows).toEqual([1, 3])
    expect(columns.map(({ field, factor }) => [field, factor])).toEqual([
      ['name', 1],
      ['subdistrict', 1],
      ['residents', 10_000],
      ['registered', 1],
      ['previousAmount', 10_000],
    ])
  })

  test('a group joined beside headings that go on below it', async () => {
    const { headerRows } = await recognised(
      [
        ['社区名称', '街道', '常住人口', '其他情况', null],
        [null, null, null, '甲类事项', '乙类事项'],
        ['甲社区', '朝阳街道', 1, 2, 3],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'] },
    )
    expect(headerRows).toEqual([1, 2])
  })

  test('a district joined over many rows below the header does not stretch it', async () => {
    const { headerRows } = await recognised(
      [
        ['区县', ...header],
        ['城北区', '甲社区', '朝阳街道', 1],
        [null, '乙社区', '朝阳街道', 1],
      ],
      { merges: ['A2:A3'] },
    )
    expect(headerRows).toEqual([1, 1])
  })

  test('a group above gives 户数 its meaning, and takes it away', async () => {
    const { columns } = await recognised(
      [
        ['社区', null, '常住', '流动人口', '上年', '上年'],
        ['名称', '代码', '户数', '户数', '常住人口', '经费'],
        ['甲社区', '630105001001', 1, 2, 3, 400_000],
      ],
      { merges: ['A1:B1'] },
    )
    expect(columns.map(({ field }) => field)).toEqual(['name', 'code', 'households', null, null, 'previousAmount'])
  })
})

describe('which sheet', () => {
  const sheets: SheetInput[] = [
    { name: '说明', rows: [['填表说明'], ['社区名称填全称']] },
    {
      name: '草稿',
      rows: [
        [...header, '户籍人口', '楼院'],
        ['旧社区', '朝阳街道', 1, 2, 3],
      ],
      hidden: true,
    },
    { name: '数据', rows: [header, ['甲社区', '朝阳街道', 1]] },
    { name: '数据二', rows: [header, ['乙社区', '朝阳街道', 1]] },
  ]
  test('the first visible one with the most known headings; others with communities are named', async () => {
    const { sheet, problems } = recognise(await readSpreadsheet(workbookBytes(sheets), 'a.xlsx'), importDictionary)
    expect(sheet).toBe('数据')
    expect(problems).toMatchObject([{ code: 'import.sheetsNotRead', level: 'warning', params: { sheets: '草稿、数据二', read: '数据' } }])
  })

  test('the one that is chosen', async () => {
    const book = await readSpreadsheet(workbookBytes(sheets), 'a.xlsx')
    expect(recognise(book, importDictionary, { sheet: '草稿' }).sheet).toBe('草稿')
    expect(brief(recognise(book, importDictionary, { sheet: '没有' }).problems.filter(({ level }) => level === 'error'))).toEqual([
      'import.mappingWrong',
    ])
  })

  test('chosen rows and fields go before what was recognised', async () => {
    const { columns, headerRows, problems } = await recognised(
      [['社区名称', '街道', '甲', '乙（万人）', '常住人口']],
      {},
      { headerRows: [1, 1], fields: { C: 'registered', D: 'residents', E: null } },
    )
    expect(headerRows).toEqual([1, 1])
    expect(columns.map(({ field, factor, how }) => [field, factor, how]).slice(2)).toEqual([
      ['registered', 1, 'chosen'],
      ['residents', 10_000, 'chosen'],
      [null, 1, 'chosen'],
    ])
    expect(brief(problems), 'the other one names a larger unit').toEqual(['import.unitUnsaid C1 甲'])
    const wrong = await recognised([['社区名称', '街道', '常住人口']], {}, { fields: { C: 'nothing' } })
    expect(brief(wrong.problems.filter(({ level }) => level === 'error'))).toEqual(['import.mappingWrong C'])
  })
})

describe('wrong and missing headings', () => {
  const errors = async (rows: CellInput[][]) => (await recognised(rows)).problems.filter(({ level }) => level === 'error')

  test('no header at all says what was looked for', async () => {
    expect(await errors([['本月工作总结'], ['一切正常'], [1, 2, 3]])).toMatchObject([
      { code: 'import.noHeader', params: { lookedFor: expect.stringContaining('社区名称') }, place: { file: '交表.xlsx', sheet: '表一' } },
    ])
  })
  test('no column of names', async () => {
    expect(
      await errors([
        ['街道', '常住人口', '楼院'],
        ['朝阳街道', 1, 2],
      ]),
    ).toMatchObject([{ code: 'import.noNameColumn', params: { lookedFor: expect.stringContaining('社区名称') } }])
  })
  test('neither code nor subdistrict; a place in the title is not taken for it', async () => {
    expect(await errors([['城北区朝阳街道社区情况表'], ['社区名称', '区县', '常住人口'], ['甲社区', '城北区', 1]])).toMatchObject([
      { code: 'import.noPlaceColumn', params: { lookedFor: expect.stringContaining('社区代码') } },
    ])
  })
  test('the same field twice names both columns', async () => {
    expect(
      await errors([
        [...header, '2022年常住人口（人）'],
        ['甲社区', '朝阳街道', 1, 2],
      ]),
    ).toMatchObject([{ code: 'import.columnTwice', params: { otherColumn: 'C' }, place: { column: 'D', row: 1, indicator: 'residents' } }])
  })
  test('unknown, computed and missing columns are warnings', async () => {
    const { problems, columns } = await recognised([
      ['序号', '社区名称', '街道', '网格长', '人口密度', '备注'],
      [1, '甲社区', '朝阳街道', '某', 1, ''],
    ])
    expect(problems.map(({ code, level, place }) => [code, level, place.column ?? place.indicator])).toEqual([
      ['import.columnUnknown', 'warning', 'D'],
      ['import.columnDerived', 'warning', 'E'],
      ['import.columnMissing', 'warning', 'residents'],
    ])
    expect(fieldsOf(columns)).toMatchObject({ D: null, E: null })
  })
  test('hidden columns are read and mentioned', async () => {
    const { problems } = await recognised([header, ['甲社区', '朝阳街道', 1]], { hiddenColumns: [3] })
    expect(problems).toMatchObject([{ code: 'import.hiddenRead', level: 'warning', params: { rows: 0, columns: 'C' } }])
  })
})
