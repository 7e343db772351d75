import type { Ref } from 'vue'
import { untilDrawn } from './in-view.ts'
import type { GridColumn } from './grid-types.ts'

interface Around {
  host: Readonly<Ref<HTMLElement | null>>
  columns: Readonly<Ref<readonly GridColumn[]>>
  frozenCount: Readonly<Ref<number>>
  /** Brings a moving column into view, counted without the frozen ones. */
  scrollTo(column: number): Promise<unknown>
  focusCell(rowIndex: number, columnIndex: number): Promise<void>
  open(columnKey: string, button: DOMRect): void
  isOn(): boolean
}

/** The filter buttons in the headings, by mouse and by keyboard. */
export function useFilterButtons({ host, columns, frozenCount, scrollTo, focusCell, open, isOn }: Around) {
  const buttonOf = (columnKey: string): HTMLElement | undefined =>
    [...host.value!.querySelectorAll<HTMLElement>('.filter-button')].find((each) => each.dataset['filter'] === columnKey)

  /** Puts the focus on a column's filter button; a heading far away has to be drawn first. */
  async function focusFilter(columnIndex: number): Promise<void> {
    const column = columns.value[columnIndex]
    if (column === undefined) return
    const moving = columnIndex - frozenCount.value
    if (moving >= 0) await scrollTo(moving)
    await untilDrawn(() => buttonOf(column.key))
    buttonOf(column.key)?.focus()
  }

  const openFor = (columnKey: string): void => open(columnKey, (buttonOf(columnKey) ?? host.value!).getBoundingClientRect())

  return {
    openFor,
    /** Arrows go from filter button to filter button and back into the column; Enter and the space bar press it, as any button. */
    onButtonKey(event: KeyboardEvent, button: HTMLElement): void {
      const at = columns.value.findIndex((each) => each.key === button.dataset['filter'])
      const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: columns.value.length - 1 }[event.key]
      event.stopPropagation()
      if (event.key === 'ArrowDown') void focusCell(0, at)
      else if (target !== undefined) void focusFilter(Math.max(0, Math.min(columns.value.length - 1, target)))
      else return
      event.preventDefault()
    },
    /**
     * As in a spreadsheet, Alt+↓ opens the filter of a cell's column; ↑ goes from the first row to its button.
     * @returns whether the key was one of them
     */
    onCellKey(event: KeyboardEvent, cell: { rowIndex: number; column: GridColumn; columnIndex: number }): boolean {
      if (!isOn() || event.ctrlKey || event.metaKey || event.shiftKey) return false
      if (event.key === 'ArrowDown' && event.altKey) openFor(cell.column.key)
      else if (event.key === 'ArrowUp' && !event.altKey && cell.rowIndex === 0) void focusFilter(cell.columnIndex)
      else return false
      return true
    },
    /** The filter button lies in the heading, a click on which sorts. */
    onPress(event: MouseEvent): void {
      const button = (event.target as Element).closest<HTMLElement>('.filter-button')
      if (button === null) return
      event.stopPropagation()
      if (event.type === 'click') open(button.dataset['filter']!, button.getBoundingClientRect())
    },
  }
}
