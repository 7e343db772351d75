import { describe, expect, it } from 'vitest'
import { problem } from '../../../../src-main/model/problem.ts'
import { importDictionary } from '../../../support/import-dictionary.ts'
import { readEntries, refusedBy, type Edit } from '../../../../src-renderer/modules/communities/entries.ts'
import { classes } from '../../results.ts'

const policy = { classes } as never
const entry = (columnKey: string, text: string, rowKey = 'one') => ({ rowKey, columnKey, text })

describe('entries of the indicator table', () => {
  it('become edits, last year’s amount in fen and its class by key', () => {
    const { edits, refused } = readEntries(
      [
        entry('residents', '1.2万'),
        entry('previousAmount', '20万'),
        entry('previousClass', 'b类'),
        entry('previousClass', ''),
        entry('location', '城郊'),
      ],
      importDictionary,
      policy,
    )
    expect(edits.map((each) => each.value)).toEqual([12_000, 20_000_000, 'B', null, 'edge'])
    expect(refused).toEqual([])
  })
  it('are kept with the reason where they can’t be read', () => {
    const { edits, refused } = readEntries(
      [entry('residents', '很多'), entry('previousAmount', '二十万'), entry('previousClass', 'Z'), entry('staff', '5')],
      importDictionary,
      policy,
    )
    expect(refused.map((each) => [each.entry.text, each.problem.code])).toEqual([
      ['很多', 'import.numberExpected'],
      ['二十万', 'import.amountExpected'],
      ['Z', 'plan.classUnknown'],
    ])
    expect(edits).toEqual([{ key: 'one', field: 'staff', value: 5 }])
  })
})

describe('a refusal by the plan file', () => {
  const edits = [
    { key: 'one', field: 'residents', value: -1 },
    { key: 'two', field: 'residents', value: 5 },
  ]
  const entryOf = (edit: Edit) => entry(edit.field, String(edit.value), edit.key)
  it('keeps back the named cells only', () => {
    const { refused, rest } = refusedBy(
      [problem('import.outOfRange', {}, { community: '一社区', key: 'one', indicator: 'residents' })],
      edits,
      entryOf,
    )
    expect([refused.map((each) => each.entry.rowKey), rest.map((each) => each.key)]).toEqual([['one'], ['two']])
  })
  it('keeps back everything where it names no cell, so that nothing is sent for ever', () => {
    const { refused, rest } = refusedBy([problem('plan.readOnly')], edits, entryOf)
    expect([refused.map((each) => each.problem.code), rest]).toEqual([['plan.readOnly', 'plan.readOnly'], []])
  })
})
