import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { unpackParts } from '../../../src-main/documents/import/package-parts.ts'
import { planWorkbook } from '../../../src-main/documents/workbook/index.ts'
import { madeUpPlan, PLANS, SEVERAL_STEPS } from './made-up-plan.ts'
import type { Wishes } from './made-up-plan.ts'
import { cellOf, open, rowsBelow } from './reading.ts'

const bytesOf = (wishes: Wishes): Promise<Uint8Array> => planWorkbook(madeUpPlan(wishes))
const workbookOf = async (wishes: Wishes): Promise<exceljs.Workbook> => {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load((await bytesOf(wishes)) as unknown as Parameters<typeof workbook.xlsx.load>[0])
  return workbook
}

describe('sheets', () => {
  it.each([
    [
      'zh',
      ['分配表', '分类结果', '测算步骤', '资金汇总', '与上年比较', '类别流向', '人工定类', '参数', '指标', '核对'],
      '2026年社区服务群众专项经费分配表',
    ],
    [
      'en',
      [
        'Allocation',
        'Classification',
        'Steps',
        'Funds',
        'Against last year',
        'Class flows',
        'Set by hand',
        'Parameters',
        'Indicators',
        'Checks',
      ],
      'Community service fund 2026: allocation',
    ],
  ] as const)('are all there in %s', async (language, names, title) => {
    const workbook = await workbookOf({ seed: 20, communities: 5, language })
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(names)
    expect(workbook.worksheets[0]!.getCell('A2').text).toBe(title)
    expect(workbook.title).toBe(title)
  })

  it('are set up for A4 landscape with numbered pages, and tables repeat their header', async () => {
    for (const sheet of (await workbookOf({ seed: 21, communities: 30 })).worksheets) {
      expect(sheet.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        horizontalCentered: true,
      })
      expect(sheet.headerFooter.oddFooter).toContain('第 &P 页 / 共 &N 页')
      const isTable = ['分配表', '分类结果', '测算步骤', '人工定类', '指标'].includes(sheet.name)
      expect(sheet.pageSetup.printTitlesRow).toBe(isTable ? (sheet.name === '分配表' ? '4:4' : '3:3') : undefined)
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: sheet.name === '分配表' ? 4 : isTable ? 3 : 2 })
    }
  })

  it('fold communities under subdistricts and these under districts, nothing folded away', async () => {
    const bytes = await bytesOf({ seed: 22, communities: 20 })
    expect(unpackParts(bytes).get('xl/worksheets/sheet1.xml')!.toString()).not.toMatch(/hidden=|collapsed=/)
    const sheet = (await workbookOf({ seed: 22, communities: 20 })).worksheets[0]!
    const levels = new Map<string, Set<number>>()
    for (let at = 5; sheet.getCell(at, 1).text !== '总计'; at++) {
      const kind = Number.isFinite(Number(sheet.getCell(at, 1).text)) ? 'community' : sheet.getCell(at, 1).text
      levels.set(kind, (levels.get(kind) ?? new Set()).add(sheet.getRow(at).outlineLevel ?? 0))
    }
    expect(Object.fromEntries(levels)).toEqual({ community: new Set([2]), 小计: new Set([1]), 合计: new Set([0]) })
  })

  it('are wide and high enough for what they hold', async () => {
    const name = '长'.repeat(60)
    const sheet = (await workbookOf({ seed: 23, communities: 2, names: [name, '短'] })).worksheets[0]!
    const columnOfNames = sheet.getColumn(4).width!
    expect(columnOfNames).toBeLessThan(40)
    expect(Math.ceil((60 * 2) / columnOfNames) * 13).toBeLessThanOrEqual(sheet.getRow(5).height)
    expect(sheet.getColumn(7).width).toBeGreaterThan('400,000.12 '.length)
  })
})

describe('synthetic data', () => {
  const MARKS = [
    ['zh', '示例数据（合成，非真实）'],
    ['en', 'Sample data (synthetic)'],
  ] as const
  it.each(MARKS)('are named in title, header and footer of every sheet in %s', async (language, mark) => {
    for (const sheet of (await workbookOf({ seed: 24, communities: 4, synthetic: true, language })).worksheets) {
      const titles = [1, 2].map((row) => sheet.getCell(row, 1).text)
      expect(titles.some((title) => title.includes(mark))).toBe(true)
      expect(sheet.headerFooter.oddHeader).toContain(mark)
      expect(sheet.headerFooter.oddFooter).toContain(mark)
    }
  })

  it('leave no mark where the data are real', async () => {
    const wishes = { seed: 25, communities: 4 }
    for (const { headerFooter } of (await workbookOf(wishes)).worksheets) {
      expect(`${headerFooter.oddHeader}${headerFooter.oddFooter}`).not.toContain('示例')
    }
    const sheets = Object.values(open(await bytesOf(wishes)).Sheets)
    const texts = sheets.flatMap((sheet) => Object.values(sheet).map((cell) => String((cell as { v?: unknown }).v)))
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.filter((text) => text.includes('示例'))).toEqual([])
  })
})

describe('names are data', () => {
  const NAMES = ['=1+1', '+86', '-5', '@SUM(A1)', '=HYPERLINK("http://x","y")', "'apostrophe", '&Pages & <b>"quoted"</b>']
  it.each(NAMES)('%s stays text in a text cell on every sheet', async (name) => {
    const book = open(await bytesOf({ seed: 26, communities: 1, names: [name] }))
    for (const [sheet, column, header] of [
      ['分配表', 4, 4],
      ['分类结果', 4, 3],
      ['测算步骤', 4, 3],
      ['指标', 2, 3],
    ] as const) {
      const cell = cellOf(book.Sheets[sheet]!, column, header + 1)
      expect(cell).toMatchObject({ t: 's', v: name })
      expect(cell).not.toHaveProperty('f')
    }
  })

  it('keeps codes as text', async () => {
    const input = madeUpPlan({ seed: 27, communities: 3 })
    input.result.communities[0]!.code = '063010200101'
    const cell = cellOf(open(await planWorkbook(input)).Sheets['分配表']!, 5, 5)
    expect(cell).toMatchObject({ t: 's', v: '063010200101' })
  })
})

describe('overrides and undecided communities', () => {
  it('tells an override with its reason in the register, as a comment and in the remarks', async () => {
    const input = madeUpPlan({ seed: 28, communities: 1 })
    const community = input.result.communities[0]!
    Object.assign(community, { class: 'B', policyClass: 'A', rule: 'override' })
    input.overrides = [{ key: community.key, class: 'B', reason: '物业已撤出', document: '区组通〔2026〕3号' }]
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load((await planWorkbook(input)) as unknown as Parameters<typeof workbook.xlsx.load>[0])
    const comment = workbook.getWorksheet('分类结果')!.getCell('F4').note
    expect(JSON.stringify(comment)).toContain('按办法判定：A类社区')
    expect(JSON.stringify(comment)).toContain('物业已撤出')
    expect(JSON.stringify(comment)).toContain('区组通〔2026〕3号')
    const book = open(await planWorkbook(input))
    expect(rowsBelow(book.Sheets['分类结果']!, 3)[0]).toMatchObject({
      办法判定: 'A',
      判定依据: '人工定类（按办法为A类社区）',
      人工定类理由和文件: '物业已撤出\n区组通〔2026〕3号',
    })
    expect(rowsBelow(book.Sheets['分配表']!, 4)[0]).toMatchObject({ 备注: '人工定类：物业已撤出' })
  })

  it('says what is missing, in words', async () => {
    const book = open(await bytesOf({ seed: 29, communities: 1, undecided: 1 }))
    expect(rowsBelow(book.Sheets['分类结果']!, 3)[0]).toMatchObject({
      类别: '（未定）',
      判定依据: '类别未定，缺少：常住人口',
      缺少的指标: '常住人口',
    })
    expect(rowsBelow(book.Sheets['分配表']!, 4)[0]).toMatchObject({ 备注: '类别未定，缺少：常住人口' })
  })

  it('does not blame a community whose amount waits for others', async () => {
    const input = madeUpPlan({ seed: 30, communities: 1, steps: SEVERAL_STEPS })
    Object.assign(input.result.communities[0]!, { amountFen: null, cityFen: null, districtFen: null, trace: [] })
    const sheet = open(await planWorkbook(input)).Sheets['分配表']!
    expect(rowsBelow(sheet, 4)[0]).toMatchObject({ 备注: '金额待定（见注）' })
    expect(Object.values(sheet).flatMap((cell) => (cell as { v?: unknown }).v ?? [])).toContainEqual(
      expect.stringContaining('总额须待全部社区类别和指标确定后才能分配'),
    )
  })
})

it('tells the parameters that a plan can be made again with', async () => {
  const sheet = open(await bytesOf(PLANS['several steps, odd fen']!)).Sheets['参数']!
  const texts = Object.values(sheet).flatMap((cell) => (cell as { v?: unknown }).v ?? [])
  expect(texts).toEqual(expect.arrayContaining(['made-up', '1.2.3', 'p'.repeat(64), 'i'.repeat(64), '0.1.0', '测试办法']))
  expect(texts).toEqual(
    expect.arrayContaining([
      '常住人口不低于3,000人的，归为A类社区',
      '以上规则均不符合的，归为B类社区',
      '按类别定额：A 10万元，B 20万元',
      '取整到元（最大余数法，总额不变）',
    ]),
  )
  expect(texts).toEqual(expect.arrayContaining([1, 2, '统一比例', '其他区县']))
})

it('writes 10,000 communities', async () => {
  const book = open(await bytesOf({ seed: 31, communities: 10_000, steps: SEVERAL_STEPS }))
  expect(rowsBelow(book.Sheets['分配表']!, 4).filter((row) => typeof row['序号'] === 'number')).toHaveLength(10_000)
})
