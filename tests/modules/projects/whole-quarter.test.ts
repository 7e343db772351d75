import { expect, it } from 'vitest'
import { findingInWords } from '../../../src-renderer/modules/projects/shared.ts'
import { sheetsIn } from '../../support/spreadsheet-files.ts'
import { keyOf, MATURE, OLD, smallPlan } from '../../support/desk.ts'
import { decided, goOn, proposed, step, toTheEnd } from './quarter.ts'

it('five projects of a quarter: supervision names exactly what is wrong, and the payer who is late', async () => {
  const desk = await smallPlan({ 甲: MATURE, 乙: OLD }, 2026)
  const { communities } = await desk.ask('receipts.list')
  const entries = communities.flatMap(({ key, name, payers }) =>
    payers.flatMap(({ payer, dueFen }) =>
      // The district has not paid the second half to 乙.
      name === '乙' && payer === 'district'
        ? [{ key, payer, date: '2026-03-10', amountFen: dueFen! / 2 }]
        : [{ key, payer, date: '2026-03-10', amountFen: dueFen! }],
    ),
  )
  await desk.ask('receipts.add', { entries })
  // To the end; changed and not filed again; stopped; in work and not published; fine, and in work.
  await goOn(desk, await proposed(desk, '甲', 60_000), ...toTheEnd(60_000))
  const [, before, filed, contracted, started, during] = toTheEnd(50_000)
  const toWork = [decided(50_000), before!, filed!, contracted!, started!]
  const changed = step('changed', '2026-05-01', { amountFen: 6_000_000, body: '居民代表会议', reason: '材料涨价' })
  await goOn(desk, await proposed(desk, '甲', 50_000), ...toWork, during!, changed)
  await goOn(desk, await proposed(desk, '甲', 20_000), decided(20_000), step('stopped', '2026-04-12', { reason: '居民意见不一' }))
  await goOn(desk, await proposed(desk, '乙', 50_000), ...toWork)
  await goOn(desk, await proposed(desk, '乙', 130_000), ...toTheEnd(130_000).slice(0, 7))

  const { findings } = await desk.ask('projects.supervision')
  expect(findings.map(({ kind, key, number, duty, fen, word }) => [kind, key, number, duty, fen, word])).toEqual([
    ['unpublished', keyOf('乙'), '01', 'during', null, ''],
    ['changedAfterFiling', keyOf('甲'), '02', 'filing', null, ''],
    ['receiptLate', keyOf('乙'), null, null, 7_500_000, '区县级'],
  ])
  // After 30 September 38 weekdays to 23 November, less five of the holiday, and a Saturday that was worked.
  expect(findings.at(-1)!.days).toBe(34)
  expect(findingInWords(findings.at(-1)!, 'en')).toBe('75,000 yuan District')
  const own = await desk.ask('projects.ofCommunity', { key: keyOf('乙') })
  expect(own).toMatchObject({ kept: true, account: { name: '乙', receivedFen: 22_500_000, paidFen: 13_000_000 } })
  expect(own.findings).toEqual(findings.filter((each) => each.key === keyOf('乙')))
  expect(own.payers.map(({ name, shortFen }) => [name.zh, shortFen])).toEqual([
    ['市级', 0],
    ['区县级', 7_500_000],
  ])
  expect(own.projects.map((each) => each.number)).toEqual(['01', '02'])
  const months = await desk.ask('projects.months')
  expect(months.at(-1)).toMatchObject({ month: 11, paidFen: 19_000_000, share: 19_000_000 / 37_500_000 })
  expect(months.map((each) => each.paidFen)).toEqual([0, 0, 0, 0, ...Array.from({ length: 7 }, () => 19_000_000)])
  expect(months.map((each) => each.share).slice(0, 3)).toEqual([null, null, 0])
  const ofOne = await desk.ask('projects.months', { key: keyOf('甲') })
  expect(ofOne.at(-1)).toMatchObject({ paidFen: 6_000_000, share: 6_000_000 / 15_000_000 })
  expect((await desk.ask('projects.months', { district: '东区', subdistrict: '一街道' })).at(-1)).toEqual(months.at(-1))
  expect((await desk.ask('projects.months', { district: '西区' })).at(-1)).toMatchObject({ paidFen: 0, share: null })
  expect((await desk.ask('receipts.late')).map(({ key, shortFen, late }) => [key, shortFen, late])).toEqual([['district', 7_500_000, 1]])
  expect(await desk.ask('projects.overdue')).toEqual({ findings: 3, communities: 2 })
  const { total } = await desk.ask('projects.accounts')
  expect(total).toMatchObject({ receivedFen: 37_500_000, paidFen: 19_000_000, committedFen: 11_000_000, freeFen: 7_500_000 })
})

it('a project’s notice and filing sheet are workbooks too, whatever its number looks like', async () => {
  const desk = await smallPlan({ 甲: MATURE }, 2026)
  const project = await desk.ask('projects.add', {
    key: keyOf('甲'),
    number: '[环境]1/2:甲*?',
    proposed: '2026-04-01',
    plan: { purpose: '楼道照明', category: 'environment', plannedFen: 100_000 },
  })
  const sheets = async (paper: 'publication' | 'filing') => {
    const { fileName, base64 } = await desk.ask('projects.paper', { paper, projects: [project, project] })
    return [fileName, sheetsIn(base64)] as const
  }
  const [notice, published] = await sheets('publication')
  expect([notice, Object.keys(published).map((each) => each.slice(0, 3))]).toEqual(['项目公示表.xlsx', ['1 甲', '2 甲']])
  const rows = Object.values(published)[0]!
  for (const row of [
    ['公示阶段', '事前公示'],
    ['项目号', '2026-[环境]1/2:甲*?'],
    ['项目名称', '楼道照明'],
    ['用途', '环境和设施'],
    ['计划金额', '1,000元'],
    ['提出', '2026-04-01'],
    ['状态', '已提出'],
  ])
    expect(rows).toContainEqual(row)
  const [form, filed] = await sheets('filing')
  expect(form).toBe('项目备案表.xlsx')
  expect(Object.values(filed)[1]).toContainEqual(['变更情况', '无'])
})
