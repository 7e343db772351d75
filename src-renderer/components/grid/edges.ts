/**
 * Tab enters the table at the cell that was left, and leaves it whichever cell has the focus: the browser goes on from the table's edge.
 * @param focus puts the focus on a cell, or on the nearest one that there is
 */
export function useEdges(focus: (row: number, column: number) => Promise<void>) {
  /** What stands at both ends of the table, and the cell that Tab comes back to. Nothing that is drawn depends on them. */
  const edges: { start: unknown; end: unknown; last: { row: number; column: number } } = {
    start: null,
    end: null,
    last: { row: 0, column: 0 },
  }
  const enter = (): void => void focus(edges.last.row, edges.last.column)
  function leave(event: KeyboardEvent): void {
    event.stopPropagation()
    const edge = event.shiftKey ? edges.start : edges.end
    if (edge instanceof HTMLElement) edge.focus({ preventScroll: true })
  }
  return {
    edges,
    enter,
    leave,
    /** From a heading Tab goes to the cell that was left, past all that only scrolls. */
    leaveHeading(event: KeyboardEvent): void {
      if (event.shiftKey) return leave(event)
      event.stopPropagation()
      event.preventDefault()
      enter()
    },
  }
}
