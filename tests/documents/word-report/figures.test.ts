import { describe, expect, it } from 'vitest'
import { componentsOf, payersOf } from '../../../src-main/model/fund.ts'
import type { CommunityResult } from '../../../src-main/model/plan.ts'
import { MATURE, OLD, openDesk, smallPlan, type Desk } from '../../support/desk.ts'
import { exported } from './read-docx.ts'

/** An amount in 万元 or 元 as it is written in a cell or in the text, in fen. */
const fenIn = (text: string, unit: 'wan' | 'yuan'): bigint => {
  const [, sign, whole, part = ''] = /([+-]?)([\d,]+)(?:\.(\d+))?/.exec(text)!
  const places = unit === 'wan' ? 6 : 2
  return BigInt(`${sign === '-' ? '-' : ''}${whole!.replaceAll(',', '')}${part.padEnd(places, '0')}`)
}
/** 万元 are rounded to two decimals, so that a cell may be up to one step from its amount: 100元. */
const STEP = 1_000_000n / 100n
const isShownAs = (shown: bigint, exact: bigint): boolean => shown - exact < STEP && exact - shown < STEP
const sumOf = (communities: readonly CommunityResult[], of: (each: CommunityResult) => number): bigint =>
  communities.reduce((sum, each) => sum + BigInt(of(each)), 0n)

describe.each(['reference', 'components-and-payers', 'guarantee-financed', 'points-with-guarantee'])(
  'every figure of the note under %s',
  (policyId) => {
    it("is the plan's: classes, districts, payers and components, in the text, in the tables, and exactly in the sources", async () => {
      const desk = await openDesk()
      await desk.ask('policy.use', { id: policyId })
      const [{ communities, totals }, policy, { lines, tables }] = [
        await desk.ask('result.get'),
        await desk.ask('policy.get'),
        await exported(desk),
      ]
      expect(totals.undecided).toBe(0)
      const text = lines.slice(0, lines.indexOf('附件')).join('\n')
      const [, ...sources] = tables.at(-1)!
      const exact = (figure: string): bigint => fenIn(sources.find((row) => row[0] === figure)![1]!, 'yuan')
      const cells = (caption: string): Map<string, string[]> => {
        const position = lines.filter((line) => /^表\d　/.test(line)).findIndex((line) => line.endsWith(caption))
        return new Map(tables[position]!.slice(1).map((row) => [row[0]!, row.slice(1)]))
      }

      const [amount, previous] = [(each: CommunityResult) => each.amountFen!, (each: CommunityResult) => each.previousFen!]
      const groups = [
        ...policy.classes.map(({ key, name }) => ({
          caption: '各类社区专项经费',
          name: name.zh,
          own: communities.filter((each) => each.class === key),
          starts: `${name.zh}${communities.filter((each) => each.class === key).length}个，`,
        })),
        ...[...new Set(communities.map((each) => each.district))].map((name) => ({
          caption: '各区县专项经费',
          name,
          own: communities.filter((each) => each.district === name),
          starts: name,
        })),
        { caption: '各类社区专项经费', name: '合计', own: communities, starts: '' },
        { caption: '各区县专项经费', name: '合计', own: communities, starts: '' },
      ]
      expect(groups.length).toBeGreaterThan(10)
      for (const { caption, name, own, starts } of groups) {
        const row = cells(caption).get(name)!
        expect(Number(row[0]), name).toBe(own.length)
        const [before, now, by] = row.slice(1).map((cell) => fenIn(cell, 'wan')) as [bigint, bigint, bigint]
        expect([isShownAs(before, sumOf(own, previous)), isShownAs(now, sumOf(own, amount)), now - before], name).toEqual([true, true, by])
        if (starts === '' || own.length === 0) continue
        const [said, money] = new RegExp(`${starts}(-?[\\d,.]+)万元`).exec(text)!
        expect(isShownAs(fenIn(money!, 'wan'), sumOf(own, amount)), said).toBe(true)
        expect(exact(said), said).toBe(sumOf(own, amount))
      }
      const parts = [
        ...payersOf(policy).map(({ key, name }) => ({
          caption: '资金承担情况',
          name: name.zh,
          fen: sumOf(communities, (each) => each.paid![key]!),
          inText: true,
        })),
        ...(policy.allocation.components === undefined
          ? []
          : componentsOf(policy).map(({ key, name }) => ({
              caption: '经费分项情况',
              name: name!.zh,
              fen: sumOf(communities, (each) => each.componentFen![key]!),
              inText: false,
            }))),
      ]
      for (const { caption, name, fen, inText } of parts) {
        expect(isShownAs(fenIn(cells(caption).get(name)![0]!, 'wan'), fen), name).toBe(true)
        if (inText) expect(exact(new RegExp(`${name}-?[\\d,.]+万元`).exec(text)![0]), name).toBe(fen)
      }

      const changes = communities.map((each) => each.amountFen! - each.previousFen!)
      const [, total, before, more, level] = /共安排专项经费 (\S+?)，上年为 (\S+?)，(?:比上年(增加\S+?|减少\S+?)|与上年(持平))；/.exec(
        text,
      )!
      expect(exact(total!)).toBe(BigInt(totals.amountFen))
      expect(exact(before!)).toBe(BigInt(totals.previousFen))
      expect(exact((more ?? level)!)).toBe(BigInt(totals.amountFen - totals.previousFen))
      for (const [word, own] of [
        ['增加', changes.filter((fen) => fen > 0)],
        ['减少', changes.filter((fen) => fen < 0)],
      ] as const) {
        const said = own.length === 0 ? `没有${word}的社区` : new RegExp(`${word}的社区${own.length}个，共[\\d,.]+万元`).exec(text)![0]
        expect(text).toContain(said)
        expect(exact(said)).toBe(own.reduce((sum, fen) => sum + BigInt(Math.abs(fen)), 0n))
      }
      // Every number of the running text is one that a source explains; what is left is the year.
      const explained = new Set(sources.flatMap((row) => row[0]!.match(/[\d,.]*\d/g) ?? []))
      const sentences = lines
        .slice(0, lines.indexOf('附件'))
        .filter((line) => line.endsWith('。') && !/示例数据|^注：/.test(line))
        .join(' ')
        .match(/[\d,.]*\d/g)!
      expect(sentences.filter((each) => !explained.has(each) && each !== '2023')).toEqual([])
      // And each row of the sources stands in the text word for word.
      for (const [figure] of sources) expect(text).toContain(figure)
    })
  },
)

describe('what is not known', () => {
  /** A note in 元, without decimals where there are no fen. */
  const inYuan = async (desk: Desk, body?: string) => {
    const { report } = await desk.ask('documents.settings')
    await desk.ask('documents.save', { report: { ...report, unit: 'yuan', ...(body !== undefined && { body: { zh: body, en: '' } }) } })
    return exported(desk)
  }

  it('is said wherever a sum leaves it out, and is no zero', async () => {
    const desk = await smallPlan({ 甲社区: { ...MATURE, previousAmount: 20_000_000 }, 乙社区: { previousAmount: 20_000_000 }, 丙社区: OLD })
    const { key } = await desk.ask('communities.add', { code: '', name: '丁社区', district: '西区', subdistrict: '一街道' })
    await desk.ask('indicators.update', { edits: [{ key, field: 'previousAmount', value: 10_000_000 }] })
    const { lines, tables } = await inYuan(desk)
    expect(lines).toContain(
      '2025年度共安排专项经费 450,000元（2个社区金额未定，未计入），上年为 500,000元（1个社区没有上年金额，未计入），两年金额都已知的1个社区比上年减少50,000元；其中没有增加的社区，减少的社区1个，共50,000元。',
    )
    expect(lines).toContain('A类社区1个，150,000元；B类社区1个，300,000元；C类社区0个；D类社区0个；未定类别的社区2个，金额未定。')
    expect(lines).toContain('东区450,000元（1个社区金额未定，未计入）；西区金额未定。')
    expect(lines).toContain('市级225,000元（2个社区金额未定，未计入）；区县级225,000元（2个社区金额未定，未计入）。')
    expect(lines.some((line) => line.startsWith('没有人工定类的社区；因缺少指标金额未定的社区2个，未计入合计。'))).toBe(true)
    expect(tables[0]).toEqual([
      ['类别', '个数', '金额未定（个）', '上年金额', '本年金额', '增减'],
      ['A类社区', '1', '0', '200,000', '150,000', '-50,000'],
      ['B类社区', '1', '0', '—', '300,000', '—'],
      ['C类社区', '0', '0', '0', '0', '0'],
      ['D类社区', '0', '0', '0', '0', '0'],
      ['未定类别的社区', '2', '2', '300,000', '金额未定', '—'],
      ['合计', '4', '2', '500,000', '450,000', '—'],
    ])
    expect(tables[1]!.slice(1)).toEqual([
      ['东区', '3', '1', '400,000', '450,000', '—'],
      ['西区', '1', '1', '100,000', '金额未定', '—'],
      ['合计', '4', '2', '500,000', '450,000', '—'],
    ])
    expect(lines.filter((line) => line.startsWith('注：'))).toEqual(
      expect.arrayContaining([
        '注：2个社区因缺少指标金额未定，其本年金额未计入本表。',
        '注：4个社区中有1个两年金额都已知；有社区只知一年金额的各行和合计不列增减。',
      ]),
    )
    expect(new Map(tables.at(-1)!.map((row) => [row[0], row[1]])).get('西区金额未定')).toBe('未知')
    expect((await exported(desk, { language: 'en' })).lines).toContain(
      '东区 450,000 yuan (1 community undecided and not counted); 西区 amount undecided.',
    )
  })

  it('has no amount at all where nothing is decided', async () => {
    // The reference policy supposes last year's amount where nobody's own is delivered.
    const { lines, tables } = await exported(await smallPlan({ 甲社区: {}, 乙社区: {} }))
    expect(lines).toContain('2025年度共安排专项经费 （金额均未定），上年为 40万元，没有两年金额都已知的社区可比。')
    for (const [, ...rows] of tables.slice(0, 2)) expect(rows.at(-1)!.slice(1)).toEqual(['2', '2', '40', '金额未定', '—'])
    expect(tables[2]!.slice(1).map((row) => row[1])).toEqual(['金额未定', '金额未定', '金额未定'])
    expect(lines.join('\n')).not.toMatch(/(?<![\d.,])0(\.0+)?万元/)
  })

  it('is not compared with where there was nothing before', async () => {
    const desk = await smallPlan({ 甲社区: MATURE })
    await desk.ask('policy.use', { id: 'flat-2015' })
    expect((await desk.ask('result.get')).communities.map((each) => each.previousFen)).toEqual([null])
    const { lines, tables } = await exported(desk)
    expect(lines.some((line) => /^2025年度共安排专项经费 [\d.]+万元，没有上年金额可比。$/.test(line))).toBe(true)
    for (const [, ...rows] of tables.slice(0, 2)) expect([rows.at(-1)![2], rows.at(-1)![4]]).toEqual(['—', '—'])
    expect((await inYuan(desk, '{previous}/{change}/{gains}/{gainers}/{losses}/{losers}')).lines).toContain(
      '（没有上年金额）/未知/未知/未知/未知/未知',
    )
  })

  it('is not the reserve: money held back is told beside the table', async () => {
    const desk = await openDesk()
    await desk.ask('policy.use', { id: 'guarantee-financed' })
    const { totals } = await desk.ask('result.get')
    expect(totals.reserveFen).toBeGreaterThan(0)
    const note = (await exported(desk)).lines.find((line) => line.startsWith('注：另有预留资金'))!
    expect(fenIn(note, 'wan')).toBe(BigInt(totals.reserveFen!))
  })

  it('is something else than none', async () => {
    const { lines, tables } = await exported(await smallPlan({}))
    expect(lines).toContain('2025年度共安排专项经费 0万元，没有上年金额可比。')
    expect(lines).toContain('（没有社区）。')
    expect(tables).toHaveLength(1)
  })
})
