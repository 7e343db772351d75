import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FEN_PER_YUAN } from '../../src-main/model/money.ts'
import type { Indicator } from '../../src-main/model/indicator.ts'
import { COUNTING_COLUMNS, type StatisticsColumn } from '../../src-main/model/statistics.ts'
import { asPrinted, tablesIn } from '../support/printed-table.ts'
import { plain, sheetsOf, textOf } from '../support/printed-words.ts'
import { BY_HAND, makeSamplePlan, signedYuan, startPrintingHost, UNKNOWN, whyNot, yuan, type PrintingHost } from './printing-host.ts'
import { full } from '../support/full.ts'
import { inFull } from '../support/in-full.ts'

const reason = whyNot()
let host: PrintingHost
beforeAll(async () => {
  if (reason !== null) return
  host = await startPrintingHost()
  await makeSamplePlan(host)
})
afterAll(() => host?.end())
beforeEach((context) => {
  if (reason !== null) context.skip(reason)
})

/** Longer lists of what a class decides stand on the community's own sheet. */
const MOST_LISTED = 20

/** The rows and the text of a paper that must be one page. */
async function pageOf(...given: Parameters<PrintingHost['print']>): Promise<{ rows: string[][]; text: string }> {
  const file = await host.print(...given)
  const sheets = sheetsOf(file)
  expect(sheets).toHaveLength(1)
  const { rows, overflowing } = tablesIn(file)
  expect(overflowing).toEqual([])
  return { rows: rows.map((row) => row.cells), text: textOf(sheets[0]!) }
}
const said = (indicator: Indicator, value: number | string | boolean | null | undefined): string => {
  if (value === null || value === undefined) return '未知'
  const unit = indicator.unit?.zh ?? ''
  if (indicator.kind === 'category') return indicator.options.find((each) => each.key === value)!.label.zh
  return `${(value as number).toLocaleString('en-US')}${unit}`
}

describe('papers of one page', () => {
  it.each([
    ['decided by the rules', 0],
    ['set by hand', BY_HAND],
    ['undecided', UNKNOWN],
  ])('the statement of a community %s: its class, each step of its money, who pays, each indicator', async (_what, at) => {
    const [result, policy, dictionary, list] = await Promise.all([
      host.ask('result.get'),
      host.ask('policy.get'),
      host.ask('dictionary.get', {}),
      host.ask('communities.list'),
    ])
    const community = result.communities[at]!
    const facts = list.find((each) => each.key === community.key)!
    const { rows, text } = await pageOf('statement', { community: community.key })
    const steps = [...policy.allocation.steps, ...(policy.allocation.components ?? []).flatMap((each) => each.steps)]
    let running = 0
    const change = community.amountFen === null ? null : community.amountFen - community.previousFen!
    const payers = { province: '省级承担', city: '市级承担', district: '区县级承担' } as const
    const money = [
      ['步骤', '金额', '累计'],
      ...community.trace.map((each) => [
        steps.find((step) => step.key === each.step)!.name.zh,
        yuan(each.fen),
        yuan((running += each.fen)),
      ]),
      ['本年金额', '', community.amountFen === null ? '未定' : yuan(community.amountFen)],
      ...(['province', 'city', 'district'] as const).map((payer) => [
        payers[payer],
        '',
        community.paid?.[payer] === undefined ? '不详' : yuan(community.paid[payer]!),
      ]),
      ['上年金额', '', yuan(community.previousFen)],
      ['增减', '', change === null ? '不详' : signedYuan(change)],
    ]
    expect(rows.slice(0, money.length)).toEqual(asPrinted(money))
    const delivered = [...dictionary.indicators, ...policy.indicators].filter((each) => each.formula === undefined)
    expect(text).toContain(plain(delivered.map((each) => `${each.label.zh}${said(each, facts.values[each.key])}`).join('')))
    // What else its class decides, unless nobody knows the class.
    const [decided] = await host.ask('result.decided', { keys: [community.key] })
    const work = decided!.effects.map(({ title, lines }) => {
      const isShort = lines.length <= MOST_LISTED
      const count = isShort && lines.length !== 1 ? `（${lines.length} 项）` : ''
      return `${title.zh}${count}${isShort ? lines.map((line) => line.zh).join('、') || '–' : `共 ${lines.length} 项，名单见社区一览表`}`
    })
    expect(work.length > 0).toBe(community.class !== null)
    expect(text).toContain(plain(work.join('')))
    expect(text).toContain(plain(`${community.name} 2023 年度专项经费核定单`))
    if (community.class !== null) expect(text).toContain(policy.classes.find((each) => each.key === community.class)!.name.zh)
    if (at === UNKNOWN) expect(text).toContain('缺少:常住人口')
    if (at === BY_HAND) expect(text).toContain('人工定类(按办法为')
  })

  inFull('a rounded statement says how its steps are rounded, and nothing of sums that it has not', async () => {
    const { tables } = await host.ask('documents.settings')
    await host.ask('documents.save', { table: { name: 'statement', settings: { ...tables.statement, unit: 'wan', decimals: 0 } } })
    const uneven = (await host.ask('result.get')).communities.find((each) =>
      each.trace.some(({ fen }) => fen % (10_000 * FEN_PER_YUAN) !== 0),
    )!
    const { text } = await pageOf('statement', { community: uneven.key })
    expect(text).toContain(plain('使其和等于本年金额'))
    expect(text).not.toMatch(/小计|总计/)
    await host.ask('documents.reset', { name: 'statement' })
  })

  it('the statistics: every row of every section, in every column', async () => {
    const { rows } = await pageOf('statistics')
    const statistics = await host.ask('statistics.get')
    const cell = (column: StatisticsColumn, value: number | null | undefined): string =>
      value === null || value === undefined
        ? '–'
        : COUNTING_COLUMNS.includes(column)
          ? value.toLocaleString('en-US')
          : column === 'rate'
            ? `${(Math.round(value * 1000) / 10).toFixed(1)}%`
            : yuan(value)
    const line = (name: string, cells: Partial<Record<StatisticsColumn, number | null>>): string[] => [
      name,
      ...statistics.settings.columns.map((column) => cell(column, cells[column])),
    ]
    expect(rows[0]).toHaveLength(statistics.settings.columns.length + 1)
    const titles = { area: '按城镇和乡镇', class: '按类别', district: '按区县', subdistrict: '按街道（镇）' }
    expect(rows.slice(1)).toEqual(
      asPrinted([
        line('合计', statistics.total),
        ...statistics.sections.flatMap((section) => [[titles[section.key]], ...section.rows.map((row) => line(row.name.zh, row.cells))]),
      ]),
    )
    expect(statistics.total.communities).toBe(180)
  })

  it('the certificate: every line with what is added up, the sum, what it should be and the difference, and the fingerprints', async () => {
    const { rows, text } = await pageOf('certificate')
    const certificate = await host.ask('certificate.get', {})
    const isSingle = (key: string): boolean => ['district', 'payer', 'component'].includes(key)
    const cells = (each: (typeof certificate.lines)[number]): string[] => [
      each.addends.toLocaleString('en-US'),
      yuan(each.sumFen, 2),
      yuan(each.totalFen, 2),
      yuan(each.differenceFen, 2),
    ]
    // Two tables side by side, the right one longer: below the left one its rows stand alone.
    const end = rows.findIndex((row) => row[0]!.startsWith('核对码'))
    const lines = rows.slice(1, end)
    // A line that only one of the two has leaves the other side empty.
    const isFilled = (row: string[]): boolean => row.some((cell) => cell !== '')
    expect(
      lines
        .filter((row) => row.length === 11)
        .map((row) => row.slice(1, 5))
        .filter(isFilled),
    ).toEqual(certificate.lines.filter((each) => !isSingle(each.key)).map(cells))
    expect(lines.map((row) => row.slice(-4)).filter(isFilled)).toEqual(certificate.lines.filter((each) => isSingle(each.key)).map(cells))
    for (const hash of [certificate.packageHash, certificate.inputHash, certificate.policy.hash, certificate.resultHash])
      expect(text).toContain(hash)
    expect(certificate.holds).toBe(true)
    expect(text).toContain('各项相加均与总额一致')
  })

  it.each(full ? (['statistics', 'certificate'] as const) : (['statistics'] as const))(
    '%s: heading, note and who signs are those of the department',
    async (table) => {
      const { tables } = await host.ask('documents.settings')
      const words = (zh: string): { zh: string; en: string } => ({ zh, en: '' })
      await host.ask('documents.save', {
        table: {
          name: table,
          settings: {
            ...tables[table],
            attachment: words('附件 12'),
            title: words('{year}年本区用表'),
            note: words('本表一式两份'),
            signatures: [words('经办：'), words('审定：')],
          },
        },
      })
      const { text } = await pageOf(table)
      for (const each of ['附件12', '2023年本区用表', '本表一式两份', '经办', '审定']) expect(text).toContain(plain(each))
      expect(text).not.toContain('制表人')
      await host.ask('documents.reset', { name: table })
      expect((await pageOf(table)).text).toContain('制表人')
    },
  )
})
