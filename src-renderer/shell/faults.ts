import type { App } from 'vue'
import { call } from '../api/client.ts'
import { onFault } from '../api/problem-error.ts'
import { useSession } from '../stores/session.ts'

/** Chromium's way of saying that a size changed once more while sizes were being told; nothing is lost by it. */
const IS_NO_FAULT = /^ResizeObserver loop/

/**
 * Shows what nobody has caught in the page, with a number, and writes it into the log under that number: what a component, an event or a
 * promise ends with. Needs the app's stores.
 */
export function watchFaults(app: App): void {
  onFault((fault) => {
    // Where the log can't be reached nothing can be done about it; the number was shown all the same.
    call('app.fault', fault).catch(() => undefined)
  })
  const { show } = useSession()
  app.config.errorHandler = show
  window.addEventListener('unhandledrejection', ({ reason }) => show(reason))
  window.addEventListener('error', ({ error, message }) => {
    if (!IS_NO_FAULT.test(message)) show(error ?? message)
  })
}
