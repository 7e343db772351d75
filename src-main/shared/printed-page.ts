import { z } from 'zod'
import { Problem } from '../model/problem.ts'
import { AppError, appError } from './app-error.ts'

/** Longest a page may take without getting on until it is ready to be printed; the largest plans take some seconds. */
export const READY_WITHIN_MS = 120_000
const LOOK_EVERY_MS = 50
const LAID = /^(\d+)\/(\d+)$/

/**
 * Evaluated in the page: 'ready' or 'readyLong' when the sheet stands as it will be printed, 'fontMissing' where it would be
 * boxes; where it shows problems instead, these as JSON, or what it says; how many of its sheets are there, as 40/180; else
 * nothing.
 */
export const PAGE_STATE = `(() => {
  const alert = document.querySelector('[role=alert]')
  const problems = [...alert?.querySelectorAll('[data-problem]') ?? []].map((each) => each.dataset.problem)
  const { sheet, laid } = document.documentElement.dataset
  return sheet ?? (problems.length > 0 ? '[' + problems.join() + ']' : alert?.innerText ?? laid ?? '')
})()`

/** @returns the problems that a page shows as they are, or one that says what the page says */
function failureOf(state: string): AppError {
  if (!state.startsWith('[')) return appError('document.pdfFailed', { detail: state.slice(0, 300) })
  return new AppError(z.array(Problem).parse(JSON.parse(state)))
}

/**
 * Waits until a page can be printed.
 * @param look evaluates PAGE_STATE in the page
 * @param laid told the part of its sheets that are there, where it says so
 * @returns whether the file is to carry its structure, by which it can be read aloud; with thousands of rows that takes several
 *   times longer than the pages themselves
 * @throws AppError document.fontMissing; the problems that the page shows; document.pdfFailed with what it says, or that it took
 *   too long; the signal's reason when it is aborted
 */
export async function pageReady(
  look: () => Promise<string>,
  signal: AbortSignal,
  { laid, within = READY_WITHIN_MS }: { laid?: ((part: number) => void) | undefined; within?: number } = {},
): Promise<boolean> {
  for (let until = performance.now() + within, before = ''; ;) {
    signal.throwIfAborted()
    const state = await look()
    if (state === 'ready' || state === 'readyLong') return state === 'ready'
    if (state === 'fontMissing') throw appError('document.fontMissing')
    const [, done, all] = LAID.exec(state) ?? []
    if (state !== '' && done === undefined) throw failureOf(state)
    if (done !== undefined) laid?.(Number(done) / Number(all))
    if (state !== before) until = performance.now() + within
    before = state
    if (performance.now() > until) throw appError('document.pdfFailed', { detail: `> ${within / 1000} s` })
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_EVERY_MS)
    })
  }
}
