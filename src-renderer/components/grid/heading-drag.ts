import { onBeforeUnmount, onMounted, type Ref } from 'vue'

/** So far the pointer goes, in pixels, before a press on a heading is a drag and no click. */
const THRESHOLD = 8
/** So near to its edge a heading is made wider, not moved. */
const EDGE = 8

const headingAt = (element: Element | null): HTMLElement | null => element?.closest<HTMLElement>('.rgHeaderCell[data-column]') ?? null

/** Whether a place lies on the edge of a heading, where its width is set. */
export const isOnEdge = (heading: HTMLElement, x: number): boolean => heading.getBoundingClientRect().right - x < EDGE

/**
 * Headings that are dragged to the place of another.
 * @param drop told the key of the dragged column and that of the one at whose place it is let go
 * @returns whether a drag was just ended: the click that follows it sorts nothing
 */
export function useHeadingDrag(host: Readonly<Ref<HTMLElement | null>>, drop: (key: string, at: string) => void): () => boolean {
  let from: { key: string; x: number } | null = null
  let over: HTMLElement | null = null
  let isDragged = false
  const mark = (heading: HTMLElement | null): void => {
    over?.classList.remove('drop-here')
    over = heading
    over?.classList.add('drop-here')
  }
  const onDown = (event: MouseEvent): void => {
    isDragged = false
    const heading = headingAt(event.target as Element)
    if (event.button !== 0 || heading === null || isOnEdge(heading, event.clientX)) return
    from = { key: heading.dataset['column']!, x: event.clientX }
  }
  const onMove = (event: MouseEvent): void => {
    if (from === null || Math.abs(event.clientX - from.x) < THRESHOLD) return
    const heading = headingAt(document.elementFromPoint(event.clientX, event.clientY))
    mark(heading !== null && host.value!.contains(heading) && heading.dataset['column'] !== from.key ? heading : null)
  }
  const onUp = (): void => {
    if (from !== null && over !== null) {
      isDragged = true
      drop(from.key, over.dataset['column']!)
    }
    mark(null)
    from = null
  }
  onMounted(() => {
    host.value!.addEventListener('mousedown', onDown, true)
    document.addEventListener('mousemove', onMove)
    document.addEventListener('mouseup', onUp, true)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('mousemove', onMove)
    document.removeEventListener('mouseup', onUp, true)
  })
  return () => isDragged
}
