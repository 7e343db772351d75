import { computed, onBeforeUnmount, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { call } from '../../../api/client.ts'
import { loaded } from '../../../api/loaded.ts'
import type { OutputOf } from '../../../../src-main/contract/operations.ts'
import type { Policy } from '../../../../src-main/model/policy.ts'
import type { Problem } from '../../../../src-main/model/problem.ts'

/** Typing is answered when it pauses this long. */
const PAUSE_MS = 120

/** An error for which nothing can be counted; a test that fails says nothing of the kind. */
const isOfTheDocument = ({ level, place }: Problem): boolean => level === 'error' && !place.path?.startsWith('/examples/')

export interface Live {
  /** What the static checks say of the document; null until they have. */
  problems: ShallowRef<Problem[] | null>
  /** Classes and amounts of the year under the document; null while it is wrong in itself, or the plan can't be made. */
  preview: ComputedRef<OutputOf<'whatif.preview'> | null>
  /** Why the plan can't be made although the policy is right: a total below the floors. */
  refusals: ComputedRef<Problem[]>
  examples: ComputedRef<OutputOf<'policy.examples.run'>['results']>
  /** Asked for, and not answered yet. */
  isBehind: ShallowRef<boolean>
}

/** Checks, counts and own tests of a document while it is being written. Answers to an older document are dropped. */
export function useLive(document: ShallowRef<Policy | null>, moment: () => unknown): Live {
  const checks = loaded(() => call('policy.check', { document: document.value }))
  const preview = loaded(() => call('whatif.preview', { policy: document.value! }))
  const examples = loaded(() => call('policy.examples.run', { policy: document.value! }))
  const isBehind = shallowRef(false)
  let timer: number | undefined
  let newest = 0

  async function ask(): Promise<void> {
    if (document.value === null) return
    const mine = ++newest
    await checks.load()
    if (mine !== newest) return
    if (checks.value.value?.some(isOfTheDocument) ?? true) {
      preview.clear()
      examples.clear()
    } else await Promise.all([preview.load(), examples.load()])
    if (mine === newest) isBehind.value = false
  }
  watch(
    [document, moment],
    () => {
      isBehind.value = true
      window.clearTimeout(timer)
      timer = window.setTimeout(() => void ask(), PAUSE_MS)
    },
    { immediate: true },
  )
  onBeforeUnmount(() => window.clearTimeout(timer))

  return {
    problems: checks.value,
    preview: computed(() => preview.value.value),
    refusals: computed(() => preview.problems.value),
    examples: computed(() => examples.value.value?.results ?? []),
    isBehind,
  }
}
