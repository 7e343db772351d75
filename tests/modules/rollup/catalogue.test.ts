import { expect, it } from 'vitest'
import { MATURE, OLD, type Desk } from '../../support/desk.ts'
import { bytesOf, cityPlan, districtPlan, exported, merged, preview } from './rollup-support.ts'

const KEY = '东区/东区街道/甲'

/** A district with a catalogue, a decision, a count, a service, a target of its own, a housing register and a spot check. */
async function decidedDistrict(): Promise<Desk> {
  const desk = await districtPlan('东区', { 甲: MATURE, 乙: OLD })
  await desk.ask('catalogue.reference')
  await desk.ask('catalogue.decide', { key: KEY, item: 't-zz-1', answer: 'no', reason: '会议' })
  await desk.ask('catalogue.enter', {
    cells: [
      { field: 'planned', key: KEY, item: 'm-visits', period: 1, text: '20' },
      { field: 'people', key: KEY, item: 's-pension', text: '7' },
    ],
  })
  await desk.ask('catalogue.add', { kind: 'target', id: 'g-own', title: '楼门长', department: '组织部' })
  await desk.ask('catalogue.edit', { edits: [{ id: 'g-own', field: 'others', text: '可' }] })
  await desk.ask('targets.enter', { cells: [{ key: KEY, item: 'g-own', text: '3' }] })
  const counts = { lodgings: '4', lodgingsInSystem: '3', found: '50', missed: '2' }
  const cells = Object.entries(counts).map(([field, text]) => ({ key: KEY, field: field as keyof typeof counts, text }))
  await desk.ask('registration.enter', { quarter: 2, cells })
  return desk
}
const stateOf = async ({ ask }: Desk) => {
  const { items, counts, offers } = await ask('catalogue.of', { key: KEY })
  const { targets } = await ask('targets.of', { key: KEY })
  const register = (await ask('registration.account')).communities.find((each) => each.key === KEY)
  return { items, counts, offers, targets, register, catalogue: (await ask('catalogue.get')).items }
}

it('a package carries catalogue, decisions and counts: opened as a plan all is there, and exported again it is the same bytes', async () => {
  const district = await decidedDistrict()
  const before = await stateOf(district)
  const file = await exported(district)
  await district.ask('package.open', { ...file, name: '再开' })
  expect(await stateOf(district)).toEqual(before)
  expect(bytesOf(await exported(district)).equals(bytesOf(file))).toBe(true)
})

it('rolls up: the city has the items, decisions and counts; the same once more changes nothing; one undo takes all back', async () => {
  const district = await decidedDistrict()
  const file = await exported(district)
  const city = await cityPlan()
  const found = await preview(city, file)
  expect(found.errors).toBe(0)
  await merged(city, file)
  expect(await stateOf(city)).toEqual(await stateOf(district))
  expect((await preview(city, file)).changes).toEqual([])
  await city.ask('history.undo')
  expect((await city.ask('catalogue.get')).items).toEqual([])
})

it('takes back what the district has taken back, and tells an item that is written otherwise in the city', async () => {
  const district = await decidedDistrict()
  const city = await cityPlan()
  await merged(city, await exported(district))
  await city.ask('catalogue.edit', { edits: [{ id: 't-zz-2', field: 'minutes', text: '1' }] })
  await district.ask('catalogue.undecide', { key: KEY, item: 't-zz-1' })
  await district.ask('targets.enter', { cells: [{ key: KEY, item: 'g-own', text: '' }] })
  await district.ask('registration.enter', { quarter: 2, cells: [{ key: KEY, field: 'missed', text: '1' }] })
  const corrected = await exported(district)
  const found = await preview(city, corrected)
  expect(found.changes.map((each) => [each.key, each.fields.map(({ field }) => field)])).toEqual([[KEY, ['catalogueDecided']]])
  expect(found.problems.map((each) => each.code)).toContain('rollup.itemDiffers')
  await merged(city, corrected)
  expect((await city.ask('catalogue.of', { key: KEY })).items.find((each) => each.item === 't-zz-1')).toMatchObject({ why: 'class' })
  expect((await stateOf(city)).targets).toEqual((await stateOf(district)).targets)
  expect((await stateOf(city)).register).toEqual((await stateOf(district)).register)
})
