import { read, utils } from 'xlsx'
import { beforeEach, describe, expect, it } from 'vitest'
import type { InputOf, OutputOf } from '../../../src-main/contract/operations.ts'
import { DELIVERED_TEAMS } from '../../../src-main/model/teams.ts'
import { codesOf, keyOf, MATURE, OLD, problemsOf, smallPlan, type Desk } from '../../support/desk.ts'
import { openApp } from '../../support/open-app.ts'

const NAMES = ['甲', '乙', '丙', '丁', '戊', '己'] as const
const asked = (more: Partial<InputOf<'teams.settings'>> = {}): InputOf<'teams.settings'> => ({
  ...DELIVERED_TEAMS,
  teams: 2,
  bureaus: [
    { key: 'police', name: { zh: '公安', en: 'Police' }, officers: 4, required: true },
    { key: 'justice', name: { zh: '司法', en: 'Justice' }, officers: 3, required: false },
  ],
  least: 1,
  ...more,
})
let desk: Desk
beforeEach(async () => {
  const kinds = NAMES.map((name, at) => [name, at < 3 ? MATURE : { ...OLD, residents: 3000 + 1000 * at }] as const)
  desk = await smallPlan(Object.fromEntries(kinds), 2026)
  await desk.ask('teams.settings', asked())
})
const posting = () => desk.ask('teams.get')
const solved = async () => {
  await desk.ask('teams.solve', {})
  await desk.ask('teams.take')
  return posting()
}
const teamOf = ({ communities }: OutputOf<'teams.get'>, name: string) => communities.find((each) => each.name === name)!.team

describe('a posting', () => {
  it('is solved, kept, undone and done again; its work adds up, with what is proven of it', async () => {
    const found = await solved()
    expect(found.teams.map((each) => each.officers).sort()).toEqual([3, 4])
    expect(found.teams.reduce((sum, each) => sum + each.communities, 0)).toBe(6)
    const work = found.communities.reduce((sum, each) => sum + each.work, 0)
    expect(found.teams.reduce((sum, each) => sum + each.work, 0)).toBe(work)
    expect(found.after!.mean).toBeCloseTo(work / 7, 9)
    expect(found.proof).toMatchObject({ proven: true, imbalance: found.after!.imbalance })
    expect(found.broken).toEqual([])
    await desk.ask('history.undo')
    expect((await posting()).staff).toEqual([])
    await desk.ask('history.redo')
    expect(await posting()).toEqual(found)
  })

  it('that nobody has solved since is not proven once a value that makes work has changed, and the old answer is not taken', async () => {
    await solved()
    await desk.ask('teams.solve', {})
    await desk.ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'residents', value: 9000 }] })
    expect((await posting()).proof).toBeNull()
    expect(await codesOf(desk.ask('teams.take'))).toEqual(['teams.stale'])
    await desk.ask('history.undo')
    expect((await posting()).proof).toMatchObject({ proven: true })
  })

  it('is changed by hand; what breaks is told at once, and put right with the fewest changes around what was moved', async () => {
    await desk.ask('teams.settings', asked({ most: 3 }))
    await solved()
    const before = await posting()
    const [from, to] = teamOf(before, '甲') === 1 ? [1, 2] : [2, 1]
    await desk.ask('teams.move', { keys: [keyOf('甲')], team: to })
    const moved = await posting()
    expect(moved.broken).toEqual([{ kind: 'most', value: '3', team: to, key: null, found: 4 }])
    expect(moved.proof).toBeNull()
    const repaired = await desk.ask('teams.repair', { kept: [keyOf('甲')] })
    expect(repaired).toMatchObject({ changes: 1, proven: true })
    await desk.ask('teams.take')
    const right = await posting()
    expect(repaired.imbalance).toBe(right.after!.imbalance)
    expect([right.broken, teamOf(right, '甲')]).toEqual([[], to])
    expect(right.communities.filter((each) => each.team === from)).toHaveLength(3)
    expect(await codesOf(desk.ask('teams.move', { keys: [keyOf('甲')], team: 3 }))).toEqual(['teams.teamUnknown'])
  })

  it('is put right around what was put somewhere by hand, as long as it stands there', async () => {
    await solved()
    const before = await posting()
    const other = teamOf(before, '甲') === 1 ? 2 : 1
    await desk.ask('teams.move', { keys: [keyOf('甲')], team: other })
    expect((await posting()).byHand).toEqual([keyOf('甲')])
    await desk.ask('history.undo')
    expect((await posting()).byHand).toEqual([])
    await desk.ask('history.redo')
    expect((await posting()).byHand).toEqual([keyOf('甲')])
    await solved()
    expect((await posting()).byHand).toEqual([])
  })

  it('leaves communities of a team that was given up without one, on every sheet and in every sum', async () => {
    await desk.ask('teams.settings', asked({ teams: 3, officersLeast: 1 }))
    const before = await solved()
    await desk.ask('teams.settle')
    await desk.ask('teams.settings', asked({ teams: 2 }))
    const now = await posting()
    const left = before.communities.filter(({ team }) => team === 3).map((each) => each.name)
    expect(now.communities.filter((each) => each.team === null).map((each) => each.name)).toEqual(left)
    expect(now.communities.filter((each) => each.today === 3).map((each) => each.name)).toEqual(left)
    expect(now.broken.filter((each) => each.team === null)).toHaveLength(left.length)
    const { Sheets } = read(Buffer.from((await desk.ask('teams.export', {})).base64, 'base64'))
    const rows = (name: string) => utils.sheet_to_json<Record<string, unknown>>(Sheets[name]!, { range: 3 })
    expect(rows('各队工作量').map((each) => [each['服务队'], each['社区数']])).toEqual([
      ...now.teams.map((each) => [String(each.team), each.communities]),
      ['无服务队', left.length],
    ])
    expect(rows('派驻（按队）').filter((each) => each['服务队'] === '无服务队')).toHaveLength(left.length)
    await desk.ask('teams.settle')
    expect((await posting()).communities.filter((each) => each.today === 3)).toEqual([])
  })

  it("is today's once it is settled, and next year begins with it", async () => {
    expect((await solved()).moved).toBe(0)
    await desk.ask('teams.settle')
    const settled = await posting()
    expect(settled.before).toEqual(settled.after)
    await desk.ask('teams.move', { keys: [keyOf('甲')], team: teamOf(settled, '甲') === 1 ? 2 : 1 })
    expect((await posting()).moved).toBe(1)
    await desk.ask('history.undo')
    await desk.ask('years.start', { year: 2027 })
    const next = await posting()
    expect(next.settings).toEqual(settled.settings)
    expect(next.communities.map(({ team, today }) => [team, today])).toEqual(settled.communities.map(({ team }) => [team, team]))
    expect(next.proof).toBeNull()
  })

  it('says why a team is as large as it is', async () => {
    await desk.ask('teams.settings', asked({ own: [keyOf('丙')] }))
    const found = await solved()
    const alone = found.teams.find((each) => each.team === teamOf(found, '丙'))!
    expect(alone).toMatchObject({ communities: 1, part: { communities: 1, teams: 1 } })
    expect(alone.binding).toContainEqual({ kind: 'own', value: keyOf('丙') })
    const other = found.teams.find((each) => each.team !== alone.team)!
    expect(other.part).toMatchObject({ districts: ['东区'], communities: 5, teams: 1, officers: other.officers, work: other.work })
  })

  it('costs what each demand costs', async () => {
    await desk.ask('teams.settings', asked({ own: [keyOf('丙')], most: null }))
    const { after } = await solved()
    // Against the best with all demands, whatever was moved by hand since.
    await desk.ask('teams.move', { keys: [keyOf('甲'), keyOf('乙')], team: teamOf(await posting(), '丙') })
    const { all, prices } = await desk.ask('teams.prices', {})
    expect(all).toMatchObject({ imbalance: after!.imbalance, proven: true })
    expect(prices.map(({ demand }) => demand.kind)).toEqual(['reach', 'least', 'own'])
    for (const { proof } of prices) expect(proof!.imbalance).toBeLessThanOrEqual(all!.imbalance)
    expect(prices[2]!.proof!.imbalance).toBeLessThan(all!.imbalance)
  })

  it('compares with the teams of today by their own officers, also of teams that are given up', async () => {
    const any = { officersLeast: 1, officersMost: 9 }
    await desk.ask('teams.settings', asked({ teams: 3, ...any }))
    await solved()
    await desk.ask('teams.settle')
    const today = await posting()
    expect(today.before).toEqual(today.after)
    await desk.ask('teams.settings', asked({ ...any, bureaus: [{ ...asked().bureaus[0]!, officers: 11 }] }))
    const now = (await solved()).teams
    expect((await posting()).before).toEqual(today.before)
    expect(now.map((each) => each.officers).sort()).toEqual([5, 6])
    expect(now.map((each) => each.todayOfficers)).toEqual(today.teams.slice(0, 2).map((each) => each.officers))
    await desk.ask('years.start', { year: 2027 })
    const next = await posting()
    expect(next.teams.map((each) => each.todayOfficers)).toEqual(now.map((each) => each.officers))
    expect(next.before).toEqual(next.after)
  })
})

describe('the class of a community', () => {
  it('makes its work, and everything is as it was when it is back', async () => {
    await desk.ask('teams.settings', asked({ classes: { A: { points: 0, visits: 1 }, D: { points: 500, visits: 4 } } }))
    const before = await solved()
    const effects = await desk.ask('result.effects', { key: keyOf('甲'), class: 'D' })
    expect(effects.find((each) => each.key === 'teamWork')!.becomes[0]!.after.zh).toMatch(/每周走访4次/)
    await desk.ask('overrides.set', { key: keyOf('甲'), class: 'D', reason: '试' })
    const during = await posting()
    const work = (found: OutputOf<'teams.get'>) => found.communities.find((each) => each.name === '甲')!
    expect(work(during).work).toBe(work(before).work + 5000 + 3 * 50)
    expect(work(during).visits).toBe(4)
    await desk.ask('overrides.clear', { key: keyOf('甲') })
    expect(await posting()).toEqual(before)
  })

  it('counts with the mean of the others where it or an indicator is unknown, and that is told', async () => {
    await desk.ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'residents', value: null }] })
    const { communities, problems } = await posting()
    expect(communities.find((each) => each.name === '甲')!.assumed).toContain('residents')
    expect(problems.find((each) => each.code === 'teams.assumed')?.params).toMatchObject({
      count: 1,
      names: '甲',
      labels: '常住人口、类别',
    })
  })
})

it('is a workbook: by team with every community, the work of each team, by subdistrict, and the duties', async () => {
  await desk.ask('teams.enter', { cells: [{ team: 1, duty: 'safety', per: 'quarter', period: 2, field: 'done', text: '5' }] })
  const found = await solved()
  const { base64 } = await desk.ask('teams.export', {})
  const { Sheets } = read(Buffer.from(base64, 'base64'), { cellNF: true })
  const rows = (name: string) => utils.sheet_to_json<Record<string, unknown>>(Sheets[name]!, { range: 3 })
  expect(Sheets['派驻（按队）']!['G5'], 'points with their decimal').toMatchObject({ t: 'n', z: '#,##0.0_ ' })
  expect(Object.keys(Sheets)).toEqual(['派驻（按队）', '各队工作量', '派驻（按街道）', '职责'])
  expect(rows('派驻（按队）').map((each) => each['社区'])).toHaveLength(6)
  expect(rows('各队工作量').map((each) => each['工作量（分）'])).toEqual(found.teams.map((each) => each.work / 10))
  expect(rows('职责')).toEqual([{ 服务队: '1', 职责: '安全检查', 时段: '2季度', 完成: 5 }])
})

it('the demands ask of the classes of the policy in use, whatever they are; what is said of none is told, and counts nothing', async () => {
  await desk.ask('policy.use', { id: 'flat-2018' })
  const found = await posting()
  const said = (of: typeof found) => of.problems.filter((each) => each.code === 'teams.classUnsaid').map((each) => each.params['names'])
  expect(Object.keys(found.settings.classes)).toEqual(found.classes)
  await desk.ask('teams.move', { keys: [keyOf('甲')], team: 1 })
  expect(said(await posting())).toEqual([found.classes.filter((each) => !(each in DELIVERED_TEAMS.classes)).join('、')])
  await desk.ask('teams.settings', found.settings)
  const saved = await posting()
  expect([saved.settings, said(saved)]).toEqual([found.settings, []])
})

it('an indicator that is gone counts nothing, and that is told by its name', async () => {
  await desk.ask('dictionary.retireIndicator', { key: 'appealsReceived' })
  const told = (await posting()).problems.find((each) => each.code === 'teams.weightGone')
  expect(told?.params['names']).toBe('12345热线诉求')
})

it('the change log tells what changed in words', async () => {
  const rows = async () => {
    const [last] = await desk.ask('history.list', { limit: 1 })
    const changes = await desk.ask('history.changes', { step: last!.id })
    return changes.rows.map(({ subject, name, field, before, after, told }) => [subject, name, field, before, after, told?.after.en])
  }
  await desk.ask('teams.settings', asked({ own: [keyOf('甲')], most: null, weights: [{ indicator: 'residents', per: 100, points: 2 }] }))
  expect(await rows()).toEqual([
    ['teamPlan', '2026', '每队最多社区数', '12', '不限', 'no limit'],
    ['teamPlan', '2026', '单独一支队的社区', '', '甲', '甲'],
    expect.arrayContaining(['指标计分', '常住人口每100计2分', 'Resident population: 2 points for each 100']),
  ])
  await desk.ask('teams.move', { keys: [keyOf('甲')], team: 2 })
  expect((await rows()).filter(([subject]) => subject === 'teamStaff').map((each) => each.slice(1, 5))).toEqual([
    ['第1队', '人数', '', '4（2+2）'],
    ['第2队', '人数', '', '3（2+1）'],
  ])
  await desk.ask('teams.enter', { cells: [{ team: 2, duty: 'party', per: 'quarter', period: 1, field: 'done', text: '5' }] })
  expect(await rows()).toEqual([['teamDuty', '第2队 党建联建 1季度', '完成', '', '5', '5']])
})

describe('what can not be', () => {
  it.each<[string, Partial<InputOf<'teams.settings'>>, string]>([
    ['more teams than communities', { teams: 7 }, 'teams.tooMany'],
    [
      'nobody of a required bureau',
      {
        bureaus: [
          { key: 'police', name: { zh: '公安', en: '' }, officers: 0, required: true },
          { key: 'other', name: { zh: '司法', en: '' }, officers: 7, required: false },
        ],
      },
      'teams.bureauEmpty',
    ],
    [
      'fewer officers than teams',
      { bureaus: [{ key: 'police', name: { zh: '公安', en: '' }, officers: 1, required: false }] },
      'teams.tooFewOfficers',
    ],
    ['demands that contradict each other', { most: 2 }, 'teams.contradiction'],
  ])('%s is told in words', async (_, settings, code) => {
    await desk.ask('teams.settings', asked(settings))
    expect(await codesOf(desk.ask('teams.solve', {}))).toEqual([code])
  })

  it('demands that contradict each other are named, and only those', async () => {
    await desk.ask('teams.settings', asked({ most: 2, own: [keyOf('甲')] }))
    const [problem] = await problemsOf(desk.ask('teams.solve', {}))
    expect(problem!.params['demands']).toBe('每队至多2个社区')
  })

  it('settings of what the plan does not have, and the number of somebody, are refused', async () => {
    const wrong = (more: Partial<InputOf<'teams.settings'>>) => codesOf(desk.ask('teams.settings', asked(more)))
    expect(await wrong({ weights: [{ indicator: 'nothing', per: 1, points: 1 }] })).toEqual(['teams.indicatorUnknown'])
    expect(await wrong({ classes: { Z: { points: 1, visits: 1 } } })).toEqual(['teams.classUnknown'])
    expect(
      await wrong({
        neighbours: [
          [
            { district: '东区', subdistrict: '一街道' },
            { district: '东区', subdistrict: '二街道' },
          ],
        ],
      }),
    ).toEqual(['teams.areaUnknown'])
    expect(await wrong({ own: ['x'] })).toEqual(['plan.communityUnknown'])
    expect(await wrong({ least: 4, most: 3, officersLeast: 4, officersMost: 3 })).toEqual(['teams.limitsCrossed', 'teams.limitsCrossed'])
    expect(await wrong({ bureaus: [{ key: 'police', name: { zh: '张 13912345678', en: '' }, officers: 7, required: false }] })).toEqual([
      'text.mobile',
    ])
  })

  it('a community without households and a subdistrict beside nothing are told, and solved all the same', async () => {
    await desk.ask('communities.add', { code: '', name: '庚', district: '东区', subdistrict: '二街道' })
    await desk.ask('communities.add', { code: '', name: '辛', district: '东区', subdistrict: '三街道' })
    await desk.ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'residentHouseholds', value: 0 }] })
    const area = (subdistrict: string) => ({ district: '东区', subdistrict })
    await desk.ask('teams.settings', asked({ teams: 2, neighbours: [[area('一街道'), area('二街道')]] }))
    const { problems } = await posting()
    expect(problems.map(({ code, params }) => [code, params['names']])).toEqual(
      expect.arrayContaining([
        ['teams.noHouseholds', '甲'],
        ['teams.island', '三街道'],
      ]),
    )
    const found = await solved()
    expect(found.communities.filter((each) => each.team === teamOf(found, '辛'))).toHaveLength(1)
  })

  it('is stopped within half a second when it is cancelled, and nothing is changed', async () => {
    const { service } = await openApp()
    const controller = new AbortController()
    let asked = 0
    const progress = (): void => {
      if (asked === 0) asked = performance.now()
      controller.abort()
    }
    await expect(service['teams.solve']({ seconds: 60 }, { signal: controller.signal, progress, host: 'test' })).rejects.toThrow(
      /取消|cancel/,
    )
    expect(performance.now() - asked).toBeLessThan(500)
    await expect(
      (async () => service['teams.take']({}, { signal: new AbortController().signal, progress, host: 'test' }))(),
    ).rejects.toThrow()
  })
})

describe('the seven duties', () => {
  const cell = { team: 1, duty: 'mediation', per: 'month', period: 3 } as const
  it('are counts of team and period, entered, taken away and undone', async () => {
    await desk.ask('teams.enter', {
      cells: [
        { ...cell, field: 'planned', text: '4次' },
        { ...cell, field: 'done', text: '3' },
      ],
    })
    expect(await desk.ask('teams.duties')).toEqual([{ ...cell, planned: 4, done: 3 }])
    await desk.ask('teams.enter', {
      cells: [
        { ...cell, field: 'planned', text: '' },
        { ...cell, field: 'done', text: '-' },
      ],
    })
    expect(await desk.ask('teams.duties')).toEqual([])
    await desk.ask('history.undo')
    expect(await desk.ask('teams.duties')).toEqual([{ ...cell, planned: 4, done: 3 }])
  })

  it('refuse names, parts of a count, periods that a year does not have, and teams that are not there', async () => {
    const enter = (more: object) => codesOf(desk.ask('teams.enter', { cells: [{ ...cell, field: 'done', text: '1', ...more }] }))
    expect(await enter({ text: '张某某' })).toEqual(['catalogue.nameInCounts'])
    expect(await enter({ text: '1.5' })).toEqual(['catalogue.countExpected'])
    expect(await enter({ per: 'quarter', period: 5 })).toEqual(['teams.periodUnknown'])
    expect(await enter({ team: 3 })).toEqual(['teams.teamUnknown'])
    expect(await desk.ask('teams.duties')).toEqual([])
  })
})

it('the delivered demands stay marked as ours until the department has put its own in their place, also after a posting', async () => {
  await desk.ask('teams.settings', DELIVERED_TEAMS)
  expect((await posting()).delivered).toBe(true)
  await desk.ask('teams.move', { keys: [keyOf('甲')], team: 1 })
  expect((await posting()).delivered).toBe(true)
  await desk.ask('teams.settings', { ...DELIVERED_TEAMS, visitPoints: 6 })
  expect((await posting()).delivered).toBe(false)
})
