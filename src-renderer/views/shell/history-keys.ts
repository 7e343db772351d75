import { onBeforeUnmount, onMounted } from 'vue'
import { useWords } from '../../locales/words.ts'
import { useSession } from '../../stores/session.ts'

/** Where a text is being typed, Ctrl+Z belongs to that text. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])'))

/** Undo and redo of the plan, as the top bar offers them. */
export function useHistory() {
  const session = useSession()
  const { t } = useWords()
  async function undo(): Promise<void> {
    const done = await session.perform('history.undo', {})
    if (done !== null) session.say(t('shell.undone', { step: done.summary }))
  }
  async function redo(): Promise<void> {
    const done = await session.perform('history.redo', {})
    if (done !== null) session.say(t('shell.redone', { step: done.summary }))
  }
  return { undo, redo }
}

/** Ctrl+Z, and Ctrl+Y or Ctrl+Shift+Z, anywhere outside of an editor. */
export function useHistoryKeys(): void {
  const session = useSession()
  const { undo, redo } = useHistory()

  /** However fast the keys come: each step waits for what is under way, an entry that is being saved included. */
  let queue = Promise.resolve()
  async function take(step: 'undo' | 'redo'): Promise<void> {
    await session.idle()
    if (session.plan?.[step]) await (step === 'undo' ? undo() : redo())
  }

  const onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || isTyping(event.target)) return
    const key = event.key.toLowerCase()
    const step = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : null
    if (step === null || session.plan === null) return
    event.preventDefault()
    queue = queue.then(() => take(step))
  }
  onMounted(() => document.addEventListener('keydown', onKey))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey))
}
