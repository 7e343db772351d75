import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { codesOf, keyOf, MATURE, OLD, openDesk, problemsOf, smallPlan } from '../../support/desk.ts'

const GANHETAN = '甘河滩社区'
const COURTYARD_TASKS = ['t-zj-1', 't-zj-3', 't-cg-2', 't-yj-1']

async function referencePlan() {
  const desk = await smallPlan({ 甲: MATURE, 乙: OLD })
  await desk.ask('catalogue.reference')
  return desk
}
const answersOf = async (desk: Awaited<ReturnType<typeof openDesk>>, key: string): Promise<Record<string, string>> =>
  Object.fromEntries((await desk.ask('catalogue.of', { key })).items.map((each) => [each.item, each.answer]))

describe('the sample city', () => {
  it('has the reference set: 73 tasks of 18 departments, 49 permanent, 12 staged and 12 occasional', async () => {
    const desk = await openDesk()
    const { items, problems } = await desk.ask('catalogue.get')
    const tasks = items.filter((each) => each.kind === 'task')
    const count = (duration: string): number => tasks.filter((each) => each.duration === duration).length
    expect([tasks.length, new Set(tasks.map((each) => each.department.zh)).size]).toEqual([73, 18])
    expect(['permanent', 'staged', 'occasional'].map(count)).toEqual([49, 12, 12])
    expect(tasks.every((each) => each.source === 'ours')).toBe(true)
    expect(problems).toEqual([])
  })

  it('sends no courtyard task to 甘河滩, and would as B with courtyards; the same effects tell money, measures, tasks and hours', async () => {
    const desk = await openDesk()
    const { key } = (await desk.ask('communities.list')).find((each) => each.name === GANHETAN)!
    const now = await answersOf(desk, key)
    expect(COURTYARD_TASKS.map((id) => now[id])).toEqual(['no', 'no', 'no', 'no'])
    expect(now['m-contact']).toBe('yes')

    const courtyards = ['courtyards', 'oldCourtyards', 'unmanagedCourtyards'].map((field) => ({ key, field, value: 8 }))
    const asB = { key, overrides: [{ key, class: 'B', reason: '试' }] }
    const bare = await desk.ask('whatif.effects', asB)
    const full = await desk.ask('whatif.effects', { ...asB, values: courtyards })
    const gained = (effects: typeof full, kind: string): string =>
      effects
        .find((each) => each.key === kind)!
        .after.map((each) => each.zh)
        .join()
    expect(gained(bare, 'tasks')).not.toContain('楼院安全巡查')
    expect(gained(full, 'tasks')).toContain('楼院安全巡查（120小时）')
    expect(full.map((each) => each.key)).toEqual(['money', 'measures', 'hours', 'tasks', 'services', 'targets', 'renovation'])
    expect(gained(full, 'measures')).toContain('三无楼院改造（数量1）')
    expect(full.find((each) => each.key === 'measures')!.before.map((each) => each.zh)).toContainEqual(
      expect.stringContaining('党员中心户联系'),
    )
  })

  it('tells the work of a scenario by class, district and subdistrict, each adding up to the whole', async () => {
    const desk = await openDesk()
    const { key } = (await desk.ask('communities.list')).find((each) => each.name === GANHETAN)!
    const work = await desk.ask('whatif.work', { overrides: [{ key, class: 'B', reason: '试' }] })
    expect(work.figures.map((each) => each.key)).toEqual([
      ...['money', 'measures', 'minutes', 'tasks', 'services'],
      ...['target g-contact', 'target g-grid', 'registerTargets'],
      'renovationYears',
    ])
    for (const level of [work.classes, work.districts, work.subdistricts])
      work.figures.forEach((_, at) => {
        for (const side of ['base', 'with'] as const)
          expect(level.reduce((sum, each) => sum + each.figures[at]![side], 0)).toBe(work.total.figures[at]![side])
      })
    const NOT_BY_DEPARTMENT = ['money', 'renovationYears']
    const minutes = work.total.figures[2]!
    expect(minutes.with).toBeGreaterThan(minutes.base)
    work.figures.forEach(({ key: figure }, at) => {
      const parts = work.departments.map((each) => each.figures[at]!)
      if (NOT_BY_DEPARTMENT.includes(figure)) expect(parts.every((each) => each === null)).toBe(true)
      else
        for (const side of ['base', 'with'] as const)
          expect(parts.reduce((sum, each) => sum + each![side], 0)).toBe(work.total.figures[at]![side])
    })
  })

  it('tells the work of two plans side by side, on the page and in the workbook; who is not there has nothing', async () => {
    const desk = await openDesk()
    const { key } = (await desk.ask('communities.list')).find((each) => each.name === GANHETAN)!
    const { id } = await desk.ask('scenarios.create', { name: '甘河滩归 B', overrides: [{ key, class: 'B', reason: '试' }] })
    const sides = { base: { kind: 'year', year: 2023 }, other: { kind: 'scenario', id } } as const
    const work = (await desk.ask('comparison.work', sides))!
    expect(work.classes.map((each) => each.class)).toEqual(['A', 'B', 'C', 'D'])
    const supposed = await desk.ask('whatif.work', { overrides: [{ key, class: 'B', reason: '试' }] })
    expect(work).toEqual(supposed)

    const book = read(Buffer.from((await desk.ask('comparison.export', sides)).base64, 'base64'))
    const lines = utils.sheet_to_json<unknown[]>(book.Sheets['措施与任务']!, { header: 1 })
    const at = work.figures.findIndex((each) => each.key === 'minutes')
    const [was, is] = [work.total.figures[at]!.base / 60, work.total.figures[at]!.with / 60]
    const header = lines.findIndex((line) => line.includes('下派任务工时（小时） 基准'))
    const column = lines[header]!.indexOf('下派任务工时（小时） 基准')
    const total = lines.slice(header).find((line) => line[0] === '合计')!
    expect([total[column], total[column + 1], total[column + 2]]).toEqual([was, is, is - was])

    // The year before has the communities of its own year; a kept plan has no lists.
    const years = await desk.ask('comparison.work', { base: { kind: 'year', year: 2022 }, other: { kind: 'year', year: 2023 } })
    expect(years!.total.count).toBe(180)
    expect(await desk.ask('comparison.work', { ...sides, base: { kind: 'lastYear', year: 2023 } })).toBeNull()
  })

  it('accounts for hours: classes, departments, places and communities to the same sum; last year beside it', async () => {
    const desk = await openDesk()
    const account = await desk.ask('catalogue.burden')
    const sent = (list: readonly { burden: typeof account.total }[]): number =>
      list.reduce((sum, each) => sum + each.burden.sent.minutes, 0)
    const total = account.total.sent.minutes
    expect(account.total.all.tasks).toBe(73 * 180)
    expect(
      [
        account.classes,
        account.departments,
        account.communities,
        account.places.filter((each) => each.subdistrict === null),
        account.places.filter((each) => each.subdistrict !== null),
      ].map(sent),
    ).toEqual([total, total, total, total, total])
    expect(account.lastYear?.year).toBe(2022)
    expect(Object.keys(account.lastYear!.communities)).toHaveLength(180)
  })
})

describe('a catalogue of a plan', () => {
  it('is empty at first, comes with one click, and goes with one undo', async () => {
    const desk = await smallPlan({ 甲: MATURE })
    expect((await desk.ask('catalogue.get')).items).toEqual([])
    expect((await desk.ask('result.effects', { key: keyOf('甲'), class: 'B' })).map((each) => each.key)).toEqual(['money'])
    expect(await desk.ask('catalogue.reference')).toEqual({ added: 104 })
    expect(await desk.ask('catalogue.reference')).toEqual({ added: 0 })
    await desk.ask('history.undo')
    expect((await desk.ask('catalogue.get')).items).toEqual([])
  })

  it('is edited as it is typed: condition, answers, hours, quantity; each step in the log and taken back', async () => {
    const desk = await referencePlan()
    const edit = (field: string, text: string) => desk.ask('catalogue.edit', { edits: [{ id: 't-zz-1', field, text }] })
    const item = async () => (await desk.ask('catalogue.get')).items.find((each) => each.id === 't-zz-1')!
    await edit('when', '楼院>0 或（区位=乡镇 且 老年人占比≥25%）')
    expect((await item()).when).toEqual({
      kind: 'any',
      of: [
        { kind: 'compare', indicator: 'courtyards', operator: '>', value: 0 },
        {
          kind: 'all',
          of: [
            { kind: 'category', indicator: 'location', anyOf: ['township'] },
            { kind: 'compare', indicator: 'elderlyShare', operator: '>=', value: 0.25 },
          ],
        },
      ],
    })
    await edit('class:D', '否')
    await edit('minutes', '2.5')
    await edit('quantity', '常住户数×1/15')
    expect(await item()).toMatchObject({
      answers: { D: 'no' },
      minutes: 150,
      quantity: { kind: 'rate', indicator: 'residentHouseholds', rate: 1, per: 15 },
    })
    await desk.ask('history.undo')
    expect((await item()).quantity).toBeUndefined()
    const steps = await desk.ask('history.list', {})
    expect(steps.find((each) => each.operation === 'catalogue.edit')).toMatchObject({ undone: true })
  })

  it.each([
    ['minutes', '-1', 'catalogue.negative'],
    ['minutes', '很多', 'catalogue.numberExpected'],
    ['when', '楼房多', 'catalogue.conditionUnreadable'],
    ['when', '没有的指标>0', 'policy.indicatorUnknown'],
    ['class:A', '也许', 'catalogue.choiceUnknown'],
    ['quantity', '区位×1', 'catalogue.quantityUnreadable'],
    ['title', ' ', 'catalogue.fieldMissing'],
    ['kind', '服务', 'catalogue.kindFixed'],
  ])('refuses %s = %s in words, and changes nothing', async (field, text, code) => {
    const desk = await referencePlan()
    const before = (await desk.ask('catalogue.get')).items
    const edits = [
      { id: 't-zz-2', field: 'minutes', text: '3' },
      { id: 't-zz-1', field, text },
    ]
    expect(await codesOf(desk.ask('catalogue.edit', { edits }))).toEqual([code])
    expect((await desk.ask('catalogue.get')).items).toEqual(before)
  })

  it('refuses a second item with an id, and finds an id of its own', async () => {
    const desk = await referencePlan()
    const given = { kind: 'task' as const, title: '新事项', department: '民政局' }
    expect(await codesOf(desk.ask('catalogue.add', { ...given, id: 't-mz-1' }))).toEqual(['catalogue.idTwice'])
    expect(await desk.ask('catalogue.add', given)).toEqual({ id: 't-own-1' })
  })

  it('says that a condition rests on a retired indicator, and leaves its answers undecided', async () => {
    const desk = await referencePlan()
    await desk.ask('catalogue.edit', { edits: [{ id: 't-zz-1', field: 'when', text: '民宿>0' }] })
    await desk.ask('dictionary.retireIndicator', { key: 'homestays' })
    const { problems } = await desk.ask('catalogue.get')
    expect(problems).toContainEqual(expect.objectContaining({ code: 'catalogue.indicatorRetired', place: { path: '党员发展和教育管理' } }))
    const { items } = await desk.ask('catalogue.of', { key: keyOf('甲'), kind: 'task' })
    expect(items.find((each) => each.item === 't-zz-1')).toMatchObject({ answer: 'unknown', needs: ['homestays'] })
  })

  it('withdraws what is used instead of deleting it; what is withdrawn resolves no more and comes back', async () => {
    const desk = await referencePlan()
    const decision = { key: keyOf('甲'), item: 't-zz-1', answer: 'no' as const, reason: '会议' }
    await desk.ask('catalogue.decide', decision)
    expect(await codesOf(desk.ask('catalogue.remove', { id: 't-zz-1' }))).toEqual(['catalogue.used'])
    await desk.ask('catalogue.remove', { id: 't-zz-2' })
    await desk.ask('catalogue.withdraw', { ids: ['t-zz-1'], withdrawn: true })
    expect(await answersOf(desk, keyOf('甲'))).not.toHaveProperty('t-zz-1')
    expect(await codesOf(desk.ask('catalogue.decide', decision))).toEqual(['catalogue.withdrawn'])
    await desk.ask('catalogue.withdraw', { ids: ['t-zz-1'], withdrawn: false })
    expect(await answersOf(desk, keyOf('甲'))).toHaveProperty('t-zz-1', 'no')
  })

  it('stays as adopted: neither edited nor decided nor deleted until the adoption is taken back; progress goes on', async () => {
    const desk = await openDesk()
    const { year } = (await desk.ask('app.status')).plan!
    await desk.ask('plan.adopt', { title: '定稿', ...({} as object) })
    const edits = [{ id: 't-zz-1', field: 'minutes', text: '1' }]
    expect(await codesOf(desk.ask('catalogue.edit', { edits }))).toEqual(['plan.frozen'])
    const { key } = (await desk.ask('communities.list'))[0]!
    expect(await codesOf(desk.ask('catalogue.decide', { key, item: 't-zz-1', answer: 'no', reason: '会议' }))).toEqual(['plan.frozen'])
    expect(await problemsOf(desk.ask('catalogue.remove', { id: 't-zz-1' }))).toMatchObject([
      { code: 'catalogue.used', params: { where: `${year}年定稿的方案` } },
    ])
    const cell = { field: 'done' as const, key, item: 'm-visits', period: 1, text: '12户' }
    expect(await desk.ask('catalogue.enter', { cells: [cell] })).toEqual({ entered: 1 })
  })
})

describe('what is decided and counted', () => {
  it('is an addition or exception by hand, with its reason, and is taken back', async () => {
    const desk = await referencePlan()
    await desk.ask('catalogue.decide', { key: keyOf('甲'), item: 'm-contact', answer: 'yes', reason: '老人多' })
    const { items } = await desk.ask('catalogue.of', { key: keyOf('甲'), kind: 'measure' })
    expect(items.find((each) => each.item === 'm-contact')).toMatchObject({ answer: 'yes', why: 'hand', reason: '老人多' })
    await desk.ask('catalogue.undecide', { key: keyOf('甲'), item: 'm-contact' })
    expect(await answersOf(desk, keyOf('甲'))).toHaveProperty('m-contact', 'no')
  })

  it.each([
    ['张三', 'catalogue.nameInCounts'],
    ['李某', 'catalogue.nameInCounts'],
    ['-3', 'catalogue.countExpected'],
    ['2.5', 'catalogue.countExpected'],
  ])('refuses %s among counts, with the others of the paste', async (text, code) => {
    const desk = await referencePlan()
    const cell = { key: keyOf('乙'), item: 's-pension', field: 'people' as const }
    const other = { ...cell, field: 'cases' as const, text: '40' }
    expect(await problemsOf(desk.ask('catalogue.enter', { cells: [other, { ...cell, text }] }))).toMatchObject([
      { code, params: { value: text }, place: { community: '乙' } },
    ])
    expect((await desk.ask('catalogue.services')).services.find((each) => each.id === 's-pension')).toMatchObject({ offered: 0 })
  })

  it('adds up services that are offered: people, cases, minutes and metres', async () => {
    const desk = await referencePlan()
    const cell = { key: keyOf('乙'), item: 's-pension' }
    await desk.ask('catalogue.enter', {
      cells: [
        { ...cell, field: 'people', text: '30人' },
        { ...cell, field: 'cases', text: '40' },
        { ...cell, field: 'metres', text: '2,500米' },
      ],
    })
    const [pension] = (await desk.ask('catalogue.services')).services.filter((each) => each.id === 's-pension')
    expect(pension).toMatchObject({ offered: 1, people: 30, cases: 40, minutes: 600, metres: 100_000 })
    await desk.ask('catalogue.unoffer', cell)
    expect((await desk.ask('catalogue.services')).services.find((each) => each.id === 's-pension')).toMatchObject({ offered: 0 })
  })

  it('keeps measures by period: quarters end at four', async () => {
    const desk = await referencePlan()
    const cell = { field: 'planned' as const, key: keyOf('甲'), item: 'm-visits', text: '100' }
    await desk.ask('catalogue.enter', { cells: [{ ...cell, period: 4 }] })
    expect((await desk.ask('catalogue.of', { key: keyOf('甲') })).counts).toEqual([
      { key: keyOf('甲'), item: 'm-visits', period: 4, planned: 100, done: null },
    ])
    expect(await codesOf(desk.ask('catalogue.enter', { cells: [{ ...cell, period: 5 }] }))).toEqual(['catalogue.periodUnknown'])
  })
})

describe('may this task be sent?', () => {
  it('answers every line of a pasted list: by id or name, with the reason, and what it does not know', async () => {
    const desk = await referencePlan()
    const lines = [
      { task: '楼院安全巡查', community: '甲' },
      { task: 't-ga-1', community: '乙' },
      { task: '楼院安全检查', community: '甲' },
      { task: '楼院安全巡查', community: '丙' },
    ]
    const found = await desk.ask('catalogue.ask', { lines })
    expect(found.map((each) => each.resolved?.answer ?? each.problem?.code)).toEqual([
      'yes',
      'unknown',
      'catalogue.taskUnknown',
      'plan.communityUnknown',
    ])
    expect(found[2]!.problem!.params).toEqual({ value: '楼院安全检查', like: '楼院安全巡查' })
    expect(found[1]!.resolved!.needs).toEqual(expect.arrayContaining(['rentalBuildings']))
  })

  it("lists a department's tasks with every community once", async () => {
    const desk = await referencePlan()
    const tasks = await desk.ask('catalogue.department', { department: '住建局' })
    expect(tasks.map((each) => each.id)).toEqual(['t-zj-1', 't-zj-2', 't-zj-3', 't-zj-4'])
    for (const { communities } of tasks) expect(Object.values(communities).flat().sort()).toEqual([keyOf('甲'), keyOf('乙')].sort())
  })
})

it('plans the year by month; the months of a line are its whole', async () => {
  const desk = await referencePlan()
  const { communities, lines } = await desk.ask('catalogue.plan', { department: '住建局' })
  expect(communities).toBe(2)
  for (const { months, total } of lines) expect(months.reduce((sum, each) => sum + each, 0)).toBe(total)
  expect(lines.find((each) => each.id === 't-zj-2')!.months).toEqual([0, 0, 2, 0, 0, 2, 0, 0, 2, 0, 0, 2])
})

it('comes back from Excel and from a file as it was; a sheet changes what it says, and a wrong one nothing', async () => {
  const desk = await referencePlan()
  const before = (await desk.ask('catalogue.get')).items
  for (const form of ['xlsx', 'json'] as const) {
    const { fileName, base64 } = await desk.ask('catalogue.export', { form })
    const other = await smallPlan({ 甲: MATURE }, 2026)
    expect(await other.ask('catalogue.import', { fileName, base64 })).toMatchObject({ added: 104, changed: 0, problems: [] })
    expect((await other.ask('catalogue.get')).items).toEqual(before)
    await other.close()
  }
  const wrong = '代号,种类,名称,部门,其余类别,年工时（小时）\nt-x-1,任务,新一,民政局,可,-5\nt-x-1,任务,新二,民政局,可,5\n'
  const file = { fileName: '目录.csv', base64: Buffer.from(wrong).toString('base64') }
  expect(await problemsOf(desk.ask('catalogue.import', file))).toMatchObject([
    { code: 'catalogue.negative', place: { file: '目录.csv', row: 2, column: '年工时（小时）' } },
  ])
  const twice = { ...file, base64: Buffer.from(wrong.replace('-5', '5')).toString('base64') }
  expect(await codesOf(desk.ask('catalogue.import', twice))).toEqual(['catalogue.idTwice'])
  expect((await desk.ask('catalogue.get')).items).toEqual(before)
})

it('goes on into the next year with what was decided, as a version of its own', async () => {
  const desk = await openDesk()
  await desk.ask('plan.useYear', { year: 2026 })
  const { key } = (await desk.ask('communities.list'))[0]!
  await desk.ask('catalogue.decide', { key, item: 't-zz-1', answer: 'no', reason: '会议' })
  await desk.ask('years.start', { year: 2027, overrides: 'keep' })
  expect((await desk.ask('catalogue.get')).exceptions).toMatchObject([{ key, item: 't-zz-1' }])
  await desk.ask('catalogue.edit', { edits: [{ id: 't-zz-1', field: 'minutes', text: '1' }] })
  const hours = async (): Promise<unknown> => (await desk.ask('catalogue.get')).items.find((each) => each.id === 't-zz-1')
  expect(await hours()).toMatchObject({ minutes: 60 })
  await desk.ask('plan.useYear', { year: 2026 })
  expect(await hours()).toMatchObject({ minutes: 3600 })
})
