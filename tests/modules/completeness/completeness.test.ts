import Excel from 'exceljs'
import { expect, it } from 'vitest'
import { keyOf, MATURE, OLD, smallPlan } from '../../support/desk.ts'

async function sheet(rows: unknown[][]): Promise<string> {
  const workbook = new Excel.Workbook()
  workbook.addWorksheet('表').addRows(rows)
  return Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64')
}
const REQUIRED = ['location', 'residents', 'courtyards']
/** Everything that the reference policy looks at or the dictionary requires. */
const ASKED = 9

it('tells what is missing from what matters', async () => {
  const { ask } = await smallPlan({ 甲: { ...MATURE, area: null }, 乙: { ...OLD, managedCourtyards: null }, 丙: {} })
  const { asked, communities, total, problems } = await ask('completeness.get')
  expect(problems).toEqual([])
  expect(asked).toHaveLength(ASKED)
  expect(asked).toEqual(expect.arrayContaining(REQUIRED))
  const of = Object.fromEntries(communities.map((each) => [each.name, each]))
  // 甲 has few old courtyards, so its density decides nothing; what 乙 lacks decides between two classes.
  expect(of['甲']).toMatchObject({ asked: ['area'], matters: [], class: 'A' })
  expect(of['甲']!.missing).toEqual(expect.arrayContaining(['area', 'homestays', 'carryOver']))
  expect(of['乙']).toMatchObject({ asked: ['managedCourtyards'], matters: ['managedCourtyards'], class: null, amountFen: null })
  expect(of['丙']!.asked).toHaveLength(ASKED)
  expect(total).toMatchObject({ communities: 3, delivered: 2, undecided: 2, filled: 2 * ASKED - 2, askedFor: 3 * ASKED })
})

it('says who owes a sheet: also where everything was only copied from last year', async () => {
  const { ask } = await smallPlan({ 甲: MATURE, 乙: OLD })
  const second = await ask('communities.add', { code: '', name: '丁', district: '东区', subdistrict: '二街道' })
  const subdistricts = async () => Object.fromEntries((await ask('completeness.get')).subdistricts.map((each) => [each.subdistrict, each]))
  expect(await subdistricts()).toMatchObject({
    一街道: { communities: 2, delivered: 2, owing: 0, share: 1, owes: false },
    二街道: { delivered: 0, owing: 1, share: 0, owes: true, lastChange: null },
  })
  // A sheet with nothing that is required is no sheet.
  await ask('indicators.update', { edits: [{ key: second.key, field: 'homestays', value: 1 }] })
  expect(await subdistricts()).toMatchObject({ 二街道: { delivered: 1, owing: 0, owes: true, lastChange: expect.any(String) } })
  await ask('indicators.update', { edits: Object.entries(MATURE).map(([field, value]) => ({ key: second.key, field, value })) })
  expect(await subdistricts()).toMatchObject({ 二街道: { owes: false, share: 1 } })

  await ask('years.start', { year: 2026 })
  expect(await subdistricts()).toMatchObject({
    一街道: { share: 1, delivered: 0, owing: 2, owes: true, lastChange: null },
    二街道: { owes: true },
  })
  const preview = await ask('import.preview', {
    fileName: '一.xlsx',
    base64: await sheet([
      ['街道', '社区', '常住人口'],
      ['一街道', '甲', 6100],
    ]),
  })
  await ask('import.apply', { id: preview.id })
  expect(await subdistricts()).toMatchObject({ 一街道: { delivered: 1, owing: 1, owes: false }, 二街道: { owes: true } })
  const [step] = await ask('history.list', { limit: 1 })
  expect((await subdistricts())['一街道']!.lastChange).toBe(step!.at)
  // An import that was taken back is none, and neither is a change of the map or of last year's money.
  await ask('history.undo')
  await ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'previousAmount', value: 5 }] })
  await ask('units.merge', { date: '2026-01-01', keys: [keyOf('甲'), keyOf('乙')], into: { key: keyOf('甲') } })
  expect(await subdistricts()).toMatchObject({ 一街道: { communities: 1, delivered: 0, owes: true, lastChange: null } })
})

it('still tells what is missing where the money can not be computed, and why it can not', async () => {
  const { ask } = await smallPlan({ 甲: MATURE })
  const { $schema: _, ...reference } = await ask('policy.get', {})
  const steps = [
    ...reference.allocation.steps,
    { kind: 'floor', key: 'floor', name: { zh: '保底' }, amountFen: 1000 },
    { kind: 'fit', key: 'fit', name: { zh: '总额' }, totalFen: 10 },
  ]
  await ask('policy.add', { document: { ...reference, id: 'tight', examples: [], allocation: { ...reference.allocation, steps } } })
  await ask('policy.use', { id: 'tight' })
  const { communities, problems } = await ask('completeness.get')
  expect(problems.map((each) => each.code)).toEqual(['allocation.totalBelowFloors'])
  expect(communities).toMatchObject([{ name: '甲', matters: [], class: null }])
})

it('counts a sheet as delivered also where it says just what the plan had: it is a step of its own, which undo takes back', async () => {
  const { ask } = await smallPlan({ 甲: MATURE, 乙: OLD })
  await ask('communities.add', { code: '', name: '丁', district: '东区', subdistrict: '二街道' })
  await ask('indicators.update', { edits: Object.entries(MATURE).map(([field, value]) => ({ key: keyOf('丁', '二街道'), field, value })) })
  await ask('years.start', { year: 2026 })
  const subdistricts = async () => Object.fromEntries((await ask('completeness.get')).subdistricts.map((each) => [each.subdistrict, each]))
  const lastYears = await ask('indicators.export')
  expect(await subdistricts()).toMatchObject({ 一街道: { owes: true, lastFile: null }, 二街道: { owes: true } })

  const same = [
    ['街道', '社区', '常住人口', '楼院', '区位'],
    ['一街道', '甲', MATURE.residents, MATURE.courtyards, '城区'],
    ['一街道', '乙', null, null, '　'],
  ]
  const { id, counts } = await ask('import.desk', { files: [{ fileName: '一街道.xlsx', base64: await sheet(same) }] })
  expect(counts).toMatchObject({ added: 0, values: 0 })
  // Of 乙 the sheet has nothing but the name.
  expect(await ask('import.applyDesk', { id })).toMatchObject({ added: 0, changed: 0, delivered: 1 })
  const [step] = await ask('history.list', { limit: 1 })
  expect(step).toMatchObject({
    operation: 'import.apply',
    summary: '一街道.xlsx：新增0，更改0，交来1个社区',
    said: { en: '一街道.xlsx: 0 added, 0 changed, 1 communities delivered' },
  })
  expect(await subdistricts()).toMatchObject({
    一街道: { delivered: 1, owing: 1, owes: false, lastFile: '一街道.xlsx', lastChange: expect.any(String) },
    二街道: { owes: true },
  })
  expect((await ask('history.list', { community: keyOf('甲') })).map((each) => each.id)).toContain(step!.id)

  await ask('history.undo')
  expect(await subdistricts()).toMatchObject({ 一街道: { delivered: 0, owes: true, lastFile: null } })
  await ask('history.redo')
  expect(await subdistricts()).toMatchObject({ 一街道: { delivered: 1, owes: false } })
  // A community that is renamed keeps what was delivered of it; one year's delivery is none of another's.
  await ask('units.rename', { date: '2026-02-01', key: keyOf('甲'), name: '甲新' })
  expect(await subdistricts()).toMatchObject({ 一街道: { delivered: 1, owing: 1 } })
  await ask('history.undo')
  const preview = await ask('import.preview', { fileName: lastYears.fileName, base64: lastYears.base64 })
  await ask('import.apply', { id: preview.id })
  expect(await subdistricts()).toMatchObject({
    一街道: { delivered: 2, owing: 0, owes: false, lastFile: lastYears.fileName },
    二街道: { delivered: 1, owes: false },
  })
  await ask('plan.useYear', { year: 2025 })
  expect(await subdistricts()).toMatchObject({ 一街道: { lastFile: null } })
})
