import { describe, expect, it } from 'vitest'
import type { InputOf, OutputOf } from '../../../src-main/contract/operations.ts'
import { hashOf } from '../../../src-main/shared/canonical-json.ts'
import { forged, type Raw } from '../../support/package-files.ts'
import { codesOf, MATURE, OLD, openDesk, problemsOf, type Desk } from '../../support/desk.ts'
import { bytesOf, cityPlan, districtPlan, exported, withBytes, type PackageFile } from './rollup-support.ts'

const opened = (
  { ask }: Desk,
  { fileName, base64 }: PackageFile,
  more: Partial<InputOf<'package.open'>> = {},
): Promise<OutputOf<'package.open'>> => ask('package.open', { fileName, base64, ...more })

/** Every table that is computed from a plan, as it is handed out: workbooks as files, the rest as it crosses the contract. */
async function tablesOf({ ask }: Desk): Promise<Record<string, unknown>> {
  const certificate = await ask('certificate.get')
  const { rows } = await ask('ledger.list')
  const { lines, ...counts } = await ask('overrides.report')
  return {
    'classification, allocation, steps, components, payers, comparison, flows, overrides, parameters, indicators, checks': hashOf(
      (await ask('workbook.export')).base64,
    ),
    'the same in English': hashOf((await ask('workbook.export', { language: 'en' })).base64),
    result: await ask('result.get'),
    'communities and indicators': await ask('communities.list'),
    // Who entered it and when is told by the change log, which stays where it was written.
    'classes by hand': { ...counts, lines: lines.map(({ at: _, operator: __, ...line }) => line) },
    'statistics as a workbook': hashOf((await ask('statistics.export')).base64),
    statistics: await ask('statistics.get'),
    certificate,
    'use of the money': rows,
    policy: await ask('policy.get', { id: certificate.policy.id }),
    package: hashOf((await ask('package.export', { confirmed: true })).base64),
  }
}

/**
 * A district with all that a package can hold: a policy and an indicator of its own, a class by hand, use of the money, a change
 * of the map.
 */
async function fullDistrict(): Promise<Desk> {
  const desk = await districtPlan('东区', {
    甲: { ...MATURE, previousAmount: 20_000_000 },
    乙: { ...OLD, previousAmount: 0 },
    丙: { ...MATURE, residents: null, courtyards: null },
    丁: { ...OLD, location: 'township' },
  })
  const { ask } = desk
  const policy = await ask('policy.get', { id: 'components-and-payers' })
  await ask('policy.add', { document: { ...policy, id: 'east-own', version: '1.4.2', title: { zh: '东区办法', en: 'East' } } })
  await ask('policy.use', { id: 'east-own' })
  await ask('dictionary.addIndicator', {
    indicator: { key: 'ownCount', label: { zh: '自设数', en: 'Own' }, kind: 'number', group: (await ask('dictionary.get')).groups[0]!.key },
  })
  const [one, two] = await ask('communities.list')
  await ask('indicators.update', { edits: [{ key: one!.key, field: 'ownCount', value: 3 }] })
  await ask('overrides.set', { key: one!.key, class: 'C', reason: '现场核实', document: '东组〔2025〕7号', expires: 2026 })
  await ask('ledger.update', {
    edits: [
      { key: one!.key, field: 'allocated', fen: 20_000_000 },
      { key: one!.key, field: 'spent', fen: 19_999_993 },
      { key: one!.key, field: 'carried', fen: 7 },
    ],
  })
  await ask('units.rename', { key: two!.key, name: '乙新', date: '2025-03-01' })
  return desk
}

describe('a package opened on another machine', () => {
  it('gives every table as it was, byte for byte', async () => {
    const east = await fullDistrict()
    const elsewhere = await openDesk()
    const file = await exported(east, { confirmed: true })
    expect(await opened(elsewhere, file)).toMatchObject({ name: '2025年东区', problems: [] })
    const [was, is] = [await tablesOf(east), await tablesOf(elsewhere)]
    for (const [table, content] of Object.entries(was)) expect(is[table], table).toEqual(content)
    expect(was['package']).toBe(hashOf(file.base64))
    expect((await elsewhere.ask('app.status')).plan).toMatchObject({
      name: '2025年东区',
      year: 2025,
      policy: { id: 'east-own', version: '1.4.2' },
      undo: null,
    })
  })

  it('of the whole sample city gives the same as well, under the name that was wanted', async () => {
    const city = await openDesk()
    const elsewhere = await cityPlan()
    expect(await opened(elsewhere, await exported(city), { name: '样例' })).toMatchObject({ name: '样例', problems: [] })
    const [was, is] = [await tablesOf(city), await tablesOf(elsewhere)]
    // A plan made of a package has no year before: what became of last year is told by the package that it was made of, and by no other.
    const { certificate, package: _, ...tables } = was
    for (const [table, content] of Object.entries(tables)) expect(is[table], table).toEqual(content)
    const { conservation, lines } = certificate as OutputOf<'certificate.get'>
    expect(conservation).toMatchObject({ last: 2022, count: 0 })
    expect(is['certificate']).toMatchObject({ holds: true, conservation: null, lines: lines.filter(({ key }) => key !== 'conservation') })
    expect((await elsewhere.ask('app.status')).plan).toMatchObject({ synthetic: true })
  })

  it("says which of its policy's own tests fail, in the preview of merging and when it is opened", async () => {
    const east = await districtPlan('东区', { 甲: MATURE })
    // No community of the district has resettlement estates, but one of the policy's tests does.
    await east.ask('dictionary.changeIndicator', { key: 'resettlementEstates', change: { range: { min: 0, max: 0 } } })
    const file = await exported(east)
    const failing = { code: 'package.policyFails', level: 'warning', params: { count: 1, names: '山川社区：流动人口为主' } }
    const city = await cityPlan()
    expect((await city.ask('rollup.preview', { files: [file] })).packages[0]!.problems[0]).toMatchObject(failing)
    expect((await opened(city, file)).problems).toMatchObject([failing])
  })

  it('names the first difference where it does not, and makes no plan', async () => {
    const elsewhere = await cityPlan()
    const before = await elsewhere.ask('plan.list')
    const file = await exported(await fullDistrict(), { confirmed: true })
    const altered = (path: string, change: (content: Raw) => void): PackageFile => withBytes(file, forged(bytesOf(file), path, change))
    const rule = altered('result.json', (result) => {
      result.communities[1].rule = 'otherRule'
    })
    expect(await problemsOf(opened(elsewhere, rule))).toMatchObject([
      {
        code: 'package.resultDiffers',
        params: { field: 'rule', value: '"otherRule"' },
        place: { file: file.fileName, path: 'result.json', key: expect.stringMatching(/^东区/) },
      },
    ])
    expect(
      await codesOf(
        opened(
          elsewhere,
          altered('result.json', (result) => {
            result.communities[0].amountFen += 1
          }),
        ),
      ),
    ).toContain('package.rowDiffers')
    expect(await elsewhere.ask('plan.list')).toEqual(before)
  })

  it('made by another version of the engine that came to something else, or written in another order, is opened, and that is told', async () => {
    const elsewhere = await cityPlan()
    const file = await exported(await fullDistrict(), { confirmed: true })
    const older = forged(
      forged(bytesOf(file), 'result.json', (result) => {
        Object.assign(result, { engine: '0' }).communities[1].rule = 'otherRule'
      }),
      'manifest.json',
      (manifest) => {
        manifest.engine = '0'
      },
    )
    expect(
      (await opened(elsewhere, withBytes(file, older), { name: '旧' })).problems.map((each) => [each.code, each.level, each.params.value]),
    ).toEqual([['package.engineDiffers', 'warning', '0']])
    const turned = forged(bytesOf(file), 'communities.json', (list) => {
      list.reverse()
    })
    expect((await opened(elsewhere, withBytes(file, turned), { name: '倒序' })).problems).toMatchObject([
      { code: 'package.openedDiffers', params: { value: 'communities.json' }, place: { path: 'communities.json' } },
    ])
  })

  it('does not take the place of a plan that is there, or of a name that no file may have', async () => {
    const elsewhere = await cityPlan()
    const file = await exported(await districtPlan('东区', { 甲: MATURE }))
    await opened(elsewhere, file)
    expect(await codesOf(opened(elsewhere, file))).toEqual(['plan.exists'])
    const free = async (): Promise<string> => (await elsewhere.ask('rollup.preview', { files: [file] })).packages[0]!.planName!
    expect(await free()).toBe('2025年东区（2）')
    expect(await opened(elsewhere, file, { name: await free() })).toMatchObject({ name: '2025年东区（2）' })
    expect(await free()).toBe('2025年东区（3）')
    expect(await codesOf(opened(elsewhere, file, { name: '../外面' }))).toEqual(['plan.nameWrong'])
  })
})
