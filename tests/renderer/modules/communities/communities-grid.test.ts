import { describe, expect, it } from 'vitest'
import { fill } from '../../../../src-renderer/components/grid/fill.ts'
import type { GridColumn, GridRow } from '../../../../src-renderer/components/grid/grid-types.ts'
import { testOf, type ColumnFilter } from '../../../../src-renderer/modules/communities/column-filters.ts'
import { findCells } from '../../../../src-renderer/modules/communities/find.ts'
import { cellsMarked, following, marksOf, marksOver } from '../../../../src-renderer/modules/communities/problem-cells.ts'
import { readViews, standardView } from '../../../../src-renderer/modules/communities/saved-views.ts'
import { problem, warning } from '../../../../src-main/model/problem.ts'

const column = (key: string, readOnly = false): GridColumn => ({
  key,
  title: key,
  unit: '',
  note: '',
  group: '',
  width: 80,
  frozen: false,
  numeric: true,
  readOnly,
  choices: [],
})
const columns = [column('people'), column('share', true), column('homes')]
const rows: GridRow[] = [
  { key: 'a', cells: { people: '1,200', share: '35%', homes: '5' } },
  { key: 'b', cells: { people: '7', share: '1%', homes: '5' } },
  { key: 'c', cells: { people: '', share: '', homes: '' } },
]

describe('fill down', () => {
  it('repeats the top row below, leaves alone what is the same, and counts what can’t be written', () => {
    expect(fill('down', { top: 0, bottom: 2, left: 0, right: 2 }, rows, columns)).toEqual({
      entries: [
        { rowKey: 'b', columnKey: 'people', text: '1,200' },
        { rowKey: 'c', columnKey: 'people', text: '1,200' },
        { rowKey: 'c', columnKey: 'homes', text: '5' },
      ],
      outside: 0,
      readOnly: 2,
    })
  })
  it('takes the row above for a single row, and nothing in the first', () => {
    expect(fill('down', { top: 1, bottom: 1, left: 0, right: 0 }, rows, columns).entries).toEqual([
      { rowKey: 'b', columnKey: 'people', text: '1,200' },
    ])
    expect(fill('down', { top: 0, bottom: 0, left: 0, right: 0 }, rows, columns).entries).toEqual([])
  })
})

describe('a column filter', () => {
  const read = (text: string): number | null => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : null)
  const passing = (filter: Omit<ColumnFilter, 'column'>, values: (number | null)[]): (number | null)[] | null => {
    const test = testOf({ column: 'x', ...filter }, read)
    return test === null ? null : values.filter((value) => test(value, value === null ? '' : String(value)))
  }
  it.each([
    ['atLeast', '5', '', [5, 6]],
    ['atMost', '5', '', [0, 5]],
    ['between', '6', '5', [5, 6]],
    ['equals', '0', '', [0]],
    ['empty', '', '', [null]],
    ['filled', '', '', [0, 5, 6]],
    ['contains', '６', '', [6]],
  ] as const)('%s', (condition, from, to, expected) => expect(passing({ condition, from, to }, [0, 5, 6, null])).toEqual(expected))
  it('takes a share that binary arithmetic has put beside its percent', () =>
    expect(passing({ condition: 'atMost', from: '0.3', to: '' }, [0.1 + 0.2])).toEqual([0.1 + 0.2]))
  it('is none when its number can’t be read', () => {
    expect(passing({ condition: 'atLeast', from: 'many', to: '' }, [1])).toBeNull()
    expect(passing({ condition: 'between', from: '1', to: '' }, [1])).toBeNull()
  })
})

describe('finding', () => {
  it('goes row by row and minds neither separators nor width', () => {
    expect(findCells('1200', rows, columns)).toEqual([{ rowKey: 'a', columnKey: 'people' }])
    expect(findCells('５', rows, columns).map((each) => `${each.rowKey} ${each.columnKey}`)).toEqual(['a share', 'a homes', 'b homes'])
    expect(findCells(' ', rows, columns)).toEqual([])
  })
})

describe('cells with problems', () => {
  const stored = marksOf(
    [
      warning('plan.outlierClass', {}, { key: 'a', indicator: 'people' }),
      warning('plan.outlierLastYear', {}, { key: 'a', indicator: 'people' }),
      warning('plan.outlierClass', {}, { key: 'b', indicator: 'homes' }),
      problem('import.outOfRange', {}, { key: 'b', indicator: 'homes' }),
      warning('plan.outlierClass', {}, {}),
    ],
    ({ code }) => code,
  )
  it('have one mark, the graver one', () => {
    expect(stored.get('a')!.get('people')).toEqual({ level: 'warning', reason: 'plan.outlierClass\nplan.outlierLastYear' })
    expect(stored.get('b')!.get('homes')).toEqual({ level: 'error', reason: 'import.outOfRange' })
  })
  it('show what was just typed before what is stored', () => {
    const marks = marksOver(stored, new Map([['a', new Map([['people', { level: 'pending' as const, reason: '' }]])]]))
    expect([marks.get('a')!.get('people')!.level, marks.get('b')!.get('homes')!.level]).toEqual(['pending', 'error'])
  })
  it('are gone through in the order shown, round and round', () => {
    const cells = cellsMarked(
      marksOver(stored, new Map([['c', new Map([['people', { level: 'warning' as const, reason: '' }]])]])),
      'warning',
      ['c'],
      ['people', 'homes'],
    )
    expect(cells.map((each) => each.rowKey)).toEqual(['c', 'a'])
    expect([following(cells, null), following(cells, cells[0]!), following(cells, cells[1]!)].map((each) => each?.rowKey)).toEqual([
      'c',
      'a',
      'c',
    ])
    expect(following([], null)).toBeUndefined()
  })
})

describe('saved views', () => {
  it('are read back', () =>
    expect(readViews(JSON.stringify([{ name: '一', view: standardView() }]))).toEqual([{ name: '一', view: standardView() }]))
  it.each([null, '', '{', '[{"name":1}]', 'null'])('are none when the browser keeps %j', (text) => expect(readViews(text)).toEqual([]))
})
