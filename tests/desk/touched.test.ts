import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { OperationName, OutputOf } from '../../src-main/contract/operations.ts'
import type { Reply } from '../../src-main/contract/reply.ts'
import { communitiesIn, together, touching, type Area, type Areas } from '../../src-main/model/areas.ts'
import { withRows } from '../../src-main/model/keyed-rows.ts'
import { dispatch, dispatchContext } from '../../src-main/desk/dispatch.ts'
import { openApp } from '../support/open-app.ts'
import { MATURE, OLD } from '../support/desk.ts'
import { listeningLogger } from '../support/small-service.ts'

/** What pages read of the plan, each with the input with which they ask. */
const READ: ReadonlyArray<readonly [OperationName, object]> = [
  ['communities.list', {}],
  ['communities.list', { year: 2025 }],
  ['communities.check', {}],
  ['policy.get', {}],
  ['dictionary.get', { retired: true }],
  ['result.get', {}],
  ['overrides.list', {}],
  ['overrides.report', {}],
  ['ledger.list', {}],
  ['units.conservation', {}],
  ['completeness.get', {}],
  ['years.list', {}],
  ['policy.list', {}],
  ['scenarios.list', {}],
  ['whatif.base', {}],
  ['analysis.timeline', {}],
]

type Answered = { reply: Reply<unknown>; restsOn: ReadonlySet<Area> | null }
type Ask = (name: string, input?: object) => Promise<Reply<unknown>>

/** A plan of three communities in two years, asked as a host asks it. */
async function openPlan(): Promise<Ask> {
  const { service } = await openApp()
  const context = dispatchContext('test', listeningLogger().logger)
  const ask: Ask = (name, input = {}) => dispatch(service, name, input, context)
  await ask('plan.create', { name: '小市', year: 2025 })
  for (const [name, values] of Object.entries({ 甲: MATURE, 乙: OLD, 丙: { ...MATURE, location: 'edge' } })) {
    await ask('communities.add', { code: '', name, district: '东区', subdistrict: '一街道' })
    const edits = Object.entries(values).map(([field, value]) => ({ key: keyOf(name), field, value }))
    await ask('indicators.update', { edits })
  }
  await ask('years.start', { year: 2026 })
  return ask
}
const keyOf = (name: string): string => `东区/一街道/${name}`
/** What the page does not show: when it was asked. */
const shown = (reply: Reply<unknown>): unknown => (reply.ok ? reply.value : reply.problems)

/** Keeps every answer, and after a command asks again only for what was touched: rows of communities one by one, the rest whole. */
class Client {
  readonly #ask: Ask
  #answers: Answered[] = []
  constructor(ask: Ask) {
    this.#ask = ask
  }

  async #whole([name, input]: (typeof READ)[number]): Promise<Answered> {
    const reply = await this.#ask(name, input)
    return { reply, restsOn: reply.ok && reply.restsOn !== undefined ? new Set(reply.restsOn) : null }
  }

  async readEverything(): Promise<void> {
    this.#answers = []
    for (const each of READ) this.#answers.push(await this.#whole(each))
  }

  async hear(reply: Reply<unknown>, year: number): Promise<number> {
    if (!reply.ok) return 0
    const { areas } = reply.touched!
    let asked = 0
    for (const [position, each] of READ.entries()) {
      const { reply: before, restsOn } = this.#answers[position]!
      const own = areas === null || restsOn === null ? null : touching(areas, restsOn)
      if (own !== null && Object.keys(own).length === 0) continue
      asked++
      const renewed = position === 0 && own !== null && before.ok ? await this.#rows(before.value, own, year) : null
      this.#answers[position] = renewed === null ? await this.#whole(each) : { reply: { ok: true, value: renewed }, restsOn }
    }
    return asked
  }

  async #rows(before: unknown, own: Areas, year: number): Promise<unknown> {
    const keys = communitiesIn(own, year)
    if (keys === null) return null
    const reply = await this.#ask('communities.list', { keys })
    const now = new Map((reply as { value: OutputOf<'communities.list'> }).value.map((each) => [each.key, each]))
    return withRows(before as OutputOf<'communities.list'>, keys, (key) => now.get(key))
  }

  get state(): unknown[] {
    return this.#answers.map(({ reply }) => shown(reply))
  }
}

const name = fc.constantFrom('甲', '乙', '丙', '丁')
const value = fc.option(fc.constantFrom(0, 1, 5, 900, 6000, 20_000))
const edit = fc.oneof(
  fc
    .record({ name, field: fc.constantFrom('residents', 'elderly', 'courtyards', 'oldCourtyards', 'staff'), value })
    .map((each) => ({ key: keyOf(each.name), field: each.field, value: each.value })),
  fc.record({ name, value }).map((each) => ({ key: keyOf(each.name), field: 'previousAmount', value: each.value })),
)
type Command = readonly [OperationName, object]
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: edit.map((each): Command => ['indicators.update', { edits: [each] }]) },
  fc.array(edit, { minLength: 2, maxLength: 6 }).map((edits): Command => ['indicators.update', { edits }]),
  { weight: 3, arbitrary: fc.constantFrom<Command[]>(['history.undo', {}], ['history.redo', {}]) },
  fc.constant<Command>(['communities.add', { code: '', name: '丁', district: '东区', subdistrict: '一街道' }]),
  name.map((each): Command => ['communities.remove', { keys: [keyOf(each)] }]),
  fc
    .record({ name, class: fc.constantFrom('A', 'B', 'C') })
    .map((each): Command => ['overrides.set', { key: keyOf(each.name), class: each.class, reason: '核实' }]),
  name.map((each): Command => ['overrides.clear', { key: keyOf(each) }]),
  fc.constantFrom('reference', 'flat-2018', 'points-with-guarantee', 'guarantee-financed').map((id): Command => ['policy.use', { id }]),
  fc.constantFrom(2025, 2026).map((year): Command => ['plan.useYear', { year }]),
  name.map((each): Command => [
    'units.rename',
    { key: keyOf(each), name: `${each}新`, date: '2026-02-03', document: '文件', note: '说明' },
  ]),
  fc
    .record({ name, fen: fc.option(fc.nat(9999)) })
    .map((each): Command => ['ledger.update', { edits: [{ key: keyOf(each.name), field: 'spent', fen: each.fen }] }]),
  fc.constantFrom('residents', 'homestays', 'staff').map((key): Command => ['dictionary.retireIndicator', { key }]),
  fc.nat(9).map((max): Command => ['dictionary.changeIndicator', { key: 'staff', change: { range: { max } } }]),
)

it('who reads only what was touched has exactly what a reader of everything has, also of a plan that was opened anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 2, maxLength: 6 }), async (commands) => {
      const ask = await openPlan()
      const yearNow = async (): Promise<number> => ((await ask('app.status')) as { value: OutputOf<'app.status'> }).value.plan!.year
      const client = new Client(ask)
      await client.readEverything()
      for (const [operation, input] of commands) {
        await client.hear(await ask(operation, input), await yearNow())
        const reader = new Client(ask)
        await reader.readEverything()
        expect(client.state).toEqual(reader.state)
      }
      // What the desk itself has kept from one step to the next is forgotten when the plan is closed.
      const { plan } = ((await ask('app.status')) as { value: OutputOf<'app.status'> }).value
      await ask('plan.close')
      await ask('plan.open', { file: plan!.file })
      const reader = new Client(ask)
      await reader.readEverything()
      expect(client.state).toEqual(reader.state)
    }),
    { numRuns: 8 },
  )
}, 240_000)

it('says of one cell that it touched one community of the year, and what is open now', async () => {
  const ask = await openPlan()
  const before = ((await ask('app.status')) as { value: OutputOf<'app.status'> }).value
  const reply = await ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'staff', value: 5 }] })
  if (!reply.ok) throw new Error('refused')
  expect(reply.touched).toMatchObject({
    since: before.plan!.revision,
    areas: { 'community_year 2026': [keyOf('甲')], step: [] },
    status: { plan: { revision: before.plan!.revision + 1, undoSaid: { zh: expect.stringContaining('甲') } } },
  })
  expect(Object.keys(reply.touched!.areas!)).toHaveLength(2)
})

it('tells of another plan that everything may be another, and of a query on what it rests', async () => {
  const ask = await openPlan()
  const created = await ask('plan.create', { name: '另一个', year: 2025 })
  expect(created.ok && created.touched).toMatchObject({ areas: null, status: { plan: { name: '另一个' } } })
  const policy = await ask('policy.get')
  expect(policy.ok && policy.restsOn).toEqual(expect.arrayContaining(['policy', 'year', 'settings']))
  expect(policy.ok && policy.restsOn!.some((each) => each.startsWith('community'))).toBe(false)
  expect(together({ a: ['1'] }, { a: ['2'], b: [] })).toEqual({ a: ['1', '2'], b: [] })
})
