import { expect, it } from 'vitest'
import { keyOf, MATURE, smallPlan, type Desk } from '../../support/desk.ts'

const done = async ({ ask }: Desk) => (await ask('plan.progress')).steps.filter((each) => each.isDone).map((each) => each.step)
const openOf = async ({ ask }: Desk, step: string) => (await ask('plan.progress')).steps.find((each) => each.step === step)!.open

it('the progress of a year follows the work: data, classes, a scenario, the adoption, a file made after it', async () => {
  const desk = await smallPlan({}, 2025)
  const { ask } = desk
  expect(await done(desk)).toEqual([])
  await ask('communities.add', { code: '', name: '甲', district: '东区', subdistrict: '一街道' })
  expect(await openOf(desk, 'data')).toBeGreaterThan(0)
  expect(await openOf(desk, 'classified')).toBe(1)
  const edits = Object.entries(MATURE).map(([field, value]) => ({ key: keyOf('甲'), field, value }))
  await ask('indicators.update', { edits })
  expect(await done(desk)).toEqual(['data', 'classified'])
  await ask('scenarios.create', { name: '试算' })
  expect(await done(desk)).toEqual(['data', 'classified', 'weighed'])
  await ask('statistics.export', {})
  expect(await done(desk), 'a file of a year that is not adopted is not handed in').not.toContain('handedIn')
  await ask('plan.adopt', { title: '定稿' })
  expect(await done(desk), 'a file from before the adoption is none of it').toEqual(['data', 'classified', 'weighed', 'adopted'])
  await ask('statistics.export', {})
  expect(await done(desk)).toEqual(['data', 'classified', 'weighed', 'adopted', 'handedIn'])
  const steps = (await ask('history.list')).length
  await ask('plan.takeBack', { year: 2025, reason: '更正' })
  expect(await done(desk)).toEqual(['data', 'classified', 'weighed'])
  expect((await ask('history.list')).length, 'making files left no step').toBe(steps + 1)
})
