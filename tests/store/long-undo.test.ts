import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openPlanFile, type PlanStore } from '../../src-main/store/index.ts'
import { startChild } from './support/child.ts'
import { community, contentOf, createdPlan, options, problemsOf } from './support/plans.ts'
import { full } from '../support/full.ts'

const ROWS = 6000
const rows = Array.from({ length: ROWS }, (_, row) => {
  const code = String(630_105_000_000 + row)
  return community(1, { key: code, code, name: `${row}号社区` })
})
/** Each community is a row of two tables, and each of them is taken back and hashed. */
const PIECES = 4 * ROWS

async function filled(): Promise<PlanStore> {
  const store = createdPlan()
  await store.command('x', '导入', (plan) => plan.communities.save(2026, rows))
  return store
}

/** Does something that takes turns, and counts the turns that others had meanwhile. */
async function whileCounting<T>(work: Promise<T>): Promise<{ value: T; turns: number }> {
  let turns = 0
  let over = false
  const counting = (async () => {
    while (!over) {
      await nextTurn()
      turns += 1
    }
  })()
  const value = await work.finally(() => {
    over = true
  })
  await counting
  return { value, turns }
}

describe('A very large step', () => {
  it('is taken back and done again with progress, while others have their turns and read what was there before', async () => {
    const store = await filled()
    const told: [number, number][] = []
    const seen = new Set<number>()
    const progress = (done: number, total: number): void => {
      told.push([done, total])
      seen.add(store.read.communities.facts(2026).length)
    }
    const { value, turns } = await whileCounting(store.undo({ progress }))
    expect(value.summary).toBe('导入')
    expect(turns).toBeGreaterThan(PIECES / 2000)
    expect(told.length).toBeGreaterThan(PIECES / 2000)
    expect(told.every(([, total]) => total === PIECES)).toBe(true)
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((one, other) => one - other))
    expect(told.at(-1)![0]).toBeGreaterThan(PIECES * 0.9)
    expect([...seen]).toEqual([ROWS])
    expect(store.read.communities.facts(2026)).toEqual([])
    await store.redo()
    expect(store.read.communities.facts(2026)).toHaveLength(ROWS)
    expect(await store.verifyHistory()).toEqual({ whole: true, steps: 4 })
  })

  it('that is cancelled while it is taken back stays as it was', async () => {
    const store = await filled()
    const before = contentOf(store.file)
    const controller = new AbortController()
    expect(await problemsOf(() => store.undo({ signal: controller.signal, progress: () => controller.abort() }))).toEqual([
      'task.cancelled',
    ])
    expect(contentOf(store.file)).toEqual(before)
    expect(store.revision).toBe(2)
    expect(await store.undo()).toMatchObject({ summary: '导入' })
  })

  it.each(full ? [1, 4, 11, 20] : [4])(
    'is all there when the power goes while it is taken back, after progress was told %d times',
    async (reports) => {
      const store = await filled()
      await store.close()
      const before = contentOf(store.file)
      expect(await startChild('undo-and-die.ts', store.file, String(reports)).ended).toBe('SIGKILL')
      const again = openPlanFile(store.file, options)
      expect(contentOf(store.file)).toEqual(before)
      expect(await again.verifyHistory()).toEqual({ whole: true, steps: 2 })
      await again.undo()
      expect(again.read.communities.facts(2026)).toEqual([])
      await again.close()
    },
  )
})

describe('Checking a long history', () => {
  it('takes turns, tells how far it is, and looks at the plan of its beginning whatever is changed meanwhile', async () => {
    const store = await filled()
    const told: number[] = []
    let change: Promise<unknown> | null = null
    const progress = (done: number, total: number): void => {
      told.push(done / total)
      change ??= store.command('x', '改', (plan) => plan.communities.save(2026, [{ ...rows[ROWS - 1]!, values: { residents: 7 } }]))
    }
    const { value, turns } = await whileCounting(store.verifyHistory({ progress }))
    expect(value).toEqual({ whole: true, steps: 2 })
    expect(turns).toBeGreaterThan(10)
    await change
    expect(told.at(-1)).toBeGreaterThan(0.9)
    expect(told.at(-1)).toBeLessThanOrEqual(1)
    expect(await store.verifyHistory()).toEqual({ whole: true, steps: 3 })
  })

  it('can be stopped, and closing the plan waits for it', async () => {
    const store = await filled()
    const controller = new AbortController()
    expect(await problemsOf(() => store.verifyHistory({ signal: controller.signal, progress: () => controller.abort() }))).toEqual([
      'task.cancelled',
    ])
    const under = store.verifyHistory()
    await store.close()
    expect(await under).toEqual({ whole: true, steps: 2 })
    expect(await problemsOf(() => store.verifyHistory())).toEqual(['plan.none'])
  })
})
