import { expect, it } from 'vitest'
import { codesOf, MATURE, type Desk } from '../../support/desk.ts'
import { forged, partsIn } from '../../support/package-files.ts'
import { backlogDistrict, cityFullOfKinds, keyIn } from './lists-that-differ.ts'
import { bytesOf, cityPlan, districtPlan, exported, merged, preview } from './rollup-support.ts'

const stateOf = ({ ask }: Desk) => ask('renovation.account')

it('carries the backlog: opened as a plan all is there, and exported again it is the same bytes; without it there is no such part', async () => {
  const district = await backlogDistrict()
  const before = await stateOf(district)
  const file = await exported(district)
  await district.ask('package.open', { ...file, name: '再开' })
  expect(await stateOf(district)).toEqual(before)
  expect(bytesOf(await exported(district)).equals(bytesOf(file))).toBe(true)
  const plain = await districtPlan('西区', { 甲: MATURE })
  const parts = partsIn(bytesOf(await exported(plain)))
  expect([...parts.keys()]).not.toContain('renovation.json')
})

it('rolls up to city totals; the same once more changes nothing, a correction replaces it, one undo takes all back', async () => {
  const [east, west] = [await backlogDistrict('东区'), await backlogDistrict('西区')]
  const city = await cityPlan()
  await merged(city, await exported(east))
  await merged(city, await exported(west))
  expect((await stateOf(city)).total).toMatchObject({ communities: 4, courtyards: 18 })
  expect((await city.ask('renovation.get')).settings.kinds.map(({ key }) => key)).toContain('own')
  expect((await preview(city, await exported(east))).changes).toEqual([])
  await east.ask('renovation.enter', { cells: [{ key: keyIn('东区', '乙'), kind: 'own', part: 'count', text: '6' }] })
  const corrected = await exported(east)
  expect((await preview(city, corrected)).changes.map((each) => [each.key, each.fields.map(({ field }) => field)])).toEqual([
    [keyIn('东区', '乙'), ['renovationBacklog']],
  ])
  await merged(city, corrected)
  expect((await stateOf(city)).total.courtyards).toBe(16)
  await city.ask('history.undo')
  expect((await stateOf(city)).total.courtyards).toBe(18)
})

it('leaves out courtyards of a kind for which the city has no room', async () => {
  const city = await cityFullOfKinds('old')
  await merged(city, await exported(await backlogDistrict()))
  expect((await stateOf(city)).total.courtyards).toBe(1)
})

it.each([
  ['of a community that it does not have', (part: { lots: { key: string }[] }) => (part.lots[0]!.key = '别处')],
  ['of a kind that it does not have', (part: { lots: { kind: string }[] }) => (part.lots[0]!.kind = 'none')],
  [
    'with a number of somebody in a kind',
    (part: { settings: { kinds: { name: { zh: string } }[] } }) => (part.settings.kinds[0]!.name.zh = '13812345678'),
  ],
])('is refused with courtyards %s', async (_, change) => {
  const bytes = forged(bytesOf(await exported(await backlogDistrict())), 'renovation.json', change as never)
  const city = await cityPlan()
  const opened = city.ask('package.open', { fileName: 'x.quanheng-package', base64: Buffer.from(bytes).toString('base64'), name: '另' })
  expect((await codesOf(opened))[0]).toMatch(/package\.shape|text\.mobile/)
})
