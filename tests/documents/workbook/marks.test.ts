import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { inSteps } from '../../../src-main/shared/turns.ts'
import { planWorkbook, planWorkbookInSteps } from '../../../src-main/documents/workbook/index.ts'
import type { WorkbookInput } from '../../../src-main/documents/workbook/index.ts'
import { madeUpPlan } from './made-up-plan.ts'
import { cellOf, open, rowOf, rowsBelow } from './reading.ts'
import { cityPlan } from './real-plans.ts'
import { unpackEverything } from './structure.ts'

const workbookOf = async (input: WorkbookInput): Promise<exceljs.Workbook> => {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load((await planWorkbook(input)) as unknown as Parameters<typeof workbook.xlsx.load>[0])
  return workbook
}
const coreOf = async (input: WorkbookInput): Promise<string> => unpackEverything(await planWorkbook(input)).get('docProps/core.xml')!

describe('a draft', () => {
  it.each([
    ['zh', '草案'],
    ['en', 'Draft'],
  ] as const)('is named in header and footer of every sheet in %s', async (language, mark) => {
    for (const sheet of (await workbookOf({ ...madeUpPlan({ seed: 60, communities: 3, language }), adopted: null })).worksheets) {
      expect(sheet.headerFooter.oddHeader).toContain(mark)
      expect(sheet.headerFooter.oddFooter).toContain(mark)
    }
  })

  it('is not what was adopted, nor what nothing is known of', async () => {
    for (const adopted of ['2026-03-01T08:00:00.000Z', undefined]) {
      const plan = madeUpPlan({ seed: 60, communities: 3 })
      for (const { headerFooter } of (await workbookOf(adopted === undefined ? plan : { ...plan, adopted })).worksheets)
        expect(headerFooter.oddHeader).not.toContain('草案')
    }
  })
})

describe('document properties', () => {
  it('tell title, policy, and program with version', async () => {
    const core = await coreOf(madeUpPlan({ seed: 61, communities: 2 }))
    expect(core).toContain('<dc:title>2026年社区服务群众专项经费分配表</dc:title>')
    expect(core).toContain('<dc:subject>测试办法</dc:subject>')
    expect(core).toContain('<dc:creator>Quanheng 0.1.0</dc:creator>')
  })

  it('have the date of adoption, and otherwise none', async () => {
    expect(await coreOf({ ...madeUpPlan({ seed: 61, communities: 2 }), adopted: '2026-03-01T08:00:00.000Z' })).toMatch(
      /<dcterms:created[^>]*>2026-03-01T08:00:00/,
    )
    expect(await coreOf(madeUpPlan({ seed: 61, communities: 2 }))).not.toContain('<dcterms:')
  })
})

describe('classes set by hand', () => {
  const withOverride = (): WorkbookInput => {
    const [first, second] = cityPlan('reference').facts
    return cityPlan('reference', {
      overrides: [
        { key: first!.key, class: 'D', reason: '整体搬迁', document: '区组通〔2023〕3号', expires: 2025 },
        { key: second!.key, class: 'C', reason: '区划调整', document: '' },
        { key: 'gone', class: 'A', reason: '社区已撤销', document: '' },
      ],
    })
  }

  it('are listed with document, expiry and reason, and whether they count', async () => {
    const rows = rowsBelow(open(await planWorkbook(withOverride())).Sheets['人工定类']!, 3)
    expect(rows.map((row) => [row['人工定类'], row['定类理由'], row['依据文件'], row['有效至（年度）'], row['是否采用']])).toEqual([
      ['D', '整体搬迁', '区组通〔2023〕3号', 2025, '是'],
      ['C', '区划调整', undefined, '撤销前有效', '是'],
      ['A', '社区已撤销', undefined, '撤销前有效', '否'],
    ])
    expect(rows[0]!['办法判定']).toBe(cityPlan('reference').result.communities[0]!.class)
  })

  it('have a comment wherever the class stands in a table', async () => {
    const workbook = await workbookOf(withOverride())
    for (const [sheet, address] of [
      ['分配表', 'F5'],
      ['分类结果', 'F4'],
    ] as const) {
      expect(JSON.stringify(workbook.getWorksheet(sheet)!.getCell(address).note)).toMatch(/整体搬迁.*区组通〔2023〕3号.*2025年度/)
    }
  })
})

describe('lists to choose from', () => {
  it('offer the classes of the policy, and the options of an indicator', async () => {
    const workbook = await workbookOf(cityPlan('reference'))
    expect(workbook.getWorksheet('分类结果')!.getCell('F4').dataValidation).toMatchObject({
      type: 'list',
      formulae: [expect.stringMatching(/^'参数'!\$A\$\d+:\$A\$\d+$/)],
    })
    const indicators = workbook.getWorksheet('指标')!
    const column = (indicators.getRow(3).values as unknown[]).indexOf('区位')
    expect(indicators.getCell(4, column).dataValidation).toMatchObject({
      type: 'list',
      formulae: [expect.stringMatching(/^"[^"]+,[^"]+"$/)],
    })
  })
})

describe('money by district, component and payer', () => {
  it("is the plan's own, and the check sheet holds it against the total", async () => {
    const input = cityPlan('components-and-payers')
    const { result } = input
    const book = open(await planWorkbook(input))
    const funds = book.Sheets['资金汇总']!
    const paid = rowsBelow(funds, 4)
    for (const { district, amountFen, paid: parts } of result.districts) {
      const row = paid.find((each) => each['区县'] === district)!
      expect([row['本年金额'], row['省级'], row['市级'], row['区县级']]).toEqual(
        [amountFen, parts!['province'], parts!['city'], parts!['district']].map((fen) => fen! / 100),
      )
    }
    const composition = rowsBelow(funds, rowOf(funds, '各区县资金构成') + 1)
    for (const { district, componentFen } of result.districts) {
      const row = composition.find((each) => each['区县'] === district)!
      expect([row['基本服务经费'], row['楼院治理专项']]).toEqual([componentFen!['main']! / 100, componentFen!['courtyards']! / 100])
    }
    const communities = rowsBelow(book.Sheets['出资明细']!, 4).filter((row) => typeof row['序号'] === 'number')
    expect(communities).toHaveLength(result.communities.length)
    for (const [i, each] of result.communities.entries())
      expect(communities[i]).toMatchObject({
        省级: each.paid!['province']! / 100,
        市级: each.paid!['city']! / 100,
        区县级: each.paid!['district']! / 100,
      })
    const checked = rowsBelow(book.Sheets['核对']!, 4).map((row) => row['核对事项'])
    expect(checked).toEqual(
      expect.arrayContaining([
        '各出资方之和 ＝ 总计',
        '省级合计 ＝ 软件测算的省级总额',
        '各项资金之和 ＝ 总计',
        '楼院治理专项合计 ＝ 软件测算的楼院治理专项总额',
      ]),
    )
  })

  it('tells what is held back, what a guarantee cost, and who paid for whom', async () => {
    const input = cityPlan('guarantee-financed')
    const { guarantees, transfers, totals } = input.result
    const book = open(await planWorkbook(input))
    const funds = book.Sheets['资金汇总']!
    const reserve = rowsBelow(funds, rowOf(funds, '各区县资金构成') + 1).find((row) => row['区县'] === '合计')!
    expect(reserve['预留（另计）']).toBe(totals.reserveFen! / 100)
    expect(rowsBelow(funds, rowOf(funds, '由增幅承担的保底') + 1)[0]).toMatchObject({
      步骤: '保底由增幅承担',
      保底所需: guarantees![0]!.costFen / 100,
    })
    const listed = rowsBelow(funds, rowOf(funds, '增幅承担明细') + 1).filter((row) => typeof row['序号'] === 'number')
    expect(listed.map((row) => row['承担金额'])).toEqual(transfers!.map((each) => each.fen / 100))
    expect(rowsBelow(book.Sheets['核对']!, 4).find((row) => row['核对事项'] === '增幅承担明细之和 ＝ 保底所需之和')).toMatchObject({
      结果: '✓',
      甲: guarantees![0]!.costFen / 100,
    })
  })

  it('names no sheet for money that the policy tells nothing of', async () => {
    const { SheetNames } = open(await planWorkbook(madeUpPlan({ seed: 62, communities: 4, ratio: null })))
    for (const sheet of ['资金构成', '出资明细', '资金汇总']) expect(SheetNames).not.toContain(sheet)
  })
})

describe('the parameter sheet', () => {
  it('says of every step whether it follows when other numbers are tried', async () => {
    const sheetOf = async (name: string) => {
      const sheet = open(await planWorkbook(cityPlan(name))).Sheets['参数']!
      return rowsBelow(sheet, rowOf(sheet, '分配步骤（依次执行）') + 1).map((row) => [row['步骤'], row['试算时']])
    }
    expect(await sheetOf('guarantee-financed')).toEqual([
      ['按类别定额', '跟随'],
      ['保底由增幅承担', '不跟随：取决于全部社区'],
      ['按百元取整', '不跟随：取决于全部社区'],
      ['预留奖补', '跟随'],
    ])
    expect((await sheetOf('components-and-payers')).map(([, said]) => said)).toEqual([
      '跟随',
      '跟随',
      '跟随',
      '跟随',
      '金额跟随；是否符合条件不跟随',
    ])
  })
})

describe('against last year', () => {
  it('adds up gains and losses, and tells shares only where both years are known', async () => {
    const input = cityPlan('reference')
    const sheet = open(await planWorkbook(input)).Sheets['与上年比较']!
    expect(rowsBelow(sheet, 4).map((row) => [row['项目'], row['社区数'], row['增减']])).toEqual([
      ['增加的社区', 66, 6_600_000],
      ['减少的社区', 114, -6_700_000],
      ['不变的社区', 0, 0],
      ['净增减', 180, -100_000],
    ])
    const total = rowsBelow(sheet, rowOf(sheet, '按区县') + 1).find((row) => row['区县'] === '合计')!
    expect([total['上年金额'], total['本年金额'], total['增减幅']]).toEqual([36_000_000, 35_900_000, -0.0028])
    const unknown = open(await planWorkbook(madeUpPlan({ seed: 3, communities: 60, undecided: 1 }))).Sheets['与上年比较']!
    expect(cellOf(unknown, 6, rowOf(unknown, '按区县') + 2)?.v).toBe(undefined)
  })
})

describe('long work', () => {
  it('tells how far it is, and ends where it was to end', async () => {
    const told: number[] = []
    const work = planWorkbookInSteps(madeUpPlan({ seed: 63, communities: 3000 }))
    await inSteps(work, 'workbook', { signal: new AbortController().signal, progress: (done, total) => told.push(done / total) })
    expect(told.length).toBeGreaterThan(2)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })

  it('stops when it is cancelled', async () => {
    const controller = new AbortController()
    const work = inSteps(planWorkbookInSteps(madeUpPlan({ seed: 63, communities: 3000 })), 'workbook', {
      signal: controller.signal,
      progress: () => controller.abort(new Error('cancelled')),
    })
    await expect(work).rejects.toThrow('cancelled')
  })
})

describe('communities that are in no sum', () => {
  it('are counted under the title of every sheet that adds up without them', async () => {
    const input = cityPlan('reference')
    const some = {
      ...input,
      result: {
        ...input.result,
        communities: input.result.communities.map((each, at) =>
          at < 2 ? { ...each, amountFen: null, class: null, rule: null, trace: [] } : each,
        ),
      },
    }
    const texts = async (of: WorkbookInput): Promise<string[]> =>
      (await workbookOf(of)).worksheets.flatMap((sheet) => [String(sheet.getCell('A2').value ?? '')])
    expect((await texts(some)).filter((text) => text.startsWith('2个社区'))).toEqual([
      '2个社区金额未定，未计入',
      '2个社区有一方的金额未知：金额各栏只含已知的，不计入增减',
      '2个社区有一方的金额未知：金额各栏只含已知的，不计入增减',
    ])
    expect((await texts(input)).filter((text) => /^\d+个社区/.test(text))).toEqual([])
  })
})
