import { read, utils } from 'xlsx'
import { beforeEach, expect, it } from 'vitest'
import { DELIVERED_TEAMS, type TeamDuty } from '../../../src-main/model/teams.ts'
import { keyOf, MATURE, OLD, smallPlan, type Desk } from '../../support/desk.ts'

const police = { key: 'police', name: { zh: '公安', en: 'Police' }, officers: 2, required: true }
const market = { key: 'market', name: { zh: '市监', en: 'Market' }, officers: 1, required: false }
let desk: Desk
/** Three teams, of which the first serves 甲 and 乙, the second 丙, and the third nobody; class A is 甲 alone. */
beforeEach(async () => {
  desk = await smallPlan({ 甲: MATURE, 乙: OLD, 丙: OLD }, 2026)
  const settings = { ...DELIVERED_TEAMS, least: 1, officersLeast: 1, officersMost: 2, bureaus: [police, market] }
  await desk.ask('teams.settings', { ...settings, teams: 3, bureaus: [{ ...police, officers: 3 }] })
  await desk.ask('teams.enter', { cells: [count(3, 'safety', 'month', 2, '7')] })
  await desk.ask('teams.settings', { ...settings, teams: 2 })
  await desk.ask('teams.move', { keys: [keyOf('甲'), keyOf('乙')], team: 1 })
  await desk.ask('teams.move', { keys: [keyOf('丙')], team: 2 })
  await desk.ask('teams.enter', {
    cells: [
      count(1, 'safety', 'month', 2, '4'),
      count(1, 'safety', 'month', 3, '5'),
      count(1, 'safety', 'month', 2, '3', 'done'),
      count(1, 'party', 'quarter', 2, '2'),
      count(2, 'safety', 'quarter', 1, '10'),
    ],
  })
})
const count = (
  team: number,
  duty: TeamDuty,
  per: 'month' | 'quarter',
  period: number,
  text: string,
  field: 'planned' | 'done' = 'planned',
) => ({ ...{ team, duty, per, period, field, text } })
const plan = async (scope: object = {}) => (await desk.ask('catalogue.plan', scope)).duties
const months = (units: Record<number, number>) => Array.from({ length: 12 }, (_, month) => units[month + 1] ?? 0)

it('the duties of the teams that serve the communities stand in the work plan by duty and by team, and both add up to the same', async () => {
  const found = await plan()
  expect(found.duties).toEqual([
    { duty: 'safety', teams: [1, 2, 3], communities: 3, months: months({ 2: 11, 3: 15 }), planned: 26, done: 3 },
    { duty: 'party', teams: [1], communities: 2, months: months({ 6: 2 }), planned: 2, done: null },
  ])
  expect(
    found.teams.map(({ team, communities, planned, done, bureaus }) => [team, communities, planned, done, bureaus.map((each) => each.zh)]),
  ).toEqual([
    [1, 2, 11, 3, ['公安', '市监']],
    [2, 1, 10, null, ['公安']],
    [3, 0, 7, null, []],
  ])
  expect(found.all).toEqual({ months: months({ 2: 11, 3: 15, 6: 2 }), planned: 28, done: 3 })
})

it('a class, a place or a bureau has those of its own teams', async () => {
  expect((await plan({ class: 'A' })).teams.map(({ team, communities }) => [team, communities])).toEqual([[1, 1]])
  expect((await plan({ district: '西区' })).duties).toEqual([])
  expect((await plan({ department: '市监' })).teams.map((each) => each.team)).toEqual([1])
  expect((await desk.ask('catalogue.plan', {})).bureaus.map((each) => each.zh)).toEqual(['公安', '市监'])
})

it('a quarter that is counted by month as well is not counted twice, and that is told', async () => {
  await desk.ask('teams.enter', { cells: [count(1, 'safety', 'quarter', 1, '9'), count(1, 'safety', 'quarter', 1, '8', 'done')] })
  const found = await plan({ class: 'A' })
  expect([found.all.planned, found.all.done, found.doubled]).toEqual([11, 3, 2])
})

it('they are in the workbook, with the sum below', async () => {
  const { Sheets } = read(Buffer.from((await desk.ask('catalogue.planSheet', {})).base64, 'base64'))
  const rows = utils.sheet_to_json<(string | number)[]>(Sheets['服务队职责']!, { header: 1, range: 1 })
  expect(rows.map((each) => [each[0], each[1], each[4], each[15], each[16]])).toEqual([
    ['职责', '服务队', '2月', '全年计划', '完成'],
    ['安全检查', '1、2、3', 11, 26, 3],
    ['党建联建', '1', 0, 2, undefined],
    ['合计', undefined, 11, 28, 3],
    [undefined, undefined, undefined, undefined, undefined],
    ['服务队', '单位', '2月', '全年计划', '完成'],
    ['第1队', '公安、市监', 4, 11, 3],
    ['第2队', '公安', 0, 10, undefined],
    ['第3队', undefined, 7, 7, undefined],
    ['合计', undefined, 11, 28, 3],
  ])
})
