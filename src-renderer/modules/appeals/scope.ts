import { computed, ref, watch } from 'vue'
import { call } from '../../api/client.ts'
import { loaded } from '../../api/loaded.ts'
import { useSession } from '../../stores/session.ts'
import type { AppealScope } from '../../../src-main/model/appeal-account.ts'

/** What is looked at on all tabs of the page: one source or all, and the months; without a choice those that are counted. */
export function useAppealAccount() {
  const session = useSession()
  const source = ref<AppealScope['source']>('hotline')
  const from = ref<number | null>(null)
  const to = ref<number | null>(null)
  const { value, problems, load } = loaded(() =>
    call('appeals.account', {
      source: source.value,
      ...(from.value !== null && { from: from.value }),
      ...(to.value !== null && { to: to.value }),
    }),
  )
  watch(
    () => [source.value, from.value, to.value, session.moment],
    () => {
      void load()
    },
    { immediate: true },
  )
  /** The months as they are chosen, or as they follow from what is counted. */
  const months = computed({
    get: () => ({ from: from.value ?? value.value?.scope.from ?? 1, to: to.value ?? value.value?.scope.to ?? 12 }),
    set: (wanted) => {
      from.value = Math.min(wanted.from, wanted.to)
      to.value = Math.max(wanted.from, wanted.to)
    },
  })
  return { account: value, problems, load, source, months }
}
