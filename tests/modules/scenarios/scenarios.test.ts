import { describe, expect, it } from 'vitest'
import type { Policy } from '../../../src-main/model/policy.ts'
import { openPlanFile } from '../../../src-main/store/index.ts'
import { options, problemsOf } from '../../store/support/plans.ts'
import { openApp } from '../../support/open-app.ts'

type App = Awaited<ReturnType<typeof openApp>>
const withAmount = (policy: Policy, key: string, fen: number): Policy => {
  const copy = structuredClone(policy)
  copy.allocation.steps.find((each) => each.kind === 'standard')!.amountsFen[key] = fen
  return copy
}
/** A scenario in which one class gets another amount. */
const amountScenario = async ({ call }: App, name: string, key: string, fen: number): Promise<number> =>
  (
    await call['scenarios.create']({
      name,
      note: '',
      policy: withAmount(await call['policy.get'](), key, fen),
      numbers: [],
      values: [],
      overrides: [],
    })
  ).id

describe('a scenario', () => {
  it('without changes says so and gives what its base gives', async () => {
    const { call } = await openApp()
    const { id } = await call['scenarios.create']({ name: '原样', note: '', numbers: [], values: [], overrides: [] })
    const opened = await call['scenarios.get']({ id })
    expect(opened).toMatchObject({ differences: [], problems: [], locked: false, changes: { policy: [], values: [], overrides: [] } })
    expect((await call['result.get']({ scenario: id })).totals).toEqual((await call['result.get']()).totals)
  })

  it('lists all that differs from the base, in words with units', async () => {
    const app = await openApp()
    const { call } = app
    const { communities } = await call['result.get']()
    const community = communities.find((each) => each.name === '祁连路西社区')!
    const { id } = await call['scenarios.create']({
      name: '试算',
      note: '会上提出',
      policy: withAmount(await call['policy.get'](), 'B', 31_000_000),
      numbers: [],
      values: [
        { key: community.key, field: 'oldCourtyards', value: 9 },
        {
          key: community.key,
          field: 'residents',
          value: (await call['communities.list']()).find((each) => each.key === community.key)!.values.residents!,
        },
      ],
      overrides: [{ key: communities[0]!.key, class: 'D', reason: '试算' }],
    })
    const { differences } = await call['scenarios.get']({ id })
    expect(differences.map((each) => [each.area, each.label.zh, each.old.zh, each.new.zh])).toEqual([
      ['policy', expect.stringContaining('B'), expect.stringContaining('30万元'), expect.stringContaining('31万元')],
      ['value', '祁连路西社区 · 老旧楼院', '18个', '9个'],
      ['override', `${communities[0]!.name} · 人工定类`, '按办法', expect.stringContaining('D')],
    ])
    expect(differences.every((each) => !/[\u4e00-\u9fff]/.test(each.old.en.replace(community.name, '')))).toBe(true)
    await call['scenarios.revert']({
      id,
      paths: differences.filter((each) => each.area !== 'policy').map(({ area, path }) => ({ area, path })),
    })
    expect((await call['scenarios.get']({ id })).differences).toHaveLength(1)
  })

  it('tells two changes of one condition in one sentence, and takes both back together', async () => {
    const { call } = await openApp()
    const policy = structuredClone(await call['policy.get']())
    const rule = policy.classification.rules.find((each) => each.when.kind === 'all')!
    const [first] = (rule.when as { of: Array<{ operator: string; value: number }> }).of.filter((each) => 'operator' in each)
    Object.assign(first!, { operator: '>', value: first!.value / 2 })
    const { id } = await call['scenarios.create']({ name: '改条件', note: '', policy, numbers: [], values: [], overrides: [] })
    const { differences, changes } = await call['scenarios.get']({ id })
    expect([changes.policy.length, differences.length]).toEqual([2, 1])
    await call['scenarios.revert']({
      id,
      paths: [differences[0]!.path, ...differences[0]!.also].map((path) => ({ area: 'policy' as const, path })),
    })
    expect((await call['scenarios.get']({ id })).changes.policy).toEqual([])
  })

  it('follows its base: what the base changes elsewhere is in the scenario too', async () => {
    const app = await openApp()
    const { call } = app
    const id = await amountScenario(app, 'B加一万', 'B', 31_000_000)
    const above = (
      await call['scenarios.create']({
        name: '再加',
        note: '',
        base: { kind: 'scenario', id },
        policy: withAmount((await call['scenarios.get']({ id })).policy, 'D', 11_000_000),
        numbers: [],
        values: [],
        overrides: [],
      })
    ).id
    expect((await call['result.get']({ scenario: above })).totals.amountFen).toBe(3_590_000_000 + 66_000_000 + 20_000_000)
    await call['scenarios.save']({ id, numbers: [], policy: withAmount(await call['policy.get'](), 'B', 32_000_000) })
    expect((await call['result.get']({ scenario: above })).totals.amountFen).toBe(3_590_000_000 + 132_000_000 + 20_000_000)
    expect(await problemsOf(() => call['scenarios.remove']({ id }))).toEqual(['scenario.inUse'])
    expect(await problemsOf(() => call['scenarios.save']({ id, numbers: [], base: { kind: 'scenario', id: above } }))).toEqual([
      'scenario.circle',
    ])
  })

  it('names what the base no longer has, and loses nothing', async () => {
    const app = await openApp()
    const { call } = app
    const policy = await call['policy.get']()
    const other = structuredClone(policy)
    other.classification.rules[0]!.class = other.classification.rules[0]!.class === 'A' ? 'B' : 'A'
    const { id } = await call['scenarios.create']({ name: '改首条', note: '', policy: other, numbers: [], values: [], overrides: [] })
    await call['policy.use']({ id: 'flat-2018' })
    const opened = await call['scenarios.get']({ id })
    expect(opened.problems.map((each) => each.code)).toEqual(['scenario.placeGone'])
    expect(opened.changes.policy).toHaveLength(1)
    await call['policy.use']({ id: 'reference' })
    expect((await call['scenarios.get']({ id })).problems).toEqual([])
  })

  it('whose base was removed, by whatever means, is shown with the reason and can be given another base', async () => {
    const app = await openApp()
    const { call } = app
    const id = await amountScenario(app, '一', 'B', 31_000_000)
    const { id: above } = await call['scenarios.create']({
      name: '二',
      note: '',
      base: { kind: 'scenario', id },
      policy: withAmount((await call['scenarios.get']({ id })).policy, 'D', 11_000_000),
      numbers: [],
      values: [],
      overrides: [],
    })
    const { file } = (await call['app.status']()).plan!
    await app.close()
    const store = openPlanFile(file, options)
    await store.command('x', 'x', (plan) => plan.scenarios.remove(id))
    await store.close()
    const again = await openApp(app.dataFolder)
    expect(await problemsOf(() => again.call['result.get']({ scenario: above }))).toEqual(['scenario.baseGone'])
    const opened = await again.call['scenarios.get']({ id: above })
    expect([opened.problems[0]!.code, opened.differences.length, opened.changes.policy.length]).toEqual(['scenario.baseGone', 1, 1])
    await again.call['scenarios.save']({ id: above, numbers: [], base: { kind: 'year', year: 2023 } })
    expect((await again.call['result.get']({ scenario: above })).totals.amountFen).toBe(3_590_000_000 + 20_000_000)
  })

  it('is kept from changes while it is locked', async () => {
    const app = await openApp()
    const { call } = app
    const id = await amountScenario(app, '定稿', 'B', 31_000_000)
    await call['scenarios.lock']({ id, locked: true })
    expect(await problemsOf(() => call['scenarios.save']({ id, numbers: [], note: '改' }))).toEqual(['scenario.locked'])
    expect(await problemsOf(() => call['scenarios.remove']({ id }))).toEqual(['scenario.locked'])
    const copy = await call['scenarios.duplicate']({ id, name: '定稿 副本' })
    await call['scenarios.save']({ id: copy.id, numbers: [], note: '可以改' })
    await call['scenarios.lock']({ id, locked: false })
    await call['scenarios.remove']({ id })
    expect((await call['scenarios.list']()).map((each) => each.name)).toEqual(['定稿 副本'])
    await call['history.undo']()
    expect((await call['scenarios.list']()).map((each) => each.name)).toEqual(['定稿', '定稿 副本'])
  })
})

describe('two scenarios', () => {
  it('that change different places are stacked', async () => {
    const app = await openApp()
    const { call } = app
    const [first, second] = [await amountScenario(app, '一', 'B', 31_000_000), await amountScenario(app, '二', 'D', 11_000_000)]
    expect(await call['scenarios.conflicts']({ first, second })).toEqual([])
    const { id } = await call['scenarios.stack']({ first, second, name: '一加二', decisions: [] })
    expect((await call['result.get']({ scenario: id })).totals.amountFen).toBe(3_590_000_000 + 66_000_000 + 20_000_000)
  })

  it('that say different things of the same place show the conflict, and one side is taken', async () => {
    const app = await openApp()
    const { call } = app
    const [first, second] = [await amountScenario(app, '一', 'B', 31_000_000), await amountScenario(app, '二', 'B', 29_000_000)]
    const conflicts = await call['scenarios.conflicts']({ first, second })
    expect(conflicts.map((each) => [each.area, each.first.zh, each.second.zh])).toEqual([
      ['policy', expect.stringContaining('31万元'), expect.stringContaining('29万元')],
    ])
    expect(await problemsOf(() => call['scenarios.stack']({ first, second, name: '叠加', decisions: [] }))).toEqual(['scenario.undecided'])
    const { id } = await call['scenarios.stack']({
      first,
      second,
      name: '叠加',
      decisions: [{ area: 'policy', path: conflicts[0]!.path, take: 'second' }],
    })
    expect((await call['result.get']({ scenario: id })).totals.amountFen).toBe(3_590_000_000 - 66_000_000)
  })

  it('on different bases are not stacked', async () => {
    const app = await openApp()
    const { call } = app
    const first = await amountScenario(app, '一', 'B', 31_000_000)
    const { id: second } = await call['scenarios.create']({
      name: '二',
      note: '',
      base: { kind: 'scenario', id: first },
      numbers: [],
      values: [],
      overrides: [],
    })
    expect(await problemsOf(() => call['scenarios.stack']({ first, second, name: '叠加', decisions: [] }))).toEqual([
      'scenario.basesDiffer',
    ])
  })
})

describe('a scenario file', () => {
  const exported = async ({ call }: App, id: number): Promise<unknown> =>
    JSON.parse(Buffer.from((await call['scenarios.export']({ id })).base64, 'base64').toString())

  it('brings the same result to another plan, under another name where the name is taken', async () => {
    const app = await openApp()
    const { call } = app
    const under = await amountScenario(app, '底', 'D', 11_000_000)
    const { communities } = await call['result.get']()
    const { id } = await call['scenarios.create']({
      name: '上',
      note: '备注',
      base: { kind: 'scenario', id: under },
      numbers: [],
      values: [],
      overrides: [{ key: communities[0]!.key, class: 'D', reason: '试算' }],
    })
    const document = await exported(app, id)
    expect(await problemsOf(() => call['scenarios.import']({ document }))).toEqual(['plan.scenarioExists'])
    const other = await openApp()
    const taken = await other.call['scenarios.import']({ document })
    expect((await other.call['result.get']({ scenario: taken.id })).totals).toEqual((await call['result.get']({ scenario: id })).totals)
    const again = await call['scenarios.import']({ document, name: '上 2' })
    expect((await call['scenarios.get']({ id: again.id })).differences).toHaveLength(2)
  })

  it('of a newer program, or of something else, is refused in words', async () => {
    const { call } = await openApp()
    expect(await problemsOf(() => call['scenarios.import']({ document: { format: 'quanheng-scenario', formatVersion: 9 } }))).toEqual([
      'scenario.newerFormat',
    ])
    expect(await problemsOf(() => call['scenarios.import']({ document: { format: 'quanheng-policy' } }))).toContain('scenario.shape')
  })
})
