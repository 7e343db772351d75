import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PROJECT_STEPS, type ProjectEvent, type ProjectKey } from '../../../src-main/model/project.ts'
import { AppError } from '../../../src-main/shared/app-error.ts'
import { keyOf, type Desk } from '../../support/desk.ts'
import { paidPlan } from './quarter.ts'

const NAMES = ['甲', '乙', '丙'] as const
const day = fc.integer({ min: 0, max: 320 }).map((at) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10))
const fen = fc.oneof(fc.integer({ min: 0, max: 40_000_000 }), fc.constantFrom(1, 3_333_333, 15_000_000))
const name = fc.constantFrom(...NAMES)
const payer = fc.constantFrom('city', 'district')
const at = fc.nat(20)
const operation = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('add' as const), name, day, fen, urgent: fc.boolean() }) },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('step' as const), at, kind: fc.constantFrom(...PROJECT_STEPS), day, fen }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('correct' as const), at, position: fc.nat(4), day, fen }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('takeBack' as const), at, position: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('receive' as const), name, payer, day, fen }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('recall' as const), at, fen }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('carry' as const), name, fen }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
)
type Random = typeof operation extends fc.Arbitrary<infer T> ? T : never

const pick = <T>(all: readonly T[], position: number): T | undefined => all[position % Math.max(1, all.length)]
const keyIn = ({ year, key, number }: ProjectKey): ProjectKey => ({ year, key, number })

async function perform(desk: Desk, random: Random): Promise<unknown> {
  const projects = async (position: number) => pick((await desk.ask('projects.list')).projects, position)
  switch (random.do) {
    case 'add': {
      const plan = { purpose: '项目', category: 'services', plannedFen: random.fen, urgent: random.urgent ? '急' : '' }
      return desk.ask('projects.add', { key: keyOf(random.name), proposed: random.day, plan })
    }
    case 'step':
    case 'correct': {
      const project = await projects(random.at)
      if (project === undefined) return
      const old = random.do === 'correct' ? (await desk.ask('projects.get', keyIn(project))).events[random.position] : undefined
      if (random.do === 'correct' && old === undefined) return
      const event = {
        kind: random.do === 'step' ? random.kind : old!.kind,
        date: random.day,
        amountFen: random.fen,
        body: '会议',
        reason: '原因',
      }
      return desk.ask('projects.step', { project: keyIn(project), event, ...(random.do === 'correct' && { position: random.position }) })
    }
    case 'takeBack': {
      const project = await projects(random.at)
      const { events } = project === undefined ? { events: [] } : await desk.ask('projects.get', keyIn(project))
      return random.position < events.length && desk.ask('projects.takeBack', { project: keyIn(project!), position: random.position })
    }
    case 'remove': {
      const project = await projects(random.at)
      return project && desk.ask('projects.remove', { project: keyIn(project) })
    }
    case 'receive':
      return desk.ask('receipts.add', {
        entries: [{ key: keyOf(random.name), payer: random.payer, date: random.day, amountFen: random.fen }],
      })
    case 'recall': {
      const receipt = pick((await desk.ask('receipts.list')).receipts, random.at)
      if (receipt === undefined) return
      if (random.fen % 2 === 0) return desk.ask('receipts.save', { ...receipt, amountFen: random.fen })
      return desk.ask('receipts.remove', { year: receipt.year, key: receipt.key, id: receipt.id })
    }
    case 'carry':
      return desk.ask('indicators.update', { edits: [{ key: keyOf(random.name), field: 'carryOver', value: random.fen / 100 }] })
    case 'undo':
      return desk.ask('history.undo')
    case 'redo':
      return desk.ask('history.redo')
  }
}

/** What is held back of a project by a day, in the plainest words. */
function heldBack(events: readonly ProjectEvent[]): number {
  const has = (kind: string): boolean => events.some((each) => each.kind === kind)
  const approved = events.filter((each) => each.kind === 'decided' || each.kind === 'changed').at(-1)
  if (approved === undefined || has('stopped') || has('closed')) return 0
  const paid = events.filter((each) => each.kind === 'paid').reduce((sum, each) => sum + each.amountFen!, 0)
  return Math.max(0, (events.find((each) => each.kind === 'settled') ?? approved).amountFen! - paid)
}

/** The accounts of a day, added up from every step and receipt without the program's sums. */
async function addedUp(desk: Desk, date: string): Promise<Map<string, number>> {
  const free = new Map<string, number>()
  const add = (key: string, more: number): void => void free.set(key, (free.get(key) ?? 0) + more)
  for (const { key, values } of await desk.ask('communities.list')) add(key, Math.round(Number(values['carryOver'] ?? 0) * 100))
  for (const { key, date: on, amountFen } of (await desk.ask('receipts.list')).receipts) if (on <= date) add(key, amountFen)
  for (const project of (await desk.ask('projects.list')).projects) {
    const { events } = await desk.ask('projects.get', keyIn(project))
    const until = events
      .filter((each) => each.date <= date)
      .sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)))
    for (const each of until) if (each.kind === 'paid') add(project.key, -each.amountFen!)
    add(project.key, -heldBack(until))
  }
  return free
}

async function holds(desk: Desk, date: string): Promise<void> {
  const { communities, places, total, byPayer, payers } = await desk.ask('projects.accounts', { date })
  const expected = await addedUp(desk, date)
  for (const account of communities) {
    expect(account.carryFen + account.receivedFen - account.paidFen - account.committedFen).toBe(account.freeFen)
    expect(account.freeFen).toBe(expected.get(account.key))
    for (const part of ['carryFen', 'receivedFen', 'paidFen', 'committedFen', 'freeFen'] as const)
      expect(payers.reduce((sum, { key }) => sum + account.byPayer[key]![part], 0)).toBe(account[part])
  }
  const sum = [...expected.values()].reduce((all, each) => all + each, 0)
  expect([total.freeFen, places[0]!.account.freeFen, places[1]!.account.freeFen]).toEqual([sum, sum, sum])
  expect(payers.reduce((all, { key }) => all + byPayer[key]!.freeFen, 0)).toBe(sum)
}

it('carry-over + received - paid - committed = free, whatever is done, undone and done again', async () => {
  const desk = await paidPlan()
  let [done, refused] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 12, maxLength: 30 }), day, async (all, date) => {
      for (const each of all) {
        const before = (await desk.ask('app.status')).plan!.revision
        try {
          if (await perform(desk, each)) done++
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          // What is refused leaves nothing behind.
          expect((await desk.ask('app.status')).plan!.revision).toBe(before)
          refused++
        }
      }
      await holds(desk, date)
      await holds(desk, '2026-11-23')
    }),
    { numRuns: 6 },
  )
  expect(done).toBeGreaterThan(30)
  expect(refused).toBeGreaterThan(10)
})
