import { expect, it } from 'vitest'
import { isPrinted } from '../../../../src-renderer/modules/comparison/printed-rows.ts'
import { rowsOf } from '../../../../src-renderer/modules/comparison/rows.ts'
import { openDesk } from '../../../support/desk.ts'

it('a comparison prints what changes and what is not known, and every community when asked', async () => {
  const { ask } = await openDesk()
  const { year, policy } = await ask('result.get', {})
  const [first] = await ask('communities.list', {})
  const same = { kind: 'policy' as const, year, id: policy.id, version: policy.version }
  const listed = async (all: boolean): Promise<string[]> => {
    const found = await ask('comparison.get', { sides: [same, { kind: 'year', year }] })
    return rowsOf(found.communities, 1)
      .filter((row) => isPrinted(row, all))
      .map((row) => row.key)
  }
  expect(await listed(false)).toEqual([])
  expect(await listed(true)).toHaveLength(180)
  await ask('indicators.update', { edits: [{ key: first!.key, field: 'residents', value: null }] })
  expect(await listed(false)).toEqual([first!.key])
})
