import { beforeEach, describe, expect, it } from 'vitest'
import { codesOf, keyOf, MATURE, OLD, smallPlan, type Desk } from '../../support/desk.ts'
import { bookBytes } from '../../support/register-sheet.ts'

type Cell = string | number | null
let desk: Desk

/** Hands over a file with these sheets, as a page does. */
async function handed(sheets: Record<string, Cell[][]>, fileName = '热线月报.xlsx') {
  return desk.handOver({ fileName, base64: await bookBytes(sheets) })
}
const preview = async (sheets: Record<string, Cell[][]>, more: { source?: 'hotline' | 'found'; month?: number } = {}) =>
  desk.ask('appeals.preview', { ...(await handed(sheets)), ...more })
const counts = async (name: string, month: number, source: 'hotline' | 'found' | 'handed' = 'hotline') =>
  (await desk.ask('appeals.get', { month, source, subject: '' })).rows.find((each) => each.key === keyOf(name))!.all

const HEAD = [
  '工单编号',
  '受理时间',
  '街道',
  '承办社区',
  '诉求类别',
  '诉求来源',
  '诉求人姓名',
  '联系电话',
  '诉求内容',
  '办结时间',
  '是否按时',
  '是否重复',
]
const ticket = (
  number: string,
  date: string,
  name: string,
  rest: Partial<Record<'subject' | 'source' | 'closed' | 'inTime' | 'repeat', string>> = {},
) => [
  ...[number, date, '一街道', name, rest.subject ?? '噪声扰民', rest.source ?? '12345热线', '张三', '13812345678', '楼上漏水，请派人来'],
  ...[rest.closed ?? '', rest.inTime ?? '', rest.repeat ?? '否'],
]

beforeEach(async () => {
  desk = await smallPlan({ 甲: MATURE, 乙: OLD, 丙: MATURE }, 2026)
})

describe('a sheet with a row for each ticket', () => {
  const TICKETS = [
    ['12345热线1至3月工单'],
    HEAD,
    ticket('1', '2026-01-05 09:30', '甲社区', { closed: '2026-01-05', inTime: '是' }),
    ticket('2', '2026/1/20', '甲', { closed: '2026/1/26', inTime: '是' }),
    ticket('3', '2026年1月21日', '甲', { closed: '2026年3月1日', inTime: '否' }),
    ticket('4', '2026-03-02', '甲', { subject: '物业管理' }),
    ticket('4', '2026-03-02', '甲'),
    ticket('5', '2026-03-03', '甲', { repeat: '是' }),
    ticket('6', '2026-03-04', '乙', { source: '网格巡查', closed: '2026-03-05', inTime: '是' }),
    ticket('7', '2025-12-31', '乙'),
    ticket('8', '昨天', '乙'),
    ticket('9', '2026-03-04', '乙', { closed: '2026-03-01' }),
    ticket('10', '2026-03-06', '东湖', { subject: '张三反映楼上漏水多日无人处理请速派人' }),
    ['合计', '', '', '', '', '', '', '', '', '', '', ''],
  ]

  it('is told before it comes in: how many tickets, which months, who is not known, and what was not read', async () => {
    const told = await preview({ 明细: TICKETS })
    expect(told).toMatchObject({ kind: 'tickets', rows: 7, received: 6, repeats: 1, outOfScope: 0 })
    expect(told.months).toEqual([
      { month: 1, received: 3, communities: 1, replaces: 0 },
      { month: 3, received: 2, communities: 2, replaces: 0 },
    ])
    expect(told.sources).toEqual([
      { source: 'hotline', received: 5 },
      { source: 'found', received: 1 },
    ])
    expect(told.unknown).toMatchObject([{ name: '东湖', rows: 1, at: { sheet: '明细', row: 13, column: 'D' } }])
    expect(told.personal).toEqual(['诉求人姓名', '联系电话'])
    expect(told.leftOut).toEqual(['诉求内容'])
    expect(told.subjects).toEqual([{ name: '噪声扰民', received: 4 }])
    expect(told.problems.map(({ code, place }) => [code, place.row ?? null])).toEqual([
      ['appeals.ticketTwice', 7],
      ['appeals.otherYear', 10],
      ['appeals.dateUnread', 11],
      ['appeals.closedBefore', 12],
      ['appeals.noSubject', 13],
      ['appeals.monthsMissing', null],
    ])
    expect(told.problems.at(-1)!.params).toEqual({ value: '2' })
    const said = JSON.stringify(told)
    for (const personal of ['张三', '13812345678', '漏水']) expect(said).not.toContain(personal)
  })

  it('comes in once its questions are answered, counted by month with the days to close; nothing of a ticket stays', async () => {
    const { id, unknown } = await preview({ 明细: TICKETS })
    expect(await codesOf(desk.ask('appeals.apply', { id }))).toEqual(['appeals.unanswered'])
    const communities = unknown.map(({ place }) => ({ place, key: keyOf('丙') }))
    expect(await desk.ask('appeals.apply', { id, communities, subjects: ['噪声扰民'] })).toEqual({ received: 6, rows: 5, zeros: 0 })
    expect(await counts('甲', 1)).toMatchObject({ received: 3, solved: 3, inTime: 2, days0: 1, days7: 1, daysMore: 1, repeats: 0 })
    expect(await counts('甲', 3)).toMatchObject({ received: 1, solved: 0, repeats: 1 })
    expect(await counts('乙', 3, 'found')).toMatchObject({ received: 1, solved: 1, days3: 1 })
    expect(await counts('丙', 3)).toMatchObject({ received: 1 })
    expect((await desk.ask('appeals.subjects')).at(-1)).toMatchObject({ label: { zh: '噪声扰民' }, used: 3 })
    expect((await desk.ask('history.list', { limit: 1 }))[0]!.summary).toBe('热线月报.xlsx：导入诉求6件')
    await desk.ask('history.undo')
    expect(await counts('甲', 1)).toMatchObject({ received: null })
    expect((await desk.ask('appeals.subjects')).some((each) => each.label.zh === '噪声扰民')).toBe(false)
  })

  it('replaces what was entered of the same month and source, and says of how many; others may be taken as none', async () => {
    const march = { 三月: [HEAD, ticket('1', '2026-03-02', '甲'), ticket('2', '2026-03-03', '甲')] }
    await desk.ask('appeals.apply', { id: (await preview(march)).id })
    const again = await preview({ 三月: [HEAD, ticket('1', '2026-03-02', '甲')] })
    expect(again.months).toEqual([{ month: 3, received: 1, communities: 1, replaces: 1 }])
    expect(again.without).toBe(2)
    expect(await desk.ask('appeals.apply', { id: again.id, zeros: true })).toEqual({ received: 1, rows: 1, zeros: 2 })
    expect(await counts('甲', 3)).toMatchObject({ received: 1 })
    expect(await counts('乙', 3)).toMatchObject({ received: 0, solved: 0 })
  })

  it('names a month that stands in two sheets, and where it is not said whether in time nobody knows it', async () => {
    const told = await preview({
      三月: [HEAD, ticket('1', '2026-03-02', '甲', { closed: '2026-03-02', inTime: '是' })],
      补报: [HEAD, ticket('2', '2026-03-03', '甲', { closed: '2026-03-04' })],
    })
    expect(told.problems).toMatchObject([
      { code: 'appeals.monthInTwoSheets', params: { month: 3, value: '三月、补报' } },
      { code: 'appeals.inTimeUnsaid', params: { count: 1 } },
    ])
    await desk.ask('appeals.apply', { id: told.id })
    expect(await counts('甲', 3)).toMatchObject({ received: 2, solved: 2, inTime: null })
  })

  it('is not applied to a plan that has changed meanwhile', async () => {
    const { id } = await preview({ 三月: [HEAD, ticket('1', '2026-03-02', '甲')] })
    await desk.ask('appeals.enter', {
      month: 3,
      source: 'hotline',
      subject: '',
      cells: [{ key: keyOf('乙'), field: 'received', text: '1' }],
    })
    expect(await codesOf(desk.ask('appeals.apply', { id }))).toEqual(['import.stale'])
  })
})

describe('a sheet with a row for each community', () => {
  const COUNTS = ['社区', '月份', '受理件数', '办结件数', '按时办结', '重复诉求']

  it('comes in by month; an empty cell changes nothing', async () => {
    await desk.ask('appeals.enter', {
      month: 4,
      source: 'hotline',
      subject: '',
      cells: [{ key: keyOf('甲'), field: 'repeats', text: '3' }],
    })
    const told = await preview({
      月报: [COUNTS, ['甲', '4月', 12, 10, 9, null], ['乙', '2026-04', 5, 5, 5, 0], ['合计', '', 17, 15, 14, 0]],
    })
    expect(told).toMatchObject({ kind: 'counts', rows: 2, received: 17, errors: 0, without: 0 })
    await desk.ask('appeals.apply', { id: told.id })
    expect(await counts('甲', 4)).toMatchObject({ received: 12, solved: 10, inTime: 9, repeats: 3 })
    expect(await counts('乙', 4)).toMatchObject({ received: 5, repeats: 0 })
  })

  it.each([
    [[['甲', '4月', 3, 4, null, null]], 'appeals.partAboveWhole', 2],
    [[['甲', '4月', -3, null, null, null]], 'catalogue.countExpected', 2],
    [[['甲', '4月', '110101199003070134', null, null, null]], 'text.identity', 2],
    [[['甲', '', 3, 1, null, null]], 'appeals.monthUnknown', 2],
    [
      [
        ['甲', '4月', 3, 1, null, null],
        ['甲社区', '四月', 3, 1, null, null],
      ],
      'appeals.monthUnknown',
      3,
    ],
    [
      [
        ['甲', '4月', 3, 1, null, null],
        ['甲社区', '4月', 3, 1, null, null],
      ],
      'appeals.monthTwice',
      3,
    ],
  ] satisfies [Cell[][], string, number][])('is refused with the row for %j', async (rows, code, row) => {
    const told = await preview({ 月报: [COUNTS, ...rows] })
    expect(told.problems.map((each) => [each.code, each.place.row])).toEqual([[code, row]])
    expect(told.errors).toBe(1)
    expect(await codesOf(desk.ask('appeals.apply', { id: told.id }))).toEqual(['import.refused'])
  })

  it('takes the month from the name of the sheet, or as it was chosen', async () => {
    const sheet = [
      ['社区', '受理件数'],
      ['甲', 4],
    ]
    expect((await preview({ '2026年5月': sheet })).months).toMatchObject([{ month: 5, received: 4 }])
    expect((await preview({ 月报: sheet }, { month: 7, source: 'found' })).months).toMatchObject([{ month: 7, received: 4 }])
  })

  it('says what is missing where it is no sheet of appeals, and where it is two kinds in one', async () => {
    const counted = [
      ['社区', '受理件数'],
      ['甲', 4],
    ]
    expect(
      await codesOf(
        preview({
          表: [
            ['社区', '面积'],
            ['甲', 3],
          ],
        }),
      ),
    ).toEqual(['appeals.sheetUnknown'])
    expect(await codesOf(preview({ 件数5月: counted, 明细: [HEAD, ticket('1', '2026-05-02', '甲')] }))).toEqual(['appeals.bothKinds'])
  })
})
