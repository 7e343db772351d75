import { beforeEach, describe, expect, it } from 'vitest'
import { keyOf, problemsOf, type Desk } from '../../support/desk.ts'
import { bookBytes, sheetBytes } from '../../support/register-sheet.ts'
import { decided, goOn, paidPlan, proposed, step, toTheEnd } from './quarter.ts'

let desk: Desk
beforeEach(async () => {
  desk = await paidPlan()
})

const handOver = async (fileName: string, base64: string) => desk.handOver({ fileName, base64 })
const exported = async () => desk.ask('projects.export', {})
const preview = async (rows: unknown[][]) => desk.ask('projects.preview', await handOver('台账.xlsx', await sheetBytes(rows)))
const HEAD = [
  '序号',
  '社区名称',
  '项目名称',
  '用途类别',
  '预算金额（万元）',
  '申报时间',
  '表决时间',
  '决策机构',
  '批准金额（万元）',
  '备案时间',
]

describe('the register as a sheet', () => {
  it('goes out and comes back without a change', async () => {
    await goOn(desk, await proposed(desk, '甲', 10_000.05), ...toTheEnd(10_000.05))
    await goOn(desk, await proposed(desk, '甲', 5000), decided(5000), step('stopped', '2026-05-01', { reason: '不再需要' }))
    await proposed(desk, '乙', 700, '2026-04-01', { category: 'hardship', cases: 3, note: '低保户' })
    const { base64 } = await exported()
    const again = await desk.ask('projects.preview', await handOver('台账.xlsx', base64))
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 3, problems: [] })
  })

  it('fills an empty register with all that it says', async () => {
    await goOn(desk, await proposed(desk, '甲', 10_000.05), ...toTheEnd(10_000.05))
    const before = await desk.ask('projects.list')
    const { base64 } = await exported()
    await desk.ask('history.undo')
    for (let left = 11; left > 0; left--) await desk.ask('history.undo')
    expect((await desk.ask('projects.list')).projects).toEqual([])
    const { id } = await desk.ask('projects.preview', await handOver('台账.xlsx', base64))
    expect(await desk.ask('projects.apply', { id })).toEqual({ added: 1, changed: 0 })
    expect((await desk.ask('projects.list')).projects).toEqual(before.projects)
  })

  it('reads what offices deliver: titles above, 万元, joined cells, totals, days as they are written', async () => {
    const { id, ...found } = await preview([
      ['2026年度社区项目台账'],
      HEAD,
      [1, '甲社区', '楼道照明', '环境和设施', 1.5, '2026年4月1日', '2026.4.10', '居民代表会议', 1.5, '2026/4/15'],
      [2, '', '老人助餐', '服务', 0.8, '2026-04-01', '2026-04-10', '居民代表会议', 0.75, ''],
      [3, '乙', '读书角', '文化和党建', '0.3', '', '', '', '', ''],
      ['合计', '', '', '', 2.6, '', '', '', 2.25, ''],
    ])
    expect(found).toMatchObject({ added: 3, changed: 0, problems: [] })
    await desk.ask('projects.apply', { id })
    const { projects } = await desk.ask('projects.list')
    expect(
      projects.map(({ name, number, purpose, plannedFen, approvedFen, state }) => [name, number, purpose, plannedFen, approvedFen, state]),
    ).toEqual([
      ['乙', '01', '读书角', 300_000, null, 'planned'],
      ['甲', '01', '楼道照明', 1_500_000, 1_500_000, 'filed'],
      ['甲', '02', '老人助餐', 800_000, 750_000, 'decided'],
    ])
    expect(await desk.ask('history.undo')).toBeDefined()
    expect((await desk.ask('projects.list')).projects).toEqual([])
  })

  it('names what is wrong at its row and column, and takes nothing', async () => {
    const { problems, errors, id } = await preview([
      HEAD,
      [1, '甲', '楼道照明', '基建', 1, '', '', '', '', ''],
      [2, '丁', '楼道照明', '服务', 1, '', '', '', '', ''],
      [3, '甲', '楼道照明', '服务', '一万', '', '', '', '', ''],
      [4, '甲', '楼道照明', '服务', 1, '四月', '', '', '', ''],
      [5, '甲', '楼道照明', '服务', 20, '2026-04-01', '2026-04-10', '会议', 20, ''],
      [6, '乙', '联系 13812345678', '服务', 1, '', '', '', '', ''],
      [7, '乙', '楼道照明', '服务', 1, '', '', '', 1, ''],
    ])
    expect(problems.map(({ code, place }) => [code, place.row, place.column]).sort()).toEqual(
      [
        ['project.categoryUnknown', 2, 'D'],
        ['import.communityUnknown', 3, undefined],
        ['import.amountExpected', 4, 'E'],
        ['project.dayExpected', 5, 'F'],
        ['project.overcommitted', 6, undefined],
        ['text.mobile', 7, undefined],
        ['project.fieldMissing', 8, undefined],
      ].sort(),
    )
    expect(errors).toBe(7)
    expect(await problemsOf(desk.ask('projects.apply', { id }))).toMatchObject([{ code: 'import.refused' }])
    expect((await desk.ask('projects.list')).projects).toEqual([])
  })

  it('lets two projects of a sheet draw on the same money only as far as it goes', async () => {
    const row = (number: number, wan: number) => [number, '甲', `项目${number}`, '服务', wan, '2026-04-01', '2026-04-10', '会议', wan, '']
    expect((await preview([HEAD, row(1, 10), row(2, 5)])).problems).toEqual([])
    expect((await preview([HEAD, row(1, 10), row(2, 5.01)])).problems).toMatchObject([
      { code: 'project.overcommitted', place: { row: 3 }, params: { freeFen: 5_000_000, byFen: 10_000 } },
    ])
  })

  it('adds steps to a project that is there, and keeps those that are', async () => {
    await goOn(desk, await proposed(desk, '甲', 10_000), decided(10_000))
    const { id, changed, problems } = await preview([
      ['项目编号', '社区', '项目名称', '用途类别', '计划金额', '备案日期'],
      ['01', '甲', '楼道照明', '环境和设施', 10_000, '2026-04-15'],
    ])
    expect([changed, problems]).toEqual([1, []])
    await desk.ask('projects.apply', { id })
    const { events } = await desk.ask('projects.get', { year: 2026, key: keyOf('甲'), number: '01' })
    expect(events.map((each) => each.kind)).toEqual(['proposed', 'decided', 'filed'])
  })

  const STEPS = ['社区', '项目号', '步骤', '日期', '金额', '文号']
  const PLAN = ['项目号', '社区', '项目名称', '用途类别', '计划金额', '备注']
  const planRow = (note = '') => ['01', '甲', '楼道照明', '环境和设施', 10_000, note]
  const previewBook = async (sheets: Record<string, unknown[][]>) =>
    desk.ask('projects.preview', await handOver('台账.xlsx', await bookBytes(sheets)))
  const eventsOf = async () => (await desk.ask('projects.get', { year: 2026, key: keyOf('甲'), number: '01' })).events

  it('names a row of steps that says no step or no day', async () => {
    await proposed(desk, '甲', 10_000)
    const { problems } = await previewBook({
      步骤: [
        STEPS,
        ['甲', '01', '', '2026-04-10', 10_000, ''],
        ['甲', '01', '付款', '', 0, ''],
        ['甲', '01', '剪彩', '2026-04-10', '', ''],
      ],
    })
    expect(problems.map(({ code, params, place }) => [code, params['what'], place.row])).toEqual([
      ['project.fieldMissing', '步骤', 2],
      ['project.fieldMissing', '付款日期', 3],
      ['import.optionUnknown', undefined, 4],
    ])
  })

  it('takes every one of equal payments, and the numbers of documents that are added', async () => {
    await goOn(desk, await proposed(desk, '甲', 10_000), decided(10_000), step('filed', '2026-04-15'), step('started', '2026-04-21'))
    const pay = ['甲', '01', '付款', '2026-05-10', 1000]
    const again = async (...rows: unknown[][]) => {
      const { id, added, changed, problems } = await previewBook({ 步骤: [STEPS, ...rows] })
      if (changed > 0) await desk.ask('projects.apply', { id })
      const paid = (await eventsOf()).filter((each) => each.kind === 'paid').map(({ document, amountFen }) => [document, amountFen])
      return [added, changed, problems, paid]
    }
    expect(await again([...pay, '票1'])).toEqual([0, 1, [], [['票1', 100_000]]])
    const both = [
      ['票1', 100_000],
      ['票2', 100_000],
    ]
    expect(await again([...pay, '票2'], [...pay, '票1'])).toEqual([0, 1, [], both])
    expect(await again([...pay, '票2'], [...pay, '票1'])).toEqual([0, 0, [], both])
    const filed = ['甲', '01', '备案', '2026-04-15', '', '备〔2026〕7号']
    expect(await again(filed, [...pay, ''])).toEqual([0, 1, [], both])
    expect((await eventsOf()).find((each) => each.kind === 'filed')!.document).toBe('备〔2026〕7号')
  })

  it('asks again for a use where the remark is another one', async () => {
    const project = await proposed(desk, '甲', 10_000, '2026-04-01', { note: '含接待' })
    await desk.ask('projects.answer', { project, use: { answer: 'allowed', reason: '老人座谈' } })
    const useOf = async (note: string) => {
      const { id, changed } = await preview([PLAN, planRow(note)])
      if (changed > 0) await desk.ask('projects.apply', { id })
      return (await desk.ask('projects.get', project)).project.use
    }
    expect(await useOf('含接待')).toMatchObject({ answer: 'allowed' })
    expect(await useOf('含招待费和礼品')).toBeNull()
  })

  it('tells which sheets and columns it has not read', async () => {
    const { added, errors, problems } = await previewBook({
      封面: [['服务群众专项经费']],
      台账: [
        [...PLAN, '序号', '资金渠道', '空列'],
        [...planRow(), 1, '市级', ''],
      ],
    })
    expect([added, errors]).toEqual([1, 0])
    expect(problems).toMatchObject([
      { code: 'project.columnUnknown', level: 'warning', params: { heading: '资金渠道' }, place: { sheet: '台账', row: 1, column: 'H' } },
      { code: 'project.sheetsNotRead', level: 'warning', params: { sheets: '封面' } },
    ])
  })

  it('says so where no register is found', async () => {
    expect(
      await problemsOf(
        preview([
          ['姓名', '年龄'],
          ['甲', 3],
        ]),
      ),
    ).toMatchObject([{ code: 'project.sheetUnknown' }])
  })
})
