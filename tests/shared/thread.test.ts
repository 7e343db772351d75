import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { endWaitingThreads, runThread } from '../../src-main/shared/thread.ts'

const entry = join(import.meta.dirname, 'says-its-thread.ts')
afterEach(endWaitingThreads)

/** @returns the number of the thread that has done the job */
async function threadOf(job: 'say' | 'fail' | 'wait', signal = new AbortController().signal): Promise<number> {
  let thread = 0
  await runThread<number>({ entry, job, megabytes: 64 }, signal, (said) => {
    thread = said
    return { isDone: true }
  })
  return thread
}

it('a thread that has done its job takes the next one', async () => {
  const first = await threadOf('say')
  expect(await threadOf('say')).toBe(first)
})

it('two jobs at once have a thread each, of which one waits then', async () => {
  const both = await Promise.all([threadOf('say'), threadOf('say')])
  expect(new Set(both).size).toBe(2)
  expect(both).toContain(await threadOf('say'))
})

it('a thread that was cancelled, failed or ended with the program takes no other', async () => {
  const first = await threadOf('say')
  const cancel = new AbortController()
  const waiting = threadOf('wait', cancel.signal)
  cancel.abort()
  await expect(waiting).rejects.toMatchObject({ problems: [{ code: 'task.cancelled' }] })
  const second = await threadOf('say')
  await expect(threadOf('fail')).rejects.toThrow('as it was asked to')
  const third = await threadOf('say')
  await endWaitingThreads()
  expect(new Set([first, second, third, await threadOf('say')]).size).toBe(4)
})
