import { describe, expect, test } from 'vitest'
import { brief, imported, oneSheet, workbookBytes, type CellInput, type SheetInput } from '../../support/spreadsheet-files.ts'

const read = async (rows: CellInput[][], more: Partial<SheetInput> = {}) => imported(oneSheet(rows, more))
const HEADER = ['区县', '街道', '社区名称', '常住人口', '楼院']
const places = (rows: { row: number; name: string; district: string; subdistrict: string }[]) =>
  rows.map(({ row, name, district, subdistrict }) => [row, district, subdistrict, name])

describe('rows that are no communities are left out and listed', () => {
  test('totals however they are written, blank rows, notes, signatures and dates', async () => {
    const { rows, skipped, problems } = await read([
      HEADER,
      ['城北区', '朝阳街道', '甲社区', 1, 2],
      ['', '', '小 计', 1, 2],
      ['城北区', '马坊街道', '乙社区', 3, 4],
      ['城北区', '马坊街道小计', '', 3, 4],
      ['城北区合计', null, '2个社区', 4, 6],
      [],
      ['总　计', null, null, 4, 6],
      ['合计：', null, null, 4, 6],
      ['注：1.常住人口以年末为准。'],
      ['填表人：某某', null, '审核人：', null, '填报日期：'],
      ['2023年12月31日'],
    ])
    expect(problems).toEqual([])
    expect(rows.map(({ name }) => name)).toEqual(['甲社区', '乙社区'])
    expect(skipped.map(({ row, text }) => [row, text])).toEqual([
      [3, '小 计'],
      [5, '马坊街道小计'],
      [6, '城北区合计'],
      [8, '总　计'],
      [9, '合计：'],
      [10, '注：1.常住人口以年末为准。'],
      [11, '填表人：某某'],
      [12, '2023年12月31日'],
    ])
  })

  test('a row of column numbers, a repeated header and a title joined over the table', async () => {
    const { rows, skipped } = await read(
      [
        HEADER,
        ['甲', '乙', '丙', 1, 2],
        ['城北区', '朝阳街道', '甲社区', 1, 2],
        ['城北区社区情况（续表）'],
        HEADER,
        ['城北区', '朝阳街道', '乙社区', 3, 4],
      ],
      { merges: ['A4:E4'] },
    )
    expect(rows.map(({ row, name }) => [row, name])).toEqual([
      [3, '甲社区'],
      [6, '乙社区'],
    ])
    expect(skipped.map(({ row }) => row)).toEqual([2, 4, 5])
  })

  test('rows that hold only a serial number are listed', async () => {
    const { rows, skipped } = await read([['序号', ...HEADER], [1, '城北区', '朝阳街道', '甲社区', 1, 2], [2], [3]])
    expect(rows).toHaveLength(1)
    expect(skipped).toEqual([
      { row: 3, text: '2' },
      { row: 4, text: '3' },
    ])
  })

  test('a community whose name only looks like a total or a note is read', async () => {
    const { rows, skipped } = await read([
      HEADER,
      ['城北区', '朝阳街道', '合计路社区', 1, 2],
      ['城北区', '朝阳街道', '注水井社区', 1, 2],
      ['城北区', '朝阳街道', '填海社区', 1, 2],
    ])
    expect([rows.map(({ name }) => name), skipped]).toEqual([['合计路社区', '注水井社区', '填海社区'], []])
    const remarked = await read([
      ['街道', '社区名称', '口径', '楼院'],
      ['朝阳街道', '甲社区', '两处合计', 2],
    ])
    expect([remarked.rows.map(({ name }) => name), remarked.skipped]).toEqual([['甲社区'], []])
  })

  test('a header and nothing below it', async () => {
    expect(brief((await read([HEADER, ['合计', null, null, 1, 2]])).problems)).toEqual(['import.noRows'])
  })
})

describe('places', () => {
  test('joined cells hold for all their rows', async () => {
    const { rows, problems } = await read(
      [
        HEADER,
        ['城北区', '朝阳街道', '甲社区', 1, 2],
        [null, null, '乙社区', 1, 2],
        [null, '马坊街道', '丙社区', 1, 2],
        ['城中区', '总寨镇', '丁社区', 1, 2],
      ],
      { merges: ['A2:A4', 'B2:B3'] },
    )
    expect(problems).toEqual([])
    expect(places(rows)).toEqual([
      [2, '城北区', '朝阳街道', '甲社区'],
      [3, '城北区', '朝阳街道', '乙社区'],
      [4, '城北区', '马坊街道', '丙社区'],
      [5, '城中区', '总寨镇', '丁社区'],
    ])
  })

  test('written in blocks: only the first row names them; a subtotal ends the subdistrict', async () => {
    const { rows, problems } = await read([
      HEADER,
      ['城北区', '朝阳街道', '甲社区', 1, 2],
      [null, null, '乙社区', 1, 2],
      [null, '小计', null, 2, 4],
      [null, '马坊街道', '丙社区', 1, 2],
      [null, null, '丁社区', 1, 2],
      ['城中区', '总寨镇', '戊社区', 1, 2],
    ])
    expect(problems).toEqual([])
    expect(places(rows)).toEqual([
      [2, '城北区', '朝阳街道', '甲社区'],
      [3, '城北区', '朝阳街道', '乙社区'],
      [5, '城北区', '马坊街道', '丙社区'],
      [6, '城北区', '马坊街道', '丁社区'],
      [7, '城中区', '总寨镇', '戊社区'],
    ])
  })

  test.each<[string, CellInput[][], string]>([
    [
      'every row names its place, one does not: forgotten',
      [
        ['城北区', '朝阳街道', '甲社区', 1, 2],
        ['城北区', '朝阳街道', '乙社区', 1, 2],
        ['城北区', '', '丙社区', 1, 2],
      ],
      'import.placeMissing B4',
    ],
    [
      'a new district does not keep the old subdistrict',
      [
        ['城北区', '朝阳街道', '甲社区', 1, 2],
        ['城中区', null, '乙社区', 1, 2],
      ],
      'import.placeMissing B3',
    ],
    [
      'nothing is carried on below a subtotal',
      [
        ['城北区', '朝阳街道', '甲社区', 1, 2],
        [null, '小计', null, 1, 2],
        [null, null, '乙社区', 1, 2],
      ],
      'import.placeMissing B4',
    ],
  ])('%s', async (_, rows, expected) => {
    expect(brief((await read([HEADER, ...rows])).problems)).toEqual([expected])
  })

  test('with a code no place is needed, with neither it is', async () => {
    const { rows, problems } = await read([
      ['社区代码', '街道', '社区名称'],
      ['630105001001', '', '甲社区'],
      ['', '', '乙社区'],
      ['', '朝阳街道', '丙社区'],
    ])
    expect(rows.map(({ key }) => key)).toEqual(['630105001001', '//乙社区', '/朝阳街道/丙社区'])
    expect(brief(problems)).toEqual(['import.placeMissing B3'])
  })

  test('figures without a name', async () => {
    const { rows, problems } = await read([
      HEADER,
      ['城北区', '朝阳街道', '', 1, 2],
      ['城北区', '朝阳街道', 12, 1, 2],
      ['城北区', '朝阳街道', '甲社区', 1, 2],
    ])
    expect(rows.map(({ name }) => name)).toEqual(['甲社区'])
    expect(brief(problems)).toEqual(['import.nameMissing C2', 'import.nameMissing C3 12'])
  })

  test('blanks inside a name are set aside, the rest stays as it is written', async () => {
    const { rows } = await read([
      HEADER,
      ['城 北 区', '朝阳 街道', ' 祁连路 西\n社区 ', 1, 2],
      ['城北区', '朝阳街道', '国际村 A 区（Block 2）', 1, 2],
    ])
    expect(places(rows)).toEqual([
      [2, '城北区', '朝阳街道', '祁连路西社区'],
      [3, '城北区', '朝阳街道', '国际村A区（Block 2）'],
    ])
  })
})

describe('the same community twice names both rows', () => {
  test.each<[string, CellInput[], CellInput[], boolean]>([
    ['the same code', ['630105001001', '朝阳街道', '甲社区'], ['６３０１０５００１００１', '马坊街道', '乙社区'], true],
    ['the same name', ['', '朝阳街道', '甲社区'], ['', '朝阳街道', '甲社区'], true],
    ['the same name with another ending', ['', '朝阳街道', '祁连路西社区'], ['', '朝阳街道', '祁连路西社区居民委员会'], true],
    ['the same name without its ending', ['', '朝阳街道', '祁连路西社区居委会'], ['', '朝阳街道', '祁连路西'], true],
    ['the same name in full width', ['', '朝阳街道', 'A1社区'], ['', '朝阳街道', 'Ａ１ 社区'], true],
    ['one with code and one without', ['630105001001', '朝阳街道', '甲社区'], ['', '朝阳街道', '甲社区'], true],
    ['not in another subdistrict', ['', '朝阳街道', '甲社区'], ['', '马坊街道', '甲社区'], false],
    ['not with codes where the place is not known', ['630105001001', '', '甲社区'], ['630105002001', '', '甲社区'], false],
  ])('%s', async (_, one, other, twice) => {
    const { problems } = await read([['社区代码', '街道', '社区名称'], ['630105009001', '', '另一社区'], one, other])
    if (!twice) expect(problems).toEqual([])
    else
      expect(problems).toMatchObject([
        { code: 'import.communityTwice', level: 'error', params: { otherRow: 3 }, place: { row: 4, column: 'C' } },
      ])
  })
})

describe('made-up data', () => {
  const table: CellInput[][] = [HEADER, ['城北区', '朝阳街道', '甲社区', 1, 2]]
  test.each<[string, SheetInput[], boolean]>([
    ['said in the title', [{ name: 'a', rows: [['示例市社区基本情况表（示例数据）'], ...table] }], true],
    ['said in a note', [{ name: 'a', rows: [...table, ['注：全部为合成数据']] }], true],
    [
      'said on another sheet',
      [
        { name: 'a', rows: table },
        { name: '说明', rows: [['本表为合成数据']] },
      ],
      true,
    ],
    ['said by the name of the sheet', [{ name: '示例数据', rows: table }], true],
    [
      'not said',
      [
        { name: 'a', rows: table },
        { name: '说明', rows: [['填报说明']] },
      ],
      false,
    ],
    ['not said by a community of that name', [{ name: 'a', rows: [...table, ['城北区', '朝阳街道', '示例数据社区', 1, 2]] }], false],
  ])('%s', async (_, sheets, synthetic) => {
    expect((await imported(workbookBytes(sheets))).synthetic).toBe(synthetic)
  })
})

test('problems without end are counted, and no error is lost behind warnings', async () => {
  const count = 6000
  const rows = Array.from({ length: count }, (_, row) => [
    '城北区',
    '朝阳街道',
    `${row}号社区`,
    row < count - 1 ? null : 'x',
    row % 2 === 0 ? '多' : 3,
  ])
  const { problems, rows: read_ } = await imported(oneSheet([HEADER, ...rows]))
  expect(read_).toHaveLength(count)
  expect(problems.filter(({ level }) => level === 'error')).toHaveLength(count / 2 + 1)
  expect(problems.at(-1)).toMatchObject({ code: 'import.moreProblems', params: { count: count - 1 - 5000 } })
  expect(problems).toHaveLength(count / 2 + 1 + 5000 + 1)
})
