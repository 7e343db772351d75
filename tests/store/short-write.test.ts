import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openPlanFile } from '../../src-main/store/index.ts'
import { createdPlan, options } from './support/plans.ts'

/** What `ulimit -f` counts in, at least: some shells take the double. */
const BLOCK = 512
const PROGRAM = join(import.meta.dirname, 'support', 'commit-until-refused.ts')

/** The system ends a write in its middle where a file would become too long, and refuses the next: as a disk that fails half-way. */
it.skipIf(process.platform === 'win32').each([1, 17, 130])(
  'a write that the system cuts short and then refuses (%d blocks further on) fails as a whole, and nothing that was acknowledged is lost',
  async (blocks) => {
    const made = createdPlan()
    await made.close()
    const limit = Math.ceil(statSync(made.file).size / BLOCK) + blocks
    const script = `ulimit -f ${limit} && exec "$0" "$1" "$2"`
    const { stdout, stderr, status } = spawnSync('sh', ['-c', script, process.execPath, PROGRAM, made.file], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const { acknowledged, refused } = JSON.parse(stdout) as { acknowledged: number; refused: string }
    expect(['file.notWritable', 'plan.diskFull']).toContain(refused)
    expect(acknowledged).toBeGreaterThan(0)
    const store = openPlanFile(made.file, options)
    expect(store.read.communities.facts(2026)).toHaveLength(acknowledged)
    expect(await store.verifyHistory()).toEqual({ whole: true, steps: 1 + acknowledged })
    await store.command('x', 'x', (plan) => plan.settings.save({ name: '新名', currentYear: 2026 }))
    await store.close()
  },
)
