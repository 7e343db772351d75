import { computed, onBeforeUnmount, onMounted } from 'vue'
import { useWords } from '../locales/words.ts'
import { useLongStep } from '../stores/long-step.ts'
import { usePageHistory } from '../stores/page-history.ts'
import { useSession } from '../stores/session.ts'
import { useStepPlaces } from './step-places.ts'

type Kind = 'undo' | 'redo'

/** Fields of text; a slider is none. What says `data-steps="page"` leaves its steps to its page. */
const FIELDS = 'textarea, select, input:not([type="checkbox"], [type="radio"], [type="range"])'
/** Where a text is being typed, Ctrl+Z belongs to that text. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || (target.matches(FIELDS) && target.dataset['steps'] !== 'page'))

/**
 * Undo and redo as the top bar offers them. First comes what the page has of its own, then the plan's last step: at once where it was
 * done on this page, else only when it is confirmed by its name. A very large step shows its progress and can be stopped.
 */
export function useHistory() {
  const session = useSession()
  const longStep = useLongStep()
  const pageHistory = usePageHistory()
  const places = useStepPlaces()
  const { t, text } = useWords()

  const SAID = {
    undo: {
      doing: 'shell.undoing',
      done: 'shell.undone',
      named: 'shell.undoNamed',
      elsewhere: 'shell.undoElsewhere',
      none: 'shell.nothingToUndo',
    },
    redo: {
      doing: 'shell.redoing',
      done: 'shell.redone',
      named: 'shell.redoNamed',
      elsewhere: 'shell.redoElsewhere',
      none: 'shell.nothingToRedo',
    },
  } as const

  /** What the button would do, in words; `title`: with the page on which it was done, if that is another one. */
  const offered = (kind: Kind) =>
    computed((): { isThere: boolean; title: string } => {
      const ofPage = pageHistory.shown?.[`${kind}Said`] ?? null
      if (ofPage !== null) return { isThere: true, title: t(SAID[kind].named, { step: ofPage }) }
      const [step, said] = [session.plan?.[`${kind}Step`] ?? null, session.plan?.[`${kind}Said`] ?? null]
      if (step === null || said === null) return { isThere: false, title: t(SAID[kind].none) }
      if (places.isHere(step)) return { isThere: true, title: t(SAID[kind].named, { step: text(said) }) }
      return { isThere: true, title: t(SAID[kind].elsewhere, { page: t(`pages.${places.pageOf(step)}`), step: text(said) }) }
    })

  /** Takes the plan's last step back, wherever it was done: for whoever has named it. */
  async function ofPlan(kind: Kind): Promise<void> {
    const step = session.plan?.[`${kind}Said`]
    const saying = t(SAID[kind].doing, { step: step ? text(step) : '' })
    const done = await longStep.run(saying, 'command', (task) => session.perform(`history.${kind}`, task === undefined ? {} : { task }))
    if (done !== null) session.say(t(SAID[kind].done, { step: text(done.said) }), kind === 'undo' ? 'redo' : null)
    else if (session.problems.some((each) => each.code === 'task.cancelled')) {
      session.dismiss()
      session.say(t('shell.stopped'))
    }
  }

  async function take(kind: Kind): Promise<void> {
    const { shown } = pageHistory
    const ofPage = shown?.[`${kind}Said`] ?? null
    if (shown !== null && ofPage !== null) {
      shown[kind]()
      session.say(t(SAID[kind].done, { step: ofPage }))
      return
    }
    const step = session.plan?.[`${kind}Step`] ?? null
    if (step !== null && !places.isHere(step)) places.asked = { kind, step }
    else await ofPlan(kind)
  }

  return { undo: () => take('undo'), redo: () => take('redo'), undoNamed: () => ofPlan('undo'), redoNamed: () => ofPlan('redo'), offered }
}

/** Ctrl+Z, and Ctrl+Y or Ctrl+Shift+Z, anywhere outside of an editor. */
export function useHistoryKeys(): void {
  const session = useSession()
  const { undo, redo, offered } = useHistory()
  const isThere = { undo: offered('undo'), redo: offered('redo') }

  /** However fast the keys come: each step waits for what is under way, an entry that is being saved included. */
  let queue = Promise.resolve()
  async function take(step: Kind): Promise<void> {
    await session.idle()
    if (isThere[step].value.isThere) await (step === 'undo' ? undo() : redo())
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
