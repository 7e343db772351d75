import { z } from 'zod'
import { Problem } from '../model/problem.ts'
import { AppError, appError } from './app-error.ts'

/** Longest a page may take until it is ready to be printed; the largest plans take some seconds. */
export const READY_WITHIN_MS = 120_000
const LOOK_EVERY_MS = 50

/**
 * Evaluated in the page: 'ready' or 'readyLong' when the sheet stands as it will be printed, 'fontMissing' where it would be
 * boxes; where it shows problems instead, these as JSON, or what it says; else nothing.
 */
export const PAGE_STATE = `(() => {
  const alert = document.querySelector('[role=alert]')
  const problems = [...alert?.querySelectorAll('[data-problem]') ?? []].map((each) => each.dataset.problem)
  return document.documentElement.dataset.sheet ?? (problems.length > 0 ? '[' + problems.join() + ']' : alert?.innerText ?? '')
})()`

/** @returns the problems that a page shows as they are, or one that says what the page says */
function failureOf(state: string): AppError {
  if (!state.startsWith('[')) return appError('document.pdfFailed', { detail: state.slice(0, 300) })
  return new AppError(z.array(Problem).parse(JSON.parse(state)))
}

/**
 * Waits until a page can be printed.
 * @param look evaluates PAGE_STATE in the page
 * @returns whether the file is to carry its structure, by which it can be read aloud; with thousands of rows that takes several
 *   times longer than the pages themselves
 * @throws AppError document.fontMissing; the problems that the page shows; document.pdfFailed with what it says, or that it took
 *   too long; the signal's reason when it is aborted
 */
export async function pageReady(look: () => Promise<string>, signal: AbortSignal, within = READY_WITHIN_MS): Promise<boolean> {
  for (const until = performance.now() + within; ;) {
    signal.throwIfAborted()
    const state = await look()
    if (state === 'ready' || state === 'readyLong') return state === 'ready'
    if (state === 'fontMissing') throw appError('document.fontMissing')
    if (state !== '') throw failureOf(state)
    if (performance.now() > until) throw appError('document.pdfFailed', { detail: `> ${within / 1000} s` })
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_EVERY_MS)
    })
  }
}
