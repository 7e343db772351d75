import type { Ref } from 'vue'
import { untilDrawn } from './in-view.ts'

type Area = 'colPinStart' | 'rgCol'
interface CellOfArea {
  x: number
  y: number
}
interface Place {
  rowIndex: number
  columnIndex: number
}
interface Around {
  host: Readonly<Ref<HTMLElement | null>>
  grid(): {
    scrollToRow(row: number): Promise<unknown>
    scrollToColumnIndex(column: number): Promise<unknown>
    setCellsFocus(from: CellOfArea, to: CellOfArea, area: Area, rows: 'rgRow'): Promise<unknown>
  }
  rowCount(): number
  columnCount(): number
  frozenCount: Readonly<Ref<number>>
  /** A cell has been given the focus. */
  focused(): Promise<void>
}

/** Frozen and moving columns are two areas of the library, each counting its columns from 0. */
export const areaOf = (element: Element): string | null => element.closest('revogr-data')?.getAttribute('col-type') ?? null

const within = (position: number, length: number): number => Math.max(0, Math.min(length - 1, position))

/** Which cell has the focus, also where it has to be scrolled to first. Columns are counted from the first frozen one. */
export function useFocus({ host, grid, rowCount, columnCount, frozenCount, focused }: Around) {
  const placeOf = (row: number, column: number): { area: Area; cell: CellOfArea } => {
    const isFrozen = column < frozenCount.value
    return { area: isFrozen ? 'colPinStart' : 'rgCol', cell: { x: isFrozen ? column : column - frozenCount.value, y: row } }
  }

  /** @returns the cell as it is drawn, or undefined where it is far from view */
  function drawnAt(row: number, column: number): HTMLElement | undefined {
    const { area, cell } = placeOf(row, column)
    const cells = host.value?.querySelectorAll<HTMLElement>(`.rgCell[data-rgrow="${row}"][data-rgcol="${cell.x}"]`) ?? []
    return [...cells].find((each) => areaOf(each) === area)
  }

  // Cells that come into view are drawn with the elements of those that went out of it, and the focus stays with the element.
  let held: { element: HTMLElement; row: string | undefined; column: string | undefined } | null = null

  // The newest wish holds: one that waits for a cell far away gives way to a click made meanwhile.
  const newest = { wish: 0, clicked: null as Place | null }

  /** @returns the cell that was given the focus where its element now shows another one; null: it is not drawn at present */
  function meantBy(element: HTMLElement): HTMLElement | null {
    const { row, column } = held?.element === element ? held : { ...element.dataset }
    if (row === element.dataset['row'] && column === element.dataset['column']) return element
    const cells = [...(host.value?.querySelectorAll<HTMLElement>('.rgCell') ?? [])]
    const own = cells.find((each) => each.dataset['row'] === row && each.dataset['column'] === column) ?? null
    own?.focus({ preventScroll: true })
    return own
  }

  /** To the clicked cell, unless somebody types already. */
  async function backTo(place: Place | null): Promise<void> {
    if (place !== null && document.activeElement?.matches('input, textarea, select') !== true)
      await focusCell(place.rowIndex, place.columnIndex)
  }

  /** Puts the focus on a cell, or on the nearest one that there is. */
  async function focusCell(wantedRow: number, wantedColumn: number): Promise<void> {
    const mine = ++newest.wish
    newest.clicked = null
    const [row, column] = [within(wantedRow, rowCount()), within(wantedColumn, columnCount())]
    const { area, cell } = placeOf(row, column)
    const drawn = (): HTMLElement | undefined => drawnAt(row, column)
    // A cell in the document is brought into view by its focus; one far away has to be drawn first.
    if (host.value !== null && drawn() === undefined) {
      await grid().scrollToRow(row)
      if (area === 'rgCol') await grid().scrollToColumnIndex(cell.x)
    }
    await untilDrawn(drawn)
    if (host.value === null || mine !== newest.wish) return
    await grid().setCellsFocus(cell, cell, area, 'rgRow')
    // The library has taken the focus from a cell that was clicked meanwhile.
    if (mine !== newest.wish) return backTo(newest.clicked)
    drawn()?.focus({ preventScroll: true })
    await focused()
  }

  return {
    drawnAt,
    meantBy,
    /** Brings the focus to its cell whenever that is drawn with another element. Ends with the element. */
    keepFocus(element: HTMLElement): void {
      const bring = (): void => {
        const { activeElement } = document
        if (activeElement instanceof HTMLElement && element.contains(activeElement) && activeElement.matches('.rgCell'))
          meantBy(activeElement)
      }
      new MutationObserver(bring).observe(element, { subtree: true, attributes: true, attributeFilter: ['data-row', 'data-column'] })
    },
    onFocusIn({ target }: FocusEvent): void {
      const element = (target as Element).closest<HTMLElement>('.rgCell')
      held = element === null ? null : { element, row: element.dataset['row'], column: element.dataset['column'] }
    },
    /** Somebody has chosen a cell by hand, or something else than a cell. */
    holdFocus(place: Place | null): void {
      newest.wish += 1
      newest.clicked = place
    },
    focusCell,
  }
}
