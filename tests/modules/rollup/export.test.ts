import { describe, expect, it } from 'vitest'
import { verifyPackageFile } from '../../../src-main/modules/command-line/packages.ts'
import { codesOf, MATURE, problemsOf, type Desk } from '../../support/desk.ts'
import type { PlanResult } from '../../../src-main/model/plan.ts'
import { forged, jsonIn, type Raw } from '../../support/package-files.ts'
import { bytesOf, cityPlan, districtPlan, exported, merged, preview, sharedTotal, sharesTotal, threeDistricts } from './rollup-support.ts'

describe('exporting', () => {
  it('refuses an empty year, an unknown district, undecided communities unless that is confirmed', async () => {
    const city = await cityPlan()
    expect(await codesOf(exported(city))).toEqual(['package.empty'])
    const east = await districtPlan('东区', { 甲: { ...MATURE, residents: null, courtyards: null } })
    expect((await east.ask('result.get')).totals.undecided).toBe(1)
    expect(await codesOf(exported(east))).toEqual(['package.undecided'])
    expect(await codesOf(exported(east, { districts: ['西区'] }))).toEqual(['package.districtUnknown'])
    const found = await preview(city, await exported(east, { confirmed: true }))
    expect(found).toMatchObject({
      errors: 0,
      total: { undecided: 1, amountUnknown: 1, count: 1 },
      packages: [{ content: { undecided: 1, amountUnknown: 1 } }],
    })
  })

  it('a community without a class whose money is known is undecided: adopting, the package and its verifier agree', async () => {
    const east = await districtPlan('东区', {
      甲: MATURE,
      乙: { ...MATURE, location: null, estates: null, courtyards: null, managedCourtyards: null },
    })
    const policy = structuredClone(await east.ask('policy.get'))
    policy.id = 'by-heads'
    policy.examples = []
    policy.allocation.steps = [
      {
        kind: 'perUnit',
        key: 'heads',
        name: { zh: '按人口', en: '' },
        indicator: 'residents',
        per: 1,
        above: 0,
        rateFen: 1000,
        portions: 'full',
      },
    ]
    await east.ask('policy.add', { document: policy })
    await east.ask('policy.use', { id: 'by-heads' })
    const { totals, communities } = await east.ask('result.get')
    expect(totals).toMatchObject({ undecided: 1, amountUnknown: 0 })
    expect(communities.filter((each) => each.class === null).map((each) => each.amountFen)).toEqual([MATURE.residents * 1000])
    expect(await problemsOf(east.ask('plan.adopt', { title: '定稿' }))).toContainEqual(
      expect.objectContaining({ code: 'plan.notComplete', params: { undecided: 1, unknown: '-' } }),
    )
    expect(await codesOf(exported(east))).toEqual(['package.undecided'])
    const { base64 } = await exported(east, { confirmed: true })
    const bytes = Buffer.from(base64, 'base64')
    expect(verifyPackageFile(bytes, '东区')).toMatchObject({ certificate: { holds: true, undecided: 1, amountUnknown: 0 }, problems: [] })
  })

  it('a district of a plan that shares one total goes out with its part, the verifier agrees, and merged again it is the whole', async () => {
    const files = await Promise.all((await threeDistricts()).map((each) => exported(each)))
    const city = await cityPlan()
    await merged(city, ...files)
    const shared = await sharesTotal(city)
    const whole = await city.ask('result.get')
    const parts = await Promise.all(['东区', '北区', '西区'].map((each) => exported(city, { districts: [each] })))
    for (const [position, part] of parts.entries()) {
      const { certificate, problems } = verifyPackageFile(bytesOf(part), part.fileName)
      expect([problems, certificate.findings], part.fileName).toEqual([[], []])
      expect(certificate).toMatchObject({ holds: true, whole: { communities: 5, amountFen: 100_000_000 } })
      const { communities } = jsonIn(bytesOf(part), 'result.json') as PlanResult
      expect(communities).toEqual(whole.communities.filter((each) => each.district === ['东区', '北区', '西区'][position]))
    }
    const again = await cityPlan()
    await again.ask('policy.add', { document: shared })
    await again.ask('policy.use', { id: shared.id })
    const found = await preview(again, ...parts)
    expect([found.problems, found.packages.flatMap((each) => each.problems)]).toEqual([[], []])
    await again.ask('rollup.apply', { id: found.id })
    expect(await again.ask('result.get')).toEqual(whole)
  })

  it('of a part the classes still have to follow from what is known, and its sums from its rows', async () => {
    const file = await sharedTotal()
    const codesIn = (path: string, change: (content: Raw) => void): string[] =>
      verifyPackageFile(forged(bytesOf(file), path, change), file.fileName).problems.map((each) => each.code)
    expect(codesIn('communities.json', () => undefined)).toEqual([])
    const other = codesIn('result.json', (result) => {
      result.communities[0].rule = 'otherRule'
    })
    expect(other).toEqual(['package.resultDiffers'])
    const more = codesIn('result.json', (result) => {
      result.communities[0].amountFen += 1
    })
    expect(more).toContain('package.rowDiffers')
  })

  it('nobody gets around the amounts by calling a package a part: where the policy shares nothing out, they are computed again', async () => {
    const file = await exported(await districtPlan('东区', { 甲: MATURE, 乙: MATURE }))
    const moved = forged(bytesOf(file), 'result.json', ({ communities }) => {
      for (const [at, fen] of [1, -1].entries()) {
        const row = communities[at]
        row.amountFen += fen
        row.cityFen += fen
        row.paid.city += fen
        row.trace[0].fen += fen
      }
    })
    const asPart = (bytes: Uint8Array): Uint8Array =>
      forged(bytes, 'manifest.json', (manifest) => {
        manifest.formatVersion = 3
        manifest.whole = { communities: 9, amountFen: 100, inputHash: manifest.inputHash }
      })
    for (const bytes of [moved, asPart(moved)]) {
      const { certificate, problems } = verifyPackageFile(bytes, file.fileName)
      expect(certificate.findings).toEqual([])
      expect(problems.map((each) => each.code)).toEqual(['package.resultDiffers'])
    }
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
