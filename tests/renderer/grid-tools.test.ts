import { describe, expect, it } from 'vitest'
import { fittingWidth, laidOut, moved } from '../../src-renderer/components/grid/column-layout.ts'
import { fill } from '../../src-renderer/components/grid/fill.ts'
import type { GridColumn, GridRow } from '../../src-renderer/components/grid/grid-types.ts'
import { selectionFigures } from '../../src-renderer/components/grid/selection-figures.ts'
import { replacing } from '../../src-renderer/modules/communities/find.ts'

const column = (key: string, more: Partial<GridColumn> = {}): GridColumn => ({
  key,
  title: key,
  unit: '',
  note: '',
  group: '',
  width: 80,
  frozen: false,
  numeric: true,
  readOnly: false,
  choices: [],
  ...more,
})
const columns = [
  column('name', { frozen: true, numeric: false }),
  column('people', { unit: '人 · 必填', measure: '人' }),
  column('children', { unit: '人' }),
  column('share', { unit: '%', readOnly: true }),
]
const row = (key: string, name: string, people: string, children: string, share: string): GridRow => ({
  key,
  cells: { name, people, children, share },
})
const rows = [row('a', '甲', '1,200', '0.1', '35%'), row('b', '乙', '', '0.2', '12.5%'), row('c', '丙', '-7', '', '')]
const of = (left: number, right: number, top = 0, bottom = 2) => selectionFigures({ top, bottom, left, right }, rows, columns)

describe('what is said of a selection', () => {
  it('adds up exactly as it is shown: 0.1 and 0.2 are 0.3', () => {
    expect(of(2, 2)).toEqual({ cells: 2, numbers: 2, unit: '人', figures: { sum: '0.3', average: '0.15', least: '0.1', greatest: '0.2' } })
    expect(of(1, 2)).toMatchObject({ cells: 4, figures: { sum: '1,193.3', average: '298.325', least: '-7', greatest: '1,200' } })
  })
  it('counts what is not empty, and leaves what is no number out of the sums', () => {
    expect(of(0, 0)).toEqual({ cells: 3, numbers: 0, unit: '', figures: null })
    expect(of(0, 1)).toMatchObject({ cells: 5, numbers: 2, figures: { sum: '1,193' } })
  })
  it('rounds an average half away from zero, and keeps percent', () => {
    expect(of(3, 3)).toMatchObject({ unit: '', figures: { sum: '47.5%', average: '23.75%', least: '12.5%', greatest: '35%' } })
    const thirds = [row('a', '', '1', '', ''), row('b', '', '1', '', ''), row('c', '', '-4', '', '')]
    expect(selectionFigures({ top: 0, bottom: 2, left: 1, right: 1 }, thirds, columns).figures).toMatchObject({
      sum: '-2',
      average: '-0.67',
    })
  })
  it('adds nothing up across units', () => {
    expect(of(1, 3)).toMatchObject({ cells: 6, numbers: 6, figures: null })
  })
})

describe('the columns as the reader wants them', () => {
  const keys = (list: readonly GridColumn[]): string[] => list.map((each) => each.key)
  it('are moved within frozen or moving ones, and a new one keeps its place', () => {
    const order = moved(columns, 'share', 1)
    expect(order).toEqual(['name', 'share', 'people', 'children'])
    expect(moved(columns, 'share', 0)).toEqual(keys(columns))
    expect(keys(laidOut([...columns, column('new')], { order, widths: {} }))).toEqual(['name', 'share', 'people', 'children', 'new'])
    expect(keys(laidOut(columns.toReversed(), { order: [], widths: {} }))[0]).toBe('name')
  })
  it('are as wide as was set, or as their widest text and heading ask for, within bounds', () => {
    expect(laidOut(columns, { order: [], widths: { people: 200 } })[1]!.width).toBe(200)
    const measure = (text: string): number => text.length * 10
    expect(fittingWidth(columns[1]!, rows, measure)).toBe(100)
    expect(fittingWidth(column('x'), [{ key: 'a', cells: { x: 'x'.repeat(20) } }], measure)).toBe(220)
    expect(fittingWidth(column('x'), [{ key: 'a', cells: { x: 'x'.repeat(900) } }], measure)).toBe(420)
  })
})

describe('fill right', () => {
  it('repeats the first column of the selection, and counts what can’t be written', () => {
    expect(fill('right', { top: 0, bottom: 1, left: 1, right: 3 }, rows, columns)).toEqual({
      entries: [
        { rowKey: 'a', columnKey: 'children', text: '1,200' },
        { rowKey: 'b', columnKey: 'children', text: '' },
      ],
      outside: 0,
      readOnly: 2,
    })
  })
  it('takes the column before a single one, and nothing in the first', () => {
    expect(fill('right', { top: 0, bottom: 0, left: 2, right: 2 }, rows, columns).entries).toEqual([
      { rowKey: 'a', columnKey: 'children', text: '1,200' },
    ])
    expect(fill('right', { top: 0, bottom: 0, left: 0, right: 0 }, rows, columns).entries).toEqual([])
  })
})

describe('replace', () => {
  it('puts another text in place of what was found, also where separators were shown, and leaves what can’t be written', () => {
    const cells = columns.flatMap(({ key }) => rows.map((each) => ({ rowKey: each.key, columnKey: key })))
    const batch = replacing('12', '3', cells, rows, columns)
    expect(batch).toEqual({ entries: [{ rowKey: 'a', columnKey: 'people', text: '300' }], outside: 0, readOnly: 1 })
  })
  it('takes signs as they are, not as a pattern', () => {
    const odd = [row('a', '甲(1).社区', '', '', '')]
    expect(replacing('(1).', '$&', [{ rowKey: 'a', columnKey: 'name' }], odd, columns).entries[0]!.text).toBe('甲$&社区')
  })
})
