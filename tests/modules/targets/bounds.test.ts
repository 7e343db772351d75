import { beforeEach, describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { stateInWords } from '../../../src-main/words/targets.ts'
import { codesOf, keyOf, MATURE, problemsOf, smallPlan, type Desk } from '../../support/desk.ts'

const ID = 'g-doors'
/** Nobody has said how many households live there. */
const NO_COURTYARDS = { ...MATURE, courtyards: 0, oldCourtyards: 0, managedCourtyards: 0 }
let desk: Desk
const edit = (cells: Record<string, string>) =>
  desk.ask('catalogue.edit', { edits: Object.entries(cells).map(([field, text]) => ({ id: ID, field, text })) })
const enter = (text: string, name = '甲') => desk.ask('targets.enter', { cells: [{ key: keyOf(name), item: ID, text }] })
const stateOf = async (name = '甲') =>
  (await desk.ask('targets.of', { key: keyOf(name) })).targets.find((each) => each.resolved.item === ID)!.state
const sum = async () => (await desk.ask('targets.account')).targets.find((each) => each.id === ID)!.sum
const said = async (name = '甲', language: 'zh' | 'en' = 'zh') => {
  const target = (await desk.ask('catalogue.get')).items.find((each) => each.id === ID)!
  return target.kind === 'target' ? stateInWords(target, await stateOf(name), (key) => key, language) : ''
}
const gaps = async () => (await desk.ask('targets.gaps', { item: ID })).map((each) => each.name)

beforeEach(async () => {
  desk = await smallPlan(
    { 甲: { ...MATURE, residentHouseholds: 200 }, 乙: { ...MATURE, residentHouseholds: 3000 }, 丙: NO_COURTYARDS },
    2026,
  )
  await desk.ask('catalogue.add', { kind: 'target', id: ID, title: '楼门长', department: '组织部' })
  await edit({ others: '可', least: '常住户数/10' })
})

describe('sums of targets', () => {
  it('leave out what is present where the need is unknown, and are unknown where nothing is known', async () => {
    expect(await sum()).toMatchObject({ least: 320, present: null, shortage: null })
    await enter('12')
    await enter('40', '丙')
    expect(await sum()).toMatchObject({ communities: 3, needUnknown: 1, presentUnknown: 1, least: 320, present: 12, shortage: 8 })
    await enter('300', '乙')
    expect(await sum()).toMatchObject({ least: 320, wanted: 320, present: 312, shortage: 8 })
  })

  it('of which it is not known whether the target holds say no hours of visits', async () => {
    await edit({ visits: '常住户数', visitMinutes: '30', personMinutes: '10', when: '楼院>5' })
    await enter('12')
    expect((await sum()).visits).toMatchObject({ asked: 6000, there: 7200 })
    await desk.ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'courtyards', value: null }] })
    expect(await stateOf()).toMatchObject({ standing: 'needUnknown', present: 12, visits: null, more: null })
    expect((await sum()).visits).toBeNull()
  })

  it('say how much is wanted where a part of the least is enough for now, so that what is short is the difference', async () => {
    await edit({ level: '95%' })
    await enter('12')
    await enter('200', '乙')
    expect(await stateOf('乙')).toMatchObject({ least: 300, wanted: 285, present: 200, shortage: 85 })
    expect(await sum()).toMatchObject({ least: 320, wanted: 304, present: 212, shortage: 92 })
    expect(await said('乙')).toBe('不足，需要≥300，按95%应达285，现有200，缺85')
    expect(await said('乙', 'en')).toBe('short, needed ≥300, 285 wanted by 95%, present 200, short of 85')
  })

  it('are zero short where none is needed, whether or not somebody has counted', async () => {
    await desk.ask('indicators.update', { edits: [{ key: keyOf('丙'), field: 'residentHouseholds', value: 0 }] })
    expect(await stateOf('丙')).toMatchObject({ standing: 'nothing', present: null, shortage: 0 })
  })
})

describe('a target that says only how many at most', () => {
  beforeEach(() => edit({ most: '常住户数/100', least: '' }))

  it('is missed by who has too many, which stands in the list with the number; who keeps it is in order', async () => {
    await enter('5')
    await enter('30', '乙')
    expect(await stateOf()).toMatchObject({ least: null, most: 2, wanted: null, shortage: null, standing: 'above' })
    expect((await gaps()).toSorted()).toEqual(['丙', '甲'])
    expect(await said()).toBe('超过上限，需要≤2，现有5，超出3')
    expect(await sum()).toMatchObject({ above: 1, needUnknown: 1, short: 0, shortage: null })
  })

  it('is missed also where it is none at most, and is no work that is open', async () => {
    await edit({ most: '0' })
    await enter('0')
    await enter('3', '乙')
    await enter('0', '丙')
    expect(await Promise.all(['甲', '乙'].map(async (each) => (await stateOf(each)).standing))).toEqual(['enough', 'above'])
    expect(await gaps()).toEqual(['乙'])
    expect((await desk.ask('catalogue.plan', {})).lines).toEqual([])
  })
})

describe('a bound that can not be reckoned', () => {
  it('by zero is an unknown need that says so, and never no bound', async () => {
    await edit({ least: '常住户数/楼院', most: '常住户数' })
    await desk.ask('indicators.update', { edits: [{ key: keyOf('丙'), field: 'residentHouseholds', value: 50 }] })
    await enter('1', '丙')
    expect(await stateOf('丙')).toMatchObject({ least: null, standing: 'needUnknown', needs: [], fault: 'dividedByZero', shortage: null })
    expect(await said('丙')).toContain('算式除以零')
    expect(await sum()).toMatchObject({ needUnknown: 1, presentUnknown: 2 })
    expect(await gaps()).toContain('丙')
  })

  it('of a rate is a share; what comes out as none is an unknown need', async () => {
    await edit({ least: '流动人口/1000', present: '抽查登记率' })
    await desk.ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'floating', value: 3000 }] })
    expect(await stateOf()).toMatchObject({ least: null, standing: 'needUnknown', fault: 'noShare' })
    expect(await said()).toContain('0到100%')
    expect(await stateOf('乙')).toMatchObject({ least: 0.3, standing: 'presentUnknown' })
  })

  it('is refused where it can be seen at once, with what to do', async () => {
    const before = await desk.ask('catalogue.get')
    for (const [cells, code] of [
      [{ least: '95', present: '抽查登记率' }, 'catalogue.rateNoShare'],
      [{ most: '10%', least: '', present: '抽查登记率' }, 'catalogue.rateSide'],
      [{ least: '95%', present: '抽查滞留率' }, 'catalogue.rateSide'],
      [{ least: '95%', present: '抽查准确率', bands: '楼院>5: 90% ~ 99%' }, 'catalogue.rateSide'],
      [{ least: '95%', present: '抽查准确率', level: '90%' }, 'catalogue.rateLevel'],
      [{ present: '区位' }, 'catalogue.presentNotNumber'],
    ] as const)
      expect(await codesOf(edit(cells as Record<string, string>)), JSON.stringify(cells)).toEqual([code])
    const [found] = await problemsOf(edit({ least: '95', present: '抽查登记率' }))
    expect(found).toMatchObject({ params: { rate: '登记率', side: '最少需要', value: '95' } })
    expect(await desk.ask('catalogue.get')).toEqual(before)
  })
})

it('the sheet has wanted, present and what is short beside each other', async () => {
  await edit({ level: '95%' })
  await enter('200', '乙')
  const { base64 } = await desk.ask('targets.gapSheet', { item: ID, language: 'zh' })
  const [sheet] = Object.values(read(Buffer.from(base64, 'base64')).Sheets)
  const rows = utils.sheet_to_json<unknown[]>(sheet!, { header: 1 })
  const heading = rows.find((each) => each.includes('应达'))!
  const line = rows.find((each) => each.includes('乙'))!
  const cells = Object.fromEntries(heading.map((name, at) => [name, line[at]]))
  expect(cells).toMatchObject({ 需要: '≥300', 应达: 285, 现有: 200, 缺: 85, 情况: '不足' })
})

it('a list of those that were searched for is of them alone, and says so; one with those in order says that', async () => {
  await enter('20')
  await enter('12', '乙')
  const communities = [keyOf('甲'), keyOf('乙')]
  const names = async (scope: object) => (await desk.ask('targets.gaps', { item: ID, ...scope })).map((each) => each.name).toSorted()
  expect(await names({ communities })).toEqual(['乙'])
  expect(await names({ communities, all: true })).toEqual(['乙', '甲'])
  expect(await names({ all: true })).toEqual(['丙', '乙', '甲'])
  const title = async (scope: object) => (await desk.ask('targets.gapSheet', { item: ID, language: 'zh', ...scope })).fileName
  expect(await title({ communities, all: true })).toBe('查得的2个社区楼门长（含达到的）2026年目标缺口清单.xlsx')
  expect(await title({ district: '东区' })).toBe('东区楼门长2026年目标缺口清单.xlsx')
})
