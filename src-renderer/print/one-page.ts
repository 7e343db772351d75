import type { TableSettings } from '../../src-main/model/paper.ts'
import { heightOf, marginsOf, widthOf } from './paper.ts'

const PIXELS_PER_MM = 96 / 25.4
const STEP = 0.02

/**
 * How much smaller a paper must be to fit on one page; measured, because narrower lines are also longer ones.
 * @param content everything between the margins, laid out on the screen as wide as on paper
 * @param smallest size that can still be read; 1: the paper may have many pages
 * @returns the zoom, 1 where it fits as it is; null where even the smallest is too large
 */
export function scaleToOnePage(
  content: HTMLElement,
  smallest: number,
  form: Pick<TableSettings, 'paper' | 'orientation' | 'margins'>,
): number | null {
  const [top, right, bottom, left] = marginsOf(form)
  // A preview is shown smaller than the sheet is.
  const shown = content.getBoundingClientRect().width / ((widthOf(form) - left - right) * PIXELS_PER_MM)
  const room = (heightOf(form) - top - bottom) * PIXELS_PER_MM * shown
  const before = content.style.zoom
  try {
    for (let scale = 1; scale >= smallest; scale -= STEP) {
      content.style.zoom = String(scale)
      if (content.getBoundingClientRect().height <= room) return scale
    }
    return null
  } finally {
    content.style.zoom = before
  }
}
