import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import type { RouteLocationNormalizedLoaded } from 'vue-router'
import type { MessageKey, OperationGroup } from '../locales/messages.ts'
import { useSession } from '../stores/session.ts'

export type PageKey = MessageKey extends infer Key ? (Key extends `pages.${infer Name}` ? Name : never) : never
/** A step of the plan as the top of the window knows it. */
export interface PlanStep {
  id: number
  operation: string
}

/** The page on which steps of a kind are done, as far as nothing else is known of them. A new kind of step asks for its page here. */
const HOME: Record<OperationGroup, PageKey> = {
  app: 'history',
  calendar: 'calendar',
  catalogue: 'measures',
  communities: 'communities',
  indicators: 'communities',
  dictionary: 'dictionary',
  documents: 'documents',
  history: 'history',
  import: 'import',
  ledger: 'ledger',
  overrides: 'overrides',
  package: 'rollup',
  plan: 'plans',
  policy: 'policy',
  requests: 'requests',
  projects: 'projects',
  receipts: 'receipts',
  selfEvaluation: 'selfEvaluation',
  teams: 'teams',
  renovation: 'renovation',
  targets: 'targets',
  registration: 'registration',
  appeals: 'appeals',
  rollup: 'rollup',
  scenarios: 'scenarios',
  statistics: 'statistics',
  units: 'units',
  years: 'years',
}
const homeOf = (operation: string): PageKey => HOME[operation.split('.')[0] as OperationGroup] ?? 'history'

/** On which page each step was done: as it was seen in this window, else the page on which such steps are done. */
export const useStepPlaces = defineStore('step-places', () => {
  const session = useSession()
  const doneOn = new Map<number, PageKey>()
  const page = ref<PageKey | null>(null)
  /** A step that belongs elsewhere, and is taken back only when that is confirmed. */
  const asked = ref<{ kind: 'undo' | 'redo'; step: PlanStep } | null>(null)

  /** For the frame of the window, once. */
  function follow(route: RouteLocationNormalizedLoaded): void {
    watch(
      () => route.name,
      (name) => (page.value = name as PageKey),
      { immediate: true, flush: 'sync' },
    )
    watch(
      () => session.plan,
      (now, before) => {
        if (now?.file !== before?.file) doneOn.clear()
        else if (now?.undoStep && page.value !== null && now.undoStep.id > (before?.revision ?? 0)) doneOn.set(now.undoStep.id, page.value)
      },
      { flush: 'sync' },
    )
  }
  const pageOf = ({ id, operation }: PlanStep): PageKey => doneOn.get(id) ?? homeOf(operation)
  /** The log is about every page, so its reader has the step before her eyes. */
  const isHere = (step: PlanStep): boolean => page.value === 'history' || pageOf(step) === page.value

  return { asked, follow, pageOf, isHere }
})
