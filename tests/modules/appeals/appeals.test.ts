import { beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../../src-main/contract/operations.ts'
import { codesOf, keyOf, MATURE, OLD, smallPlan, type Desk } from '../../support/desk.ts'

type Field = InputOf<'appeals.enter'>['cells'][number]['field']
type Source = InputOf<'appeals.enter'>['source']
const NAMES = ['甲', '乙', '丙'] as const

let desk: Desk
const enter = (
  values: Partial<Record<Field, string>>,
  { name = '甲', month = 3, source = 'hotline', subject = '' }: { name?: string; month?: number; source?: Source; subject?: string } = {},
) =>
  desk.ask('appeals.enter', {
    ...{ month, source, subject },
    cells: Object.entries(values).map(([field, text]) => ({ key: keyOf(name), field: field as Field, text })),
  })
const account = (source: Source | 'all' = 'hotline', months: { from?: number; to?: number } = {}) =>
  desk.ask('appeals.account', { source, ...months })
const line = async (name = '甲', source: Source | 'all' = 'hotline', months: { from?: number; to?: number } = {}) =>
  (await account(source, months)).communities.find((each) => each.key === keyOf(name))!

beforeEach(async () => {
  desk = await smallPlan({ 甲: { ...MATURE, residents: 8000 }, 乙: { ...OLD, residents: 200, floating: 20, elderly: 30 }, 丙: OLD }, 2026)
})

describe('what is entered', () => {
  it('is counted by month, source and subject; undo takes it back, the log names the community', async () => {
    await enter({ received: '12件', solved: '10', inTime: '9', days0: '4', days3: '3' })
    await enter({ received: '5', solved: '5' }, { subject: 'property' })
    await enter({ received: '7' }, { source: 'found' })
    const { rows } = await desk.ask('appeals.get', { month: 3, source: 'hotline', subject: '' })
    expect(rows.find((each) => each.key === keyOf('甲'))).toMatchObject({
      counts: { received: 12, solved: 10, inTime: 9, days0: 4, days3: 3, days7: null },
      all: { received: 17, solved: 15, inTime: 9 },
    })
    expect((await line('甲', 'all')).counts).toMatchObject({ received: 24, solved: 15 })
    const [step] = await desk.ask('history.list', { limit: 1 })
    expect(step!.summary).toBe('3月诉求：1个数')
    expect((await desk.ask('history.changes', { step: step!.id })).rows).toMatchObject([
      {
        subject: 'appealCount',
        name: '甲',
        field: '3月 社区自查 受理',
        before: null,
        after: 7,
        told: { field: { en: 'Month 3, Found by the community: Received' } },
      },
    ])
    await desk.ask('history.undo')
    expect((await line('甲', 'all')).counts.received).toBe(17)
  })

  it.each([
    [{ received: '3', solved: '4' }, 'appeals.partAboveWhole'],
    [{ solved: '4' }, 'appeals.wholeMissing'],
    [{ received: '5', solved: '4', inTime: '5' }, 'appeals.partAboveWhole'],
    [{ received: '5', solved: '4', days0: '3', daysMore: '2' }, 'appeals.partAboveWhole'],
    [{ received: '-1' }, 'catalogue.countExpected'],
    [{ received: '2.5' }, 'catalogue.countExpected'],
    [{ received: '110101199003070134' }, 'text.identity'],
    [{ received: '13812345678' }, 'text.mobile'],
    [{ received: '张三' }, 'catalogue.nameInCounts'],
  ] satisfies [Partial<Record<Field, string>>, string][])('refuses %j, and nothing is entered', async (values, code) => {
    expect(await codesOf(enter(values))).toEqual([code])
    expect((await account()).counted).toEqual([])
  })

  it('is told with what is too much, and does not repeat a number of somebody', async () => {
    await enter({ received: '5', solved: '5' })
    const { problems } = (await enter({ received: '4' }).catch((error: unknown) => error)) as { problems: { params: object }[] }
    expect(problems).toMatchObject([{ code: 'appeals.partAboveWhole', params: { value: 5, limit: 4 }, place: { community: '甲' } }])
    const personal = await enter({ received: '110101199003070134' }).catch((error: unknown) => JSON.stringify(error))
    expect(personal).not.toContain('19900307')
  })

  it('takes subjects of the list only; one that is used can be closed, and not taken out', async () => {
    expect(await codesOf(enter({ received: '1' }, { subject: 'nothing' }))).toEqual(['appeals.subjectUnknown'])
    await enter({ received: '1' }, { subject: 'property' })
    const subjects = (await desk.ask('appeals.subjects')).map(({ used: _, ...each }) => each)
    const without = subjects.filter((each) => each.id !== 'property')
    expect(await codesOf(desk.ask('appeals.saveSubjects', { subjects: without }))).toEqual(['appeals.subjectInUse'])
    const noise = { id: 'noise', label: { zh: '噪声扰民', en: 'Noise' }, closed: false }
    await desk.ask('appeals.saveSubjects', { subjects: [...subjects.map((each) => ({ ...each, closed: each.id === 'property' })), noise] })
    expect(await codesOf(enter({ received: '1' }, { subject: 'property' }))).toEqual(['appeals.subjectClosed'])
    await enter({ received: '1' }, { subject: 'noise' })
    expect((await account()).subjects.map((each) => each.id).sort()).toEqual(['noise', 'property'])
    const twice = [noise, { ...noise, id: 'again' }]
    expect(await codesOf(desk.ask('appeals.saveSubjects', { subjects: [...subjects, ...twice] }))).toEqual(['appeals.subjectTwice'])
  })
})

describe('the account', () => {
  it('tells days to close as bands, and the share in time with its exact interval', async () => {
    await enter({ received: '30', solved: '20', inTime: '18', days0: '4', days3: '6', days7: '7', daysMore: '3' })
    const own = await line()
    expect(own.closing).toEqual({ of: 20, median: 'days3', ninety: 'daysMore' })
    expect(own.inTime).toMatchObject({ of: 20, cases: 2, rate: 0.9 })
    // Clopper and Pearson for 18 of 20: 68.3 % to 98.8 %.
    expect(own.inTime!.low).toBeCloseTo(0.683, 3)
    expect(own.inTime!.high).toBeCloseTo(0.9877, 4)
  })

  it('counts per 1,000 residents only whom all months are known of, and names the others', async () => {
    for (const month of [1, 2]) {
      await enter({ received: '40' }, { month })
      if (month === 1) await enter({ received: '2' }, { name: '乙', month })
    }
    const { communities, funnel, total, counted } = await account()
    expect(counted).toEqual([1, 2])
    expect(communities.map(({ name, months, perThousand }) => [name, months, perThousand])).toEqual([
      ['丙', 0, null],
      ['乙', 1, null],
      ['甲', 2, 10],
    ])
    expect(funnel.withoutMonths.map((each) => each.name)).toEqual(['丙', '乙'])
    expect(total).toMatchObject({ communities: 3, without: 2, perThousand: 10, counts: { received: 82 } })
    expect((await line('乙', 'hotline', { to: 1 })).perThousand).toBe(10)
  })

  it('never calls a community of 200 the worst by chance, and names a large one that has more than chance explains', async () => {
    await enter({ received: '80' })
    await enter({ received: '4' }, { name: '乙' })
    await enter({ received: '40' }, { name: '丙' })
    const lines = await Promise.all(NAMES.map((name) => line(name)))
    const worst = lines.toSorted((a, b) => b.perThousand! - a.perThousand!)[0]!
    expect(worst).toMatchObject({ name: '乙', perThousand: 20, standing: 'within' })
    await enter({ received: '400' })
    expect((await line('甲')).standing).toBe('muchMore')
    expect((await line('丙')).standing).toBe('muchFewer')
  })

  it('leaves communities without residents out of the funnel and says so', async () => {
    await desk.ask('indicators.update', { edits: [{ key: keyOf('丙'), field: 'residents', value: null }] })
    for (const name of NAMES) await enter({ received: '10' }, { name })
    const { funnel } = await account()
    expect(funnel.withoutResidents.map((each) => each.name)).toEqual(['丙'])
    expect(funnel.counted).toBe(2)
    expect(await line('丙')).toMatchObject({ perThousand: null, standing: null, residents: null })
  })

  it('asks all sources that anybody counts where all are looked at; what the community found is a share of them', async () => {
    for (const name of NAMES) await enter({ received: '10' }, { name })
    await enter({ received: '30' }, { source: 'found' })
    expect((await line('甲', 'all')).found).toBe(0.75)
    expect(await line('乙', 'all')).toMatchObject({ months: 0, perThousand: null, found: null })
    expect((await account('all')).total.found).toBe(0.75)
  })

  it('sees a trend from six months on, and before says how many there are', async () => {
    for (const month of [1, 2, 3, 4, 5]) await enter({ received: String(month * 3) }, { month })
    expect((await line()).trend).toEqual({ points: 5, trend: null })
    await enter({ received: '20' }, { month: 6 })
    expect((await line()).trend).toEqual({ points: 6, trend: 'rising' })
    await enter({ received: '' }, { month: 4 })
    expect((await line()).trend).toEqual({ points: 2, trend: null })
  })

  it('adds inequality up, within and between the classes', async () => {
    await enter({ received: '80' })
    await enter({ received: '9' }, { name: '乙' })
    await enter({ received: '10' }, { name: '丙' })
    const { inequality } = await account()
    expect(inequality!.communities).toBe(3)
    expect(inequality!.within + inequality!.between).toBeCloseTo(inequality!.total, 12)
    expect(inequality!.groups.reduce((sum, each) => sum + each.within + each.between, 0)).toBeCloseTo(inequality!.total, 12)
    expect(inequality!.groups.map((each) => each.class)).toEqual(['A', 'B'])
  })

  it('is told of one community; of one without appeals there is nothing', async () => {
    await enter({ received: '6' })
    expect(await desk.ask('appeals.of', { key: keyOf('甲') })).toMatchObject({
      line: { counts: { received: 6 } },
      months: [{ month: 3, received: 6 }],
    })
    expect(await desk.ask('appeals.of', { key: keyOf('乙') })).toBeNull()
  })
})
