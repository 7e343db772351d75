import { expect, it } from 'vitest'
import { inSteps } from '../../src-main/desk/long-work.ts'

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
