import { defineStore } from 'pinia'
import { onBeforeUnmount, onMounted, shallowRef } from 'vue'

/** What a page has of its own to take back before anything of the plan: steps that are in no file. */
export interface PageHistory {
  /** The step that would be taken back or done again, in words; null where there is none. */
  readonly undoSaid: string | null
  readonly redoSaid: string | null
  undo(): void
  redo(): void
}

/** The history of the page that is shown, if it has one. */
export const usePageHistory = defineStore('page-history', () => ({ shown: shallowRef<PageHistory | null>(null) }))

/** For a page: its steps are what undo means while it is shown. */
export function offerPageHistory(history: PageHistory): void {
  const place = usePageHistory()
  onMounted(() => (place.shown = history))
  onBeforeUnmount(() => {
    if (place.shown === history) place.shown = null
  })
}
