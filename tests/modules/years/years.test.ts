import { describe, expect, it } from 'vitest'
import { codesOf, keyOf, MATURE, OLD, openDesk, smallPlan } from '../../support/desk.ts'

const WAN = 1_000_000

describe('the sample city', () => {
  it('has five years, each following from the one before, and opens with the one of its sheet', async () => {
    const { ask } = await openDesk()
    const years = await ask('years.list')
    expect(years.map(({ year, current, policy }) => [year, current, policy.id])).toEqual([
      [2022, false, 'flat-2018'],
      [2023, true, 'reference'],
      [2024, false, 'reference'],
      [2025, false, 'reference'],
      [2026, false, 'reference'],
    ])
    expect(years[0]).toMatchObject({ amountFen: 3600 * WAN, undecided: 0, communities: 180, adopted: null })
    expect(years[1]).toMatchObject({ amountFen: 3590 * WAN, previousFen: 3600 * WAN })
    years.slice(1).forEach((each, position) => expect(each.previousFen).toBe(years[position]!.amountFen))
    for (const { year } of years) {
      await ask('plan.useYear', { year })
      expect(await ask('units.conservation')).toMatchObject({ year, holds: true, gaps: [] })
    }
  })

  it('has facts in every year that may stand there', async () => {
    const { ask } = await openDesk()
    const { indicators } = await ask('dictionary.get')
    const typed = indicators.filter((each) => each.formula === undefined).map((each) => each.key)
    for (const year of [2022, 2024, 2026]) {
      await ask('plan.useYear', { year })
      const communities = await ask('communities.list', { year })
      const edits = communities.flatMap(({ key, values }) => typed.map((field) => ({ key, field, value: values[field] ?? null })))
      expect(edits.filter((each) => each.value === null)).toEqual([])
      const before = (await ask('app.status')).plan!.revision
      // Typing in every value again is refused if one of them may not stand, and changes nothing.
      await ask('indicators.update', { edits })
      expect((await ask('app.status')).plan!.revision).toBe(before)
    }
  })

  it('has a ledger of every year that is over, which explains what is carried over', async () => {
    const { ask } = await openDesk()
    for (const year of [2022, 2023, 2024, 2025]) {
      const { rows, total, problems, districts } = await ask('ledger.list', { year })
      expect(problems).toEqual([])
      expect(total).toMatchObject({ count: 180, reported: 180, carriedFen: total.allocatedFen! - total.spentFen! })
      expect(total.rate).toBeCloseTo(total.spentFen! / total.allocatedFen!, 12)
      expect(districts.reduce((sum, each) => sum + each.spentFen!, 0)).toBe(total.spentFen)
      const next = new Map((await ask('communities.list', { year: year + 1 })).map((each) => [each.key, each.values['carryOver']]))
      expect(rows.filter((row) => next.get(row.key) !== row.carriedFen! / 100)).toEqual([])
    }
    expect((await ask('ledger.list', { year: 2026 })).total).toMatchObject({ allocatedFen: null, spentFen: null, rate: null, reported: 0 })
  })
})

describe('choosing another year', () => {
  it('is no step: nothing is logged, and what was undone can still be done again', async () => {
    const { ask } = await openDesk()
    const [community] = await ask('communities.list')
    await ask('indicators.update', { edits: [{ key: community!.key, field: 'staff', value: 3 }] })
    await ask('history.undo')
    const before = (await ask('app.status')).plan!
    await ask('plan.useYear', { year: 2022 })
    expect((await ask('app.status')).plan).toEqual({ ...before, year: 2022, policy: { id: 'flat-2018', version: '1.0.1' } })
    expect((await ask('result.get')).totals.amountFen).toBe(3600 * WAN)
    expect(await ask('history.redo')).toMatchObject({ summary: before.redo })
    expect((await ask('app.status')).plan).toMatchObject({ year: 2022, undo: before.redo })
  })

  it('is remembered on this computer and for this plan, and nowhere in the file', async () => {
    const { ask, close, folder } = await openDesk()
    const { file } = (await ask('app.status')).plan!
    await ask('plan.useYear', { year: 2025 })
    await ask('plan.create', { name: '另一个', year: 2030 })
    expect((await ask('app.status')).plan).toMatchObject({ year: 2030 })
    await ask('plan.open', { file })
    expect((await ask('app.status')).plan).toMatchObject({ year: 2025, revision: 1 })
    const { file: renamed } = await ask('plan.rename', { file, name: '改名后' })
    expect((await ask('app.status')).plan).toMatchObject({ file: renamed, year: 2025 })
    await close()
    expect((await (await openDesk(folder)).ask('app.status')).plan).toMatchObject({ file: renamed, year: 2025 })
  })

  it('ends where the year is gone: a year that was started and taken back leaves the one from which it was started', async () => {
    const { ask } = await smallPlan({ 甲: MATURE })
    await ask('years.start', { year: 2026 })
    expect((await ask('app.status')).plan).toMatchObject({ year: 2026 })
    await ask('history.undo')
    expect((await ask('app.status')).plan).toMatchObject({ year: 2025, years: [2025] })
  })
})

describe('starting a year', () => {
  it("takes over communities, facts, and last year's result, as one step", async () => {
    const { ask } = await smallPlan({ 甲: MATURE, 乙: { ...OLD, carryOver: 77 } })
    await ask('overrides.set', { key: keyOf('甲'), class: 'C', reason: '核实' })
    const before = await ask('app.status')
    expect(await ask('years.start', { year: 2026 })).toEqual({
      year: 2026,
      from: 2025,
      communities: 2,
      overrides: 0,
      carryOver: 0,
      problems: [],
    })
    const after = await ask('app.status')
    expect(after.plan).toMatchObject({ year: 2026, years: [2025, 2026], revision: before.plan!.revision + 1 })
    const communities = await ask('communities.list')
    expect(communities.map(({ name, previousFen, previousClass }) => [name, previousFen, previousClass])).toEqual([
      ['乙', 30 * WAN, 'B'],
      ['甲', 15 * WAN, 'C'],
    ])
    expect(communities[1]!.values).toMatchObject(MATURE)
    // What was left of the money of 2024 says nothing of that of 2025.
    expect(communities[0]!.values['carryOver'] ?? null).toBeNull()
    expect(await ask('overrides.list')).toEqual([])
    expect(await ask('communities.list', { year: 2025 })).toContainEqual(expect.objectContaining({ name: '乙', previousFen: null }))
    expect(await ask('units.conservation')).toMatchObject({
      from: 2025,
      basis: 'ledger',
      holds: true,
      money: { lastFen: 45 * WAN, foundFen: 45 * WAN, endedFen: 0 },
    })
    await ask('history.undo')
    expect((await ask('app.status')).plan).toMatchObject({ year: 2025, years: [2025] })
  })

  it('keeps classes set by hand when asked to, and says which no longer fit', async () => {
    const { ask } = await smallPlan({ 甲: MATURE, 乙: OLD })
    await ask('overrides.set', { key: keyOf('甲'), class: 'C', reason: '核实' })
    expect(await ask('years.start', { year: 2026, overrides: 'keep' })).toMatchObject({ overrides: 1, problems: [] })
    expect(await ask('overrides.list')).toEqual([{ key: keyOf('甲'), class: 'C', reason: '核实', document: '' }])
    const next = await ask('years.start', { year: 2027, overrides: 'keep', policy: { id: 'flat-2018' } })
    expect(next).toMatchObject({
      overrides: 0,
      problems: [{ code: 'plan.overrideDropped', params: { class: 'C' }, place: { community: '甲' } }],
    })
    expect((await ask('years.list')).at(-1)).toMatchObject({
      year: 2027,
      policy: { id: 'flat-2018' },
      amountFen: 40 * WAN,
      previousFen: 45 * WAN,
    })
  })

  it('rests on the adopted plan where there is one, which nothing can change since', async () => {
    const { ask } = await smallPlan({ 甲: MATURE, 乙: OLD })
    await ask('plan.adopt', { title: '定案' })
    expect(await codesOf(ask('overrides.set', { key: keyOf('甲'), class: 'D', reason: '后来' }))).toEqual(['plan.frozen'])
    await ask('years.start', { year: 2026 })
    expect((await ask('communities.list')).map(({ name, previousFen, previousClass }) => [name, previousFen, previousClass])).toEqual([
      ['乙', 30 * WAN, 'B'],
      ['甲', 15 * WAN, 'A'],
    ])
    expect(await ask('units.conservation')).toMatchObject({ basis: 'adopted', holds: true })
    expect(await ask('plan.adopt', { title: '定案' })).toMatchObject({ year: 2026, amountFen: 45 * WAN })
  })

  it('offers carry-over that is entered after the next year was started, and takes it in one step that can be undone', async () => {
    const { ask } = await smallPlan({ 甲: MATURE, 乙: OLD, 丙: MATURE })
    await ask('years.start', { year: 2026 })
    expect(await ask('years.carryOver')).toEqual([])
    await ask('indicators.update', { edits: [{ key: keyOf('丙'), field: 'carryOver', value: 5 }] })
    await ask('units.dissolve', { key: keyOf('乙'), date: '2026-01-01', document: '', note: '撤销' })
    await ask('ledger.update', {
      year: 2025,
      edits: [
        { key: keyOf('甲'), field: 'spent', fen: 15 * WAN - 1_234_560 },
        { key: keyOf('乙'), field: 'carried', fen: 100 },
        { key: keyOf('丙'), field: 'carried', fen: 700 },
      ],
    })
    const rows = [
      expect.objectContaining({ name: '丙', carriedFen: 700, presentFen: 500 }),
      expect.objectContaining({ name: '甲', carriedFen: 1_234_560, presentFen: null }),
    ]
    const offered = [{ from: 2025, into: 2026, rows, gone: [{ name: '乙', carriedFen: 100 }] }]
    expect(await ask('years.carryOver')).toEqual(offered)
    const values = async () => (await ask('communities.list', { year: 2026 })).map((each) => [each.name, each.values['carryOver']])
    // Nothing is taken by itself.
    expect(await values()).toEqual([
      ['丙', 5],
      ['甲', undefined],
    ])
    const { revision } = (await ask('app.status')).plan!
    expect(await codesOf(ask('years.takeCarryOver', { year: 2026, keys: [keyOf('乙')] }))).toEqual(['plan.carryOverStale'])
    expect(await ask('years.takeCarryOver', { year: 2026, keys: [keyOf('甲')] })).toEqual({ taken: 1 })
    expect(await values()).toEqual([
      ['丙', 5],
      ['甲', 12_345.6],
    ])
    expect((await ask('app.status')).plan!.revision).toBe(revision + 1)
    expect(await ask('years.carryOver')).toEqual([{ ...offered[0], rows: rows.slice(0, 1) }])
    await ask('history.undo')
    expect(await ask('years.carryOver')).toEqual(offered)
  })

  it('fills the carry-over from the ledger where that was entered, zero apart from unknown', async () => {
    const { ask } = await smallPlan({ 甲: MATURE, 乙: OLD, 丙: MATURE })
    await ask('ledger.update', {
      edits: [
        { key: keyOf('甲'), field: 'carried', fen: 1_234_560 },
        { key: keyOf('乙'), field: 'carried', fen: 0 },
      ],
    })
    expect(await ask('years.start', { year: 2026 })).toMatchObject({ carryOver: 2 })
    expect(Object.fromEntries((await ask('communities.list')).map((each) => [each.name, each.values['carryOver'] ?? null]))).toEqual({
      甲: 12_345.6,
      乙: 0,
      丙: null,
    })
  })

  it('is refused while last year is not decided, is not the last one, or has nobody', async () => {
    const { ask } = await smallPlan({ 甲: MATURE, 乙: { ...OLD, oldCourtyards: null } })
    expect(await codesOf(ask('years.start', { year: 2026 }))).toEqual(['plan.yearUndecided'])
    await ask('indicators.update', { edits: [{ key: keyOf('乙'), field: 'oldCourtyards', value: 16 }] })
    expect(await codesOf(ask('years.start', { year: 2025 }))).toEqual(['plan.yearExists'])
    expect(await codesOf(ask('years.start', { year: 2024 }))).toEqual(['plan.yearNotLast'])
    expect(await codesOf(ask('years.start', { year: 2026, from: 2020 }))).toEqual(['plan.yearUnknown'])
    // A year is added by starting it, not by choosing it.
    expect(await codesOf(ask('plan.useYear', { year: 2026 }))).toEqual(['plan.yearUnknown'])
    expect(await ask('years.start', { year: 2026 })).toMatchObject({ communities: 2 })
    expect(await codesOf(ask('years.start', { year: 2027, from: 2025 }))).toEqual(['plan.yearNotLast'])
    await ask('communities.remove', { keys: (await ask('communities.list')).map((each) => each.key) })
    expect(await codesOf(ask('years.start', { year: 2027, from: 2026 }))).toEqual(['plan.yearEmpty'])
    // A year that has lost everybody can be started anew.
    expect(await ask('years.start', { year: 2026 })).toMatchObject({ from: 2025, communities: 2 })
  })
})

describe('the ledger', () => {
  it('warns where spent and left are not what was allocated, and counts a rate over what is reported', async () => {
    const { ask } = await smallPlan({ 甲: MATURE, 乙: OLD })
    const first = await ask('ledger.update', {
      edits: [
        { key: keyOf('甲'), field: 'allocated', fen: 100 },
        { key: keyOf('甲'), field: 'spent', fen: 80 },
        { key: keyOf('甲'), field: 'carried', fen: 10 },
        { key: keyOf('乙'), field: 'allocated', fen: 900 },
      ],
    })
    expect(first.problems).toMatchObject([
      {
        code: 'plan.ledgerDiffers',
        level: 'warning',
        params: { allocatedFen: 100, spentFen: 80, carriedFen: 10, byFen: 10 },
        place: { community: '甲' },
      },
    ])
    const { total, rows } = await ask('ledger.list')
    expect(total).toMatchObject({ allocatedFen: 1000, spentFen: 80, carriedFen: 10, reported: 1, rate: 0.8 })
    expect(rows.find((row) => row.name === '乙')).toMatchObject({ allocatedFen: 900, allocatedFrom: 'entered', spentFen: null, rate: null })
    await ask('ledger.update', {
      edits: [
        { key: keyOf('甲'), field: 'carried', fen: 20 },
        { key: keyOf('乙'), field: 'allocated', fen: null },
      ],
    })
    expect((await ask('ledger.list')).problems).toEqual([])
    expect((await ask('ledger.list')).total).toMatchObject({ allocatedFen: 100, rate: 0.8 })
    expect(await codesOf(ask('ledger.update', { edits: [{ key: '谁', field: 'spent', fen: 1 }] }))).toEqual(['plan.communityUnknown'])
    await expect(ask('ledger.update', { edits: [{ key: keyOf('甲'), field: 'spent', fen: -1 }] })).rejects.toThrow(/too_small/)
  })

  it('takes the adopted amount where none is entered', async () => {
    const { ask } = await smallPlan({ 甲: MATURE })
    await ask('plan.adopt', { title: '定案' })
    expect((await ask('ledger.list')).rows).toMatchObject([{ allocatedFen: 15 * WAN, allocatedFrom: 'adopted' }])
    await ask('ledger.update', { edits: [{ key: keyOf('甲'), field: 'spent', fen: 3 * WAN }] })
    expect((await ask('ledger.list')).total).toMatchObject({ allocatedFen: 15 * WAN, rate: 0.2 })
  })
})
