import { beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../../src-main/contract/operations.ts'
import { readSpreadsheet } from '../../../src-main/documents/import/reading.ts'
import { codesOf, keyOf, MATURE, OLD, problemsOf, smallPlan, type Desk } from '../../support/desk.ts'

/** The tests' clock stands at Monday, 23 November 2026. */
const TODAY = '2026-11-23'
const asked: InputOf<'requests.add'> = {
  title: '养犬登记',
  department: '城管局',
  duration: 'permanent',
  minutes: 600,
  timesAYear: 12,
  moneyFen: 50_000,
  scope: { by: 'all' },
  asked: '2026-10-30',
  wantedFrom: '2026-12-15',
}
let desk: Desk
beforeEach(async () => {
  desk = await smallPlan({ 甲: MATURE, 乙: OLD, 丙: MATURE }, 2026)
})
const only = async () => (await desk.ask('requests.list')).requests[0]!
const add = (more: Partial<InputOf<'requests.add'>> = {}) => desk.ask('requests.add', { ...asked, ...more })

describe('the periods of a request', () => {
  it('are counted in working days: asked 30 ahead, decided within 15', async () => {
    await add()
    const { ahead, deciding } = await only()
    // Back from 15 December: 2 + 5 weeks of 5 + Friday, Thursday, Wednesday of the first week of November.
    expect(ahead).toEqual({ due: '2026-11-03', left: 2, overdue: false, uncertain: false })
    // Three weeks of five days after Friday, 30 October; today is the Monday after.
    expect(deciding).toEqual({ due: '2026-11-20', left: -1, overdue: true, uncertain: false })
    expect(await desk.ask('requests.overdue')).toEqual({ overdue: 1, open: 1, first: '养犬登记' })
  })

  it('stand still when it is decided, and run again when the decision is taken back', async () => {
    const { id } = await add()
    await desk.ask('requests.decide', { id, decision: { outcome: 'consent', reason: '确有需要', date: '2026-11-18' } })
    expect((await only()).deciding).toMatchObject({ left: 2, overdue: false })
    expect(await desk.ask('requests.overdue')).toEqual({ overdue: 0, open: 0, first: null })
    await desk.ask('requests.reopen', { id })
    expect((await only()).deciding).toMatchObject({ left: -1, overdue: true })
    await desk.ask('history.undo')
    expect(await only()).toMatchObject({ decision: { outcome: 'consent', reason: '确有需要', document: '' } })
  })

  it('are the plan’s own, and uncertain where no calendar reaches', async () => {
    await add({ asked: TODAY, wantedFrom: '2027-02-01' })
    await desk.ask('requests.periods', { ahead: 10, within: 40 })
    const list = await desk.ask('requests.list')
    expect(list.periods).toEqual({ ahead: 10, within: 40 })
    expect(list.requests[0]).toMatchObject({
      deciding: { due: '2027-01-18', uncertain: true },
      ahead: { due: '2027-01-18', uncertain: true },
    })
    await desk.ask('history.undo')
    expect((await desk.ask('requests.list')).periods).toEqual({ ahead: 30, within: 15 })
  })

  it('of a holiday week are those of the calendar that the department has', async () => {
    await add({ asked: '2026-09-30', wantedFrom: '2026-12-31' })
    expect((await only()).deciding.due).toBe('2026-10-27')
    const given = (await desk.ask('calendar.get')).find((each) => each.year === 2026)!
    const days = given.days.filter(({ date }) => date !== '2026-10-10')
    await desk.ask('calendar.save', { years: [{ year: 2026, document: '', days }] })
    expect((await only()).deciding.due).toBe('2026-10-28')
  })
})

describe('whom a request reaches', () => {
  it.each([
    [{ by: 'all' } as const, ['甲', '乙', '丙']],
    [{ by: 'classes', classes: ['B'] } as const, ['乙']],
    [{ by: 'subdistricts', subdistricts: [{ district: '东区', subdistrict: '一街道' }] } as const, ['甲', '乙', '丙']],
    [{ by: 'communities', keys: [keyOf('甲'), keyOf('丙')] } as const, ['甲', '丙']],
  ])('%j', async (scope, names) => {
    const { id } = await add({ scope: structuredClone(scope) as InputOf<'requests.add'>['scope'] })
    expect((await desk.ask('requests.reached', { id })).map((each) => each.name).sort()).toEqual([...names].sort())
    const count = names.length
    expect((await only()).affected).toEqual({
      communities: count,
      minutes: 600 * count,
      moneyFen: 50_000 * count,
      without: 0,
      undecided: 0,
    })
  })

  it('follows the class, and says who has none or is gone', async () => {
    await add({ scope: { by: 'classes', classes: ['A'] } })
    expect((await only()).affected).toMatchObject({ communities: 2, undecided: 0 })
    const unknown = ['location', 'courtyards', 'oldCourtyards', 'estates', 'residents']
    await desk.ask('indicators.update', { edits: unknown.map((field) => ({ key: keyOf('丙'), field, value: null })) })
    await desk.ask('overrides.set', { key: keyOf('甲'), class: 'C', reason: '核实' })
    expect((await only()).affected).toMatchObject({ communities: 0, undecided: 1 })
    const { id } = await only()
    await desk.ask('requests.save', { id, ...asked, scope: { by: 'communities', keys: [keyOf('乙'), keyOf('丙')] } })
    await desk.ask('communities.remove', { keys: [keyOf('丙')] })
    expect((await only()).affected).toMatchObject({ communities: 1, without: 1 })
  })
})

describe('a request', () => {
  it('is refused in words where it tells of a person, names nobody known, or its dates contradict', async () => {
    const found = await problemsOf(add({ note: '联系人张三 13800138000', basis: '11010519491231002X' }))
    expect(found.map(({ code, params }) => [code, params['field'], params['value']])).toEqual([
      ['text.identity', '依据文件', '110****2X'],
      ['text.mobile', '申请理由和工作内容', '138****00'],
    ])
    expect(await codesOf(add({ scope: { by: 'classes', classes: ['Z'] }, wantedFrom: '2026-10-01' }))).toEqual([
      'admission.scopeUnknown',
      'admission.wantedBefore',
    ])
    const { id } = await add()
    const decision = { outcome: 'refused' as const, reason: '与社区职责无关', date: '2026-10-29' }
    expect(await codesOf(desk.ask('requests.decide', { id, decision }))).toEqual(['admission.decidedBefore'])
    const told = { ...decision, date: TODAY, reason: '致电 13800138000' }
    expect(await codesOf(desk.ask('requests.decide', { id, decision: told }))).toEqual(['text.mobile'])
    expect(await codesOf(desk.ask('requests.reopen', { id }))).toEqual(['admission.undecided'])
  })

  it('that is decided stays as it was until the decision is taken back; the log tells both', async () => {
    const { id } = await add()
    await desk.ask('requests.save', { id, ...asked, minutes: 90 })
    const decision = { outcome: 'admitted' as const, reason: '确有需要', date: TODAY, document: '准入〔2026〕1号' }
    await desk.ask('requests.decide', { id, decision })
    expect(await codesOf(desk.ask('requests.save', { id, ...asked }))).toEqual(['admission.decided'])
    expect(await codesOf(desk.ask('requests.remove', { id }))).toEqual(['admission.decided'])
    expect(await codesOf(desk.ask('requests.decide', { id: 99, decision }))).toEqual(['admission.unknown'])
    const [decided, changed] = await desk.ask('history.list', { limit: 2 })
    expect(decided!.said).toEqual({ zh: '养犬登记：准入', en: '养犬登记: admitted' })
    const rows = async (step: number) =>
      (await desk.ask('history.changes', { step })).rows.map(({ told }) => [told?.field.zh, told?.before.zh, told?.after.zh])
    expect(await rows(changed!.id)).toEqual([['每个社区每年工时', '10小时', '1.5小时']])
    expect(await rows(decided!.id)).toEqual([
      ['答复', '未答复', '准入'],
      ['理由', '', '确有需要'],
      ['答复日期', '', TODAY],
      ['答复文号', '', '准入〔2026〕1号'],
    ])
  })

  it('that is admitted becomes a task of the catalogue, for those whom it reaches, once', async () => {
    const answerOf = async (item: string) => {
      const { communities } = await desk.ask('catalogue.resolve', { kind: 'task' })
      return Object.fromEntries(communities.map(({ name, items }) => [name, items.find((each) => each.item === item)!.answer]))
    }
    const decision = { reason: '确有需要', date: TODAY }
    const { id } = await add({ scope: { by: 'classes', classes: ['B'] } })
    expect(await codesOf(desk.ask('requests.takeUp', { id }))).toEqual(['admission.notAdmitted'])
    await desk.ask('requests.decide', { id, decision: { ...decision, outcome: 'admitted' } })
    const { item } = await desk.ask('requests.takeUp', { id })
    expect(await answerOf(item)).toEqual({ 甲: 'no', 乙: 'yes', 丙: 'no' })
    expect((await desk.ask('catalogue.get')).items).toMatchObject([{ id: item, title: { zh: '养犬登记' }, minutes: 600, moneyFen: 50_000 }])
    expect(await codesOf(desk.ask('requests.takeUp', { id }))).toEqual(['admission.takenUp'])
    const other = await add({ title: '摸排', scope: { by: 'communities', keys: [keyOf('丙')] } })
    await desk.ask('requests.decide', { id: other.id, decision: { ...decision, outcome: 'consent' } })
    const byHand = await desk.ask('requests.takeUp', { id: other.id })
    expect(await answerOf(byHand.item)).toEqual({ 甲: 'no', 乙: 'no', 丙: 'consent' })
    await desk.ask('history.undo')
    expect((await desk.ask('catalogue.get')).items).toHaveLength(1)
  })

  it.each([[undefined], ['one']])('is exported as a form, and all of them as a table (%s)', async (which) => {
    const { id } = await add()
    const { fileName, base64 } = await desk.ask('requests.export', { ...(which !== undefined && { id }) })
    const { sheets } = await readSpreadsheet(Buffer.from(base64, 'base64'), fileName)
    const [sheet] = sheets as [(typeof sheets)[number]]
    const texts = sheet.rows.flatMap((row) => Array.from({ length: sheet.columns }, (_, at) => sheet.shown(row, at + 1)))
    for (const text of ['养犬登记', '城管局', '长期', '2026-10-30', '未答复']) expect(texts).toContain(text)
    expect(texts.join(' ')).toContain('2026-11-20')
  })
})
