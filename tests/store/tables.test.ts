import { expect, it } from 'vitest'
import type { PlanResult } from '../../src-main/model/plan.ts'
import { hashOf } from '../../src-main/shared/canonical-json.ts'
import { dictionary, newPlan, policyNamed } from './support/new-plan.ts'
import { community, createdPlan, problemsOf } from './support/plans.ts'

it('gives back a new plan as it was asked for', () => {
  const { read } = createdPlan()
  expect(read.settings.get()).toEqual({ name: '示例市', currentYear: 2026 })
  expect(read.dictionary.get()).toEqual(dictionary)
  expect(read.years.list()).toEqual([{ year: 2026, policy: { id: 'reference', version: '1.0.0' }, synthetic: true }])
  expect(read.policies.list()).toEqual([{ policy: newPlan.policy, hash: newPlan.policyHash, inUse: true }])
  expect(read.communities.facts(2026)).toEqual([])
})

it('keeps facts exactly: codes as text, zero apart from unknown, money to the fen', async () => {
  const store = createdPlan()
  const rows = [
    community(1, { key: '010203040506', code: '010203040506', values: { residents: 0, share: 0.1, kind: '1', flag: 1 }, previousFen: 0 }),
    community(2, { key: '城北区/朝阳街道/山川社区', code: '', name: '山川社区', values: {}, previousFen: null, previousClass: 'B' }),
    community(3, { values: { residents: 1e-7 }, previousFen: Number.MAX_SAFE_INTEGER }),
  ]
  await store.command('x', 'x', (plan) => plan.communities.save(2026, rows))
  expect(store.read.communities.facts(2026)).toEqual([rows[0], rows[2], rows[1]])
  expect(store.read.communities.find(2026, '城北区/朝阳街道/山川社区')).toEqual(rows[1])
  expect(store.read.communities.find(2025, '010203040506')).toBeUndefined()
})

it('writes down nothing for what is unknown', async () => {
  const store = createdPlan()
  await store.command('x', 'x', (plan) =>
    plan.communities.save(2026, [community(1, { values: { residents: null, households: Number.NaN, area: 0 } })]),
  )
  expect(store.read.communities.facts(2026)[0]?.values).toEqual({ area: 0 })
})

it('removes a community from one year with its override, and leaves it in the other', async () => {
  const store = createdPlan()
  const { key } = community(1)
  await store.command('x', 'x', (plan) => {
    plan.years.add({ year: 2027, policy: { id: 'reference', version: '1.0.0' }, synthetic: false })
    plan.communities.save(2026, [community(1)])
    plan.communities.save(2027, [community(1)])
    plan.overrides.set(2026, { key, class: 'A', reason: '现场核实', document: '' })
  })
  await store.command('x', 'x', (plan) => plan.communities.remove(2026, [key]))
  expect(store.read.communities.facts(2026)).toEqual([])
  expect(store.read.overrides.list(2026)).toEqual([])
  expect(store.read.communities.facts(2027)).toEqual([community(1)])
  expect(await problemsOf(() => store.command('x', 'x', (plan) => plan.communities.remove(2026, [key])))).toEqual(['plan.communityUnknown'])
})

it('sets, changes and clears a class set by hand', async () => {
  const store = createdPlan()
  const override = { key: community(1).key, class: 'A', reason: '现场核实', document: '会议纪要〔2026〕3号' }
  await store.command('x', 'x', (plan) => {
    plan.communities.save(2026, [community(1)])
    plan.overrides.set(2026, { ...override, class: 'B' })
    plan.overrides.set(2026, override)
  })
  expect(store.read.overrides.list(2026)).toEqual([override])
  await store.command('x', 'x', (plan) => plan.overrides.clear(2026, override.key))
  expect(store.read.overrides.list(2026)).toEqual([])
  expect(await problemsOf(() => store.command('x', 'x', (plan) => plan.overrides.clear(2026, override.key)))).toEqual([
    'plan.overrideUnknown',
  ])
  expect(await problemsOf(() => store.command('x', 'x', (plan) => plan.overrides.set(2026, { ...override, key: '?' })))).toEqual([
    'plan.communityUnknown',
  ])
})

it('keeps a version of a policy as it is, whoever tries to change it', async () => {
  const store = createdPlan()
  const changed = { ...policyNamed('reference'), effectiveYear: 2027 }
  await store.command('x', 'x', (plan) => plan.policies.add(newPlan.policy, newPlan.policyHash))
  expect(store.revision).toBe(1)
  expect(await problemsOf(() => store.command('x', 'x', (plan) => plan.policies.add(changed, hashOf(changed))))).toEqual(['policy.exists'])
  const next = policyNamed('reference', '1.1.0')
  await store.command('x', 'x', (plan) => {
    plan.policies.add(next, hashOf(next))
    plan.years.save({ year: 2026, policy: { id: 'reference', version: '1.1.0' }, synthetic: false })
  })
  expect(store.read.policies.list().map(({ policy, inUse }) => [policy.version, inUse])).toEqual([
    ['1.0.0', false],
    ['1.1.0', true],
  ])
  expect(store.read.policies.find('reference', '2.0.0')).toBeUndefined()
})

it('adds years once, and knows which it does not have', async () => {
  const store = createdPlan()
  const year = { year: 2026, policy: { id: 'reference', version: '1.0.0' }, synthetic: false }
  expect(await problemsOf(() => store.command('x', 'x', (plan) => plan.years.add(year)))).toEqual(['plan.yearExists'])
  expect(await problemsOf(() => store.read.years.get(1999))).toEqual(['plan.yearUnknown'])
  expect(await problemsOf(() => store.command('x', 'x', (plan) => plan.years.save({ ...year, year: 1999 })))).toEqual(['plan.yearUnknown'])
})

it('saves scenarios under names of their own', async () => {
  const store = createdPlan()
  const scenario = {
    name: '门槛六成',
    note: '',
    created: '2026-02-01T00:00:00.000Z',
    locked: false,
    base: { kind: 'year' as const, year: 2026 },
    changes: { policy: [{ path: 'classification/fallback', old: 'A', new: 'B' }], values: [], overrides: [] },
  }
  const id = await store.command('x', 'x', (plan) => plan.scenarios.add(scenario))
  expect(store.read.scenarios.get(id)).toEqual({ id, ...scenario })
  expect(await problemsOf(() => store.command('x', 'x', (plan) => plan.scenarios.add(scenario)))).toEqual(['plan.scenarioExists'])
  await store.command('x', 'x', (plan) => plan.scenarios.save({ ...scenario, id, note: '二稿' }))
  expect(store.read.scenarios.list()).toEqual([{ id, ...scenario, note: '二稿' }])
  expect(await problemsOf(() => store.command('x', 'x', (plan) => plan.scenarios.save({ ...scenario, id: 99, name: '别的' })))).toEqual([
    'plan.scenarioUnknown',
  ])
  await store.command('x', 'x', (plan) => plan.scenarios.remove(id))
  expect(await problemsOf(() => store.read.scenarios.get(id))).toEqual(['plan.scenarioUnknown'])
  expect(await problemsOf(() => store.command('x', 'x', (plan) => plan.scenarios.remove(id)))).toEqual(['plan.scenarioUnknown'])
})

it('replaces the dictionary, in the new order', async () => {
  const store = createdPlan()
  const [first, second] = dictionary.indicators
  if (first === undefined || second === undefined) throw new Error('The sample dictionary has two indicators')
  const changed = { ...dictionary, indicators: [second, { ...first, required: true }, { ...first, key: 'floating' }] }
  await store.command('x', 'x', (plan) => plan.dictionary.save(changed))
  expect(store.read.dictionary.get()).toEqual(changed)
  await store.command('x', 'x', (plan) => plan.dictionary.save(dictionary))
  expect(store.read.dictionary.get()).toEqual(dictionary)
})

it('keeps an adopted plan to the last sign', async () => {
  const store = createdPlan()
  const result: PlanResult = {
    engine: '1',
    year: 2026,
    policy: { id: 'reference', version: '1.0.0', hash: newPlan.policyHash },
    input: { rows: 0, hash: 'input', synthetic: true },
    totals: {
      communities: 2,
      undecided: 0,
      amountFen: 30_000_000,
      previousFen: 0,
      cityFen: null,
      districtFen: null,
      byClass: { B: { count: 1, amountFen: 1, previousFen: 0 }, A: { count: 1, amountFen: 2, previousFen: 0 } },
    },
    districts: [],
    subdistricts: [],
    communities: [],
    flows: [],
    problems: [],
  }
  const id = await store.command('plan.adopt', '定稿', (plan) => plan.adopted.add('2026年方案', '2026-03-01T00:00:00.000Z', result))
  expect(JSON.stringify(store.read.adopted.result(id))).toBe(JSON.stringify(result))
  expect(store.read.adopted.list()).toEqual([
    {
      id,
      year: 2026,
      title: '2026年方案',
      adopted: '2026-03-01T00:00:00.000Z',
      policy: result.policy,
      inputHash: 'input',
      communities: 2,
      amountFen: 30_000_000,
      takenBack: null,
    },
  ])
  expect(await problemsOf(() => store.read.adopted.result(99))).toEqual(['plan.adoptedUnknown'])
  await expect(store.undo()).rejects.toThrow('plan.undoAdopted')
  expect(store.read.adopted.list()).toHaveLength(1)
})
