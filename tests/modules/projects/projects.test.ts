import { beforeEach, describe, expect, it } from 'vitest'
import { DELIVERED_RULES, forbiddenWordIn } from '../../../src-main/model/project.ts'
import { codesOf, keyOf, MATURE, openDesk, problemsOf, smallPlan, type Desk } from '../../support/desk.ts'
import { decided, goOn, paidPlan, proposed, step, toTheEnd } from './quarter.ts'

let desk: Desk
beforeEach(async () => {
  desk = await paidPlan()
})
const accountOf = async (name: string, date?: string) =>
  (await desk.ask('projects.accounts', date === undefined ? {} : { date })).communities.find((each) => each.name === name)!

describe('the register', () => {
  it('follows a project to its end, and its account day by day', async () => {
    const project = await proposed(desk, '甲', 10_000)
    await goOn(desk, project, ...toTheEnd(10_000))
    const { project: line, events } = await desk.ask('projects.get', project)
    expect(line).toMatchObject({ number: '01', state: 'closed', paidFen: 1_000_000, committedFen: 0, name: '甲' })
    expect(events).toHaveLength(12)
    expect(await accountOf('甲', '2026-03-09')).toMatchObject({ receivedFen: 0, freeFen: 0 })
    expect(await accountOf('甲', '2026-04-09')).toMatchObject({ receivedFen: 15_000_000, freeFen: 15_000_000 })
    expect(await accountOf('甲', '2026-04-10')).toMatchObject({ committedFen: 1_000_000, freeFen: 14_000_000 })
    expect(await accountOf('甲', '2026-05-10')).toMatchObject({ paidFen: 1_000_000, committedFen: 0, freeFen: 14_000_000 })
  })

  it('adds up by place and payer', async () => {
    await goOn(desk, await proposed(desk, '甲', 9_999.99), decided(9_999.99))
    const { communities, places, total, byPayer, payers } = await desk.ask('projects.accounts')
    for (const each of [...communities, ...places.map(({ account }) => account), total, ...Object.values(byPayer)])
      expect(each.carryFen + each.receivedFen - each.paidFen - each.committedFen).toBe(each.freeFen)
    const sum = payers.reduce((all, { key }) => all + byPayer[key]!.freeFen, 0)
    expect(payers).toHaveLength(2)
    expect(sum).toBe(total.freeFen)
    expect(places[0]!.account).toEqual(total)
  })

  it('refuses to commit more than is free, with the amount', async () => {
    const project = await proposed(desk, '甲', 160_000)
    const [found] = await problemsOf(desk.ask('projects.step', { project, event: decided(150_000.01) }))
    expect(found).toMatchObject({
      code: 'project.overcommitted',
      params: { community: '甲', freeFen: 15_000_000, neededFen: 15_000_001, byFen: 1 },
    })
    await goOn(desk, project, decided(100_000), step('filed', '2026-04-15'))
    const change = step('changed', '2026-05-01', { amountFen: 15_000_001, body: '居民代表会议', reason: '价格上涨' })
    expect(await problemsOf(desk.ask('projects.step', { project, event: change }))).toMatchObject([
      { params: { freeFen: 5_000_000, byFen: 1 } },
    ])
    await goOn(desk, project, { ...change, amountFen: 15_000_000 })
    expect(await accountOf('甲')).toMatchObject({ freeFen: 0, committedFen: 15_000_000 })
  })

  it('refuses before the money is there, and a stop that is taken back when it is gone', async () => {
    const first = await proposed(desk, '甲', 100_000, '2026-02-01')
    expect(await codesOf(desk.ask('projects.step', { project: first, event: decided(100_000, '2026-03-09') }))).toEqual([
      'project.overcommitted',
    ])
    await goOn(desk, first, decided(100_000), step('stopped', '2026-04-20', { reason: '不再需要' }))
    await goOn(desk, await proposed(desk, '甲', 100_000, '2026-05-01'), decided(100_000, '2026-05-10'))
    expect(await codesOf(desk.ask('projects.takeBack', { project: first, position: 2 }))).toEqual(['project.overcommitted'])
  })

  it('takes one round of proposals a quarter, and urgent ones at any time', async () => {
    await proposed(desk, '甲', 1000, '2026-04-01')
    await proposed(desk, '甲', 1000, '2026-04-01')
    expect(await problemsOf(proposed(desk, '甲', 1000, '2026-06-30'))).toMatchObject([
      { code: 'project.rounds', params: { other: '2026-04-01' } },
    ])
    await proposed(desk, '甲', 1000, '2026-06-30', { urgent: '水管爆裂' })
    await proposed(desk, '甲', 1000, '2026-07-01')
    expect((await desk.ask('projects.list')).projects.map((each) => each.number)).toEqual(['01', '02', '03', '04'])
  })

  it('keeps to the rounds also where the day of a proposal or its urgency is changed', async () => {
    await proposed(desk, '甲', 1000, '2026-04-01')
    const second = await proposed(desk, '甲', 1000, '2026-07-01')
    const urgent = await proposed(desk, '甲', 1000, '2026-06-30', { urgent: '水管爆裂' })
    const correct = (date: string) => desk.ask('projects.step', { project: second, position: 0, event: step('proposed', date) })
    expect(await problemsOf(correct('2026-04-02'))).toMatchObject([{ code: 'project.rounds', params: { other: '2026-04-01' } }])
    await correct('2026-07-02')
    await correct('2026-04-01')
    const isUsual = { cells: [{ project: urgent, field: 'urgent', text: '' }] }
    expect(await problemsOf(desk.ask('projects.edit', isUsual))).toMatchObject([
      { code: 'project.rounds', params: { other: '2026-04-01' } },
    ])
    expect((await desk.ask('projects.supervision')).findings.filter((each) => each.kind === 'rounds')).toEqual([])
  })

  it('says what is wrong at its place', async () => {
    expect(await codesOf(proposed(desk, '甲', 1000, '2026-11-24'))).toEqual(['project.dayAhead'])
    expect(await codesOf(proposed(desk, '甲', 1000, '2025-12-31'))).toEqual(['project.dayBeforeYear'])
    expect(await codesOf(proposed(desk, '甲', 1000, '2026-04-01', { category: 'gold' }))).toEqual(['project.categoryUnknown'])
    expect(await codesOf(proposed(desk, '丁', 1000))).toEqual(['project.communityGone'])
    const project = await proposed(desk, '甲', 1000)
    expect(await codesOf(desk.ask('projects.step', { project, event: step('paid', '2026-04-02', { amountFen: 1 }) }))).toEqual([
      'project.paidBefore',
    ])
    await goOn(desk, project, decided(1000))
    expect(await codesOf(desk.ask('projects.remove', { project }))).toEqual(['project.underWay'])
    const given = await proposed(desk, '乙', 1000)
    await goOn(desk, given, step('stopped', '2026-04-02', { reason: '不再需要' }))
    expect(await problemsOf(desk.ask('projects.remove', { project: given }))).toMatchObject([
      { code: 'project.underWay', params: { purpose: '楼道照明', step: '终止', date: '2026-04-02' } },
    ])
  })

  it('says that there is no such step where one was just taken back', async () => {
    const project = await proposed(desk, '甲', 1000)
    const { revision } = (await desk.ask('app.status')).plan!
    const told = [{ code: 'project.stepUnknown', params: { purpose: '楼道照明', value: 2, count: 1 } }]
    expect(await problemsOf(desk.ask('projects.step', { project, event: decided(1000), position: 1 }))).toMatchObject(told)
    expect(await problemsOf(desk.ask('projects.takeBack', { project, position: 1 }))).toMatchObject(told)
    expect((await desk.ask('app.status')).plan!.revision).toBe(revision)
  })

  it('refuses a payment above the contract, and says by how much', async () => {
    const project = await proposed(desk, '甲', 1000)
    await goOn(desk, project, ...toTheEnd(1000).slice(0, 6))
    const event = step('paid', '2026-05-10', { amountFen: 100_050 })
    expect(await problemsOf(desk.ask('projects.step', { project, event }))).toMatchObject([
      { code: 'project.paidAboveContract', params: { byFen: 50 } },
    ])
  })

  it.each(['purpose', 'note', 'urgent'] as const)('refuses a personal number in %s', async (part) => {
    expect(await codesOf(proposed(desk, '甲', 1000, '2026-04-01', { [part]: '联系 13812345678' }))).toEqual(['text.mobile'])
    expect(await codesOf(proposed(desk, '甲', 1000, '2026-04-01', { [part]: '11010519491231002X' }))).toEqual(['text.identity'])
    const project = await proposed(desk, '甲', 1000)
    const cell = { project, field: part, text: '13812345678' }
    expect(await codesOf(desk.ask('projects.edit', { cells: [cell] }))).toEqual(['text.mobile'])
    expect(await codesOf(desk.ask('projects.step', { project, event: { ...decided(1000), body: '13812345678' } }))).toEqual(['text.mobile'])
  })

  it('is edited by cells, all or none', async () => {
    const project = await proposed(desk, '甲', 1000)
    await desk.ask('projects.edit', {
      cells: [
        { project, field: 'plannedFen', text: '0.2万元' },
        { project, field: 'category', text: '服务' },
      ],
    })
    expect((await desk.ask('projects.get', project)).project).toMatchObject({ plannedFen: 200_000, category: 'services' })
    const cells = [
      { project, field: 'purpose', text: '新路灯' },
      { project, field: 'cases', text: '几户' },
    ]
    expect(await problemsOf(desk.ask('projects.edit', { cells }))).toMatchObject([
      { code: 'project.countExpected', place: { indicator: 'cases' } },
    ])
    expect((await desk.ask('projects.get', project)).project.purpose).toBe('楼道照明')
  })

  it('is closed with its year, and opened again', async () => {
    const project = await proposed(desk, '甲', 1000)
    await desk.ask('projects.close', { year: 2026, closed: true })
    expect(await codesOf(desk.ask('projects.step', { project, event: decided(1000) }))).toEqual(['project.yearClosed'])
    expect(await codesOf(desk.ask('projects.remove', { project }))).toEqual(['project.yearClosed'])
    expect((await desk.ask('projects.list')).projects).toHaveLength(1)
    expect((await desk.ask('projects.list')).closed).toBe(true)
    await desk.ask('projects.close', { year: 2026, closed: false })
    await goOn(desk, project, decided(1000))
  })

  it('goes on while the year is adopted', async () => {
    await desk.ask('plan.adopt', { title: '2026年方案' })
    await goOn(desk, await proposed(desk, '甲', 1000), ...toTheEnd(1000))
    expect((await desk.ask('projects.list')).projects).toMatchObject([{ state: 'closed' }])
  })

  it('is undone and done again, and told in the log', async () => {
    const project = await proposed(desk, '甲', 1000)
    await goOn(desk, project, decided(1000))
    const before = await desk.ask('projects.accounts')
    await desk.ask('history.undo')
    expect((await desk.ask('projects.list')).projects).toMatchObject([{ state: 'proposed', committedFen: 0 }])
    await desk.ask('history.redo')
    expect(await desk.ask('projects.accounts')).toEqual(before)
    expect(JSON.stringify(await desk.ask('history.list', {}))).toContain('甲 楼道照明：议决 2026-04-10')
  })
})

describe('a project of a community that was merged', () => {
  it('is entered under the other, and what it had goes there', async () => {
    desk = await smallPlan({ 甲: MATURE, 乙: MATURE }, 2025)
    await desk.ask('receipts.add', {
      entries: ['甲', '乙'].map((name) => ({ key: keyOf(name), payer: 'city', date: '2025-03-01', amountFen: 1_000_000 })),
    })
    const project = await proposed(desk, '甲', 8000, '2025-04-01')
    await goOn(desk, project, decided(8000, '2025-05-01'), step('filed', '2025-05-02'), step('started', '2025-05-03'))
    await desk.ask('years.start', { year: 2026 })
    await desk.ask('units.merge', { date: '2026-01-10', keys: [keyOf('甲'), keyOf('乙')], into: { key: keyOf('乙') } })
    const found = await problemsOf(
      desk.ask('projects.add', { key: keyOf('甲'), plan: { purpose: '路灯', category: 'services', plannedFen: 1 } }),
    )
    expect(found).toMatchObject([{ code: 'project.communityMerged', params: { community: '甲', other: '乙', year: 2026 } }])
    await goOn(desk, project, step('paid', '2026-02-01', { amountFen: 300_000 }))
    const { communities } = await desk.ask('projects.accounts')
    expect(communities).toMatchObject([
      { name: '乙', carryFen: 2_000_000, carryFrom: 'register', paidFen: 300_000, committedFen: 500_000, freeFen: 1_200_000 },
    ])
    const other = await desk.ask('projects.add', {
      key: keyOf('乙'),
      proposed: '2026-02-01',
      plan: { purpose: '路灯', category: 'services', plannedFen: 1 },
    })
    expect(await problemsOf(desk.ask('projects.step', { project: other, event: decided(12_000.01, '2026-02-02') }))).toMatchObject([
      { code: 'project.overcommitted', params: { freeFen: 1_200_000, byFen: 1 } },
    ])
  })
})

describe('rounds of communities that are merged within the year', () => {
  it('are those that each of them had', async () => {
    await proposed(desk, '甲', 1000, '2026-04-01')
    await proposed(desk, '丙', 1000, '2026-04-02')
    const rules = (await desk.ask('projects.list')).rules
    await desk.ask('projects.rules', { ...rules, rounds: null })
    await proposed(desk, '乙', 1000, '2026-04-01')
    await proposed(desk, '乙', 1000, '2026-04-03')
    await desk.ask('projects.rules', rules)
    await desk.ask('units.merge', { date: '2026-04-10', keys: [keyOf('甲'), keyOf('乙'), keyOf('丙')], into: { key: keyOf('丙') } })
    const { findings } = await desk.ask('projects.supervision')
    expect(findings.filter((each) => each.kind === 'rounds')).toMatchObject([{ key: keyOf('丙'), word: '2026-04-01、2026-04-03' }])
  })
})

describe('money of communities that are merged within the year', () => {
  it('goes to the last heir, and what came in counts for his dues', async () => {
    desk = await smallPlan({ 甲: MATURE, 乙: MATURE, 丙: MATURE }, 2026)
    await desk.ask('receipts.add', { entries: [{ key: keyOf('甲'), payer: 'city', date: '2026-03-01', amountFen: 1_000_000 }] })
    await desk.ask('units.merge', { date: '2026-04-10', keys: [keyOf('甲'), keyOf('乙')], into: { key: keyOf('乙') } })
    await desk.ask('units.merge', { date: '2026-05-10', keys: [keyOf('乙'), keyOf('丙')], into: { key: keyOf('丙') } })
    expect((await desk.ask('projects.accounts')).communities).toMatchObject([{ name: '丙', gone: false, receivedFen: 1_000_000 }])
    const { communities, payers, receipts, merged } = await desk.ask('receipts.list')
    expect(merged).toEqual([{ key: keyOf('甲'), name: '甲', into: keyOf('丙') }])
    expect(communities.map((each) => [each.name, each.payers.map(({ receivedFen }) => receivedFen)])).toEqual([['丙', [1_000_000, 0]]])
    expect(payers.map((each) => each.receivedFen)).toEqual([1_000_000, 0])
    await desk.ask('receipts.remove', { year: 2026, key: keyOf('甲'), id: receipts[0]!.id })
    expect(JSON.stringify(await desk.ask('history.list', {}))).toContain('甲 2026-03-01')
  })
})

it('the payers of money of a year before that came in this year add up to the community', async () => {
  desk = await smallPlan({ 甲: MATURE }, 2025)
  const policy = structuredClone(await desk.ask('policy.get', {}))
  const { split: _, payers: __, ...allocation } = policy.allocation
  await desk.ask('policy.add', { document: { ...policy, id: 'whole', examples: [], allocation } })
  await desk.ask('policy.use', { id: 'whole' })
  const entries = ['2025-03-01', '2026-02-01'].map((date) => ({ key: keyOf('甲'), payer: 'all', date, amountFen: 1_000_000 }))
  await desk.ask('receipts.add', { entries })
  await desk.ask('years.start', { year: 2026 })
  await desk.ask('policy.use', { id: policy.id })
  const { communities, payers, byPayer, total } = await desk.ask('projects.accounts')
  expect(payers.map(({ name }) => name.zh)).toEqual(['市级', '区县级', '拨款单位'])
  expect(byPayer['all']).toMatchObject({ receivedFen: 1_000_000 })
  for (const part of ['carryFen', 'receivedFen', 'paidFen', 'committedFen', 'freeFen'] as const)
    expect(payers.reduce((sum, { key }) => sum + communities[0]!.byPayer[key]![part], 0)).toBe(total[part])
})

describe('ledger and register', () => {
  it('are compared, and where they differ it is told', async () => {
    await goOn(desk, await proposed(desk, '甲', 1000), ...toTheEnd(1000))
    await desk.ask('ledger.update', {
      edits: [
        { key: keyOf('甲'), field: 'spent', fen: 90_000 },
        { key: keyOf('乙'), field: 'spent', fen: 0 },
      ],
    })
    expect((await desk.ask('projects.accounts')).problems).toMatchObject([
      {
        code: 'project.ledgerSpent',
        level: 'warning',
        params: { ledgerFen: 90_000, otherFen: 100_000, byFen: 10_000 },
        place: { community: '甲' },
      },
    ])
    await desk.ask('ledger.update', { edits: [{ key: keyOf('甲'), field: 'spent', fen: 100_000 }] })
    expect((await desk.ask('projects.accounts')).problems).toEqual([])
  })
})

describe('a forbidden use', () => {
  it.each(['办公费', '办公费用补贴', '购买办公用品', '发放工资'])('is found by the delivered words in %s', (purpose) =>
    expect(forbiddenWordIn({ purpose, note: '' }, DELIVERED_RULES.forbidden)).not.toBeNull(),
  )

  it('is suspected by its words, confirmed by a person, and then goes no further', async () => {
    const project = await proposed(desk, '甲', 1000, '2026-04-01', { purpose: '春节招待费' })
    const kinds = async () =>
      (await desk.ask('projects.supervision')).findings.filter((each) => each.number !== null).map((each) => `${each.kind} ${each.word}`)
    expect(await kinds()).toEqual(['suspected 招待'])
    await desk.ask('projects.answer', { project, use: { answer: 'allowed', reason: '居民春节活动' } })
    expect(await kinds()).toEqual([])
    await desk.ask('projects.answer', { project, use: { answer: 'forbidden', reason: '公务接待' } })
    expect(await kinds()).toEqual(['forbidden 招待'])
    expect(await codesOf(desk.ask('projects.step', { project, event: decided(1000) }))).toEqual(['project.useForbidden'])
    await goOn(desk, project, step('stopped', '2026-04-12', { reason: '禁止的用途' }))
  })

  it('keeps a use that has projects', async () => {
    await proposed(desk, '甲', 1000)
    const { rules } = await desk.ask('projects.list')
    const without = { ...rules, categories: rules.categories.filter((each) => each.key !== 'environment') }
    expect(await problemsOf(desk.ask('projects.rules', without))).toMatchObject([{ code: 'project.categoryUsed', params: { count: 1 } }])
    await desk.ask('projects.rules', { ...rules, rounds: null, filingDays: 3 })
    expect((await desk.ask('projects.list')).rules).toMatchObject({ rounds: null, filingDays: 3 })
  })
})

describe('the register of a year', () => {
  it('becomes indicators of the next year, which a policy can use', async () => {
    desk = await smallPlan({ 甲: MATURE, 乙: MATURE }, 2025)
    expect(await codesOf(desk.ask('projects.toIndicators', {}))).toEqual(['project.noNextYear'])
    await desk.ask('receipts.add', { entries: [{ key: keyOf('甲'), payer: 'city', date: '2025-03-01', amountFen: 1_000_000 }] })
    const project = await proposed(desk, '甲', 4000, '2025-04-01')
    const steps = [decided(4000, '2025-05-01'), step('filed', '2025-05-02'), step('started', '2025-05-03')]
    await goOn(desk, project, ...steps, step('paid', '2025-06-01', { amountFen: 250_000 }))
    await desk.ask('years.start', { year: 2026 })
    expect(await desk.ask('projects.toIndicators', { year: 2025 })).toEqual({ year: 2026, communities: 1 })
    const communities = await desk.ask('communities.list')
    const valuesOf = (name: string) => communities.find((each) => each.name === name)!.values
    expect(valuesOf('甲')).toMatchObject({ uncommittedCarryOver: 6000, executionRate: 0.25 })
    expect(valuesOf('乙')['uncommittedCarryOver'] ?? null).toBeNull()
    await desk.ask('history.undo')
    expect((await desk.ask('dictionary.get')).indicators.map((each) => each.key)).not.toContain('executionRate')
  })
})

describe('another class', () => {
  it('is told with what it leaves of the money of projects, or what is bound beyond it', async () => {
    await goOn(desk, await proposed(desk, '乙', 200_000), decided(200_000))
    const effects = await desk.ask('result.effects', { key: keyOf('乙'), class: 'A' })
    const own = effects.find((each) => each.key === 'spending')!
    expect(JSON.stringify(own)).toContain('已付和承诺20万元，超出结余和本年金额5万元')
    const [decidedOf] = await desk.ask('result.decided', { keys: [keyOf('乙')] })
    expect(decidedOf!.effects.find((each) => each.key === 'spending')!.lines).toMatchObject([{ zh: '已付和承诺20万元，还可安排10万元' }])
    const [other] = await desk.ask('result.decided', { keys: [keyOf('甲')] })
    expect(other!.effects.find((each) => each.key === 'spending')?.lines ?? []).toEqual([])
  })
})

it('nothing is idle or late in a year of which nobody has entered a project or a receipt', async () => {
  const { ask } = await openDesk()
  expect(await ask('projects.supervision')).toMatchObject({ kept: false, findings: [] })
  expect(await ask('projects.overdue')).toEqual({ findings: 0, communities: 0 })
  const { payers } = await ask('receipts.list')
  const key = (await ask('communities.list'))[0]!.key
  await ask('receipts.add', { entries: [{ key, payer: payers[0]!.key, date: '2023-05-08', amountFen: 100, document: '' }] })
  expect((await ask('projects.supervision')).kept).toBe(true)
  expect((await ask('projects.overdue')).communities).toBe(180)
})
