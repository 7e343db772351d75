import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRunning } from './processes.mjs'
import { say } from './words.mjs'

const LOOK_EVERY_MS = 200

/** @returns who holds the lock: NaN where it was left half made */
function holderOf(lock) {
  try {
    return Number.parseInt(readFileSync(join(lock, 'pid'), 'utf8'), 10)
  } catch {
    return Number.NaN
  }
}

/** @returns whether the lock is ours now; one whose holder is gone is taken over */
function take(lock, wasHalfMade) {
  try {
    mkdirSync(lock)
    writeFileSync(join(lock, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const holder = holderOf(lock)
  if (Number.isNaN(holder) ? wasHalfMade : !isRunning(holder)) rmSync(lock, { recursive: true, force: true })
  return false
}

/**
 * Of several starts in one folder only one does the work; the others wait until it has ended, however it ended. The lock is kept outside of
 * the folder, because npm empties it.
 * @param {string} folder @param {() => void} work
 */
export function oneAfterTheOther(folder, work) {
  const lock = join(tmpdir(), `quanheng-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.lock`)
  let wasHalfMade = false
  for (let times = 0; !take(lock, wasHalfMade); times++) {
    if (times === 0) say('另一个窗口正在安装，请稍候……', 'Another start is installing; waiting for it ...')
    wasHalfMade = Number.isNaN(holderOf(lock))
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_EVERY_MS)
  }
  const giveBack = () => rmSync(lock, { recursive: true, force: true })
  // A failed installation ends the process.
  process.once('exit', giveBack)
  work()
  process.off('exit', giveBack)
  giveBack()
}
