import { expect, it } from 'vitest'
import { keyOf, MATURE, OLD, smallPlan } from '../../support/desk.ts'
import { file } from '../imports/import-files.ts'

const LONG_AGO = '2000-01-01T00:00:00.000Z'

it('a cell tells who changed it when, from what to what, and from which file; a computed one what it is computed from', async () => {
  const { ask } = await smallPlan({ 甲: MATURE })
  await ask('app.rename', { operator: '王' })
  await ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'residents', value: 7000 }] })
  const sheet = file('二季度.xlsx', [
    ['区县', '街道', '社区名称', '常住人口（人）'],
    ['东区', '一街道', '甲', 8000],
  ])
  const { id } = await ask('import.desk', { files: [sheet] })
  await ask('import.applyDesk', { id })
  await ask('history.undo')
  const told = async (field: string) =>
    (await ask('history.cell', { key: keyOf('甲'), field })).map((each) => [
      each.operator,
      each.field,
      each.before,
      each.after,
      each.file,
      each.undone,
    ])
  expect((await told('residents')).slice(0, 3)).toEqual([
    ['王', 'residents', 8000, 7000, null, false],
    ['王', 'residents', 7000, 8000, '二季度.xlsx', true],
    ['王', 'residents', 6000, 7000, null, false],
  ])
  // Density is computed from residents and area.
  expect(new Set((await told('density')).map(([, field]) => field))).toEqual(new Set(['residents', 'area']))
})

it("a community's money is told step by step, whoever caused it, and the steps add up to the fen", async () => {
  const { ask } = await smallPlan({ 甲: MATURE, 乙: OLD })
  const key = keyOf('甲')
  const before = (await ask('result.get')).communities.find((each) => each.key === key)!
  const steps = await ask('history.list')
  const edits = Object.entries(OLD).map(([field, value]) => ({ key, field, value }))
  await ask('indicators.update', { edits: [{ key: keyOf('乙'), field: 'staff', value: 12 }] })
  await ask('indicators.update', { edits })
  await ask('overrides.set', { key, class: 'D', reason: '核实' })
  const now = (await ask('result.get')).communities.find((each) => each.key === key)!
  const all = await ask('history.money', { key, since: LONG_AGO })
  const since = all.changes.filter(({ id }) => id > steps[0]!.id)
  expect(since.map((each) => [each.operation, each.before.class, each.after.class])).toEqual([
    ['overrides.set', 'B', 'D'],
    ['indicators.update', 'A', 'B'],
  ])
  expect(all.now).toEqual({ fen: now.amountFen, class: 'D' })
  expect(since.reduce((sum, each) => sum + each.after.fen! - each.before.fen!, 0)).toBe(now.amountFen! - before.amountFen!)
  // Each begins where the one before it ended, back to the beginning.
  for (const [place, each] of all.changes.slice(1).entries()) expect(each.after).toEqual(all.changes[place]!.before)
  expect(all.then).toEqual({ fen: null, class: null })
  // The plan is as it was.
  expect((await ask('result.get')).communities.find((each) => each.key === key)).toEqual(now)
  expect(await ask('history.verify')).toMatchObject({ ok: true })
})
