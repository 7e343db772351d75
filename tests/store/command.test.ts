import { describe, expect, it } from 'vitest'
import { community, createdPlan, problemsOf } from './support/plans.ts'

describe('A command', () => {
  it('is one step of the history, with who, when and what', async () => {
    const store = createdPlan()
    const before = store.revision
    await store.command('communities.add', '新增社区', (plan) => plan.communities.save(2026, [community(1), community(2)]))
    expect(store.revision).toBe(before + 1)
    const [step] = store.read.history.list({ limit: 1 })
    expect(step).toMatchObject({
      id: store.revision,
      operator: '王芳',
      operation: 'communities.add',
      summary: '新增社区',
      undone: false,
      changes: 4,
    })
    expect(step?.at).toMatch(/^2026-01-\d\dT\d\d:\d\d:00\.000Z$/)
  })

  it('that changes nothing leaves no step', async () => {
    const store = createdPlan()
    await store.command('communities.add', '', (plan) =>
      plan.communities.save(2026, [community(1, { values: { residents: 5, households: 2 } })]),
    )
    const before = store.revision
    await store.command('indicators.update', '', (plan) =>
      plan.communities.save(2026, [community(1, { values: { households: 2, residents: 5, floating: null } })]),
    )
    expect(store.revision).toBe(before)
  })

  it('that fails half-way changes nothing and does not hold up the next one', async () => {
    const store = createdPlan()
    const failing = store.command('x', 'x', (plan) => {
      plan.communities.save(2026, [community(1)])
      throw new RangeError('half-way')
    })
    const following = store.command('y', 'y', (plan) => plan.communities.save(2026, [community(2)]))
    await expect(failing).rejects.toThrow(RangeError)
    await following
    expect(store.read.communities.facts(2026).map((row) => row.name)).toEqual(['第2社区'])
    expect(store.read.history.list({ limit: 10 }).map((step) => step.operation)).toEqual(['y', 'plan.create'])
  })

  it('can be read back by nobody before it is committed, and reading can change nothing', async () => {
    const store = createdPlan()
    await store.command('x', 'x', (plan) => {
      plan.communities.save(2026, [community(1)])
      expect(plan.communities.facts(2026)).toHaveLength(1)
      expect(store.read.communities.facts(2026)).toHaveLength(0)
    })
    expect(store.read.communities.facts(2026)).toHaveLength(1)
    expect(Object.keys(store.read.communities)).toEqual(['facts', 'find'])
  })

  it('is refused once the plan is being closed; one that was under way is finished', async () => {
    const store = createdPlan()
    const underWay = store.command('x', 'x', (plan) => plan.communities.save(2026, [community(1)]))
    const closed = store.close()
    expect(await problemsOf(() => store.command('y', 'y', () => undefined))).toEqual(['plan.none'])
    await underWay
    await closed
  })
})

describe('A long command', () => {
  it('lets others read the plan as it was before, and other commands wait', async () => {
    const store = createdPlan()
    const order: string[] = []
    const gate = Promise.withResolvers<undefined>()
    const long = store.longCommand('import.apply', '导入', async (plan) => {
      plan.communities.save(2026, [community(1)])
      await gate.promise
      plan.communities.save(2026, [community(2)])
      order.push('long')
    })
    const waiting = store.command('communities.add', '', (plan) => {
      order.push('waiting')
      plan.communities.save(2026, [community(3)])
    })
    await new Promise(setImmediate)
    expect(store.read.communities.facts(2026)).toHaveLength(0)
    gate.resolve(undefined)
    await Promise.all([long, waiting])
    expect(order).toEqual(['long', 'waiting'])
    expect(store.read.history.list({ limit: 2 }).map((step) => step.changes)).toEqual([2, 4])
  })

  it.each(['before its turn', 'between two portions', 'after the last portion'])('cancelled %s leaves nothing behind', async (moment) => {
    const store = createdPlan()
    const cancel = new AbortController()
    if (moment === 'before its turn') cancel.abort()
    const codes = await problemsOf(() =>
      store.longCommand(
        'import.apply',
        '导入',
        async (plan) => {
          plan.communities.save(2026, [community(1)])
          await new Promise(setImmediate)
          if (moment === 'between two portions') cancel.abort()
          if (moment === 'between two portions') cancel.signal.throwIfAborted()
          plan.communities.save(2026, [community(2)])
          cancel.abort()
        },
        cancel.signal,
      ),
    )
    expect(codes).toEqual(['task.cancelled'])
    expect(store.read.communities.facts(2026)).toEqual([])
    expect(store.revision).toBe(1)
    await store.command('x', 'x', (plan) => plan.communities.save(2026, [community(9)]))
    expect(store.read.communities.facts(2026)).toHaveLength(1)
  })

  it('cancelled at any moment up to its commit leaves nothing behind: also between its last change and the commit', async () => {
    const store = createdPlan()
    let committed = false
    let turns = 0
    for (; !committed; turns++) {
      const cancel = new AbortController()
      const work = store.longCommand('import.apply', '导入', async (plan) => plan.communities.save(2026, [community(1)]), cancel.signal)
      const outcome = work.then(
        () => 'done',
        (error: unknown) => error,
      )
      // Nothing in the work waits for anything but promises, so that these turns are all the moments that there are.
      for (let turn = 0; turn < turns; turn++) await null
      committed = store.revision > 1
      cancel.abort()
      if (committed) expect(await outcome).toBe('done')
      else expect(await outcome).toMatchObject({ problems: [{ code: 'task.cancelled' }] })
      expect(store.read.communities.facts(2026)).toHaveLength(committed ? 1 : 0)
    }
    expect(turns).toBeGreaterThan(3)
  })
})
