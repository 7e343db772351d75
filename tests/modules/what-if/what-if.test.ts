import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Policy } from '../../../src-main/model/policy.ts'
import { problemsOf } from '../../store/support/plans.ts'
import { openApp } from '../../support/open-app.ts'

const dearerB = (policy: Policy): Policy => {
  const copy = structuredClone(policy)
  const step = copy.allocation.steps.find((each) => each.kind === 'standard')!
  step.amountsFen.B = 31_000_000
  return copy
}

describe('what if', () => {
  it('nothing is supposed: the plan itself, and zeros', async () => {
    const { call } = await openApp()
    const result = await call['result.get']()
    const base = await call['whatif.base']()
    const nothing = await call['whatif.preview']({ numbers: [], values: [], overrides: [] })
    expect(base.totals).toEqual(result.totals)
    expect(base.communities.map(({ key, class: reached, amountFen }) => [key, reached, amountFen])).toEqual(
      result.communities.map((each) => [each.key, each.class, each.amountFen]),
    )
    expect(nothing.totals).toEqual(result.totals)
    expect(nothing.shift).toEqual({
      gainsFen: 0,
      lossesFen: 0,
      netFen: 0,
      gainers: 0,
      losers: 0,
      moved: 0,
      gainersPeople: 0,
      losersPeople: 0,
    })
  })

  it('class B gets 31万: 66 communities gain 1万 each, in every sum', async () => {
    const { call } = await openApp()
    const { policy, communities } = await call['whatif.base']()
    const found = await call['whatif.preview']({ policy: dearerB(policy), numbers: [], values: [], overrides: [] })
    expect(found.totals.amountFen).toBe(3_656_000_000)
    expect(found.shift).toMatchObject({ gainsFen: 66_000_000, lossesFen: 0, netFen: 66_000_000, gainers: 66, losers: 0, moved: 0 })
    expect(found.shift.gainersPeople).toBe(communities.filter((each) => each.class === 'B').reduce((sum, each) => sum + each.people!, 0))
    expect(found.districts.reduce((sum, each) => sum + each.changeFen, 0)).toBe(66_000_000)
    expect(found.amounts.filter((fen) => fen === 31_000_000)).toHaveLength(66)
  })

  it('a number of the policy is turned: the same as in the document, and the levers say how far', async () => {
    const { call } = await openApp()
    const { policy, communities } = await call['whatif.base']()
    const levers = await call['whatif.levers']({})
    const amount = levers.find((each) => each.of === 'B' && each.unit.kind === 'fen')!
    expect(amount).toMatchObject({ value: 30_000_000, min: 0, max: 60_000_000, condition: null })
    const turned = await call['whatif.preview']({ numbers: [{ path: amount.path, value: 31_000_000 }], values: [], overrides: [] })
    expect(turned).toEqual(await call['whatif.preview']({ policy: dearerB(policy), numbers: [], values: [], overrides: [] }))
    const shares = new Map((await call['communities.list']()).map((each) => [each.key, each.values['oldShare'] as number | null]))
    const threshold = levers.find((each) => each.unit.kind === 'indicator' && each.unit.indicator === 'oldShare')!
    const known = [...shares.values()].filter((each) => each !== null)
    expect(threshold.condition).toMatchObject({ kind: 'compare', indicator: 'oldShare', value: threshold.value })
    expect([threshold.min <= Math.min(...known), threshold.max >= Math.max(...known), threshold.step]).toEqual([true, true, 0.01])
    const raised = await call['whatif.preview']({ numbers: [{ path: threshold.path, value: threshold.max }], values: [], overrides: [] })
    expect(raised.shift.moved).toBe(communities.filter((each, row) => each.class !== raised.classes[row]).length)
    expect(raised.shift.moved).toBeGreaterThan(0)
  })

  it('an indicator has another value: the community that moves is the one whose value it is', async () => {
    const { call } = await openApp()
    const { communities } = await call['whatif.base']()
    const row = communities.findIndex((each) => each.name === '祁连路西社区')
    const found = await call['whatif.preview']({
      numbers: [],
      values: [
        { key: communities[row]!.key, field: 'oldCourtyards', value: 9 },
        { key: communities[row]!.key, field: 'unmanagedCourtyards', value: 0 },
      ],
      overrides: [],
    })
    expect([communities[row]!.class, found.classes[row]]).toEqual(['B', 'A'])
    expect(found.shift).toMatchObject({ moved: 1, netFen: -15_000_000 })
    expect((await call['result.get']()).communities[row]!.class, 'the plan itself stays').toBe('B')
  })

  it('a class is set by hand, or what was set by hand is taken back', async () => {
    const { call } = await openApp()
    const { communities } = await call['whatif.base']()
    const [first] = communities.filter((each) => each.class === 'A')
    await call['overrides.set']({ key: first!.key, class: 'D', reason: '核实', document: '' })
    const back = await call['whatif.preview']({ numbers: [], values: [], overrides: [{ key: first!.key, class: null, reason: '' }] })
    expect(back.shift).toMatchObject({ moved: 1, netFen: 5_000_000 })
    const byHand = await call['whatif.preview']({ numbers: [], values: [], overrides: [{ key: first!.key, class: 'B', reason: '试算' }] })
    expect(byHand.shift).toMatchObject({ moved: 1, netFen: 20_000_000 })
    expect(byHand.deciders[communities.findIndex((each) => each.key === first!.key)]).toBe('override')
  })

  it('while a number is turned only what makes computing impossible is refused; the proof that every rule is reached comes after', async () => {
    const { call } = await openApp()
    const { policy, communities } = await call['whatif.base']()
    const [first] = policy.classification.rules
    const neverReached = structuredClone(policy)
    neverReached.classification.rules.push({ ...first!, key: 'again' })
    const nothing = { numbers: [], values: [], overrides: [] }
    const supposedToo = { ...nothing, values: [{ key: communities[0]!.key, field: 'residents', value: 4000 }] }
    for (const supposed of [nothing, supposedToo]) {
      expect(await problemsOf(() => call['whatif.preview']({ policy: neverReached, ...supposed }))).toEqual(['policy.ruleUnreachable'])
      const found = await call['whatif.preview']({ policy: neverReached, ...supposed, checks: 'computable' })
      const without = await call['whatif.preview']({ policy, ...supposed })
      expect([found.totals, found.classes, found.amounts]).toEqual([without.totals, without.classes, without.amounts])
    }
    const wrong = structuredClone(policy)
    wrong.classification.rules[0]!.class = 'Z'
    expect(await problemsOf(() => call['whatif.preview']({ policy: wrong, ...nothing, checks: 'computable' }))).toEqual([
      'policy.classUnknown',
    ])
  })

  it('is refused in words where the policy or a value may not stand', async () => {
    const { call } = await openApp()
    const { policy, communities } = await call['whatif.base']()
    const wrong = structuredClone(policy)
    wrong.classification.rules[0]!.class = 'Z'
    expect(await problemsOf(() => call['whatif.preview']({ policy: wrong, numbers: [], values: [], overrides: [] }))).toEqual([
      'policy.classUnknown',
    ])
    expect(
      await problemsOf(() =>
        call['whatif.preview']({ numbers: [], values: [{ key: communities[0]!.key, field: 'residents', value: -1 }], overrides: [] }),
      ),
    ).toEqual(['import.outOfRange'])
  })
})

describe('what is supposed and not saved', () => {
  const supposition = (value: number) => ({
    scenario: null,
    base: { kind: 'year' as const, year: 2023 },
    numbers: [{ path: 'a/b', value }],
    values: [],
    overrides: [],
  })

  it('is remembered by plan and year beyond the end of the program, and is no step of the plan', async () => {
    const { call, close, dataFolder } = await openApp()
    const { plan } = await call['app.status']()
    expect(await call['whatif.kept']({ plan: plan!.file, year: 2023 })).toBeNull()
    await call['whatif.keep']({ plan: plan!.file, year: 2023, supposition: supposition(1) })
    await call['whatif.keep']({ plan: plan!.file, year: 2024, supposition: supposition(2) })
    await call['whatif.keep']({ plan: plan!.file, year: 2023, supposition: supposition(3) })
    expect((await call['app.status']()).plan!.revision).toBe(plan!.revision)
    await close()
    const again = await openApp(dataFolder)
    expect(await again.call['whatif.kept']({ plan: plan!.file, year: 2023 })).toEqual(supposition(3))
    expect(await again.call['whatif.kept']({ plan: plan!.file, year: 2024 })).toEqual(supposition(2))
    expect(await again.call['whatif.kept']({ plan: 'another.quanheng', year: 2023 })).toBeNull()
    await again.call['whatif.keep']({ plan: plan!.file, year: 2023, supposition: null })
    expect(await again.call['whatif.kept']({ plan: plan!.file, year: 2023 })).toBeNull()
  })

  it('is nothing where the file can not be read', async () => {
    const { call, dataFolder } = await openApp()
    writeFileSync(join(dataFolder, 'suppositions.json'), '[{"plan":')
    expect(await call['whatif.kept']({ plan: 'a.quanheng', year: 2023 })).toBeNull()
    await call['whatif.keep']({ plan: 'a.quanheng', year: 2023, supposition: supposition(1) })
    expect(await call['whatif.kept']({ plan: 'a.quanheng', year: 2023 })).toEqual(supposition(1))
  })
})
