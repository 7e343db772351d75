import { describe, expect, it } from 'vitest'
import { codesOf, keyOf, MATURE, OLD, openDesk, problemsOf, smallPlan, type Desk } from '../../support/desk.ts'

const WAN = 1_000_000
const why = { date: '2026-03-01', document: '民发〔2026〕5号', note: '区划调整' }
const place = (name: string, code = '') => ({ code, name, district: '东区', subdistrict: '二街道' })
const named = async ({ ask }: Desk, name: string) => (await ask('communities.list')).find((each) => each.name === name)

/** 2025 with three communities, and 2026 started from it: 甲 15万元, 乙 30万元, 丙 15万元. */
async function secondYear(): Promise<Desk> {
  const desk = await smallPlan({ 甲: MATURE, 乙: OLD, 丙: { ...MATURE, location: 'edge', residents: 7001 } })
  await desk.ask('years.start', { year: 2026 })
  return desk
}

describe('merging', () => {
  it('adds what can be counted, keeps what all agree on, and says what is unknown afterwards', async () => {
    const desk = await secondYear()
    const { change, problems } = await desk.ask('units.merge', {
      ...why,
      keys: [keyOf('甲'), keyOf('丙')],
      into: { place: place('新丙', '630102001001') },
    })
    const merged = (await named(desk, '新丙'))!
    expect(merged).toMatchObject({ key: '630102001001', subdistrict: '二街道', previousFen: 30 * WAN, previousClass: 'A' })
    expect(merged.values).toMatchObject({ residents: 13001, area: 3, courtyards: 20, managedCourtyards: 18, managedShare: 0.9 })
    expect(merged.values['location'] ?? null).toBeNull()
    expect(problems).toMatchObject([
      { code: 'plan.unitValueUnknown', level: 'warning', params: { indicator: '区位', values: '城区、城郊' } },
    ])
    expect(change).toMatchObject({
      year: 2026,
      kind: 'merge',
      ...why,
      from: [{ name: '甲', previousFen: 15 * WAN }, { name: '丙' }],
      to: [{ name: '新丙', previousFen: 30 * WAN }],
      endedFen: 0,
    })
    expect(await desk.ask('units.list')).toEqual([change])
    expect((await desk.ask('communities.list')).map((each) => each.name).sort()).toEqual(['乙', '新丙'])
    expect((await desk.ask('communities.list', { year: 2025 })).length).toBe(3)
    expect(await desk.ask('units.conservation')).toMatchObject({
      holds: true,
      counts: { outcomes: { continues: 1, merged: 2 } },
      money: { lastFen: 60 * WAN, foundFen: 60 * WAN },
    })
    await desk.ask('history.undo')
    expect((await desk.ask('communities.list')).map((each) => each.name).sort()).toEqual(['丙', '乙', '甲'])
    expect(await desk.ask('units.list')).toEqual([])
  })

  it('lets one absorb the others, and makes a sum of which a part is missing unknown', async () => {
    const desk = await secondYear()
    await desk.ask('indicators.update', { edits: [{ key: keyOf('乙'), field: 'staff', value: null }] })
    const { problems } = await desk.ask('units.merge', { ...why, keys: [keyOf('甲'), keyOf('乙')], into: { key: keyOf('甲') } })
    expect(problems.map((each) => [each.code, each.params])).toEqual([
      ['plan.unitValueMissing', { indicator: '社区工作人员', names: '乙' }],
      ['plan.unitValueUnknown', { indicator: '上年类别', values: 'A、B' }],
    ])
    expect(await named(desk, '甲')).toMatchObject({ key: keyOf('甲'), previousFen: 45 * WAN, previousClass: null })
    expect((await named(desk, '甲'))!.values).not.toHaveProperty('staff')
  })

  it('keeps a class set by hand where all have the same, else drops it and says so', async () => {
    const desk = await secondYear()
    for (const name of ['甲', '乙']) await desk.ask('overrides.set', { key: keyOf(name), class: 'C', reason: `${name}核实` })
    await desk.ask('units.merge', { ...why, keys: [keyOf('甲'), keyOf('乙')], into: { key: keyOf('甲') } })
    expect(await desk.ask('overrides.list')).toEqual([{ key: keyOf('甲'), class: 'C', reason: '甲核实；乙核实', document: '' }])
    const { problems } = await desk.ask('units.merge', { ...why, keys: [keyOf('甲'), keyOf('丙')], into: { key: keyOf('甲') } })
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'plan.overrideDropped',
        params: { class: 'C', reason: '甲核实；乙核实' },
        place: { community: '甲' },
      }),
    )
    expect(await desk.ask('overrides.list')).toEqual([])
  })
})

describe('splitting', () => {
  it('divides by the parts of one indicator, to the fen, and every part stays within its whole', async () => {
    const desk = await secondYear()
    await desk.ask('indicators.update', { edits: [{ key: keyOf('乙'), field: 'previousAmount', value: 30 * WAN }] })
    await desk.ask('units.split', {
      ...why,
      key: keyOf('乙'),
      indicator: 'residents',
      parts: [
        { keep: true, amount: 3001 },
        { place: place('乙东'), amount: 2999, values: { oldCourtyards: 5, location: 'edge' } },
        { place: place('乙南'), amount: 3000 },
      ],
    })
    const parts = [(await named(desk, '乙'))!, (await named(desk, '乙东'))!, (await named(desk, '乙南'))!]
    const sum = (key: string): number => parts.reduce((before, each) => before + Number(each.values[key]), 0)
    for (const [key, whole] of Object.entries(OLD))
      if (typeof whole === 'number') expect([key, Math.round(sum(key) * 100) / 100]).toEqual([key, whole])
    expect(parts.map((each) => each.values['residents'])).toEqual([3001, 2999, 3000])
    expect(parts.map((each) => each.values['location'])).toEqual(['urban', 'edge', 'urban'])
    expect(parts[1]!.values['oldCourtyards']).toBe(5)
    for (const { values } of parts) expect(Number(values['oldCourtyards'])).toBeLessThanOrEqual(Number(values['courtyards']))
    expect(parts.map((each) => each.previousFen)).toEqual([10_003_333, 9_996_667, 10_000_000])
    expect(parts.map((each) => each.previousClass)).toEqual(['B', 'B', 'B'])
    expect(await desk.ask('units.conservation')).toMatchObject({
      holds: true,
      accounts: [{ name: '乙', outcome: 'split', into: [{ name: '乙' }, { name: '乙东' }, { name: '乙南' }] }],
    })
  })

  it('is refused where the parts are not the whole, are nothing, or can not stand', async () => {
    const { ask } = await secondYear()
    const split = (parts: [number, number], more: Partial<Parameters<typeof ask<'units.split'>>[1]> = {}) =>
      ask('units.split', {
        ...why,
        key: keyOf('乙'),
        indicator: 'residents',
        parts: [
          { keep: true, amount: parts[0] },
          { place: place('乙东'), amount: parts[1] },
        ],
        ...more,
      })
    expect(await problemsOf(split([3000, 5999]))).toMatchObject([
      { code: 'plan.partsDiffer', params: { indicator: '常住人口', value: 8999, limit: 9000 } },
    ])
    expect(await codesOf(split([0, 0], { indicator: 'homestays' }))).toEqual(['plan.partsEmpty'])
    expect(await codesOf(split([1, 2], { indicator: 'density' }))).toEqual(['plan.indicatorDerived'])
    expect(await codesOf(split([1, 2], { indicator: 'location' }))).toEqual(['policy.indicatorKind'])
    expect(
      await codesOf(
        split([3000, 6000], {
          parts: [
            { keep: true, amount: 3000 },
            { place: place('乙东'), amount: 6000, values: { courtyards: 99 } },
          ],
        }),
      ),
    ).toEqual(['plan.partsDiffer'])
    expect(
      await codesOf(
        split([3000, 6000], {
          parts: [
            { keep: true, amount: 3000 },
            { place: { ...place('丙'), subdistrict: '一街道' }, amount: 6000 },
          ],
        }),
      ),
    ).toEqual(['plan.communityTwice'])
    expect(
      await codesOf(
        split([3000, 6000], {
          parts: [
            { keep: true, amount: 3000 },
            { place: place('乙东'), amount: 6000, values: { courtyards: 2, oldCourtyards: 9 } },
          ],
        }),
      ),
    ).toEqual(['import.aboveOther'])
    expect(await ask('units.list')).toEqual([])
    expect(await ask('communities.list')).toHaveLength(3)
  })
})

describe('renaming and moving', () => {
  it('keeps the key of a community with a code, and leaves earlier years as they were', async () => {
    const { ask } = await openDesk()
    await ask('plan.useYear', { year: 2026 })
    const { key } = (await ask('communities.list')).find((each) => each.name === '金十字社区')!
    await ask('overrides.set', { key, class: 'A', reason: '核实' })
    await ask('units.rename', { ...why, key, name: '金十字新社区' })
    await ask('units.move', { ...why, key, district: '城中区', subdistrict: '南滩街道' })
    expect((await ask('communities.list')).find((each) => each.key === key)).toMatchObject({
      name: '金十字新社区',
      subdistrict: '南滩街道',
    })
    expect((await ask('communities.list', { year: 2025 })).find((each) => each.key === key)).toMatchObject({
      name: '金十字社区',
      subdistrict: '总寨镇',
    })
    expect(await ask('overrides.list')).toMatchObject([{ key, class: 'A' }])
    expect(await ask('units.conservation')).toMatchObject({
      holds: true,
      accounts: [{ key, name: '金十字社区', outcome: 'moved', into: [{ name: '金十字新社区' }] }],
    })
    expect(await codesOf(ask('units.rename', { ...why, key, name: '金十字新社区' }))).toEqual(['plan.unitUnchanged'])
  })

  it('takes everything along where the key changes with the place', async () => {
    const { ask } = await secondYear()
    await ask('overrides.set', { key: keyOf('甲'), class: 'C', reason: '核实' })
    await ask('ledger.update', { edits: [{ key: keyOf('甲'), field: 'spent', fen: 5 }] })
    await ask('units.move', { ...why, key: keyOf('甲'), district: '东区', subdistrict: '二街道' })
    const key = keyOf('甲', '二街道')
    expect((await ask('communities.list')).find((each) => each.key === key)).toMatchObject({
      previousFen: 15 * WAN,
      previousClass: 'A',
      values: MATURE,
    })
    expect(await ask('overrides.list')).toMatchObject([{ key, class: 'C' }])
    expect((await ask('ledger.list')).rows.find((row) => row.key === key)).toMatchObject({ spentFen: 5 })
    expect(await codesOf(ask('units.rename', { ...why, key: keyOf('甲'), name: '丁' }))).toEqual(['plan.communityUnknown'])
    await ask('units.rename', { ...why, key, name: '丁' })
    expect(await ask('units.conservation')).toMatchObject({ holds: true })
    const log = await ask('history.list', { community: keyOf('丁', '二街道') })
    expect(log.map((step) => step.operation)).toEqual([
      'units.rename',
      'units.move',
      'ledger.update',
      'overrides.set',
      'years.start',
      'indicators.update',
      'communities.add',
    ])
  })
})

describe('conservation', () => {
  it('keeps a plan from being adopted while a community or a fen of last year is not accounted for, and names which', async () => {
    const { ask } = await secondYear()
    await ask('communities.remove', { keys: [keyOf('甲')] })
    await ask('communities.add', { ...place('丁') })
    await ask('indicators.update', {
      edits: [
        ...Object.entries(MATURE).map(([field, value]) => ({ key: keyOf('丁', '二街道'), field, value })),
        { key: keyOf('丙'), field: 'previousAmount', value: 15 * WAN - 1 },
      ],
    })
    const problems = await problemsOf(ask('plan.adopt', { title: '定案' }))
    expect(problems.map((each) => [each.code, each.params])).toEqual([
      ['plan.notConserved', { year: 2026, last: 2025, count: 3, totalFen: 15 * WAN + 1 }],
      ['plan.unitLost', { names: '甲', year: 2026, last: 2025, expectedFen: 15 * WAN }],
      ['plan.unitUnexplained', { names: '丁', year: 2026, last: 2025 }],
      ['plan.moneyNotFound', { names: '丙', year: 2026, last: 2025, expectedFen: 15 * WAN, foundFen: 15 * WAN - 1 }],
    ])
    expect(await ask('plan.adopted')).toEqual([])
    await ask('units.dissolve', { ...why, key: keyOf('甲'), moneyTo: keyOf('乙') })
    await ask('units.found', { ...why, key: keyOf('丁', '二街道') })
    await ask('indicators.update', { edits: [{ key: keyOf('丙'), field: 'previousAmount', value: 15 * WAN }] })
    expect(await ask('units.conservation')).toMatchObject({
      holds: true,
      counts: { last: 3, now: 3, founded: 1, outcomes: { continues: 2, dissolved: 1, lost: 0 } },
    })
    expect((await ask('communities.list')).find((each) => each.name === '乙')!.previousFen).toBe(45 * WAN)
    expect(await ask('plan.adopt', { title: '定案' })).toMatchObject({ communities: 3 })
  })

  it('lets money end only with a reason, and still accounts for it', async () => {
    const { ask } = await secondYear()
    await expect(ask('units.dissolve', { ...why, note: ' ', key: keyOf('甲') })).rejects.toThrow(/too_small/)
    await ask('units.dissolve', { ...why, note: '整体搬迁，经费收回', key: keyOf('甲') })
    expect(await ask('units.conservation')).toMatchObject({
      holds: true,
      money: { lastFen: 60 * WAN, foundFen: 45 * WAN, endedFen: 15 * WAN },
      accounts: [{ name: '甲', outcome: 'dissolved', into: [] }],
    })
    expect(await ask('plan.adopt', { title: '定案' })).toMatchObject({ communities: 2 })
  })

  it('holds through a chain of changes, and refuses what needs no explaining', async () => {
    const { ask } = await secondYear()
    await ask('units.merge', { ...why, keys: [keyOf('甲'), keyOf('乙')], into: { place: place('合') } })
    await ask('units.split', {
      ...why,
      key: keyOf('合', '二街道'),
      indicator: 'courtyards',
      parts: [
        { place: place('合一'), amount: 7 },
        { place: place('合二'), amount: 23 },
      ],
    })
    await ask('units.rename', { ...why, key: keyOf('合一', '二街道'), name: '合壹' })
    await ask('units.dissolve', { ...why, key: keyOf('合二', '二街道'), moneyTo: keyOf('丙') })
    await ask('units.found', { ...why, place: place('新') })
    const found = await ask('units.conservation')
    expect(found).toMatchObject({ holds: true, money: { lastFen: 60 * WAN, foundFen: 60 * WAN } })
    expect(found.accounts.map(({ name, into }) => [name, into.map((each) => each.name).sort()])).toEqual([
      ['乙', ['丙', '合壹']],
      ['甲', ['丙', '合壹']],
    ])
    expect(await codesOf(ask('units.found', { ...why, key: keyOf('丙') }))).toEqual(['plan.unitUnchanged'])
    expect(await codesOf(ask('units.dissolve', { ...why, key: keyOf('甲') }))).toEqual(['plan.communityUnknown'])
    expect(await codesOf(ask('units.found', { ...why, place: { ...place('丙'), subdistrict: '一街道' } }))).toEqual(['plan.communityTwice'])
  })

  it('has nothing to check in the first year', async () => {
    const { ask } = await smallPlan({ 甲: MATURE })
    await ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'previousAmount', value: 7 }] })
    expect(await ask('units.conservation')).toMatchObject({ from: null, basis: 'none', holds: true, gaps: [] })
    expect(await ask('plan.adopt', { title: '定案' })).toMatchObject({ communities: 1 })
  })
})
