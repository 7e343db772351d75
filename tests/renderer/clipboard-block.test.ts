import { describe, expect, it } from 'vitest'
import { layBlock, parseTabSeparated } from '../../src-renderer/components/grid/clipboard-block.ts'
import type { GridColumn } from '../../src-renderer/components/grid/grid-types.ts'

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
const columns = [column('a'), column('b', true), column('c')]
const rows = ['1', '2', '3'].map((key) => ({ key, cells: {} }))
const single = (position: number) => ({ top: position, bottom: position, left: 0, right: 0 })

describe('a block from the clipboard', () => {
  it.each([
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      '1\t\n\t2',
      [
        ['1', ''],
        ['', '2'],
      ],
    ],
    ['"two\nlines"\t"say ""hello"""\r\n', [['two\nlines', 'say "hello"']]],
    ['"tab\tinside"\tx', [['tab\tinside', 'x']]],
    ['5" pipe\ty', [['5" pipe', 'y']]],
    ['', []],
  ])('%j', (text, cells) => expect(parseTabSeparated(text)).toEqual(cells))
})

describe('laying a block onto the table', () => {
  it('starts at the top left of the selection and leaves read-only columns alone', () => {
    expect(
      layBlock(
        [
          ['1', '2', '3'],
          ['4', '5', '6'],
        ],
        single(1),
        rows,
        columns,
      ),
    ).toEqual({
      entries: [
        { rowKey: '2', columnKey: 'a', text: '1' },
        { rowKey: '2', columnKey: 'c', text: '3' },
        { rowKey: '3', columnKey: 'a', text: '4' },
        { rowKey: '3', columnKey: 'c', text: '6' },
      ],
      outside: 0,
      readOnly: 2,
    })
  })
  it('counts what falls outside instead of dropping it silently', () => {
    const laid = layBlock([['1', '2', '3', '4'], ['5']], single(2), rows, columns)
    expect(laid).toMatchObject({ outside: 2, readOnly: 1 })
    expect(laid.entries.map((each) => each.text)).toEqual(['1', '3'])
  })
  it('fills the whole selection with a single cell', () => {
    expect(
      layBlock([['7']], { top: 0, bottom: 1, left: 0, right: 2 }, rows, columns).entries.map(({ rowKey, columnKey }) => rowKey + columnKey),
    ).toEqual(['1a', '1c', '2a', '2c'])
  })
})
