import { computed, shallowRef, type Ref } from 'vue'
import { useWords } from '../../locales/words.ts'
import type { Block } from './clipboard-block.ts'
import type { MenuItem } from './GridMenu.vue'
import type { GridColumn, GridRow } from './grid-types.ts'

/** A cell where it is drawn. */
export interface CellAt {
  row: GridRow
  rowIndex: number
  column: GridColumn
  columnIndex: number
}

type Action =
  'history' | 'copy' | 'edit' | 'clear' | 'fillDown' | 'fillRight' | 'filter' | 'sort' | 'moveLeft' | 'moveRight' | 'fit' | 'fitAll'

interface Around {
  columns: Readonly<Ref<readonly GridColumn[]>>
  selection: Readonly<Ref<Block | null>>
  has(part: 'history' | 'filters'): boolean
  cellOf(element: Element): CellAt | null
  focusCell(rowIndex: number, columnIndex: number): Promise<void>
  /** Gives the focus back to a cell that is in view. */
  refocus(cell: CellAt): void
  act: Readonly<Record<Action, (cell: CellAt) => void>>
}

/** The menu that a right click, the menu key or Shift+F10 opens on a cell. */
export function useCellMenu({ columns, selection, has, cellOf, focusCell, refocus, act }: Around) {
  const { t } = useWords()
  const open = shallowRef<{ cell: CellAt; x: number; y: number } | null>(null)

  const items = computed<MenuItem[]>(() => {
    if (open.value === null) return []
    const { column, columnIndex } = open.value.cell
    const item = (key: Action, keys = '', disabled = false, starts = false): MenuItem => ({
      key,
      label: t(`grid.menuItems.${key}`),
      keys,
      disabled,
      starts,
    })
    const mayMove = (to: number): boolean => columns.value[to]?.frozen === column.frozen
    return [
      ...(has('history') ? [item('history')] : []),
      item('copy', 'Ctrl+C', false, has('history')),
      item('edit', 'F2', column.readOnly),
      item('clear', 'Delete', column.readOnly),
      item('fillDown', 'Ctrl+D'),
      item('fillRight', 'Ctrl+R'),
      ...(has('filters') ? [item('filter', 'Alt+↓', false, true)] : []),
      item('sort', '', false, !has('filters')),
      item('moveLeft', '', !mayMove(columnIndex - 1), true),
      item('moveRight', '', !mayMove(columnIndex + 1)),
      item('fit'),
      item('fitAll'),
    ]
  })

  function openAt(cell: CellAt, x: number, y: number): void {
    open.value = { cell, x, y }
  }
  function close(): void {
    const cell = open.value?.cell
    open.value = null
    if (cell !== undefined) refocus(cell)
  }
  return {
    open,
    items,
    openAt,
    close,
    choose(key: string): void {
      const { cell } = open.value!
      close()
      act[key as Action](cell)
    },
    /** A click outside of the selection chooses the cell first, as in a spreadsheet. */
    async onContextMenu(event: MouseEvent): Promise<void> {
      const element = (event.target as Element).closest('.rgCell')
      const cell = element === null ? null : cellOf(element)
      if (cell === null) return
      event.preventDefault()
      const { rowIndex: row, columnIndex: column } = cell
      const block = selection.value
      const isWithin = block !== null && row >= block.top && row <= block.bottom && column >= block.left && column <= block.right
      if (!isWithin) await focusCell(row, column)
      openAt(cell, event.clientX, event.clientY)
    },
  }
}
