import { describe, expect, test } from 'vitest'
import { brief, imported, oneSheet, type CellInput } from '../../support/spreadsheet-files.ts'

const LABELS: Record<string, string> = {
  residents: '常住人口（人）',
  residentsInWan: '常住人口（万人）',
  area: '辖区面积（平方公里）',
  areaInMu: '辖区面积（亩）',
  share: '流动人口占比',
  shareInPercent: '流动人口占比（%）',
  carryOver: '上年结余（元）',
  flag: '有无物业',
  location: '区位',
  amount: '上年经费（元）',
  amountInWan: '上年经费（万元）',
  amountBare: '上年经费',
  class: '上年类别',
  code: '社区代码',
}

/** One community with one cell under a heading. */
async function cell(column: string, value: CellInput) {
  const { rows, problems } = await imported(
    oneSheet([
      ['社区名称', '街道', LABELS[column]!],
      ['甲社区', '朝阳街道', value],
    ]),
  )
  const [row] = rows
  const figures = Object.values(row?.values ?? {})
  const read = column.startsWith('amount')
    ? row?.previousFen
    : column === 'class'
      ? row?.previousClass
      : column === 'code'
        ? row?.code
        : figures[0]
  return { read, problems, wrong: brief(problems.filter(({ level }) => level === 'error')) }
}
const number = (v: number, z: string): CellInput => ({ t: 'n', v, z })
const formula = (f: string, v?: number): CellInput => (v === undefined ? { t: 'n', f } : { t: 'n', f, v })

describe('what a cell means', () => {
  test.each<[string, CellInput, unknown]>([
    ['residents', 1234, 1234],
    ['residents', '1,234', 1234],
    ['residents', '1，234', 1234],
    ['residents', '１７０００', 17000],
    ['residents', ' 17 000 ', 17000],
    ['residents', '17000人', 17000],
    ['residents', '1.7万', 17000],
    ['residents', '１．７万人', 17000],
    ['residents', '1.7e4', 17000],
    ['residents', '0', 0],
    ['residents', 0, 0],
    ['residents', '+5', 5],
    ['residents', formula('B9*2', 8), 8],
    ['residents', 2.9999999999999996, 3],
    ['residents', number(17000, '0!.0,"万"'), 17000],
    ['residents', '12,345,678', 12345678],
    ['residentsInWan', 1.7, 17000],
    ['residentsInWan', '1.1355', 11355],
    ['residentsInWan', '17000人', 17000],
    ['residentsInWan', '1.7万人', 17000],
    ['area', 3.25, 3.25],
    ['area', '325公顷', 3.25],
    ['area', '3.25 km²', 3.25],
    ['areaInMu', 1500, 1],
    ['areaInMu', '2平方公里', 2],
    ['share', 0.35, 0.35],
    ['share', '35%', 0.35],
    ['share', '３５％', 0.35],
    ['share', number(0.35, '0%'), 0.35],
    ['share', 1, 1],
    ['share', 0, 0],
    ['share', '3.5‰', 0.0035],
    ['shareInPercent', 35, 0.35],
    ['shareInPercent', '35', 0.35],
    ['shareInPercent', '35%', 0.35],
    ['shareInPercent', number(0.35, '0.0%'), 0.35],
    ['shareInPercent', 100, 1],
    ['shareInPercent', 0.5, 0.005],
    ['carryOver', '2.5万元', 25000],
    ['carryOver', 1234.56, 1234.56],
    ['flag', '是', 1],
    ['flag', '否', 0],
    ['flag', '有', 1],
    ['flag', '无', 0],
    ['flag', '√', 1],
    ['flag', '×', 0],
    ['flag', 1, 1],
    ['flag', 0, 0],
    ['flag', 'Y', 1],
    ['flag', 'ｎ', 0],
    ['flag', true, 1],
    ['flag', false, 0],
    ['location', '城区', 'urban'],
    ['location', 'edge', 'edge'],
    ['location', '主 城 区', 'urban'],
    ['location', 'URBAN', 'urban'],
    ['location', '无', 'none'],
    ['amount', 200_000, 20_000_000],
    ['amount', '20万元', 20_000_000],
    ['amount', '￥200,000.50', 20_000_050],
    ['amountInWan', 20, 20_000_000],
    ['amountInWan', 0.29, 290_000],
    ['amountInWan', '200000元', 20_000_000],
    ['amountBare', 200_000, 20_000_000],
    ['amountBare', '20万', 20_000_000],
    ['class', 'Ｂ类', 'B'],
    ['class', 'b', 'B'],
    ['class', '二类', '二'],
    ['class', '', null],
    ['class', '—', null],
    ['code', '630105001001', '630105001001'],
    ['code', 630105001001, '630105001001'],
    ['code', number(630105001001, '0.00E+00'), '630105001001'],
    ['code', '６３０１０５ ００１００１', '630105001001'],
    ['code', '6.30105001001E+11', '630105001001'],
  ])('%s: %j is %j', async (column, value, expected) => {
    expect(await cell(column, value)).toMatchObject({ read: expected, wrong: [] })
  })

  test.each<[string, CellInput[]]>([
    ['residents', [null, '', ' ', '-', '—', '——', '－', '/', '\\', '无', '暂无', '不详', 'N/A', '…']],
    ['share', ['-', '无', null]],
    ['flag', ['-', '/', null, '不详']],
    ['location', ['—', '', '/', '不详']],
    ['amount', ['-', '无', null]],
  ])('%s: a blank is unknown and never zero', async (column, values) => {
    for (const value of values) expect(await cell(column, value)).toMatchObject({ read: null, wrong: [] })
  })
})

describe('what is refused, with the place and the value as shown', () => {
  test.each<[string, CellInput, string]>([
    ['residents', '约200', 'import.numberExpected C2 约200'],
    ['residents', '200余', 'import.numberExpected C2 200余'],
    ['residents', '20-30', 'import.numberExpected C2 20-30'],
    ['residents', '1/2', 'import.numberExpected C2 1/2'],
    ['residents', '1,23', 'import.numberExpected C2 1,23'],
    ['residents', '1,2345', 'import.numberExpected C2 1,2345'],
    ['residents', '二百', 'import.numberExpected C2 二百'],
    ['residents', '1.2.3', 'import.numberExpected C2 1.2.3'],
    ['residents', '(100)', 'import.numberExpected C2 (100)'],
    ['residents', '5000户', 'import.numberExpected C2 5000户'],
    ['residents', '35%', 'import.numberExpected C2 35%'],
    ['residents', true, 'import.numberExpected C2 TRUE'],
    ['residents', '多', 'import.numberExpected C2 多'],
    ['residents', '1e999', 'import.numberExpected C2 1e999'],
    ['residents', number(0.35, '0%'), 'import.numberExpected C2 35%'],
    ['residents', number(45052, 'yyyy-mm-dd'), 'import.numberExpected C2 2023-05-06'],
    ['residents', number(45052, 'm/d/yy'), 'import.numberExpected C2 2023-05-06'],
    ['residentsInWan', '1.7万', 'import.numberExpected C2 1.7万'],
    ['residents', 12.5, 'import.wholeNumberExpected C2 12.5'],
    ['residents', '1.00005万', 'import.wholeNumberExpected C2 1.00005万'],
    ['residents', -5, 'import.outOfRange C2 -5'],
    ['residents', '−5', 'import.outOfRange C2 −5'],
    ['area', 1001, 'import.outOfRange C2 1001'],
    ['share', 35, 'import.shareOrPercent C2 35'],
    ['share', 1.2, 'import.shareOrPercent C2 1.2'],
    ['share', 250, 'import.outOfRange C2 250'],
    ['share', '120%', 'import.outOfRange C2 120%'],
    ['shareInPercent', 101, 'import.outOfRange C2 101'],
    ['share', -0.1, 'import.outOfRange C2 -0.1'],
    ['residents', { t: 'e', v: 7 }, 'import.formulaError C2 #DIV/0!'],
    ['flag', { t: 'e', v: 42 }, 'import.formulaError C2 #N/A'],
    ['amount', '#REF!', 'import.formulaError C2 #REF!'],
    ['flag', '部分', 'import.yesOrNoExpected C2 部分'],
    ['flag', 2, 'import.yesOrNoExpected C2 2'],
    ['location', '市中心', 'import.optionUnknown C2 市中心'],
    ['location', 3, 'import.optionUnknown C2 3'],
    ['amount', '二十万', 'import.amountExpected C2 二十万'],
    ['amount', -1, 'import.amountExpected C2 -1'],
    ['amount', 1000.005, 'import.amountExpected C2 1000.005'],
    ['amount', '1e20', 'import.amountExpected C2 1e20'],
    ['area', Number.MAX_VALUE, 'import.numberExpected C2 1.7976931348623157e+308'],
    ['amountBare', 20, 'import.amountUnit C2 20'],
    ['code', '63010500100', 'import.codeWrong C2 63010500100'],
    ['code', '6.30105E+11', 'import.codeWrong C2 6.30105E+11'],
    ['code', 630105001, 'import.codeWrong C2 630105001'],
    ['code', '63010500100X', 'import.codeWrong C2 63010500100X'],
  ])('%s: %j', async (column, value, expected) => {
    const { wrong, problems } = await cell(column, value)
    expect(wrong).toEqual([expected])
    expect(problems[0]).toMatchObject({
      place: { file: '交表.xlsx', sheet: '表一', row: 2, column: 'C' },
      params: { heading: expect.stringContaining(LABELS[column]!.slice(0, 4)) },
    })
  })

  test('bounds and options are said', async () => {
    expect((await cell('area', 1001)).problems[0]?.params.range).toBe('0–1000')
    expect((await cell('residents', -5)).problems[0]?.params.range).toBe('≥ 0')
    expect((await cell('share', '120%')).problems[0]?.params.range).toBe('0%–100%')
    expect((await cell('location', '市中心')).problems[0]?.params.options).toBe('城区、城郊、无')
  })

  test('a formula that was never calculated is not zero', async () => {
    const { default: Excel } = await import('exceljs')
    const workbook = new Excel.Workbook()
    const sheet = workbook.addWorksheet('表一')
    sheet.addRow(['社区名称', '街道', '常住人口', '户籍人口', '楼院'])
    sheet.addRow(['甲社区', '朝阳街道', { formula: 'D2+1' }, 8, { formula: 'D2+2', result: 10 }])
    sheet.addRow(['甲一社区', '朝阳街道', { formula: 'IF(D3=8,"",1)', result: '' }, 8])
    sheet.addRow(['乙社区', '朝阳街道', { formula: 'D4+1', result: 0 }, 8, { formula: 'D3', result: { error: '#DIV/0!' } }])
    sheet.addRow([{ formula: '\'附表\'!A2&""' }])
    const { rows, problems } = await imported(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(rows.map(({ values }) => values)).toEqual([
      { registered: 8, courtyards: 10 },
      { residents: null, registered: 8, courtyards: null },
      { residents: 0, registered: 8 },
    ])
    expect(brief(problems.filter(({ level }) => level === 'error'))).toEqual([
      'import.formulaWithoutValue C2 =D2+1',
      'import.formulaError E4 #DIV/0!',
      'import.nameMissing A5 =\'附表\'!A2&""',
    ])
  })

  test('a value that could not be read is left out, not empty', async () => {
    const { rows } = await imported(
      oneSheet([
        ['社区名称', '街道', '常住人口', '楼院'],
        ['甲社区', '朝阳街道', '多', null],
      ]),
    )
    expect(rows[0]?.values).toEqual({ courtyards: null })
  })
})

describe('what only two cells can tell', () => {
  test('old courtyards above courtyards, with both figures', async () => {
    const { problems } = await imported(
      oneSheet([
        ['社区名称', '街道', '楼院', '老旧楼院'],
        ['甲社区', '朝阳街道', 10, 11],
        ['乙社区', '朝阳街道', 10, 10],
        ['丙社区', '朝阳街道', null, 11],
      ]),
    )
    expect(problems).toMatchObject([
      {
        code: 'import.aboveOther',
        level: 'error',
        place: { row: 2, column: 'D' },
        params: { value: '11', other: '楼院', otherValue: '10', otherColumn: 'C' },
      },
    ])
  })

  test('one figure joined over several communities belongs to none of them', async () => {
    const { rows, problems } = await imported(
      oneSheet(
        [
          ['社区名称', '街道', '楼院'],
          ['甲社区', '朝阳街道', 10],
          ['乙社区', '朝阳街道', null],
        ],
        { merges: ['C2:C3'] },
      ),
    )
    expect(brief(problems)).toEqual(['import.mergedValue C2 10', 'import.mergedValue C3 10'])
    expect(rows.map(({ values }) => values)).toEqual([{}, {}])
  })

  test('percentages that are all below 1 are doubted, not changed', async () => {
    const { rows, problems } = await imported(
      oneSheet([['社区名称', '街道', '流动人口占比（%）'], ...[0.2, 0.35, 0.5, 0].map((share, row) => [`${row}社区`, '朝阳街道', share])]),
    )
    expect(problems).toMatchObject([{ code: 'import.sharesVerySmall', level: 'warning', params: { most: '0.5%' }, place: { column: 'C' } }])
    expect(rows.map(({ values }) => values.floatingShare)).toEqual([0.002, 0.0035, 0.005, 0])
  })

  test('money that looks like 万元 while nothing says so is told once for its column', async () => {
    const rows = [20, 15, 30].map((amount, row) => [`${row}社区`, '朝阳街道', amount])
    expect(brief((await imported(oneSheet([['社区名称', '街道', '上年经费'], ...rows]))).problems)).toEqual(['import.amountUnit C2 20'])
    const stated = await imported(oneSheet([['社区经费表'], ['（单位：万元）'], ['社区名称', '街道', '上年经费'], ...rows]))
    expect(stated.problems).toEqual([])
    expect(stated.rows.map(({ previousFen }) => previousFen)).toEqual([20_000_000, 15_000_000, 30_000_000])
  })

  test('a required figure that is blank is a warning', async () => {
    const { problems } = await imported(
      oneSheet([
        ['社区名称', '街道', '常住人口'],
        ['甲社区', '朝阳街道', '-'],
      ]),
    )
    expect(problems).toMatchObject([
      {
        code: 'import.valueMissing',
        level: 'warning',
        place: { row: 2, column: 'C', indicator: 'residents', community: '甲社区', key: '/朝阳街道/甲社区' },
      },
    ])
  })
})
