import { createPinia, setActivePinia } from 'pinia'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { dispatch, dispatchContext } from '../../../../src-main/desk/dispatch.ts'
import type { Reply } from '../../../../src-main/contract/reply.ts'
import { useSession } from '../../../../src-renderer/stores/session.ts'
import { useWhatIf } from '../../../../src-renderer/modules/what-if/supposing.ts'
import { openApp } from '../../../support/open-app.ts'
import { listeningLogger } from '../../../support/small-service.ts'

/** A window whose bridge leads to the real app; replies can be kept back, as a slow machine would. */
class SlowWindow {
  readonly asked: string[] = []
  readonly #gates = new Map<string, Promise<void>>()
  answer: (name: string, input: unknown) => Promise<Reply<unknown>> = () => Promise.reject(new Error('no app'))

  async call(name: string, input: unknown): Promise<Reply<unknown>> {
    this.asked.push(name)
    const gate = this.#gates.get(name)
    this.#gates.delete(name)
    const reply = await this.answer(name, input)
    await gate
    return reply
  }

  /** The next reply of that name comes only when it is let go. @returns lets it go, and ends when it has been dealt with */
  hold(name: string): () => Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#gates.set(name, promise)
    return async () => {
      resolve()
      await nextTurn()
    }
  }
}
const slow = new SlowWindow()
vi.stubGlobal('window', {
  bridge: {
    call: async (request: string) => {
      const { name, input } = JSON.parse(request) as { name: string; input: unknown }
      return JSON.stringify(await slow.call(name, input))
    },
  },
})

/** Under the reference policy, and under the flat one of the year before it. */
const TOTAL_2023 = 3_590_000_000
const TOTAL_2022 = 3_600_000_000
const year = (of: number) => ({ kind: 'year' as const, year: of })

async function opened() {
  const { service } = await openApp()
  const context = dispatchContext('test', listeningLogger().logger, true)
  slow.answer = (name, input) => dispatch(service, name, input, context)
  setActivePinia(createPinia())
  await useSession().load()
  const store = useWhatIf()
  await store.follow()
  expect(store.found!.totals.amountFen).toBe(TOTAL_2023)
  const lever = store.levers.find((each) => each.of === 'B' && each.unit.kind === 'fen')!
  slow.asked.length = 0
  return { store, lever }
}

beforeEach(() => {
  // What is supposed is written down when a hand has rested for a while: not in these tests.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  return () => void vi.useRealTimers()
})

describe('what is asked while an answer is under way', () => {
  it('is the newest wish only, and its answer is the one that stays', async () => {
    const { store, lever } = await opened()
    const release = slow.hold('whatif.preview')
    for (const fen of [31_000_000, 32_000_000, 33_000_000]) store.turn(lever, fen)
    await nextTurn()
    expect(slow.asked).toEqual(['whatif.preview'])
    await release()
    expect(slow.asked).toEqual(['whatif.preview', 'whatif.preview'])
    expect(store.found!.totals.amountFen).toBe(TOTAL_2023 + 66 * 3_000_000)
  })

  it('an older answer does not come over a newer base', async () => {
    const { store, lever } = await opened()
    const release = slow.hold('whatif.preview')
    store.turn(lever, 31_000_000)
    await store.begin(year(2022))
    expect([store.plan!.year, store.found!.totals.amountFen]).toEqual([2022, TOTAL_2022])
    await release()
    expect([store.plan!.year, store.found!.totals.amountFen]).toEqual([2022, TOTAL_2022])
    expect(store.numbers.size).toBe(0)
  })

  it('an older refusal does not come over a newer base either', async () => {
    const { store, lever } = await opened()
    const release = slow.hold('whatif.preview')
    store.turn(lever, -5)
    await store.begin(year(2022))
    await release()
    expect(store.refusals).toEqual([])
    expect(store.found!.totals.amountFen).toBe(TOTAL_2022)
  })

  it('what is turned on the newer base while the older answer is still out is answered after it', async () => {
    const { store, lever } = await opened()
    const release = slow.hold('whatif.preview')
    store.turn(lever, 31_000_000)
    await store.begin(year(2023))
    store.turn(lever, 32_000_000)
    await release()
    expect(store.found!.totals.amountFen).toBe(TOTAL_2023 + 66 * 2_000_000)
  })
})

it('what is turned while the base is read again is asked when it is there, and both appear together', async () => {
  const { store, lever } = await opened()
  const release = slow.hold('whatif.base')
  const read = store.load()
  store.turn(lever, 31_000_000)
  await nextTurn()
  expect(slow.asked).toEqual(['whatif.base', 'whatif.levers'])
  await release()
  await read
  expect(store.found!.totals.amountFen).toBe(TOTAL_2023 + 66 * 1_000_000)
})

it('what is turned while the first answer upon a base is under way is answered after it', async () => {
  const { store, lever } = await opened()
  const release = slow.hold('whatif.preview')
  const read = store.load()
  await nextTurn()
  store.turn(lever, 31_000_000)
  await release()
  await read
  expect(store.found!.totals.amountFen).toBe(TOTAL_2023 + 66 * 1_000_000)
})

it('nothing can be turned until the base that was chosen last is there, whichever comes first', async () => {
  const { store } = await opened()
  const releaseFirst = slow.hold('whatif.base')
  const first = store.begin(year(2022))
  await nextTurn()
  const releaseLast = slow.hold('whatif.base')
  const last = store.begin(year(2024))
  await nextTurn()
  await releaseFirst()
  await first
  expect(store.isSwitching).toBe(true)
  await releaseLast()
  await last
  expect([store.isSwitching, store.plan!.year]).toEqual([false, 2024])
})

describe('a base that was left while it was read', () => {
  it.each(['whatif.base', 'whatif.levers', 'whatif.preview'])('does not come back when its %s arrives', async (last) => {
    const { store, lever } = await opened()
    const release = slow.hold(last)
    const left = store.begin(year(2022))
    await nextTurn()
    await store.begin(year(2023))
    expect(store.isSwitching).toBe(false)
    store.turn(lever, 31_000_000)
    await nextTurn()
    await release()
    await left
    expect([store.plan!.year, store.found!.totals.amountFen, store.base]).toEqual([2023, TOTAL_2023 + 66 * 1_000_000, year(2023)])
    // The base that was left has no classes, and so no such number.
    expect([...store.numbers]).toEqual([[lever.path, 31_000_000]])
    expect(store.levers.some((each) => each.of === 'B')).toBe(true)
  })

  it('and could not be read is not the reason why there is none', async () => {
    const { store } = await opened()
    const releases = ['whatif.base', 'whatif.levers'].map((name) => slow.hold(name))
    const left = store.begin(year(1999))
    await nextTurn()
    await store.begin(year(2022))
    for (const release of releases) await release()
    await left
    expect([store.problems, store.plan!.year]).toEqual([[], 2022])
  })
})

it('what was supposed is answered on the next base that can be read', async () => {
  const { store, lever } = await opened()
  await store.begin(year(1999))
  expect([store.problems.map((each) => each.code), store.plan]).toEqual([['plan.yearUnknown'], null])
  await store.begin(null)
  store.turn(lever, 31_000_000)
  await nextTurn()
  expect(store.found!.totals.amountFen).toBe(TOTAL_2023 + 66 * 1_000_000)
})
