import { onBeforeUnmount, onMounted } from 'vue'
import { useWords } from '../locales/words.ts'
import { useLongStep } from '../stores/long-step.ts'
import { useSession } from '../stores/session.ts'

/** Where a text is being typed, Ctrl+Z belongs to that text. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])'))

/** Undo and redo of the plan, as the top bar offers them. A very large step shows its progress and can be stopped. */
export function useHistory() {
  const session = useSession()
  const longStep = useLongStep()
  const { t, text } = useWords()
  async function take(operation: 'history.undo' | 'history.redo'): Promise<void> {
    const isUndo = operation === 'history.undo'
    const step = isUndo ? session.plan?.undoSaid : session.plan?.redoSaid
    const saying = t(isUndo ? 'shell.undoing' : 'shell.redoing', { step: step ? text(step) : '' })
    const done = await longStep.run(saying, 'command', (task) => session.perform(operation, task === undefined ? {} : { task }))
    if (done !== null) session.say(t(isUndo ? 'shell.undone' : 'shell.redone', { step: text(done.said) }))
    else if (session.problems.some((each) => each.code === 'task.cancelled')) {
      session.dismiss()
      session.say(t('shell.stopped'))
    }
  }
  return { undo: () => take('history.undo'), redo: () => take('history.redo') }
}

/** Ctrl+Z, and Ctrl+Y or Ctrl+Shift+Z, anywhere outside of an editor. */
export function useHistoryKeys(): void {
  const session = useSession()
  const { undo, redo } = useHistory()

  /** However fast the keys come: each step waits for what is under way, an entry that is being saved included. */
  let queue = Promise.resolve()
  async function take(step: 'undo' | 'redo'): Promise<void> {
    await session.idle()
    if (session.plan?.[`${step}Said`]) await (step === 'undo' ? undo() : redo())
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
