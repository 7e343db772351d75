import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openPlanFile, verifyPlanFile } from '../../src-main/store/index.ts'
import { startChild } from './support/child.ts'
import { community, createdPlan, options } from './support/plans.ts'

const ROWS = 1500
const MOMENTS = fc.sample(fc.integer({ min: 1, max: ROWS - 1 }), { numRuns: 4, seed: 20260105 })

describe('A process that is killed', () => {
  it.each([0, ...MOMENTS])(`in the middle of an import of ${ROWS} rows, after %d of them, leaves nothing of it`, async (rows) => {
    const store = createdPlan()
    await store.command('x', 'x', (plan) => plan.communities.save(2026, [community(1)]))
    await store.close()
    expect(await startChild('import-and-die.ts', store.file, String(ROWS), String(rows)).ended).toBe('SIGKILL')
    const again = openPlanFile(store.file, options)
    expect(again.read.communities.facts(2026)).toEqual([community(1)])
    expect(await again.verifyHistory()).toEqual({ whole: true, steps: 2 })
    await again.close()
  })

  it('before its file had a -wal leaves nothing of it, is opened and copied all the same', async () => {
    const store = createdPlan()
    await store.command('x', 'x', (plan) => plan.communities.save(2026, [community(1)]))
    await store.close()
    expect(await startChild('begin-and-die.ts', store.file).ended).toBe('SIGKILL')
    expect(existsSync(`${store.file}-journal`)).toBe(true)
    expect(verifyPlanFile(store.file)).toEqual({ finding: { whole: true, steps: 2 }, steps: 2 })
    const again = openPlanFile(store.file, options)
    expect(again.read.communities.facts(2026)).toEqual([community(1)])
    expect(await again.verifyHistory()).toEqual({ whole: true, steps: 2 })
    await again.close()
  })

  it('after the import was reported as done leaves all of it', async () => {
    const store = createdPlan()
    await store.close()
    expect(await startChild('import-and-die.ts', store.file, String(ROWS), 'never').ended).toBe('SIGKILL')
    const again = openPlanFile(store.file, options)
    expect(again.read.communities.facts(2026)).toHaveLength(ROWS)
    expect(await again.verifyHistory()).toEqual({ whole: true, steps: 2 })
    await again.undo()
    expect(again.read.communities.facts(2026)).toEqual([])
    await again.close()
  })

  it.each([1, 5, 17])('at any moment after %d commands loses nothing that was reported, and has no half command', async (reports) => {
    const store = createdPlan()
    await store.close()
    const child = startChild('keep-committing.ts', store.file)
    let reported = 0
    for await (const line of child.lines) {
      reported = Number(line)
      if (reported >= reports) child.process.kill('SIGKILL')
    }
    await child.ended
    const again = openPlanFile(store.file, options)
    const rows = again.read.communities.facts(2026).length
    expect(rows % 10).toBe(0)
    expect(rows / 10).toBeGreaterThanOrEqual(reported)
    expect(await again.verifyHistory()).toEqual({ whole: true, steps: 1 + rows / 10 })
    await again.close()
  })
})
