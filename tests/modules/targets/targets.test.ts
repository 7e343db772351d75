import { beforeEach, describe, expect, it } from 'vitest'
import type { TargetState } from '../../../src-main/model/target.ts'
import { codesOf, keyOf, MATURE, openDesk, problemsOf, smallPlan, type Desk } from '../../support/desk.ts'

/** Enough to be a class D under the reference policy: few people, far apart, in a township. */
const TOWNSHIP = {
  ...MATURE,
  location: 'township',
  residents: 500,
  area: 5,
  floating: 10,
  elderly: 60,
  estates: 0,
  courtyards: 0,
  oldCourtyards: 0,
  managedCourtyards: 0,
  unmanagedCourtyards: 0,
  residentHouseholds: 200,
  registeredHouseholds: 690,
}
const COLUMNS = [
  ...(['communities', 'short', 'above', 'open', 'needUnknown', 'presentUnknown'] as const),
  ...(['least', 'most', 'wanted', 'present', 'shortage'] as const),
]
let desk: Desk
const stateOf = async (name: string, item = 'g-contact'): Promise<TargetState | undefined> =>
  (await desk.ask('targets.of', { key: keyOf(name) })).targets.find((each) => each.resolved.item === item)?.state
const edit = (id: string, cells: Record<string, string>) =>
  desk.ask('catalogue.edit', { edits: Object.entries(cells).map(([field, text]) => ({ id, field, text })) })
const households = (name: string, value: number | null) =>
  desk.ask('indicators.update', { edits: [{ key: keyOf(name), field: 'residentHouseholds', value }] })

describe('contact households', () => {
  beforeEach(async () => {
    desk = await smallPlan({ 甲: { ...TOWNSHIP, contactHouseholds: 9 }, 乙: { ...MATURE, residentHouseholds: 3000 } }, 2026)
    await desk.ask('catalogue.reference')
  })

  it('are 5 to 15 households each, on resident households: 200 need 14 to 40, 7,723 need 515 to 1,544', async () => {
    expect(await stateOf('甲')).toMatchObject({ least: 14, most: 40, wanted: 14, present: 9, shortage: 5, standing: 'short' })
    await households('甲', 7723)
    expect(await stateOf('甲')).toMatchObject({ least: 515, most: 1544, shortage: 506 })
    expect(await stateOf('乙')).toBeUndefined()
  })

  it('are never fewer at most than at least, and none where nobody lives', async () => {
    await households('甲', 4)
    expect(await stateOf('甲')).toMatchObject({ least: 1, most: 1, standing: 'above' })
    await households('甲', 0)
    expect(await stateOf('甲')).toMatchObject({ least: 0, most: 0, shortage: 0, standing: 'nothing' })
  })

  it('are unknown where households are, and counted apart: an unknown is not zero', async () => {
    await households('甲', null)
    expect(await stateOf('甲')).toMatchObject({ least: null, shortage: null, standing: 'needUnknown', needs: ['residentHouseholds'] })
    const { targets } = await desk.ask('targets.account')
    expect(targets.find((each) => each.id === 'g-contact')!.sum).toMatchObject({
      communities: 1,
      needUnknown: 1,
      short: 0,
      least: null,
      present: null,
      shortage: null,
      visits: null,
    })
    await desk.ask('history.undo')
    await desk.ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'contactHouseholds', value: null }] })
    expect(await stateOf('甲')).toMatchObject({ least: 14, present: null, shortage: null, standing: 'presentUnknown' })
  })

  it('are told in hours: visits x minutes and travel against the hours that the people have', async () => {
    // 200 x 4 visits of 30 + 20 minutes against nine with 120 hours each.
    expect((await stateOf('甲'))!.visits).toEqual({ asked: 40_000, there: 64_800, share: 1, people: 6 })
    await edit('g-contact', { personMinutes: '20' })
    expect((await stateOf('甲'))!.visits).toEqual({ asked: 40_000, there: 10_800, share: 0.27, people: 34 })
  })

  it('follow bands, classes, level and the day due, which cells say', async () => {
    await edit('g-contact', { bands: '人口密度≥50: 常住户数/20 ~ 常住户数/10; 人口密度>9000: 1 ~ 2' })
    expect(await stateOf('甲')).toMatchObject({ least: 10, most: 20 })
    await desk.ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'area', value: null }] })
    expect(await stateOf('甲')).toMatchObject({ standing: 'needUnknown' })
    await desk.ask('history.undo')
    await edit('g-contact', { bands: '', level: '50%', due: '2026年12月1日' })
    expect(await stateOf('甲')).toMatchObject({ least: 14, wanted: 7, shortage: 0, standing: 'enough' })
    await edit('g-contact', { others: '可' })
    expect(await stateOf('乙')).toMatchObject({ least: 200, most: 600 })
    const item = (await desk.ask('catalogue.get')).items.find((each) => each.id === 'g-contact')
    expect(item).toMatchObject({ due: '2026-12-01', level: 0.5, least: 'residentHouseholds / 15' })
  })

  it('go with the class, in what-if as well, and there and back restores everything', async () => {
    const before = await desk.ask('targets.account')
    const asB = { key: keyOf('甲'), overrides: [{ key: keyOf('甲'), class: 'B', reason: '试' }] }
    const effect = (await desk.ask('whatif.effects', asB)).find((each) => each.key === 'targets')!
    expect(effect.before.map((each) => each.zh)).toEqual([expect.stringMatching(/^党员中心户：不足，需要14–40，现有9，缺5$/)])
    const { figures, total } = await desk.ask('whatif.work', { overrides: asB.overrides })
    const at = figures.findIndex((each) => each.key === 'target g-contact')
    expect(total.figures[at]).toEqual({ base: 5, with: 0, unknown: 0 })
    await desk.ask('overrides.set', { key: keyOf('甲'), class: 'B', reason: '试' })
    expect(await stateOf('甲')).toBeUndefined()
    await desk.ask('overrides.clear', { key: keyOf('甲') })
    expect(await desk.ask('targets.account')).toEqual(before)
  })

  it('stand in the work plan in the month in which they are due', async () => {
    await edit('g-contact', { due: '2026-11-30' })
    const line = async () => (await desk.ask('catalogue.plan', {})).lines.find((each) => each.id === 'g-contact')
    expect(await line()).toMatchObject({ communities: 1, total: 5, open: 0, months: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0] })
    await edit('g-contact', { due: '2027-03-01' })
    expect(await line()).toBeUndefined()
  })
})

describe('a target of the department’s own', () => {
  const ID = 'g-dogs'
  beforeEach(async () => {
    desk = await smallPlan({ 甲: { ...TOWNSHIP }, 乙: { ...MATURE, residentHouseholds: 3000 } }, 2026)
    await desk.ask('catalogue.add', { kind: 'target', id: ID, title: '楼门长', department: '组织部' })
    await edit(ID, { others: '可', least: '（常住户数 + 10）× 10%' })
  })
  const enter = (text: string, name = '甲') => desk.ask('targets.enter', { cells: [{ key: keyOf(name), item: ID, text }] })

  it('is made on screen, counted by hand, and undone', async () => {
    expect(await stateOf('甲', ID)).toMatchObject({ least: 21, most: null, present: null, standing: 'presentUnknown' })
    await enter('12户')
    expect(await stateOf('甲', ID)).toMatchObject({ present: 12, shortage: 9, standing: 'short' })
    const [step] = await desk.ask('history.list', {})
    expect(step).toMatchObject({ operation: 'targets.enter', said: { zh: '目标现有数：1个' } })
    const { rows } = await desk.ask('history.changes', { step: step!.id })
    expect(rows.map(({ name, told }) => [name, told?.field.zh, told?.before.zh, told?.after.zh])).toEqual([['甲', '楼门长 现有', '', '12']])
    await desk.ask('history.undo')
    expect(await stateOf('甲', ID)).toMatchObject({ present: null })
    await enter('0')
    expect(await stateOf('甲', ID)).toMatchObject({ present: 0, shortage: 21 })
    await enter('')
    expect(await stateOf('甲', ID)).toMatchObject({ present: null })
  })

  it('takes counts only; what tells of a person is refused without being repeated, and what was there stays', async () => {
    await enter('5')
    for (const [text, code] of [
      ['张三', 'catalogue.nameInCounts'],
      ['63010319900307851X', 'text.identity'],
      ['13912345678', 'text.mobile'],
      ['-3', 'catalogue.countExpected'],
      ['2.5', 'catalogue.countExpected'],
      ['10000001', 'catalogue.countExpected'],
    ] as const) {
      const [found] = await problemsOf(enter(text))
      expect(found).toMatchObject({ code, place: { community: '甲' } })
      expect(JSON.stringify(found)).not.toMatch(/139123|19900307/)
    }
    expect(await stateOf('甲', ID)).toMatchObject({ present: 5 })
  })

  it('refuses what is no target, in words, and leaves the target as it was', async () => {
    const before = await desk.ask('catalogue.get')
    for (const [cells, code] of [
      [{ least: '常住户数 / ' }, 'catalogue.formulaUnreadable'],
      [{ least: '狗的数量/5' }, 'catalogue.formulaUnreadable'],
      [{ least: 'dogs / 5' }, 'policy.indicatorUnknown'],
      [{ least: '区位 / 5' }, 'catalogue.formulaNotNumber'],
      [{ least: '' }, 'catalogue.boundsMissing'],
      [{ level: '150%' }, 'catalogue.shareExpected'],
      [{ due: '2026-02-30' }, 'catalogue.dayUnreadable'],
      [{ due: '月底' }, 'catalogue.dayUnreadable'],
      [{ due: '2026-01-31' }, 'catalogue.duePast'],
      [{ others: '须同意' }, 'catalogue.consentOfTarget'],
      [{ bands: '常住户数/5' }, 'catalogue.bandUnreadable'],
      [{ reason: '找王主任 13912345678' }, 'text.mobile'],
    ] as const)
      expect(await codesOf(edit(ID, cells as Record<string, string>)), JSON.stringify(cells)).toEqual([code])
    expect(await desk.ask('catalogue.get')).toEqual(before)
  })

  it('comes back from its sheet, where a column of names is refused and an unknown community told', async () => {
    await enter('7', '乙')
    const sheet = await desk.ask('targets.template')
    const back = await desk.ask('targets.import', { fileName: sheet.fileName, base64: sheet.base64 })
    expect(back).toEqual({ entered: 0, unchanged: 1 })
    const csv = (rows: string[]) => ({ fileName: '表.csv', base64: Buffer.from(rows.join('\n')).toString('base64') })
    const good = csv(['2026年楼门长情况', '街道,社区,楼门长（户）', '一街道,甲社区,12', '一街道,乙社区,', '合计,,12'])
    expect(await desk.ask('targets.import', good)).toEqual({ entered: 1, unchanged: 0 })
    expect(await stateOf('甲', ID)).toMatchObject({ present: 12 })
    expect(await stateOf('乙', ID)).toMatchObject({ present: 7 })
    const bad = (rows: string[]) => codesOf(desk.ask('targets.import', csv(rows)))
    expect(await bad(['街道,社区,楼门长,姓名', '一街道,甲,5,张三'])).toEqual(['counts.personsInSheet'])
    expect(await bad(['街道,社区,楼门长,备注', '一街道,甲,5,13912345678'])).toEqual(['text.mobile'])
    expect(await bad(['街道,社区,楼门长', '一街道,甲,李四'])).toHaveLength(1)
    expect(await bad(['街道,社区,楼门长', '一街道,丙,5'])).toEqual(['import.communityUnknown'])
    expect(await bad(['街道,社区,别的', '一街道,甲,5'])).toContain('counts.noColumn')
    expect(await stateOf('甲', ID)).toMatchObject({ present: 12 })
  })

  it('is frozen by adopting, until the adoption is taken back; what communities have goes on being counted, as all progress', async () => {
    await enter('3')
    await desk.ask('plan.adopt', { title: '定稿' })
    expect(await codesOf(edit(ID, { least: '常住户数' }))).toEqual(['plan.frozen'])
    await enter('4')
    expect(await stateOf('甲', ID)).toMatchObject({ least: 21, present: 4 })
    await desk.ask('plan.takeBack', { reason: '更正' })
    await edit(ID, { least: '常住户数' })
    expect(await stateOf('甲', ID)).toMatchObject({ least: 200, present: 4 })
  })

  it('belongs to its year: carried to the next, no longer removed once it is counted', async () => {
    await enter('3')
    expect(await codesOf(desk.ask('catalogue.remove', { id: ID }))).toEqual(['catalogue.used'])
    await desk.ask('years.start', { year: 2027, from: 2026, overrides: 'keep' })
    expect((await desk.ask('catalogue.get')).items.map((each) => each.id)).toEqual([ID])
    expect(await stateOf('甲', ID)).toMatchObject({ least: 21, present: null })
  })
})

describe('the sample city', () => {
  it('counts 甘河滩 on residents, and adds up by subdistrict, class and in all', async () => {
    desk = await openDesk()
    const { key } = (await desk.ask('communities.list')).find((each) => each.name === '甘河滩社区')!
    const own = (await desk.ask('targets.of', { key })).targets.find((each) => each.resolved.item === 'g-contact')!
    // 82 households live there; by the 690 that are registered it would be 46 to 138.
    expect(own.state).toMatchObject({ least: 6, most: 16 })
    const { targets } = await desk.ask('targets.account')
    for (const { id, sum, classes, places } of targets) {
      const parts = {
        classes,
        districts: places.filter((each) => each.subdistrict === null),
        subdistricts: places.filter((each) => each.subdistrict !== null),
      }
      for (const [by, all] of Object.entries(parts))
        for (const column of COLUMNS) {
          const known = all.map((each) => each.sum[column]).filter((each) => each !== null)
          const total = known.length === 0 ? null : known.reduce((one, other) => one + other, 0)
          expect(total, `${id} ${column} by ${by}`).toBe(sum[column])
        }
    }
    expect(targets.find((each) => each.id === 'g-contact')!.sum.communities).toBe(20)
  })
})
