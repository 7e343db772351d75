import { describe, expect, it } from 'vitest'
import type { Policy } from '../../../src-main/model/policy.ts'
import { MATURE, OLD, type Desk } from '../../support/desk.ts'
import { forged, jsonIn, partsIn } from '../../support/package-files.ts'
import { verifyPackage } from '../../../src-main/verifier/index.ts'
import { EAST, generous, withMore } from './own-policies.ts'
import { addCommunity, bytesOf, cityPlan, districtPlan, exported, preview, type PackageFile } from './rollup-support.ts'

const own = { kept: [EAST] }

/** A city with a community of its own and the package of the district, merged with or without keeping its policy. */
async function mergedCity(file: PackageFile, kept: string[] = [EAST]): Promise<Desk> {
  const city = await cityPlan()
  await addCommunity(city, '西区', '丁', MATURE)
  const { id } = await city.ask('rollup.preview', { files: [file], kept })
  await city.ask('rollup.apply', { id, confirmed: true })
  return city
}

const ofDistrict = async ({ ask }: Desk, district: string) =>
  (await ask('result.get')).communities.filter((each) => each.district === district)

describe('a district that keeps its own policy', () => {
  it('is told with its money by both policies before it is decided, and asks nothing where the policies are equal', async () => {
    const file = await exported(await generous())
    const city = await cityPlan()
    const found = await preview(city, file)
    expect(found.packages[0]!.own).toEqual({
      name: { zh: '东区办法', en: 'Policy of the east' },
      version: '1.0.0',
      isKept: false,
      refusal: null,
      districts: [{ district: EAST, statedFen: 85_000_000, byPlanFen: 45_000_000 }],
    })
    expect(found.districts[0]).toMatchObject({ statedFen: 85_000_000, amountFen: 45_000_000 })
    const kept = await city.ask('rollup.preview', { files: [file], ...own })
    expect(kept.packages[0]!.own).toMatchObject({ isKept: true, districts: [{ statedFen: 85_000_000, byPlanFen: 45_000_000 }] })
    expect(kept.districts[0]).toMatchObject({ statedFen: 85_000_000, amountFen: 85_000_000 })
    expect(kept.packages[0]!.problems.map((each) => each.code)).toEqual(['rollup.policyKept'])
    const same = await preview(city, await exported(await districtPlan(EAST, { 甲: MATURE })))
    expect(same.packages[0]!.own).toBeNull()
  })

  it('has its result as delivered, is named in the result, and one undo takes the step back', async () => {
    const district = await generous()
    const city = await mergedCity(await exported(district))
    const result = await city.ask('result.get')
    expect(await ofDistrict(city, EAST)).toEqual((await district.ask('result.get')).communities)
    expect(result.totals.amountFen).toBe(85_000_000 + 15_000_000)
    expect(result.own).toEqual([
      { district: EAST, title: { zh: '东区办法', en: 'Policy of the east' }, policy: (await district.ask('result.get')).policy },
    ])
    const [step] = await city.ask('history.list')
    expect(step!.said.zh).toBe('合并方案包：东区（新增2，更改0，移出0）；保留自有办法：东区')
    const rows = await city.ask('history.changes', { step: step!.id })
    expect(rows.rows.filter((each) => each.subject === 'districtPolicy')).toMatchObject([{ name: EAST, year: 2025 }])
    await city.ask('history.undo')
    expect((await city.ask('rollup.list')).kept).toEqual([])
    expect((await city.ask('result.get')).own).toBeUndefined()
    await city.ask('history.redo')
    expect((await city.ask('result.get')).totals.amountFen).toBe(100_000_000)
  })

  it('is computed under its own policy when its facts change, and explained by it', async () => {
    const city = await mergedCity(await exported(await generous()))
    const key = `${EAST}/${EAST}街道/甲`
    const before = await city.ask('result.explain', { key })
    expect(before.policyClass).toBe('A')
    await city.ask('indicators.update', { edits: Object.entries(OLD).map(([field, value]) => ({ key, field, value })) })
    expect((await ofDistrict(city, EAST)).map((each) => each.amountFen)).toEqual([50_000_000, 50_000_000])
    expect((await city.ask('policy.own')).map((each) => [each.district, each.policy.id])).toEqual([[EAST, 'east']])
  })

  it('ends with one step of its own, which tells the money and can be undone', async () => {
    const city = await mergedCity(await exported(await generous()))
    const kept = {
      district: EAST,
      name: { zh: '东区办法', en: 'Policy of the east' },
      version: '1.0.0',
      amountFen: 85_000_000,
      byPlanFen: 45_000_000,
    }
    expect((await city.ask('rollup.list')).kept).toEqual([kept])
    expect(await city.ask('rollup.endKept', { district: EAST })).toEqual({ beforeFen: 85_000_000, afterFen: 45_000_000 })
    expect((await city.ask('history.list'))[0]!.said.zh).toBe('东区改按本市办法计算：85万元改为45万元')
    expect((await city.ask('result.get')).totals.amountFen).toBe(60_000_000)
    await city.ask('history.undo')
    expect((await city.ask('rollup.list')).kept).toEqual([kept])
  })

  it('is asked again when a corrected package comes, and told that it would end', async () => {
    const city = await mergedCity(await exported(await generous()))
    const corrected = await exported(await generous({ 甲: MATURE }, '1.0.1'))
    const found = await preview(city, corrected)
    expect(found.packages[0]!.standing).toBe('replaces')
    expect(found.problems.map((each) => each.code)).toContain('rollup.keptEnds')
    const again = await city.ask('rollup.preview', { files: [corrected], ...own })
    expect(again.problems.map((each) => each.code)).not.toContain('rollup.keptEnds')
    await city.ask('rollup.apply', { id: again.id, confirmed: true })
    expect((await city.ask('rollup.list')).kept).toMatchObject([{ version: '1.0.1', amountFen: 35_000_000 }])
    const { id } = await preview(city, corrected)
    await city.ask('rollup.apply', { id, confirmed: true })
    expect((await city.ask('rollup.list')).kept).toEqual([])
  })

  it('stays as delivered while the levers of the city move, and when the year has another policy', async () => {
    const city = await mergedCity(await exported(await generous()))
    const richer: Policy = structuredClone({ ...(await city.ask('policy.get')), id: 'richer', examples: [] })
    delete richer.$schema
    withMore(richer, 1_000_000)
    const supposed = { numbers: [], values: [], overrides: [], policy: richer }
    expect((await city.ask('whatif.preview', supposed)).totals.amountFen).toBe(85_000_000 + 16_000_000)
    expect((await city.ask('result.preview', { policy: richer })).totals.amountFen).toBe(85_000_000 + 16_000_000)
    await city.ask('policy.add', { document: richer })
    await city.ask('policy.use', { id: 'richer' })
    expect((await city.ask('result.get')).totals.amountFen).toBe(85_000_000 + 16_000_000)
    expect(await ofDistrict(city, EAST)).toMatchObject([{ amountFen: 50_000_000 }, { amountFen: 35_000_000 }])
    const fewer = structuredClone({ ...richer, id: 'paid' })
    fewer.allocation.split = undefined
    await city.ask('policy.add', { document: fewer })
    await expect(city.ask('policy.use', { id: 'paid' })).rejects.toMatchObject({ problems: [{ code: 'rollup.keepPayers' }] })
  })

  it('goes with the package of the city, which is verified and opened again byte for byte, and not by an older program', async () => {
    const city = await mergedCity(await exported(await generous()))
    const file = await exported(city)
    const manifest = jsonIn(bytesOf(file), 'manifest.json')
    expect(manifest.formatVersion).toBe(7)
    expect(verifyPackage(bytesOf(file), 'x')).toMatchObject({ holds: true, findings: [], own: [{ district: EAST }] })
    expect(await city.ask('certificate.get')).toMatchObject({ holds: true, own: [{ district: EAST }] })
    const opened = await cityPlan()
    expect((await opened.ask('package.open', file)).problems).toEqual([])
    expect(await ofDistrict(opened, EAST)).toEqual(await ofDistrict(city, EAST))
    const other = await cityPlan()
    expect((await preview(other, file)).packages[0]!.problems.map((each) => each.code)).toContain('rollup.packageHasOwn')
    const alone = jsonIn(bytesOf(await exported(city, { districts: ['西区'] })), 'manifest.json')
    expect(alone.formatVersion).toBeLessThan(7)
    await city.ask('rollup.endKept', { district: EAST })
    expect([...partsIn(bytesOf(await exported(city))).keys()]).not.toContain('district-policies.json')
  })

  it('has no workbook and no search of amounts yet, which is said', async () => {
    const city = await mergedCity(await exported(await generous()))
    await expect(city.ask('workbook.export', {})).rejects.toMatchObject({
      problems: [{ code: 'workbook.ownPolicies', params: { names: EAST } }],
    })
    const goal = { search: { kind: 'amounts' as const, unitFen: 100_000 }, demands: [] }
    await expect(city.ask('goal.solve', goal)).rejects.toMatchObject({ problems: [{ code: 'goal.ownPolicies', params: { names: EAST } }] })
  })

  it('stays with the adopted year, which its package proves, and is not carried into the next one', async () => {
    const city = await mergedCity(await exported(await generous()))
    const { id } = await city.ask('plan.adopt', { title: '定稿' })
    const adopted = await exported(city, { adopted: id })
    expect(verifyPackage(bytesOf(adopted), 'x')).toMatchObject({ holds: true, own: [{ district: EAST }] })
    await expect(city.ask('rollup.endKept', { district: EAST })).rejects.toMatchObject({ problems: [{ code: 'plan.frozen' }] })
    const started = await city.ask('years.start', { year: 2026 })
    expect(started.problems.map((each) => each.code)).toContain('plan.ownPolicyEnds')
    expect((await city.ask('result.get')).own).toBeUndefined()
  })

  it('is found out where its policy in the package is not the one that gave the result', async () => {
    const bytes = bytesOf(await exported(await mergedCity(await exported(await generous()))))
    const other = forged(bytes, 'district-policies.json', ([each]) => {
      each.policy.allocation.steps[0].amountsFen.A += 100
      each.policy.allocation.steps[0].amountsFen.B += 100
    })
    await expect(
      (await cityPlan()).ask('package.open', { fileName: 'x', base64: Buffer.from(other).toString('base64') }),
    ).rejects.toMatchObject({ problems: [{ code: 'package.hashDiffers', params: { what: 'input' } }] })
    const stranger = forged(bytes, 'district-policies.json', ([each]) => {
      each.district = '西区'
    })
    await expect(
      (await cityPlan()).ask('package.open', { fileName: 'x', base64: Buffer.from(stranger).toString('base64') }),
    ).rejects.toMatchObject({ problems: [{ code: 'package.shape' }] })
    expect(verifyPackage(stranger, 'x').findings.map((each) => each.code)).toContain('package.hashDiffers')
  })
})
