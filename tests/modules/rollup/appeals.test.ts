import { expect, it } from 'vitest'
import { MATURE, OLD, codesOf, type Desk } from '../../support/desk.ts'
import { forged, partsIn } from '../../support/package-files.ts'
import { bytesOf, cityPlan, districtPlan, exported, merged, preview } from './rollup-support.ts'

const keyIn = (district: string, name: string): string => `${district}/${district}街道/${name}`

/** A district with appeals of two months, one under a subject of its own. */
async function countingDistrict(name = '东区'): Promise<Desk> {
  const desk = await districtPlan(name, { 甲: MATURE, 乙: OLD })
  const subjects = (await desk.ask('appeals.subjects')).map(({ used: _, ...each }) => each)
  await desk.ask('appeals.saveSubjects', { subjects: [...subjects, { id: '噪声', label: { zh: '噪声', en: '' }, closed: false }] })
  for (const [month, subject] of [
    [3, ''],
    [4, '噪声'],
  ] as const)
    await desk.ask('appeals.enter', {
      ...{ month, source: 'hotline', subject },
      cells: ['甲', '乙'].flatMap((each) => [
        { key: keyIn(name, each), field: 'received' as const, text: '12' },
        { key: keyIn(name, each), field: 'solved' as const, text: '9' },
      ]),
    })
  return desk
}
const stateOf = async ({ ask }: Desk) => ({
  account: await ask('appeals.account', { source: 'all' }),
  subjects: await ask('appeals.subjects'),
})

it('carries appeals and their subjects: opened as a plan all is there, and exported again it is the same bytes; without them it is as before', async () => {
  const district = await countingDistrict()
  const before = await stateOf(district)
  const file = await exported(district)
  await district.ask('package.open', { ...file, name: '再开' })
  expect(await stateOf(district)).toEqual(before)
  expect(bytesOf(await exported(district)).equals(bytesOf(file))).toBe(true)
  const plain = await districtPlan('西区', { 甲: MATURE })
  expect([...partsIn(bytesOf(await exported(plain))).keys()]).not.toContain('appeals.json')
})

it('rolls up to city totals; the same once more changes nothing, a correction replaces it, one undo takes all back', async () => {
  const [east, west] = [await countingDistrict('东区'), await countingDistrict('西区')]
  const city = await cityPlan()
  await merged(city, await exported(east))
  await merged(city, await exported(west))
  const { account, subjects } = await stateOf(city)
  expect(account.total.counts).toMatchObject({ received: 96, solved: 72 })
  expect(subjects.find((each) => each.id === '噪声')).toMatchObject({ used: 4 })
  expect((await preview(city, await exported(east))).changes).toEqual([])
  await east.ask('appeals.enter', {
    ...{ month: 3, source: 'hotline', subject: '' },
    cells: [{ key: keyIn('东区', '甲'), field: 'received', text: '20' }],
  })
  const corrected = await exported(east)
  expect((await preview(city, corrected)).changes.map((each) => [each.key, each.fields.map(({ field }) => field)])).toEqual([
    [keyIn('东区', '甲'), ['appealCounts']],
  ])
  await merged(city, corrected)
  expect((await stateOf(city)).account.total.counts.received).toBe(104)
  await city.ask('history.undo')
  expect((await stateOf(city)).account.total.counts.received).toBe(96)
})

it.each([
  ['of a community that it does not have', (part: { counts: { key: string }[] }) => (part.counts[0]!.key = '别处')],
  ['with more solved than received', (part: { counts: { solved: number }[] }) => (part.counts[0]!.solved = 99)],
  [
    'with a number of somebody in a subject',
    (part: { subjects: { label: { zh: string } }[] }) => (part.subjects[0]!.label.zh = '13812345678'),
  ],
])('is refused with appeals %s', async (_, change) => {
  const file = await exported(await countingDistrict())
  const bytes = forged(bytesOf(file), 'appeals.json', change as never)
  const city = await cityPlan()
  expect(
    (
      await codesOf(city.ask('package.open', { fileName: 'x.quanheng-package', base64: Buffer.from(bytes).toString('base64'), name: '另' }))
    )[0],
  ).toMatch(/package\.shape|text\.mobile|appeals\.partAboveWhole/)
})
