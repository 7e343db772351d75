import { describe, expect, it } from 'vitest'
import { AppError } from '../../src-main/shared/app-error.ts'
import { afterEach, atOnce, inPortions, inSteps, inTurns, type Portions } from '../../src-main/shared/turns.ts'

function* steps(total: number, each: (done: number) => void): Generator<{ done: number; total: number }, string> {
  for (let done = 1; done <= total; done++) {
    each(done)
    yield { done, total }
  }
  return 'the end'
}

it('returns what the work returns, having told that it is done', async () => {
  const told: Array<[number, number, string]> = []
  const found = await inSteps(
    steps(500, () => undefined),
    '测算',
    { signal: new AbortController().signal, progress: (...each) => told.push(each) },
  )
  expect(found).toBe('the end')
  expect(told.at(-1)).toEqual([500, 500, '测算'])
})

it('takes no further step once it is asked to stop', async () => {
  const controller = new AbortController()
  let taken = 0
  const work = steps(500, (done) => {
    taken = done
    if (done === 7) controller.abort()
  })
  await expect(inSteps(work, '', { signal: controller.signal, progress: () => undefined })).rejects.toThrow('aborted')
  expect(taken).toBe(7)
})

it('passes on what the work throws', async () => {
  const work = steps(3, (done) => {
    if (done === 2) throw new Error('broken')
  })
  await expect(inSteps(work, '', { signal: new AbortController().signal, progress: () => undefined })).rejects.toThrow('broken')
})

const refused = async (work: Promise<unknown>): Promise<string[]> => {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  return error instanceof AppError ? error.problems.map((each) => each.code) : []
}

/** Counts its pieces, and says when it was closed. */
function* counting(portions: readonly number[], seen: { pieces: number; closed: boolean }): Portions<number> {
  try {
    for (const portion of portions) {
      seen.pieces += portion
      yield portion
    }
    return seen.pieces
  } finally {
    seen.closed = true
  }
}
const nothingSeen = (): { pieces: number; closed: boolean } => ({ pieces: 0, closed: false })

describe('work whose pieces are counted', () => {
  const portions = Array.from({ length: 25 }, () => 300)

  it('gives the same at once and in turns, and tells how far it is whenever a thousand more are done', async () => {
    const told: number[] = []
    const found = await inTurns(counting(portions, nothingSeen()), (done) => told.push(done))
    expect(found).toBe(atOnce(counting(portions, nothingSeen())))
    expect(told).toEqual([1200, 2400, 3600, 4800, 6000, 7200])
  })

  it('is closed, so that what it reads from is free, when it is cancelled', async () => {
    const controller = new AbortController()
    const seen = nothingSeen()
    const work = inTurns(counting(portions, seen), () => controller.abort(), controller.signal)
    expect(await refused(work)).toEqual(['task.cancelled'])
    expect(seen).toEqual({ pieces: 1200, closed: true })
  })

  it('does nothing when it is cancelled before it begins', async () => {
    const seen = nothingSeen()
    expect(await refused(inTurns(counting(portions, seen), () => undefined, AbortSignal.abort()))).toEqual(['task.cancelled'])
    expect(seen.pieces).toBe(0)
  })
})

describe('many items in portions', () => {
  const items = Array.from({ length: 1234 }, (_, position) => position)

  it('are each taken once, in their order, and progress ends with all of them', async () => {
    const taken: number[] = []
    const told: Array<[number, number]> = []
    await inPortions(items, (portion) => taken.push(...portion), { progress: (...each) => told.push(each) })
    expect(taken).toEqual(items)
    expect(told).toEqual([
      [500, 1234],
      [1000, 1234],
      [1234, 1234],
    ])
  })

  it('are left where they are when it is cancelled, even after the last portion', async () => {
    for (const portions of [1, 3]) {
      const controller = new AbortController()
      let taken = 0
      const work = (): void => {
        if (++taken === portions) controller.abort()
      }
      expect(await refused(inPortions(items, work, { signal: controller.signal }))).toEqual(['task.cancelled'])
      expect(taken).toBe(portions)
    }
    expect(await refused(inPortions([], () => undefined, { signal: AbortSignal.abort() }))).toEqual(['task.cancelled'])
  })
})

it('lets others have their turn after every portion, in each of the ways', async () => {
  /** How often something else had its turn while the work was done. */
  const turnsDuring = async (work: () => Promise<unknown>): Promise<number> => {
    let turns = 0
    let over = false
    const other = (): void => {
      if (over) return
      turns++
      setImmediate(other)
    }
    setImmediate(other)
    await work().finally(() => (over = true))
    return turns
  }
  async function* slow(): AsyncGenerator<void, string> {
    for (let portion = 0; portion < 5; portion++) yield await Promise.resolve()
    return 'the end'
  }
  const items = Array.from({ length: 2500 }, (_, position) => position)
  expect(await turnsDuring(() => afterEach(slow()))).toBeGreaterThanOrEqual(5)
  expect(await turnsDuring(() => inPortions(items, () => undefined, {}))).toBeGreaterThanOrEqual(5)
  expect(await turnsDuring(() => inTurns(counting([1000, 1000, 1000, 1000, 1000], nothingSeen()), () => undefined))).toBeGreaterThanOrEqual(
    5,
  )
})
