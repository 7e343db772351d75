import { describe, expect, it } from 'vitest'
import { codesOf, keyOf, MATURE, OLD, openDesk, problemsOf, smallPlan } from '../../support/desk.ts'

const checksOf = async ({ ask }: Pick<Awaited<ReturnType<typeof openDesk>>, 'ask'>) =>
  Object.fromEntries((await ask('plan.adoption')).checks.map(({ key, count }) => [key, count]))

describe('before a year is adopted', () => {
  it('required values, classes and amounts, last year and the policy are looked at, and each says what is in the way', async () => {
    const desk = await smallPlan({ 甲: MATURE, 乙: OLD })
    const { ask } = desk
    expect(await checksOf(desk)).toEqual({ required: 0, undecided: 0, conservation: 0, policy: 0 })
    await ask('years.start', { year: 2026 })
    await ask('communities.remove', { keys: [keyOf('甲')] })
    const fields = ['location', 'oldCourtyards']
    await ask('indicators.update', { edits: fields.map((field) => ({ key: keyOf('乙'), field, value: null })) })
    expect(await checksOf(desk)).toEqual({ required: 1, undecided: 1, conservation: 1, policy: 0 })
    const codes = await codesOf(ask('plan.adopt', { title: '定稿' }))
    expect(codes).toEqual(['plan.requiredMissing', 'plan.valueRequired', 'plan.notComplete', 'plan.notConserved', 'plan.unitLost'])
    expect((await ask('plan.adoption')).checks.flatMap((each) => each.problems.map(({ code }) => code))).toEqual(codes)
    expect(await ask('plan.adopted')).toEqual([])
  })

  it('a community without class is in the way also where its money is known', async () => {
    const { ask } = await smallPlan({ 甲: MATURE })
    const policy = await ask('policy.get', { id: 'flat-2018' })
    await ask('policy.add', {
      document: {
        ...policy,
        id: 'same',
        classes: ['A', 'B'].map((key) => ({ key, name: { zh: key, en: key }, color: '#2f6db5' })),
        classification: {
          rules: [
            {
              key: 'many',
              name: { zh: '多', en: 'Many' },
              class: 'A',
              when: { kind: 'compare', indicator: 'homestays', operator: '>', value: 3 },
            },
          ],
          fallback: 'B',
        },
        allocation: {
          steps: [
            { kind: 'perUnit', key: 'heads', name: { zh: '按人数', en: 'By heads' }, indicator: 'staff', rateFen: 100, portions: 'full' },
          ],
        },
        examples: [],
      },
    })
    await ask('policy.use', { id: 'same' })
    await ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'homestays', value: null }] })
    expect((await ask('result.get')).communities[0]).toMatchObject({ class: null, amountFen: 900 })
    expect(await codesOf(ask('plan.adopt', { title: '定稿' }))).toEqual(['plan.notComplete'])
  })
})

describe('an adopted year', () => {
  it('refuses every change of what its result follows from, and takes those that come after it', async () => {
    const { ask } = await smallPlan({ 甲: MATURE, 乙: OLD })
    await ask('plan.adopt', { title: '2025年方案' })
    const before = await ask('result.get')
    const place = { code: '', name: '丙', district: '东区', subdistrict: '一街道' }
    const refused = [
      () => ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'residents', value: 6001 }] }),
      () => ask('overrides.set', { key: keyOf('甲'), class: 'D', reason: '后来' }),
      () => ask('communities.add', place),
      () => ask('communities.remove', { keys: [keyOf('甲')] }),
      () => ask('policy.use', { id: 'flat-2018' }),
      () => ask('units.rename', { date: '2025-05-01', key: keyOf('甲'), name: '新甲' }),
    ]
    for (const change of refused) {
      expect(await problemsOf(change())).toEqual([
        expect.objectContaining({ code: 'plan.frozen', params: { year: 2025, title: '2025年方案' } }),
      ])
    }
    expect(await ask('result.get')).toEqual(before)
    expect(await codesOf(ask('plan.adopt', { title: '再次' }))).toEqual(['plan.frozen'])
    await ask('ledger.update', { edits: [{ key: keyOf('甲'), field: 'spent', fen: 100 }] })
    await ask('years.start', { year: 2026 })
    await ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'residents', value: 6001 }] })
    expect((await ask('years.list')).map((each) => each.adopted?.title ?? null)).toEqual(['2025年方案', null])
  })

  it('can be edited once its adoption is taken back, with a reason, which is a step of its own; the adopted plan stays to be read', async () => {
    const { ask } = await smallPlan({ 甲: MATURE })
    const { id } = await ask('plan.adopt', { title: '2025年方案' })
    const adopted = await ask('plan.adoptedResult', { id })
    await expect(ask('plan.takeBack', { reason: ' ' })).rejects.toThrow(/reason/)
    await ask('plan.takeBack', { reason: '漏报一项指标' })
    expect(await ask('plan.adopted')).toMatchObject([{ id, takenBack: { reason: '漏报一项指标' } }])
    expect((await ask('plan.adoption')).adopted).toBeNull()
    const [step] = await ask('history.list', { limit: 1 })
    expect(step).toMatchObject({ operation: 'plan.takeBack', said: { zh: '2025年“2025年方案”，理由：漏报一项指标' } })
    expect((await ask('history.changes', { step: step!.id })).rows).toMatchObject([{ subject: 'takenBack', name: '漏报一项指标' }])
    await ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'residents', value: 6001 }] })
    expect(await ask('plan.adoptedResult', { id })).toEqual(adopted)
    expect(await codesOf(ask('package.export', { adopted: id }))).toEqual(['plan.notAdopted'])
    expect(await codesOf(ask('plan.takeBack', { reason: '再来' }))).toEqual(['plan.notAdopted'])
    expect(await ask('plan.adopt', { title: '更正' })).toMatchObject({ id: id + 1, takenBack: null })
    expect(await ask('history.verify')).toMatchObject({ ok: true })
  })

  it('is not taken back under a later year that is adopted on it', async () => {
    const { ask } = await smallPlan({ 甲: MATURE })
    await ask('plan.adopt', { title: '2025年方案' })
    await ask('years.start', { year: 2026 })
    await ask('plan.adopt', { title: '2026年方案' })
    expect(await codesOf(ask('plan.takeBack', { year: 2025, reason: '更正' }))).toEqual(['plan.laterAdopted'])
    await ask('plan.takeBack', { year: 2026, reason: '更正' })
    await ask('plan.takeBack', { year: 2025, reason: '更正' })
  })

  it('is never crossed by undo, nor is the taking back of an adoption', async () => {
    const { ask } = await smallPlan({ 甲: MATURE })
    await ask('plan.adopt', { title: '2025年方案' })
    expect((await ask('app.status')).plan).toMatchObject({ undo: null })
    expect(await codesOf(ask('history.undo'))).toEqual(['plan.undoAdopted'])
    await ask('years.start', { year: 2026 })
    await ask('history.undo')
    expect(await codesOf(ask('history.undo'))).toEqual(['plan.undoAdopted'])
    await ask('plan.takeBack', { reason: '更正' })
    await ask('overrides.set', { key: keyOf('甲'), class: 'D', reason: '核实' })
    await ask('history.undo')
    expect(await codesOf(ask('history.undo'))).toEqual(['plan.undoAdopted'])
  })
})
