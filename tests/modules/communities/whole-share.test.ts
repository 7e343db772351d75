import { expect, it } from 'vitest'
import { keyOf, MATURE, problemsOf, smallPlan } from '../../support/desk.ts'

it('a share of 100 % is taken, kept, said as such and counted in full; one above is refused with the bounds', async () => {
  const { ask } = await smallPlan({ 甲: MATURE })
  const { groups } = await ask('dictionary.get')
  await ask('dictionary.addIndicator', {
    indicator: { key: 'covered', label: { zh: '覆盖率', en: 'Coverage' }, kind: 'share', group: groups[0]!.key },
  })
  const set = (value: number) => ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'covered', value }] })
  await set(1)
  expect((await ask('communities.list'))[0]!.values).toMatchObject({ covered: 1 })
  expect((await ask('history.list', { limit: 1 }))[0]!.said).toEqual({ zh: '甲 覆盖率 空 → 100%', en: '甲, Coverage: empty → 100%' })
  expect(await problemsOf(set(1.0001))).toMatchObject([{ code: 'import.outOfRange', params: { value: 1.0001, range: '0%–100%' } }])
  expect((await ask('communities.check')).problems).toEqual([])
})
