import type { Shown } from '../shown.ts'

export const shown = {
  pages: { receipts: { section: 'spending', view: () => import('./ReceiptsPage.vue') } },
  prints: {},
} as const satisfies Shown
