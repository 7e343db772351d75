import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atOnce } from '../../src-main/shared/turns.ts'
import { verifying } from '../../src-main/store/history/verify.ts'
import type { PlanStore } from '../../src-main/store/index.ts'
import { planSchema } from '../../src-main/store/migrations/index.ts'
import { openForWriting } from '../../src-main/store/open.ts'
import type { Connection } from '../../src-main/store/sqlite.ts'
import { times } from '../support/full.ts'
import { openWith } from './support/own-writer.ts'
import { community, createdPlan, temporaryFolder } from './support/plans.ts'

/**
 * A disk writes so many bytes at once, or not at all; between two of its syncs it writes them in any order. What is being written may end
 * as anything, but bytes before it in the same sector stay: https://www.sqlite.org/psow.html
 */
const SECTOR = 512
/** https://www.sqlite.org/fileformat2.html#walformat */
const WAL_HEAD = 32
const FRAME = 24 + 4096
const IMAGES = times(12, 250)
/** At most so many frames of a step are cut. */
const CUTS = times(4, 120)

/** What is on the disk at the moment in which a step is acknowledged. */
interface Moment {
  step: number
  hash: string
  plan: Buffer
  wal: Buffer
}
const headOf = (connection: Connection): Pick<Moment, 'step' | 'hash'> =>
  connection.prepare<[], Pick<Moment, 'step' | 'hash'>>('SELECT id AS step, hash FROM step ORDER BY id DESC LIMIT 1').get()!

const note = (store: PlanStore, number: number, length: number) =>
  store.command('x', `第${number}步`, (plan) =>
    plan.communities.save(
      2026,
      Array.from({ length }, (_, row) => community(1, { key: `k${number}-${row}`, code: '', values: { note: 'x'.repeat(2000) } })),
    ),
  )

/** From so many pages on SQLite puts the -wal into the plan, and begins the -wal anew with the next step; here after a few steps. */
const PAGES = 60

/**
 * A few steps as they come to the disk.
 * @returns also whether the store has each commit wait for the disk: https://www.sqlite.org/pragma.html#pragma_synchronous
 */
async function recorded(): Promise<{ moments: Moment[]; isSyncedAtCommit: boolean }> {
  const made = createdPlan()
  await made.close()
  const { file } = made
  let writer: Connection | undefined
  const store = openWith(file, (opened) => {
    opened.pragma(`wal_autocheckpoint = ${PAGES}`)
    writer = opened
  })
  const moment = (): Moment => ({ ...headOf(writer!), plan: readFileSync(file), wal: readIfThere(`${file}-wal`) })
  const moments = [moment()]
  for (const [number, rows] of [1, 2, 1, 12, 1, 2, 20, 1].entries()) {
    await note(store, number, rows)
    moments.push(moment())
  }
  await store.undo()
  moments.push(moment())
  return { moments, isSyncedAtCommit: Number(writer!.pragma('synchronous', { simple: true })) >= 2 }
}
const readIfThere = (file: string): Buffer => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0))

/** What may stand in a sector that was being written when the power went. */
type Fate = 'before' | 'after' | 'zero' | 'garbled'
const fates = fc.constantFrom<Fate>('before', 'after', 'after', 'zero', 'garbled')

/**
 * @param from nothing before this byte is written
 * @param fate of each sector in which the two differ, one after the other and then from the beginning
 */
function torn(before: Buffer, after: Buffer, from: number, fate: readonly Fate[]): Buffer {
  const length = Math.max(before.length, after.length)
  const image = Buffer.alloc(length)
  before.copy(image)
  let at = 0
  for (let sector = from - (from % SECTOR); sector < length; sector += SECTOR) {
    const [start, end] = [Math.max(from, sector), Math.min(sector + SECTOR, after.length)]
    if (start >= end || before.subarray(start, end).equals(after.subarray(start, end))) continue
    const chosen = fate[at++ % fate.length]
    if (chosen === 'after') after.copy(image, start, start, end)
    else if (chosen !== 'before') image.fill(chosen === 'zero' ? 0 : 0xa5, start, end)
  }
  return image
}

/** @returns the number of the last step; fails where the image is no whole plan, or has other steps than were written */
function lastStepIn(folder: string, { plan, wal }: Pick<Moment, 'plan' | 'wal'>, moments: readonly Moment[]): number {
  const file = join(folder, '断电.quanheng')
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
  writeFileSync(file, plan)
  writeFileSync(`${file}-wal`, wal)
  const connection = openForWriting(file)
  try {
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(atOnce(verifying(connection, planSchema.tracked))).toMatchObject({ whole: true })
    const { step, hash } = headOf(connection)
    expect(hash).toBe(moments.find((each) => each.step === step)?.hash)
    return step
  } finally {
    connection.close()
  }
}

/** @returns where the first frame begins in which the two differ */
function firstChanged(before: Buffer, after: Buffer): number {
  let at = 0
  while (at < before.length && at < after.length && before[at] === after[at]) at += 1
  return at < WAL_HEAD ? 0 : at - ((at - WAL_HEAD) % FRAME)
}

interface Step {
  /** What the disk had for certain, and what it would have had. */
  before: Moment
  after: Moment
  /** The last step that was acknowledged. */
  acknowledged: number
}
/** Before a step the disk has what was synced: all that was acknowledged where each commit waits for it, else what the plan itself has. */
function stepsIn(moments: readonly Moment[], isSyncedAtCommit: boolean): Step[] {
  let synced = moments[0]!
  return moments.slice(1).map((after, at) => {
    const last = moments[at]!
    if (isSyncedAtCommit || !last.plan.equals(synced.plan)) synced = last
    return { before: synced, after, acknowledged: last.step }
  })
}

describe('When the power fails while a step is written', () => {
  const each = async (look: (step: Step, lastIn: (image: Pick<Moment, 'plan' | 'wal'>) => number) => void): Promise<void> => {
    const { moments, isSyncedAtCommit } = await recorded()
    const folder = temporaryFolder()
    for (const step of stepsIn(moments, isSyncedAtCommit)) look(step, (image) => lastStepIn(folder, image, moments))
  }

  it(`sectors that came to the disk in any order (${IMAGES} for each step) leave a whole plan with all that was acknowledged`, async () => {
    const orders = fc.sample(fc.array(fates, { minLength: 1, maxLength: 40 }), { numRuns: IMAGES, seed: 20261130 })
    await each(({ before, after, acknowledged }, lastIn) => {
      for (const order of orders) {
        const step = lastIn({ plan: before.plan, wal: torn(before.wal, after.wal, firstChanged(before.wal, after.wal), order) })
        expect(step).toBeGreaterThanOrEqual(acknowledged)
        expect(step).toBeLessThanOrEqual(after.step)
      }
    })
  })

  it('the -wal cut short at every frame and within it leaves a whole plan with all that was acknowledged', async () => {
    await each(({ before, after, acknowledged }, lastIn) => {
      const first = firstChanged(before.wal, after.wal)
      const frames = Math.ceil((after.wal.length - first) / FRAME)
      // Of a step of many frames some.
      for (let frame = 0; frame <= frames; frame += Math.max(1, Math.floor(frames / CUTS)))
        for (const more of [0, 7, FRAME / 2]) {
          const length = Math.min(after.wal.length, first + frame * FRAME + more)
          const step = lastIn({ plan: before.plan, wal: after.wal.subarray(0, length) })
          expect(step).toBeGreaterThanOrEqual(acknowledged)
          expect(step).toBeLessThanOrEqual(after.step)
        }
    })
  })

  it(`while the -wal is put into the plan, sectors of the plan in any order (${IMAGES} for each) lose nothing of the step`, async () => {
    const orders = fc.sample(fc.array(fates, { minLength: 1, maxLength: 40 }), { numRuns: IMAGES, seed: 20261201 })
    let put = 0
    await each(({ before, after }, lastIn) => {
      if (after.plan.equals(before.plan)) return
      put += 1
      for (const order of orders) expect(lastIn({ plan: torn(before.plan, after.plan, 0, order), wal: after.wal })).toBe(after.step)
    })
    expect(put, 'times that the -wal was put into the plan').toBeGreaterThanOrEqual(2)
  })
})
