import { appError } from './app-error.ts'

/** Longest a page may take until it is ready to be printed; the largest plans take some seconds. */
export const READY_WITHIN_MS = 120_000
const LOOK_EVERY_MS = 50

/** Evaluated in the page: 'ready' when the sheet stands as it will be printed, what it says where it shows a problem instead, else nothing. */
export const PAGE_STATE = "document.documentElement.dataset.sheet === 'ready' ? 'ready' : (document.querySelector('[role=alert]')?.innerText ?? '')"

/**
 * Waits until a page can be printed.
 * @param look evaluates PAGE_STATE in the page
 * @throws AppError document.pdfFailed with what the page says, or that it took too long; the signal's reason when it is aborted
 */
export async function pageReady(look: () => Promise<string>, signal: AbortSignal, within = READY_WITHIN_MS): Promise<void> {
  for (const until = performance.now() + within; ;) {
    signal.throwIfAborted()
    const state = await look()
    if (state === 'ready') return
    if (state !== '') throw appError('document.pdfFailed', { detail: state.slice(0, 300) })
    if (performance.now() > until) throw appError('document.pdfFailed', { detail: `> ${within / 1000} s` })
    await new Promise((resolve) => { setTimeout(resolve, LOOK_EVERY_MS) })
  }
}
