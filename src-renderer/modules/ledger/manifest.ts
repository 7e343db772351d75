import type { Shown } from '../shown.ts'

export const shown = {
  pages: { ledger: { section: 'spending', view: () => import('./LedgerPage.vue') } },
  prints: {},
} as const satisfies Shown
