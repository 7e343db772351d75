import { describe, expect, it } from 'vitest'
import { districtsOf, subdistrictsOf } from '../../../src-main/model/places.ts'
import type { PlanResult } from '../../../src-main/model/plan.ts'
import { verifyPackage } from '../../../src-main/verifier/index.ts'
import { openApp } from '../../support/open-app.ts'

/** The sample city's places the other way round. */
async function reversed() {
  const app = await openApp()
  const places = await app.call['communities.places']()
  const order = places
    .toReversed()
    .map(({ district, subdistricts }) => ({ district, subdistricts: subdistricts.map((each) => each.name).toReversed() }))
  await app.call['communities.arrange']({ order })
  return { ...app, before: places, order }
}

describe('the order of districts and subdistricts', () => {
  it('is that of the codes until it is set, and then that of every list, result and comparison; undo puts it back', async () => {
    const { call, before, order } = await reversed()
    const wanted = order.map((each) => each.district)
    const [facts, result] = [await call['communities.list'](), await call['result.get']()]
    expect(districtsOf(facts)).toEqual(wanted)
    for (const { district, subdistricts } of order) expect(subdistrictsOf(facts, district)).toEqual(subdistricts)
    const keys = facts.map((each) => each.key)
    expect(result.communities.map((each) => each.key)).toEqual(keys)
    const year = { kind: 'year' as const, year: 2023 }
    const compared = await call['comparison.get']({ sides: [year, year] })
    expect(compared.communities.map((each) => each.key)).toEqual(keys)
    expect(result.districts.map((each) => each.district)).toEqual(wanted)
    expect((await call['communities.places']()).map((each) => each.district)).toEqual(wanted)
    const ledger = await call['ledger.list']()
    expect(ledger.districts.map((each) => each.name)).toEqual(wanted)

    await call['history.undo']()
    expect((await call['communities.places']()).map((each) => each.district)).toEqual(before.map((each) => each.district))
  })

  it('changes no class and no amount; a package of the year opens elsewhere as it was', async () => {
    const plain = await openApp()
    const byKey = ({ communities }: PlanResult) => communities.map(({ key, amountFen, class: reached }) => [key, reached, amountFen]).sort()
    const before = byKey(await plain.call['result.get']())
    const { call } = await reversed()
    expect(byKey(await call['result.get']())).toEqual(before)
    const file = await call['package.export']({ confirmed: false })
    expect(verifyPackage(Buffer.from(file.base64, 'base64'), file.fileName)).toMatchObject({ holds: true, findings: [] })
    const opened = await plain.call['package.open']({ fileName: file.fileName, base64: file.base64 })
    expect(opened.problems).toEqual([])
    expect(byKey(await plain.call['result.get']())).toEqual(before)
  })

  it('goes on where a value, a place or a community is new: the new place comes last', async () => {
    const { call, order } = await reversed()
    const first = (await call['communities.list']())[0]!
    await call['indicators.update']({ edits: [{ key: first.key, field: 'residents', value: 4321 }] })
    expect((await call['communities.list']())[0]).toMatchObject({ key: first.key, values: { residents: 4321 } })
    await call['communities.add']({ code: '630199001001', name: '新社区', district: '新区', subdistrict: '新街道' })
    expect(districtsOf(await call['communities.list']())).toEqual([...order.map((each) => each.district), '新区'])
  })

  it('is told in the change log by the names of the places', async () => {
    const { call, order } = await reversed()
    const [step] = await call['history.list']({ limit: 1 })
    expect(step).toMatchObject({ said: { zh: '区县、街道的次序' } })
    const { rows } = await call['history.changes']({ step: step!.id, detailed: false, limit: 200, offset: 0 })
    expect(rows[0]!.told!.after.zh).toContain(`${order[0]!.district}、${order[0]!.subdistricts[0]}`)
  })
})
