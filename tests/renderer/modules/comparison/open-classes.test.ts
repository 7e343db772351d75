import { expect, it } from 'vitest'
import { openRows } from '../../../../src-renderer/modules/comparison/open-classes.ts'
import { openDesk } from '../../../support/desk.ts'

it('communities without a class last year and those that are undecided now are two rows; what is not known is not zero; all rows are the whole', async () => {
  const { ask } = await openDesk()
  const [first, second] = await ask('communities.list', {})
  await ask('indicators.update', {
    edits: [
      { key: first!.key, field: 'residents', value: null },
      { key: second!.key, field: 'residents', value: null },
    ],
  })
  const year = (await ask('result.get', {})).year
  const comparison = await ask('comparison.get', {
    sides: [
      { kind: 'lastYear', year },
      { kind: 'year', year },
    ],
  })
  const open = openRows(comparison, 1)
  const undecided = comparison.sides[1]!.totals.undecided
  expect(undecided).toBeGreaterThan(0)
  const previous = comparison.sides[0]!.totals
  expect(open).toEqual([
    {
      key: 'noClass',
      sides: [
        { count: 180, amountFen: previous.amountFen },
        { count: 0, amountFen: 0 },
      ],
      members: { count: 0, baseFen: 0, withFen: 0, changeFen: 0 },
    },
    {
      key: 'undecided',
      sides: [
        { count: 0, amountFen: 0 },
        { count: undecided, amountFen: null },
      ],
      members: { count: 0, baseFen: 0, withFen: 0, changeFen: 0 },
    },
  ])
  for (const [side, { totals }] of comparison.sides.entries()) {
    expect(
      open.reduce(
        (sum, row) => sum + row.sides[side]!.count,
        Object.values(totals.byClass).reduce((sum, each) => sum + each.count, 0),
      ),
    ).toBe(totals.communities)
  }
})
