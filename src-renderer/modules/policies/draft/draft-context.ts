import { computed, inject, provide, type ComputedRef, type InjectionKey, type ShallowRef } from 'vue'
import type { Dictionary, Indicator } from '../../../../src-main/model/indicator.ts'
import type { Policy } from '../../../../src-main/model/policy.ts'
import type { PolicySource } from '../../../../src-main/words/policies.ts'
import type { Problem } from '../../../../src-main/model/problem.ts'
import { namedProblem } from './named-problem.ts'
import type { Live } from './live.ts'

/** What every part of the editor needs: the document, the way to change it, and what is known of it. */
export interface DraftContext {
  policy: ComputedRef<Policy>
  source: ComputedRef<PolicySource>
  /** The indicators a policy may use, its own included, in the order of the dictionary. */
  indicators: ComputedRef<Indicator[]>
  change(next: Policy, when?: 'now' | 'later'): void
  /** An edit under way is complete: its field was left. */
  flush(): Promise<void>
  live: Live
  /** The problems at a place of the document and everything below it. */
  problemsAt(path: string): Problem[]
  indicatorOf(key: string): Indicator | undefined
}

const CONTEXT: InjectionKey<DraftContext> = Symbol('draft')

export function provideDraft(
  document: ShallowRef<Policy | null>,
  dictionary: () => Dictionary,
  work: Pick<DraftContext, 'change' | 'flush' | 'live'>,
): DraftContext {
  const policy = computed(() => document.value!)
  const source = computed(() => ({ policy: policy.value, dictionary: dictionary() }))
  const indicators = computed(() => [...dictionary().indicators.filter((each) => each.retired !== true), ...policy.value.indicators])
  const problems = computed(() => (work.live.problems.value ?? []).map((each) => namedProblem(each, source.value)))
  const context: DraftContext = {
    policy,
    source,
    indicators,
    ...work,
    problemsAt: (path) => problems.value.filter(({ place }) => place.path === path || place.path?.startsWith(`${path}/`)),
    indicatorOf: (key) => indicators.value.find((each) => each.key === key),
  }
  provide(CONTEXT, context)
  return context
}

/** Within the editor only. */
export function useDraft(): DraftContext {
  const context = inject(CONTEXT)
  if (context === undefined) throw new Error('A part of the editor stands outside of it')
  return context
}
