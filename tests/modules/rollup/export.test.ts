import { describe, expect, it } from 'vitest'
import { codesOf, MATURE, type Desk } from '../../support/desk.ts'
import { cityPlan, districtPlan, exported, preview, threeDistricts } from './rollup-support.ts'

describe('exporting', () => {
  it('refuses an empty year, an unknown district, undecided communities unless that is confirmed', async () => {
    const city = await cityPlan()
    expect(await codesOf(exported(city))).toEqual(['package.empty'])
    const east = await districtPlan('东区', { 甲: { ...MATURE, residents: null, courtyards: null } })
    expect((await east.ask('result.get')).totals.undecided).toBe(1)
    expect(await codesOf(exported(east))).toEqual(['package.undecided'])
    expect(await codesOf(exported(east, { districts: ['西区'] }))).toEqual(['package.districtUnknown'])
    const found = await preview(city, await exported(east, { confirmed: true }))
    expect(found).toMatchObject({ errors: 0, total: { undecided: 1, count: 1 }, packages: [{ content: { undecided: 1 } }] })
  })

  it('an adopted plan goes out as adopted, with its title and date, until its adoption is taken back', async () => {
    const [east] = (await threeDistricts()) as [Desk]
    const { id, adopted } = await east.ask('plan.adopt', { title: '定稿一' })
    const file = await exported(east, { adopted: id })
    expect((await preview(await cityPlan(), file)).packages[0]!.content!.source).toEqual({ kind: 'adopted', title: '定稿一', adopted })
    expect(await exported(east, { adopted: id })).toEqual(file)
    expect(await codesOf(exported(east, { adopted: 99 }))).toEqual(['plan.adoptedUnknown'])
    await east.ask('plan.takeBack', { reason: '更正' })
    expect(await codesOf(exported(east, { adopted: id }))).toEqual(['plan.notAdopted'])
  })
})
