import { beforeEach, describe, expect, it } from 'vitest'
import { DELIVERED_TEAMS } from '../../../src-main/model/teams.ts'
import { problemsOf, smallPlan, type Desk } from '../../support/desk.ts'

const PLACES = [
  ['东区', '朝阳街道'],
  ['东区', '人民街街道'],
  ['东区', '总寨镇'],
  ['西区', '朝阳街道'],
  ['西区', '虎台街道'],
] as const
const area = (district: string, subdistrict: string) => ({ district, subdistrict })
const [EAST, PEOPLE, ZHAI, WEST, TIGER] = PLACES.map(([district, subdistrict]) => area(district, subdistrict))

let desk: Desk
beforeEach(async () => {
  desk = await smallPlan({}, 2026)
  for (const [district, subdistrict] of PLACES)
    await desk.ask('communities.add', { code: '', name: `${subdistrict}甲`, district, subdistrict })
})
const read = async (text: string) => (await desk.ask('teams.neighbours', { text })).pairs
const refused = async (text: string) =>
  (await problemsOf(desk.ask('teams.neighbours', { text }))).map(({ code, place, params }) => [code, place.row, params['value']])

describe('a list of neighbours', () => {
  it('is read as it is copied out of a sheet or typed, each pair once, names as offices write them', async () => {
    const text = [
      '街道\t相邻街道',
      '人民街街道办事处\t东区朝阳街道、总寨镇人民政府',
      '',
      '总寨镇，人民街街办',
      '西区朝阳街道,虎台街道',
    ].join('\r\n')
    expect(await read(text)).toEqual([
      [PEOPLE, EAST],
      [PEOPLE, ZHAI],
      [WEST, TIGER],
    ])
  })

  it('takes a name of several districts as that of the district of its line', async () => {
    expect(await read('虎台街道、朝阳街道')).toEqual([[TIGER, WEST]])
    expect(await read('人民街街道、朝阳街道')).toEqual([[PEOPLE, EAST]])
  })

  it('is refused line by line: a place that the plan lacks, one of several districts, and one that stands alone', async () => {
    expect(await refused('人民街街道\t没有的街道\n朝阳街道\t总寨镇\n总寨镇')).toEqual([
      ['teams.neighbourUnknown', 1, '没有的街道'],
      ['teams.neighbourTwice', 2, '朝阳街道'],
      ['teams.neighbourAlone', 3, '总寨镇'],
    ])
  })

  it('is what demands are made of: a team goes to the neighbours of the list, and to no others', async () => {
    const pairs = await read('人民街街道\t总寨镇')
    const bureaus = [{ key: 'police', name: { zh: '公安', en: '' }, officers: 4, required: true }]
    const settings = { ...DELIVERED_TEAMS, teams: 4, bureaus, officersLeast: 1, least: 1, neighbours: pairs }
    await desk.ask('teams.settings', settings)
    await desk.ask('teams.solve', {})
    await desk.ask('teams.take')
    const { communities } = await desk.ask('teams.get')
    const together = Map.groupBy(communities, (each) => each.team)
    const shared = [...together.values()].filter((each) => each.length > 1)
    expect(shared.map((each) => each.map(({ subdistrict }) => subdistrict))).toEqual([['人民街街道', '总寨镇']])
  })
})
