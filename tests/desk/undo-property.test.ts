import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AppError } from '../../src-main/shared/app-error.ts'
import { contentOf } from '../store/support/plans.ts'
import { MATURE, OLD, smallPlan, type Desk } from '../support/desk.ts'
import { times } from '../support/full.ts'

/** One thing that somebody does at the desk; `at` picks among the communities that there are. */
type Act = (desk: Desk, communities: string[]) => Promise<unknown>
const why = { date: '2026-02-03', document: '文件', note: '说明' }
const place = fc
  .record({ name: fc.constantFrom('壹', '贰', '叁', '肆', '伍'), subdistrict: fc.constantFrom('一街道', '二街道'), coded: fc.boolean() })
  .map(({ name, subdistrict, coded }) => ({
    code: coded ? `63010200100${'壹贰叁肆伍'.indexOf(name)}` : '',
    name,
    district: '东区',
    subdistrict,
  }))
const at = fc.nat(20)
const pick = (communities: string[], number: number): string => communities[number % Math.max(1, communities.length)] ?? 'nobody'
const fen = fc.option(fc.nat(40_000_000))

const acts: Array<fc.Arbitrary<Act>> = [
  fc
    .record({ at, field: fc.constantFrom('residents', 'courtyards', 'oldCourtyards', 'homestays', 'own'), value: fc.option(fc.nat(20)) })
    .map(
      ({ at: number, field, value }): Act =>
        ({ ask }, all) =>
          ask('indicators.update', { edits: [{ key: pick(all, number), field, value }] }),
    ),
  fc.record({ at, fen }).map(
    ({ at: number, fen: value }): Act =>
      ({ ask }, all) =>
        ask('indicators.update', { edits: [{ key: pick(all, number), field: 'previousAmount', value }] }),
  ),
  fc.record({ at, class: fc.constantFrom('A', 'B', 'C') }).map(
    (each): Act =>
      ({ ask }, all) =>
        ask('overrides.set', { key: pick(all, each.at), class: each.class, reason: '核实' }),
  ),
  fc.record({ at, field: fc.constantFrom('allocated' as const, 'spent' as const, 'carried' as const), fen }).map(
    (each): Act =>
      ({ ask }, all) =>
        ask('ledger.update', { edits: [{ key: pick(all, each.at), field: each.field, fen: each.fen }] }),
  ),
  place.map(
    (where): Act =>
      ({ ask }) =>
        ask('communities.add', where),
  ),
  at.map(
    (number): Act =>
      ({ ask }, all) =>
        ask('communities.remove', { keys: [pick(all, number)] }),
  ),
  place.map(
    (where): Act =>
      ({ ask }) =>
        ask('units.found', { ...why, place: where }),
  ),
  fc.record({ at, other: at, where: fc.option(place) }).map(
    ({ at: one, other, where }): Act =>
      ({ ask }, all) =>
        ask('units.merge', {
          ...why,
          keys: [pick(all, one), pick(all, other)],
          into: where === null ? { key: pick(all, one) } : { place: where },
        }),
  ),
  fc
    .record({ at, where: place, indicator: fc.constantFrom('residents', 'courtyards', 'own'), part: fc.nat(10) })
    .map(({ at: number, where, indicator, part }): Act => async ({ ask }, all) => {
      const whole = (await ask('communities.list')).find((each) => each.key === pick(all, number))?.values[indicator]
      const total = typeof whole === 'number' ? whole : 10
      const first = Math.floor((total * part) / 10)
      return ask('units.split', {
        ...why,
        key: pick(all, number),
        indicator,
        parts: [
          { keep: true, amount: total - first },
          { place: where, amount: first },
        ],
      })
    }),
  fc.record({ at, name: fc.constantFrom('陆', '柒', '壹') }).map(
    ({ at: number, name }): Act =>
      ({ ask }, all) =>
        ask('units.rename', { ...why, key: pick(all, number), name }),
  ),
  fc.record({ at, subdistrict: fc.constantFrom('一街道', '三街道') }).map(
    ({ at: number, subdistrict }): Act =>
      ({ ask }, all) =>
        ask('units.move', { ...why, key: pick(all, number), district: '东区', subdistrict }),
  ),
  fc.record({ at, heir: fc.option(at) }).map(
    ({ at: number, heir }): Act =>
      ({ ask }, all) =>
        ask('units.dissolve', { ...why, key: pick(all, number), ...(heir !== null && { moneyTo: pick(all, heir) }) }),
  ),
  fc.record({ year: fc.constantFrom(2026, 2027), overrides: fc.constantFrom('none' as const, 'keep' as const), flat: fc.boolean() }).map(
    ({ year, overrides, flat }): Act =>
      ({ ask }) =>
        ask('years.start', { year, overrides, ...(flat && { policy: { id: 'flat-2018' } }) }),
  ),
  fc.constantFrom(2025, 2026).map(
    (year): Act =>
      ({ ask }) =>
        ask('plan.useYear', { year }),
  ),
  fc.record({ category: fc.boolean(), formula: fc.boolean() }).map(
    ({ category, formula }): Act =>
      ({ ask }) =>
        ask('dictionary.addIndicator', {
          indicator: {
            key: 'own',
            label: { zh: '自设' },
            group: 'strength',
            kind: category ? 'category' : 'number',
            ...(category && {
              options: [
                { key: 'a', label: { zh: '甲' } },
                { key: 'b', label: { zh: '乙' } },
              ],
            }),
            ...(formula && !category && { formula: 'residents / staff' }),
          },
        }),
  ),
  fc.record({ key: fc.constantFrom('own', 'homestays', 'residents'), max: fc.option(fc.nat(9)), zh: fc.constantFrom('新名', '民宿') }).map(
    ({ key, max, zh }): Act =>
      ({ ask }) =>
        ask('dictionary.changeIndicator', { key, change: { label: { zh }, range: max === null ? null : { max } } }),
  ),
  fc.constantFrom('own', 'homestays', 'residents', 'rentalBuildings').map(
    (key): Act =>
      ({ ask }) =>
        ask('dictionary.retireIndicator', { key }),
  ),
  fc.constantFrom('own', 'homestays').map(
    (key): Act =>
      ({ ask }) =>
        ask('dictionary.restoreIndicator', { key }),
  ),
  fc.constant<Act>(async ({ ask }) =>
    ask('dictionary.reorder', { indicators: (await ask('dictionary.get')).indicators.map((each) => each.key).reverse() }),
  ),
  fc.record({ at, class: fc.constantFrom('A', 'B'), expires: fc.option(fc.constantFrom(2024, 2025, 2026), { nil: undefined }) }).map(
    (each): Act =>
      ({ ask }, all) =>
        ask('overrides.set', {
          key: pick(all, each.at),
          class: each.class,
          reason: '核实',
          ...(each.expires !== undefined && { expires: each.expires }),
        }),
  ),
  fc.record({ lock: fc.boolean(), many: fc.nat(3) }).map(
    ({ lock, many }): Act =>
      ({ ask }, all) =>
        ask('overrides.setMany', { keys: all.slice(0, many + 1), reason: '集体研究', ...(!lock && { class: 'C' }), expires: 2026 }),
  ),
  fc.nat(3).map(
    (many): Act =>
      ({ ask }, all) =>
        ask('overrides.clearMany', { keys: all.slice(0, many + 1) }),
  ),
]

/** A refusal has to leave the plan as it was; anything that is no named refusal is a fault. @returns whether it was done */
async function done(desk: Desk, file: string, act: Act): Promise<boolean> {
  const { ask } = desk
  const before = contentOf(file)
  const communities = (await ask('communities.list')).map((each) => each.key)
  try {
    await act(desk, communities)
    return true
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(contentOf(file)).toEqual(before)
    return false
  }
}

it('whatever is done at the desk is undone to the very start and redone to the very end, and the log stays whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...acts), { minLength: 4, maxLength: 14 }), async (sequence) => {
      const desk = await smallPlan({ 甲: MATURE, 乙: OLD, 丙: { ...MATURE, location: 'edge' } })
      const { ask, close } = desk
      const { plan } = await ask('app.status')
      const contents = [contentOf(plan!.file)]
      let { revision } = plan!
      for (const act of sequence) {
        await done(desk, plan!.file, act)
        const now = (await ask('app.status')).plan!.revision
        // A step that changed nothing is no step.
        if (now > revision) contents.push(contentOf(plan!.file))
        revision = now
      }
      for (const content of contents.toReversed().slice(1)) {
        await ask('history.undo')
        expect(contentOf(plan!.file)).toEqual(content)
      }
      for (const content of contents.slice(1)) {
        await ask('history.redo')
        expect(contentOf(plan!.file)).toEqual(content)
      }
      expect(await ask('history.verify')).toMatchObject({ ok: true })
      await close()
    }),
    { numRuns: times(6, 60) },
  )
})

it('changes of the map conserve every fen of last year and everything that can be counted, whatever their order', async () => {
  const mapActs = acts.slice(6, 12)
  const COUNTED = ['residents', 'courtyards', 'area', 'staff', 'floating'] as const
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...mapActs), { minLength: 3, maxLength: 12 }), async (sequence) => {
      const desk = await smallPlan({ 甲: MATURE, 乙: OLD, 丙: { ...MATURE, location: 'edge' } })
      const { ask, close } = desk
      const { file } = (await ask('years.start', { year: 2026 }), (await ask('app.status')).plan!)
      const totals = async () => {
        const all = await ask('communities.list')
        return COUNTED.map(
          (key) => Math.round(all.reduce((sum, each) => sum + ((each.values[key] as number | null | undefined) ?? 0), 0) * 100) / 100,
        )
      }
      const before = await totals()
      // What a dissolved community had goes with it; a newly founded one adds nothing that is known.
      const gone = COUNTED.map(() => 0)
      for (const act of sequence) {
        const present = await ask('communities.list')
        if (!(await done(desk, file, act))) continue
        const [last] = (await ask('units.list')).slice(-1)
        if (last?.kind !== 'dissolve') continue
        const dissolved = present.find((each) => each.key === last.from[0]!.key)
        COUNTED.forEach((key, position) => {
          gone[position]! += (dissolved?.values[key] as number | null | undefined) ?? 0
        })
      }
      const isWhole = !(await ask('units.list')).some((each) => each.kind === 'found')
      if (isWhole) expect((await totals()).map((sum, position) => Math.round((sum + gone[position]!) * 100) / 100)).toEqual(before)
      const found = await ask('units.conservation')
      expect(found).toMatchObject({ holds: true, gaps: [] })
      expect(found.money.foundFen + found.money.endedFen).toBe(found.money.lastFen)
      await close()
    }),
    { numRuns: times(10, 100) },
  )
})
