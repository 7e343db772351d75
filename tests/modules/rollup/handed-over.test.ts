import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codesOf } from '../../support/desk.ts'
import { keptIn } from '../../support/project.ts'
import { cityPlan, exported, threeDistricts } from './rollup-support.ts'

describe('packages that were handed over', () => {
  it('are verified once, merged by their ids, and let go then', async () => {
    const [one, two] = await Promise.all((await threeDistricts()).slice(0, 2).map((each) => exported(each)))
    const city = await cityPlan()
    const first = await city.handOver(one!)
    const alone = await city.ask('rollup.preview', { files: [first] })
    // Whoever had to read it again couldn't.
    for (const path of keptIn(city.folder)) rmSync(path)
    const second = await city.handOver(two!)
    const both = await city.ask('rollup.preview', { files: [first, second] })
    expect(both.packages[0]).toEqual(alone.packages[0])
    expect(both.packages.map(({ content }) => content?.communities)).toEqual([2, 1])
    expect(keptIn(city.folder)).toHaveLength(1)
    expect(await city.ask('rollup.apply', { id: both.id, confirmed: true })).toMatchObject({ packages: 2, added: 3 })
    expect(keptIn(city.folder)).toEqual([])
    expect(await codesOf(city.ask('package.open', second))).toEqual(['file.notKept'])
  })

  it('are held against the plan as it is each time: under another policy that is said', async () => {
    const [one] = await threeDistricts()
    const city = await cityPlan()
    const handed = await city.handOver(await exported(one!))
    expect((await city.ask('rollup.preview', { files: [handed] })).packages[0]!.problems).toEqual([])
    await city.ask('policy.use', { id: 'flat-2018' })
    const { packages } = await city.ask('rollup.preview', { files: [handed] })
    expect(packages[0]!.problems.map(({ code }) => code)).toEqual(['rollup.policyDiffers'])
  })

  it('can be opened as a plan of their own', async () => {
    const [one] = await threeDistricts()
    const city = await cityPlan()
    const handed = await city.handOver(await exported(one!))
    expect(await city.ask('package.open', { ...handed, name: '东区' })).toMatchObject({ name: '东区', problems: [] })
    expect(keptIn(city.folder)).toEqual([])
  })
})
