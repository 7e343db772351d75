import { beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../../src-main/contract/operations.ts'
import { DELIVERED_RENOVATION } from '../../../src-main/model/renovation.ts'
import { codesOf, keyOf, MATURE, OLD, problemsOf, smallPlan, type Desk } from '../../support/desk.ts'
import { oneSheet } from '../../support/spreadsheet-files.ts'

type Cell = InputOf<'renovation.enter'>['cells'][number]
const WAN = 1_000_000

let desk: Desk
const lot = (part: 'count' | 'unitFen' | 'aidShare' | 'aidFen', text: string, name = '甲', kind = 'unmanaged'): Cell => ({
  key: keyOf(name),
  kind,
  part,
  text,
})
const money = (part: 'startFen' | 'fixedFen' | 'otherFen' | 'share', text: string, name = '甲'): Cell => ({ key: keyOf(name), part, text })
const enter = (...cells: Cell[]) => desk.ask('renovation.enter', { cells })
const account = () => desk.ask('renovation.account')
const line = async (name = '甲') => (await account()).communities.find((each) => each.key === keyOf(name))
const of = (by?: number, name = '甲') => desk.ask('renovation.of', { key: keyOf(name), ...(by === undefined ? {} : { by }) })

beforeEach(async () => {
  // Class B under the reference policy gets 30 万元, A 10 万元; last year everybody had 20.
  desk = await smallPlan({ 甲: { ...OLD, previousAmount: 20 * WAN }, 乙: { ...MATURE, previousAmount: 20 * WAN }, 丙: MATURE }, 2026)
})

describe('the backlog of a community', () => {
  it('is done four years sooner: eight courtyards at 30 万元, with 30 instead of 20 万元 a year', async () => {
    await enter(lot('count', '8'))
    expect(await line()).toMatchObject({
      courtyards: 8,
      ownFen: 240 * WAN,
      gaps: [],
      byPolicy: { yearlyFen: 30 * WAN, finished: 8, courtyardYears: 36 },
      asBefore: { yearlyFen: 20 * WAN, finished: 12, courtyardYears: 56 },
    })
    expect(await line('乙')).toBeUndefined()
    const { scenarios, orders, classes, plan } = await of()
    expect(scenarios.map(({ scenario, plan: own }) => [scenario, own?.finished])).toEqual([
      ['none', null],
      ['asBefore', 12],
      ['byPolicy', 8],
      ['byYear', 5],
    ])
    expect(orders.map(({ order, proof }) => [order, proof])).toContainEqual(['best', 'cheapestFirst'])
    expect(classes.find((each) => each.class === 'B')).toMatchObject({ amountFen: 30 * WAN, outcome: { finished: 8 } })
    expect(plan!.years.map((each) => each.leftFen)).toEqual(Array.from({ length: 8 }, () => 0))
    await desk.ask('history.undo')
    expect(await line()).toBeUndefined()
  })

  it('needs the smallest sum to be done by a year, and one fen less is too little', async () => {
    await enter(lot('count', '8'))
    expect((await of(2031)).need).toEqual({
      by: 2031,
      yearlyFen: 40 * WAN,
      below: { yearlyFen: 40 * WAN - 1, finished: 7, courtyardYears: expect.any(Number) as number },
    })
    const goal = await desk.ask('renovation.goal', { by: 2031 })
    expect(goal.total).toEqual({ needFen: 40 * WAN, lackFen: 10 * WAN, unknown: 0 })
    expect(await codesOf(of(2025))).toEqual(['renovation.byOutside'])
    expect(await codesOf(desk.ask('renovation.goal', { by: 2086 }))).toEqual(['renovation.byOutside'])
  })

  it('counts what others pay, what is there already, other money, and the part of the amount that goes into it', async () => {
    await enter(lot('count', '2'), lot('unitFen', '60万元'), lot('aidShare', '50%'), money('startFen', '30万元'), money('share', '50'))
    expect(await line()).toMatchObject({ ownFen: 60 * WAN, startFen: 30 * WAN, byPolicy: { yearlyFen: 15 * WAN, finished: 2 } })
    await enter(money('fixedFen', '50000'), money('otherFen', '10万元'), lot('aidShare', ''), lot('aidFen', '300000'))
    expect(await line()).toMatchObject({ byPolicy: { yearlyFen: 30 * WAN, finished: 1 } })
  })

  it('says what is missing instead of a year', async () => {
    await enter(lot('unitFen', '300000'))
    expect(await line()).toMatchObject({ gaps: ['count'], byPolicy: null })
    expect((await of()).need).toBeNull()
    await desk.ask('renovation.settings', {
      ...DELIVERED_RENOVATION,
      kinds: DELIVERED_RENOVATION.kinds.map((each) => ({ ...each, unitFen: null })),
    })
    await enter(lot('count', '3'), lot('unitFen', ''), lot('count', '3', '丙'), lot('unitFen', '30万', '丙'))
    expect((await line())!.gaps).toEqual(['unit'])
    // 丙 had no amount last year that is known.
    expect(await line('丙')).toMatchObject({ byPolicy: { finished: expect.any(Number) as number }, asBefore: null })
    const { total } = await account()
    expect(total).toMatchObject({ communities: 2, unknown: 1, courtyards: 3, courtyardYears: { communities: 0 } })
  })

  it('adds up by place and year by year, to the fen', async () => {
    await enter(lot('count', '8'), lot('count', '1', '乙', 'old'))
    const { places, total, years } = await account()
    expect(places.map((each) => [each.district, each.subdistrict, each.courtyards])).toEqual([
      ['东区', null, 9],
      ['东区', '一街道', 9],
    ])
    expect(total).toMatchObject({ communities: 2, courtyards: 9, ownFen: 270 * WAN, unfinished: 0 })
    let left = 0
    for (const each of years) {
      left += each.inFen - each.spentFen
      expect(each.leftFen).toBe(left)
    }
    expect(years.reduce((sum, each) => sum + each.done, 0)).toBe(9)
    expect(years.at(-1)).toMatchObject({ waiting: 0, waitingAsBefore: 0 })
  })
})

describe('what is typed', () => {
  it.each<[string, Cell[], string]>([
    ['a courtyard for nothing', [lot('unitFen', '0')], 'renovation.unitZero'],
    ['others paying more than it costs', [lot('aidFen', '31万元')], 'renovation.aidAboveCost'],
    ['a share and a sum', [lot('aidFen', '1万元'), lot('aidShare', '10')], 'renovation.aidTwice'],
    ['a negative sum', [money('fixedFen', '-1')], 'import.amountExpected'],
    ['a negative count', [lot('count', '-1')], 'catalogue.countExpected'],
    ['a text', [money('share', '一半')], 'renovation.shareExpected'],
    ['a share above the whole', [money('share', '101')], 'renovation.shareOutside'],
    ['more than a community has', [lot('count', '10001')], 'renovation.tooMany'],
    ['a unit that is none', [lot('unitFen', '三十万')], 'import.amountExpected'],
  ])('%s is refused at its cell, and nothing is entered', async (_, cells, code) => {
    const problems = await problemsOf(enter(lot('count', '5', '乙'), ...cells))
    expect(problems.map((each) => [each.code, each.place.community])).toEqual([[code, '甲']])
    expect(await line('乙')).toBeUndefined()
  })

  it('keeps kinds apart, and a kind that is used stays', async () => {
    await enter(lot('count', '8'))
    const { kinds } = DELIVERED_RENOVATION
    const set = (changed: typeof kinds) => desk.ask('renovation.settings', { ...DELIVERED_RENOVATION, kinds: changed })
    expect(await codesOf(set(kinds.slice(1)))).toEqual(['renovation.kindUsed'])
    expect(await codesOf(set([...kinds, { ...kinds[0]!, key: 'k2' }]))).toEqual(['renovation.kindTwice'])
    await set([{ key: 'new', name: { zh: '筒子楼', en: '' }, unitFen: null, worsens: 500 }, ...kinds])
    expect((await desk.ask('renovation.get')).delivered).toBe(false)
    await enter(lot('count', '1', '甲', 'new'), lot('unitFen', '10万元', '甲', 'new'))
    expect((await of()).plan!.done[0]).toEqual({ kind: 'new', year: 1, count: 1 })
  })

  it('reads in the change log what was entered, by name and in words', async () => {
    await enter(lot('count', '8'), lot('unitFen', '25万元'))
    const [step] = await desk.ask('history.list', {})
    expect(step!.said.zh).toBe('楼院改造：录入 2 格')
    const changes = await desk.ask('history.changes', { step: step!.id })
    expect(changes.rows.map(({ subject, name, told }) => [subject, name, told?.field?.zh, told?.after?.zh])).toEqual([
      ['renovationLot', '甲', '三无楼院 待改造数', '8'],
      ['renovationLot', '甲', '三无楼院 每院造价', '25万元'],
    ])
  })
})

it('goes out as a sheet and back, and changes nothing', async () => {
  await enter(lot('count', '8'), lot('unitFen', '44.1万元'), lot('aidShare', '12.5%', '乙'), lot('count', '2', '乙'), money('share', '80'))
  const before = await desk.ask('renovation.get')
  const { base64, fileName } = await desk.ask('renovation.template')
  const file = await desk.handOver({ fileName, base64 })
  expect(await desk.ask('renovation.preview', file)).toMatchObject({ changed: 0, unchanged: 5, errors: 0 })
  expect(await desk.ask('renovation.import', file)).toEqual({ entered: 0, unchanged: 3 })
  expect(await desk.ask('renovation.get')).toEqual(before)
  const rows = [
    ['区县', '街道（镇）', '社区名称', '三无楼院待改造数', '三无楼院每院造价（元）'],
    ['东区', '一街道', '甲', '6', '0'],
    ['东区', '一街道', '乙', '3', ''],
  ]
  const wrong = await desk.handOver({ fileName: '改.xlsx', base64: Buffer.from(oneSheet(rows)).toString('base64') })
  expect(await desk.ask('renovation.preview', wrong)).toMatchObject({
    // What stands in a row that is refused does not come in.
    changed: 1,
    changes: [{ before: 2, after: 3 }],
    problems: [{ code: 'renovation.unitZero' }],
  })
  expect((await problemsOf(desk.ask('renovation.import', wrong))).map((each) => [each.code, each.place.row])).toEqual([
    ['renovation.unitZero', 2],
  ])
})

it('a new year begins with the backlog, and a class that changes tells the years that are gained', async () => {
  await enter(lot('count', '8'), money('startFen', '1万元'))
  await desk.ask('years.start', { year: 2027, from: 2026 })
  const { communities } = await desk.ask('renovation.get')
  expect(communities.find((each) => each.name === '甲')).toMatchObject({ lots: [{ kind: 'unmanaged', count: 8 }], money: null })
  const effects = await desk.ask('result.effects', { key: keyOf('甲'), class: 'A' })
  expect(effects.find((each) => each.key === 'renovation')).toMatchObject({
    becomes: [{ before: { zh: '8个楼院，2034年完成（8年）' }, after: { zh: '8个楼院，晚8年：2042年完成（16年）' } }],
  })
})
