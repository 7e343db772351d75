import { beforeEach, expect, it } from 'vitest'
import { addedUp } from '../../../src-main/model/places.ts'
import { openDesk, type Desk } from '../../support/desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})

it('spreads the year over its months, so that they add up to the indicators of the sample', async () => {
  const { communities, sources, counted } = await desk.ask('appeals.account', { source: 'all' })
  const facts = await desk.ask('communities.list')
  const sum = (indicator: string): number => addedUp(facts.map((each) => Number(each.values[indicator] ?? 0)))
  const of = (source: 'hotline' | 'found') => desk.ask('appeals.account', { source })
  expect([sources, counted.length, communities.length]).toEqual([['hotline', 'found'], 12, 180])
  expect((await of('hotline')).total.counts.received).toBe(sum('appealsReceived'))
  expect((await of('found')).total.counts.received).toBe(sum('appealsFound'))
})

it('has what is told of 2024: a district with its three figures, a subdistrict in August with fewer hotline tickets', async () => {
  await desk.ask('plan.useYear', { year: 2024 })
  const { subjects, places } = await desk.ask('appeals.account', { source: 'found' })
  const solved = Object.fromEntries(subjects.map(({ id, counts }) => [id, counts.solved]))
  expect(solved).toMatchObject({ welfare: 240, violations: 150, disputes: 100 })
  const august = { from: 8, to: 8 } as const
  const inAugust = async (source: 'hotline' | 'found') =>
    (await desk.ask('appeals.account', { source, ...august })).places.find((each) => each.subdistrict === '清真巷街道')!.sum
  expect((await inAugust('found')).counts).toMatchObject({ received: 312, solved: 312 })
  const { before, after } = (await inAugust('hotline')).lastYear!
  expect(after).toBeLessThan(before)
  expect(places.some((each) => each.district === '城北区')).toBe(true)
})
