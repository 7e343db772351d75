import { expect, it } from 'vitest'
import { DELIVERED_TEAMS } from '../../../src-main/model/teams.ts'
import { keyOf, MATURE, OLD, openDesk, smallPlan } from '../../support/desk.ts'
import { addCommunity, cityPlan, exported, merged, preview } from './rollup-support.ts'

const settings = { ...DELIVERED_TEAMS, teams: 2, least: 1, bureaus: [{ ...DELIVERED_TEAMS.bureaus[0]!, officers: 7 }], own: [keyOf('甲')] }

/** A district whose two teams are posted by hand, with a duty. */
async function district() {
  const desk = await smallPlan({ 甲: MATURE, 乙: OLD, 丙: MATURE })
  await desk.ask('teams.settings', settings)
  await desk.ask('teams.move', { keys: [keyOf('甲')], team: 1 })
  await desk.ask('teams.move', { keys: [keyOf('乙'), keyOf('丙')], team: 2 })
  await desk.ask('teams.settle')
  await desk.ask('teams.enter', { cells: [{ team: 2, duty: 'party', per: 'month', period: 4, field: 'planned', text: '2' }] })
  return desk
}

it('a package carries service teams: opened as a plan all is there, and exported again it is the same bytes', async () => {
  const desk = await district()
  const [posting, duties] = [await desk.ask('teams.get'), await desk.ask('teams.duties')]
  const exported = await desk.ask('package.export', {})
  const other = await openDesk()
  await other.ask('package.open', { fileName: exported.fileName, base64: exported.base64, name: '再开' })
  expect(await other.ask('teams.get')).toEqual({ ...posting, byHand: [] })
  expect(await other.ask('teams.duties')).toEqual(duties)
  expect((await other.ask('package.export', {})).base64).toBe(exported.base64)
})

it('rolled up it leaves the posting of the city as it is, and says so', async () => {
  const city = await cityPlan()
  const own = await addCommunity(city, '西区', '丁', MATURE)
  await city.ask('teams.settings', { ...settings, own: [] })
  await city.ask('teams.move', { keys: [own], team: 2 })
  await city.ask('teams.enter', { cells: [{ team: 1, duty: 'safety', per: 'month', period: 1, field: 'done', text: '3' }] })
  const before = { posting: await city.ask('teams.get'), duties: await city.ask('teams.duties') }
  const file = await exported(await district())
  expect((await preview(city, file)).problems.map((each) => each.code)).toContain('rollup.teamsLeft')
  await merged(city, file)
  const { settings: kept, staff, communities } = await city.ask('teams.get')
  expect({ settings: kept, staff }).toEqual({ settings: before.posting.settings, staff: before.posting.staff })
  expect(communities.map(({ name, team, today }) => [name, team, today]).sort()).toEqual([
    ['丁', 2, null],
    ['丙', null, null],
    ['乙', null, null],
    ['甲', null, null],
  ])
  expect(await city.ask('teams.duties')).toEqual(before.duties)
})

it('a plan without service teams has the package that it always had', async () => {
  const desk = await smallPlan({ 甲: MATURE })
  const { base64 } = await desk.ask('package.export', {})
  expect(Buffer.from(base64, 'base64').toString('latin1')).not.toContain('teams.json')
})
