import type { Shown } from '../shown.ts'

export const shown = {
  pages: { history: { section: 'papers', view: () => import('./HistoryPage.vue') } },
  prints: { history: () => import('./HistoryPrint.vue') },
} as const satisfies Shown
