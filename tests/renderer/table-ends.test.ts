import { expect, it } from 'vitest'
import { bodiesOf, type PrintBlock, type PrintLine } from '../../src-renderer/print/table.ts'

const line = (kind: PrintLine['kind'], key: string): PrintLine => ({ kind, key, cells: {} })
const kinds = (blocks: readonly PrintBlock[]): string[] =>
  bodiesOf(blocks, true).map(({ lines, isEnd }) => `${isEnd ? 'end: ' : ''}${lines.map((each) => each.kind).join(' ')}`)

it('the end of a table is its last row with everything below it, and the places that it stands under', () => {
  const many = { key: 'one', lines: [line('line', 'a'), line('line', 'b'), line('subtotal', 'sum')] }
  const single = { key: 'two', lines: [line('line', 'a'), line('subtotal', 'sum')] }
  const place = { key: 'place', lines: [line('place', 'place')] }
  const total = { key: 'total', lines: [line('grand-total', 'total')] }
  expect(kinds([place, many, total])).toEqual(['place', 'line', 'end: line subtotal grand-total'])
  expect(kinds([many, place, single, total])).toEqual(['line line subtotal', 'end: place line subtotal grand-total'])
  expect(kinds([total])).toEqual(['end: grand-total'])
  expect(bodiesOf([many, total], false).map((each) => each.isEnd)).toEqual([false, false])
  const keys = bodiesOf([place, single, total], true).flatMap((each) => each.lines.map(({ key }) => key))
  expect(new Set(keys).size).toBe(keys.length)
})
