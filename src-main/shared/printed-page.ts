import { appError } from './app-error.ts'

/** Longest a page may take until it is ready to be printed; the largest plans take some seconds. */
export const READY_WITHIN_MS = 120_000
const LOOK_EVERY_MS = 50

/** Evaluated in the page: 'ready' or 'readyLong' when the sheet stands as it will be printed, 'fontMissing' where it would be boxes, what it says where it shows a problem instead, else nothing. */
export const PAGE_STATE = "document.documentElement.dataset.sheet ?? document.querySelector('[role=alert]')?.innerText ?? ''"

/**
 * Waits until a page can be printed.
 * @param look evaluates PAGE_STATE in the page
 * @returns whether the file is to carry its structure, by which it can be read aloud; with thousands of rows that takes several times longer than the pages themselves
 * @throws AppError document.fontMissing; document.pdfFailed with what the page says, or that it took too long; the signal's reason when it is aborted
 */
export async function pageReady(look: () => Promise<string>, signal: AbortSignal, within = READY_WITHIN_MS): Promise<boolean> {
  for (const until = performance.now() + within; ;) {
    signal.throwIfAborted()
    const state = await look()
    if (state === 'ready' || state === 'readyLong') return state === 'ready'
    if (state === 'fontMissing') throw appError('document.fontMissing')
    if (state !== '') throw appError('document.pdfFailed', { detail: state.slice(0, 300) })
    if (performance.now() > until) throw appError('document.pdfFailed', { detail: `> ${within / 1000} s` })
    await new Promise((resolve) => { setTimeout(resolve, LOOK_EVERY_MS) })
  }
}
