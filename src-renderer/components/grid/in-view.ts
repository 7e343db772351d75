/** The library draws what was scrolled to within a few frames; what is gone by then is not waited for. */
const FRAMES_TO_DRAW = 60
const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))

/** Waits until something that was scrolled to is drawn. @param find looks for it */
export async function untilDrawn(find: () => unknown): Promise<void> {
  for (let frame = 0; find() === undefined && frame < FRAMES_TO_DRAW; frame++) await nextFrame()
}

/** Cells are drawn a little beyond what is seen; frozen columns hide what lies behind them. */
export function isInView(host: HTMLElement, rowKey: string, columnKey: string): boolean {
  const cell = [...host.querySelectorAll<HTMLElement>('.rgCell')].find(
    (each) => each.dataset['row'] === rowKey && each.dataset['column'] === columnKey,
  )
  const area = cell?.closest('revogr-viewport-scroll')?.getBoundingClientRect()
  if (cell === undefined || area === undefined) return false
  const box = cell.getBoundingClientRect()
  const head = host.querySelector('revogr-header')?.getBoundingClientRect().bottom ?? area.top
  return box.top >= head && box.bottom <= area.bottom && box.left >= area.left && box.right <= area.right
}
