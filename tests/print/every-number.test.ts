import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CommunityResult, PlanResult } from '../../src-main/model/plan.ts'
import type { Policy } from '../../src-main/model/policy.ts'
import { asPrinted, tablesIn, withoutHead, type PrintedRow } from '../support/printed-table.ts'
import { plain, sheetsOf, textOf } from '../support/printed-words.ts'
import {
  BY_HAND,
  changeOf,
  changeOfAll,
  EXPIRING,
  makeSamplePlan,
  places,
  signedYuan,
  startPrintingHost,
  sum,
  whyNot,
  yuan,
  type PrintingHost,
} from './printing-host.ts'
import { inFull } from '../support/in-full.ts'

const reason = whyNot()
const PAYERS = ['province', 'city', 'district'] as const
let host: PrintingHost
let result: PlanResult
let policy: Policy

beforeAll(async () => {
  if (reason !== null) return
  host = await startPrintingHost()
  await makeSamplePlan(host)
  result = await host.ask('result.get')
  policy = await host.ask('policy.get')
})
afterAll(() => host?.end())
beforeEach((context) => {
  if (reason !== null) context.skip(reason)
})

const classOf = ({ class: own, rule }: CommunityResult): string => `${own ?? '未定'}${rule === 'override' ? '✎' : ''}`
const paidOf = (communities: readonly CommunityResult[]): string[] =>
  PAYERS.map((payer) => yuan(sum(communities.map((each) => each.paid?.[payer] ?? null))))
/** The name of the rule that decided. */
const ruleOf = ({ class: own, rule }: CommunityResult): string =>
  own === null
    ? ''
    : rule === 'override'
      ? '人工定类'
      : rule === 'fallback'
        ? '以上都不符合'
        : policy.classification.rules.find((each) => each.key === rule)!.name.zh
const numbered = (communities: readonly CommunityResult[]): Map<string, string> =>
  new Map(
    places(communities)
      .flatMap((place) => place.subdistricts.flatMap((part) => part.own))
      .map((each, at) => [each.key, String(at + 1)]),
  )

/** Rows of the tables of a paper, and that nothing in them crosses a border. */
async function rowsOf(...given: Parameters<PrintingHost['print']>): Promise<{ rows: PrintedRow[]; sheets: number; text: string }> {
  const file = await host.print(...given)
  const { rows, overflowing } = tablesIn(file)
  expect(overflowing).toEqual([])
  const sheets = sheetsOf(file)
  return { rows, sheets: sheets.length, text: sheets.map(textOf).join('') }
}

describe("every printed number is the plan's", () => {
  it('in the allocation table: each community, subtotal, district and the total, in every column', async () => {
    const { rows, sheets, text } = await rowsOf('allocation')
    const sums = (label: string, own: readonly CommunityResult[]): string[] => [
      '',
      `${label}（${own.length} 个社区）`,
      yuan(sum(own.map((each) => each.previousFen))),
      yuan(sum(own.map((each) => each.amountFen))),
      changeOfAll(own),
      ...paidOf(own),
    ]
    const numbers = numbered(result.communities)
    const expected = places(result.communities).flatMap((place) => [
      [place.district],
      ...place.subdistricts.flatMap((part) => [
        ...part.own.map((each) => [
          numbers.get(each.key)!,
          each.subdistrict,
          each.name,
          classOf(each),
          yuan(each.previousFen),
          each.amountFen === null ? '未定' : yuan(each.amountFen),
          signedYuan(changeOf(each)),
          ...PAYERS.map((payer) => yuan(each.paid?.[payer] ?? null)),
        ]),
        sums(`${part.subdistrict}小计`, part.own),
      ]),
      sums(`${place.district}合计`, place.own),
    ])
    expect(
      withoutHead(
        rows,
        ['序号', '街道（镇）', '社区', '类别', '上年金额', '本年金额', '增减', '省级承担', '市级承担', '区县级承担'],
        sheets,
      ),
    ).toEqual(asPrinted([...expected, sums('总计', result.communities)]))
    expect(text).toContain(plain('注：有 1 个社区因缺少指标未定'))
    expect(text).toContain(plain('✎ 为人工定类，共 2 个社区'))
  })

  inFull('in the table of payers', async () => {
    const { rows, sheets } = await rowsOf('payers')
    let number = 0
    const cells = (own: readonly CommunityResult[]): string[] => [
      String(own.length),
      yuan(sum(own.map((each) => each.amountFen))),
      ...paidOf(own),
    ]
    const expected = places(result.communities).flatMap((place) => [
      [place.district],
      ...place.subdistricts.map((part) => [String(++number), part.subdistrict, ...cells(part.own)]),
      ['', `${place.district}合计`, ...cells(place.own)],
    ])
    expect(withoutHead(rows, ['序号', '街道（镇）', '社区数', '本年金额', '省级承担', '市级承担', '区县级承担'], sheets)).toEqual(
      asPrinted([...expected, ['', '总计', ...cells(result.communities)]]),
    )
  })

  it('in the classification: class, rule and remark of each community', async () => {
    const { rows, sheets, text } = await rowsOf('classification')
    const remarks: Record<number, string> = {
      [BY_HAND]: '流动人口集中；组发〔2023〕5号',
      [EXPIRING]: '整村搬迁；会议纪要；有效期至 2024 年',
    }
    const numbers = numbered(result.communities)
    const expected = places(result.communities).flatMap((place) => [
      [`${place.district}（${place.own.length} 个社区）`],
      ...place.subdistricts.flatMap((part) =>
        part.own.map((each) => [
          numbers.get(each.key)!,
          each.subdistrict,
          each.name,
          classOf(each),
          each.previousClass ?? '',
          each.class === null ? '缺：常住人口' : ruleOf(each),
          remarks[result.communities.indexOf(each)] ?? '',
        ]),
      ),
    ])
    expect(withoutHead(rows, ['序号', '街道（镇）', '社区', '类别', '上年类别', '定类依据', '备注'], sheets)).toEqual(asPrinted(expected))
    for (const rule of policy.classification.rules) expect(text).toContain(plain(rule.name.zh))
  })

  it('in the comparison with last year: by class and each community with its reason', async () => {
    const { rows, sheets } = await rowsOf('comparison')
    const at = rows.findIndex((row) => row.cells[0] === '序号')
    const known = (key: string | null): CommunityResult[] => result.communities.filter((each) => each.class === key)
    const line = (label: string, before: readonly CommunityResult[], own: readonly CommunityResult[]): string[] => [
      label,
      String(before.length),
      String(own.length),
      `${own.length > before.length ? '+' : ''}${own.length - before.length}`,
      yuan(sum(before.map((each) => each.previousFen))),
      yuan(sum(own.map((each) => each.amountFen))),
      signedYuan(sum(own.map((each) => each.amountFen)) - sum(before.map((each) => each.previousFen))),
    ]
    const byClass = policy.classes.map(({ key, name }) => line(`${key} · ${name.zh}`, [], known(key)))
    const above = rows.slice(0, at).map((row) => row.cells)
    expect(above.filter((cells) => cells.length === 7).slice(-7)).toEqual(
      asPrinted([
        ...byClass,
        line('未分类', result.communities, []),
        ['未定', '0', '1', '+1', '0', '不详', '不详'],
        line('总计', result.communities, result.communities),
      ]),
    )

    // The communities of a class by themselves: before, now, difference.
    const members = (key: string): string[] => [
      String(known(key).length),
      yuan(sum(known(key).map((each) => each.previousFen))),
      yuan(sum(known(key).map((each) => each.amountFen))),
      signedYuan(sum(known(key).map(changeOf))),
    ]
    expect(
      above
        .filter((cells) => cells.length === 5)
        .slice(-7, -3)
        .map((cells) => cells.slice(1)),
    ).toEqual(asPrinted(policy.classes.map(({ key }) => members(key))))

    const numbers = numbered(result.communities)
    const sums = (label: string, own: readonly CommunityResult[]): string[] => [
      '',
      label,
      yuan(sum(own.map((each) => each.previousFen))),
      yuan(sum(own.map((each) => each.amountFen))),
      changeOfAll(own),
      '',
    ]
    const expected = places(result.communities).flatMap((place) => [
      [place.district],
      ...place.own.map((each) => [
        numbers.get(each.key)!,
        each.subdistrict,
        each.name,
        '未分类',
        classOf(each),
        yuan(each.previousFen),
        each.amountFen === null ? '未定' : yuan(each.amountFen),
        signedYuan(changeOf(each)),
        each.class === null ? '缺指标，不能定类' : ruleOf(each),
      ]),
      sums(`${place.district}合计`, place.own),
    ])
    expect(
      withoutHead(
        rows.slice(at),
        ['序号', '街道（镇）', '社区', '原类别', '类别', '上年（2022年）', '2023年方案', '增减', '变化原因'],
        sheets,
      ),
    ).toEqual(asPrinted([...expected, sums('总计', result.communities)]))
  })

  inFull('in the list of classes by hand, with what each costs', async () => {
    const { rows, sheets } = await rowsOf('overrides')
    const { lines } = await host.ask('overrides.report')
    const costs = lines.map((each) => each.amountFen! - each.ruleFen!)
    expect(costs.every((each) => each !== 0)).toBe(true)
    const reasons: Record<string, string> = { 流动人口集中: '流动人口集中', 整村搬迁: '整村搬迁；有效期至 2024 年' }
    const expected = lines.map((each, at) => [
      String(at + 1),
      `${each.district} ${each.subdistrict}`,
      each.name,
      each.ruleClass!,
      each.override.class,
      signedYuan(costs[at]!),
      reasons[each.override.reason]!,
      each.override.document,
    ])
    const printed = withoutHead(rows, ['序号', '区县、街道', '社区', '按办法', '人工', '增减', '理由', '依据文件', '何人何时'], sheets)
    expect(printed.map((row) => row.slice(0, 8))).toEqual(
      asPrinted([...expected, ['', '总计（2 个社区）', signedYuan(sum(costs)), '', '', '']]),
    )
    expect(printed.slice(0, 2).map((row) => row[8])).toEqual([
      expect.stringMatching(/^\d{4}\/\d\d?\/\d\d?\d\d:\d\d$/),
      expect.stringMatching(/^\d{4}/),
    ])
  })

  it('in the change log: every change of every step, before and after', async () => {
    const { rows, sheets } = await rowsOf('history')
    const steps = await host.ask('history.list', {})
    const said = (field: string, value: number | string | null): string =>
      field === 'present'
        ? value === 1
          ? '有'
          : '无'
        : value === null
          ? '–'
          : typeof value === 'number' && value !== 2024
            ? value.toLocaleString('en-US')
            : String(value)
    const printed = withoutHead(rows, ['步号', '对象', '名称', '年度', '栏目', '原值', '新值'], sheets)
    const heads = printed.filter((row) => row.length === 1).map((row) => row[0])
    expect(heads).toEqual(steps.map((step) => expect.stringMatching(new RegExp(`^${step.id}\\d{4}/`))))
    const changes = await Promise.all(
      steps.map(async (step) =>
        (await host.ask('history.changes', { step: step.id })).rows.map((row) => [
          String(step.id),
          row.name,
          row.year === null ? '' : String(row.year),
          said(row.field, row.before),
          said(row.field, row.after),
        ]),
      ),
    )
    expect(
      printed
        .filter((row) => row.length > 1)
        .map(([step, , name, year, , before, after]) => [step, name, year, before, after].map((each) => each!.replace(/(\d)人$/, '$1'))),
    ).toEqual(asPrinted(changes.flat()))
  })
})
