import { computed, onBeforeUnmount, onMounted, shallowRef, watch } from 'vue'
import { call } from '../../../api/client.ts'
import { loaded } from '../../../api/loaded.ts'
import { useWords } from '../../../locales/words.ts'
import { useSession } from '../../../stores/session.ts'
import type { Policy } from '../../../../src-main/model/policy.ts'

/** How long a field may be left in the middle of typing until it is saved all the same. */
const PAUSE_MS = 4000

/**
 * The document that is being written. Every edit is on the screen at once; it is saved when its field is left, or after a long pause,
 * so that one edit of a field is one step of the history. Whoever leaves waits until the last edit is saved.
 */
export function useDraftWork(draft: () => number) {
  const session = useSession()
  const { text } = useWords()
  const document = shallowRef<Policy | null>(null)
  /** The document as the plan has it. */
  const saved = shallowRef<Policy | null>(null)
  const isSaved = computed(() => document.value === saved.value)
  const reading = loaded(() => call('policy.draft.get', { draft: draft() }))
  /** While the draft is on its way out, it is not asked for any more. */
  let isLeaving = false
  /** Counts edits and readings: what was asked for before the last of them may be older than what is on the screen. */
  let turn = 0
  let timer: number | undefined
  let queue = Promise.resolve()

  async function load(): Promise<void> {
    if (isLeaving) return
    const asked = ++turn
    const wasSaved = isSaved.value
    await reading.load()
    // Saving the edit that came in between, or the later question, brings what the plan has then.
    if (asked !== turn || !wasSaved) return
    const found = reading.value.value?.document ?? null
    if (!isSaved.value || found === null || JSON.stringify(found) === JSON.stringify(document.value)) return
    document.value = found
    saved.value = found
  }

  async function save(): Promise<void> {
    const sent = document.value
    if (sent === null || sent === saved.value) return
    const done = await session.perform('policy.draft.save', { draft: draft(), document: sent })
    if (done === null) return
    saved.value = sent
    session.say(text(done.said))
  }

  /** Runs what takes the draft away: it is not read again meanwhile. @returns null where that was refused */
  async function leaveBy<T>(step: () => Promise<T | null>): Promise<T | null> {
    await flush()
    isLeaving = true
    const done = await step()
    isLeaving = done !== null
    return done
  }

  /** Saves what is not saved yet; ends when it is. */
  function flush(): Promise<void> {
    window.clearTimeout(timer)
    queue = queue.then(save)
    return queue
  }

  /** @param when 'now': the edit is complete; 'later': a field is still being typed into */
  function change(next: Policy, when: 'now' | 'later' = 'now'): void {
    turn++
    document.value = next
    window.clearTimeout(timer)
    if (when === 'now') void flush()
    else timer = window.setTimeout(() => void flush(), PAUSE_MS)
  }

  /** A window that is put aside may be closed next. */
  const onHide = (): void => {
    if (window.document.visibilityState === 'hidden') void flush()
  }
  onMounted(() => window.document.addEventListener('visibilitychange', onHide))
  onBeforeUnmount(() => {
    window.document.removeEventListener('visibilitychange', onHide)
    void flush()
  })
  watch(
    () => [session.moment, draft()],
    () => void load(),
    { immediate: true },
  )
  return { document, stored: reading.value, problems: reading.problems, isSaved, load, change, flush, leaveBy }
}
export type DraftWork = ReturnType<typeof useDraftWork>
