import { nextTick, ref, type Ref } from 'vue'

/**
 * Puts the elements of a list in another order: by dragging a handle, or with Alt and the arrow keys from anywhere inside an element.
 * @param move changes the list; false where there is no such place
 */
export function useSorting(move: (from: number, to: number) => boolean): {
  dragged: Ref<number | null>
  over: Ref<number | null>
  onKey(event: KeyboardEvent, position: number): void
  start(event: DragEvent, position: number): void
  enter(event: DragEvent, position: number): void
  drop(position: number): void
  end(): void
} {
  const dragged = ref<number | null>(null)
  const over = ref<number | null>(null)

  /** An element that is moved in the document loses the focus; whoever had it gets it back. */
  async function moveKeepingFocus(from: number, to: number): Promise<void> {
    const focused = document.activeElement
    if (!move(from, to)) return
    await nextTick()
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus()
  }
  const end = (): void => {
    dragged.value = null
    over.value = null
  }
  return {
    dragged,
    over,
    end,
    onKey(event, position) {
      const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined
      if (by === undefined) return
      event.preventDefault()
      event.stopPropagation()
      void moveKeepingFocus(position, position + by)
    },
    start(event, position) {
      dragged.value = position
      if (event.dataTransfer === null) return
      event.dataTransfer.setData('text/plain', String(position))
      event.dataTransfer.effectAllowed = 'move'
      // Only the handle is dragged, so that text in fields can still be selected; what is seen is the whole element.
      if (event.currentTarget instanceof Element) event.dataTransfer.setDragImage(event.currentTarget, 10, 10)
    },
    enter(event, position) {
      if (dragged.value === null) return
      event.preventDefault()
      over.value = position
    },
    drop(position) {
      if (dragged.value !== null) move(dragged.value, position)
      end()
    },
  }
}
