import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf, MATURE, OLD, openDesk, type Desk } from '../../support/desk.ts'
import { openApp } from '../../support/open-app.ts'
import {
  addCommunity,
  bytesOf,
  cityPlan,
  districtPlan,
  exported,
  merged,
  preview,
  revisionOf,
  threeDistricts,
  withBytes,
  type Sheet,
} from './rollup-support.ts'
import { forged, type Raw } from '../../support/package-files.ts'
import { smallPackage } from '../../support/small-package.ts'

const WAN = 1_000_000
const codes = ({ problems, packages }: Awaited<ReturnType<typeof preview>>): string[] =>
  [...packages.flatMap((each) => each.problems), ...problems].map((each) => each.code)

describe('merging', () => {
  it('makes the city of its districts: counts, money and totals by district, as one step that one undo takes back', async () => {
    const districts = await threeDistricts()
    const files = await Promise.all(districts.map((each) => exported(each)))
    expect(files.map((each) => each.fileName)).toEqual([
      '2025年东区.quanheng-package',
      '2025年北区.quanheng-package',
      '2025年西区.quanheng-package',
    ])
    const city = await cityPlan()
    const found = await preview(city, ...files)
    expect(found).toMatchObject({
      year: 2025,
      errors: 0,
      warnings: 0,
      problems: [],
      counts: { added: 5, changed: 0, removed: 0, unchanged: 0 },
      total: { count: 5, undecided: 0, amountFen: 105 * WAN, statedFen: 105 * WAN },
    })
    expect(found.districts.map(({ district, count, amountFen, statedFen }) => [district, count, amountFen, statedFen])).toEqual([
      ['东区', 2, 45 * WAN, 45 * WAN],
      ['北区', 1, 30 * WAN, 30 * WAN],
      ['西区', 2, 30 * WAN, 30 * WAN],
    ])
    expect(found.packages.map(({ standing, content }) => [standing, content?.communities])).toEqual([
      ['new', 2],
      ['new', 1],
      ['new', 2],
    ])
    expect(await city.ask('communities.list')).toEqual([])
    expect(await city.ask('rollup.apply', { id: found.id })).toEqual({ packages: 3, added: 5, changed: 0, removed: 0 })
    expect((await city.ask('result.get')).totals).toMatchObject({ communities: 5, amountFen: 105 * WAN })
    expect((await city.ask('rollup.list')).merged.map((each) => [each.district, each.communities, each.amountFen])).toEqual([
      ['东区', 2, 45 * WAN],
      ['北区', 1, 30 * WAN],
      ['西区', 2, 30 * WAN],
    ])
    const [step] = await city.ask('history.list')
    expect(step!.said.zh).toBe('合并方案包：东区、北区、西区（新增5，更改0，移出0）')
    await city.ask('history.undo')
    expect(await city.ask('communities.list')).toEqual([])
    expect((await city.ask('rollup.list')).merged).toEqual([])
    await city.ask('history.redo')
    expect(await city.ask('communities.list')).toHaveLength(5)
  })

  it('does not mind the order of the files, changes nothing when done again, and gives the same bytes as the city then exports', async () => {
    const files = await Promise.all((await threeDistricts()).map((each) => exported(each)))
    const [first, second] = [await cityPlan(), await cityPlan()]
    await merged(first, ...files)
    await merged(second, files[2]!, files[0]!)
    await merged(second, files[1]!)
    expect(await exported(second)).toEqual(await exported(first))
    const before = await revisionOf(first)
    const again = await preview(first, files[1]!, { ...files[0]!, fileName: '改名.quanheng-package' }, files[2]!)
    expect(again).toMatchObject({
      counts: { added: 0, changed: 0, removed: 0, unchanged: 5 },
      changes: [],
      packages: [{ standing: 'same' }, { standing: 'same' }, { standing: 'same' }],
    })
    await first.ask('rollup.apply', { id: again.id, confirmed: true })
    expect(await revisionOf(first)).toBe(before)
  })

  it('merged, split and merged again is the same, byte for byte, with classes by hand, map changes and ledger', async () => {
    const oneOf = <T>(...values: T[]) => fc.constantFrom(...values)
    const community = fc
      .record({
        residents: oneOf(1500, 6000, 9000),
        oldCourtyards: oneOf(0, 9),
        staff: oneOf<number | null>(9, null),
        previousAmount: oneOf<number | null>(20_000_000, 0, null),
        location: oneOf('urban', 'edge', 'township'),
      })
      .map((values) => ({ ...MATURE, ...values }))
    const district = fc.dictionary(oneOf('一', '二', '三', '四'), community, { minKeys: 1 }) as fc.Arbitrary<Sheet>
    await fc.assert(
      fc.asyncProperty(fc.tuple(district, district), fc.boolean(), async ([east, north], turned) => {
        const plans = [await districtPlan('东区', east), await districtPlan('北区', north)]
        for (const { ask } of plans) {
          const [one] = await ask('communities.list')
          await ask('overrides.set', { key: one!.key, class: 'B', reason: '核实', expires: 2026 })
          await ask('ledger.update', { edits: [{ key: one!.key, field: 'spent', fen: 12_345 }] })
          await ask('units.rename', { key: one!.key, name: `${one!.name}新`, date: '2025-03-01' })
        }
        const files = await Promise.all(plans.map((each) => exported(each, { confirmed: true })))
        const [city, other] = [await cityPlan(), await cityPlan()]
        await merged(city, ...(turned ? files.toReversed() : files))
        const whole = await exported(city, { confirmed: true })
        const parts = [
          await exported(city, { districts: ['东区'], confirmed: true }),
          await exported(city, { districts: ['北区'], confirmed: true }),
        ]
        expect(parts.map(bytesOf)).toEqual(files.map(bytesOf))
        await merged(other, ...(turned ? parts : parts.toReversed()))
        expect(bytesOf(await exported(other, { confirmed: true })).equals(bytesOf(whole))).toBe(true)
        for (const each of [...plans, city, other]) await each.close()
      }),
      { numRuns: 8 },
    )
  })

  it('lets a corrected package replace its predecessor, and shows what changed', async () => {
    const [east, north] = (await threeDistricts()) as [Desk, Desk]
    const city = await cityPlan()
    await merged(city, await exported(east), await exported(north))
    const keys = (await east.ask('communities.list')).map((each) => each.key)
    await east.ask('indicators.update', { edits: [{ key: keys.find((key) => key.endsWith('甲'))!, field: 'residents', value: 6100 }] })
    await east.ask('communities.remove', { keys: [keys.find((key) => key.endsWith('乙'))!] })
    await addCommunity(east, '东区', '新', OLD)
    const corrected = await exported(east)
    const found = await preview(city, corrected)
    expect(found.packages[0]).toMatchObject({ standing: 'replaces', problems: [] })
    expect(found.counts).toEqual({ added: 1, changed: 1, removed: 1, unchanged: 0 })
    expect(found.changes.find((each) => each.kind === 'changed')).toMatchObject({
      name: '甲',
      fields: [{ field: 'residents', before: 6000, after: 6100 }],
    })
    expect(found.districts.find((each) => each.district === '北区')).toMatchObject({ statedFen: null, amountFen: 30 * WAN })
    await city.ask('rollup.apply', { id: found.id, confirmed: true })
    expect((await city.ask('communities.list')).map((each) => each.name).sort()).toEqual(['丙', '新', '甲'].sort())
    expect(await preview(city, corrected)).toMatchObject({ packages: [{ standing: 'same' }], counts: { unchanged: 2 } })
  })

  it('that is stopped on the way leaves nothing behind, and can be begun again', async () => {
    const { service, call } = await openApp()
    const controller = new AbortController()
    const context = { signal: controller.signal, progress: () => controller.abort(), host: 'test' as const }
    await call['plan.create']({ name: '市', year: 2025, sample: false })
    const { id } = await call['rollup.preview']({
      files: [{ fileName: '全市.quanheng-package', base64: Buffer.from(smallPackage()).toString('base64') }],
      kept: [],
    })
    expect(await codesOf(Promise.resolve(service['rollup.apply']({ id, confirmed: true }, context)))).toEqual(['task.cancelled'])
    expect(await call['communities.list']({})).toEqual([])
    expect((await call['rollup.list']({})).merged).toEqual([])
    expect(await call['rollup.apply']({ id, confirmed: true })).toMatchObject({ packages: 1, added: 5 })
  })

  it('takes over what a corrected package withdraws: the year is as if only the last one had been merged', async () => {
    const [east] = (await threeDistricts()) as [Desk]
    const [one] = await east.ask('communities.list')
    const { key } = one!
    const enter = ({ ask }: Desk, spent: number | null, carried: number | null): Promise<unknown> =>
      ask('ledger.update', {
        edits: [
          { key, field: 'spent', fen: spent },
          { key, field: 'carried', fen: carried },
        ],
      })
    await enter(east, 700, 300)
    await east.ask('overrides.set', { key, class: 'C', reason: '核实' })
    const first = await exported(east)
    await enter(east, null, null)
    await east.ask('overrides.clear', { key })
    await east.ask('indicators.update', { edits: [{ key, field: 'previousAmount', value: null }] })
    const second = { ...(await exported(east)), fileName: '更正.quanheng-package' }
    const [city, other] = [await cityPlan(), await cityPlan()]
    await merged(city, first)
    expect((await city.ask('ledger.list')).rows.find((each) => each.key === key)).toMatchObject({ spentFen: 700, carriedFen: 300 })
    const found = await preview(city, second)
    expect(found.changes[0]!.fields).toEqual(
      expect.arrayContaining([
        { field: 'ledgerSpent', before: 700, after: null },
        { field: 'ledgerCarried', before: 300, after: null },
      ]),
    )
    await city.ask('rollup.apply', { id: found.id, confirmed: true })
    expect((await city.ask('ledger.list')).rows.find((each) => each.key === key)).toMatchObject({ spentFen: null, carriedFen: null })
    await merged(other, second)
    expect(await exported(city)).toEqual(await exported(other))
    await enter(city, 5, 6)
    await merged(city, second)
    expect(await exported(city)).toEqual(await exported(other))
  })

  it('knows a package by all that is in it: another use of the money or another change of the map is a correction', async () => {
    const [east] = (await threeDistricts()) as [Desk]
    const { key } = await east.ask('communities.add', { code: '630105001001', name: '辛', district: '东区', subdistrict: '东区街道' })
    await east.ask('indicators.update', { edits: Object.entries(MATURE).map(([field, value]) => ({ key, field, value })) })
    const city = await cityPlan()
    const names = async (): Promise<string[]> => (await city.ask('rollup.list')).merged.map((each) => each.file)
    await merged(city, await exported(east))
    await east.ask('ledger.update', { edits: [{ key, field: 'spent', fen: 700 }] })
    const spent = { ...(await exported(east)), fileName: '支出更正.quanheng-package' }
    const found = await preview(city, spent)
    expect(found).toMatchObject({ packages: [{ standing: 'replaces' }], counts: { changed: 1 } })
    await city.ask('rollup.apply', { id: found.id })
    expect(await names()).toEqual(['支出更正.quanheng-package'])
    expect((await preview(city, { ...spent, fileName: '改名.quanheng-package' })).packages[0]!.standing).toBe('same')
    for (const name of ['改名', '辛']) await east.ask('units.rename', { key, name, date: '2025-03-01' })
    expect(await preview(city, await exported(east))).toMatchObject({
      packages: [{ standing: 'replaces' }],
      counts: { added: 0, changed: 0, removed: 0 },
    })
  })
})

describe('what does not fit together', () => {
  it('is told against last year: a community that is gone, one that nobody explains, a district that has not delivered', async () => {
    const files = await Promise.all((await threeDistricts()).map((each) => exported(each)))
    const city = await cityPlan()
    await merged(city, ...files)
    await city.ask('years.start', { year: 2026 })
    const east = await districtPlan('东区', { 甲: { ...MATURE, previousAmount: 15_000_000 }, 庚: MATURE }, 2026)
    const found = await preview(city, await exported(east))
    expect(codes(found).sort()).toEqual(['plan.unitLost', 'plan.unitUnexplained', 'rollup.districtMissing'])
    expect(found.problems.find((each) => each.code === 'plan.unitLost')!.place.community).toBe('乙')
    expect(found.problems.find((each) => each.code === 'rollup.districtMissing')!.params).toMatchObject({ count: 2, names: '北区、西区' })
    expect(await codesOf(city.ask('rollup.apply', { id: found.id }))).toEqual(['rollup.unconfirmed'])
    await city.ask('rollup.apply', { id: found.id, confirmed: true })
    expect((await city.ask('rollup.list')).missing).toEqual(['北区', '西区'])
  })

  it('misses a district that the plan knows from its own year, or from a package of another one', async () => {
    const files = await Promise.all((await threeDistricts()).map((each) => exported(each)))
    const city = await cityPlan()
    await addCommunity(city, '南区', '自录', MATURE)
    const found = await preview(city, ...files)
    expect(found.problems).toMatchObject([{ code: 'rollup.districtMissing', params: { count: 1, names: '南区' } }])
    await city.ask('rollup.apply', { id: found.id, confirmed: true })
    expect((await city.ask('rollup.list')).missing).toEqual(['南区'])
    await city.ask('years.start', { year: 2026 })
    await city.ask('communities.remove', {
      keys: (await city.ask('communities.list')).filter((each) => each.name !== '甲').map((each) => each.key),
    })
    await city.ask('years.start', { year: 2027 })
    // The year before has one district only; the packages of 2025 are remembered.
    expect(await city.ask('rollup.list')).toMatchObject({ year: 2027, merged: [], missing: ['东区', '北区', '西区'] })
  })

  it('districts come in the order of the plan, not of their signs, where packages are listed and in the certificate', async () => {
    const plans = await Promise.all(['城西区', '城北区'].map((district) => districtPlan(district, {})))
    for (const [position, { ask }] of plans.entries()) {
      const { key } = await ask('communities.add', {
        code: `63010${4 + position}001001`,
        name: '子',
        district: ['城西区', '城北区'][position]!,
        subdistrict: '一街道',
      })
      await ask('indicators.update', { edits: Object.entries(MATURE).map(([field, value]) => ({ key, field, value })) })
    }
    const city = await cityPlan()
    await merged(city, ...(await Promise.all(plans.map((each) => exported(each)))))
    expect((await city.ask('rollup.list')).merged.map((each) => each.district)).toEqual(['城西区', '城北区'])
    expect((await city.ask('certificate.get')).districts).toEqual(['城西区', '城北区'])
  })

  it('another policy, another meaning of an indicator, and indicators the city does not have are warnings', async () => {
    const city = await cityPlan(2025, 'flat-2018')
    const [east] = (await threeDistricts()) as [Desk]
    expect(codes(await preview(city, await exported(east)))).toEqual(['rollup.policyDiffers', 'rollup.totalDiffers'])
    const same = await cityPlan()
    await east.ask('dictionary.addIndicator', {
      indicator: {
        key: 'ownCount',
        label: { zh: '自设数', en: 'Own' },
        kind: 'number',
        group: (await east.ask('dictionary.get')).groups[0]!.key,
      },
    })
    const [one] = await east.ask('communities.list')
    await east.ask('indicators.update', { edits: [{ key: one!.key, field: 'ownCount', value: 3 }] })
    const found = await preview(same, await exported(east))
    expect(codes(found)).toEqual(['rollup.indicatorUnknown'])
    await same.ask('rollup.apply', { id: found.id, confirmed: true })
    expect(bytesOf(await exported(same)).includes('"ownCount":3')).toBe(true)
    await same.ask('dictionary.changeIndicator', { key: 'courtyards', change: { range: { min: 0, max: 5 } } })
    expect(codes(await preview(same, await exported(east)))).toContain('import.outOfRange')
  })

  it('a district twice, a community of two districts, another year, a value that may not stand: refused', async () => {
    const [east, north] = (await threeDistricts()) as [Desk, Desk]
    const [city, file] = [await cityPlan(), await exported(east)]
    const copy = { ...file, fileName: '副本.quanheng-package' }
    expect(codes(await preview(city, file, copy))).toEqual(['rollup.sameTwice'])
    const [one] = await east.ask('communities.list')
    await east.ask('indicators.update', { edits: [{ key: one!.key, field: 'staff', value: 11 }] })
    const twice = await preview(city, file, await exported(east))
    expect(codes(twice)).toContain('rollup.districtTwice')
    expect(await codesOf(city.ask('rollup.apply', { id: twice.id, confirmed: true }))).toEqual(['rollup.refused'])
    const other = await districtPlan('东区', { 甲: MATURE }, 2024)
    expect(codes(await preview(city, await exported(other)))).toEqual(['rollup.yearDiffers'])

    const code = '630105001001'
    for (const [desk, district] of [
      [east, '东区'],
      [north, '北区'],
    ] as const) {
      const { key } = await desk.ask('communities.add', { code, name: '同一个', district, subdistrict: '界街道' })
      await desk.ask('indicators.update', { edits: Object.entries(MATURE).map(([field, value]) => ({ key, field, value })) })
    }
    const both = [await exported(east), await exported(north)] as const
    expect(codes(await preview(city, ...both))).toEqual(['rollup.communityTwice'])
    await merged(city, both[0])
    expect(codes(await preview(city, both[1]))).toEqual(['rollup.communityTwice'])
    const own = await cityPlan()
    const { key } = await own.ask('communities.add', { code, name: '同一个', district: '东区', subdistrict: '界街道' })
    const moved = await preview(own, both[1])
    expect(codes(moved)).toEqual(['rollup.communityMoved'])
    await own.ask('rollup.apply', { id: moved.id, confirmed: true })
    expect((await own.ask('communities.list')).find((each) => each.key === key)!.district).toBe('北区')
  })

  it('a result that does not follow from facts and policy names the first community and field', async () => {
    const [east] = (await threeDistricts()) as [Desk]
    const city = await cityPlan()
    const file = await exported(east)
    const swap = (content: Raw): void => {
      ;[content.communities[0].rule, content.communities[1].rule] = ['otherRule', content.communities[1].rule]
    }
    const found = await preview(city, withBytes(file, forged(bytesOf(file), 'result.json', swap)))
    expect(found.packages[0]!.problems).toMatchObject([
      { code: 'package.resultDiffers', params: { field: 'rule', value: '"otherRule"' }, place: { community: '乙' } },
    ])
    const older = forged(
      forged(bytesOf(file), 'result.json', (content) => {
        content.engine = '0'
        swap(content)
      }),
      'manifest.json',
      (manifest) => {
        manifest.engine = '0'
      },
    )
    expect((await preview(city, withBytes(file, older))).packages[0]!.problems).toMatchObject([
      { code: 'package.engineDiffers', level: 'warning', params: { value: '0' } },
    ])
    const facts = forged(bytesOf(file), 'communities.json', (list) => {
      list[0].values.residents = 1
    })
    expect(codes(await preview(city, withBytes(file, facts)))).toEqual(['package.hashDiffers'])
  })

  it('a share of one sum over the city is computed anew, and the difference is told', async () => {
    const policy = await (await openDesk()).ask('policy.get', { id: 'reference' })
    const shared = {
      ...policy,
      id: 'shared',
      examples: [],
      allocation: {
        ...policy.allocation,
        steps: [...policy.allocation.steps, { kind: 'fit' as const, key: 'whole', name: { zh: '总额', en: 'Total' }, totalFen: 100 * WAN }],
      },
    }
    const [east, north] = [await districtPlan('东区', { 甲: MATURE, 乙: OLD }), await districtPlan('北区', { 丙: OLD })]
    const city = await cityPlan()
    for (const { ask } of [east, north, city]) {
      await ask('policy.add', { document: shared })
      await ask('policy.use', { id: 'shared' })
    }
    const found = await preview(city, await exported(east), await exported(north))
    expect(found.problems).toMatchObject([
      { code: 'rollup.totalDiffers', level: 'warning', params: { statedFen: 200 * WAN, amountFen: 100 * WAN } },
    ])
    expect(found.total).toMatchObject({ amountFen: 100 * WAN, statedFen: 200 * WAN })
  })

  it('a preview holds for the plan as it was', async () => {
    const [east] = (await threeDistricts()) as [Desk]
    const city = await cityPlan()
    const { id } = await preview(city, await exported(east))
    await city.ask('communities.add', { code: '', name: '后来', district: '南区', subdistrict: '' })
    expect(await codesOf(city.ask('rollup.apply', { id, confirmed: true }))).toEqual(['import.stale'])
    expect(await codesOf(city.ask('rollup.apply', { id: 'none' }))).toEqual(['import.stale'])
  })
})
