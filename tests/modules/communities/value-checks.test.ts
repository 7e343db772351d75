import { expect, it } from 'vitest'
import { keyOf, MATURE, problemsOf, smallPlan } from '../../support/desk.ts'

it('warns of values far from last year’s, and no longer once they are put right', async () => {
  const { ask } = await smallPlan({ 甲: MATURE })
  expect(await ask('communities.check')).toEqual({ lastYear: null, problems: [] })
  await ask('years.start', { year: 2026 })
  const edit = (value: number) => ask('indicators.update', { edits: [{ key: keyOf('甲'), field: 'residents', value }] })
  await edit(60_000)
  const { lastYear, problems } = await ask('communities.check')
  expect(lastYear).toBe(2025)
  expect(problems.filter((each) => each.place.indicator === 'residents')).toMatchObject([
    {
      code: 'plan.outlierLastYear',
      level: 'warning',
      params: { value: '60000', last: '2025', lastValue: '6000' },
      place: { community: '甲', key: keyOf('甲'), indicator: 'residents' },
    },
  ])
  await edit(6100)
  expect((await ask('communities.check')).problems.filter((each) => each.place.indicator === 'residents')).toEqual([])
})

it('calls a stored value wrong once the dictionary no longer allows it', async () => {
  const { ask } = await smallPlan({ 甲: MATURE })
  await ask('dictionary.changeIndicator', { key: 'residents', change: { range: { min: 0, max: 5000 } } })
  expect((await ask('communities.check')).problems).toMatchObject([
    { code: 'import.outOfRange', level: 'error', place: { key: keyOf('甲'), indicator: 'residents' } },
  ])
})

it('compares with the class even where one of the communities is undecided', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 9 }, (_, position) => [`社区${position}`, { ...MATURE, residents: 6000 + 10 * position }]),
  )
  const { ask } = await smallPlan({ ...many, 远: { ...MATURE, residents: 8000 }, 缺: { ...MATURE, location: null } })
  expect((await ask('communities.check')).problems.filter((each) => each.place.indicator === 'residents')).toMatchObject([
    { code: 'plan.outlierClass', level: 'warning', params: { class: 'A', value: '8000' }, place: { key: keyOf('远') } },
  ])
})

it('names the community of a refused edit by its key, so that only its cell is kept out', async () => {
  const { ask } = await smallPlan({ 甲: MATURE, 乙: MATURE })
  const problems = await problemsOf(
    ask('indicators.update', {
      edits: [
        { key: keyOf('甲'), field: 'residents', value: 6001 },
        { key: keyOf('乙'), field: 'residents', value: -1 },
      ],
    }),
  )
  expect(problems.map((each) => [each.code, each.place.key])).toEqual([['import.outOfRange', keyOf('乙')]])
})
