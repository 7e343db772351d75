import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { call, onTouched } from '../api/client.ts'
import { loaded } from '../api/loaded.ts'
import { problemsOf } from '../api/problem-error.ts'
import { noticeList } from './notices.ts'
import type { InputOf, OperationName, OutputOf } from '../../src-main/contract/operations.ts'
import type { Touched } from '../../src-main/contract/reply.ts'
import { together, type Areas } from '../../src-main/model/areas.ts'
import type { Problem } from '../../src-main/model/problem.ts'

/** Changes that are remembered; whoever has not followed them all reads everything again. */
const REMEMBERED = 50

/** What is open, what was said last, and the one way in which pages change something. */
export const useSession = defineStore('session', () => {
  const reading = loaded(() => call('app.status', {}))
  /** The last known status: it stays when a later reading fails, so that nothing typed is lost. */
  const status = shallowRef<OutputOf<'app.status'> | null>(null)
  const plan = computed(() => status.value?.plan ?? null)
  /** Changes whenever anything that pages show may have changed. */
  const moment = computed(() => (plan.value === null ? null : `${plan.value.file}/${plan.value.year}/${plan.value.revision}`))

  /** What changed from one moment to the next, without a gap, the newest last. */
  let changes: { from: string | null; areas: Areas }[] = []

  /** Takes over a status, unless a newer one of the same plan came before it. @param areas all that changed since; null: unknown */
  function take(now: OutputOf<'app.status'>, areas: Areas | null): void {
    if (plan.value !== null && now.plan?.file === plan.value.file && now.plan.revision < plan.value.revision) return
    const from = moment.value
    status.value = now
    if (moment.value === from) return
    changes = areas === null ? [] : [...changes, { from, areas }].slice(-REMEMBERED)
  }
  onTouched(({ status: now, since, areas }: Touched) => {
    const isFollowing = plan.value !== null && now.plan?.file === plan.value.file && since <= plan.value.revision
    take(now, isFollowing ? areas : null)
  })

  /** @returns everything that changed in the plan since that moment; null: that is not known, and it may be anything */
  function changedSince(before: string): Areas | null {
    if (before === moment.value) return {}
    const first = changes.findIndex((each) => each.from === before)
    return first < 0 ? null : changes.slice(first).reduce((all, each) => together(all, each.areas), {} as Areas)
  }

  async function load(): Promise<void> {
    await reading.load()
    if (reading.value.value !== null) take(reading.value.value, null)
  }

  const problems = shallowRef<Problem[]>([])
  const said = ref('')
  const busy = ref(0)

  const told = noticeList()
  /** Tells what was done: in the line at the bottom, as a notice, and in the list of the last ones. @param offers of an undone step */
  const say = (message: string, offers: 'redo' | null = null): void => {
    said.value = message
    if (message !== '') told.say(message, plan.value?.undoStep?.id ?? null, offers, plan.value?.redoStep?.id ?? null)
  }
  watch(
    () => plan.value?.file,
    () => told.begin(plan.value?.revision ?? 0),
    { flush: 'sync' },
  )
  const dismiss = (): void => {
    problems.value = []
  }

  /**
   * Runs a command, whose reply says what it touched. A refusal is shown at the top of the page.
   * @returns the value, or null when it was refused
   */
  async function perform<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N> | null> {
    busy.value++
    dismiss()
    say('')
    try {
      return await call(name, input)
    } catch (error) {
      problems.value = problemsOf(error)
      await load()
      return null
    } finally {
      busy.value--
    }
  }

  /** Ends when nothing is under way any more. */
  const idle = (): Promise<void> =>
    new Promise((resolve) => {
      const stop = watch(
        busy,
        (now) => {
          if (now > 0) return
          resolve()
          queueMicrotask(() => stop())
        },
        { immediate: true, flush: 'sync' },
      )
    })

  const show = (error: unknown): void => {
    problems.value = problemsOf(error)
  }

  return {
    status,
    statusProblems: reading.problems,
    load,
    plan,
    moment,
    changedSince,
    problems,
    said,
    notices: told.notices,
    tell: told.tell,
    busy,
    say,
    dismiss,
    perform,
    idle,
    show,
  }
})
