import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { rest } from '../../../../src-renderer/modules/what-if/rest.ts'

describe('the hand rests', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('work is done once after the last movement, and not while it goes on', () => {
    const done: number[] = []
    const hand = rest(250, () => void done.push(Date.now()))
    const start = Date.now()
    for (let turn = 0; turn < 40; turn++) {
      hand.begin()
      vi.advanceTimersByTime(50)
    }
    expect(done).toEqual([])
    vi.advanceTimersByTime(1000)
    expect(done).toEqual([start + 39 * 50 + 250])
  })
  it('a rest that has ended leaves nothing to be done', () => {
    const done: string[] = []
    const hand = rest(250, () => void done.push('done'))
    hand.begin()
    hand.end()
    vi.advanceTimersByTime(1000)
    expect(done).toEqual([])
  })
})
