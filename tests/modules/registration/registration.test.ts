import { beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../../src-main/contract/operations.ts'
import { exactInterval } from '../../../src-main/engine/statistics/index.ts'
import { codesOf, keyOf, MATURE, openDesk, problemsOf, smallPlan, type Desk } from '../../support/desk.ts'

type Field = InputOf<'registration.enter'>['cells'][number]['field']
/** Enough to be a class C under the reference policy: on the edge of the city, many from elsewhere. */
const EDGE = { ...MATURE, location: 'edge', floating: 3000, resettlementEstates: 6, registeredTenants: 0 }

let desk: Desk
const enter = (values: Partial<Record<Field, string>>, quarter = 1, name = '甲') =>
  desk.ask('registration.enter', {
    quarter,
    cells: Object.entries(values).map(([field, text]) => ({ key: keyOf(name), field: field as Field, text })),
  })
const found = async (name = '甲') => (await desk.ask('registration.account')).communities.find((each) => each.key === keyOf(name))
const target = async (id: string, name = '甲') =>
  (await desk.ask('targets.of', { key: keyOf(name) })).targets.find((each) => each.resolved.item === id)?.state

beforeEach(async () => {
  desk = await smallPlan({ 甲: EDGE, 乙: MATURE }, 2026)
  await desk.ask('catalogue.reference')
})

describe('the housing register', () => {
  it('is of the class that the policy names, by quarter; each count is the last one known', async () => {
    await enter({ lodgings: '12', lodgingsInSystem: '12', dayRooms: '52', dayRoomsFiled: '40', tenants: '2700' })
    await enter({ dayRoomsFiled: '50', dayRooms: '52' }, 2)
    expect((await found())!.register).toMatchObject({ lodgings: 12, dayRooms: 52, dayRoomsFiled: 50, tenants: 2700, landlords: null })
    expect(await target('g-lodgings')).toMatchObject({ least: 12, present: 12, standing: 'enough' })
    expect(await target('g-rooms')).toMatchObject({ least: 52, present: 50, shortage: 2, standing: 'short' })
    // 95 % of 3,000, rounded up.
    expect(await target('g-tenants')).toMatchObject({ least: 3000, wanted: 2850, shortage: 150 })
    expect(await target('g-landlords')).toMatchObject({ least: null, standing: 'needUnknown', needs: ['registerLandlords'] })
    expect(await target('g-rooms', '乙')).toBeUndefined()
    const { rows, quarter } = await desk.ask('registration.get')
    expect(quarter, 'the last quarter of which anything is entered').toBe(2)
    expect(Object.fromEntries(rows.map((each) => [each.name, [each.named, each.register?.dayRoomsFiled ?? null]]))).toEqual({
      甲: [true, 50],
      乙: [false, null],
    })
    await desk.ask('history.undo')
    expect((await found())!.register).toMatchObject({ dayRoomsFiled: 40 })
  })

  it('stands in the change log in words: of which quarter, which count, from what to what, and how many', async () => {
    await enter({ lodgings: '12', lodgingsInSystem: '12' }, 2)
    expect(await enter({ lodgings: '13', lodgingsInSystem: '12', found: '20' }, 2)).toEqual({ entered: 2 })
    const [step] = await desk.ask('history.list', {})
    expect(step!.said.zh).toBe('以房管人第2季度：2个数')
    const { rows } = await desk.ask('history.changes', { step: step!.id })
    expect(rows.map(({ name, told }) => [name, told?.field.zh, told?.field.en, told?.before.zh, told?.after.zh])).toEqual([
      ['甲', '第2季度 民宿旅馆', 'Quarter 2 Homestays and hotels', '12', '13'],
      ['甲', '第2季度 在住人数', 'Quarter 2 Persons found', '', '20'],
    ])
    expect(await enter({ lodgings: '13' }, 2)).toEqual({ entered: 0 })
    expect((await desk.ask('history.list', {}))[0]).toEqual(step)
  })

  it('takes the units in which it counts, and up to ten million typed as well as from a sheet', async () => {
    await enter({ rentalDwellings: '300套', letBuildings: '2栋', lodgings: '12家', dayRooms: '52间', tenants: '10000000人' })
    const counted = { rentalDwellings: 300, letBuildings: 2, lodgings: 12, dayRooms: 52, tenants: 10_000_000 }
    expect((await found())!.register).toMatchObject(counted)
    const csv = (count: number) => ({
      fileName: '租客.csv',
      base64: Buffer.from(`街道,社区,登记租客\n一街道,甲,${count}`).toString('base64'),
      quarter: 1,
    })
    expect(await desk.ask('registration.import', csv(10_000_000))).toEqual({ entered: 0, unchanged: 1 })
    expect(await codesOf(desk.ask('registration.import', csv(10_000_001)))).toHaveLength(1)
    const [refused] = await problemsOf(enter({ tenants: '10000001' }))
    expect(refused).toMatchObject({ code: 'catalogue.countExpected', params: { value: '10000001', limit: 10_000_000 } })
  })

  it('never holds a part against a whole of another quarter, nor of a community whose part is unknown', async () => {
    await enter({ dayRooms: '52', dayRoomsFiled: '50' })
    await enter({ dayRooms: '20' }, 2)
    expect((await found())!.register).toMatchObject({ dayRooms: 20, dayRoomsFiled: null })
    expect(await target('g-rooms')).toMatchObject({ standing: 'presentUnknown' })
    await enter({ dayRooms: '30', dayRoomsFiled: '30' }, 1, '乙')
    const { total } = await desk.ask('registration.account')
    expect(total.register).toMatchObject({ dayRooms: 30, dayRoomsFiled: 30 })
    expect(total.withoutPart).toEqual({ dayRoomsFiled: 1, lodgingsInSystem: 2, landlordsReporting: 2 })
  })

  it('takes no more of a part than of its whole, nor more missed than found; nothing is lost of what was there', async () => {
    await enter({ lodgings: '12', found: '20', missed: '1' })
    for (const [values, code] of [
      [{ lodgingsInSystem: '13' }, 'registration.partAboveWhole'],
      [{ dayRoomsFiled: '3' }, 'registration.wholeMissing'],
      [{ missed: '21' }, 'registration.missedAboveFound'],
      [{ wrong: '20' }, 'registration.faultsAboveFound'],
      [{ found: '' }, 'registration.foundMissing'],
      [{ tenants: '李四' }, 'catalogue.nameInCounts'],
      [{ tenants: '13912345678' }, 'text.mobile'],
    ] as const)
      expect(await codesOf(enter(values)), JSON.stringify(values)).toEqual([code])
    expect((await found())!.checks).toMatchObject({ found: 20, missed: 1 })
  })

  it('comes back from its sheet; a messy one is read, and a wrong cell refuses the whole', async () => {
    await enter({ lodgings: '12' })
    const sheet = await desk.ask('registration.template', { quarter: 1 })
    const again = { fileName: sheet.fileName, base64: sheet.base64, quarter: 1 }
    expect(await desk.ask('registration.import', again)).toEqual({ entered: 0, unchanged: 1 })
    const csv = (rows: string[]) => ({ fileName: '抽查.csv', base64: Buffer.from(rows.join('\n')).toString('base64'), quarter: 3 })
    const messy = [
      '朝阳区抽查情况表（三季度）',
      '街道办,社区名称,抽查户数（户）,在住人数,漏登（人）,已走未销,登错',
      '一街道,甲居委会,30,60,2,5,1',
      '合计,,30,60,2,5,1',
    ]
    expect(await desk.ask('registration.import', csv(messy))).toEqual({ entered: 5, unchanged: 0 })
    expect((await found())!.checks).toEqual({ dwellings: 30, found: 60, missed: 2, stale: 5, wrong: 1 })
    expect(await codesOf(desk.ask('registration.import', csv(['街道,社区,在住人数,漏登', '一街道,甲,10,11'])))).toEqual([
      'registration.missedAboveFound',
    ])
    expect((await found())!.checks.found).toBe(60)
  })
})

describe('spot checks', () => {
  it('give rates with exact intervals, added up over the quarters of the year', async () => {
    await enter({ dwellings: '50', found: '60', missed: '1', stale: '4', wrong: '1' })
    await enter({ dwellings: '30', found: '40', missed: '1', stale: '6', wrong: '1' }, 2)
    const { rates } = (await found())!
    expect(rates.capture).toMatchObject({ cases: 2, of: 100, rate: 0.98 })
    // Exact limits of 2 of 100 are 0.24 % and 7.04 %.
    expect([rates.capture!.low, rates.capture!.high].map((each) => each.toFixed(4))).toEqual(['0.9296', '0.9976'])
    expect(rates.stale).toMatchObject({ cases: 10, of: 110 })
    expect(rates.accuracy).toMatchObject({ cases: 4, of: 100, rate: 0.96 })
  })

  it('of which one quarter does not say who was missed are no part of that rate, though of what is found', async () => {
    await enter({ found: '60', missed: '', stale: '2' })
    await enter({ found: '40', missed: '0' }, 2)
    const { rates, checks } = (await found())!
    expect(checks).toMatchObject({ found: 100, missed: 0, stale: 2, wrong: null })
    expect(rates.capture).toMatchObject({ cases: 0, of: 40 })
    expect(rates.stale).toMatchObject({ cases: 2, of: 62 })
    expect(rates.accuracy).toBeNull()
    // A hundred without a fault would prove 95 %, forty do not.
    expect(await target('g-capture')).toMatchObject({ standing: 'open', more: 32 })
    await enter({ found: '50', missed: '1' }, 1, '乙')
    const { total } = await desk.ask('registration.account')
    expect(total.checks).toMatchObject({ found: 150, missed: 1 })
    expect(total.rates.capture).toMatchObject({ cases: 1, of: 90 })
  })

  it('of twenty persons never prove 95 %; 72 without a fault do, and it says how many more', async () => {
    expect(await target('g-capture')).toMatchObject({ standing: 'presentUnknown', more: 72 })
    await enter({ found: '20', missed: '0', stale: '0', wrong: '0' })
    expect(await target('g-capture')).toMatchObject({ present: 1, standing: 'open', more: 52 })
    await enter({ found: '72' })
    expect(await target('g-capture')).toMatchObject({ standing: 'enough', more: null })
    expect(await target('g-accuracy')).toMatchObject({ standing: 'enough' })
    await enter({ missed: '20' })
    expect(await target('g-capture')).toMatchObject({ standing: 'short' })
    await enter({ stale: '40' })
    expect(await target('g-stale')).toMatchObject({ standing: 'short' })
  })

  it('are planned: the smallest sample for a claim, also where some faults are expected', async () => {
    const sample = (expected: number, bound = 0.95) => desk.ask('registration.sample', { rate: 'capture', bound, expected })
    expect(await sample(0)).toEqual({ persons: 72, cases: 0, isNever: false })
    const { persons, cases } = await sample(0.02)
    expect(cases).toBe(Math.ceil(persons! * 0.02))
    await enter({ found: String(persons), missed: String(cases), stale: '0', wrong: '0' })
    expect(await target('g-capture')).toMatchObject({ standing: 'enough' })
    await enter({ found: String(persons! - 1) })
    expect(await target('g-capture')).toMatchObject({ standing: 'open' })
    expect(await desk.ask('registration.sample', { rate: 'stale', bound: 0.1 })).toEqual({ persons: 36, cases: 0, isNever: false })
  })

  it('are planned beyond any usual sample: never is told apart from more than anybody draws', async () => {
    const sample = (expected: number) => desk.ask('registration.sample', { rate: 'capture', bound: 0.95, expected })
    const { persons, cases } = await sample(0.048)
    expect(persons! * 0.048).toBeLessThanOrEqual(cases)
    expect(exactInterval(cases, persons!, 0.95).high).toBeLessThanOrEqual(0.05)
    // One case fewer among as many as are expected then is too small.
    expect(exactInterval(cases - 1, Math.floor((cases - 1) / 0.048), 0.95).high).toBeGreaterThan(0.05)
    expect(await sample(0.0499)).toEqual({ persons: null, cases: 0, isNever: false })
    expect(await sample(0.05)).toEqual({ persons: null, cases: 0, isNever: true })
  })

  it('estimate the tenants who are there: registered x (1 - stale share) / capture, with an interval around it', async () => {
    await enter({ tenants: '1000', found: '190', missed: '19', stale: '10', wrong: '0' })
    const { tenants } = (await found())!
    expect(tenants!.estimate).toBe(Math.round((1000 * (1 - 10 / 200)) / (1 - 19 / 190)))
    expect(tenants!.low).toBeLessThan(tenants!.estimate!)
    expect(tenants!.high).toBeGreaterThan(tenants!.estimate!)
    await enter({ missed: '190' })
    expect((await found())!.tenants).toMatchObject({ estimate: null, high: null })
  })

  it('add up the tenants who are there where a check says so, and tell of how many communities none does', async () => {
    await enter({ tenants: '1000', found: '190', missed: '19', stale: '10' })
    await enter({ tenants: '5000' }, 1, '乙')
    const { total, places } = await desk.ask('registration.account')
    const known = (await found())!.tenants!.estimate
    expect(total.register.tenants).toBe(6000)
    expect(total.tenants).toEqual({ estimate: known, without: 1 })
    expect(places[0]!.tenants).toEqual(total.tenants)
  })
})

describe('the sample city', () => {
  it('has 山川社区 as it is told: two buildings let, over ten homestays in the system, over fifty day-rental rooms filed', async () => {
    desk = await openDesk()
    const { communities, total, places } = await desk.ask('registration.account')
    const own = communities.find((each) => each.name === '山川社区')!
    expect(own.register).toMatchObject({ letBuildings: 2, lodgings: 12, lodgingsInSystem: 12, dayRooms: 52, dayRoomsFiled: 52 })
    expect(own).toMatchObject({ class: 'C', named: true })
    expect(communities.filter((each) => each.named)).toHaveLength(22)
    const sum = (of: typeof places): number => of.reduce((all, each) => all + (each.register.tenants ?? 0), 0)
    expect(sum(places.filter((each) => each.subdistrict === null))).toBe(total.register.tenants)
    expect(sum(places.filter((each) => each.subdistrict !== null))).toBe(total.register.tenants)
    const gaps = await desk.ask('targets.gaps', { register: true })
    expect(new Set(gaps.map((each) => each.state.standing))).toEqual(new Set(['short', 'open', 'presentUnknown']))
  })
})
