import { expect, it } from 'vitest'
import { keyOf, problemsOf, smallPlan } from '../../support/desk.ts'

const refusal = { code: 'import.numberExpected', level: 'error', params: { value: '很多' }, place: {} } as const

it('a name, district or subdistrict is put right in the table: one step, told as such, and no change of the map', async () => {
  const { ask } = await smallPlan({ 甲: {}, 乙: {} })
  const key = keyOf('甲')
  await ask('indicators.update', { edits: [{ key, field: 'name', value: ' 甲社区 ' }] })
  expect((await ask('history.list', { limit: 1 }))[0]!.said).toEqual({
    zh: '更正 甲 社区名称 甲 → 甲社区',
    en: 'Put right: 甲, Community: 甲 → 甲社区',
  })
  await ask('indicators.update', { edits: [key, keyOf('乙')].map((each) => ({ key: each, field: 'district', value: '西区' })) })
  expect(await ask('communities.list')).toMatchObject([
    { key: keyOf('乙'), name: '乙', district: '西区', subdistrict: '一街道' },
    { key, name: '甲社区', district: '西区', subdistrict: '一街道' },
  ])
  expect(await ask('units.list')).toEqual([])
  await ask('history.undo')
  expect((await ask('communities.list')).map(({ district }) => district)).toEqual(['东区', '东区'])
})

it('a name is not put right to nothing, to a namesake of the same subdistrict, or without end', async () => {
  const { ask } = await smallPlan({ 甲: {}, 乙: {} })
  const correct = (field: string, value: string) => ask('indicators.update', { edits: [{ key: keyOf('甲'), field, value }] })
  expect(await problemsOf(correct('name', ' '))).toMatchObject([
    { code: 'plan.placeEmpty', place: { key: keyOf('甲'), indicator: 'name' } },
  ])
  expect(await problemsOf(correct('district', ''))).toMatchObject([{ code: 'plan.placeEmpty' }])
  expect(await problemsOf(correct('name', '乙社区'))).toMatchObject([{ code: 'plan.placeTaken', params: { value: '乙社区' } }])
  expect(await problemsOf(correct('name', '长'.repeat(61)))).toMatchObject([{ code: 'plan.placeLong', params: { limit: 60 } }])
  expect(await problemsOf(correct('code', '010203040506'))).toMatchObject([{ code: 'plan.indicatorUnknown' }])
  expect((await ask('communities.list')).map(({ name }) => name)).toEqual(['乙', '甲'])
})

it('what was typed and refused stays in the plan, in the step that took the rest, until it is mended or given up', async () => {
  const { ask } = await smallPlan({ 甲: {}, 乙: {} })
  const steps = (await ask('history.list')).length
  const refused = ['甲', '乙'].map((name) => ({ key: keyOf(name), field: 'residents', text: `${name}很多`, problem: refusal }))
  await ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'staff', value: 9 }], refused })
  expect((await ask('history.list')).length).toBe(steps + 1)
  const texts = async () => (await ask('communities.refused')).map(({ key, text, file }) => [key, text, file])
  expect(await texts()).toEqual([
    [keyOf('甲'), '甲很多', ''],
    [keyOf('乙'), '乙很多', ''],
  ])
  // Typed again, it is one entry still; what is taken for the cell takes its place.
  await ask('indicators.update', { edits: [], refused: [{ ...refused[0]!, text: '不少' }] })
  expect(await texts()).toEqual([
    [keyOf('乙'), '乙很多', ''],
    [keyOf('甲'), '不少', ''],
  ])
  await ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'residents', value: 5 }] })
  expect(await texts()).toEqual([[keyOf('乙'), '乙很多', '']])
  await ask('communities.dropRefused', { ids: (await ask('communities.refused')).map(({ id }) => id) })
  expect(await texts()).toEqual([])
  await ask('history.undo')
  expect(await texts()).toEqual([[keyOf('乙'), '乙很多', '']])
  // With its community it goes.
  await ask('communities.remove', { keys: [keyOf('乙')] })
  expect(await texts()).toEqual([])
})

it('a community of blanks is not added, and the reason is said', async () => {
  const { ask } = await smallPlan({ 甲: {} })
  for (const place of [
    { name: '  ', district: '东区' },
    { name: '乙', district: ' ' },
  ]) {
    const refused = await problemsOf(ask('communities.add', { code: '', subdistrict: '', ...place }))
    expect(refused.map(({ code }) => code)).toEqual(['plan.placeEmpty'])
  }
  expect(await ask('communities.list')).toHaveLength(1)
})
